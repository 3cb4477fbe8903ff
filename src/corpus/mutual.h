// Events that both sides do alike: who meets whom is no matter.
#pragma once
#include <array>
#include <string_view>

#include "base/among.h"

namespace selon {

inline bool is_mutual(std::string_view event) {
  constexpr std::array<std::string_view, 7> kMutual = {"AGREE",  "CONSULT", "SUPPORT", "COOPERATE",
                                                       "ALLIED", "MEMBER",  "HOSTILE"};
  return among(event, kMutual);
}

}  // namespace selon
