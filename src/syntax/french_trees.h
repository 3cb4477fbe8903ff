// What the parser makes of French forms that stand far from each other, decided by rules.
//
//   "Oslo a, de son côté, condamné Rome."   with  root(a), acl(côté, condamné)
//   → root(condamné), aux:tense(condamné, a), obl(condamné, côté)
//   "Oslo a fait assassiner le maire."      with  xcomp(fait, assassiner)
//   → root(assassiner), aux:caus(assassiner, fait)
//   "Les propos du maire, élu en mars, selon lesquels il partira, inquiètent."
//   → acl:relcl(propos, partira), since "lesquels" agrees with no noun nearer
//
// The press puts whole phrases between an auxiliary and its participle; a tree then has an "avoir"
// that has nothing, and a participle that describes the wrong word.
#pragma once

#include "document/document.h"

namespace selon {

// Changes heads, relations and parts of speech of words in place; every tree stays a tree with one
// root. Needs words with trees.
void mend_french_trees(Document& document);

}  // namespace selon
