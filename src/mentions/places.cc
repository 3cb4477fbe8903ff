#include "mentions/places.h"

#include <algorithm>
#include <map>
#include <string>

namespace selon {
namespace {

// Whether the place acts here: a subject, or the agent of a passive. A verb without a subject of
// its own ("Oslo refuse") cannot be told from one that only happens there.
bool acts(const Document& doc, const Tree& tree, int32_t head) {
  while (tree.is(head, "conj") && doc.words[head].head != kNone) head = doc.words[head].head;
  return doc.words[head].deprel == "nsubj" || doc.words[head].deprel == "obl:agent" ||
         tree.is(head, "vocative");
}

}  // namespace

void find_places(Document& doc, const Tree& tree, const Candidates& candidates,
                 const Gazetteer& gazetteer) {
  // Countries that the document speaks of: among towns of one name, theirs comes first.
  std::map<std::string, int> countries;
  for (const Name& n : candidates.names)
    if (n.guess == NameGuess::kTable && !n.reading.actor->country.empty())
      ++countries[n.reading.actor->country];

  for (const Name& n : candidates.names) {
    if (n.person() || n.adjective() || n.guess == NameGuess::kOrganisation ||
        n.guess == NameGuess::kUnknown)
      continue;
    const bool table = n.guess == NameGuess::kTable;
    if (table && !n.reading.place && n.reading.kind != NameKind::kMetonym &&
        n.reading.actor->kind != ActorKind::kCountry)
      continue;
    if (table && n.reading.kind == NameKind::kPeople) continue;
    if (acts(doc, tree, n.head)) continue;
    const std::vector<GazetteerEntry> entries = gazetteer.find(n.text);
    Place place;
    place.span = n.span;
    place.rule = "country";
    if (table && n.reading.actor->kind == ActorKind::kCountry &&
        n.reading.kind == NameKind::kProper) {
      const Actor& country = *n.reading.actor;
      place.name = country.name;
      place.country = country.base;
      place.lat = country.lat;
      place.lon = country.lon;
      place.gazetteer_id = country.slug;
    } else if (!entries.empty()) {
      const GazetteerEntry* best = nullptr;
      double best_score = -1;
      const std::string_view expected =
          table ? std::string_view(n.reading.actor->country) : std::string_view(n.country);
      for (const GazetteerEntry& e : entries) {
        double score = static_cast<double>(e.population) / 1e7 + (e.primary ? 0.5 : 0) +
                       (e.kind == PlaceKind::kCapital ? 1 : 0);
        if (const auto it = countries.find(std::string(e.country)); it != countries.end())
          score += 1 + std::min(it->second, 5);
        if (!expected.empty() && e.country == expected) score += table ? 20 : 1;
        if (score > best_score) {
          best_score = score;
          best = &e;
        }
      }
      place.rule = "gazetteer";
      place.name = std::string(best->name);
      place.country = std::string(best->country);
      place.lat = best->lat;
      place.lon = best->lon;
      place.gazetteer_id = std::string(best->id);
    } else if (table && n.reading.place) {
      place.rule = "name";
      place.name = n.reading.kind == NameKind::kMetonym ? n.text : n.reading.actor->name;
      place.country = n.reading.actor->country;
      place.lat = n.reading.actor->lat;
      place.lon = n.reading.actor->lon;
      place.gazetteer_id = n.reading.actor->slug;
    } else {
      continue;
    }
    doc.places.push_back(std::move(place));
  }
}

}  // namespace selon
