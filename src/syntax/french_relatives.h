// Of which noun a French relative clause is, and where "que" is its object.
//
//   "Les propos du maire, élu en mars, selon lesquels il partira, inquiètent."
//   → acl:relcl(propos, partira), since "lesquels" agrees with no noun nearer
//
// Part of french_trees.h.
#pragma once
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "Oslo, que Rome accuse de mentir, a nié": "que" is Oslo, whom Rome accuses.
bool mend_que(SentenceTree& t, int32_t que);
// "les propos du maire, selon lesquels": of gender and number of the "propos".
bool mend_lequel(SentenceTree& t, int32_t pronoun);

}  // namespace selon
