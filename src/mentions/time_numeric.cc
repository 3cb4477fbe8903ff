// Dates in figures: 2024-03-05, 05/03/2024, 5.3.24, 31/Oct/1974, 2013-02, 10/31, "18 08 1978".
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
namespace {

// 98 → 1998, 21 → 2021: the century that lies nearer to today's press.
int full_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

bool separates(char c) { return c == '/' || c == '-' || c == '.'; }

}  // namespace

// Two or three numbers, one of which may be a month by name, with the same sign between them.
struct TimeReader::Fields {
  struct Field {
    int value = 0;
    size_t digits = 0;
    bool month = false;  // by name
  };
  std::vector<Field> all;
  char separator = 0;  // ' ' between tokens of figures
  size_t end = 0;
};

std::optional<TimeReader::Fields> TimeReader::fields(size_t i) const {
  Fields out;
  bool expect_field = true;
  for (size_t k = i; k < s_.size() && (k == i || s_.glued(k)); ++k) {
    const std::string_view form = s_.form(k);
    if (const Phrase* m = find(TimeWord::kMonth, k)) {
      if (!expect_field || m->size() != 1) return std::nullopt;
      out.all.push_back({std::atoi(m->value.c_str()), 0, true});
      expect_field = false;
      out.end = k + 1;
      continue;
    }
    bool whole = true;
    Fields trial = out;
    bool expect = expect_field;
    for (size_t c = 0; c < form.size() && whole;) {
      if (expect && form[c] >= '0' && form[c] <= '9') {
        size_t end = c;
        while (end < form.size() && form[end] >= '0' && form[end] <= '9') ++end;
        if (end - c > 4 || trial.all.size() == 3) return std::nullopt;
        trial.all.push_back({to_int(form.substr(c, end - c)), end - c, false});
        expect = false;
        c = end;
      } else if (!expect && separates(form[c]) &&
                 (trial.separator == 0 || trial.separator == form[c])) {
        trial.separator = form[c];
        expect = true;
        ++c;
      } else {
        whole = false;
      }
    }
    if (!whole) break;
    expect_field = expect;
    const size_t end = expect ? out.end : k + 1;
    out = std::move(trial);
    out.end = end;
  }
  if (expect_field && out.all.size() >= 2 && out.end > i) expect_field = false;  // "5/12."
  if (expect_field || out.all.size() > 3 || out.all.empty()) return std::nullopt;
  if (out.all.size() == 1) {  // "18 08 1978"
    if (out.separator != 0 || out.all[0].month) return std::nullopt;
    for (size_t k = i + 1; k < i + 3 && all_digits(s_.form(k)) && s_.form(k).size() <= 4; ++k) {
      out.all.push_back({to_int(s_.form(k)), s_.form(k).size(), false});
      out.end = k + 1;
    }
    out.separator = ' ';
    if (out.all.size() < 2) return std::nullopt;
  }
  return out;
}

TimeReader::Found TimeReader::numeric_date(size_t i) const {
  size_t at = i;
  bool led = false;
  const std::string_view det = s_.form(i);
  if (det == "le" || det == "the") led = true, ++at;
  bool next = false, last = false;
  if (!words_.french() && find(TimeWord::kNext, at)) next = led = true, ++at;
  if (!words_.french() && find(TimeWord::kDem, at)) led = true, ++at;
  if (at == i && i > 0 &&
      (find_before(TimeWord::kWeekday, i) || s_.form(i - 1) == "on" ||
       ((s_.form(i - 1) == "sur" || s_.form(i - 1) == "du" || s_.form(i - 1) == "au" ||
         s_.form(i - 1) == "from" || s_.form(i - 1) == "by" || s_.form(i - 1) == "until"))))
    led = true;
  const std::optional<Fields> f = fields(at);
  if (!f) return std::nullopt;
  const std::vector<Fields::Field>& all = f->all;
  const bool named = std::any_of(all.begin(), all.end(), [](const auto& x) { return x.month; });
  if (named && std::count_if(all.begin(), all.end(), [](const auto& x) { return x.month; }) > 1)
    return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = f->end;
  r.rule = "numeric-date";
  const auto order = [&](int a, int b, int year) -> std::optional<Day> {
    const bool month_first = !words_.french() && f->separator != '.' ? a <= 12 : b > 12;
    Day d = month_first ? Day{year, a, b} : Day{year, b, a};
    if (!valid(d)) std::swap(d.month, d.day);
    return valid(d) ? std::optional(d) : std::nullopt;
  };
  std::optional<Day> d;
  if (all.size() == 3) {
    int year = -1, first = -1, second = -1;
    for (int k : {0, 2, 1})
      if (year < 0 && all[k].digits == 4 && (k != 1 || named)) year = k;
    if (year < 0 && all[2].digits == 2 &&
        (f->separator == '/' || f->separator == '.' || named || led ||
         (all[0].digits == 2 && all[1].digits == 2 && all[2].value > 31) || f->separator == ' '))
      year = 2;
    if (year < 0) return std::nullopt;
    for (int k = 0; k < 3; ++k)
      if (k != year) (first < 0 ? first : second) = k;
    const int y = all[year].digits == 4 ? all[year].value : full_year(all[year].value);
    if (y < 1000 || y > 2100) return std::nullopt;
    if (named) {
      const int month = all[first].month ? first : second, day = all[first].month ? second : first;
      if (all[month].value < 1 || all[day].digits > 2) return std::nullopt;
      d = Day{y, all[month].value, all[day].value};
      if (!valid(*d)) d.reset();
    } else if (all[first].digits > 2 || all[second].digits > 2) {
      return std::nullopt;
    } else if (year == 0) {
      d = Day{y, all[1].value, all[2].value};
      if (!valid(*d)) std::swap(d->month, d->day);
      if (!valid(*d)) d.reset();
    } else {
      d = order(all[first].value, all[second].value, y);
    }
    // Three numbers beside each other are a date only where nothing else is likely.
    if (f->separator == ' ' && all[year].digits != 4)
      r.weak = all[2].value <= 31 || all[0].digits + all[1].digits < 3;
    if (f->separator == '.' && all[year].digits != 4) r.weak = !led;
    // A longer row of numbers is no date.
    if (f->separator == ' ' &&
        (counted_noun(f->end) || all[second].digits > 2 || all_digits(s_.form(f->end)) ||
         (at > 0 && all_digits(s_.form(at - 1)))))
      return std::nullopt;
    if (!d) {
      // "29/2/2019": a day that the month lacks
      const int a = all[first].value, b = all[second].value;
      if (named || f->separator == ' ' || std::min(a, b) < 1 || std::min(a, b) > 12 ||
          std::max(a, b) > 31)
        return std::nullopt;
      r.rule = "impossible";
      return r;
    }
    r.year_said = true;
  } else {
    const bool year_first = all[0].digits == 4, year_last = all[1].digits == 4;
    if (year_first != year_last) {  // 2013-02, 12-2015, Dec-2018
      const Fields::Field& month = all[year_first ? 1 : 0];
      const int year = all[year_first ? 0 : 1].value;
      if (month.value < 1 || month.value > 12 || year < 1900 || year > 2100 || f->separator == ' ')
        return std::nullopt;
      if (year_first && f->separator != '/' && !month.month && month.digits == 2 &&
          month.value > year % 100 && !led && find(TimeWord::kIn, i > 0 ? i - 1 : 0) == nullptr &&
          i > 0 && f->separator == '.')
        return std::nullopt;
      r.year = year;
      r.month = month.value;
      r.year_said = true;
      r.value = r.timex = iso_month(year, month.value);
      r.rule = "numeric-month";
      // "2003-04" may be a season's two years
      r.weak = year_first && f->separator == '-' && month.value == year % 100 + 1;
      return r;
    }
    if (year_first) return std::nullopt;
    if (all[0].digits > 2 || all[1].digits > 2) return std::nullopt;
    if (named) {
      const int m = all[0].month ? 0 : 1;
      d = Day{2000, all[m].value, all[1 - m].value};
      if (!valid(*d)) return std::nullopt;
    } else {
      // A fraction, a score, a decimal number: only where something says that it is a date.
      if (f->separator == '.' && words_.french()) return std::nullopt;
      const bool day_first_dot = f->separator == '.';
      const int a = all[0].value, b = all[1].value;
      const bool month_first = !words_.french() && !(day_first_dot && a > 12) ? a <= 12 : false;
      Day x = month_first ? Day{2000, a, b} : Day{2000, b, a};
      if (!valid(x)) std::swap(x.month, x.day);
      if (!valid(x)) return std::nullopt;
      d = x;
      if (f->separator == ' ' && i > 0 && find(TimeWord::kJoin, i - 1)) return std::nullopt;
      if (f->separator == '/') {  // "5/7, 2020"
        size_t end = r.end + (s_.form(r.end) == ",");
        if (const int year = plain_year(end); year != 0 && !counted_noun(end + 1)) {
          d->year = year;
          if (!valid(*d)) return std::nullopt;
          r.end = end + 1;
          r.day = d;
          r.year = year;
          r.month = d->month;
          r.year_said = true;
          r.value = r.timex = iso(*d);
          return r;
        }
      }
      if (f->separator != '/' || !led) r.weak = true;
      if (f->separator == '.' && led && i > 0 && s_.form(i - 1) == "on") r.weak = false;
      if (f->separator != '/' && f->separator != ' ' && led && (next || last)) r.weak = false;
      if (counted_noun(f->end) && !find(TimeWord::kTo, f->end)) return std::nullopt;
    }
    const int year =
        next && context_.now
            ? context_.now->year + (Day{context_.now->year, d->month, d->day} <= *context_.now)
            : year_for(d->month, d->day, i);
    if (year == 0) return r;
    d->year = year;
    // 29 February: the nearest year that has one
    for (int step = 1; step < 5 && !valid(*d); ++step) {
      d->year = year - step;
      if (!valid(*d)) d->year = year + step;
    }
    if (!valid(*d)) return std::nullopt;
    r.anchor = Anchor::kPublished;
  }
  r.day = d;
  r.year = d->year;
  r.month = d->month;
  r.value = r.timex = iso(*d);
  return r;
}

}  // namespace selon
