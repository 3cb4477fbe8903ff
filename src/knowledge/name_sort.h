// What two names share that may stand for one another in a sentence, whoever they name.
//
//   sort_of("Norvège", NameKind::kProper, Gender::kFem, false, Lang::kFr)
//     == sort_of("Suède", …)       but not of "Écosse" (l'Écosse), "Japon" (le), "Corée du Sud"
#pragma once
#include <compare>
#include <string>
#include <string_view>

#include "document/morphology.h"
#include "knowledge/actors.h"

namespace selon {

struct NameSort {
  NameKind kind = NameKind::kProper;
  Gender gender = Gender::kNone;
  bool plural = false;
  bool both_numbers = false;  // one form for singular and plural: français, Chinese
  // v vowel, c consonant, h, which the dictionary alone knows to be mute or not, and in English u
  // for a vowel after "a": what elision and "an" ask for.
  char onset = 0;
  // "Corée du Nord" → "X du X", "OTAN" → "A", "Le Soir" → "le X", "russe" → "x": capitalised words
  // and demonyms may differ, other small words and what stands between words not.
  std::string pattern;
  auto operator<=>(const NameSort&) const = default;
};

NameSort sort_of(std::string_view text, NameKind kind, Gender gender, bool plural, Lang lang);

// Whether all letters are capitals, and there are at least two.
bool all_capitals(std::string_view text);
// "le", "l", "The"
bool is_article(std::string_view word, Lang lang);
std::string in_capitals(std::string_view text);
std::string with_capital(std::string_view text);  // the first letter alone

}  // namespace selon
