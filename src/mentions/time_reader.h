// Reads the time expressions of one sentence. Used by times.cc alone. The grammar of days and
// months stands in time_dates.cc, that of dates in figures in time_numeric.cc, of years and seasons
// in time_periods.cc, of "the third Tuesday of October" in time_ordinals.cc, of holidays in
// time_holidays.cc, of clock times in time_clock.cc, of what is told from another day in
// time_relative.cc, of the beginning or end of a period in time_parts.cc, of what lasts or comes
// back in time_durations.cc. time_joins.cc puts together what stands side by side: a day and its
// clock time, two ends of a range.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/word_classes.h"
#include "mentions/calendar.h"
#include "mentions/holidays.h"
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
  bool weekday = false;       // a day told by its weekday alone
  std::string part;           // of the day: MO AF EV NI
  int clock = -1;             // minutes since midnight; its day is found when the sentence is read
  bool minutes_said = false;  // "3:00", not "3 o'clock"
  bool twelve = false;        // the half of the day is not said: "at 3:20"
  std::string zone;           // as the words say it, "Z" or "+01:00"; the hour is not converted
  bool words = false;         // of a clock time: an hour and minutes in words, "ten thirty"
  // Only a time beside another one or as the whole of its sentence: "le 2", "ten thirty".
  bool weak = false;
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
  TimeReader(const TimeWords& words, const NumberWords& numbers, const Holidays& holidays,
             const WordClasses& classes, const FoldedSentence& sentence, TimeContext& context,
             int32_t block)
      : words_(words),
        numbers_(numbers),
        holidays_(holidays),
        classes_(classes),
        s_(sentence),
        context_(context),
        block_(block) {}

  // In text order, not overlapping. Moves the context on.
  std::vector<TimeReading> read();

 private:
  using Found = std::optional<TimeReading>;
  using Phrase = TimeWords::Phrase;

  // ---- times.cc
  Found read_at(size_t i) const;
  bool may_begin(size_t i) const;
  void remember(const TimeReading& r);
  // +1: the verb above token i is in the future, -1 in the past, 0 unsaid. `present`, where given,
  // becomes whether it is in the present.
  int direction(size_t i, bool* present = nullptr) const;
  bool infinitive_above(size_t i) const;
  bool flashback(size_t i) const;

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
  Found year(size_t i) const;
  Found quarter(size_t i) const;
  Found decade(size_t i) const;
  Found century(size_t i) const;
  Found season(size_t i) const;
  Found mid_prefix(size_t i) const;
  int plain_year(size_t i) const;
  int spelled_year(size_t& at) const;
  int year_behind(size_t& end, bool day_before) const;
  int year_for(int month, int day, size_t i) const;

  Found day_of_month(size_t i) const;
  size_t weeks_behind(size_t at) const;
  bool led_as_time(size_t i) const;

  // ---- time_numeric.cc
  struct Fields;
  std::optional<Fields> fields(size_t i) const;
  Found numeric_date(size_t i) const;

  // ---- time_ordinals.cc
  struct Period;
  std::optional<Period> period(size_t i) const;
  Found nth_of_period(size_t i) const;
  Found week(size_t i) const;
  Found quinzaine(size_t i) const;
  Found counted_weekdays(size_t i) const;

  // ---- time_holidays.cc
  Found holiday(size_t i) const;

  // ---- time_clock.cc
  struct Clock {
    int hour = -1, minute = 0;
    bool minutes = false;  // said
    bool strong = false;   // nothing but a clock time
    bool named = false;    // noon, midnight
    bool twelve = false;   // the half of the day is not said
    std::string zone;      // as said: "Z", "+01:00"; empty where the name has no one meaning
    size_t end = 0;
    void shift(int by) {
      const int at = ((hour * 60 + minute + by) % 1440 + 1440) % 1440;
      hour = at / 60;
      minute = at % 60;
      minutes = true;
    }
  };
  Found clock(size_t i) const;
  std::optional<Clock> hour(size_t i) const;
  std::optional<Clock> past_hour(size_t i) const;
  void minutes_behind(Clock& c) const;
  void french_minutes(Clock& c, bool hour_word, bool written) const;
  void read_half(size_t& end, Clock& c) const;
  void read_zone(Clock& c) const;
  const Phrase* half_of_day(size_t at, bool am) const;
  static void in_part(Clock& c, std::string_view part);
  std::optional<int> whole(size_t& at, int limit) const;

  // ---- time_joins.cc
  void join(std::vector<TimeReading>& all) const;
  bool join_pair(TimeReading& a, const TimeReading& b) const;
  bool join_clock(TimeReading& a, const TimeReading& b) const;
  bool join_duration(TimeReading& a, const TimeReading& b) const;
  bool join_range(TimeReading& a, const TimeReading& b) const;
  bool join_weekday(TimeReading& a, const TimeReading& b) const;
  bool gap_is(size_t begin, size_t end, std::initializer_list<TimeWord> kinds) const;
  bool alone(const TimeReading& r) const;
  void give_clocks_a_day(std::vector<TimeReading>& all) const;
  void set_clock(TimeReading& r, Day day, Anchor anchor, bool day_said) const;

  // ---- time_relative.cc
  Found adverb(size_t i) const;
  Found part_of_day(size_t i) const;
  Found anaphor(size_t i) const;
  Found reference(size_t i) const;
  Found unit_phrase(size_t i) const;
  Found shifted(size_t begin, size_t end, Unit unit, int steps) const;
  Found from_told(size_t begin, size_t end, Unit unit, double amount) const;
  void days_around(TimeReading& r, Unit unit, double count, bool last) const;
  static std::string days_of_part(const TimeReading& whole, int part);
  Found ago(size_t i) const;
  Found within(size_t i) const;
  Found moved(size_t begin, size_t end, Unit unit, double amount, const Day& from, Anchor anchor,
              bool exact = true) const;
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
    double minutes = 0;     // "2 heures 30"
    std::string more = {};  // further, smaller units: "1M21D"
    double more_days = 0;   // what those come to
  };
  std::optional<Amount> amount(size_t i, bool articles) const;
  std::optional<Unit> unit(size_t i) const;
  bool half_behind(Amount& a, size_t& at) const;
  bool smaller_units(Amount& a, size_t& at) const;
  static std::string duration_value(const Amount& a);
  static std::string duration_timex(const Amount& a);

  // ---- small words
  const Phrase* find(TimeWord kind, size_t i) const { return words_.find(kind, s_, i); }
  const Phrase* find_before(TimeWord kind, size_t i) const {
    return words_.find_before(kind, s_, i);
  }
  bool day_ends_at(size_t i) const {  // "samedi |", "tomorrow |"
    return find_before(TimeWord::kWeekday, i) || find_before(TimeWord::kAdverb, i);
  }
  size_t skip(TimeWord kind, size_t i) const {
    const Phrase* p = find(kind, i);
    return p ? i + p->size() : i;
  }
  bool capital(size_t i) const;
  bool closes(size_t i) const {  // nothing, or a sign, stands at i
    const std::string_view form = s_.form(i);
    return form.empty() ||
           (form.size() == 1 && std::string_view(".,;:!?)").find(form[0]) != std::string::npos);
  }
  bool counted_noun(size_t i) const;  // whether token i is a noun that a number before it counts

  const TimeWords& words_;
  const NumberWords& numbers_;
  const Holidays& holidays_;
  const WordClasses& classes_;
  const FoldedSentence& s_;
  TimeContext& context_;
  const int32_t block_;
  int said_here_ = 0;  // the year told last in this sentence; 0: none
};

}  // namespace selon
