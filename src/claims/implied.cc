#include "claims/implied.h"

#include "claims/implied_dealings.h"
#include "claims/implied_force.h"
#include "claims/implied_speech.h"

namespace selon {

// The order matters: a pass takes as known what those before it found, and "answers" and
// "strikes back" ask for sides that only the sentence itself gave.
void imply_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                        std::vector<FoundEvent>& events) {
  ImpliedForce force(doc, tree, arguments, events);
  ImpliedDealings dealings(doc, tree, arguments, events);
  ImpliedSpeech speech(doc, tree, arguments, events);
  for (FoundEvent& e : events) {
    force.answers(e);
    if (doc.french()) force.strikes_back(e);
  }
  for (FoundEvent& e : events) {
    force.in_which(e);
    dealings.met_to(e);
    if (!e.nominal) continue;
    if (doc.french()) {
      force.whom_it_hurt(e);
      force.fought_by(e);
      dealings.agreed_on(e);
    }
    dealings.by_whose_help(e);
    dealings.despite_which(e);
    force.blamed_for(e);
    force.behind_which(e);
    dealings.under_deal(e);
    speech.threatened_with(e);
    dealings.in_favour(e);
    dealings.common(e);
    if (!doc.french()) dealings.ruled_by(e);
  }
  for (FoundEvent& e : events) {
    if (!doc.french()) speech.joined_in(e);
    speech.tell_again(e);
    speech.thanked_for(e);
    force.when_which(e);
    force.done_by_act(e);
    speech.sent_to(e);
    speech.towards_whom_meant(e);
  }
}

}  // namespace selon
