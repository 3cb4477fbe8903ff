#include "mentions/possessives.h"

namespace selon {

int32_t Possessives::candidate_at(int32_t word) const {
  for (int step = 0; word != kNone && step < 6; ++step) {
    if (all_.at_word[word] != kNone) return all_.at_word[word];
    if (!tree_.is(word, "flat") && !tree_.is(word, "fixed")) return kNone;
    word = doc_.words[word].head;
  }
  return kNone;
}

// "Oslo et ses alliés", "Oslo et tous ses alliés": right behind the name, whatever the tree says.
int32_t Possessives::conjoined(int32_t i) const {
  const Candidate& c = all_.list[i];
  if (c.kind != CandidateKind::kPossessive) return kNone;
  int32_t w = c.mention.head - 1;
  if (w >= 0 && (doc_.words[w].lemma == "tout" || doc_.words[w].lemma == "all")) --w;
  if (w < 1 || doc_.words[w].upos != Upos::kCconj) return kNone;
  for (int32_t j = i; j-- > 0 && i - j < 6;) {
    const Candidate& a = all_.list[j];
    if (a.mention.end_word == w && doc_.words[a.mention.head].sentence == doc_.words[w].sentence &&
        (a.kind == CandidateKind::kName || a.kind == CandidateKind::kDescription))
      return j;
  }
  return kNone;
}

// "Dans son discours, le ministre …", "… qu'avant son départ, le ministre …": a possessive that
// opens its clause takes the subject behind it, the one case of looking ahead.
int32_t Possessives::fronted(int32_t i) const {
  const Candidate& c = all_.list[i];
  if (c.kind != CandidateKind::kPossessive) return kNone;
  int32_t top = c.mention.head;
  while (top != kNone && doc_.words[top].upos != Upos::kVerb) {
    const int32_t up = doc_.words[top].head;
    if (up != kNone && tree_.is(top, "nsubj")) return kNone;  // "Ses alliés refusent"
    top = up;
  }
  // "… que, dans son discours, le ministre": the clause that the conjunction opens
  for (int32_t w = c.mention.head - 1; w >= 0 && w >= c.mention.head - 4; --w) {
    const Upos upos = doc_.words[w].upos;
    if (tree_.is(w, "mark") && doc_.words[w].head > c.mention.head) {
      top = doc_.words[w].head;
      break;
    }
    if (upos != Upos::kAdp && upos != Upos::kDet && upos != Upos::kPunct) break;
  }
  const int32_t subject = top == kNone ? kNone : tree_.child(top, "nsubj");
  if (subject == kNone || subject < c.mention.head || top < c.mention.head) return kNone;
  // Whoever is named in the clause before it is a better guess.
  for (int32_t w = c.mention.head - 1;
       w >= 0 && doc_.words[w].sentence == doc_.words[top].sentence && tree_.below(w, top); --w)
    if (all_.at_word[w] != kNone && all_.list[all_.at_word[w]].kind != CandidateKind::kThing &&
        all_.list[all_.at_word[w]].kind != CandidateKind::kSpeaker)
      return kNone;
  const int32_t antecedent = candidate_at(subject);
  if (antecedent == kNone) return kNone;
  const Candidate& a = all_.list[antecedent];
  const bool fits = a.kind == CandidateKind::kName || a.kind == CandidateKind::kDescription;
  const bool plural = a.number == Number::kPlur || tree_.child(subject, "conj") != kNone;
  return fits && plural == (c.number == Number::kPlur) ? antecedent : kNone;
}

}  // namespace selon
