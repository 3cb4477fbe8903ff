// Polarity, certainty, time and voices of every word that can say that something happens, whether a
// claim rests on it or not: verbs, predicate nouns and adjectives, and nouns of the event tables or
// under a modal word. For those who study modality itself; `selon code --predicates` prints them.
//
//   "Selon Oslo, la trêve ne tiendra pas."   tiendra: neg asserted future, voices {Oslo}
//
// Needs words with trees, times, attributions; fills Document::predicates, in text order.
#pragma once
#include "document/document.h"
#include "knowledge/events.h"

namespace selon {

void find_predicates(Document& doc, const EventLexicon& lexicon);

}  // namespace selon
