// How sure the parser is of what a claim rests on: the smallest probability among the trigger's
// part of speech and the arcs between the trigger and each actor, recipient and cue of its
// sentence.
//
//   "Oslo, selon Rome, a quitté la table."  trigger "quitté", arcs nsubj(quitté, Oslo),
//   obl(quitté, Rome), case(Rome, selon)  → the least of these
//
// Needs words with their probabilities, mentions, attributions, claims.
#pragma once
#include "document/document.h"

namespace selon {

// 0 … 1, in thousandths. What stands in another sentence (coreference, a voice that is carried on)
// has no arc to the trigger and does not count.
double confidence_of(const Document& document, const Claim& claim);

}  // namespace selon
