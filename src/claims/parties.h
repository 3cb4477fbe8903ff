// Parties behind mentions: a country's government, army and people are one, by its code without
// sector, rebels and opposition are not; a group without a code, a political party and a union are
// each one of their own, nobody none.
//
//   "Moscou", "le président Poutine", "les Russes" → {"RUS"}
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"

namespace selon {

using Parties = std::set<std::string>;

Parties parties(const Document& doc, const std::vector<int32_t>& mentions);

}  // namespace selon
