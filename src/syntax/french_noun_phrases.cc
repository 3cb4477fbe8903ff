#include "syntax/french_noun_phrases.h"

#include <algorithm>
#include <string_view>

namespace selon {
namespace {

bool under(const SentenceTree& t, int32_t w, std::string_view preposition) {
  return t.any_child(w,
                     [&](int32_t c) { return t.is(c, "case") && t.word(c).lemma == preposition; });
}

// The noun that is the verb's subject, whose phrase with a complement ends right there.
int32_t subject_noun_before(const SentenceTree& t, int32_t verb, int32_t end) {
  for (int32_t c : t.children(verb)) {
    if (!t.is(c, "nsubj") || c > end || t.word(c).upos != Upos::kNoun) continue;
    int32_t up = end - 1;
    for (int step = 0; step < 6 && up != kNone && up > c; ++step) up = t.word(up).head;
    if (up == c && end - 1 > c) return c;
  }
  return kNone;
}

// What stands behind a noun's first complement and was hung elsewhere is the noun's:
//   "la menace d'Oslo d'annexer l'île a choqué", the infinitive; not the verb's behind it
//   "la libération par Oslo de dix otages", the otages; a name has none
//   "la condamnation d'Ana par Oslo a été critiquée par Rome", Oslo; one agent is enough
int32_t noun_beyond_complement(const SentenceTree& t, int32_t w) {
  const Word& x = t.word(w);
  if (x.head == kNone) return kNone;
  if (x.morph.verb_form == VerbForm::kInf && t.is(w, "advcl") && x.head > w) {
    const int32_t opening = w - 1;
    if (opening <= t.first() || t.word(opening).lemma != "de") return kNone;
    return subject_noun_before(t, x.head, opening);
  }
  if (x.upos == Upos::kNoun && t.is(w, "nmod") && x.head < w &&
      t.word(x.head).upos == Upos::kPropn && t.is(x.head, "nmod")) {
    const int32_t name = x.head, noun = t.word(name).head;
    if (t.word(noun).upos != Upos::kNoun || noun > name || !under(t, name, "par") ||
        !under(t, w, "de"))
      return kNone;
    return noun;
  }
  if (x.deprel == "obl:agent" && x.head > w && under(t, w, "par") &&
      t.any_child(x.head,
                  [&](int32_t c) { return c > x.head && t.word(c).deprel == "obl:agent"; })) {
    int32_t opening = w;
    for (int32_t c : t.children(w)) opening = std::min(opening, c);
    return subject_noun_before(t, x.head, opening);
  }
  return kNone;
}

}  // namespace

// "un avion espion chilien": an adjective right behind two nouns that make one name of a thing
// qualifies the thing.
bool mend_behind_compound(SentenceTree& t, int32_t adjective) {
  const int32_t second = adjective - 1, first = adjective - 2;
  if (first < t.first() || t.word(adjective).upos != Upos::kAdj || !t.is(adjective, "amod") ||
      t.word(adjective).head != second || t.word(second).upos != Upos::kNoun ||
      !t.is(second, "appos") || t.word(second).head != first || t.word(first).upos != Upos::kNoun)
    return false;
  t.word(adjective).head = first;
  return true;
}

// "l'opposant emprisonné Ruiz": a name right behind a participle that qualifies the noun before it
// is who the noun is.
bool mend_name_behind_participle(SentenceTree& t, int32_t name) {
  const int32_t p = name - 1, noun = name - 2;
  if (noun < t.first() || t.word(name).upos != Upos::kPropn || t.word(name).head != p ||
      t.word(p).morph.verb_form != VerbForm::kPart || t.word(p).morph.tense == Tense::kPres ||
      !t.is(p, "acl", "amod") || t.word(p).head != noun || t.word(noun).upos != Upos::kNoun ||
      t.word(noun).morph.number == Number::kPlur)
    return false;
  if (t.has(name, "case", "det") || t.any_child(p, [&](int32_t c) { return c != name; }))
    return false;
  t.hang(name, noun, "appos");
  return true;
}

bool mend_beyond_complement(SentenceTree& t, int32_t w) {
  const int32_t noun = noun_beyond_complement(t, w);
  if (noun == kNone) return false;
  t.hang(w, noun, t.word(w).morph.verb_form == VerbForm::kInf ? "acl" : "nmod");
  return true;
}

}  // namespace selon
