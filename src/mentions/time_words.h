// The words and phrases of time of one language, by kind.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "mentions/phrase_table.h"
#include "selon/result.h"

namespace selon {

// What time_words.tsv explains at its head.
enum class TimeWord : uint8_t {
  kMonth,
  kWeekday,
  kSeason,
  kPart,
  kUnit,
  kAdverb,
  kAnaphor,
  kRef,
  kSet,
  kHoliday,
  kDet,
  kDem,
  kPoss,
  kNext,
  kLast,
  kEach,
  kStart,
  kMid,
  kEnd,
  kSame,
  kAbout,
  kSome,
  kAt,
  kOf,
  kTo,
  kFrom,
  kIn,
  kAgo,
  kAgoBehind,
  kAfter,
  kBefore,
  kWithin,
  kDuring,
  kHour,
  kOclock,
  kAm,
  kPm,
  kNoon,
  kMidnight,
  kHalf,
  kQuarter,
  kAge,
  kCentury,
  kDecade,
  kSpan,
  kJoin,
  kZone,
  kAll,
  kCurrent,
  kCount
};

class TimeWords {
 public:
  using Phrase = PhraseTable<TimeWord>::Phrase;

  // Reads DATA_DIR/lang/LANGUAGE/time_words.tsv. kNotFound, kBadFormat.
  static Result<TimeWords> open(const std::string& data_dir, const std::string& language);

  bool french() const { return french_; }
  // The longest phrase of that kind that begins at token i, or null.
  const Phrase* find(TimeWord kind, const FoldedSentence& s, size_t i) const {
    return table_.find(kind, s, i);
  }
  const Phrase* find_before(TimeWord kind, const FoldedSentence& s, size_t i) const {
    return table_.find_before(kind, s, i);
  }
  // The phrase of that kind that is this one form, or null.
  const Phrase* find_form(TimeWord kind, std::string_view form) const;
  // Whether figures may be glued to this word: "3heures", "22april"; behind it: "dec31".
  bool joins_figures(std::string_view form, bool figures_before) const;
  // The full name of month 1 … 12.
  std::string_view month_name(int month) const { return months_[month - 1]; }
  // Whether any phrase begins with this form.
  bool known(std::string_view form) const { return table_.starting(form) != nullptr; }

 private:
  bool french_ = true;
  std::array<std::string, 12> months_;
  PhraseTable<TimeWord> table_;
};

}  // namespace selon
