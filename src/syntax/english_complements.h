// Whom an English verdict is about, what is decided, and in what one joins another.
//
//   "The court found Oslo guilty of fraud."  with  xcomp(found, guilty), compound(guilty, Oslo)
//   → obj(found, Oslo), xcomp(found, guilty)
//
// Part of english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "found Oslo guilty"
bool mend_verdict(SentenceTree& t, int32_t verb, const WordClasses& words);
// "called Rome a reckless partner"
bool mend_called_so(SentenceTree& t, int32_t verb, const WordClasses& words);
// "over a judge's decision to charge him": the charging is what the judge decided.
bool mend_decision_to(SentenceTree& t, int32_t verb, const WordClasses& words);
// "joined Rome in condemning it": whoever joined condemns.
bool mend_joined_in(SentenceTree& t, int32_t gerund, const WordClasses& words);
// "a truce called for by Rome": Rome called for it.
bool mend_called_for_by(SentenceTree& t, int32_t verb);
// "refused its inspectors access": they get none.
bool mend_indirect_object(SentenceTree& t, int32_t verb, const WordClasses& words);
// "went on to shell the town": and did.
bool mend_goes_on_to(SentenceTree& t, int32_t verb);

}  // namespace selon
