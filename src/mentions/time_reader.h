// Reads the time expressions of one sentence. Used by times.cc alone; the grammar of calendar dates
// stands in time_dates.cc and time_periods.cc, that of clock times in time_clock.cc, that of what
// is told from another day in time_relative.cc, that of what lasts or comes back in
// time_durations.cc.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mentions/calendar.h"
#include "mentions/time_words.h"
#include "mentions/times.h"

namespace selon {

// What earlier sentences told, and the day of publication.
struct TimeContext {
  std::optional<Day> now;          // publication
  std::optional<int> now_minutes;  // since midnight, when the publication has a clock time
  bool prefer_future = false;
  std::optional<Day> last_day;        // the day spoken of last
  int last_year = 0, last_month = 0;  // 0: none
  int32_t last_block = kNone;         // where an explicit year was read last
  int block_year = 0;
};

struct TimeReading {
  size_t begin = 0, end = 0;  // tokens of the sentence
  std::string value, timex;
  TimeKind kind = TimeKind::kDate;
  Anchor anchor = Anchor::kNone;
  const char* rule = "";
  std::optional<Day> day;  // a single day that later expressions may go back to
  int year = 0, month = 0;
  bool year_said = false;
  int clock = -1;  // minutes since midnight; its day is found when the sentence is read
};

enum class Grain : uint8_t { kSecond, kMinute, kHour, kDay, kWeek, kWeekend, kMonth, kYear };
inline bool of_clock(Grain grain) { return grain <= Grain::kHour; }
struct Unit {
  Grain grain = Grain::kDay;
  int count = 1;   // a fortnight is 2 weeks, a decade 10 years
  size_t end = 0;  // behind its last token
};

// Helpers of the grammar files. Preconditions of to_int: all_digits(digits), at most 9 of them.
inline bool all_digits(std::string_view form) {
  return !form.empty() && form.find_first_not_of("0123456789") == std::string_view::npos;
}
inline int to_int(std::string_view digits) {
  int value = 0;
  for (char c : digits.substr(0, 9)) value = value * 10 + c - '0';
  return value;
}

class TimeReader {
 public:
  TimeReader(const TimeWords& words, const NumberWords& numbers, const FoldedSentence& sentence,
             TimeContext& context, int32_t block)
      : words_(words), numbers_(numbers), s_(sentence), context_(context), block_(block) {}

  // In text order, not overlapping. Moves the context on.
  std::vector<TimeReading> read();

 private:
  using Found = std::optional<TimeReading>;
  using Phrase = TimeWords::Phrase;

  // ---- times.cc
  Found read_at(size_t i) const;
  void remember(const TimeReading& r);
  void give_clocks_a_day(std::vector<TimeReading>& all) const;
  // +1: the verb above token i is in the future, -1 in the past, 0 unsaid. `present`, where given,
  // becomes whether it is in the present.
  int direction(size_t i, bool* present = nullptr) const;
  bool infinitive_above(size_t i) const;

  // ---- time_dates.cc: each reads what begins at token i, its determiner included
  struct DaySpec {
    int weekday = 0, day = 0, last_day = 0, month = 0, year = 0;
    bool year_said = false, plural = false;
    const Phrase* part = nullptr;
    size_t end = 0;
  };
  Found date(size_t i) const;
  std::optional<DaySpec> day_spec(size_t i) const;
  std::optional<DaySpec> english_day_spec(size_t i) const;
  Found dated(size_t begin, DaySpec spec) const;
  Found date_range(size_t begin, const DaySpec& from, const DaySpec& to) const;
  Found weekday_alone(size_t begin, const DaySpec& spec, bool dem) const;
  Found month(size_t i) const;
  Found month_range(size_t i) const;
  Found numeric_date(size_t i) const;
  Found year(size_t i) const;
  Found quarter(size_t i) const;
  Found decade(size_t i) const;
  Found century(size_t i) const;
  Found season(size_t i) const;
  Found holiday(size_t i) const;
  Found mid_prefix(size_t i) const;
  Found clock(size_t i) const;
  int part_hour(size_t& end, int hour) const;
  int plain_year(size_t i) const;
  int year_behind(size_t& end, bool day_before) const;
  int year_for(int month, int day, size_t i) const;

  // ---- time_relative.cc
  Found adverb(size_t i) const;
  Found part_of_day(size_t i) const;
  Found anaphor(size_t i) const;
  Found reference(size_t i) const;
  Found unit_phrase(size_t i) const;
  Found shifted(size_t begin, size_t end, Unit unit, int steps) const;
  Found ago(size_t i) const;
  Found within(size_t i) const;
  Found moved(size_t begin, size_t end, Unit unit, double amount, const Day& from,
              Anchor anchor) const;
  Found duration(size_t i) const;
  Found recurring(size_t i) const;
  Found span_noun(size_t i) const;
  Found modified(size_t i) const;
  bool age(size_t begin, size_t end) const;
  struct Amount {
    double value = 0;    // of units
    bool vague = false;  // "quelques"
    Unit unit;
    size_t end = 0;
    double minutes = 0;  // "2 heures 30"
  };
  std::optional<Amount> amount(size_t i, bool articles) const;
  std::optional<Unit> unit(size_t i) const;
  static std::string duration_value(const Amount& a);

  // ---- small words
  const Phrase* find(TimeWord kind, size_t i) const { return words_.find(kind, s_, i); }
  size_t skip(TimeWord kind, size_t i) const {
    const Phrase* p = find(kind, i);
    return p ? i + p->size() : i;
  }
  bool capital(size_t i) const;
  bool counted_noun(size_t i) const;  // whether token i is a noun that a number before it counts

  const TimeWords& words_;
  const NumberWords& numbers_;
  const FoldedSentence& s_;
  TimeContext& context_;
  const int32_t block_;
  int said_here_ = 0;  // the year told last in this sentence; 0: none
};

}  // namespace selon
