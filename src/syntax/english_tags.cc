#include "syntax/english_tags.h"

#include <array>
#include <string>
#include <string_view>

#include "base/among.h"
#include "base/utf8.h"

namespace selon {
namespace {

// Adverbs of verbs such as "hand over" that are prepositions elsewhere.
constexpr std::array<std::string_view, 5> kParticles = {"over", "off", "up", "in", "down"};

// "denies" is of "deny", "allied" of "ally", "freed" of "free".
void mend_lemma(Word& verb, const WordClasses& words) {
  std::string& lemma = verb.lemma;
  if (lemma.size() > 4 && lemma.ends_with("ie") && verb.form.ends_with("ies") &&
      !words.is(lemma, WordClass::kInIe))
    lemma.replace(lemma.size() - 2, 2, "y");
  if (verb.form.size() > 4 && verb.form.ends_with("ied") && !lemma.ends_with('y') &&
      !words.is(lemma, WordClass::kInIe))
    lemma = lemma.substr(0, lemma.rfind('i')) + 'y';
  if (verb.form.ends_with("eed") && verb.form.size() == lemma.size() + 2 &&
      verb.form.starts_with(lemma))
    lemma += 'e';
}

// In "Fighting between X and Y goes on" fighting is a noun.
void mend_gerund_between(SentenceTree& t, int32_t w) {
  Word& x = t.word(w);
  if (!x.form.ends_with("ing") || w + 1 >= t.end() || t.word(w + 1).form != "between" ||
      x.morph.verb_form == VerbForm::kFin ||
      t.any_child(w, [&](int32_t c) { return c < w; }))  // "was choosing between"
    return;
  retag(x, Upos::kNoun, "Number=Sing");
  x.lemma = lower(x.form);
  for (int32_t c : t.children(w))
    if (t.is(c, "obl")) t.word(c).deprel = "nmod";
  if (x.head > w && t.is(w, "advcl") && !t.has(x.head, "nsubj")) x.deprel = "nsubj";
}

// What one word shows. Heads stay.
void mend_word(SentenceTree& t, int32_t w, const WordClasses& words) {
  Word& x = t.word(w);
  if (x.form == "I" && w > t.first() && t.word(w - 1).form == "War")  // "World War I"
    retag(x, Upos::kNum, "NumType=Card");
  if (x.upos == Upos::kNoun && x.lemma == "troops") x.lemma = "troop";  // one, as for "soldiers"
  if (x.upos != Upos::kVerb) return;
  mend_lemma(x, words);
  mend_gerund_between(t, w);
}

// "Rome denies attacking Oslo": before a gerund the parser takes "denies", which is never a noun,
// for one, and what is denied for its participle or its verb.
bool never_noun(SentenceTree& t, int32_t w) {
  Word& x = t.word(w);
  if (x.upos != Upos::kNoun || (x.form != "denies" && x.form != "Denies")) return false;
  int32_t subject = kNone, content = kNone;
  for (int32_t c : t.children(w)) {
    if (c < w && t.is(c, "compound", "nsubj")) subject = c;
    if (c > w && t.is(c, "acl") && content == kNone) content = c;
  }
  const bool above = content == kNone && t.is(w, "nsubj") && x.head > w;
  if (above) content = x.head;
  if (subject == kNone || content == kNone || t.word(content).upos != Upos::kVerb) return false;
  for (int32_t c : t.children(w))
    if (c < w && c != subject && t.word(c).upos != Upos::kPunct) t.word(c).head = subject;
  if (above) {
    t.take_place(w, content);
    t.word(content).head = w;
  }
  t.word(subject).deprel = "nsubj";
  t.word(content).deprel = "ccomp";
  x.lemma = "deny";
  retag(x, Upos::kVerb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
  return true;
}

// "refused to hand over the man", "a decision to sanction three men": behind "to" the parser took
// a verb that is also a noun for the noun.
bool infinitive_not_noun(SentenceTree& t, int32_t w, const WordClasses& words) {
  Word& x = t.word(w);
  const int32_t to = w - 1, next = w + 1;
  if (x.upos != Upos::kNoun || to <= t.first() || next >= t.end() || t.word(to).form != "to" ||
      t.word(to).head != w)
    return false;
  const bool marked = t.is(to, "mark") && t.is(w, "xcomp", "acl", "advcl");
  const int32_t meant = to - 1;
  const Upos behind = t.word(next).upos;
  const bool of_decision = t.is(to, "case") && t.word(meant).upos == Upos::kNoun &&
                           x.head == meant && words.is(t.word(meant).lemma, WordClass::kMeant) &&
                           x.morph.number == Number::kSing &&
                           (behind == Upos::kDet || behind == Upos::kNum ||
                            behind == Upos::kPropn || behind == Upos::kAdj);
  if (!marked && !of_decision) return false;
  for (int32_t c : t.children(w))
    if (c != to && c < w) return false;
  retag(x, Upos::kVerb, "VerbForm=Inf");
  if (of_decision) {
    x.deprel = "acl";
    t.word(to).upos = Upos::kPart;
    t.word(to).deprel = "mark";
  }
  int32_t object = kNone;
  for (int32_t c : t.children(w)) {
    // what the particle of "hand over" was taken for the preposition of
    const bool beside = t.is(c, "appos", "nmod", "obl", "flat");
    if (c < w || object != kNone || (!beside && !t.is(c, "obj"))) continue;
    const std::vector<int32_t>& below = t.children(c);
    const bool particle = t.is(c, "obl") && !below.empty() && below.front() == next &&
                          t.is(next, "case") && among(t.word(next).form, kParticles);
    if (!particle && t.has(c, "case")) continue;
    if (particle) t.hang(next, w, "compound:prt");
    t.word(c).deprel = "obj";
    object = c;
  }
  if (of_decision)
    for (int32_t c : t.children(w))
      if (c > w && t.is(c, "flat") && object != kNone && c < object) t.word(c).head = object;
  return true;
}

// "refused to take back exiles": right behind a verb "back" is the verb's.
bool back_of_verb(SentenceTree& t, int32_t w) {
  const int32_t verb = w - 1, noun = t.word(w).head;
  if (t.word(w).form != "back" || !t.is(w, "amod") || verb < t.first() || noun < w ||
      t.word(verb).upos != Upos::kVerb || t.word(noun).head != verb)
    return false;
  t.hang(w, verb, "advmod");
  retag(t.word(w), Upos::kAdv, "_");
  return true;
}

// "shot dead at least 60 men": the verb's object, which the parser took for a circumstance.
bool at_least(SentenceTree& t, int32_t at) {
  const int32_t least = at + 1, number = at + 2;
  if (number >= t.end() || t.word(at).form != "at" || !t.is(at, "case") ||
      (t.word(least).form != "least" && t.word(least).form != "most") ||
      t.word(number).upos != Upos::kNum)
    return false;
  const int32_t noun = t.word(number).head;
  if (noun < number || t.word(noun).upos != Upos::kNoun || !t.is(noun, "obl") ||
      t.word(noun).head < t.first() || t.word(noun).head > at ||
      (t.word(at).head != least && t.word(at).head != noun))
    return false;
  for (int32_t c : t.children(noun))
    if (t.is(c, "case") && c != at) return false;
  if (t.has(t.word(noun).head, "obj")) return false;
  t.word(at).head = least;
  t.hang(least, number, "advmod");
  t.word(noun).deprel = "obj";
  return true;
}

// "annexed Crimea and backed separatists": right behind "and" a past before a bare plural is
// rather one more verb than what describes it, unless people are often called so, "killed two and
// wounded soldiers".
bool verb_behind_and(SentenceTree& t, int32_t w, const WordClasses& words) {
  const int32_t noun = t.word(w).head, conjunction = w - 1;
  if (t.word(w).upos != Upos::kVerb || !t.is(w, "amod") || t.word(w).morph.tense != Tense::kPast ||
      noun < w || noun > w + 2 || !t.is(noun, "conj") ||
      (t.word(noun).upos != Upos::kPropn &&
       (t.word(noun).upos != Upos::kNoun || t.word(noun).morph.number != Number::kPlur)) ||
      conjunction <= t.first() || t.word(conjunction).form != "and" ||
      words.is(t.word(w).form, WordClass::kDescribing))
    return false;
  for (int32_t c : t.children(noun))
    if (c < noun && c != w && c != conjunction && !t.is(c, "amod")) return false;
  const int32_t object = t.word(noun).head;
  if (object > conjunction || object < t.first() || !t.is(object, "obj") ||
      (t.word(object).upos != Upos::kPropn && t.word(object).upos != Upos::kNoun))
    return false;
  const int32_t verb = t.word(object).head;
  if (verb < t.first() || verb > object || t.word(verb).upos != Upos::kVerb ||
      t.word(verb).morph.verb_form != VerbForm::kFin || t.word(verb).morph.tense != Tense::kPast)
    return false;
  for (int32_t c : t.children(object))
    if (t.is(c, "amod") && t.word(c).morph.verb_form == VerbForm::kPart) return false;
  t.hang(w, verb, "conj");
  retag(t.word(w), Upos::kVerb, "Mood=Ind|Tense=Past|VerbForm=Fin");
  t.word(conjunction).head = w;
  t.hang(noun, w, "obj");
  return true;
}

// "bombed Sanaa": a bare name right behind a verb that makes nobody anything is its object,
// though the parser took it for what somebody is called or becomes.
bool object_not_predicate(SentenceTree& t, int32_t w, const WordClasses& words) {
  const int32_t verb = w - 1;
  if (!t.is(w, "xcomp") || t.word(w).upos != Upos::kPropn || verb < t.first() ||
      t.word(w).head != verb || t.word(verb).upos != Upos::kVerb ||
      words.is(t.word(verb).lemma, WordClass::kBecomes))
    return false;
  if (t.has(verb, "obj", "iobj", "aux:pass") || t.has(w, "case", "mark", "cop")) return false;
  t.word(w).deprel = "obj";
  return true;
}

}  // namespace

void mend_english_tags(SentenceTree& t, const WordClasses& words) {
  for (int32_t w = t.first(); w < t.end(); ++w) mend_word(t, w, words);
  for (int32_t w = t.first(); w < t.end(); ++w)
    if (never_noun(t, w)) t.read();
  for (int32_t w = t.first(); w < t.end(); ++w)
    if (infinitive_not_noun(t, w, words) || object_not_predicate(t, w, words) || at_least(t, w) ||
        verb_behind_and(t, w, words) || back_of_verb(t, w))
      t.read();
}

}  // namespace selon
