// Whom an act reaches through a thing or through another act.
//
//   "bombed positions in Syria"                Syria     "fired rockets aimed at Oslo"     Oslo
//   "asked taxes from the schools"             the schools, which hang on "taxes"
//   "threatened to bomb Oslo", "rejected an offer from Oslo"    Oslo
//
// Needs trees, mentions; inherit_participants() the events found, in text order.
#pragma once
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

// The mentions that the verb's object leads to in that slot: under the slot's preposition on the
// object, at the end of a participle of aiming; for `force`, whose place the object stands in.
std::vector<int32_t> people_through_object(const Document& doc, const Tree& tree,
                                           const Arguments& arguments, const EventLexicon& lexicon,
                                           int32_t verb, const Slot& slot, bool force);

// What is promised, threatened or refused is aimed at somebody, and so is the word: gives such
// events that name nobody of their own the participants of what they govern.
void inherit_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                          const EventLexicon& lexicon, std::vector<FoundEvent>& events);

}  // namespace selon
