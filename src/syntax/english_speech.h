// English verbs of saying whose subject the parser took for something else.
//
//   "Gunmen stormed a hotel in Oslo, police and witnesses said."  with  conj(Oslo, police)
//   → nsubj(said, police)
//
// Behind what is said and a comma, a name or a noun and a verb of saying are a clause. Part of
// english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "…, Kyiv claims.", "…, Anna Vik vowed.": the last words of the sentence.
bool mend_said_at_end(SentenceTree& t, int32_t w, const WordClasses& words);
// "…, police and witnesses said": whatever stands behind.
bool mend_said_behind(SentenceTree& t, int32_t verb);
// "The rebels freed soldiers captured in Oslo, the agency said.": the rebels did not say it.
bool mend_said_behind_participle(SentenceTree& t, int32_t verb, const WordClasses& words);
// "which, according to X, Y and Z have criticised": Y and Z criticise, and are no source.
bool mend_listed_with_source(SentenceTree& t, int32_t verb);

}  // namespace selon
