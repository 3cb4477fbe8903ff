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
  if (!p) return std::nullopt;
  const size_t colon = p->value.find(':');
  Unit out;
  out.grain = parse_grain(std::string_view(p->value).substr(0, colon));
  out.count = colon == std::string::npos ? 1 : std::atoi(p->value.c_str() + colon + 1);
  out.end = i + p->size();
  return out;
}

std::string TimeReader::duration_value(const Amount& a) {
  std::string out = of_clock(a.unit.grain) ? "PT" : "P";
  if (a.vague) return out + "X" + letter(a.unit.grain);
  if (a.unit.grain == Grain::kDay && a.unit.count == 1 && a.value != std::floor(a.value))
    return "PT" + number_text(a.value * 24) + "H";
  out += number_text(a.value * a.unit.count) + letter(a.unit.grain);
  if (a.minutes > 0) out += number_text(a.minutes) + "M";
  return out;
}

// "deux heures et demie", "quelques mois", "une dizaine de jours", "2 h 30"; `articles`: also "un
// an"
std::optional<TimeReader::Amount> TimeReader::amount(size_t i, bool articles) const {
  Amount a;
  size_t at = i;
  if (const Phrase* some = find(TimeWord::kSome, at)) {
    a.vague = true;
    at += some->size();
    while (s_.form(at) == "longues" || s_.form(at) == "longs" || s_.form(at) == "long") ++at;
  } else if (const std::optional<SpokenNumber> n = numbers_.read(s_, at); n && !n->ordinal) {
    if (n->article && !articles) return std::nullopt;
    a.value = n->value;
    a.vague = n->collective && n->plural;
    at = n->end;
    if (n->collective && (s_.form(at) == "de" || s_.form(at) == "d'" || s_.form(at) == "of")) ++at;
  } else if (articles && !words_.french() && (s_.form(at) == "a" || s_.form(at) == "an")) {
    a.value = 1;
    ++at;
    if (s_.form(at) == "couple") a.value = 2, at += s_.form(at + 1) == "of" ? 2 : 1;
  } else if (!words_.french() && s_.form(at) == "half" &&
             (s_.form(at + 1) == "a" || s_.form(at + 1) == "an")) {
    a.value = 0.5;
    at += 2;
  } else {
    return std::nullopt;
  }
  if (s_.form(at) == "-" && s_.glued(at)) ++at;  // "12-day"
  while (s_.form(at) == "autres" || s_.form(at) == "other" || s_.form(at) == "more" ||
         s_.form(at) == "longues" || s_.form(at) == "long" || s_.form(at) == "longs" ||
         s_.form(at) == "petites" || s_.form(at) == "full" || s_.form(at) == "consecutive")
    ++at;
  std::optional<Unit> u = unit(at);
  if (!u && s_.form(at) == "h" && words_.french()) u = Unit{Grain::kHour, 1, at + 1};
  if (!u || u->grain == Grain::kWeekend) return std::nullopt;
  a.unit = *u;
  at = u->end;
  if (const Phrase* half = find(TimeWord::kHalf, at); half && !a.vague) {
    a.value += 0.5;
    at += half->size();
    if (a.unit.grain == Grain::kYear && a.unit.count == 1)  // an and a half: 18 months
      a.value *= 12, a.unit.grain = Grain::kMonth;
    else if (a.unit.grain == Grain::kHour)
      a.value -= 0.5, a.minutes = 30;
  } else if (a.unit.grain == Grain::kHour && !a.vague) {
    size_t more = at + (s_.form(at) == "et" || s_.form(at) == "and");
    if (const std::optional<SpokenNumber> m = numbers_.read(s_, more);
        m && !m->ordinal && !m->collective && !m->article && m->value < 60) {
      const std::optional<Unit> minutes = unit(m->end);
      if (minutes && minutes->grain == Grain::kMinute) {
        a.minutes = m->value;
        at = minutes->end;
      }
    }
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
  if (const Phrase* about = find(TimeWord::kAbout, at))
    at += about->size();
  else if (find(TimeWord::kDem, at) || s_.form(at) == "les" || s_.form(at) == "the")
    ++at, some_word = true;
  TimeReading r;
  r.begin = i;
  r.kind = TimeKind::kDuration;
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
  if (article &&
      (s_.form(at + 1) == "jour" || s_.form(at + 1) == "day" || s_.form(at + 1) == "second" ||
       s_.form(at + 1) == "minute" || s_.form(at + 1) == "night" || s_.form(at + 1) == "quarter"))
    return std::nullopt;
  if (a->unit.grain == Grain::kYear && !a->vague && age(i, a->end)) return std::nullopt;
  if (s_.form(i) == "some" && s_.form(i + 1) == "time") return std::nullopt;
  if (a->vague && s_.form(at) == "des" && a->unit.grain == Grain::kDay) return std::nullopt;
  if (!words_.french() && a->unit.grain == Grain::kSecond && a->value == 1) return std::nullopt;
  r.end = a->end;
  r.timex = duration_value(*a);
  if (!a->vague) r.value = r.timex;
  r.rule = "duration";
  // "deux jours plus tard", "three years earlier"
  const Phrase* after = find(TimeWord::kAfter, r.end);
  const Phrase* before = find(TimeWord::kBefore, r.end);
  if ((after || before) && !a->vague) {
    const Phrase* p = after ? after : before;
    const bool from_now = p->forms[0] == "from" || p->forms[0] == "hence";
    const std::optional<Day> from = from_now ? context_.now : context_.last_day;
    r.end += p->size();
    r.value.clear();
    r.kind = TimeKind::kDate;
    r.rule = "later";
    if (from)
      return moved(i, r.end, a->unit, (before ? -1 : 1) * (a->value + a->minutes / 60), *from,
                   from_now ? Anchor::kPublished : Anchor::kText);
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
