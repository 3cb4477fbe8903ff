// What "avoir", "être", "faire" and "voir" are to the verb they go with.
//
//   "Oslo a, de son côté, condamné Rome."   with  root(a), acl(côté, condamné)
//   → root(condamné), aux:tense(condamné, a), obl(condamné, côté)
//   "Oslo a fait assassiner le maire."      with  xcomp(fait, assassiner)
//   → root(assassiner), aux:caus(assassiner, fait)
//
// The press puts whole phrases between an auxiliary and its participle; a tree then has an "avoir"
// that has nothing, and a participle that describes the wrong word. Part of french_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// A mender, as sentence_tree.h describes them.
bool mend_auxiliary(SentenceTree& t, int32_t w, const WordClasses& words);

}  // namespace selon
