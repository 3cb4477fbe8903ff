// What lasts ("deux heures et demie") and what comes back ("tous les jeudis").
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
namespace {

Grain parse_grain(std::string_view name) {
  if (name == "second") return Grain::kSecond;
  if (name == "minute") return Grain::kMinute;
  if (name == "hour") return Grain::kHour;
  if (name == "week") return Grain::kWeek;
  if (name == "weekend") return Grain::kWeekend;
  if (name == "month") return Grain::kMonth;
  if (name == "year") return Grain::kYear;
  return Grain::kDay;
}

char letter(Grain grain) {
  switch (grain) {
    case Grain::kSecond:
      return 'S';
    case Grain::kMinute:
    case Grain::kMonth:
      return 'M';
    case Grain::kHour:
      return 'H';
    case Grain::kWeek:
    case Grain::kWeekend:
      return 'W';
    case Grain::kYear:
      return 'Y';
    default:
      return 'D';
  }
}
std::string number_text(double v) {
  char out[32];
  std::snprintf(out, sizeof out, "%.10g", v);
  return out;
}

}  // namespace

std::optional<Unit> TimeReader::unit(size_t i) const {
  const Phrase* p = find(TimeWord::kUnit, i);
  if (!p) {  // "a week's time", "two weeks' notice"
    const std::string_view form = s_.form(i);
    if (!form.ends_with("'s")) return std::nullopt;
    p = words_.find_form(TimeWord::kUnit, form.substr(0, form.size() - 2));
    if (!p) return std::nullopt;
  }
  const size_t colon = p->value.find(':');
  Unit out;
  out.grain = parse_grain(std::string_view(p->value).substr(0, colon));
  out.count = colon == std::string::npos ? 1 : std::atoi(p->value.c_str() + colon + 1);
  out.end = i + p->size();
  return out;
}

// ISO 8601, in the unit that was said: "PT1.5H".
std::string TimeReader::duration_value(const Amount& a) {
  std::string out = of_clock(a.unit.grain) ? "PT" : "P";
  if (a.vague) return out + "X" + letter(a.unit.grain);
  out += number_text(a.value * a.unit.count) + letter(a.unit.grain);
  if (a.unit.grain == Grain::kWeekend) out += "E";
  if (a.minutes > 0) out += number_text(a.minutes) + "M";
  return out + a.more;
}

// TIMEX3 has no fractions: "PT1H30M", "P18M", "PT36H".
std::string TimeReader::duration_timex(const Amount& a) {
  const bool half = !a.vague && a.value != std::floor(a.value) && a.unit.count == 1 &&
                    a.value < 10 && std::fmod(a.value * 4, 1) == 0;
  if (half && a.unit.grain == Grain::kDay) return "PT" + number_text(a.value * 24) + "H";
  if (half && a.unit.grain == Grain::kYear && std::fmod(a.value * 12, 1) == 0)
    return "P" + number_text(a.value * 12) + "M";
  if (!a.vague && a.unit.grain == Grain::kHour && a.unit.count == 1 && a.value > 1 &&
      std::fmod(a.value, 1) == 0.5)
    return "PT" + number_text(std::floor(a.value)) + "H30M";
  return duration_value(a);
}

// "et demie", "and a half", "and a quarter" behind a number or behind its unit.
bool TimeReader::half_behind(Amount& a, size_t& at) const {
  if (const Phrase* half = find(TimeWord::kHalf, at)) {
    a.value += 0.5;
    at += half->size();
    return true;
  }
  if (s_.form(at) == "and" && s_.form(at + 1) == "a" && s_.form(at + 2) == "quarter") {
    a.value += 0.25;
    at += 3;
    return true;
  }
  return false;
}

// "1 month 21 days" behind "2 years"
bool TimeReader::smaller_units(Amount& a, size_t& at) const {
  const auto days = [](Grain g) {
    return g == Grain::kYear ? 365.0 : g == Grain::kMonth ? 30 : g == Grain::kWeek ? 7 : 1;
  };
  Grain last = a.unit.grain;
  bool any = false;
  for (;;) {
    size_t more = at;
    if (s_.form(more) == "et" || s_.form(more) == "and" || s_.form(more) == ",") ++more;
    const std::optional<SpokenNumber> n = numbers_.read(s_, more);
    if (!n || n->ordinal || n->collective || n->article || n->value != std::floor(n->value) ||
        n->value > 1000)
      return any;
    const std::optional<Unit> u = unit(n->end);
    if (!u || u->count != 1 || u->grain >= last || u->grain == Grain::kWeekend) return any;
    if (of_clock(u->grain) != of_clock(a.unit.grain)) return any;
    if (a.unit.grain == Grain::kHour && u->grain == Grain::kMinute)
      a.minutes = n->value;
    else
      a.more += number_text(n->value) + letter(u->grain);
    if (!of_clock(u->grain)) a.more_days += n->value * days(u->grain);
    last = u->grain;
    at = u->end;
    any = true;
  }
}

// "deux heures et demie", "quelques mois", "une dizaine de jours", "2 h 30", "one and a half
// years"; `articles`: also "un an"
std::optional<TimeReader::Amount> TimeReader::amount(size_t i, bool articles) const {
  Amount a;
  size_t at = i;
  const bool english = !words_.french();
  if (english && s_.form(at) == "a" && s_.form(at + 1) == "few" && find(TimeWord::kSome, at)) {
    a.vague = true;
    at += 2;
  } else if (const Phrase* some = find(TimeWord::kSome, at)) {
    a.vague = true;
    at += some->size();
    while (s_.form(at) == "longues" || s_.form(at) == "longs" || s_.form(at) == "long") ++at;
  } else if (const std::optional<SpokenNumber> n = numbers_.read(s_, at); n && !n->ordinal) {
    if (n->article && !articles) return std::nullopt;
    a.value = n->value;
    a.vague = n->collective && n->plural && n->value != 2;
    at = n->end;
    if (n->collective && (s_.form(at) == "de" || s_.form(at) == "d'" || s_.form(at) == "of")) ++at;
    if (english && !n->collective) half_behind(a, at);
  } else if (articles && english && (s_.form(at) == "a" || s_.form(at) == "an")) {
    a.value = 1;
    ++at;
    if (s_.form(at) == "couple") a.value = 2, at += s_.form(at + 1) == "of" ? 2 : 1;
  } else if (english && s_.form(at) == "half" &&
             (s_.form(at + 1) == "a" || s_.form(at + 1) == "an")) {
    a.value = 0.5;
    at += 2;
  } else if (s_.form(i) == "½") {
    a.value = 0.5;
    ++at;
  } else {
    return std::nullopt;
  }
  if (a.value > 1e9) return std::nullopt;
  const bool figures = at > i && all_digits(s_.form(at - 1));
  if (s_.form(at) == "-" && s_.glued(at)) ++at;  // "12-day"
  while (s_.form(at) == "autres" || s_.form(at) == "other" || s_.form(at) == "more" ||
         s_.form(at) == "longues" || s_.form(at) == "long" || s_.form(at) == "longs" ||
         s_.form(at) == "petites" || s_.form(at) == "full" || s_.form(at) == "consecutive")
    ++at;
  std::optional<Unit> u = unit(at);
  if (!u && s_.form(at) == "h" && (words_.french() || (figures && s_.glued(at))))
    u = Unit{Grain::kHour, 1, at + 1};
  if (!u && !a.vague && (s_.form(at) == "nights" || s_.form(at) == "nuits"))
    u = Unit{Grain::kDay, 1, at + 1};
  if (!u && at < s_.size() && figures && s_.glued(at) && i > 0 &&
      find(TimeWord::kDuring, i - 1)) {  // "for 10D"
    if (s_.text(at) == "D") u = Unit{Grain::kDay, 1, at + 1};
    if (s_.text(at) == "Y") u = Unit{Grain::kYear, 1, at + 1};
  }
  if (!u || (u->grain == Grain::kWeekend && a.vague)) return std::nullopt;
  a.unit = *u;
  if (a.value * u->count > 1e9) return std::nullopt;
  at = u->end;
  if (!a.vague && !half_behind(a, at)) {
    if (s_.form(at) == "h" && s_.glued(at)) return std::nullopt;
    // "2 h 30" is read as a clock time, "2 heures 30 minutes" here
    smaller_units(a, at);
  }
  a.end = at;
  return a;
}

// Whether "N ans" at [begin, end) tells somebody's age: "âgée de 17 ans", "Anna Petit, 45 ans, …"
bool TimeReader::age(size_t begin, size_t end) const {
  for (size_t back = 1; back <= 4 && back <= begin; ++back) {
    const Phrase* p = find(TimeWord::kAge, begin - back);
    if (p && begin - back + p->size() == begin) return true;
  }
  const std::string_view next = s_.form(end);
  if (next == "old" || (next == "-" && s_.form(end + 1) == "old") || next == "d'age") return true;
  if (begin < 2 || s_.form(begin - 1) != ",") return false;
  const bool closed = next.empty() || next == "," || next == "." || next == ")" || next == ";";
  return closed && starts_upper(s_.text(begin - 2));
}

TimeReader::Found TimeReader::duration(size_t i) const {
  size_t at = i;
  bool some_word = false;
  const Phrase* about = find(TimeWord::kAbout, at);
  if (about)
    at += about->size();
  else if (find(TimeWord::kDem, at) || s_.form(at) == "les" || s_.form(at) == "the")
    ++at, some_word = true;
  TimeReading r;
  r.begin = i;
  r.kind = TimeKind::kDuration;
  if (const size_t all = skip(TimeWord::kAll, i); all > i) {  // "all day", "toute la semaine"
    const std::optional<Unit> u = unit(all);
    if (!u || of_clock(u->grain) || s_.form(u->end - 1).ends_with("days")) return std::nullopt;
    r.end = u->end;
    r.value = r.timex = duration_value({.value = 1, .unit = *u});
    r.rule = "whole-unit";
    return r;
  }
  // "away for the month": this month, as long as it is
  if (s_.form(i) == "the" && i > 0 && s_.form(i - 1) == "for") {
    const std::optional<Unit> u = unit(i + 1);
    if (u && u->count == 1 && u->grain != Grain::kWeekend && closes(u->end) &&
        !s_.form(u->end - 1).ends_with("s")) {
      if (const Found whole = shifted(i, u->end, *u, 0)) r.value = whole->value;
      r.end = u->end;
      r.timex = duration_value({.value = 1, .unit = *u});
      r.rule = "for-the-unit";
      r.anchor = Anchor::kPublished;
      return r;
    }
  }
  // "la deuxième journée", "sa première année"
  if (const std::optional<SpokenNumber> n = numbers_.read(s_, i + 1);
      n && n->ordinal && (find(TimeWord::kDet, i) || find(TimeWord::kPoss, i)) && words_.french()) {
    const std::optional<Unit> u = unit(n->end);
    if (u && u->grain != Grain::kWeekend && s_.form(n->end) != "temps") {
      r.end = u->end;
      r.timex = duration_value({.value = 1, .unit = *u});
      r.rule = "ordinal-unit";
      return r;
    }
  }
  std::optional<Amount> a = amount(at, !some_word);
  if (!a) return std::nullopt;
  // "un jour" is some day; "une seconde" and "un moment" last no time of their own.
  const bool article =
      !a->vague && a->value == 1 && at == i &&
      (s_.form(at) == "un" || s_.form(at) == "une" || s_.form(at) == "a" || s_.form(at) == "an");
  const bool then = find(TimeWord::kAfter, a->end) || find(TimeWord::kBefore, a->end);
  // "à environ 5h", "mardi autour de 5h" are clock times
  if (words_.french() && s_.form(a->end - 1) == "h" && i > 0 &&
      (s_.form(i - 1) == "a" || find_before(TimeWord::kMonth, i) || day_ends_at(i)))
    return std::nullopt;
  if (article && !(then && closes(a->end + 1)) &&
      (s_.form(at + 1) == "jour" || s_.form(at + 1) == "day" || s_.form(at + 1) == "second" ||
       s_.form(at + 1) == "minute" || s_.form(at + 1) == "night" || s_.form(at + 1) == "quarter"))
    return std::nullopt;
  if (a->unit.grain == Grain::kYear && !a->vague && age(i, a->end)) return std::nullopt;
  if (s_.form(i) == "some" && s_.form(i + 1) == "time") return std::nullopt;
  if (a->vague && s_.form(at) == "des" && a->unit.grain == Grain::kDay) return std::nullopt;
  if (!words_.french() && a->unit.grain == Grain::kSecond && a->value == 1) return std::nullopt;
  r.end = a->end;
  r.timex = duration_timex(*a);
  if (!a->vague) r.value = duration_value(*a);
  r.rule = "duration";
  // "deux jours plus tard", "three years earlier"
  const Phrase* after = find(TimeWord::kAfter, r.end);
  const Phrase* before = find(TimeWord::kBefore, r.end);
  // "deux jours après", but not "deux jours après la signature"
  for (const Phrase** p : {&after, &before})
    if (*p && (*p)->size() == 1 &&
        ((*p)->forms[0] == "apres" || (*p)->forms[0] == "avant" || (*p)->forms[0] == "after" ||
         (*p)->forms[0] == "before") &&
        !closes(r.end + 1))
      *p = nullptr;
  if ((after || before) && !a->vague) {
    const Phrase* p = after ? after : before;
    const bool from_now = p->forms[0] == "from" || p->forms[0] == "hence";
    std::optional<Day> from = from_now ? context_.now : context_.last_day;
    Anchor anchor = from_now ? Anchor::kPublished : Anchor::kText;
    r.end += p->size();
    r.value.clear();
    r.kind = TimeKind::kDate;
    r.rule = "later";
    if (!from && !from_now)
      if (Found there = from_told(i, r.end, a->unit, (before ? -1 : 1) * a->value); there && !about)
        return there;
    if (!from && (context_.prefer_future || alone(r)))
      from = context_.now, anchor = Anchor::kPublished;
    if (from) {
      Found later = moved(i, r.end, a->unit, (before ? -1 : 1) * (a->value + a->minutes / 60),
                          *from, anchor, !about);
      if (later && a->more_days > 0 && later->value.size() == 10) {
        later->day =
            add_days(*parse_iso(later->value), (before ? -1 : 1) * static_cast<int>(a->more_days));
        later->value = later->timex = iso(*later->day);
      }
      return later;
    }
  }
  return r;
}

// "quinquennat"
TimeReader::Found TimeReader::span_noun(size_t i) const {
  const Phrase* p = find(TimeWord::kSpan, i);
  if (!p) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = i + p->size();
  r.kind = TimeKind::kDuration;
  r.value = r.timex = p->value;
  r.rule = "span-noun";
  return r;
}

// "chaque année", "tous les jeudis", "tous les deux jours", "annuel"
TimeReader::Found TimeReader::recurring(size_t i) const {
  TimeReading r;
  r.begin = i;
  r.kind = TimeKind::kSet;
  r.rule = "set";
  if (const Phrase* p = find(TimeWord::kSet, i)) {
    r.end = i + p->size();
    r.value = r.timex = p->value;
    return r;
  }
  const Phrase* each = find(TimeWord::kEach, i);
  if (!each) return std::nullopt;
  size_t at = i + each->size();
  if (const Phrase* w = find(TimeWord::kWeekday, at)) {
    r.end = at + w->size();
    r.timex = "XXXX-WXX-" + w->value;
    r.value = "P1W";
    if (const Phrase* part = find(TimeWord::kPart, r.end)) r.end += part->size();
    return r;
  }
  if (const Phrase* part = find(TimeWord::kPart, at)) {
    r.end = at + part->size();
    r.value = "P1D";
    r.timex = "XXXX-XX-XXT" + part->value;
    return r;
  }
  double count = 1;
  if (const std::optional<SpokenNumber> n = numbers_.read(s_, at); n && !n->collective) {
    count = n->value;
    at = n->end;
  }
  const std::optional<Unit> u = unit(at);
  if (!u) return std::nullopt;
  r.end = u->end;
  r.value = r.timex = duration_value({.value = count, .unit = *u});
  return r;
}

}  // namespace selon
