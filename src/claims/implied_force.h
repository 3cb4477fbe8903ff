// Who struck and who was struck, where one word tells the act and another what came of it.
//
//   "Trois soldats ont été tués dans une attaque kurde"   tués: by whom; attaque: on whom
//   "L'armée a riposté"                                   at whoever struck last
//   "Three people were killed when police opened fire"    by the police
//
// Part of implied.h.
#pragma once
#include <string_view>

#include "claims/among_events.h"

namespace selon {

class ImpliedForce : AmongEvents {
 public:
  using AmongEvents::AmongEvents;

  // "Oslo a riposté à des frappes chiliennes": against whoever struck.
  void answers(FoundEvent& e) const;
  // "Des rebelles ont attaqué un poste. L'armée a riposté", "a riposté après l'attaque d'un poste
  // par des rebelles": at whoever struck last, who had struck those who answer.
  void strikes_back(FoundEvent& e) const;
  // "tués dans une attaque kurde": who attacked killed, who was killed was attacked.
  void in_which(FoundEvent& noun);
  // "Une frappe chilienne a tué dix civils", "une frappe qui a tué dix civils": they were struck;
  // "le coup d'État qui a renversé X": against X.
  void whom_it_hurt(FoundEvent& noun) const;
  // "ont pris la ville après des jours de combats contre l'armée": who took it fought.
  void fought_by(FoundEvent& noun) const;
  // "Oslo was behind the attack", "accused Oslo of being behind the attack".
  void behind_which(FoundEvent& noun);
  // "poursuit X pour le meurtre de Y", "accused X of the attack", "sanctioned X over the
  // crackdown": whoever is blamed or punished for an act did it.
  void blamed_for(FoundEvent& noun) const;
  // "Three people were killed when police opened fire": by the police.
  void when_which(FoundEvent& e);
  // "The attack killed four people", once it is known whose attack: who made it killed them.
  void done_by_act(FoundEvent& e) const;

 private:
  int32_t noun_of_phrase(const FoundEvent& e) const;
  int32_t of_whom_told(int32_t noun) const;
  bool only_where(const FoundEvent& noun) const;
  Mentions victims(int32_t verb) const;
  bool private_people(const Mentions& mentions) const;
  void with_which(FoundEvent& noun, const FoundEvent& e, std::string_view preposition) const;
  bool parties_overlap(const Mentions& a, const Mentions& b) const;
  FoundEvent* blame_above(int32_t noun) const;
};

}  // namespace selon
