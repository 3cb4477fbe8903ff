// Mends French trees by rules, a file a kind of construction: forms that stand far from each other
// (french_auxiliaries.h), relative clauses (french_relatives.h), whose subject a noun is
// (french_subjects.h), what a verb (french_complements.h) and a noun (french_noun_phrases.h) keep
// behind what stands between.
//
//   "Oslo a, de son côté, condamné Rome."   with  root(a), acl(côté, condamné)
//   → root(condamné), aux:tense(condamné, a), obl(condamné, côté)
#pragma once
#include "document/document.h"
#include "knowledge/word_classes.h"

namespace selon {

// Changes words in place; every tree stays a tree with one root. Needs words with trees. `words`
// are those of French.
void mend_french_trees(Document& document, const WordClasses& words);

}  // namespace selon
