#include "syntax/french_subjects.h"

#include <string_view>

#include "base/utf8.h"

namespace selon {
namespace {

// The place of a verb's first auxiliary, else its own.
int32_t opening_of(const SentenceTree& t, int32_t verb) {
  int32_t first = verb;
  for (int32_t c : t.children(verb))
    if (t.is(c, "aux") && c < first) first = c;
  return first;
}

int32_t child_behind(const SentenceTree& t, int32_t verb, std::string_view relation) {
  for (int32_t c : t.children(verb))
    if (c > verb && t.is(c, relation)) return c;
  return kNone;
}

int32_t noun_subject_before(const SentenceTree& t, int32_t verb) {
  for (int32_t c : t.children(verb))
    if (c < verb && t.word(c).deprel == "nsubj") return c;
  return kNone;
}

// "Oslo a mené lundi des raids, a annoncé Rome": what stands before the comma is the main verb's
// object.
bool insert_verb(SentenceTree& t, int32_t verb) {
  const int32_t main = t.word(verb).head;
  if (!t.is(verb, "parataxis") || main == kNone || main > verb) return false;
  const int32_t before = noun_subject_before(t, verb), behind = child_behind(t, verb, "obj");
  const int32_t opening = opening_of(t, verb);
  if (before == kNone || behind == kNone || t.word(before).upos == Upos::kPron || before < main ||
      opening <= t.first() || t.word(opening - 1).form != "," || before > opening)
    return false;
  t.hang(before, main, child_behind(t, main, "obj") == kNone ? "obj" : "obl:arg");
  t.word(behind).deprel = "nsubj";
  return true;
}

// "Nul n'a respecté la trêve, déplore Oslo": a finite clause without a conjunction is no adverbial
// of the verb behind its comma, but what it says.
bool insert_after_clause(SentenceTree& t, int32_t verb) {
  if (t.is(verb, "conj") || t.word(verb).morph.verb_form != VerbForm::kFin) return false;
  const int32_t opening = opening_of(t, verb), behind = child_behind(t, verb, "obj");
  if (behind == kNone || opening <= t.first() + 1 || t.word(opening - 1).form != ",") return false;
  int32_t clause = kNone;
  for (int32_t c : t.children(verb))
    if (c < verb && t.word(c).deprel == "advcl" && t.word(c).upos == Upos::kVerb && t.finite(c) &&
        !t.has(c, "mark", "nsubj"))
      clause = c;
  const int32_t subject = clause == kNone ? kNone : noun_subject_before(t, verb);
  if (subject == kNone || subject > clause) return false;
  t.word(subject).head = clause;
  t.take_place(clause, verb);
  t.hang(verb, clause, "parataxis:insert");
  t.word(behind).deprel = "nsubj";
  return true;
}

// "Dix marins sont morts, accuse Oslo": a finite verb behind a comma, without a conjunction and
// with its subject behind it, is inserted and no conjunct.
bool insert_conjunct(SentenceTree& t, int32_t verb) {
  const int32_t first = t.word(verb).head;
  if (!t.is(verb, "conj") || first == kNone || first > verb || !t.finite(verb)) return false;
  const int32_t opening = opening_of(t, verb), subject = child_behind(t, verb, "nsubj");
  if (subject == kNone || opening <= t.first() || t.word(opening - 1).form != ",") return false;
  const bool a_conjunct = t.any_child(verb, [&](int32_t c) {
    return t.is(c, "cc", "obj", "ccomp") || (c < verb && !t.is(c, "punct", "aux"));
  });
  if (a_conjunct) return false;
  for (int32_t at = verb + 1; at < subject; ++at)
    if (t.word(at).head != subject) return false;
  t.word(verb).deprel = "parataxis:insert";
  return true;
}

}  // namespace

bool mend_joined_subject(SentenceTree& t, int32_t comme) {
  if (t.word(comme).lemma != "comme" || !t.is(comme, "case")) return false;
  const int32_t other = t.word(comme).head;
  if (other == kNone || other < comme || comme == t.first() || !t.is(other, "nmod", "obl"))
    return false;
  int32_t verb = t.word(other).head;
  if (verb != kNone && verb < comme) verb = t.word(verb).head;
  if (verb == kNone || verb < other || t.word(verb).upos != Upos::kVerb) return false;
  const auto plural = [&](int32_t w) {
    const Morph& m = t.word(w).morph;
    return m.verb_form == VerbForm::kFin && m.number == Number::kPlur;
  };
  const bool of_many =
      plural(verb) || t.any_child(verb, [&](int32_t c) { return t.is(c, "aux") && plural(c); });
  const int32_t subject = noun_subject_before(t, verb);
  if (!of_many || subject == kNone || subject > comme ||
      t.word(subject).morph.number == Number::kPlur || t.has(subject, "conj"))
    return false;
  t.hang(other, subject, "conj");
  t.word(comme).deprel = "cc";
  return true;
}

bool mend_inserted(SentenceTree& t, int32_t verb) {
  return t.word(verb).upos == Upos::kVerb &&
         (insert_verb(t, verb) || insert_after_clause(t, verb) || insert_conjunct(t, verb));
}

// "Oslo dément.", "ce que Rome dément": behind a name it is no adjective.
bool mend_denies(SentenceTree& t, int32_t w) {
  if (lower(t.word(w).form) != "dément" || t.word(w).upos == Upos::kVerb || w == t.first() ||
      t.word(w - 1).upos != Upos::kPropn)
    return false;
  const int32_t name = t.word(w).head;
  if (!t.any_child(w, [&](int32_t c) { return t.is(c, "nsubj") && c < w; })) {
    if (name != w - 1) return false;
    for (int32_t c : t.children(name))
      if (c != w && (t.is(c, "punct") || c > w)) t.word(c).head = w;
    t.take_place(w, name);
    t.hang(name, w, "nsubj");
  }
  Word& x = t.word(w);
  x.upos = Upos::kVerb;
  x.lemma = "démentir";
  x.morph = Morph();
  x.morph.verb_form = VerbForm::kFin;
  x.morph.mood = Mood::kInd;
  x.morph.tense = Tense::kPres;
  return true;
}

}  // namespace selon
