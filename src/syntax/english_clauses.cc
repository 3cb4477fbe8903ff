#include "syntax/english_clauses.h"

#include <array>
#include <string_view>

#include "base/among.h"

namespace selon {
namespace {

// Prepositions that are conjunctions, too.
constexpr std::array<std::string_view, 4> kAlsoMarks = {"after", "before", "since", "until"};
constexpr std::array<std::string_view, 4> kRelative = {"whom", "which", "that", "who"};

}  // namespace

// A clause with its own subject and object has no place for a relative pronoun, so "that" is the
// conjunction.
bool mend_that_not_pronoun(SentenceTree& t, int32_t verb) {
  if (t.word(verb).deprel != "acl:relcl") return false;
  int32_t that = kNone;
  bool object = false;
  for (int32_t c : t.children(verb)) {
    const bool pronoun = t.word(c).upos == Upos::kPron && !t.is(c, "nsubj", "obj");
    if (c < verb && t.word(c).form == "that" && (pronoun || t.is(c, "mark"))) that = c;
    object |= t.is(c, "obj") && c > verb;
  }
  if (that == kNone || !t.has(verb, "nsubj") || !object || that != t.word(verb).head + 1)
    return false;
  t.word(that).deprel = "mark";
  retag(t.word(that), Upos::kSconj, "_");
  t.word(verb).deprel = "acl";
  return true;
}

// What stands before "that" is no part of its clause, but the noun that the clause hangs on.
bool mend_noun_before_that(SentenceTree& t, int32_t verb) {
  const int32_t above = t.word(verb).head;
  for (int32_t mark : t.children(verb)) {
    const int32_t noun = mark - 1;
    if (!t.is(mark, "mark") || t.word(mark).form != "that" || noun < t.first()) continue;
    if (t.word(noun).upos != Upos::kNoun || t.word(noun).head != verb || above < t.first() ||
        above > noun || !t.is(noun, "obl"))
      return false;
    t.word(noun).head = above;
    t.hang(verb, noun, "acl");
    return true;
  }
  return false;
}

// What stands between the conjunction and a finite verb without a subject is its subject.
bool mend_subject_behind_mark(SentenceTree& t, int32_t verb) {
  if (t.word(verb).morph.verb_form != VerbForm::kFin ||
      t.has(verb, "nsubj", "csubj", "expl", "aux", "cop"))
    return false;
  int32_t mark = kNone, before = kNone;
  for (int32_t c : t.children(verb)) {
    if (t.is(c, "mark")) mark = c;
    if (t.word(c).deprel == "obl" && c == verb - 1) before = c;
  }
  if (mark == kNone || before <= mark || t.word(before).upos != Upos::kNoun ||
      t.has(before, "case"))
    return false;
  t.word(before).deprel = "nsubj";
  return true;
}

bool mend_subject_behind_case(SentenceTree& t, int32_t verb) {
  if (t.word(verb).morph.verb_form != VerbForm::kFin || !t.is(verb, "advcl") ||
      t.has(verb, "nsubj", "csubj", "expl", "aux", "cop", "mark", "cc"))
    return false;
  const int32_t noun = verb - 1, above = t.word(verb).head;
  if (noun <= t.first() || !t.is(noun, "obl") || t.word(noun).head != above || above > noun ||
      (t.word(noun).upos != Upos::kNoun && t.word(noun).upos != Upos::kPropn) ||
      !t.any_child(verb, [&](int32_t c) { return t.is(c, "obj") && c > verb; }))
    return false;
  for (int32_t c : t.children(noun)) {
    if (!t.is(c, "case")) continue;
    if (!among(t.word(c).form, kAlsoMarks)) return false;
    t.hang(c, verb, "mark");
    t.hang(noun, verb, "nsubj");
    return true;
  }
  return false;
}

// A phrase right behind a noun, without a comma, is the subject of a clause that describes the
// noun, though the parser took it for one more name of the same.
bool mend_contact_clause(SentenceTree& t, int32_t verb) {
  const int32_t subject = verb - 1;
  const auto is_noun = [&](int32_t w) {
    return t.word(w).upos == Upos::kNoun || t.word(w).upos == Upos::kPropn;
  };
  if (!t.is(verb, "acl") || t.word(verb).head != subject ||
      t.word(verb).morph.tense != Tense::kPast || !t.is(subject, "appos") || !is_noun(subject))
    return false;
  const int32_t first = t.opening(subject), thing = first - 1;
  if (thing <= t.first() || t.word(thing).upos != Upos::kNoun ||
      (t.word(first).upos != Upos::kDet && t.word(first).upos != Upos::kPropn) ||
      (t.word(subject).head != thing && t.word(subject).head != t.word(thing).head))
    return false;
  const bool has_own = t.any_child(verb, [&](int32_t c) {
    return t.is(c, "obj", "nsubj", "aux", "mark", "ccomp") ||
           (t.is(c, "obl") && t.case_of(c) == "by");
  });
  if (has_own) return false;
  t.hang(verb, thing, "acl:relcl");
  retag(t.word(verb), Upos::kVerb, "Mood=Ind|Tense=Past|VerbForm=Fin");
  t.hang(subject, verb, "nsubj");
  return true;
}

// What is said of the noun right before, without a comma, though the parser put it beside the main
// clause. A verb of saying may well stand there, but not one that says of what: "accuses of".
bool mend_contact_clause_of_pronoun(SentenceTree& t, int32_t verb, const WordClasses& words) {
  const int32_t subject = verb - 1, thing = verb - 2;
  const Word& x = t.word(verb);
  if (!t.is(verb, "parataxis", "ccomp") || x.morph.verb_form != VerbForm::kFin ||
      thing <= t.first() || x.head > thing || t.word(subject).upos != Upos::kPron ||
      t.word(subject).head != verb || !t.is(subject, "nsubj") ||
      t.word(thing).upos != Upos::kNoun || t.has(verb, "obj", "ccomp", "xcomp"))
    return false;
  const bool of_what = t.any_child(verb, [&](int32_t c) {
    return c > verb && t.any_child(c, [&](int32_t m) {
      return t.is(m, "mark", "case") && t.word(m).form == "of";
    });
  });
  const bool says = x.lemma == "say" || words.is(x.lemma, WordClass::kSpeech);
  if (!of_what && (says || t.is(verb, "ccomp"))) return false;
  t.hang(verb, thing, "acl:relcl");
  return true;
}

// The relative is the infinitive's object, though the parser gave it to the verb above; but "whom
// Oslo asked to leave".
bool mend_whom_to(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (!t.is(verb, "xcomp") || t.word(verb).morph.verb_form != VerbForm::kInf ||
      t.has(verb, "obj", "ccomp", "xcomp", "cop", "aux"))
    return false;
  const int32_t above = t.word(verb).head;
  if (above < t.first() || above > verb || t.word(above).deprel != "acl:relcl" ||
      words.is(t.word(above).lemma, WordClass::kObjectControl))
    return false;
  for (int32_t c : t.children(above)) {
    if (c > above || !t.is(c, "obj") || !among(t.word(c).form, kRelative)) continue;
    t.word(c).head = verb;
    return true;
  }
  return false;
}

// What opens a clause behind a semicolon is the subject of its verb, though the parser hung it on
// what stands before.
bool mend_subject_behind_semicolon(SentenceTree& t, int32_t verb) {
  if (t.word(verb).morph.verb_form != VerbForm::kFin || !t.is(verb, "parataxis", "conj") ||
      t.has(verb, "nsubj", "csubj", "expl"))
    return false;
  int32_t semicolon = verb - 1;
  while (semicolon > t.first() && t.word(semicolon).form != ";") --semicolon;
  if (semicolon <= t.first()) return false;
  // joined to "stayed away", the relative before it
  const int32_t joined = t.word(verb).head;
  const bool beside = joined > semicolon && joined < verb && t.is(verb, "conj") &&
                      t.word(joined).deprel == "acl:relcl" && t.word(verb - 1).form == ",";
  if (joined >= semicolon && !beside) return false;
  int32_t opens = semicolon + 1;  // the first that hangs on what stands before
  while (opens < verb && t.word(opens).head >= semicolon) ++opens;
  const Upos upos = t.word(opens).upos;
  if (opens == verb || (upos != Upos::kPropn && upos != Upos::kNoun && upos != Upos::kPron) ||
      !t.is(opens, "appos", "conj", "nmod") || !t.case_of(opens).empty() ||
      (beside && t.word(joined).head != opens))
    return false;
  if (beside) t.hang(verb, t.word(opens).head, "parataxis");
  t.hang(opens, verb, "nsubj");
  return true;
}

}  // namespace selon
