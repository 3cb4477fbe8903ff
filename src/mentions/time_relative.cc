// What is told from today or from another day.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
// `amount` units from a day, as exact as such words are.
TimeReader::Found TimeReader::moved(size_t begin, size_t end, Unit unit, double amount,
                                    const Day& from, Anchor anchor) const {
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
    r.value = rough ? iso_year(d.year) : iso_month(d.year, d.month);
    if (!rough) r.month = d.month;
  }
  r.timex = r.value;
  r.year = std::atoi(r.value.c_str());
  return r;
}

// "il y a un peu plus d'un an", "two years ago"
TimeReader::Found TimeReader::ago(size_t i) const {
  size_t at = i;
  const Phrase* ahead = find(TimeWord::kAgo, at);
  if (ahead) at += ahead->size();
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
  return moved(i, end, a->unit, -(a->value + a->minutes / 60), *context_.now, Anchor::kPublished);
}

// "dans deux jours", "in three weeks" under a future
TimeReader::Found TimeReader::within(size_t i) const {
  const Phrase* p = find(TimeWord::kWithin, i);
  if (!p) return std::nullopt;
  const size_t at = skip(TimeWord::kAbout, i + p->size());
  const std::optional<Amount> a = amount(at, true);
  if (!a || a->vague || !context_.now) return std::nullopt;
  if (s_.form(at) == "un" && s_.form(at + 1) == "jour") return std::nullopt;  // "dans un jour de"
  if (!words_.french() && direction(i) <= 0 && !context_.prefer_future) return std::nullopt;
  return moved(i, a->end, a->unit, a->value + a->minutes / 60, *context_.now, Anchor::kPublished);
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
      if (const std::optional<DaySpec> spec = day_spec(behind);
          spec && (spec->weekday || spec->month)) {
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
        const Day last = add_months(d, unit.count - 1);
        r.value += "/" + iso_month(last.year, last.month);
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

// "le mois dernier", "cette semaine", "ces dernières 24 heures", "la même année", "next month"
TimeReader::Found TimeReader::unit_phrase(size_t i) const {
  const bool dem = find(TimeWord::kDem, i) != nullptr;
  const bool det = !dem && find(TimeWord::kDet, i) != nullptr;
  const bool indefinite =
      s_.form(i) == "un" || s_.form(i) == "une" || s_.form(i) == "a" || s_.form(i) == "an";
  // In "du mois dernier", "au cours des dix derniers mois" the article is in the preposition.
  const std::string_view before = i > 0 ? s_.form(i - 1) : std::string_view();
  const bool contracted = before == "du" || before == "au" || before == "des" || before == "aux";
  if (indefinite || (words_.french() && !dem && !det && !contracted)) return std::nullopt;
  size_t at = dem || det ? skip(dem ? TimeWord::kDem : TimeWord::kDet, i) : i;
  const size_t before_same = at;
  at = skip(TimeWord::kSame, at);
  const bool same = at != before_same;
  // What stands between: a number and "derniers", in either order.
  double count = 0;
  bool next = false, last = false;
  for (int k = 0; k < 2; ++k) {
    if (const Phrase* p = find(TimeWord::kNext, at))
      next = true, at += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, at))
      last = true, at += q->size();
    if (const Phrase* some = find(TimeWord::kSome, at); some && count == 0 && (next || last))
      at += some->size(), count = -1;
    else if (const std::optional<SpokenNumber> n = numbers_.read(s_, at);
             n && !n->ordinal && !n->article && count == 0)
      count = n->value, at = n->end;
  }
  const std::optional<Unit> u = unit(at);
  if (!u) return std::nullopt;
  const bool plural = s_.form(u->end - 1).ends_with("s") && s_.form(u->end - 1) != "mois";
  size_t end = u->end;
  const bool before_unit = next || last;
  if (words_.french() && !before_unit) {
    if (const Phrase* p = find(TimeWord::kNext, end))
      next = true, end += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, end))
      last = true, end += q->size();
  }
  const bool far = s_.form(end) == "-la" || (dem && s_.form(end) == "la") || s_.form(i) == "that";
  if (s_.form(end) == "-la" || s_.form(end) == "-ci" || (dem && s_.form(end) == "la")) ++end;
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
    if (words_.french() && before_unit &&
        (s_.form(i) == "la" || s_.form(i) == "le" || s_.form(i) == "l'"))
      return std::nullopt;
    if (!words_.french() && det && u->grain != Grain::kWeekend && last && s_.form(end) == "of")
      return std::nullopt;
    return shifted(i, end, *u, next ? 1 : -1);
  }
  if (!dem) return std::nullopt;
  const bool gone =
      u->grain == Grain::kWeekend && context_.now && direction(i) < 0 && weekday(*context_.now) < 6;
  return shifted(i, end, *u, gone ? -1 : 0);
}

// "début mai", "fin septembre 2000", "la fin de l'année dernière", "early 2016"
TimeReader::Found TimeReader::modified(size_t i) const {
  const Phrase* p = nullptr;
  for (TimeWord kind : {TimeWord::kStart, TimeWord::kMid, TimeWord::kEnd}) {
    const Phrase* q = find(kind, i);
    if (q && (!p || q->size() > p->size())) p = q;
  }
  if (!p) return std::nullopt;
  size_t at = i + p->size();
  const size_t behind_of = skip(TimeWord::kOf, at);
  Found r;
  for (size_t start : {behind_of, at}) {
    for (auto reader : {&TimeReader::month, &TimeReader::decade, &TimeReader::century,
                        &TimeReader::season, &TimeReader::unit_phrase, &TimeReader::year}) {
      Found found = (this->*reader)(start);
      if (found && (!r || found->end > r->end)) r = found;
    }
  }
  if (!r || r->kind == TimeKind::kDuration) return std::nullopt;
  r->begin = i;
  r->rule = "part-of-period";
  return r;
}

}  // namespace selon
