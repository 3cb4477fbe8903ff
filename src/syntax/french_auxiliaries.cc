#include "syntax/french_auxiliaries.h"

#include <algorithm>
#include <string_view>

namespace selon {
namespace {

constexpr int32_t kReach = 12;  // words between an auxiliary and its participle

// A finite "avoir" with a subject that is no auxiliary and has nothing.
bool lacks_object(const SentenceTree& t, int32_t have) {
  return !t.is(have, "aux") && t.any_child(have, [&](int32_t c) {
    return t.is(c, "nsubj") && c < have;
  }) && !t.any_child(have, [&](int32_t c) {
    return t.is(c, "obj", "expl") || (t.is(c, "ccomp") && t.finite(c)) || t.word(c).lemma == "y";
  });
}

// The past participle behind it that hangs on it, or on a phrase between them, and on nothing of
// its own; commas, if any, on both sides of what stands between.
int32_t participle_of(const SentenceTree& t, int32_t have) {
  const int32_t end = std::min(t.end(), have + 2 + kReach);
  for (int32_t p = have + 1; p < end; ++p) {
    const Word& x = t.word(p);
    if (x.morph.verb_form == VerbForm::kFin || x.form == ";" || x.form == ":") return kNone;
    if (x.upos != Upos::kVerb || x.morph.verb_form != VerbForm::kPart ||
        x.morph.tense == Tense::kPres)
      continue;
    const int32_t up = x.head;
    const bool below =
        up == have || (up != kNone && up > have && up < p && t.word(up).head == have);
    if (!below || t.is(p, "amod")) return kNone;
    const bool opened = t.word(have + 1).form == ",", closed = t.word(p - 1).form == ",";
    if (opened != closed) return kNone;
    if (up != have && !closed) return kNone;  // "à la suite des raids menés": describes
    const bool own =
        t.any_child(p, [&](int32_t c) { return c < p && t.is(c, "cc", "mark", "nsubj", "aux"); });
    return own ? kNone : p;
  }
  return kNone;
}

// "a fait assassiner le général": the infinitive behind it, with nothing but adverbs and pronouns
// between them, that hangs on it.
int32_t infinitive_of(const SentenceTree& t, int32_t make) {
  for (int32_t w = make + 1; w < t.end() && w <= make + 4; ++w) {
    const Word& x = t.word(w);
    if (x.upos == Upos::kVerb && x.morph.verb_form == VerbForm::kInf)
      return x.head == make && t.is(w, "xcomp", "ccomp") && !t.has(w, "mark", "case") ? w : kNone;
    const bool passed = x.upos == Upos::kAdv || x.upos == Upos::kPron;
    if (!passed || x.lemma == "que") return kNone;  // "ne fait que répéter"
  }
  return kNone;
}

// "s'est vu refuser l'asile (par Oslo)", "se voit accuser par Oslo": the pronoun of somebody to
// whom it is done, by the infinitive's object or agent; kNone.
int32_t oneself(const SentenceTree& t, int32_t see, int32_t done) {
  const auto by = [&](int32_t c) { return t.is(c, "case") && t.word(c).lemma == "par"; };
  const bool undergone = t.any_child(done, [&](int32_t c) {
    return c > done && (t.is(c, "obj") || (t.is(c, "obl") && t.any_child(c, by)));
  });
  if (!undergone) return kNone;
  for (int32_t c : t.children(see))
    if (c < see && t.word(c).upos == Upos::kPron && t.word(c).morph.reflexive) return c;
  return kNone;
}

// The auxiliary's place and all that hangs on it become its participle's or infinitive's.
void join(SentenceTree& t, int32_t auxiliary, int32_t p, std::string_view relation) {
  for (int32_t w = t.first(); w < t.end(); ++w) {
    if (t.word(w).head == auxiliary && w != p) t.word(w).head = p;
    // a bare noun that it took for a predicate
    if (t.word(w).head == p && w > p && t.word(w).deprel == "xcomp" &&
        (t.word(w).upos == Upos::kNoun || t.word(w).upos == Upos::kPropn) && !t.has(w, "case"))
      t.word(w).deprel = "obj";
  }
  t.take_place(p, auxiliary);
  t.hang(auxiliary, p, relation);
  t.word(auxiliary).upos = Upos::kAux;
}

// "Oslo et Rome sont alliées": where the features say passive and the verb has "être" in no active
// past, the relations follow. Heads stay.
void mend_passive(SentenceTree& t, int32_t auxiliary, const WordClasses& words) {
  const int32_t verb = t.word(auxiliary).head;
  if (t.word(verb).feats.find("Voice=Pass") == std::string::npos ||
      words.is(t.word(verb).lemma, WordClass::kPerfectWithBe) || t.has(verb, "expl", "obj"))
    return;
  for (int32_t c : t.children(verb))
    if (t.word(c).deprel == "nsubj") t.word(c).deprel = "nsubj:pass";
  t.word(auxiliary).deprel = "aux:pass";
}

bool mend_avoir(SentenceTree& t, int32_t have) {
  if (t.word(have).morph.verb_form != VerbForm::kFin || !lacks_object(t, have)) return false;
  const int32_t participle = participle_of(t, have);
  if (participle == kNone) return false;
  join(t, have, participle, "aux:tense");
  return true;
}

bool mend_faire(SentenceTree& t, int32_t make) {
  const int32_t made = t.is(make, "aux") ? kNone : infinitive_of(t, make);
  if (made == kNone) return false;
  join(t, make, made, "aux:caus");
  return true;
}

bool mend_voir(SentenceTree& t, int32_t see) {
  const int32_t done = t.is(see, "aux") ? kNone : infinitive_of(t, see);
  const int32_t self = done == kNone ? kNone : oneself(t, see, done);
  if (self == kNone) return false;
  join(t, see, done, "aux:caus");
  t.word(self).deprel = "expl:pass";
  return true;
}

}  // namespace

bool mend_auxiliary(SentenceTree& t, int32_t w, const WordClasses& words) {
  const std::string& lemma = t.word(w).lemma;
  if (lemma == "être" && t.word(w).deprel == "aux:tense") mend_passive(t, w, words);
  return (lemma == "avoir" && mend_avoir(t, w)) || (lemma == "faire" && mend_faire(t, w)) ||
         (lemma == "voir" && mend_voir(t, w));
}

}  // namespace selon
