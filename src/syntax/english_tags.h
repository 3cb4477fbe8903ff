// English words that the parser takes for another part of speech, or for another form.
//
//   "Oslo refused to hand over the man."  with  hand NOUN, over ADP  →  hand VERB, obj(hand, man)
//
// "denies" is never a noun, what stands behind "to" is mostly a verb, and a past right behind "and"
// before a bare plural is one more act. Part of english_trees.h.
#pragma once
#include "document/document.h"
#include "knowledge/word_classes.h"

namespace selon {

// Changes the sentence's words in place; true when arcs did. It stays a tree.
bool mend_english_tags(Document& document, const Sentence& sentence, const WordClasses& words);

}  // namespace selon
