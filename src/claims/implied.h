// Who takes part in an event by way of another event of the same sentence.
//
//   "Trois soldats ont été tués dans une attaque kurde"   tués: by whom; attaque: on whom
//   "Oslo condamne les frappes russes"                    what is condemned is who did it
//   "Oslo a résisté aux pressions de Rome"                pressions: on Oslo
//   "intervenir à la demande d'Oslo"                      demande: to whoever intervenes
//   "Oslo a reçu Rome pour parler de coopération"         coopération: of both
//
// Needs events in text order, with trees and mentions. Changes their participants only.
#pragma once
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"

namespace selon {

void imply_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                        std::vector<FoundEvent>& events);

}  // namespace selon
