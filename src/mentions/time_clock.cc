// Clock times: "16h", "à 16 heures", "20:30", "4 p.m.", "midi et demi", "a quarter past three".
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {

// A whole number of that many figures at most, below `limit`; its end is moved on.
std::optional<int> TimeReader::whole(size_t& at, int limit) const {
  const std::optional<SpokenNumber> n = numbers_.read(s_, at);
  if (!n || n->ordinal || n->collective || n->article || n->value < 0 || n->value >= limit ||
      n->value != std::floor(n->value))
    return std::nullopt;
  if (n->figures && !all_digits(s_.form(at))) return std::nullopt;
  at = n->end;
  return static_cast<int>(n->value);
}

const TimeReader::Phrase* TimeReader::half_of_day(size_t at, bool am) const {
  const Phrase* p = find(am ? TimeWord::kAm : TimeWord::kPm, at);
  // A lone letter only where it is glued: "7p".
  return p && p->size() == 1 && p->forms[0].size() == 1 && !s_.glued(at) ? nullptr : p;
}

// What says which half of the day the hour is in: "du soir", "in the morning", "pm", "tonight".
void TimeReader::read_half(size_t& end, Clock& c) const {
  size_t at = end;
  for (bool am : {true, false})
    if (const Phrase* p = half_of_day(at, am)) {
      if (c.hour > 12) return;  // "15:00 am"
      end = at += p->size();
      c.hour = c.hour % 12 + (am ? 0 : 12);
      c.twelve = false;
      c.strong = true;
    }
  const auto next = [&](std::string_view a, std::string_view b = {}) {
    if (s_.form(at) != a || (!b.empty() && s_.form(at + 1) != b)) return false;
    at += b.empty() ? 1 : 2;
    return true;
  };
  const bool led = words_.french() ? next("du") || next("de", "l'") || next("le")
                                   : next("in", "the") || next("at") || next("in");
  if (!led) return;
  const Phrase* part = find(TimeWord::kPart, at);
  if (!part) return;
  end = at + part->size();
  in_part(c, part->value);
  c.strong = true;
}

// 5 in the evening is 17; 12 at night is 0.
void TimeReader::in_part(Clock& c, std::string_view part) {
  if (c.hour > 12 || !c.twelve) return;
  if (part == "MO")
    c.hour %= 12;
  else if (part == "NI")
    c.hour = c.hour == 12 ? 0 : c.hour >= 5 ? c.hour + 12 : c.hour;
  else
    c.hour = c.hour % 12 + 12;
  c.twelve = false;
}

// The hour and its minutes that begin at token i, in figures or words.
std::optional<TimeReader::Clock> TimeReader::hour(size_t i) const {
  Clock c;
  c.end = i;
  if (find(TimeWord::kNoon, i) || find(TimeWord::kMidnight, i)) {
    const Phrase* noon = find(TimeWord::kNoon, i);
    c.hour = noon ? 12 : 0;
    c.named = c.strong = true;
    c.end = i + (noon ? noon : find(TimeWord::kMidnight, i))->size();
    return c;
  }
  const std::string_view form = s_.form(i);
  const size_t colon = form.find_first_of(":.");
  if (colon != std::string_view::npos && colon > 0 && colon <= 2 && form.size() >= colon + 3 &&
      all_digits(form.substr(0, colon)) && all_digits(form.substr(colon + 1, 2))) {
    const bool seconds = form.size() == colon + 6 && form[colon] == ':' && form[colon + 3] == ':' &&
                         all_digits(form.substr(colon + 4));
    if (form.size() != colon + 3 && !seconds) return std::nullopt;
    c.hour = to_int(form.substr(0, colon));
    c.minute = to_int(form.substr(colon + 1, 2));
    if (form[colon] == '.' && !half_of_day(i + 1, true) && !half_of_day(i + 1, false))
      return std::nullopt;  // "7.30 pm" only
    c.minutes = true;
    c.strong = true;
    c.twelve = colon == 1 || form[0] == '1';
    c.end = i + 1;
    return c;
  }
  // "330 p.m.", "tonight 815", "at 730 in the evening"
  if (!words_.french() && all_digits(form) && (form.size() == 3 || form.size() == 4)) {
    c.hour = to_int(form.substr(0, form.size() - 2));
    c.minute = to_int(form.substr(form.size() - 2));
    if (c.hour > 23 || c.minute > 59) return std::nullopt;
    c.minutes = true;
    c.twelve = form[0] != '0';
    c.end = i + 1;
    return c;
  }
  size_t at = i;
  // "three twenty" is an hour and its minutes, "twenty three" is one number
  if (!words_.french() && !form.empty() && is_letter(static_cast<uint8_t>(form[0]))) {
    const size_t hyphen = form.find('-');
    const std::optional<double> first =
        numbers_.unit(hyphen == std::string_view::npos ? form : form.substr(0, hyphen));
    if (!first || *first < 1 || *first > 12) return std::nullopt;
    c.hour = static_cast<int>(*first);
    c.twelve = true;
    c.end = i + 1;
    return c;
  }
  std::optional<int> h = whole(at, 25);
  if (!h && form == "une" && find(TimeWord::kHour, i + 1)) h = 1, at = i + 1;
  if (!h) return std::nullopt;
  c.hour = *h;
  c.end = at;
  c.twelve = c.hour <= 12 && c.hour > 0 && form[0] != '0';
  return c;
}

// The English minutes behind an hour in words or at a place that asks for them: "three twenty",
// "twelve oh three", "3 15".
void TimeReader::minutes_behind(Clock& c) const {
  size_t at = c.end;
  if (s_.form(at) == "-" && s_.glued(at)) ++at;
  bool zero = false;
  if (s_.form(at) == "zero" || s_.form(at) == "oh" || s_.form(at) == "ou" || s_.form(at) == "o")
    zero = true, ++at;
  if (s_.form(at) == "-" && s_.glued(at)) ++at;
  const std::string_view form = s_.form(at);
  const bool figures = all_digits(form);
  if (figures && (form.size() != 2 || !all_digits(s_.form(c.end - 1)))) return;
  const std::optional<int> m = whole(at, 60);
  const bool half_said = half_of_day(at, true) || half_of_day(at, false);
  if (!m || (zero ? *m > 9 : *m < 10) || (counted_noun(at) && !half_said) ||
      find(TimeWord::kUnit, at) || find(TimeWord::kMonth, at))
    return;
  c.minute = *m;
  c.minutes = true;
  c.end = at;
}

// "a quarter past three", "20 minutes to 2pm", "half past noon"
std::optional<TimeReader::Clock> TimeReader::past_hour(size_t i) const {
  size_t at = i + (s_.form(i) == "a");
  int minutes = 0;
  if (s_.form(at) == "half" && s_.form(at + 1) == "past") {
    minutes = 30;
    ++at;
  } else if (s_.form(at) == "quarter") {
    minutes = 15;
    ++at;
  } else {
    const std::optional<int> n = whole(at, 60);
    if (!n || *n == 0) return std::nullopt;
    minutes = *n;
    if (const std::optional<Unit> u = unit(at)) {
      if (u->grain != Grain::kMinute || u->count != 1) return std::nullopt;
      at = u->end;
    }
  }
  const std::string_view word = s_.form(at);
  const bool past = word == "past" || word == "after" || word == "from";
  const bool to = word == "to" || word == "till" || word == "before" || word == "of";
  if (!past && !to) return std::nullopt;
  std::optional<Clock> c = hour(at + 1);
  if (!c || c->minutes || c->hour > 12) return std::nullopt;
  const bool named = c->named;
  read_half(c->end, *c);
  if (const Phrase* o = find(TimeWord::kOclock, c->end)) c->end += o->size(), c->strong = true;
  // "from 3" and "to 3" alone are ranges
  const bool unit_said = find(TimeWord::kUnit, at - 1) && s_.form(at - 1) != "quarter";
  if (word == "from" && !(c->strong && unit_said)) return std::nullopt;
  if ((word == "of" || word == "after" || word == "before") && !c->strong) return std::nullopt;
  if (counted_noun(c->end)) return std::nullopt;
  c->strong = c->strong || word == "past" || s_.form(at - 1) == "quarter";
  c->named = named;
  c->shift(to ? -minutes : minutes);
  return c;
}

// What stands behind a French hour: "et demie", "et quart", "moins dix", "passé de 15 minutes", 30.
void TimeReader::french_minutes(Clock& c, bool hour_word, bool written) const {
  size_t at = c.end;
  if (const Phrase* half = find(TimeWord::kHalf, at)) {
    c.shift(30);
    c.end = at + half->size();
    return;
  }
  if (const Phrase* quarter = find(TimeWord::kQuarter, at)) {
    c.shift(15);
    c.end = at + quarter->size();
    return;
  }
  int sign = 1;
  bool said = false;
  if (s_.form(at) == "moins") {
    sign = -1;
    said = true;
    ++at;
    if (s_.form(at) == "le" && s_.form(at + 1) == "quart") {
      c.shift(-15);
      c.end = at + 2;
      return;
    }
    if (s_.form(at) == "quart") {
      c.shift(-15);
      c.end = at + 1;
      return;
    }
  } else if (s_.form(at).starts_with("passe") && (s_.form(at + 1) == "de" || hour_word)) {
    said = true;
    at += s_.form(at + 1) == "de" ? 2 : 1;
  } else if (s_.form(at) == "et" && hour_word) {
    ++at;
    said = true;
  }
  const size_t number = at;
  const std::optional<int> m = whole(at, 60);
  if (!m) return;
  const std::optional<Unit> u = unit(at);
  const bool minutes = u && u->grain == Grain::kMinute && u->count == 1;
  if (s_.form(number - 1) == "et" && !minutes) return;  // "16 heures et 20 personnes"
  if (!minutes && !find(TimeWord::kZone, at) && (counted_noun(at) || find(TimeWord::kMonth, at)))
    return;
  if (!minutes && !said && written && *m < 5) return;
  c.shift(sign * *m);
  c.end = minutes ? u->end : at;
}

void TimeReader::read_zone(Clock& c) const {
  size_t at = c.end;
  const bool open = s_.form(at) == "(";
  if (open) ++at;
  const Phrase* p = find(TimeWord::kZone, at);
  // "18 h TU", "16 h CET", but not "à 18 h, tu", "à 16 heures cet après-midi"
  const bool word = words_.french() || s_.form(at).size() <= 2;
  if (!p || (word && !starts_upper(s_.text(at)))) return;
  at += p->size();
  if (open && s_.form(at) != ")") return;
  c.end = at + open;
  c.strong = true;
  c.zone = p->value;
}

// "16h", "16 heures 30", "20:30", "midi et demi", "4 p.m.", "5 o'clock"
TimeReader::Found TimeReader::clock(size_t i) const {
  if (s_.form(i) == "about" || s_.form(i) == "around" || s_.form(i) == "approximately") {
    Found r = clock(i + 1);
    if (r && !r->weak) r->begin = i;
    return r && !r->weak ? r : std::nullopt;
  }
  const Phrase* before = i > 0 ? find_before(TimeWord::kAt, i) : nullptr;
  std::optional<Clock> c = past_hour(i);
  const bool past = c.has_value();
  if (!c) c = hour(s_.form(i) == "the" && find(TimeWord::kNoon, i + 1) ? i + 1 : i);
  if (!c) return std::nullopt;
  const bool begins_text = i == 0 || before;
  if (c->named && !past) {
    if (c->hour == 12 && !begins_text && !find(TimeWord::kAbout, i - 1) && !day_ends_at(i) &&
        s_.form(i) != "the")
      return std::nullopt;  // "la façade du midi", "Le Midi libre"
    if (words_.french()) french_minutes(*c, false, false);
  } else if (!past) {
    if (const Phrase* h = find(TimeWord::kHour, c->end)) {
      const bool written = s_.form(c->end) != "h";
      const bool lasts = i > 0 && find(TimeWord::kDuring, i - 1);
      if (!words_.french() && !s_.glued(c->end)) return std::nullopt;
      c->end += h->size();
      const Clock bare = *c;
      const bool half = find(TimeWord::kHalf, c->end) != nullptr;
      french_minutes(*c, true, written);
      const bool minutes = c->end != bare.end;
      size_t behind = c->end;
      Clock halved = *c;
      read_half(behind, halved);
      const bool part = behind != c->end;
      if (!words_.french() && !minutes && !(before && s_.form(i - 1) == "at") && !day_ends_at(i) &&
          plain_year(i - (i > 0)) == 0 && !find(TimeWord::kZone, c->end))
        return std::nullopt;  // "for 3h"
      if (written && !minutes && half) return std::nullopt;
      const std::string_view prior = i > 0 ? s_.form(i - 1) : std::string_view();
      if (written && !part &&
          (!before || lasts || prior == "pour" || prior == "de" || prior == "d'" || prior == "et" ||
           prior == "apres") &&
          !(minutes && before))
        return std::nullopt;  // "deux heures et demie" lasts
      if (lasts && !minutes && prior != "pour") return std::nullopt;
      c->strong = true;
      if (!words_.french()) c->twelve = false;  // "3h18" counts to 24
    } else if (const Phrase* o = find(TimeWord::kOclock, c->end)) {
      c->end += o->size();
      c->strong = true;
    } else if (words_.french()) {
      if (!c->strong) return std::nullopt;
    } else {
      if (s_.form(c->end) == "ish") ++c->end;
      const bool figures = all_digits(s_.form(i));
      if (!c->minutes && (!figures || before)) minutes_behind(*c);
      if (!c->minutes && figures && s_.form(i).size() > 2) return std::nullopt;
      // "seven a m"; a number that counts something is no hour
      const bool half_said =
          half_of_day(c->end, true) || half_of_day(c->end, false) || find(TimeWord::kZone, c->end);
      if (!half_said && !c->strong && counted_noun(c->end)) return std::nullopt;
      if (!half_said && !c->strong && find(TimeWord::kUnit, c->end)) return std::nullopt;
      if (c->minutes && !figures && before && s_.form(i - 1) == "at") c->strong = true;
    }
  }
  if (c->hour < 0 || c->hour > 24 || c->minute > 59) return std::nullopt;
  if (!c->named) read_half(c->end, *c);
  read_zone(*c);
  const std::string_view tail = s_.form(c->end);
  if (tail == "precises" || tail == "pile" ||
      (c->strong && (tail == "approximately" || tail == "sharp")))
    ++c->end;
  if (c->hour < 0 || c->hour > 24) return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = c->end;
  r.kind = TimeKind::kTime;
  r.rule = "clock";
  r.clock = c->hour * 60 + c->minute;
  r.minutes_said = c->minutes;
  r.twelve = c->twelve;
  r.zone = c->zone;
  r.words = c->minutes && !all_digits(s_.form(i));
  r.weak = !c->strong;
  return r;
}

}  // namespace selon
