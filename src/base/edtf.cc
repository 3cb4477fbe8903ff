#include "base/edtf.h"

#include <algorithm>
#include <cstdio>

namespace selon {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool unspecified(char c) { return c == 'X' || c == 'x' || c == 'u'; }

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::string iso(int year, int month, int day) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

// A field of `size` characters as its lowest and highest value; false: not a number.
bool field(std::string_view text, size_t size, int& low, int& high) {
  if (text.size() != size) return false;
  low = high = 0;
  for (char c : text) {
    if (!digit(c) && !unspecified(c)) return false;
    low = low * 10 + (digit(c) ? c - '0' : 0);
    high = high * 10 + (digit(c) ? c - '0' : 9);
  }
  return true;
}

std::optional<DayRange> one(std::string_view text) {
  text = text.substr(0, text.find('T'));
  while (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%'))
    text.remove_suffix(1);
  int year_low, year_high, low, high;
  const auto next = [&] {
    const std::string_view part = text.substr(0, text.find('-'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    return part;
  };
  if (!field(next(), 4, year_low, year_high)) return {};
  if (text.empty()) return DayRange{iso(year_low, 1, 1), iso(year_high, 12, 31)};
  if (!field(next(), 2, low, high)) return {};
  if (low >= 21 && low <= 24 && low == high) {  // seasons; winter runs into the next year
    if (!text.empty()) return {};
    const int month = (low - 20) * 3;
    const int last = low == 24 ? 2 : month + 2;
    if (low == 24 && year_high == 9999) return DayRange{iso(year_low, month, 1), iso(9999, 12, 31)};
    const int year = low == 24 ? year_high + 1 : year_high;
    return DayRange{iso(year_low, month, 1), iso(year, last, days_in(year, last))};
  }
  if (low > 12) return {};
  const int month_low = std::max(low, 1), month_high = std::min(high, 12);
  if (month_high < 1) return {};
  if (text.empty())
    return DayRange{iso(year_low, month_low, 1),
                    iso(year_high, month_high, days_in(year_high, month_high))};
  if (!field(next(), 2, low, high) || !text.empty()) return {};
  const int most = days_in(year_high, month_high);
  if (high < 1 || low > most) return {};
  return DayRange{iso(year_low, month_low, std::max(low, 1)),
                  iso(year_high, month_high, std::min(high, most))};
}

}  // namespace

std::optional<DayRange> day_range(std::string_view edtf) {
  const size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return one(edtf);
  const std::optional<DayRange> from = one(edtf.substr(0, slash)), to = one(edtf.substr(slash + 1));
  if (from && to) return DayRange{std::min(from->from, to->from), std::max(from->to, to->to)};
  return from ? from : to;
}

}  // namespace selon
