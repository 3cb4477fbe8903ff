// What is told from today or from another day.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
// `amount` units from a day. The value is the day counted, where the words are `exact`; the timex
// is no finer than their unit: "il y a deux mois" 2024-01-06, timex 2024-01. Years counted from
// today tell their month.
TimeReader::Found TimeReader::moved(size_t begin, size_t end, Unit unit, double amount,
                                    const Day& from, Anchor anchor, bool exact) const {
  TimeReading r;
  r.begin = begin;
  r.end = end;
  r.anchor = anchor;
  r.rule = amount < 0 ? "ago" : "later";
  const double n = amount * unit.count;
  if (of_clock(unit.grain)) {
    const double seconds = n * (unit.grain == Grain::kHour     ? 3600
                                : unit.grain == Grain::kMinute ? 60
                                                               : 1);
    const auto minutes = static_cast<int64_t>(std::llround(seconds / 60));
    if (std::llabs(minutes) > int64_t{100} * 366 * 1440) return std::nullopt;
    const int64_t at = context_.now_minutes.value_or(12 * 60) + minutes;
    const int64_t days = at >= 0 ? at / 1440 : -((1439 - at) / 1440);
    r.day = add_days(from, days);
    r.value = iso(*r.day);
    if (context_.now_minutes) {
      char clock[16];
      const auto of_day = static_cast<int>(at - days * 1440);
      std::snprintf(clock, sizeof clock, "T%02d:%02d", of_day / 60, of_day % 60);
      r.value += clock;
      r.kind = TimeKind::kTime;
    }
  } else if (unit.grain == Grain::kDay || unit.grain == Grain::kWeek) {
    if (std::fabs(n) > 500000) return std::nullopt;
    r.day = add_days(from, std::llround(n * (unit.grain == Grain::kWeek ? 7 : 1)));
    r.value = iso(*r.day);
  } else {
    if (std::fabs(n) > 20000) return std::nullopt;
    const auto months = std::llround(n * (unit.grain == Grain::kYear ? 12 : 1));
    const Day d = add_months(from, months);
    if (d.year < 1) return std::nullopt;
    const bool rough = unit.grain == Grain::kYear && std::fabs(n) > 2;
    r.timex = rough ? iso_year(d.year) : iso_month(d.year, d.month);
    r.value = exact && !rough ? iso(d) : r.timex;
    if (!rough) r.month = d.month;
  }
  if (r.timex.empty()) r.timex = r.value;
  r.year = std::atoi(r.value.c_str());
  return r;
}

// "il y a un peu plus d'un an", "two years ago"
TimeReader::Found TimeReader::ago(size_t i) const {
  size_t at = i;
  const Phrase* ahead = find(TimeWord::kAgo, at);
  if (ahead) at += ahead->size();
  const bool about = find(TimeWord::kAbout, at) != nullptr;
  at = skip(TimeWord::kAbout, at);
  const std::optional<Amount> a = amount(at, true);
  if (!a) return std::nullopt;
  size_t end = a->end;
  if (!ahead) {
    const Phrase* behind = find(TimeWord::kAgoBehind, end);
    if (!behind) return std::nullopt;
    end += behind->size();
  }
  TimeReading r;
  r.begin = i;
  r.end = end;
  r.rule = "ago";
  if (a->vague) {
    r.timex = duration_value(*a);
    return r;
  }
  if (!context_.now) return r;
  return moved(i, end, a->unit, -(a->value + a->minutes / 60), *context_.now, Anchor::kPublished,
               !about && a->unit.grain != Grain::kYear);
}

// "dans deux jours", "in three weeks" under a future
TimeReader::Found TimeReader::within(size_t i) const {
  const Phrase* p = find(TimeWord::kWithin, i);
  if (!p) return std::nullopt;
  const bool about = find(TimeWord::kAbout, i + p->size()) != nullptr;
  const size_t at = skip(TimeWord::kAbout, i + p->size());
  const std::optional<Amount> a = amount(at, true);
  if (!a || a->vague || !context_.now) return std::nullopt;
  if (s_.form(at) == "un" && s_.form(at + 1) == "jour" && s_.form(a->end).starts_with("d"))
    return std::nullopt;  // "dans un jour de fête"
  size_t end = a->end;
  if (s_.form(end) == "'" || s_.form(end) == "’") ++end;
  const bool time = s_.form(end) == "time";  // "in two weeks' time"
  end = time ? end + 1 : a->end;
  if (!words_.french() && !time && direction(i) <= 0 && !context_.prefer_future)
    return std::nullopt;
  return moved(i, end, a->unit, a->value + a->minutes / 60, *context_.now, Anchor::kPublished,
               !about && a->unit.grain != Grain::kYear);
}

// "hier", "demain matin", "tonight"
TimeReader::Found TimeReader::adverb(size_t i) const {
  const Phrase* p = find(TimeWord::kAdverb, i);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = i + p->size();
  r.rule = "adverb";
  std::string part;
  const size_t slash = p->value.find('/');
  if (slash != std::string::npos) part = p->value.substr(slash + 1);
  const int days = std::atoi(p->value.c_str());
  size_t at = r.end;
  if (s_.form(at) == "au" && find(TimeWord::kPart, at + 1)) ++at;
  if (const Phrase* q = find(TimeWord::kPart, at)) {
    part = q->value;
    r.end = at + q->size();
  }
  if (s_.form(i) == "aujourd'hui" && part.empty()) {
    // "aujourd'hui" is this day beside what is planned, else these days.
    const bool day = (i > 0 && s_.form(i - 1) == "d'") || infinitive_above(i) || direction(i) > 0;
    if (!day) r.timex = "PRESENT_REF";
  }
  if (!context_.now) return r;
  r.day = add_days(*context_.now, days);
  r.year = r.day->year;
  r.month = r.day->month;
  r.value = iso(*r.day);
  if (r.timex.empty()) r.timex = r.value;
  r.anchor = Anchor::kPublished;
  if (!part.empty()) {
    r.part = part;
    r.timex += "T" + part;
    r.kind = TimeKind::kTime;
  }
  return r;
}

// "ce matin", "cette nuit", "dans la nuit de lundi à mardi", "this morning"
TimeReader::Found TimeReader::part_of_day(size_t i) const {
  const bool dem = find(TimeWord::kDem, i) != nullptr;
  const std::string_view det = s_.form(i);
  if (!dem && det != "la" && det != "le" && det != "the" && det != "l'") return std::nullopt;
  size_t at = dem ? skip(TimeWord::kSame, i + 1) : i + 1;
  const Phrase* p = find(TimeWord::kPart, at);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = at + p->size();
  r.kind = TimeKind::kTime;
  r.rule = "part-of-day";
  std::optional<Day> day;
  const std::string_view before = i > 0 ? s_.form(i - 1) : std::string_view();
  if (!dem) {
    size_t behind = r.end + 1;
    const bool of = s_.form(r.end) == "de" || s_.form(r.end) == "du" || s_.form(r.end) == "of";
    if (of) {
      if (s_.form(behind) == "l'") ++behind;
      std::optional<DaySpec> spec = day_spec(behind);
      if (spec && spec->day && !spec->month && !spec->weekday) {  // "du 3 au 4 mai"
        const Phrase* to = find(TimeWord::kTo, spec->end);
        const std::optional<DaySpec> last = to ? day_spec(spec->end + to->size()) : std::nullopt;
        if (last && last->month && last->day) {
          const bool turns = spec->day > last->day;  // "du 31 mai au 1er juin"
          spec->month = turns ? (last->month + 10) % 12 + 1 : last->month;
          spec->year = last->year ? last->year - (turns && last->month == 1) : 0;
          spec->year_said = last->year_said;
        }
      }
      if (spec && (spec->weekday || spec->month)) {
        Found whole = spec->day ? dated(behind, *spec) : weekday_alone(behind, *spec, false);
        if (whole) {
          r.end = whole->end;
          day = whole->day;
          r.anchor = whole->anchor;
          if (const Phrase* to = find(TimeWord::kTo, r.end)) {  // "de lundi à mardi"
            const std::optional<DaySpec> last = day_spec(r.end + to->size());
            if (last) r.end = last->end;
          }
        }
      }
    }
    if (!day) {
      const bool during = before == "dans" || before == "pendant" || before == "durant" ||
                          before == "during" || (p->value == "NI" && before == "de");
      if (!during) return std::nullopt;
      if (const Phrase* l = find(TimeWord::kLast, r.end)) r.end += l->size();
      day = context_.last_day ? context_.last_day : context_.now;
      r.anchor = context_.last_day ? Anchor::kText : Anchor::kPublished;
    }
  } else {
    if (s_.form(r.end) == "-la" || s_.form(r.end) == "la" || det == "that") {
      if (s_.form(r.end) == "-la" || s_.form(r.end) == "la") ++r.end;
      day = context_.last_day;
      r.anchor = Anchor::kText;
    } else {
      if (find(TimeWord::kWeekday, r.end)) return std::nullopt;
      day = context_.now;
      r.anchor = Anchor::kPublished;
    }
  }
  if (!day) {
    r.anchor = Anchor::kNone;
    return r;
  }
  r.day = day;
  r.year = day->year;
  r.month = day->month;
  r.value = iso(*day);
  r.part = p->value;
  r.timex = r.value + "T" + p->value;
  return r;
}

// "la veille", "le lendemain", "ce jour-là"
TimeReader::Found TimeReader::anaphor(size_t i) const {
  const Phrase* p = find(TimeWord::kAnaphor, i);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = i + p->size();
  r.rule = "anaphor";
  std::optional<Day> from = context_.last_day;
  Anchor anchor = Anchor::kText;
  // "le lendemain du 13 février", "la veille de Noël"
  if (s_.form(r.end) == "du" || s_.form(r.end) == "de" || s_.form(r.end) == "of") {
    Found of = date(r.end + 1);
    if (!of) of = holiday(r.end + 1);
    if (of && of->day) {
      from = of->day;
      r.end = of->end;
      anchor = of->anchor;
    } else {
      return r;  // "la veille du scrutin"
    }
  }
  const int days = std::atoi(p->value.c_str());
  // Where nothing is told before it, a text that looks ahead counts from its own day.
  if (!from && (context_.prefer_future || alone(r)))
    from = context_.now, anchor = Anchor::kPublished;
  if (!from && days == 0 && context_.last_year) {  // "en mai 2015 … ce jour-là"
    r.value = r.timex = context_.last_month ? iso_month(context_.last_year, context_.last_month)
                                            : iso_year(context_.last_year);
    r.anchor = Anchor::kText;
  }
  if (!from) return r;
  r.day = add_days(*from, days);
  r.year = r.day->year;
  r.month = r.day->month;
  r.value = r.timex = iso(*r.day);
  r.anchor = anchor;
  return r;
}

// "désormais", "à l'avenir", "récemment"
TimeReader::Found TimeReader::reference(size_t i) const {
  const Phrase* p = find(TimeWord::kRef, i);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = i + p->size();
  // "à l'avenir": the preposition stays out, where the rest can stand alone.
  const bool preposition = s_.form(i) == "a" || s_.form(i) == "dans" || s_.form(i) == "par" ||
                           s_.form(i) == "in" || s_.form(i) == "at";
  if (p->size() > 2 && preposition && find(TimeWord::kDet, i + 1)) r.begin = i + 1;
  r.kind = TimeKind::kTime;
  r.timex = p->value;
  r.rule = "reference";
  if (p->value == "PRESENT_REF" && context_.now) {
    r.value = iso(*context_.now);
    r.anchor = Anchor::kPublished;
  }
  return r;
}

// `steps` whole units from the one that holds today: "la semaine prochaine", "cette année"
TimeReader::Found TimeReader::shifted(size_t begin, size_t end, Unit unit, int steps) const {
  TimeReading r;
  r.begin = begin;
  r.end = end;
  r.rule = "calendar-unit";
  if (!context_.now) return r;
  const Day now = *context_.now;
  r.anchor = Anchor::kPublished;
  switch (unit.grain) {
    case Grain::kDay:
      if (unit.count != 1) return std::nullopt;
      r.day = add_days(now, steps);
      r.value = r.timex = iso(*r.day);
      break;
    case Grain::kWeek: {
      if (unit.count != 1) return std::nullopt;
      const Day monday = add_days(monday_of(now), 7 * steps);
      r.value = iso(monday) + "/" + iso(add_days(monday, 6));
      r.timex = iso_week(monday);
      r.year = monday.year;
      break;
    }
    case Grain::kWeekend: {
      const Day saturday = add_days(monday_of(now), 7 * steps + 5);
      r.value = iso(saturday) + "/" + iso(add_days(saturday, 1));
      r.timex = iso_week(saturday) + "-WE";
      r.year = saturday.year;
      break;
    }
    case Grain::kMonth: {
      const int first = (now.month - 1) / unit.count * unit.count + 1;
      const Day d = add_months({now.year, first, 1}, int64_t{steps} * unit.count);
      r.value = iso_month(d.year, d.month);
      r.year = d.year;
      r.month = d.month;
      r.timex = r.value;
      if (unit.count > 1) {
        r.value = iso(d) + "/" + iso(add_days(add_months(d, unit.count), -1));
        r.timex = iso_year(d.year) + (unit.count == 3 ? "-Q" : "-H") +
                  std::to_string((d.month - 1) / unit.count + 1);
      }
      break;
    }
    case Grain::kYear: {
      const int year = now.year / unit.count * unit.count + steps * unit.count;
      if (year < 1) return std::nullopt;
      r.value = iso_year(year);
      if (unit.count == 10)
        r.value = r.value.substr(0, 3) + "X";
      else if (unit.count == 100)
        r.value = r.value.substr(0, 2) + "XX";
      else if (unit.count != 1)
        return std::nullopt;
      r.timex = r.value;
      r.year = year;
      break;
    }
    default:
      return std::nullopt;
  }
  if (r.day) r.year = r.day->year, r.month = r.day->month;
  return r;
}

// `amount` years or months from the year or month that the text told last, where it told no day
// since: "En 2014 … Trois ans plus tard", "l'année suivante", "the previous month".
TimeReader::Found TimeReader::from_told(size_t begin, size_t end, Unit unit, double amount) const {
  if (context_.last_year == 0 || amount != std::floor(amount) || std::fabs(amount) > 1000)
    return std::nullopt;
  const int steps = static_cast<int>(amount) * unit.count;
  TimeReading r;
  r.begin = begin;
  r.end = end;
  r.rule = "from-told";
  r.anchor = Anchor::kText;
  if (unit.grain == Grain::kYear && unit.count == 1) {
    r.year = context_.last_year + steps;
    if (r.year < 1 || r.year > 9999) return std::nullopt;
    r.value = r.timex = iso_year(r.year);
  } else if (unit.grain == Grain::kMonth && unit.count == 1 && context_.last_month != 0) {
    const Day d = add_months({context_.last_year, context_.last_month, 1}, steps);
    if (d.year < 1 || d.year > 9999) return std::nullopt;
    r.year = d.year;
    r.month = d.month;
    r.value = r.timex = iso_month(d.year, d.month);
  } else {
    return std::nullopt;
  }
  return r;
}

// The days that "the last two weeks", "les trois prochains mois" take in, today left out. Quarters
// are those of the calendar.
void TimeReader::days_around(TimeReading& r, Unit unit, double count, bool last) const {
  if (of_clock(unit.grain) || count < 1 || count != std::floor(count) || count > 10000) return;
  const auto n = static_cast<int>(count) * unit.count;
  if (n > 100000) return;
  const Day now = *context_.now;
  const auto moved_by = [&](Day from, int steps) {
    switch (unit.grain) {
      case Grain::kDay:
        return add_days(from, steps);
      case Grain::kWeek:
        return add_days(from, int64_t{7} * steps);
      case Grain::kMonth:
        return add_months(from, steps);
      default:
        return add_months(from, int64_t{12} * steps);
    }
  };
  if (unit.grain == Grain::kWeekend) return;
  Day first, end;  // [first, end)
  if (unit.grain == Grain::kMonth && unit.count > 1) {
    const Day start{now.year, (now.month - 1) / unit.count * unit.count + 1, 1};
    first = last ? add_months(start, -n) : add_months(start, unit.count);
    end = add_months(first, n);
  } else {
    first = last ? moved_by(now, -n) : add_days(now, 1);
    end = last ? now : moved_by(first, n);
  }
  if (first.year < 1 || end.year > 9999) return;
  r.value = iso(first) + "/" + iso(add_days(end, -1));
  r.anchor = Anchor::kPublished;
}

// "le mois dernier", "cette semaine", "ces dernières 24 heures", "la même année", "next month"
TimeReader::Found TimeReader::unit_phrase(size_t i) const {
  const bool dem = find(TimeWord::kDem, i) != nullptr;
  const bool det = !dem && find(TimeWord::kDet, i) != nullptr;
  const bool indefinite =
      s_.form(i) == "un" || s_.form(i) == "une" || s_.form(i) == "a" || s_.form(i) == "an";
  // In "du mois dernier", "au cours des dix derniers mois" the article is in the preposition.
  const std::string_view before = i > 0 ? s_.form(i - 1) : std::string_view();
  const bool contracted = before == "du" || before == "au" || before == "des" || before == "aux";
  bool counted = false;  // "2 derniers jours"
  if (const std::optional<SpokenNumber> n = numbers_.read(s_, i); n && !n->ordinal && !n->article)
    counted = find(TimeWord::kNext, n->end) || find(TimeWord::kLast, n->end);
  if (indefinite || (words_.french() && !dem && !det && !contracted && !counted))
    return std::nullopt;
  size_t at = dem || det ? skip(dem ? TimeWord::kDem : TimeWord::kDet, i) : i;
  const size_t before_same = at;
  at = skip(TimeWord::kSame, at);
  const bool same = at != before_same;
  // What stands between: a number and "derniers", in either order.
  double count = 0;
  bool next = false, last = false, told = false;
  for (int k = 0; k < 2; ++k) {
    // "will last two weeks"
    const bool verb = s_.form(at) == "last" && s_.word(at).upos == Upos::kVerb;
    if (const Phrase* p = find(TimeWord::kNext, at); p && !verb)
      next = true, told = p->value == "told", at += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, at); q && !verb)
      last = true, told = q->value == "told", at += q->size();
    if (const Phrase* some = find(TimeWord::kSome, at); some && count == 0 && (next || last))
      at += some->size(), count = -1;
    else if (const std::optional<SpokenNumber> n = numbers_.read(s_, at);
             n && !n->ordinal && !n->article && count == 0)
      count = n->value, at = n->end;
  }
  bool current = false;
  std::string kind_of_year;  // FY, SY
  while (const Phrase* p = words_.french() ? nullptr : find(TimeWord::kCurrent, at)) {
    current = current || s_.form(at) == "current";
    kind_of_year = p->value;
    at += p->size();
  }
  const std::optional<Unit> u = unit(at);
  if (!u) return std::nullopt;
  const std::string_view noun = s_.form(u->end - 1);
  const bool plural = noun.ends_with("s") && !noun.ends_with("'s") && noun != "mois";
  if (!words_.french() && count > 1 && !plural && i < s_.size() && numbers_.read(s_, i))
    return std::nullopt;  // "133 last month"
  size_t end = u->end;
  const bool before_unit = next || last;
  if (words_.french() && !before_unit) {
    // "la semaine d'après", but not "cette semaine, d'après la police"
    const auto fits = [&](const Phrase* p) {
      return p && (p->forms[0] != "d'" || closes(end + p->size()));
    };
    if (const Phrase* p = find(TimeWord::kNext, end); fits(p))
      next = true, told = p->value == "told", end += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, end); fits(q))
      last = true, told = q->value == "told", end += q->size();
    else if (const Phrase* c = find(TimeWord::kCurrent, end); c && det)
      current = true, end += c->size();
  }
  const bool far = s_.form(end) == "-la" || (dem && s_.form(end) == "la") || s_.form(i) == "that";
  if (s_.form(end) == "-la" || s_.form(end) == "-ci" || (dem && s_.form(end) == "la")) ++end;
  const auto named = [&](Found whole) {  // "last fiscal year"
    if (whole && !kind_of_year.empty() && u->grain == Grain::kYear)
      whole->timex = kind_of_year + whole->value;
    return whole;
  };
  TimeReading r;
  r.begin = i;
  r.end = end;
  if (count != 0 || plural || (dem && s_.form(i) == "ces")) {
    if (!next && !last) return std::nullopt;
    Amount a{.value = count, .vague = count <= 0, .unit = *u, .end = end};
    r.kind = TimeKind::kDuration;
    r.timex = duration_value(a);
    if (!a.vague) r.value = r.timex;
    r.rule = last ? "last-units" : "next-units";
    if (!a.vague && context_.now) days_around(r, *u, count, last);
    return r;
  }
  if (same || far) {
    r.rule = "same-unit";
    r.anchor = Anchor::kText;
    if (u->grain == Grain::kYear && u->count == 1 && context_.last_year) {
      r.year = context_.last_year;
      r.value = r.timex = iso_year(r.year);
    } else if (u->grain == Grain::kMonth && u->count == 1 && context_.last_month &&
               context_.last_year) {
      r.value = r.timex = iso_month(context_.last_year, context_.last_month);
    } else if (u->grain == Grain::kDay && context_.last_day) {
      r.day = context_.last_day;
      r.value = r.timex = iso(*r.day);
    } else {
      r.anchor = Anchor::kNone;
    }
    return r;
  }
  if (of_clock(u->grain)) return std::nullopt;
  if (next || last) {
    // "la dernière semaine de mai" is no week before this one.
    if (before_unit && (s_.form(i) == "la" || s_.form(i) == "le" || s_.form(i) == "l'"))
      return std::nullopt;
    if (det && u->grain != Grain::kWeekend && last && s_.form(end) == "of") return std::nullopt;
    if (told)
      if (Found there = from_told(i, end, *u, next ? 1 : -1)) return named(there);
    return named(shifted(i, end, *u, next ? 1 : -1));
  }
  if (!dem && !current) return std::nullopt;
  const bool gone =
      u->grain == Grain::kWeekend && context_.now && direction(i) < 0 && weekday(*context_.now) < 6;
  return named(shifted(i, end, *u, gone ? -1 : 0));
}

}  // namespace selon
