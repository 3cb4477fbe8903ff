// Feasts and days of observance of one language, and the days of a year on which they fall.
//
//   pentecôte   easter+49          thanksgiving   nth 11 4 4          ramadan   islamic 9 1 *29
//   holidays.find(sentence, i)  →  the name that begins at token i
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "mentions/calendar.h"
#include "mentions/phrase_table.h"
#include "selon/result.h"

namespace selon {

// Read-only after open().
class Holidays {
 public:
  enum class Kind : uint8_t { kAny, kCapital, kArticle };
  using Phrase = PhraseTable<Kind>::Phrase;  // value: the rule

  // Reads DATA_DIR/lang/LANGUAGE/holidays.tsv, whose head explains the rules. kNotFound,
  // kBadFormat.
  static Result<Holidays> open(const std::string& data_dir, const std::string& language);

  // The longest name that begins at token i, or null.
  const Phrase* find(const FoldedSentence& s, size_t i) const;
  bool known(std::string_view form) const { return table_.starting(form) != nullptr; }

  struct Days {
    Day first, last;
  };
  // Nothing where the year has no such day, or where its calendar is not known so far.
  static std::optional<Days> days(std::string_view rule, int year);

 private:
  PhraseTable<Kind> table_;
};

}  // namespace selon
