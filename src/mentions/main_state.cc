#include "mentions/main_state.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "mentions/lookup.h"
#include "mentions/name_shapes.h"

namespace selon {
namespace {

using Count = std::map<std::string, int>;  // by country

// Before the name of a place where something happens: "in Oslo", "marched through Oslo".
bool happens(std::string_view preposition) {
  for (const char* p : {"through", "across", "outside", "around", "inside"})
    if (preposition == p) return true;
  return locative(preposition);
}

struct Most {
  std::string country;
  double share = 0, next = 0;
};

Most most(const Count& count, int all) {
  Most out;
  int top = 0, next = 0;
  for (const auto& [country, names] : count) {
    if (names > top) {
      next = top;
      top = names;
      out.country = country;
    } else {
      next = std::max(next, names);
    }
  }
  out.share = static_cast<double>(top) / all;
  out.next = static_cast<double>(next) / all;
  return out;
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
        (n.guess != NameGuess::kPlace && !happens(tree.preposition(n.head))))
      continue;
    ++there[country];
    ++places;
  }
  MainState out;
  // one place is enough where no other state is named
  if (places >= 2 || (places == 1 && all >= 2 && count.size() == 1)) {
    const Most there_most = most(there, places);
    out.scene = there_most.country;
    out.scene_share = there_most.share;
    out.scene_next = there_most.next;
  }
  if (all >= 3) {
    const Most named_most = most(count, all);
    out.country = named_most.country;
    out.share = named_most.share;
    out.next = named_most.next;
  }
  return out;
}

}  // namespace selon
