// English words that the parser takes for another part of speech, or for another form.
//
//   "Oslo refused to hand over the man."  with  hand NOUN, over ADP  →  hand VERB, obj(hand, man)
//
// "denies" is never a noun, what stands behind "to" is mostly a verb, and a past right behind "and"
// before a bare plural is one more act. Part of english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Over the whole sentence, which stays a tree and is read again.
void mend_english_tags(SentenceTree& t, const WordClasses& words);

}  // namespace selon
