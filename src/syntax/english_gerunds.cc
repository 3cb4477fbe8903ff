#include "syntax/english_gerunds.h"

#include <string_view>

namespace selon {
namespace {

void make_gerund(SentenceTree& t, int32_t w, int32_t object, int32_t head,
                 std::string_view relation) {
  Word& x = t.word(w);
  t.hang(w, head, relation);
  retag(x, Upos::kVerb, "VerbForm=Ger");
  if (x.lemma.ends_with("ing")) x.lemma.resize(x.lemma.size() - 3);
  t.hang(object, w, "obj");
}

// "of attacking hospitals and shelling schools"
bool joins_gerund(SentenceTree& t, int32_t w, int32_t object) {
  const int32_t first = t.word(object).head, conjunction = w - 1;
  if (!t.is(object, "conj") || t.word(conjunction).upos != Upos::kCconj || !t.is(first, "obj") ||
      t.word(t.word(first).head).morph.verb_form != VerbForm::kGer)
    return false;
  t.word(conjunction).head = w;
  make_gerund(t, w, object, t.word(first).head, "conj");
  return true;
}

// "accused Oslo of bombing hospitals", "denied bombing hospitals": a bare plural is the gerund's
// object, though the parser took the gerund for a noun that describes it.
bool gerund(SentenceTree& t, int32_t w, const WordClasses& words) {
  const Word& x = t.word(w);
  const int32_t object = x.head;
  if (x.form.size() < 5 || !x.form.ends_with("ing") || object < w || w == t.first() ||
      !t.is(w, "compound", "amod") || t.word(object).upos != Upos::kNoun ||
      t.word(object).morph.number != Number::kPlur ||
      words.is(t.word(object).lemma, WordClass::kDeed))
    return false;
  for (int32_t k = w + 1; k < object; ++k)
    if (t.word(k).head != object || t.is(k, "punct")) return false;
  const int32_t before = w - 1;
  if (joins_gerund(t, w, object)) return true;
  const bool prepositional = t.word(before).upos == Upos::kAdp && t.is(before, "case") &&
                             (t.word(before).head == object || t.word(before).head == w);
  int32_t charged = kNone;  // hung on what he did
  for (int32_t c : t.children(object)) {
    if (c >= before) break;
    if (!prepositional || charged != kNone || t.word(c).upos != Upos::kPropn) return false;
    charged = c;
  }
  int32_t verb = t.word(object).head;
  if (prepositional) {
    while (verb != kNone && t.is(verb, "obj") && !words.is(t.word(verb).lemma, WordClass::kCharges))
      verb = t.word(verb).head;  // hung on whoever is charged
    if (verb == kNone || verb > before || !words.is(t.word(verb).lemma, WordClass::kCharges))
      return false;
  } else if (verb != before || !t.is(object, "obj") ||
             !words.is(t.word(verb).lemma, WordClass::kBeforeGerund)) {
    return false;
  }
  if (charged != kNone) t.hang(charged, verb, "obj");
  if (prepositional) t.hang(before, w, "mark");
  make_gerund(t, w, object, verb, prepositional ? "advcl" : "xcomp");
  return true;
}

// "accused Oslo of poisoning Anna Vik": a name right behind the gerund is its object.
bool gerund_of_name(SentenceTree& t, int32_t w, const WordClasses& words) {
  const Word& x = t.word(w);
  const int32_t name = w + 1, before = w - 1;
  if (x.upos != Upos::kNoun || x.form.size() < 5 || !x.form.ends_with("ing") || w == t.first() ||
      name >= t.end() || t.word(name).head != w || t.word(name).upos != Upos::kPropn ||
      t.word(before).head != w || !t.is(before, "case"))
    return false;
  int32_t verb = x.head;
  if (verb != kNone && t.is(verb, "obj") && t.is(w, "nmod")) verb = t.word(verb).head;
  if (verb == kNone || verb > before || !words.is(t.word(verb).lemma, WordClass::kCharges))
    return false;
  t.word(before).deprel = "mark";
  make_gerund(t, w, name, verb, "advcl");
  return true;
}

// "paid damages for bombing Oslo": no noun has an object.
bool noun_with_object(SentenceTree& t, int32_t w) {
  const Word& x = t.word(w);
  if (x.upos != Upos::kNoun || x.form.size() < 5 || !x.form.ends_with("ing") ||
      !t.is(w, "nmod", "obl"))
    return false;
  int32_t object = kNone, preposition = kNone;
  for (int32_t c : t.children(w)) {
    if (c < w && t.is(c, "case")) preposition = c;
    if (c < w && c != preposition) return false;
    if (c > w && t.is(c, "obj")) object = c;
  }
  if (object == kNone || preposition == kNone) return false;
  t.word(preposition).deprel = "mark";
  make_gerund(t, w, object, x.head, t.is(w, "nmod") ? "acl" : "advcl");
  return true;
}

// "is training Ukrainian soldiers": behind its auxiliary a participle governs the noun, and does
// not describe it. A noun would stand behind the adjective.
bool progressive(SentenceTree& t, int32_t w) {
  Word& x = t.word(w);
  const int32_t noun = x.head, copula = w - 1;
  if ((x.upos != Upos::kVerb && x.upos != Upos::kNoun) || !x.form.ends_with("ing") || noun < w ||
      !t.is(w, "compound", "amod") || t.word(noun).upos != Upos::kNoun)
    return false;
  const auto is_be = [&](int32_t c) { return t.word(c).lemma == "be"; };
  const bool auxiliary =
      t.any_child(w, [&](int32_t c) { return c < w && t.is(c, "aux") && is_be(c); });
  const bool apart =
      t.any_child(noun, [&](int32_t c) { return c > w && c < noun && t.is(c, "amod"); });
  const bool joined =
      copula >= t.first() && t.is(copula, "cop") && t.word(copula).head == noun && is_be(copula);
  if ((!auxiliary && !(apart && joined)) || t.has(noun, "case") || (t.has(noun, "cop") && !joined))
    return false;
  for (int32_t c : t.children(noun)) {
    const bool before = c < w && !t.is(c, "det", "amod");
    const bool behind = c > noun && t.is(c, "obl");
    if (before || behind || t.word(c).upos == Upos::kPunct) t.word(c).head = w;
  }
  if (joined) {
    t.hang(copula, w, "aux");
    retag(x, Upos::kVerb, "Tense=Pres|VerbForm=Part");
    if (x.lemma.ends_with("ing")) x.lemma.resize(x.lemma.size() - 3);
  }
  t.take_place(w, noun);
  t.hang(noun, w, "obj");
  return true;
}

// "denies backing rebels": it describes no verb, it is what is denied.
bool complement(SentenceTree& t, int32_t w, const WordClasses& words) {
  const int32_t verb = t.word(w).head;
  if (!t.is(w, "acl") || verb != w - 1 || t.word(w).morph.verb_form != VerbForm::kGer ||
      t.word(verb).upos != Upos::kVerb || !words.is(t.word(verb).lemma, WordClass::kBeforeGerund))
    return false;
  t.word(w).deprel = "xcomp";
  return true;
}

}  // namespace

void mend_english_gerunds(SentenceTree& t, const WordClasses& words) {
  for (int32_t w = t.first(); w < t.end(); ++w)
    if (gerund(t, w, words) || gerund_of_name(t, w, words) || noun_with_object(t, w) ||
        progressive(t, w) || complement(t, w, words))
      t.read();
}

}  // namespace selon
