// With which word before it an English word is coordinated.
//
//   "Rome said its ships had left and accused Oslo."  with  conj(left, accused)
//   → conj(said, accused)
//
// What "had" makes a participle is not coordinated with a past. Part of english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "said its ships had left and accused": the past is coordinated with "said".
bool mend_past_behind_perfect(SentenceTree& t, int32_t verb, const WordClasses& words);
// "accused the minister of lying and called for his resignation": with "accused".
bool mend_past_behind_gerund(SentenceTree& t, int32_t verb);
// "drew praise from Oslo and criticism from Rome": the criticism with the praise.
bool mend_praise_and_blame(SentenceTree& t, int32_t verb);

}  // namespace selon
