// Makes the claims: each event found, with its voices, firmness, time, place and quantities, and
// the words it rests on.
//
//   "Selon Oslo, Moscou aurait frappé Kharkiv mardi."
//   claim  trigger "frappé"  ASSAULT  actors Moscou  recipients Kharkiv  voices Oslo  hedged  past
//   when "mardi"
//
// PLOVER's four auxiliary modes follow from the rest of a claim: "historical" of a past event whose
// own date ends more than kNewsDays before the article's, "future" of one still to come,
// "hypothetical" inside a condition or a counterfactual, "negation" of one that is negated, or
// denied by the voice that tells of it.
//
// Needs trees, mentions, times, places, quantities, attributions. Adds claims, in the order of
// their triggers.
#pragma once
#include "document/document.h"
#include "knowledge/events.h"
#include "knowledge/ontology.h"

namespace selon {

inline constexpr int kNewsDays = 31;

// Claims are never merged: an event told twice gives two. Linear in words. `lexicon` is that of the
// document's language.
void find_claims(Document& doc, const EventLexicon& lexicon, const Ontology& ontology);

}  // namespace selon
