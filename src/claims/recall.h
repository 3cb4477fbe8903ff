// Gives an event the participants that its own clause leaves out and its text has told.
//
//   "Oslo a rencontré Rome. (…) Cette rencontre"        a noun that points back: both
//   "Oslo a bombardé Rome. (…) Oslo intensifie ses frappes"   the same act by the same party in the
//                                                       same text is against the same other one
//   "Rome a attaqué Oslo. (…) Oslo a menacé Rome. (…) Rome exerce des pressions"   on Oslo
//
// Needs events in text order, with trees and mentions. Changes their participants only.
#pragma once
#include <vector>

#include "claims/events.h"
#include "document/document.h"
#include "mentions/tree.h"

namespace selon {

// Nouns that point back: what they were said to be.
void recall_told_before(const Document& doc, const Tree& tree, const EventLexicon& lexicon,
                        std::vector<FoundEvent>& events);

// Nouns for what both sides do that name nobody: "la coopération", in a text of Oslo and Rome.
void recall_pair_of_the_text(const Document& doc, const Tree& tree,
                             std::vector<FoundEvent>& events);

// The other side of an act whose one side is known, by other tellings of such an act.
void recall_other_side(const Document& doc, const Tree& tree, std::vector<FoundEvent>& events);

// Whom pressure, a sanction or an accusation without an aim is aimed at.
void recall_opponent_of_the_text(const Document& doc, const Tree& tree,
                                 std::vector<FoundEvent>& events);

// Whether the noun has a definite article, a demonstrative or a possessive.
bool definite(const Document& doc, const Tree& tree, int32_t noun);

}  // namespace selon
