// Finds how many and how much: a number with its unit, its bound, and what it counts.
//
//   "plus de 20 000 soldats russes"  →  20000 person, min, of "soldats russes"
//   "entre 3 et 5 millions d'euros"  →  4000000 EUR, about, low 3000000, high 5000000
//   "40 %" 40 percent · "une dizaine de blindés" 10 item, about · "des milliers d'hommes" 1000, min
//
// Years, days of the month and clock times are no quantities; a duration is one as well as a time.
//
// Needs sentences, tokens, times; reads tags and trees where the parser has been, without which
// only measures are found ("3 km"). Adds quantities: `value` is the number told, or the middle of a
// range; `low` and `high` equal it but in a range; `approx` says which way it is bounded.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "mentions/number_words.h"
#include "selon/result.h"

namespace selon {

// units.tsv and bounds.tsv of one language.
class QuantityWords {
 public:
  enum class Kind : uint8_t { kMeasure, kSign, kNoun, kBefore, kBehind };
  struct Phrase {
    Kind kind;
    std::string value;  // the unit, or the bound: min max about
    std::vector<std::string> forms;
    size_t size() const { return forms.size(); }
  };

  // kNotFound, kBadFormat.
  static Result<QuantityWords> open(const std::string& data_dir, const std::string& language);

  // The longest phrase of that kind that begins at token i, or null.
  const Phrase* find(Kind kind, const FoldedSentence& s, size_t i) const;
  // The longest of that kind that ends before token i, or null.
  const Phrase* find_before(Kind kind, const FoldedSentence& s, size_t i) const;
  // person, country, or item for a noun that is not listed. `lemma` in lower case without accents.
  std::string_view noun_unit(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by first form, longest first
  std::array<size_t, 5> longest_ = {};                            // tokens, by kind
};

// Read-only after open(): one serves any number of threads.
class QuantityFinder {
 public:
  // Reads units.tsv, bounds.tsv and number_words.tsv of both languages. kNotFound, kBadFormat.
  static Result<QuantityFinder> open(const std::string& data_dir);

  void find(Document& doc) const;

 private:
  struct Language {
    QuantityWords words;
    NumberWords numbers;
  };
  QuantityFinder(Language french, Language english)
      : french_(std::move(french)), english_(std::move(english)) {}

  Language french_, english_;
};

}  // namespace selon
