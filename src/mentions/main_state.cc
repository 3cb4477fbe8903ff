#include "mentions/main_state.h"

#include <algorithm>
#include <map>

#include "mentions/lookup.h"

namespace selon {

MainState main_state(const Document& doc, const NounSenses& senses, const std::vector<Name>& names,
                     const EntityTable& table) {
  std::map<std::string, int> count;
  int all = 0;
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
  }
  if (all < 3) return {};
  const auto top = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  int next = 0;
  for (const auto& [country, names_of_it] : count)
    if (country != top->first) next = std::max(next, names_of_it);
  return {top->first, static_cast<double>(top->second) / all, static_cast<double>(next) / all};
}

}  // namespace selon
