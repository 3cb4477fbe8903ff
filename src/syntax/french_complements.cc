#include "syntax/french_complements.h"

#include <algorithm>

namespace selon {
namespace {

bool is_of(const SentenceTree& t, int32_t noun) {
  return t.any_child(noun, [&](int32_t c) { return t.is(c, "case") && t.word(c).lemma == "de"; });
}

// Whether an infinitive hangs on a name before it.
bool qualifies_name(const SentenceTree& t, int32_t infinitive) {
  const Word& x = t.word(infinitive);
  return x.morph.verb_form == VerbForm::kInf && t.is(infinitive, "acl") && x.head != kNone &&
         x.head < infinitive && t.word(x.head).upos == Upos::kPropn;
}

}  // namespace

// "accuse le président Diaz de massacres", "accuse Diaz de crimes": a noun without an article says
// nothing of a name, it is the verb's whose object the name is.
bool mend_noun_behind_name(SentenceTree& t, int32_t noun) {
  const Word& x = t.word(noun);
  const int32_t named = x.head;
  if (x.upos != Upos::kNoun || !t.is(noun, "nmod") || named == kNone || named > noun) return false;
  const int32_t verb = t.word(named).head;
  if (!t.is(named, "obj") || verb == kNone || verb > named || t.word(verb).upos != Upos::kVerb ||
      t.has(noun, "det"))
    return false;
  const bool is_name = t.word(named).upos == Upos::kPropn;
  const bool has_name = t.any_child(named, [&](int32_t c) {
    return c > named && c < noun && t.word(c).upos == Upos::kPropn && t.is(c, "appos", "flat");
  });
  if (!is_of(t, noun) || !(is_name ? x.morph.number == Number::kPlur : has_name)) return false;
  t.hang(noun, verb, "obl:arg");
  return true;
}

bool mend_infinitive_behind_name(SentenceTree& t, int32_t infinitive) {
  if (!qualifies_name(t, infinitive)) return false;
  const int32_t name = t.word(infinitive).head;
  const int32_t object = t.is(name, "conj") ? t.word(name).head : name;
  const int32_t verb = object == kNone ? kNone : t.word(object).head;
  if (verb == kNone || verb > object || !t.is(object, "obj") || t.word(verb).upos != Upos::kVerb ||
      t.has(verb, "xcomp", "ccomp"))
    return false;
  t.hang(infinitive, verb, "xcomp");
  return true;
}

bool mend_infinitive_behind_genitive(SentenceTree& t, int32_t infinitive) {
  if (!qualifies_name(t, infinitive)) return false;
  const int32_t name = t.word(infinitive).head, noun = t.word(name).head;
  if (!t.is(name, "nmod") || noun == kNone || noun > name || t.word(noun).upos != Upos::kNoun ||
      !is_of(t, name))
    return false;
  t.hang(infinitive, noun, "acl");
  return true;
}

// The phrase set off by commas behind the verb ends before the noun, which therefore is no conjunct
// of a word in it.
bool mend_object_behind_aside(SentenceTree& t, int32_t noun) {
  if (t.word(noun).upos != Upos::kNoun || !t.is(noun, "conj") || t.has(noun, "cc", "case") ||
      !t.has(noun, "det"))
    return false;
  int32_t opening = noun;
  for (int32_t c : t.children(noun))
    if (t.word(c).form != ",") opening = std::min(opening, c);
  int32_t aside = t.word(noun).head;
  while (aside != kNone && aside < noun && t.is(aside, "nmod", "conj")) aside = t.word(aside).head;
  if (aside == kNone || aside > noun || !t.is(aside, "obl") || opening <= t.first() ||
      t.word(opening - 1).form != ",")
    return false;
  const int32_t verb = t.word(aside).head;
  if (verb == kNone || verb > aside || t.word(verb).upos != Upos::kVerb || verb + 1 >= t.end() ||
      t.word(verb + 1).form != "," || t.has(verb, "obj", "expl") ||
      t.any_child(verb, [&](int32_t c) { return t.word(c).deprel == "nsubj:pass"; }))
    return false;
  t.hang(noun, verb, "obj");
  return true;
}

// "a démenti avoir visé X et accusé Y": whoever denies an act says more, he does not deny that he
// says it.
bool mend_said_beside(SentenceTree& t, int32_t participle, const WordClasses& words) {
  const Word& x = t.word(participle);
  const int32_t act = x.head;
  if (!t.is(participle, "conj") || x.morph.verb_form != VerbForm::kPart || act == kNone ||
      act > participle || !t.is(act, "xcomp") || t.has(participle, "aux", "nsubj") ||
      !(words.is(x.lemma, WordClass::kObjectControl) || words.is(x.lemma, WordClass::kBlames) ||
        words.is(x.lemma, WordClass::kOfAnother)))
    return false;
  const auto perfect = [&](int32_t verb, VerbForm form) {
    return t.any_child(
        verb, [&](int32_t c) { return t.is(c, "aux") && t.word(c).morph.verb_form == form; });
  };
  const int32_t said = t.word(act).head;
  if (said == kNone || said > act || !perfect(act, VerbForm::kInf) ||
      !perfect(said, VerbForm::kFin))
    return false;
  t.hang(participle, said, "conj");
  return true;
}

// What is set off tells what comes before or after the main verb, not what somebody is called upon
// to do.
bool mend_set_off(SentenceTree& t, int32_t infinitive) {
  const int32_t inner = t.word(infinitive).head;
  if (!t.is(infinitive, "advcl") || t.word(infinitive).morph.verb_form != VerbForm::kInf ||
      inner == kNone || inner > infinitive || t.word(inner).morph.verb_form != VerbForm::kInf ||
      !t.is(inner, "xcomp") || t.children(infinitive).empty())
    return false;
  const auto opens = [&](int32_t w) {
    return w > t.first() && (t.word(w).lemma == "avant" || t.word(w).lemma == "après") &&
           t.word(w - 1).form == ",";
  };
  const int32_t mark = t.children(infinitive).front();
  if (!opens(mark) && !(t.word(mark).form == "," && opens(mark + 1))) return false;
  t.word(infinitive).head = t.word(inner).head;
  return true;
}

}  // namespace selon
