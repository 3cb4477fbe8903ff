// Mends English trees by rules, a file a kind of construction: parts of speech (english_tags.h),
// gerunds (english_gerunds.h), pasts and participles (english_participles.h), verbs of saying
// (english_speech.h), where clauses begin (english_clauses.h), what is coordinated with what
// (english_coordination.h), verdicts and decisions (english_complements.h).
//
//   "Troops sent to Oslo were asked to leave."  with  root(sent), nsubj(sent, Troops)
//   → root(asked), nsubj:pass(asked, Troops), acl(Troops, sent)
#pragma once
#include "document/document.h"
#include "knowledge/word_classes.h"

namespace selon {

// Changes words in place; every tree stays a tree with one root. Needs words with trees. `words`
// are those of English.
void mend_english_trees(Document& document, const WordClasses& words);

}  // namespace selon
