// Mends French trees by rules, a file a kind of construction: forms that stand far from each other
// (french_auxiliaries.h), relative clauses (french_relatives.h), whose subject a noun is
// (french_subjects.h), what a verb (french_complements.h) and a noun (french_noun_phrases.h) keep
// behind what stands between.
//
//   "Oslo a, de son côté, condamné Rome."   with  root(a), acl(côté, condamné)
//   → root(condamné), aux:tense(condamné, a), obl(condamné, côté)
#pragma once

#include "document/document.h"

namespace selon {

// Changes heads, relations and parts of speech of words in place; every tree stays a tree with one
// root. Needs words with trees.
void mend_french_trees(Document& document);

}  // namespace selon
