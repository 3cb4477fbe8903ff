// What qualifies a French noun although other words stand between them.
//
//   "la menace d'Oslo d'annexer l'île a choqué"  with  advcl(choqué, annexer)
//   → acl(menace, annexer)
//
// A noun that has a complement or an adjective keeps what stands behind those. Part of
// french_trees.h.
#pragma once
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "la flotte fantôme russe": the adjective qualifies the first of the two nouns.
bool mend_behind_compound(SentenceTree& t, int32_t adjective);
// "le président déchu Ana Ruiz": the name is who the president is.
bool mend_name_behind_participle(SentenceTree& t, int32_t name);
// "la libération par Oslo de dix otages": the otages are the noun's.
bool mend_beyond_complement(SentenceTree& t, int32_t w);

}  // namespace selon
