// Which words express an event, in which sense of the tables, and who takes part.
//
//   "La Russie a mené des frappes contre Alep."   trigger "frappes", ASSAULT, recipient Alep, actor
//                                                 la Russie (through "mener")
//
// Needs trees, mentions. Adds nothing itself: assembly.h makes claims of what it finds.
#pragma once
#include <vector>

#include "claims/arguments.h"
#include "claims/firmness.h"
#include "document/document.h"
#include "knowledge/events.h"

namespace selon {

struct FoundEvent {
  int32_t word = kNone;  // the trigger's head
  Span trigger;
  const EventEntry* entry = nullptr;
  bool nominal = false;   // by a noun
  int32_t light = kNone;  // the verb that carries the noun
  LightVerb::Aspect aspect = LightVerb::Aspect::kHappened;
  std::vector<int32_t> actors, recipients;  // mentions
  std::vector<int32_t> part_words;          // further words of the phrase
  int32_t thing = kNone;                    // a verb's subject that is nobody: "le virus"
  bool placed = false;  // a town says where it was, "les attentats de Paris": nobody need take part
  bool recalled = false;  // participants are those of an earlier telling: "cette rencontre"
};

// All events of the document's prose, in text order, at most one a word. Speed: linear in words.
std::vector<FoundEvent> find_events(const Document& doc, const Tree& tree,
                                    const Arguments& arguments, const FirmnessReader& firmness,
                                    const EventLexicon& lexicon);

}  // namespace selon
