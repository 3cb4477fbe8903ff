// Which events are acts between political actors: states, bodies, armed and political
// organisations, officials, outlets, peoples, and named persons where the text is about such.
//
//   "Les éleveurs ont rencontré les enfants."          between private people: none
//   "Les éleveurs ont rencontré le ministre."          with an officer: kept
//   "Metz a battu Sedan", in a report of a match       a game: none
//   "Deux motards ont été tués dans un accident."      nobody's act: none
//
// Needs events with their participants. Removes events only.
#pragma once
#include <vector>

#include "claims/events.h"
#include "claims/subject_matter.h"
#include "document/document.h"

namespace selon {

// Takes away what a passage's subject makes no political act or not the act that it looks like:
// what is done in a game, who is hurt in a mishap, who beats whom in a vote.
void drop_games_and_mishaps(const Document& doc, const SubjectMatter& about,
                            std::vector<FoundEvent>& events);

// Takes away, in a text whose events are mostly between private people, those in which nobody else
// takes part; and everywhere a membership of nobody or in nothing.
void drop_private(const Document& doc, const SubjectMatter& about, std::vector<FoundEvent>& events);

}  // namespace selon
