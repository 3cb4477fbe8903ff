// A day, week or weekday counted inside a longer period: "le premier mercredi du mois prochain",
// "the last week of 2018", "20th of next month"; and weeks told by a number or a day of theirs.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/edtf.h"
#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {

// The days of a month, quarter or year.
struct TimeReader::Period {
  Day first, last;
  TimeReading said;
  size_t end = 0;
};

// "octobre 2014", "next month", "the month", "2018", "l'année prochaine", "of" and "in" before it.
std::optional<TimeReader::Period> TimeReader::period(size_t i) const {
  size_t at = i;
  bool of = false;
  for (TimeWord kind : {TimeWord::kOf, TimeWord::kIn})
    if (!of && skip(kind, at) > at) at = skip(kind, at), of = true;
  const bool contracted = of && (s_.form(at - 1) == "du" || s_.form(at - 1) == "au");
  Found best;
  const auto offer = [&](Found r) {
    if (r && (!best || r->end > best->end)) best = std::move(r);
  };
  if (find(TimeWord::kMonth, at) || find(TimeWord::kNext, at) || find(TimeWord::kLast, at) ||
      find(TimeWord::kDem, at) || find(TimeWord::kDet, at))
    offer(month(at));
  // A month without its year stands for itself here, capital or not.
  if (!best)
    if (const Phrase* m = find(TimeWord::kMonth, at); m && of && m->forms[0].size() > 2) {
      TimeReading r;
      r.end = at + m->size();
      r.month = std::atoi(m->value.c_str());
      r.year = year_for(r.month, 0, i);
      r.anchor = Anchor::kPublished;
      if (r.year != 0) r.value = iso_month(r.year, r.month);
      best = r;
    }
  offer(quarter(at));
  offer(unit_phrase(at));
  if (of) offer(year(at));
  if (!best && of && context_.now) {  // "of the month", "de mois prochain"
    size_t noun = at;
    if (s_.form(noun) == "the" || s_.form(noun) == "le" || s_.form(noun) == "l'" ||
        s_.form(noun) == "la")
      ++noun;
    const bool article =
        at > i && (s_.form(at - 1) == "the" || s_.form(at - 1) == "la" || s_.form(at - 1) == "l'");
    if (noun > at || contracted || article || s_.form(at) == "mois")
      if (const std::optional<Unit> u = unit(noun);
          u &&
          (u->grain == Grain::kMonth || u->grain == Grain::kYear || u->grain == Grain::kWeek)) {
        size_t end = u->end;
        int steps = 0;
        if (words_.french() && skip(TimeWord::kNext, end) > end)
          end = skip(TimeWord::kNext, end), steps = 1;
        else if (words_.french() && skip(TimeWord::kLast, end) > end)
          end = skip(TimeWord::kLast, end), steps = -1;
        offer(shifted(at, end, *u, steps));
      }
  }
  if (!best || best->value.empty() || best->kind == TimeKind::kDuration ||
      best->kind == TimeKind::kSet)
    return std::nullopt;
  const std::optional<DayRange> range = day_range(best->value);
  if (!range) return std::nullopt;
  const std::optional<Day> first = parse_iso(range->from), last = parse_iso(range->to);
  if (!first || !last) return std::nullopt;
  return Period{*first, *last, *best, best->end};
}

TimeReader::Found TimeReader::nth_of_period(size_t i) const {
  size_t at = i;
  if (s_.form(at) == "the" || s_.form(at) == "le" || s_.form(at) == "la" || s_.form(at) == "l'" ||
      s_.form(at) == "les")
    ++at;
  int nth = 0;
  bool back = false, ordinal = false;
  const auto is_last = [&](size_t k) {
    const Phrase* p = find(TimeWord::kLast, k);
    return p && (s_.form(k) == "last" || s_.form(k).starts_with("dernier") ||
                 s_.form(k).starts_with("derniere"))
               ? p->size()
               : 0;
  };
  size_t figures_at = at;
  if (const std::optional<SpokenNumber> n = numbers_.read(s_, at);
      n && !n->collective && !n->article && n->value >= 1 && n->value <= 400) {
    ordinal = n->ordinal;
    if (!ordinal && !n->figures) return std::nullopt;
    nth = static_cast<int>(n->value);
    at = n->end;
    if (ordinal && is_last(at)) back = true, at += is_last(at);
  } else if (const size_t size = is_last(at)) {
    back = true;
    nth = 1;
    at += size;
  } else {
    return std::nullopt;
  }
  if (s_.form(at) == "closest") return std::nullopt;
  // "the first two weeks of 2021"
  int count = 1;
  if (ordinal || back)
    if (const std::optional<SpokenNumber> n = numbers_.read(s_, at);
        n && !n->ordinal && !n->collective && !n->article && n->value >= 2 && n->value <= 60 &&
        n->value == std::floor(n->value)) {
      count = static_cast<int>(n->value);
      at = n->end;
    }
  int weekday = 0;
  std::optional<Unit> u;
  if (const Phrase* w = find(TimeWord::kWeekday, at)) {
    if (!ordinal && !back) return std::nullopt;
    weekday = std::atoi(w->value.c_str());
    at += w->size();
  } else if ((u = unit(at))) {
    if (!ordinal && !back) return std::nullopt;
    at = u->end;
  } else if (back || (!ordinal && figures_at == at) || nth > 31) {
    return std::nullopt;
  }
  const Phrase* of = find(TimeWord::kOf, at);
  if (!weekday && !u) {  // "20th of next month", "20 of this month"
    if (!of || find(TimeWord::kMonth, at + of->size())) return std::nullopt;
    if (words_.french() && !ordinal && figures_at == i) return std::nullopt;
  }
  // "the last week", "le premier lundi" need the period; "last Monday" of no month is another
  // thing.
  if (!of && !(s_.form(at) == "in" || (weekday && find(TimeWord::kMonth, at)))) return std::nullopt;
  const std::optional<Period> p = period(at);
  if (!p) return std::nullopt;
  const bool month_like = p->said.month != 0 || p->said.value.size() == 4 ||
                          p->said.rule == std::string_view("quarter") ||
                          p->said.rule == std::string_view("calendar-unit");
  if (!month_like) return std::nullopt;
  if (!weekday && !u && p->said.value.size() != 7) return std::nullopt;
  Day first, last;
  if (weekday) {
    if (back) {
      first = add_days(p->last, -((selon::weekday(p->last) - weekday + 7) % 7) - 7 * (nth - 1));
    } else {
      first = add_days(p->first, (weekday - selon::weekday(p->first) + 7) % 7 + 7 * (nth - 1));
    }
    last = first;
  } else if (!u || (u->grain == Grain::kDay && u->count == 1)) {
    first = back ? add_days(p->last, 1 - nth - (count - 1)) : add_days(p->first, nth - 1);
    last = add_days(first, count - 1);
  } else if (u->grain == Grain::kWeek && u->count == 1) {
    // A week belongs to the month of its Thursday, as ISO 8601 has it for years.
    const Day from = monday_of(add_days(p->first, 3)), until = monday_of(add_days(p->last, -3));
    first = back ? add_days(until, -7 * (nth - 1 + count - 1)) : add_days(from, 7 * (nth - 1));
    last = add_days(first, 7 * count - 1);
  } else if (u->grain == Grain::kWeekend && count == 1) {
    const Day saturday =
        back ? add_days(p->last, -((selon::weekday(p->last) + 1) % 7) - 7 * (nth - 1))
             : add_days(p->first, (13 - selon::weekday(p->first)) % 7 + 7 * (nth - 1));
    first = saturday;
    last = add_days(saturday, 1);
  } else if (u->grain == Grain::kMonth && u->count == 1 && p->said.month == 0) {
    const Day from = back ? add_months({p->last.year, p->last.month, 1}, 1 - nth - (count - 1))
                          : add_months(p->first, nth - 1);
    first = from;
    last = add_days(add_months(from, count), -1);
  } else {
    return std::nullopt;
  }
  if (first < p->first && u && u->grain != Grain::kWeek) return std::nullopt;
  if (last < p->first || first > p->last) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = p->end;
  r.rule = "nth-of-period";
  r.anchor = p->said.anchor;
  r.year = first.year;
  r.month = first.month;
  r.year_said = p->said.year_said;
  if (first == last) {
    r.day = first;
    r.value = r.timex = iso(first);
  } else {
    r.value = iso(first) + "/" + iso(last);
    r.timex = r.value;
    if (u && u->grain == Grain::kWeek && count == 1) r.timex = iso_week(first);
    if (u && u->grain == Grain::kWeekend) r.timex = iso_week(first) + "-WE";
    if (u && u->grain == Grain::kMonth && count == 1)
      r.value = r.timex = iso_month(first.year, first.month);
  }
  return r;
}

// "week 31 of 2027", "la semaine du 6 octobre", "the week commencing February 4", "w/c Feb 4"
TimeReader::Found TimeReader::week(size_t i) const {
  size_t at = i;
  if (s_.form(at) == "the" || s_.form(at) == "la" || s_.form(at) == "le" || s_.form(at) == "l'")
    ++at;
  TimeReading r;
  r.begin = i;
  r.rule = "week";
  const auto put = [&](Day monday) {
    r.value = iso(monday) + "/" + iso(add_days(monday, 6));
    r.timex = iso_week(monday);
    r.year = add_days(monday, 3).year;
  };
  const bool wc = s_.form(at) == "w" && s_.form(at + 1) == "/" && s_.form(at + 2) == "c";
  const bool wc_token = s_.form(at) == "w/c";
  std::optional<Unit> u = unit(at);
  if (!wc && !wc_token && (!u || (u->grain != Grain::kWeek && u->grain != Grain::kWeekend)))
    return std::nullopt;
  size_t end = wc ? at + 3 : wc_token ? at + 1 : u->end;
  if (u && u->count != 1) return std::nullopt;
  const bool weekend = u && u->grain == Grain::kWeekend;
  if (u && s_.form(end) == "after" && s_.form(end + 1) == "next") return shifted(i, end + 2, *u, 2);
  // By its number
  if (!wc && !wc_token && !weekend) {
    size_t behind = end;
    if (s_.form(behind) == "number" || s_.form(behind) == "no." || s_.form(behind) == "n°")
      ++behind;
    const std::optional<int> number = whole(behind, 54);
    if (number && *number >= 1 && !counted_noun(behind) && !find(TimeWord::kUnit, behind) &&
        !find(TimeWord::kMonth, behind) && !s_.form(end - 1).ends_with("s")) {
      r.end = behind;
      size_t of = behind;
      if (s_.form(of) == "," || s_.form(of) == "of" || s_.form(of) == "de" || s_.form(of) == "in")
        ++of;
      int year = plain_year(of);
      if (year != 0)
        r.end = of + 1, r.year_said = true;
      else if (context_.now)
        year = context_.now->year, r.anchor = Anchor::kPublished;
      if (year == 0) return std::nullopt;
      put(add_days(monday_of({year, 1, 4}), 7 * (*number - 1)));
      return r;
    }
  }
  // By a day of it
  const std::string_view word = s_.form(end);
  const bool of = word == "of" || word == "du" || word == "de";
  const bool starting = word == "commencing" || word == "beginning" || word == "starting" ||
                        word == "debutant" || word == "commencant";
  if (!wc && !wc_token) {
    if (!of && !starting) return std::nullopt;
    ++end;
    if (starting && s_.form(end) == "on") ++end;
  }
  Found day;
  for (auto reader : {&TimeReader::date, &TimeReader::numeric_date, &TimeReader::holiday,
                      &TimeReader::day_of_month, &TimeReader::adverb}) {
    Found found = (this->*reader)(end);
    if (found && found->day && (!day || found->end > day->end)) day = std::move(found);
  }
  if (!day) return std::nullopt;
  r.end = day->end;
  r.anchor = day->anchor;
  r.year_said = day->year_said;
  const Day monday = monday_of(*day->day);
  if (weekend) {
    // The days of rest beside a holiday: the Monday after them belongs to them too.
    const int w = selon::weekday(*day->day);
    const Day saturday = add_days(*day->day, w <= 2 ? -w - 1 : 6 - w);
    r.value = iso(saturday) + "/" + iso(w == 1 ? *day->day : add_days(saturday, 1));
    r.timex = iso_week(saturday) + "-WE";
    r.year = saturday.year;
  } else {
    put(monday);
  }
  return r;
}

// "la deuxième quinzaine d'avril", "the first half of May"
TimeReader::Found TimeReader::quinzaine(size_t i) const {
  size_t at = i;
  if (s_.form(at) == "la" || s_.form(at) == "the") ++at;
  const std::optional<SpokenNumber> n = numbers_.read(s_, at);
  int nth = n && n->ordinal ? static_cast<int>(n->value) : 0;
  size_t end = nth ? n->end : at;
  if (!nth && s_.form(at).starts_with("seconde")) nth = 2, end = at + 1;
  if (nth < 1 || nth > 2) return std::nullopt;
  if (s_.form(end) != "quinzaine" && s_.form(end) != "half" && s_.form(end) != "moitie")
    return std::nullopt;
  const std::optional<Period> p = period(end + 1);
  if (!p || p->said.value.size() != 7) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = p->end;
  r.rule = "half-month";
  r.anchor = p->said.anchor;
  r.year = p->first.year;
  r.month = p->first.month;
  r.year_said = p->said.year_said;
  Day middle = p->first;
  middle.day = nth == 1 ? 14 : 15;
  r.value = nth == 1 ? iso(p->first) + "/" + iso(middle) : iso(middle) + "/" + iso(p->last);
  r.timex = p->said.timex.empty() ? p->said.value : p->said.timex;
  return r;
}

// "two Sundays from now", "third Tuesday after Christmas 2014"
TimeReader::Found TimeReader::counted_weekdays(size_t i) const {
  if (!context_.now) return std::nullopt;
  const size_t start = s_.form(i) == "the" ? i + 1 : i;
  const std::optional<SpokenNumber> n = numbers_.read(s_, start);
  if (!n || n->collective || n->value < 1 || n->value > 100) return std::nullopt;
  const Phrase* w = find(TimeWord::kWeekday, n->end);
  if (!w) return std::nullopt;
  const size_t end = n->end + w->size();
  const std::string_view word = s_.form(end);
  TimeReading r;
  r.begin = i;
  r.rule = "counted-weekday";
  r.anchor = Anchor::kPublished;
  Day from = *context_.now;
  bool back = false;
  if (!n->ordinal) {
    if (word == "from" && (s_.form(end + 1) == "now" || s_.form(end + 1) == "today"))
      r.end = end + 2;
    else if (word == "ago")
      back = true, r.end = end + 1;
    else
      return std::nullopt;
  } else {
    if (word != "after" && word != "before") return std::nullopt;
    back = word == "before";
    Found of = date(end + 1);
    if (!of) of = holiday(end + 1);
    if (!of || !of->day) return std::nullopt;
    from = *of->day;
    r.end = of->end;
    r.anchor = of->anchor;
  }
  const int want = std::atoi(w->value.c_str()), have = selon::weekday(from);
  const int steps = static_cast<int>(n->value) - 1;
  const int ahead = (want - have + 6) % 7 + 1, behind = (have - want + 6) % 7 + 1;
  r.day = add_days(from, back ? -behind - 7 * steps : ahead + 7 * steps);
  r.year = r.day->year;
  r.month = r.day->month;
  r.value = r.timex = iso(*r.day);
  return r;
}

}  // namespace selon
