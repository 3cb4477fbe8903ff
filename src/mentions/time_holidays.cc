// Feasts by name, and the year that is meant: "Noël", "Pentecost 2014", "last Thanksgiving",
// "Diwali in two years".
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {

TimeReader::Found TimeReader::holiday(size_t i) const {
  size_t at = i;
  bool next = false, last = false, dem = false;
  if (find(TimeWord::kDem, at)) {
    dem = true;
    ++at;
  } else if (s_.form(at) == "la" || s_.form(at) == "le" || s_.form(at) == "the" ||
             s_.form(at) == "l'" || s_.form(at) == "les") {
    ++at;
  }
  if (!words_.french()) {
    if (find(TimeWord::kNext, at) && holidays_.find(s_, skip(TimeWord::kNext, at)))
      next = true, at = skip(TimeWord::kNext, at);
    else if (find(TimeWord::kLast, at) && holidays_.find(s_, skip(TimeWord::kLast, at)))
      last = true, at = skip(TimeWord::kLast, at);
  }
  if ((s_.form(at) == "fete" || s_.form(at) == "jour") && !holidays_.find(s_, at) &&
      find(TimeWord::kOf, at + 1))
    at = skip(TimeWord::kOf, at + 1);
  const Holidays::Phrase* p = holidays_.find(s_, at);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = at + p->size();
  r.rule = "holiday";
  size_t behind = r.end;
  if (words_.french()) {
    if (const Phrase* q = find(TimeWord::kNext, behind))
      next = true, behind = r.end += q->size();
    else if (const Phrase* q2 = find(TimeWord::kLast, behind))
      last = true, behind = r.end += q2->size();
  }
  // The year: "2014", "in 2014", "of next year", "two thousand eighteen", "in two years"
  int year = 0;
  size_t year_at = behind;
  year = plain_year(year_at);
  if (year != 0) {
    ++year_at;
  } else if (year = spelled_year(year_at); year == 0) {
    year_at = skip(TimeWord::kOf, behind);
    if (s_.form(year_at) == "year") ++year_at;
    if (year = plain_year(year_at); year != 0) {
      ++year_at;
    } else if (year = spelled_year(year_at); year == 0 && context_.now) {
      if (Found whole = unit_phrase(year_at);
          whole && whole->value.size() == 4 && all_digits(whole->value)) {
        year = to_int(whole->value);
        year_at = whole->end;
      } else if (Found later = within(behind); later && later->year != 0) {
        // The feast of the year that lies that far ahead
        const std::optional<Amount> n = amount(skip(TimeWord::kWithin, behind), true);
        if (n && n->unit.grain == Grain::kYear)
          year = context_.now->year + static_cast<int>(std::llround(n->value * n->unit.count));
        else if (n)
          year = later->year;
        year_at = later->end;
      } else if (const std::optional<Amount> n = amount(behind, true);
                 n && !n->vague && n->unit.grain == Grain::kYear && n->value <= 2000) {
        const int years = static_cast<int>(std::llround(n->value * n->unit.count));
        if (const Phrase* ago = find(TimeWord::kAgoBehind, n->end))
          year = context_.now->year - years, year_at = n->end + ago->size();
        else if (const Phrase* hence = find(TimeWord::kAfter, n->end);
                 hence && (s_.form(n->end) == "hence" || s_.form(n->end) == "from"))
          year = context_.now->year + years, year_at = n->end + hence->size();
      }
      if (year != 0) r.anchor = Anchor::kPublished;
    }
  }
  if (year != 0) {
    r.end = year_at;
    r.year_said = r.anchor == Anchor::kNone;
  }
  const auto days = [&](int y) { return Holidays::days(p->value, y); };
  std::optional<Holidays::Days> found;
  if (year == 0) {
    if (!context_.now) return r;
    const Day now = *context_.now;
    int go = next ? 1 : last ? -1 : direction(i);
    if (go == 0 && (context_.prefer_future || dem)) go = 1;
    for (int y : {now.year - 1, now.year, now.year + 1}) {
      const std::optional<Holidays::Days> d = days(y);
      if (!d) continue;
      const int64_t away = day_number(d->first) - day_number(now);
      if (go > 0) {
        if (!found && (away >= 0 || (d->last >= now && !next)) && !(next && away == 0)) found = d;
      } else if (go < 0) {
        if (away <= 0 && !(last && away == 0)) found = d;
      } else if (!found ||
                 std::llabs(away) < std::llabs(day_number(found->first) - day_number(now))) {
        found = d;
      }
    }
    r.anchor = Anchor::kPublished;
  } else {
    found = days(year);
  }
  if (!found) {
    r.anchor = Anchor::kNone;
    return r;
  }
  r.year = found->first.year;
  r.month = found->first.month;
  r.day = found->first;
  r.value = iso(found->first);
  if (found->last != found->first) r.value += "/" + iso(found->last);
  r.timex = r.value;
  if (found->last != found->first) return r;
  if (const std::optional<Unit> u = unit(r.end); u && u->grain == Grain::kWeekend) {
    // The days of rest beside it: "Labor Day weekend"
    const int w = selon::weekday(found->first);
    const Day saturday = add_days(found->first, w <= 2 ? -w - 1 : 6 - w);
    r.end = u->end;
    r.value = iso(saturday) + "/" + iso(w == 1 ? found->first : add_days(saturday, 1));
    r.timex = iso_week(saturday) + "-WE";
    r.day.reset();
    return r;
  }
  if (const Phrase* part = find(TimeWord::kPart, r.end)) {
    r.end += part->size();
    r.part = part->value;
    r.timex += "T" + part->value;
    r.kind = TimeKind::kTime;
  }
  return r;
}

}  // namespace selon
