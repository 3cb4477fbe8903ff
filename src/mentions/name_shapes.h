// What the letters of a word tell: capitals, initials, hyphens.
#pragma once
#include <string_view>

namespace selon {

bool hyphen_or_slash(char32_t c);
bool all_upper(std::string_view form);  // two letters at least
bool initial(std::string_view form);    // "W." or "W"
// Prepositions after which a place name is a place.
bool locative(std::string_view lemma);

}  // namespace selon
