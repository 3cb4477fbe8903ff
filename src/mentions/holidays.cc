#include "mentions/holidays.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/table.h"
#include "base/utf8.h"
#include "mentions/lunar_calendars.h"

namespace selon {
namespace {

struct Rule {
  std::string_view kind;
  std::array<int, 4> number = {0, 0, 0, 0};
  int numbers = 0;
  int shift = 0, length = 1;  // days
  bool month = false;         // lasts to the end of its Islamic month
};

std::optional<int> integer(std::string_view text) {
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "nth 11 4 4 +1 *2": a kind, its numbers, a shift, a length.
std::optional<Rule> parse(std::string_view text) {
  Rule out;
  for (std::string_view part : split(text, ' ')) {
    if (part.empty()) continue;
    if (out.kind.empty()) {
      out.kind = part;
    } else if (part == "*month") {
      out.month = true;
    } else if (part[0] == '*') {
      const std::optional<int> n = integer(part.substr(1));
      if (!n || *n < 1) return std::nullopt;
      out.length = *n;
    } else if (part[0] == '+' || (part[0] == '-' && out.kind != "nth") ||
               (part[0] == '-' && out.numbers == 3)) {
      const std::optional<int> n = integer(part);
      if (!n) return std::nullopt;
      out.shift = *n;
    } else {
      const std::optional<int> n = integer(part);
      if (!n || out.numbers == 4) return std::nullopt;
      out.number[out.numbers++] = *n;
    }
  }
  const auto needs = [&](std::string_view kind, int n) {
    return out.kind == kind && out.numbers == n;
  };
  for (auto [kind, n] : {std::pair("fixed", 2),
                         {"workday", 2},
                         {"nth", 3},
                         {"from", 3},
                         {"until", 3},
                         {"easter", 0},
                         {"orthodox", 0},
                         {"hebrew", 2},
                         {"islamic", 2},
                         {"chinese", 2},
                         {"hindu", 3},
                         {"sun", 1},
                         {"parsi", 0},
                         {"fridayof", 1},
                         {"civic", 2}})
    if (needs(kind, n)) return out;
  return std::nullopt;
}

Day orthodox_easter(int year) {  // Meeus: the Julian Easter, moved to the Gregorian calendar
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  const int n = d + e + 114;
  return add_days({year, n / 31, n % 31 + 1}, year / 100 - year / 400 - 2);
}

Day nth_weekday(int year, int month, int weekday, int nth) {
  if (nth > 0) {
    const Day first{year, month, 1};
    return add_days(first, (weekday - selon::weekday(first) + 7) % 7 + 7 * (nth - 1));
  }
  const Day last{year, month, month_length(year, month)};
  return add_days(last, -((selon::weekday(last) - weekday + 7) % 7) + 7 * (nth + 1));
}

std::optional<Day> first_day(const Rule& r, int year) {
  const auto& n = r.number;
  if (r.kind == "fixed") {
    const Day d{year, n[0], n[1]};
    return valid(d) ? std::optional(d) : std::nullopt;
  }
  if (r.kind == "workday") {  // the working day nearest to it
    const Day d{year, n[0], n[1]};
    const int w = weekday(d);
    return add_days(d, w == 6 ? -1 : w == 7 ? 1 : 0);
  }
  if (r.kind == "nth") return nth_weekday(year, n[0], n[1], n[2]);
  if (r.kind == "from") {
    const Day d{year, n[0], n[1]};
    return add_days(d, (n[2] - weekday(d) + 7) % 7);
  }
  if (r.kind == "until") {
    const Day d{year, n[0], n[1]};
    return add_days(d, -((weekday(d) - n[2] + 7) % 7));
  }
  if (r.kind == "easter") return easter(year);
  if (r.kind == "orthodox") return orthodox_easter(year);
  if (r.kind == "hebrew") return hebrew_day(year, n[0], n[1]);
  if (r.kind == "civic") {  // Israel's days: not next to a Sabbath
    std::optional<Day> d = hebrew_day(year, n[0], n[1]);
    if (!d) return d;
    const int w = weekday(*d);
    if (n[0] == 1) return add_days(*d, w == 5 ? -1 : w == 7 ? 1 : 0);
    return add_days(*d, w == 5 ? -1 : w == 6 ? -2 : w == 1 ? 1 : 0);
  }
  if (r.kind == "islamic") return islamic_day(year, n[0], n[1]);
  if (r.kind == "fridayof") {  // the last Friday of an Islamic month
    std::optional<Day> next = islamic_day(year, n[0] % 12 + 1, 1);
    if (!next) return next;
    const Day last = add_days(*next, -1);
    return add_days(last, -((weekday(last) - 5 + 7) % 7));
  }
  if (r.kind == "chinese") return chinese_day(year, n[0], n[1]);
  if (r.kind == "hindu") return hindu_day(year, n[0], n[1], n[2]);
  if (r.kind == "sun") return hindu_solar_day(year, n[0]);
  if (r.kind == "parsi")  // a year of 365 days
    return from_day_number(day_number({2018, 8, 17}) + 365 * (int64_t{year} - 2018));
  return std::nullopt;
}

}  // namespace

Result<Holidays> Holidays::open(const std::string& data_dir, const std::string& language) {
  Holidays out;
  Status read = read_table(data_dir + "/lang/" + language + "/holidays.tsv", 2, 3,
                           [&](const Row& row) -> std::string {
                             if (row[0].empty()) return "no name";
                             if (!parse(row[1])) return "unknown rule " + row.string(1);
                             if (!row[2].empty() && row[2] != "capital" && row[2] != "article")
                               return "unknown mark";
                             const Kind kind = row[2].empty()        ? Kind::kAny
                                               : row[2] == "capital" ? Kind::kCapital
                                                                     : Kind::kArticle;
                             for (std::string_view name : split(row[0], '|')) {
                               if (name.empty()) continue;
                               out.table_.add(kind, name, row.string(1));
                               // A tokenizer may part "al-fitr".
                               std::string parted;
                               for (char c : name)
                                 parted += c == '-' ? std::string(" - ") : std::string(1, c);
                               if (parted != name) out.table_.add(kind, parted, row.string(1));
                             }
                             return {};
                           });
  if (!read) return read.error();
  out.table_.finish();
  return out;
}

const Holidays::Phrase* Holidays::find(const FoldedSentence& s, size_t i) const {
  const Phrase* best = table_.find(Kind::kAny, s, i);
  const Phrase* other = table_.find(Kind::kCapital, s, i);
  if (other && (!best || other->size() > best->size()) &&
      (starts_upper(s.text(i)) || s.size() <= other->size() + 2))
    best = other;
  other = table_.find(Kind::kArticle, s, i);
  if (other && (!best || other->size() > best->size()) &&
      ((i > 0 && s.form(i - 1) == "la") || s.size() <= other->size() + 2))
    best = other;
  return best;
}

std::optional<Holidays::Days> Holidays::days(std::string_view rule, int year) {
  const std::optional<Rule> r = parse(rule);
  if (!r || year < 1 || year > 9000) return std::nullopt;
  const std::optional<Day> first = first_day(*r, year);
  if (!first) return std::nullopt;
  const Day from = add_days(*first, r->shift);
  if (r->month)
    for (int y : {year, year + 1})
      if (const std::optional<Day> next = islamic_day(y, r->number[0] % 12 + 1, 1);
          next && *next > from)
        return Days{from, add_days(*next, -1)};
  return Days{from, add_days(from, r->length - 1)};
}

}  // namespace selon
