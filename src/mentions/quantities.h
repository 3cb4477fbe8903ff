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
#include <string>
#include <string_view>

#include "document/document.h"
#include "mentions/by_language.h"
#include "mentions/phrase_table.h"
#include "selon/result.h"

namespace selon {

// units.tsv and bounds.tsv of one language.
class QuantityWords {
 public:
  enum class Kind : uint8_t { kMeasure, kSign, kNoun, kBefore, kBehind };
  using Phrase = PhraseTable<Kind>::Phrase;  // value: the unit, or the bound: min max about

  // kNotFound, kBadFormat.
  static Result<QuantityWords> open(const std::string& data_dir, const std::string& language);

  // The longest phrase of that kind that begins at token i, or that ends before it; or null.
  const Phrase* find(Kind kind, const FoldedSentence& s, size_t i) const {
    return table_.find(kind, s, i);
  }
  const Phrase* find_before(Kind kind, const FoldedSentence& s, size_t i) const {
    return table_.find_before(kind, s, i);
  }
  // Whether figures may be glued to this word: "250ml", "40pc"; behind it: "EUR20".
  bool joins_figures(std::string_view form, bool figures_before) const;
  // person, country, or item for a noun that is not listed. `lemma` in lower case without accents.
  std::string_view noun_unit(std::string_view lemma) const;

 private:
  PhraseTable<Kind> table_;
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
  explicit QuantityFinder(ByLanguage<Language> languages) : languages_(std::move(languages)) {}

  ByLanguage<Language> languages_;
};

}  // namespace selon
