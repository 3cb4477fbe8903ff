// Where an English clause begins: its conjunction or relative, and the noun that is its subject.
//
//   "Oslo protested after troops took a boat."  with  case(troops, after), obl(protested, troops)
//   → mark(took, after), nsubj(took, troops)
//
// Part of english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "no evidence that Rome struck the ship": "that" is no pronoun.
bool mend_that_not_pronoun(SentenceTree& t, int32_t verb);
// "under the pretext that X fired": the pretext stands outside the clause.
bool mend_noun_before_that(SentenceTree& t, int32_t verb);
// "after troops killed two men": the troops are the subject.
bool mend_subject_behind_mark(SentenceTree& t, int32_t verb);
// "after marines seized a boat", where "after" was taken for a preposition.
bool mend_subject_behind_case(SentenceTree& t, int32_t verb);
// "a result the opposition rejected": the opposition is the subject.
bool mend_contact_clause(SentenceTree& t, int32_t verb);
// "officials it accuses of fraud": the officials are accused.
bool mend_contact_clause_of_pronoun(SentenceTree& t, int32_t verb, const WordClasses& words);
// "…; Paris, whose troops stayed away, condemned it": Paris condemned.
bool mend_subject_behind_semicolon(SentenceTree& t, int32_t verb);
// "whom the court wants to arrest": the court arrests him.
bool mend_whom_to(SentenceTree& t, int32_t verb, const WordClasses& words);

}  // namespace selon
