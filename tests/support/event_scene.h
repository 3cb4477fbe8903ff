// The event rules on a hand-built document, told in a line.
//
//   Document doc = build_document(…, "fr");   name(doc, 1, "RUS");   name(doc, 4, "UKR");
//   told(doc)   "ASSAULT RUS > UKR"
#pragma once
#include <string>
#include <vector>

#include "claims/events.h"
#include "support/scene.h"
#include "support/tables.h"

namespace selon {

// The event words of a document's language, read once.
inline const EventLexicon& event_lexicon(const Document& doc) {
  static const EventLexicon kFrench = opened(EventLexicon::open(kSourceData, "fr"));
  static const EventLexicon kEnglish = opened(EventLexicon::open(kSourceData, "en"));
  return doc.french() ? kFrench : kEnglish;
}

// What the event rules read of a document, which must outlive it.
struct EventScene {
  explicit EventScene(const Document& document)
      : doc(document),
        lexicon(event_lexicon(document)),
        tree(document),
        arguments(document, tree, lexicon.words()),
        firmness(document, tree, arguments, lexicon) {}

  std::vector<FoundEvent> events() const {
    return find_events(doc, tree, arguments, firmness, lexicon);
  }

  const Document& doc;
  const EventLexicon& lexicon;
  const Tree tree;
  const Arguments arguments;
  const FirmnessReader firmness;
};

// "ASSAULT RUS > UKR": the codes of the actors, then of the recipients.
inline std::string told(const Document& doc, const FoundEvent& e) {
  std::string out = e.entry->event;
  for (int32_t m : e.actors) out += " " + doc.entities[doc.mentions[m].entity].code;
  out += " >";
  for (int32_t m : e.recipients) out += " " + doc.entities[doc.mentions[m].entity].code;
  return out;
}

// All events of the document, joined by "; ".
inline std::string told(const Document& doc) {
  std::string out;
  for (const FoundEvent& e : EventScene(doc).events())
    out += (out.empty() ? "" : "; ") + told(doc, e);
  return out;
}

}  // namespace selon
