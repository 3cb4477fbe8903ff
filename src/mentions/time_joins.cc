// Puts together what stands side by side: "demain à 11 heures", "5pm on Friday", "two weeks from
// January 15", "from March to the end of May"; and gives a clock time its day.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/edtf.h"
#include "mentions/time_reader.h"

namespace selon {
namespace {

bool is_dash(std::string_view form) {
  return form == "-" || form == "–" || form == "—" || form == "~";
}
bool simple(std::string_view value) {
  return !value.empty() && value[0] != 'P' && value.find('/') == std::string_view::npos;
}
bool day_like(const TimeReading& r) {
  return r.clock < 0 && r.day && r.kind != TimeKind::kDuration && r.kind != TimeKind::kSet &&
         r.value.find('/') == std::string::npos && r.value.find('T') == std::string::npos;
}
std::string_view first_half(std::string_view v) { return v.substr(0, v.find('/')); }
std::string_view last_half(std::string_view v) {
  const size_t slash = v.find('/');
  return slash == std::string_view::npos ? v : v.substr(slash + 1);
}

// The same reading in another year; nothing where it has no month.
void move_to_year(TimeReading& r, int year) {
  if (r.day) {
    Day d = *r.day;
    d.year = year;
    if (!valid(d)) return;
    r.day = d;
    r.value = r.timex = iso(d);
  } else if (r.month != 0 && r.value.size() == 7) {
    r.value = r.timex = iso_month(year, r.month);
  } else {
    return;
  }
  r.year = year;
}

}  // namespace

// Whether every token of [begin, end) belongs to a phrase of these kinds, or is a comma.
bool TimeReader::gap_is(size_t begin, size_t end, std::initializer_list<TimeWord> kinds) const {
  for (size_t at = begin; at < end;) {
    if (s_.form(at) == ",") {
      ++at;
      continue;
    }
    size_t next = at;
    for (TimeWord kind : kinds) next = std::max(next, skip(kind, at));
    if (next == at || next > end) return false;
    at = next;
  }
  return true;
}

// Whether the reading is all that its sentence says, but for prepositions and articles.
bool TimeReader::alone(const TimeReading& r) const {
  // A number alone is no hour.
  if (r.clock >= 0 && r.weak && !r.words && !(r.begin > 0 && find(TimeWord::kAt, r.begin - 1)))
    return false;
  for (size_t at = 0; at < r.begin;) {
    size_t next = at;
    for (TimeWord kind : {TimeWord::kIn, TimeWord::kAt, TimeWord::kDet, TimeWord::kJoin})
      next = std::max(next, skip(kind, at));
    if (next == at) return false;
    at = next;
  }
  for (size_t at = r.end; at < s_.size(); ++at)
    if (s_.form(at).size() > 1 || is_letter(static_cast<uint8_t>(s_.form(at)[0])) ||
        all_digits(s_.form(at)))
      return false;
  return true;
}

// Writes the clock time on that day. An hour whose half is not said, or that is over, goes on to
// the next one where the future is preferred and no day is said.
void TimeReader::set_clock(TimeReading& r, Day day, Anchor anchor, bool day_said) const {
  int clock = r.clock;
  if (!day_said && context_.prefer_future && context_.now_minutes && context_.now == day) {
    if (clock < *context_.now_minutes && r.twelve && !words_.french() &&
        clock + 720 >= *context_.now_minutes)
      clock += 720;
    else if (clock < *context_.now_minutes)
      clock += 1440;
  }
  const int days = clock >= 0 ? clock / 1440 : -((1439 - clock) / 1440);
  clock -= days * 1440;
  if (r.clock == 1440) day = add_days(day, -days);  // 24:00 of the day told
  day = add_days(day, days);
  char text[24];
  std::snprintf(text, sizeof text, "T%02d:%02d", clock / 60, clock % 60);
  r.timex = iso(day) + text;
  r.value = (r.minutes_said ? r.timex : r.timex.substr(0, 13)) + r.zone;
  r.timex += r.zone;
  r.day = day;
  r.year = day.year;
  r.month = day.month;
  r.anchor = anchor;
  r.kind = TimeKind::kTime;
  r.part.clear();
}

// A day and a clock time, in either order.
bool TimeReader::join_clock(TimeReading& a, const TimeReading& b) const {
  const bool forward = day_like(a) && b.clock >= 0, back = a.clock >= 0 && day_like(b);
  if (!forward && !back) return false;
  const TimeReading& day = forward ? a : b;
  TimeReading clock = forward ? b : a;
  const bool touching = a.end == b.begin;
  if (forward) {
    if (!touching && !gap_is(a.end, b.begin, {TimeWord::kJoin})) return false;
    // "Monday 8" is no clock time, "tonight 815" is.
    const bool comma = touching || s_.form(b.begin - 1) == ",";
    // French press lists them apart: "jeudi 16 mai, à 18 h".
    if (words_.french() && !touching && s_.form(a.end) == ",") return false;
    const std::string_view word = b.begin > a.end ? s_.form(b.begin - 1) : std::string_view();
    if (clock.weak && !touching && word != "at" && word != "@" && word != "a") return false;
    if (clock.weak && comma && day.part.empty()) return false;
  } else {
    const bool led = a.begin > 0 && find_before(TimeWord::kJoin, a.begin);
    if (clock.weak && !led) {
      TimeReading both = a;
      both.end = b.end;
      both.clock = -1;
      if (!alone(both)) return false;
    }
    const std::string_view gap = s_.form(a.end);
    if (!touching && (b.begin - a.end > 1 || (gap != "," && gap != "on" && gap != "of")))
      return false;
  }
  if (!day.part.empty() && clock.twelve) {
    Clock c;
    c.hour = clock.clock / 60;
    c.minute = clock.clock % 60;
    c.twelve = true;
    in_part(c, day.part);
    clock.clock = c.hour * 60 + c.minute;
    clock.twelve = false;
  }
  TimeReading out = a;
  out.clock = clock.clock;
  out.minutes_said = clock.minutes_said;
  out.zone = clock.zone;
  out.twelve = false;
  out.end = b.end;
  out.weak = day.weak && clock.weak;
  out.weekday = false;
  out.rule = "clock";
  out.year_said = day.year_said;
  set_clock(out, *day.day, day.anchor, true);
  a = std::move(out);
  return true;
}

// "two weeks from January 15", "5 days before Christmas", "3 days starting next Monday"
bool TimeReader::join_duration(TimeReading& a, const TimeReading& b) const {
  const bool first = a.kind == TimeKind::kDuration, second = b.kind == TimeKind::kDuration;
  if (first == second) return false;
  const TimeReading& length = first ? a : b;
  const TimeReading& from = first ? b : a;
  if (length.rule != std::string_view("duration") || length.value.empty()) return false;
  // "in two weeks since the year 2011" counts from its first day.
  std::optional<Day> day = from.day;
  if (!day && simple(from.value) && from.value.size() >= 4 && from.clock < 0)
    if (const std::optional<DayRange> range = day_range(from.value)) day = parse_iso(range->from);
  if (!day || from.weak || from.kind == TimeKind::kSet) return false;
  size_t at = length.begin;
  at = skip(TimeWord::kAbout, at);
  const std::optional<Amount> n = amount(at, true);
  if (!n || n->vague || n->end != length.end) return false;
  const size_t gap = first ? a.end : from.end, gap_end = b.begin;
  if (gap >= gap_end || gap_end - gap > 3) return false;
  const std::string_view word = s_.form(gap), last = s_.form(gap_end - 1);
  const std::string_view before = length.begin > 0 ? s_.form(length.begin - 1) : "";
  const bool lasts = before == "for" || before == "pendant" || before == "durant";
  const bool starting = word == "starting" || word == "beginning" || word == "commencing" ||
                        (word == "," && last == "from");
  bool interval = false;
  int sign = 1;
  if (!first) {  // "from 18 December for 10 days"
    if (gap_end - gap != 1 || (word != "for" && word != "pendant")) return false;
    interval = true;
  } else if (starting) {
    interval = true;
  } else if (gap_end - gap != 1) {
    return false;
  } else if (word == "from") {
    interval = lasts;
  } else if (word == "after" || word == "since" || word == "apres" || word == "following") {
    sign = 1;
  } else if (word == "before" || word == "avant" || word == "prior") {
    sign = -1;
  } else {
    return false;
  }
  Found r;
  if (interval) {
    if (of_clock(n->unit.grain)) return false;
    r = moved(a.begin, b.end, n->unit, n->value, *day, from.anchor);
    if (!r || r->value.size() != 10) return false;
    const Day last_day = add_days(*parse_iso(r->value), n->more_days - 1);
    if (last_day < *day) return false;
    r->value = r->timex = iso(*day) + "/" + iso(last_day);
    r->day = day;
    r->rule = "span-from";
  } else {
    // "one year and two days after": the smaller units count too
    r = moved(a.begin, b.end, n->unit, sign * (n->value + n->minutes / 60), *day, from.anchor);
    if (!r) return false;
    r->rule = "from-date";
    if (from.clock < 0 && of_clock(n->unit.grain)) return false;
  }
  r->year_said = from.year_said;
  r->kind = TimeKind::kDate;
  a = std::move(*r);
  return true;
}

// "sunday 14th", "le 25 mardi", "in 3 days on Friday": two words on the same day
bool TimeReader::join_weekday(TimeReading& a, const TimeReading& b) const {
  if (b.weekday && b.day && b.part.empty() && a.end == b.begin && a.timex.size() == 8 &&
      a.timex.find("-W") == 4) {  // "this week Monday"
    const std::optional<Day> monday = parse_iso(a.value);
    if (!monday) return false;
    a.day = add_days(*monday, selon::weekday(*b.day) - 1);
    a.value = a.timex = iso(*a.day);
    a.year = a.day->year;
    a.month = a.day->month;
    a.end = b.end;
    return true;
  }
  if (!day_like(a) || !day_like(b) || a.weekday == b.weekday || !context_.now) return false;
  const TimeReading& week = a.weekday ? a : b;
  const TimeReading& date = a.weekday ? b : a;
  const bool touching = a.end == b.begin ||
                        (b.begin - a.end == 1 && (s_.form(a.end) == "," || s_.form(a.end) == "on"));
  if (!touching || !week.part.empty()) return false;
  const int want = selon::weekday(*week.day);
  Day day = *date.day;
  if (date.rule == std::string_view("day-of-month")) {
    // The nearest month in which the weekday falls on that day, on the side that is meant.
    const int sign = context_.prefer_future || day >= *context_.now ? 1 : -1;
    bool found = false;
    for (int k = 0; k <= 14 && !found; ++k) {
      Day d = add_months({day.year, day.month, 1}, sign * k);
      d.day = date.day->day;
      if (valid(d) && selon::weekday(d) == want) day = d, found = true;
    }
    if (!found) return false;
  } else if (date.rule == std::string_view("later")) {
    day = add_days(day, -((selon::weekday(day) - want + 7) % 7));  // "in 3 days on Friday"
    if (day < *context_.now) return false;
  } else if (date.rule != std::string_view("numeric-date") || b.weekday) {
    return false;
  }
  a.end = b.end;
  a.day = day;
  a.value = a.timex = iso(day);
  a.year = day.year;
  a.month = day.month;
  a.weekday = false;
  a.weak = false;
  a.part.clear();
  a.kind = TimeKind::kDate;
  a.rule = "weekday-day";
  a.year_said = date.year_said;
  return true;
}

// "from March to the end of May", "entre hier et vendredi", "10/1-11/2/2017"
bool TimeReader::join_range(TimeReading& a, const TimeReading& b) const {
  if (a.kind == TimeKind::kDuration || a.kind == TimeKind::kSet || b.kind == TimeKind::kDuration ||
      b.kind == TimeKind::kSet)
    return false;
  size_t gap = a.end;
  if (gap >= b.begin) return false;
  const Phrase* to = find(TimeWord::kTo, gap);
  if (!to) return false;
  const std::string_view word = s_.form(gap);
  size_t behind = gap + to->size();
  while (behind < b.begin &&
         (s_.form(behind) == "le" || s_.form(behind) == "the" || s_.form(behind) == "au"))
    ++behind;
  if (behind != b.begin) return false;
  const bool opened = a.begin > 0 && find_before(TimeWord::kFrom, a.begin);
  const std::string_view opener = a.begin > 0 ? s_.form(a.begin - 1) : "";
  const bool between = opener == "between" || opener == "entre";
  const bool dash = is_dash(word);
  if (word == "et" || word == "and") {
    if (!between) return false;
  } else if (word == "a" || word == "to") {
    const auto dated = [](const TimeReading& r) {
      const std::string_view rule = r.rule;
      return rule == "date" || rule == "month" || rule == "numeric-date" || rule == "weekday-day";
    };
    if (!opened && !(word == "to" && dated(a) && dated(b))) return false;
  } else if (!dash && !opened && word != "through" && word != "thru" && word != "au") {
    return false;
  }
  TimeReading first = a, last = b;
  if (first.weak && last.weak && !opened && !dash &&
      (first.rule != std::string_view("month") || !capital(a.begin) || !capital(b.begin)))
    return false;
  if (dash && first.clock < 0 && !s_.glued(gap) && first.weekday) return false;
  if (first.clock >= 0 || last.clock >= 0) return false;  // two clock times are two expressions
  if (first.value.empty() || last.value.empty()) return false;
  const auto plain_ref = [](const TimeReading& r) {
    return r.timex == "PAST_REF" || r.timex == "FUTURE_REF";
  };
  if (plain_ref(first) || plain_ref(last)) return false;
  if (!first.year_said && last.year_said && first.month &&
      first.rule != std::string_view("weekday") && first.rule != std::string_view("adverb"))
    move_to_year(first, last.year - (first.month > last.month));
  if (last.weekday && last.day && first.day)
    while (*last.day < *first.day) last.day = add_days(*last.day, 7), last.value = iso(*last.day);
  const auto bounds = [](const TimeReading& r, bool end) -> std::string {
    const std::optional<DayRange> range = day_range(r.value);
    return range ? (end ? range->to : range->from) : std::string();
  };
  if (!last.year_said && last.month && bounds(last, true) < bounds(first, false))
    move_to_year(last, first.year + (last.month < first.month));
  // One that has begun is not the next year's.
  if (context_.now && !first.year_said && !last.year_said && first.month && last.month &&
      first.year > context_.now->year) {
    TimeReading earlier = first, end = last;
    move_to_year(earlier, first.year - 1);
    move_to_year(end, last.year - 1);
    if (bounds(end, true) >= iso(*context_.now)) first = earlier, last = end;
  }
  const std::string from = bounds(first, false), until = bounds(last, true);
  if (from.empty() || until.empty() || until < from) return false;
  first.value = std::string(first_half(first.value)) + "/" + std::string(last_half(last.value));
  first.timex = from + "/" + until;
  first.end = last.end;
  first.year_said = first.year_said || last.year_said;
  first.weak = false;
  first.weekday = false;
  first.part.clear();
  first.kind = TimeKind::kDate;
  first.rule = "range";
  if (first.anchor == Anchor::kNone) first.anchor = last.anchor;
  a = std::move(first);
  return true;
}

bool TimeReader::join_pair(TimeReading& a, const TimeReading& b) const {
  return join_weekday(a, b) || join_clock(a, b) || join_duration(a, b) || join_range(a, b);
}

void TimeReader::join(std::vector<TimeReading>& all) const {
  std::vector<TimeReading> out;
  for (TimeReading& r : all) {
    // What was joined may be joined again with what stands before: "from 9 to 11 on Thursday".
    if (!out.empty() && join_pair(out.back(), r)) {
      while (out.size() > 1 && join_pair(out[out.size() - 2], out.back())) out.pop_back();
      continue;
    }
    out.push_back(std::move(r));
  }
  std::erase_if(out, [&](const TimeReading& r) { return r.weak && !alone(r); });
  all = std::move(out);
}

// A clock time belongs to the day told before it in its sentence, else behind it, else to the day
// spoken of last.
void TimeReader::give_clocks_a_day(std::vector<TimeReading>& all) const {
  for (size_t i = 0; i < all.size(); ++i) {
    TimeReading& r = all[i];
    if (r.clock < 0 || r.value.find('T') != std::string::npos) continue;
    std::optional<Day> day = r.day;
    Anchor anchor = r.anchor;
    bool said = day.has_value();
    for (size_t k = i; !day && k-- > 0;)
      if (all[k].day) day = all[k].day, anchor = all[k].anchor, said = true;
    for (size_t k = i + 1; !day && k < all.size() && k < i + 3; ++k)
      if (all[k].day && all[k].clock < 0) day = all[k].day, anchor = all[k].anchor, said = true;
    if (!day && context_.last_day) day = context_.last_day, anchor = Anchor::kText, said = true;
    if (!day && context_.now) day = context_.now, anchor = Anchor::kPublished;
    if (day) set_clock(r, *day, anchor, said);
  }
}

}  // namespace selon
