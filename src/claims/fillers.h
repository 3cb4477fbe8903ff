// Who fills a slot when the filler is not simply somebody: things with owners, acts under a
// preposition, the subject as the other side.
//
//   "accepter la proposition d'Oslo"      owners(proposition) = Oslo
//   "agir en coordination avec Oslo"      parties_around(coordination) = who acts
#pragma once
#include <string_view>
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"

namespace selon {

// "intervenir à la demande de X" is bidden, "participer à une attaque contre X" does nothing with
// X: whose such a noun under "à" is undergoes nothing.
bool only_an_act(const Document& doc, const EventLexicon& lexicon, const FoundEvent& e,
                 const Slot& slot, int32_t filler);

// "l'arrestation de X": what is done to whose the noun is, and by others.
bool done_to_owner(const Document& doc, const EventLexicon& lexicon, int32_t noun);

// "Oslo's killing of X", "his arrest of X": who stands before a noun of what is done, where "of"
// says to whom, does it; kNone.
int32_t doer_before(const Document& doc, const Tree& tree, const EventLexicon& lexicon,
                    int32_t noun);

// "son pays", of who acts.
bool possessed_by(const Document& doc, const Tree& tree, int32_t mention,
                  const std::vector<int32_t>& actors);

// Whose a noun is, by genitive, adjective or possessive, without those who act.
std::vector<int32_t> owners(const Document& doc, const Arguments& arguments, int32_t noun,
                            const std::vector<int32_t>& actors);

// "X travaille en coordination avec Y", "X est en guerre avec Y", "X l'a dit lors d'un entretien
// avec Y": the other side is the subject.
std::vector<int32_t> parties_around(const Document& doc, const Tree& tree,
                                    const Arguments& arguments, const EventLexicon& lexicon,
                                    int32_t noun);

}  // namespace selon
