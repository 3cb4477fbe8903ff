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

int32_t Possessives::controlled(int32_t i) const {
  const Candidate& c = all_.list[i];
  // "his", "her": the object may be a state; whoever is meant is found by gender.
  return c.controller == kNone || c.gender != Gender::kNone ? kNone : owner(c, c.controller);
}

// "Dans son discours, le ministre …", "… qu'avant son départ, le ministre …": a possessive that
// opens its clause takes the subject behind it, the one case of looking ahead.
int32_t Possessives::fronted(int32_t i) const {
  const Candidate& c = all_.list[i];
  if (c.kind != CandidateKind::kPossessive) return kNone;
  if (const int32_t subject = behind_comma(i); subject != kNone) return subject;
  if (says_when(c.mention.head))
    for (int32_t up = doc_.words[c.mention.head].head; up != kNone; up = doc_.words[up].head)
      if (const int32_t s = tree_.child(up, "nsubj"); s != kNone) {
        if (s < c.mention.head) break;
        if (const int32_t who = owner(c, s); who != kNone) return who;
      }
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
  return owner(c, subject);
}

// "au cours de sa visite", "pendant son séjour": when something happened is told by what whoever
// did it was doing, whoever is named in between.
bool Possessives::says_when(int32_t possessive) const {
  const int32_t noun = doc_.words[possessive].head;
  if (noun == kNone || doc_.words[noun].upos != Upos::kNoun) return false;
  std::string_view preposition = tree_.preposition(noun);
  const int32_t above = doc_.words[noun].head;
  if (preposition == "de" && above != kNone && above < noun) preposition = doc_.words[above].lemma;
  return preposition == "lors" || preposition == "cours" || preposition == "pendant" ||
         preposition == "durant" || preposition == "during";
}

// The subject's candidate, when it agrees in number.
int32_t Possessives::owner(const Candidate& possessive, int32_t subject) const {
  const int32_t antecedent = candidate_at(subject);
  if (antecedent == kNone) return kNone;
  const Candidate& a = all_.list[antecedent];
  const bool fits = a.kind == CandidateKind::kName || a.kind == CandidateKind::kDescription;
  const bool plural = a.number == Number::kPlur || tree_.child(subject, "conj") != kNone;
  return fits && plural == (possessive.number == Number::kPlur) ? antecedent : kNone;
}

// ", avant son intervention au Tchad, la France …": by the order of words alone, wherever the
// parser has hung the phrase.
int32_t Possessives::behind_comma(int32_t i) const {
  const Candidate& c = all_.list[i];
  int32_t start = c.mention.head - 1;
  bool preposition = false;
  while (start >= 0 &&
         (doc_.words[start].upos == Upos::kAdp || doc_.words[start].upos == Upos::kDet)) {
    preposition = preposition || doc_.words[start].upos == Upos::kAdp;
    --start;
  }
  const Sentence& sentence = doc_.sentences[doc_.words[c.mention.head].sentence];
  if (!preposition) return kNone;
  if (start >= sentence.first_word && doc_.words[start].form != "," &&
      doc_.words[start].upos != Upos::kSconj)
    return kNone;
  for (int32_t w = c.mention.head + 1; w + 1 < sentence.end_word; ++w) {
    const Word& word = doc_.words[w];
    if (word.morph.verb_form == VerbForm::kFin) return kNone;
    if (word.form != ",") continue;
    for (size_t j = static_cast<size_t>(i);
         j < all_.list.size() && all_.list[j].mention.first_word <= w + 1; ++j) {
      const Candidate& a = all_.list[j];
      if (a.mention.first_word == w + 1 && tree_.is(a.mention.head, "nsubj"))
        return owner(c, a.mention.head);
    }
    return kNone;
  }
  return kNone;
}

}  // namespace selon
