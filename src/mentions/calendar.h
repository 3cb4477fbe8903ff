// Days of the Gregorian calendar, counted, moved and written.
//
//   iso(add_days({2024, 2, 28}, 2)) == "2024-03-01"      iso_week({2003, 2, 1}) == "2003-W05"
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace selon {

struct Day {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Day&) const = default;
};

bool valid(Day day);
int month_length(int year, int month);
int64_t day_number(Day day);  // days since 1970-01-01
Day from_day_number(int64_t number);
Day add_days(Day day, int64_t days);
Day add_months(Day day, int64_t months);  // the 31st becomes the last of a shorter month
int weekday(Day day);                     // 1 Monday … 7 Sunday
Day monday_of(Day day);
Day easter(int year);

std::string iso(Day day);                             // "2024-03-01"
std::string iso_month(int year, int month);           // "2024-03"
std::string iso_year(int year);                       // "2024", four digits
std::string iso_week(Day day);                        // "2024-W09"
std::optional<Day> parse_iso(std::string_view text);  // the day at the head of "2024-03-01T16:00"

}  // namespace selon
