// Whether a word is one of a few that the code names: closed classes, types of events.
//
//   among(tree.preposition(w), {"dans", "en"});   among(entity.sector, kForces)
#pragma once
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace selon {

inline bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace selon
