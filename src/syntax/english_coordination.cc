#include "syntax/english_coordination.h"

#include <string>

namespace selon {
namespace {

bool is_finite_past(const Word& x) {
  return x.upos == Upos::kVerb && x.morph.verb_form == VerbForm::kFin &&
         x.morph.tense == Tense::kPast;
}

bool raise_conjunct(SentenceTree& t, int32_t name, int32_t object) {
  const std::string preposition = t.case_of(name);
  if (preposition.empty()) return false;
  for (int32_t other : t.children(name)) {
    if (!t.is(other, "conj") || t.word(other).upos != Upos::kNoun || t.has(other, "case")) continue;
    for (int32_t below : t.children(other)) {
      if (!t.is(below, "nmod") || t.case_of(below) != preposition) continue;
      t.word(other).head = object;
      return true;
    }
  }
  return false;
}

}  // namespace

bool mend_past_behind_perfect(SentenceTree& t, int32_t verb, const WordClasses& words) {
  Morph& m = t.word(verb).morph;
  const int32_t first = t.word(verb).head;
  if (!t.is(verb, "conj") || !words.is(t.word(verb).lemma, WordClass::kSpeech) ||
      m.tense != Tense::kPast || first < t.first() || !t.is(first, "ccomp") ||
      t.word(first).morph.verb_form != VerbForm::kPart)
    return false;
  const int32_t above = t.word(first).head;
  if (above < t.first() || above > first || !is_finite_past(t.word(above)) ||
      t.has(verb, "aux", "cop", "nsubj", "mark"))
    return false;
  const bool had = t.any_child(
      first, [&](int32_t c) { return t.is(c, "aux") && t.word(c).lemma == "have" && c < first; });
  if (!had) return false;
  // "had been hit and vowed revenge": nothing that is undergone takes an object
  const bool passive = t.has(first, "aux:pass");
  const bool object = t.any_child(verb, [&](int32_t c) { return t.is(c, "obj") && c > verb; });
  if (m.verb_form != VerbForm::kFin && !(passive && object)) return false;
  m.verb_form = VerbForm::kFin;
  t.word(verb).head = above;
  return true;
}

// A past is coordinated with the past above, not with the gerund between.
bool mend_past_behind_gerund(SentenceTree& t, int32_t verb) {
  Morph& m = t.word(verb).morph;
  const int32_t gerund = t.word(verb).head;
  if (!t.is(verb, "conj") || m.tense != Tense::kPast || gerund < t.first() || gerund > verb ||
      t.word(gerund).head < t.first())
    return false;
  const Morph& first = t.word(gerund).morph;
  // "of fabricating": a gerund, though called a participle
  const bool marked = t.any_child(gerund, [&](int32_t c) { return t.is(c, "mark") && c < gerund; });
  // "told it to leave and banned"; not "wants to be told and banned"
  const bool infinitive =
      first.verb_form == VerbForm::kInf && marked && m.verb_form == VerbForm::kFin;
  if (first.verb_form != VerbForm::kGer && !infinitive &&
      (first.verb_form != VerbForm::kPart || first.tense != Tense::kPres || !marked))
    return false;
  int32_t above = t.word(gerund).head;
  if (t.is(gerund, "acl") && t.word(above).upos != Upos::kVerb) above = t.word(above).head;
  if (above < t.first() || above > gerund || !is_finite_past(t.word(above)) ||
      t.has(verb, "aux", "cop", "nsubj", "mark") ||
      t.has(gerund, "aux"))  // "for having lied and called"
    return false;
  m.verb_form = VerbForm::kFin;
  t.word(verb).head = above;
  return true;
}

// A noun with the same preposition below it is coordinated with the first noun, not with the name
// under it.
bool mend_praise_and_blame(SentenceTree& t, int32_t verb) {
  for (int32_t object : t.children(verb)) {
    if (!t.is(object, "obj") || t.word(object).upos != Upos::kNoun) continue;
    for (int32_t above : {object, verb})
      for (int32_t name : t.children(above))
        if (name > object && t.is(name, "nmod", "obl") && t.word(name).upos == Upos::kPropn &&
            raise_conjunct(t, name, object))
          return true;
  }
  return false;
}

}  // namespace selon
