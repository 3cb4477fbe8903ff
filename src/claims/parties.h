// The parties behind mentions: a country's government, army and people are one party, by its code
// without sector. A group without a code is a party of its own; nobody known is none.
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
