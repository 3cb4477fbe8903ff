// Who takes part in what another act is said for, threatened with or meant to do.
//
//   "Oslo thanked Rome for its support"         the support is Rome's, for Oslo
//   "threatened to suspend trade with Oslo"     Oslo is threatened
//
// Part of implied.h.
#pragma once
#include "claims/among_events.h"

namespace selon {

class ImpliedSpeech : AmongEvents {
 public:
  using AmongEvents::AmongEvents;

  // "Oslo sent soldiers to fight rebels": soldiers of nobody else's are Oslo's.
  void sent_to(FoundEvent& e) const;
  // "threatened to suspend trade with Oslo", "refused to hand over the man to Oslo": who is meant
  // by what is threatened or refused, where the verb names nobody.
  void towards_whom_meant(FoundEvent& e) const;
  // "threatened Oslo with an invasion": by whoever threatens, of whom he threatens.
  void threatened_with(FoundEvent& noun) const;
  // "joined Oslo in condemning Rome" joins no body: what they do together is told by the gerund.
  void joined_in(FoundEvent& e) const;
  // "Oslo thanked Rome for sending doctors", "for its support", "a remercié Rome de son aide": to
  // Oslo.
  void thanked_for(FoundEvent& e);
  // "a petition asking the government to resign": the participle tells what the noun is, once more.
  void tell_again(FoundEvent& e);

 private:
  FoundEvent* told_before(const FoundEvent& e) const;
};

}  // namespace selon
