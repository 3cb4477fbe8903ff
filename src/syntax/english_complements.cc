#include "syntax/english_complements.h"

namespace selon {
namespace {

void part_verdict(SentenceTree& t, int32_t verb, int32_t who, int32_t verdict) {
  for (int32_t c : t.children(verdict))
    if (c < who) t.word(c).head = who;
  t.hang(who, verb, "obj");
  t.hang(verdict, verb, "xcomp");
  t.word(verdict).lemma = t.word(verdict).form;
  retag(t.word(verdict), Upos::kAdj, "Degree=Pos");
}

}  // namespace

// Of whom the verdict is said is the verb's object, though the parser took the name for the
// verdict's, or the verdict for the noun's.
bool mend_verdict(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (!words.is(t.word(verb).lemma, WordClass::kFinds)) return false;
  for (int32_t c : t.children(verb)) {
    if (c < verb || !t.is(c, "xcomp", "obj")) continue;
    const bool says = words.is(t.word(c).form, WordClass::kVerdict);
    for (int32_t d : t.children(c)) {
      if (says && d < c && t.is(d, "compound", "nsubj")) {
        part_verdict(t, verb, d, c);
        return true;
      }
      if (words.is(t.word(d).form, WordClass::kVerdict) && d > c && t.is(d, "amod") &&
          t.is(c, "obj")) {
        t.hang(d, verb, "xcomp");
        return true;
      }
    }
  }
  return false;
}

// Right behind a noun of what is meant to be done the infinitive is the noun's, though the parser
// hung it on the verb.
bool mend_decision_to(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (!t.is(verb, "advcl") || t.word(verb).morph.verb_form != VerbForm::kInf) return false;
  int32_t to = kNone;
  for (int32_t c : t.children(verb)) {
    if (t.is(c, "mark") && t.word(c).form == "to") to = c;
    if (c < verb && !t.is(c, "mark", "advmod")) return false;
  }
  if (to <= t.first() || t.word(verb).head >= to) return false;
  int32_t noun = to - 1;
  // "a plot by the party to attack": behind whose it is
  if (const int32_t above = t.word(noun).head;
      t.is(noun, "nmod") && t.case_of(noun) == "by" && above >= t.first() && above < noun)
    noun = above;
  if (t.word(noun).upos != Upos::kNoun || t.word(noun).head < t.first() ||
      !words.is(t.word(noun).lemma, WordClass::kMeant) ||
      // "the decision", "a judge's decision"
      !t.any_child(noun, [&](int32_t c) { return c < noun && t.is(c, "det", "nmod"); }))
    return false;
  t.hang(verb, noun, "acl");
  return true;
}

// Who is called so is the object, and what the predicate, though the parser took the one for a
// dative.
bool mend_called_so(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (t.word(verb).lemma != "call" && !words.is(t.word(verb).lemma, WordClass::kBecomes))
    return false;
  int32_t who = kNone, what = kNone;
  for (int32_t c : t.children(verb)) {
    if (c > verb && t.is(c, "iobj")) who = c;
    if (c > verb && t.is(c, "obj")) what = c;
  }
  if (who == kNone || what < who || t.word(what).upos != Upos::kNoun) return false;
  t.word(who).deprel = "obj";
  t.word(what).deprel = "xcomp";
  return true;
}

// The gerund is the verb's, though the parser hung it on whom one joins.
bool mend_joined_in(SentenceTree& t, int32_t gerund, const WordClasses& words) {
  const int32_t object = t.word(gerund).head;
  if (!t.is(gerund, "acl") || object < t.first() || object > gerund || !t.is(object, "obj"))
    return false;
  const int32_t verb = t.word(object).head;
  if (verb < t.first() || !words.is(t.word(verb).lemma, WordClass::kTogether) ||
      !t.any_child(gerund, [&](int32_t c) { return t.is(c, "mark") && t.word(c).form == "in"; }))
    return false;
  t.hang(gerund, verb, "advcl");
  return true;
}

// The first of two prepositions is the verb's, though the parser gave both to the agent.
bool mend_called_for_by(SentenceTree& t, int32_t verb) {
  for (int32_t agent : t.children(verb)) {
    if (agent < verb || !t.is(agent, "obl")) continue;
    for (int32_t c : t.children(agent))
      if (c == verb + 1 && t.is(c, "case") && t.word(c).form != "by" &&
          t.word(c + 1).form == "by" && t.word(c + 1).head == agent) {
        t.hang(c, verb, "compound:prt");
        return true;
      }
  }
  return false;
}

// No plural describes another noun: who gets or is refused it is the verb's, though the parser made
// him part of what he gets.
bool mend_indirect_object(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (!words.is(t.word(verb).lemma, WordClass::kGives)) return false;
  for (int32_t thing : t.children(verb)) {
    const int32_t who = thing - 1;
    if (thing < verb + 2 || !t.is(thing, "obj") || !t.is(who, "compound") ||
        t.word(who).head != thing || t.word(who).upos != Upos::kNoun ||
        (t.word(who).morph.number != Number::kPlur &&
         t.word(who).feats.find("Number=Ptan") == std::string::npos))  // "troops"
      continue;
    for (int32_t c : t.children(thing))
      if (c < who) t.word(c).head = who;
    t.hang(who, verb, "iobj");
    return true;
  }
  return false;
}

// The infinitive is what one does next, not what for.
bool mend_goes_on_to(SentenceTree& t, int32_t verb) {
  const int32_t on = verb + 1, to = verb + 2;
  if (t.word(verb).lemma != "go" || to >= t.end() || t.word(on).form != "on" ||
      t.word(on).head != verb || t.word(to).form != "to" || !t.is(to, "mark"))
    return false;
  const int32_t next = t.word(to).head;
  if (next < to || t.word(next).head != verb || !t.is(next, "advcl") ||
      t.word(next).morph.verb_form != VerbForm::kInf)
    return false;
  t.word(next).deprel = "xcomp";
  return true;
}

}  // namespace selon
