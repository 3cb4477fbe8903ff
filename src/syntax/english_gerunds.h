// Gerunds that the parser takes for nouns describing their object.
//
//   "Oslo accused Rome of shelling villages."  with  compound(villages, shelling)
//   → advcl(accused, shelling), obj(shelling, villages)
//
// Only behind verbs of charging somebody with a deed, and behind those whose object is often a
// gerund ("denied bombing hospitals"). Part of english_trees.h.
#pragma once
#include "document/document.h"
#include "knowledge/word_classes.h"

namespace selon {

// Changes the sentence's words in place; true when it did. It stays a tree.
bool mend_gerunds(Document& document, const Sentence& sentence, const WordClasses& words);

}  // namespace selon
