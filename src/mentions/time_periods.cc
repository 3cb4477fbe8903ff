// Years, decades, centuries, seasons, quarters, the middle of a period.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
namespace {

// "xixe", "xxieme", "19e", "19th"; 0 for other forms.
int century_number(std::string_view form) {
  size_t digits = 0;
  while (digits < form.size() && form[digits] >= '0' && form[digits] <= '9') ++digits;
  const std::string_view endings[] = {"e", "eme", "ieme", "th", "st", "nd", "rd", "er"};
  const auto is_ending = [&](std::string_view rest) {
    for (std::string_view e : endings)
      if (rest == e) return true;
    return false;
  };
  if (digits > 0 && digits <= 2) {
    return is_ending(form.substr(digits)) ? to_int(form.substr(0, digits)) : 0;
  }
  int value = 0, last = 0;
  size_t i = 0;
  for (; i < form.size(); ++i) {
    const int v = form[i] == 'i' ? 1 : form[i] == 'v' ? 5 : form[i] == 'x' ? 10 : 0;
    if (v == 0) break;
    value += v > last && last > 0 ? v - 2 * last : v;
    last = v;
  }
  return i > 0 && value <= 21 && (i == form.size() || is_ending(form.substr(i))) ? value : 0;
}

}  // namespace

// A year in words at token `at`, which is moved on: "nineteen eighty six", "two thousand nineteen",
// "dix neuf soixante douze", "deux mille dix-neuf". 0: none.
int TimeReader::spelled_year(size_t& at) const {
  const std::string_view form = s_.form(at);
  if (form.empty() || !is_letter(static_cast<uint8_t>(form[0])) || form == "a") return 0;
  size_t end = at;
  const std::optional<int> first = whole(end, 2101);
  if (!first) return 0;
  if (*first >= 1000 && *first <= 2100) {
    if (counted_noun(end)) return 0;  // "le 3 mai, deux mille soldats"
    at = end;
    return *first;
  }
  size_t next = end;
  int century = *first;
  if (century >= 1100 || century < 1) return 0;
  if (century % 100 == 0 && century >= 1100) return 0;
  if (century < 11 || century > 20) {
    // "dix neuf soixante douze": ten and nine
    if (century != 10 || !words_.french()) return 0;
    const std::optional<int> unit = whole(next, 10);
    if (!unit || *unit < 7) return 0;
    century += *unit;
  }
  if (s_.form(next) == "hundred" || s_.form(next) == "cent") ++next;
  if (s_.form(next) == "and") ++next;
  const std::optional<int> rest = whole(next, 100);
  if (!rest || *rest < 10 || counted_noun(next) || find(TimeWord::kUnit, next)) return 0;
  at = next;
  return century * 100 + *rest;
}

// 2015, l'année 2015, 2015-2016, de 1999 à 2003
TimeReader::Found TimeReader::year(size_t i) const {
  size_t at = i;
  bool led = false;
  if (s_.form(at) == "l'" || s_.form(at) == "the") ++at;
  if (at > i || words_.french()) {
    const std::string_view unit = s_.form(at);
    if (at > i && (unit == "annee" || unit == "an" || unit == "year"))
      led = true, ++at;
    else
      at = i;
  }
  if (const Phrase* p = words_.french() || at == i ? nullptr : find(TimeWord::kCurrent, at);
      p && !p->value.empty() && s_.form(at + p->size()) == "year")  // "the fiscal year 2008"
    if (const int said = plain_year(at + p->size() + 1)) {
      TimeReading r;
      r.begin = i;
      r.end = at + p->size() + 2;
      r.rule = "year";
      r.year = said;
      r.year_said = true;
      r.value = iso_year(said);
      r.timex = p->value + r.value;
      return r;
    }
  const std::string_view form = s_.form(at);
  TimeReading r;
  r.begin = i;
  r.rule = "year";
  r.year_said = true;
  const size_t hyphen = form.find_first_of("-/");
  if (hyphen == 4 && all_digits(form.substr(0, 4)) && all_digits(form.substr(5))) {
    const int first = to_int(form.substr(0, 4));
    int last = to_int(form.substr(5));
    if (form.size() == 7) last += first / 100 * 100;
    if (first < 1000 || last > 2100 || last <= first || (form.size() != 9 && form.size() != 7))
      return std::nullopt;
    r.end = at + 1;
    r.year = first;
    r.value = iso_year(first) + "/" + iso_year(last);
    r.timex = iso_year(first) + "-01-01/" + iso_year(last) + "-12-31";
    r.rule = "year-range";
    return r;
  }
  const int year = plain_year(at);
  if (year == 0) return std::nullopt;
  r.end = at + 1;
  r.year = year;
  r.value = r.timex = iso_year(year);
  const Phrase* before = i > 0 ? find(TimeWord::kIn, i - 1) : nullptr;
  // A range: "1999 à 2003" behind de, entre, from; or two years joined by a dash.
  if (const Phrase* to = find(TimeWord::kTo, r.end)) {
    const std::string_view word = s_.form(r.end);
    const bool dash = (word == "-" || word == "–" || word == "—" || word == "~") && s_.glued(r.end);
    const bool opened = i > 0 && find(TimeWord::kFrom, i - 1);
    int last = dash || opened ? plain_year(r.end + to->size()) : 0;
    const std::string_view tail = s_.form(r.end + to->size());
    if (dash && last == 0 && tail.size() == 2 && all_digits(tail))
      last = year / 100 * 100 + to_int(tail);
    if (last > year && last <= 2100) {
      r.end += to->size() + 1;
      r.value = iso_year(year) + "/" + iso_year(last);
      r.timex = iso_year(year) + "-01-01/" + iso_year(last) + "-12-31";
      r.rule = "year-range";
      return r;
    }
  }
  if (led) return r;
  // "the 2014 elections": an English year may stand before its noun, with an article.
  const bool modifier = !words_.french() && i > 0 && year >= 1900 && year <= 2060 &&
                        (find(TimeWord::kDet, i - 1) || find(TimeWord::kPoss, i - 1) ||
                         s_.form(i - 1).ends_with("'s") || s_.form(i - 1).ends_with("’s"));
  if (counted_noun(r.end) && !modifier) return std::nullopt;
  const std::string_view then = s_.form(r.end), prior = i > 0 ? s_.form(i - 1) : std::string_view();
  if (then == "%" || then == "€" || then == "$" || then == "°c" || prior == "$" || prior == "€" ||
      prior == "£" || prior == "n°" || prior == "article" || prior == "no." || prior == "page" ||
      prior == "/" || then == "/" ||
      (s_.glued(at) && prior != "(" && prior != "'" && prior != "’" && prior != "-" &&
       prior != "–"))
    return std::nullopt;
  if (!before && (year < 1700 || year > 2060)) return std::nullopt;
  return r;
}

// "le premier trimestre 2015", "the second half of 2015", "Q3 2015"
TimeReader::Found TimeReader::quarter(size_t i) const {
  TimeReading r;
  r.begin = i;
  r.rule = "quarter";
  std::string_view form = s_.form(i);
  int number = 0, months = 3;
  // "Q3 2015", "2015 H2", "T1 2020", "2017-q1"
  const int year_first = plain_year(i);
  size_t letter_at = i;
  if (year_first != 0) {
    letter_at = i + 1 + (s_.form(i + 1) == "-" && s_.glued(i + 1));
    form = s_.form(letter_at);
  }
  const std::string_view letters = words_.french() ? "ts" : "qh";
  const size_t kind = form.size() == 2 ? letters.find(form[0]) : std::string_view::npos;
  if (kind != std::string_view::npos && form[1] >= '1' && form[1] <= (kind == 0 ? '4' : '2')) {
    number = form[1] - '0';
    months = kind == 0 ? 3 : 6;
    r.end = letter_at + 1;
  } else if (year_first != 0) {
    return std::nullopt;
  } else {
    const size_t at = find(TimeWord::kDet, i) ? skip(TimeWord::kDet, i) : i;
    const std::optional<SpokenNumber> n = numbers_.read(s_, at);
    if (!n || !n->ordinal) return std::nullopt;
    const std::optional<Unit> u = unit(n->end);
    const bool half = s_.form(n->end) == "half";
    if (!half && (!u || u->grain != Grain::kMonth || u->count < 3)) return std::nullopt;
    number = static_cast<int>(n->value);
    months = half ? 6 : u->count;
    r.end = half ? n->end + 1 : u->end;
  }
  if (number < 1 || number > 12 / months) return std::nullopt;
  size_t behind = skip(TimeWord::kOf, r.end);
  if (form.size() == 2 && s_.form(behind) == "-" && s_.glued(behind)) ++behind;
  r.year = year_first;
  if (year_first != 0)
    behind = i;
  else
    r.year = plain_year(behind);
  r.year_said = r.year != 0;
  if (r.year_said) {
    if (year_first == 0) r.end = behind + 1;
  } else {
    if (!context_.now || form.size() == 2) return std::nullopt;
    // "of the year", "de l'année"
    if (s_.form(behind) == "the" || s_.form(behind) == "l'") ++behind;
    if (behind > r.end && (s_.form(behind) == "year" || s_.form(behind) == "annee"))
      r.end = behind + 1;
    r.year = context_.now->year - ((number - 1) * months + 1 > context_.now->month);
    r.anchor = Anchor::kPublished;
  }
  r.value = iso({r.year, (number - 1) * months + 1, 1}) + "/" +
            iso({r.year, number * months, month_length(r.year, number * months)});
  r.timex = iso_year(r.year) + (months == 3 ? "-Q" : "-H") + std::to_string(number);
  return r;
}

// "les années 90", "années 1960", "the 1990s", "the '60s"
TimeReader::Found TimeReader::decade(size_t i) const {
  TimeReading r;
  r.begin = i;
  r.rule = "decade";
  size_t at = i;
  int year = 0;
  if (words_.french()) {
    if (s_.form(at) == "les" || s_.form(at) == "ces") ++at;
    const Phrase* p = find(TimeWord::kDecade, at);
    if (!p) return std::nullopt;
    at += p->size();
    const std::optional<SpokenNumber> n = numbers_.read(s_, at);
    if (!n || n->ordinal || n->collective || std::fmod(n->value, 10) != 0) return std::nullopt;
    if (counted_noun(n->end)) return std::nullopt;
    year = static_cast<int>(n->value);
    r.end = n->end;
  } else {
    if (s_.form(at) == "the") ++at;
    if (s_.form(at) == "'" || s_.form(at) == "’" || s_.form(at) == "‘") ++at;
    if (const Phrase* p = find(TimeWord::kDecade, at); p && at > i) {  // "the nineties"
      r.end = at + p->size();
      r.value = r.timex = p->value.substr(0, 3) + "X";
      r.year = std::atoi(p->value.c_str());
      return r;
    }
    const std::string_view form = s_.form(at);
    size_t digits = 0;
    while (digits < form.size() && form[digits] >= '0' && form[digits] <= '9') ++digits;
    const std::string_view tail = form.substr(digits);
    if ((digits != 2 && digits != 4) || (tail != "s" && tail != "'s")) return std::nullopt;
    year = to_int(form.substr(0, digits));
    if (year % 10 != 0) return std::nullopt;
    r.end = at + 1;
  }
  if (year < 100) year += year < 20 ? 2000 : 1900;
  if (year < 1000 || year > 2100) return std::nullopt;
  r.value = r.timex = iso_year(year).substr(0, 3) + "X";
  r.year = year;
  return r;
}

// "le XIXe siècle", "the 19th century"
TimeReader::Found TimeReader::century(size_t i) const {
  size_t at = i;
  if (s_.form(at) == "le" || s_.form(at) == "the" || s_.form(at) == "ce") ++at;
  int number = century_number(s_.form(at));
  size_t end = at + 1;
  if (number == 0) {
    const std::optional<SpokenNumber> n = numbers_.read(s_, at);
    if (!n || !n->ordinal || n->value > 21) return std::nullopt;
    number = static_cast<int>(n->value);
    end = n->end;
  }
  if (s_.form(end) == "e" || s_.form(end) == "-") ++end;
  if (number == 0 || !find(TimeWord::kCentury, end)) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = end + 1;
  r.rule = "century";
  char value[16];
  std::snprintf(value, sizeof value, "%02dXX", number - 1);
  r.value = r.timex = value;
  return r;
}

// "l'été 2015", "cet hiver", "au printemps", "last summer"
TimeReader::Found TimeReader::season(size_t i) const {
  static constexpr std::string_view kNames[] = {"SP", "SU", "FA", "WI"};
  size_t at = i;
  bool dem = false, next = false, last = false;
  if (find(TimeWord::kDem, at))
    dem = true, ++at;
  else if (const std::string_view d = s_.form(at); d == "l'" || d == "le" || d == "the")
    ++at;
  if (!words_.french()) {
    if (find(TimeWord::kNext, at))
      next = true, at = skip(TimeWord::kNext, at);
    else if (find(TimeWord::kLast, at))
      last = true, at = skip(TimeWord::kLast, at);
  }
  const Phrase* p = find(TimeWord::kSeason, at);
  if (!p) return std::nullopt;
  const Upos upos = s_.word(at).upos;
  if (upos == Upos::kVerb || upos == Upos::kAux) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = at + 1;
  r.rule = "season";
  size_t behind = skip(TimeWord::kOf, r.end);
  if (const int year = plain_year(behind)) {
    r.year = year;
    r.year_said = true;
    r.end = behind + 1;
  } else {
    if (words_.french()) {
      if (const Phrase* n = find(TimeWord::kNext, r.end))
        next = true, r.end += n->size();
      else if (const Phrase* l = find(TimeWord::kLast, r.end))
        last = true, r.end += l->size();
    }
    if (!dem && !next && !last) return std::nullopt;
    if (!context_.now) return r;
    const int index = static_cast<int>(std::find(std::begin(kNames), std::end(kNames), p->value) -
                                       std::begin(kNames));
    const int first_month = 3 + index * 3;  // winter begins in December
    r.year = context_.now->year;
    const int month = context_.now->month;
    if (next && month >= first_month) ++r.year;
    if (last && month < first_month + 3) --r.year;
    if (dem && index == 3 && month < 3) --r.year;
    r.anchor = Anchor::kPublished;
  }
  const auto index = std::find(std::begin(kNames), std::end(kNames), p->value) - std::begin(kNames);
  // From one equinox or solstice to the day before the next, to the nearest day.
  static constexpr Day kFirst[] = {{0, 3, 20}, {0, 6, 21}, {0, 9, 23}, {1, 12, 21}};
  static constexpr Day kLast[] = {{0, 6, 20}, {0, 9, 22}, {0, 12, 20}, {1, 3, 20}};
  const bool winter = index == 3;
  r.value = iso({r.year, kFirst[index].month, kFirst[index].day}) + "/" +
            iso({r.year + winter, kLast[index].month, kLast[index].day});
  r.timex = iso_year(r.year) + "-" + p->value;
  return r;
}

// "mi-2013", "la mi-août", "mid-July 2019"
TimeReader::Found TimeReader::mid_prefix(size_t i) const {
  const size_t at = s_.form(i) == "la" || s_.form(i) == "the" ? i + 1 : i;
  const std::string_view form = s_.form(at);
  const std::string_view prefix = words_.french() ? "mi-" : "mid-";
  if (!form.starts_with(prefix)) return std::nullopt;
  const std::string_view rest = form.substr(prefix.size());
  TimeReading r;
  r.begin = i;
  r.end = at + 1;
  r.rule = "middle";
  if (rest.size() == 4 && all_digits(rest)) {
    r.year = to_int(rest);
    r.year_said = true;
    r.value = iso_month(r.year, 6) + "~";
    r.timex = iso_year(r.year);
    return r;
  }
  for (int m = 1; m <= 12; ++m) {
    const std::string_view name = words_.month_name(m);
    if (rest != name) continue;
    r.month = m;
    r.year = year_behind(r.end, false);
    r.year_said = r.year != 0;
    if (!r.year) {
      r.year = year_for(m, 0, i);
      r.anchor = r.year ? Anchor::kPublished : Anchor::kNone;
    }
    if (!r.year) return r;
    r.value = r.timex = iso_month(r.year, m);
    r.value = days_of_part(r, 0);
    return r;
  }
  return std::nullopt;
}

}  // namespace selon
