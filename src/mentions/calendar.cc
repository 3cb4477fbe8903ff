#include "mentions/calendar.h"

#include <algorithm>
#include <cstdio>

namespace selon {

int month_length(int year, int month) {
  static constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kLengths[month - 1];
}

bool valid(Day d) {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= month_length(d.year, d.month);
}

// Both ways: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
int64_t day_number(Day d) {
  const int64_t y = d.year - (d.month <= 2);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t of_era = y - era * 400;
  const int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day from_day_number(int64_t number) {
  const int64_t z = number + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int64_t of_era = z - era * 146097;
  const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const int64_t m = (5 * of_year + 2) / 153;
  const int month = static_cast<int>(m < 10 ? m + 3 : m - 9);
  return {static_cast<int>(year + era * 400 + (month <= 2)), month,
          static_cast<int>(of_year - (153 * m + 2) / 5 + 1)};
}

Day add_days(Day d, int64_t days) { return from_day_number(day_number(d) + days); }

Day add_months(Day d, int64_t months) {
  const int64_t count = d.year * int64_t{12} + d.month - 1 + months;
  const int64_t year = count >= 0 ? count / 12 : (count - 11) / 12;
  Day out{static_cast<int>(year), static_cast<int>(count - year * 12 + 1), d.day};
  out.day = std::min(out.day, month_length(out.year, out.month));
  return out;
}

int weekday(Day d) {
  const int64_t n = (day_number(d) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(n < 0 ? n + 7 : n) + 1;
}

Day monday_of(Day d) { return add_days(d, 1 - weekday(d)); }

Day easter(int year) {  // the anonymous Gregorian algorithm, as in Meeus
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

std::string iso_year(int year) {
  char out[16];
  std::snprintf(out, sizeof out, "%04d", year);
  return out;
}
std::string iso_month(int year, int month) {
  char out[24];
  std::snprintf(out, sizeof out, "%04d-%02d", year, month);
  return out;
}
std::string iso(Day d) {
  char out[40];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", d.year, d.month, d.day);
  return out;
}
std::string iso_week(Day d) {
  const Day thursday = add_days(monday_of(d), 3);
  const auto week = (day_number(thursday) - day_number({thursday.year, 1, 1})) / 7 + 1;
  char out[40];
  std::snprintf(out, sizeof out, "%04d-W%02d", thursday.year, static_cast<int>(week));
  return out;
}

std::optional<Day> parse_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](size_t at, size_t n) {
    int value = 0;
    for (size_t i = at; i < at + n; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + text[i] - '0';
    }
    return value;
  };
  const Day out{number(0, 4), number(5, 2), number(8, 2)};
  if (out.year < 0 || !valid(out)) return std::nullopt;
  return out;
}

}  // namespace selon
