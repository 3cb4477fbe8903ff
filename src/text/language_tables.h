// What tokens.tsv and abbreviations.tsv say of one language, ready for look-up.
//
//   tables.is(TokenKind::kElision, "qu'")      tables.contraction("au") == "à le"
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "selon/result.h"

namespace selon {

enum class TokenKind : uint8_t {
  kElision,
  kWhole,
  kClitic,
  kOrdinal,
  kUnit,
  kStarter,
  kDomain,
  kHeading,
  kSuffix,
  kPrefix,
  kCount
};

// How a word that keeps its full stop goes on: see abbreviations.tsv.
enum class Abbreviation : uint8_t { kNone, kTitle, kReference, kName, kEnd };

// Look-up by string_view without a copy.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

class LanguageTables {
 public:
  // Reads DATA_DIR/lang/LANGUAGE/{tokens,abbreviations}.tsv. kNotFound, kBadFormat.
  static Result<LanguageTables> open(const std::string& data_dir, const std::string& language);

  bool french() const { return french_; }
  // Precondition: `form` is lower case, with the typewriter apostrophe.
  bool is(TokenKind kind, std::string_view form) const {
    return sets_[static_cast<size_t>(kind)].contains(form);
  }
  // The words of a contracted form, separated by spaces, or empty.
  std::string_view contraction(std::string_view lower_form) const {
    const auto it = contractions_.find(lower_form);
    return it == contractions_.end() ? std::string_view() : std::string_view(it->second);
  }
  // `form` with its full stop, case as in the text.
  Abbreviation abbreviation(std::string_view form) const {
    const auto it = abbreviations_.find(form);
    return it == abbreviations_.end() ? Abbreviation::kNone : it->second;
  }
  size_t longest_contraction() const { return longest_contraction_; }

 private:
  using Set = std::unordered_set<std::string, StringHash, std::equal_to<>>;

  bool french_ = false;
  std::array<Set, static_cast<size_t>(TokenKind::kCount)> sets_;
  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> contractions_;
  std::unordered_map<std::string, Abbreviation, StringHash, std::equal_to<>> abbreviations_;
  size_t longest_contraction_ = 0;
};

}  // namespace selon
