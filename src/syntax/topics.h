// Headlines that name their place or subject before a colon: what stands there is nobody's subject.
//
//   "Syrie : les Kurdes acceptent un accord"   with  nsubj(acceptent, Syrie), nsubj(acceptent,
//   Kurdes) → dislocated(acceptent, Syrie), nsubj(acceptent, Kurdes)
//
//   "Gaza : Israël accuse Rome"   with  nsubj(accuse, Gaza), flat(Gaza, Israël)
//   → dislocated(accuse, Gaza), nsubj(accuse, Israël)
#pragma once

#include "document/document.h"

namespace selon {

// Changes heads and relations in place; every tree stays a tree with one root. Needs words with
// trees.
void mend_topics(Document& document);

}  // namespace selon
