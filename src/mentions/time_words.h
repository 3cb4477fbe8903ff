// The words and phrases of time of one language, by kind.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentions/number_words.h"
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
  kAnd,
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
  kCount
};

class TimeWords {
 public:
  struct Phrase {
    TimeWord kind;
    std::string value;
    std::vector<std::string> forms;  // token by token
    size_t size() const { return forms.size(); }
  };

  // Reads DATA_DIR/lang/LANGUAGE/time_words.tsv. kNotFound, kBadFormat.
  static Result<TimeWords> open(const std::string& data_dir, const std::string& language);

  bool french() const { return french_; }
  // The longest phrase of that kind that begins at token i, or null.
  const Phrase* find(TimeWord kind, const FoldedSentence& s, size_t i) const;
  // The full name of month 1 … 12.
  std::string_view month_name(int month) const { return months_[month - 1]; }
  // Whether any phrase begins with this form.
  bool known(std::string_view form) const { return phrases_.contains(form); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  bool french_ = true;
  std::array<std::string, 12> months_;
  // By first form, the longest first.
  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> phrases_;
};

}  // namespace selon
