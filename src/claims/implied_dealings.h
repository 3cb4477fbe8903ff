// Who takes part in what a phrase tells of an act's circumstances: by whose help, under which deal,
// to what end, despite what.
//
//   "intervenir à la demande d'Oslo"                 demande: to whoever intervenes
//   "Oslo a reçu Rome pour parler de coopération"    coopération: of both
//
// Part of implied.h.
#pragma once
#include "claims/among_events.h"

namespace selon {

class ImpliedDealings : AmongEvents {
 public:
  using AmongEvents::AmongEvents;

  // "se sont entendus sur un paquet de sanctions contre X": the sanctions are of those who agree.
  void agreed_on(FoundEvent& noun) const;
  // "vaincre avec l'aide de X", "intervenir à la demande de X": who does it is helped, is asked.
  void by_whose_help(FoundEvent& noun);
  // "Oslo will send troops under a deal with Rome": the other party is who does so.
  void under_deal(FoundEvent& noun);
  // "fired on a ship in solidarity with Oslo", "left in protest at the vote": the noun says what
  // the clause's subject means by it.
  void in_favour(FoundEvent& noun);
  // "Oslo fired a missile despite warnings from Rome", "after months of pressure from Rome": they
  // were to whoever did it.
  void despite_which(FoundEvent& noun);
  // "X a reçu Y pour parler de leur coopération": a reciprocal noun that names nobody is of those
  // whom the clause above brings together.
  void common(FoundEvent& noun);
  // "Oslo met Rome to negotiate a truce": what both do.
  void met_to(FoundEvent& e) const;
  // "A court jailed the editor. (…) Oslo condemned the ruling": the court's.
  void ruled_by(FoundEvent& e);
};

}  // namespace selon
