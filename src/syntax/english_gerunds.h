// Gerunds that the parser takes for nouns describing their object.
//
//   "Oslo accused Rome of shelling villages."  with  compound(villages, shelling)
//   → advcl(accused, shelling), obj(shelling, villages)
//
// Only behind verbs of charging somebody with a deed, and behind those whose object is often a
// gerund ("denied bombing hospitals"). Part of english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Over the whole sentence, which stays a tree and is read again.
void mend_english_gerunds(SentenceTree& t, const WordClasses& words);

}  // namespace selon
