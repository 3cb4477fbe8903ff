#include "mentions/main_state.h"

#include <algorithm>
#include <map>

#include "mentions/lookup.h"
#include "mentions/name_shapes.h"

namespace selon {
namespace {

using Count = std::map<std::string, int>;  // by country

std::pair<std::string, int> most(const Count& count) {
  std::pair<std::string, int> top;
  for (const auto& [country, names] : count)
    if (names > top.second) top = {country, names};
  return top;
}

}  // namespace

MainState main_state(const Document& doc, const Tree& tree, const NounSenses& senses,
                     const std::vector<Name>& names, const EntityTable& table) {
  Count count, there;
  int all = 0, places = 0;
  for (const Name& n : names) {
    if (n.guess != NameGuess::kTable && n.guess != NameGuess::kPlace) continue;
    // "the pro-Oslo camp" is elsewhere
    if (senses.takes_sides(prefix_before(doc, n.span))) continue;
    const bool town = n.guess == NameGuess::kPlace || n.reading.kind == NameKind::kMetonym;
    const std::string& land = n.guess == NameGuess::kPlace ? n.country : n.reading.actor->country;
    const std::string country = town ? table.state_of_the_time(land) : land;
    if (country.empty()) continue;
    ++count[country];
    ++all;
    const bool place = n.guess == NameGuess::kPlace || n.reading.kind == NameKind::kMetonym ||
                       n.reading.actor->kind == ActorKind::kCountry;
    if (!place || n.adjective() ||
        (n.guess != NameGuess::kPlace && !locative(tree.preposition(n.head))))
      continue;
    ++there[country];
    ++places;
  }
  MainState out;
  if (places >= 3) {
    const auto [country, named] = most(there);
    out.scene = country;
    out.scene_share = static_cast<double>(named) / places;
  }
  if (all < 3) return out;
  const auto [top, named] = most(count);
  int next = 0;
  for (const auto& [country, names_of_it] : count)
    if (country != top) next = std::max(next, names_of_it);
  out.country = top;
  out.share = static_cast<double>(named) / all;
  out.next = static_cast<double>(next) / all;
  return out;
}

}  // namespace selon
