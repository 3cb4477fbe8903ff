// Prepositions that the frames of events take for one another.
//
//   dative("à") and dative("to"); variant("into", "in"): who undergoes it stands under either
#pragma once
#include <string_view>

namespace selon {

// "au" and "du" are lemmatised as à and de; "to" marks the English dative.
inline bool dative(std::string_view preposition) {
  return preposition == "à" || preposition == "to";
}

// Prepositions that say the same of who undergoes something: "into" is "in", "upon" is "on".
inline bool variant(std::string_view own, std::string_view wanted) {
  return (own == "en" && wanted == "dans") || (own == "into" && wanted == "in") ||
         ((own == "upon" || own == "onto") && wanted == "on") ||
         ((own == "toward" || own == "towards") && (wanted == "toward" || wanted == "towards")) ||
         (own == "alongside" && wanted == "with") || (own == "inside" && wanted == "in");
}

}  // namespace selon
