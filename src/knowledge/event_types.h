// The types of events: PLOVER's sixteen, then the three lasting relations.
#pragma once

#include <array>
#include <string_view>

namespace selon {

inline constexpr std::array<std::string_view, 19> kEventTypes = {
    "AGREE",   "CONSULT", "SUPPORT", "COOPERATE", "AID",     "CONCEDE",  "RETREAT",
    "REQUEST", "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST", "SANCTION", "MOBILIZE",
    "COERCE",  "ASSAULT", "ALLIED",  "HOSTILE",   "MEMBER"};

}  // namespace selon
