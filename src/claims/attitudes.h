// Towards whom an attitude to an act, a thing or a clause is.
//
//   "Oslo condamne les frappes russes"                     Russia, who did what is condemned
//   "Un plan de Rome. (…) Oslo a rejeté ce plan"           Rome, whose it was
//   "Oslo a livré des chars, une décision critiquée"       Oslo, of whose act the clause tells
//
// Needs events in text order, with trees and mentions, and what their clauses imply (implied.h).
// Changes their participants only.
#pragma once
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"

namespace selon {

void aim_attitudes(const Document& doc, const Tree& tree, const Arguments& arguments,
                   std::vector<FoundEvent>& events);

}  // namespace selon
