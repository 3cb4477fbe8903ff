// Clock times: "16h", "à 16 heures", "20:30", "4 p.m.", "midi et demi".
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {

// Makes 5 "du soir" 17; moves `end` behind what says it.
int TimeReader::part_hour(size_t& end, int hour) const {
  size_t at = end;
  if (const Phrase* am = find(TimeWord::kAm, at)) {
    end = at + am->size();
    return hour % 12;
  }
  if (const Phrase* pm = find(TimeWord::kPm, at)) {
    end = at + pm->size();
    return hour % 12 + 12;
  }
  if (s_.form(at) == "in" && s_.form(at + 1) == "the")
    at += 2;
  else if (s_.form(at) == "this")
    at += 1;
  else if (s_.form(at) == "du")
    at += 1;
  else if (s_.form(at) == "de" && s_.form(at + 1) == "l'")
    at += 2;
  else
    return hour;
  const Phrase* part = find(TimeWord::kPart, at);
  if (!part) return hour;
  end = at + part->size();
  return part->value == "MO" ? hour % 12 : hour <= 12 ? hour % 12 + 12 : hour;
}

// "16h", "16 heures 30", "20:30", "midi et demi", "4 p.m.", "5 o'clock"
TimeReader::Found TimeReader::clock(size_t i) const {
  TimeReading r;
  r.begin = i;
  r.kind = TimeKind::kTime;
  r.rule = "clock";
  const Phrase* before = i > 0 ? find(TimeWord::kAt, i - 1) : nullptr;
  int hour = -1, minute = 0;
  if (find(TimeWord::kNoon, i) || find(TimeWord::kMidnight, i)) {
    const bool noon = find(TimeWord::kNoon, i) != nullptr;
    if (noon && !before) return std::nullopt;
    hour = noon ? 12 : 0;
    r.end = i + 1;
    if (const Phrase* half = find(TimeWord::kHalf, r.end))
      minute = 30, r.end += half->size();
    else if (const Phrase* q = find(TimeWord::kQuarter, r.end))
      minute = 15, r.end += q->size();
    r.clock = hour * 60 + minute;
    return r;
  }
  const std::string_view form = s_.form(i);
  const size_t colon = form.find(':');
  if (colon != std::string_view::npos && colon <= 2 && form.size() == colon + 3 &&
      all_digits(form.substr(0, colon)) && all_digits(form.substr(colon + 1))) {
    hour = to_int(form.substr(0, colon));
    minute = to_int(form.substr(colon + 1));
    r.end = i + 1;
    hour = part_hour(r.end, hour);
  } else {
    const std::optional<SpokenNumber> n = numbers_.read(s_, i);
    if (!n || n->ordinal || n->collective || n->value > 24 ||
        n->value != static_cast<int>(n->value))
      return std::nullopt;
    hour = static_cast<int>(n->value);
    r.end = n->end;
    if (const Phrase* h = find(TimeWord::kHour, r.end)) {
      const bool written = s_.form(r.end) != "h";
      const bool lasts = i > 0 && find(TimeWord::kDuring, i - 1);
      r.end += h->size();
      bool minutes = false;
      const std::optional<SpokenNumber> m = numbers_.read(s_, r.end);
      if (m && !m->ordinal && !m->collective && m->value < 60 &&
          m->value == static_cast<int>(m->value) && !m->article && !counted_noun(m->end) &&
          (!written || m->value >= 5)) {
        minute = static_cast<int>(m->value);
        r.end = m->end;
        minutes = true;
      } else if (const Phrase* half = find(TimeWord::kHalf, r.end)) {
        if (written && !before) return std::nullopt;  // "deux heures et demie" lasts
        minute = 30;
        r.end += half->size();
      } else if (const Phrase* q = find(TimeWord::kQuarter, r.end)) {
        minute = 15;
        r.end += q->size();
      }
      if (written &&
          (!before || lasts || s_.form(i - 1) == "pour" || s_.form(i - 1) == "de" ||
           s_.form(i - 1) == "d'" || s_.form(i - 1) == "et" || s_.form(i - 1) == "apres") &&
          !(minutes && before) && !find(TimeWord::kPart, r.end + 1)) {
        const size_t end = r.end;
        size_t moved = end;
        if (part_hour(moved, hour) == hour && moved == end) return std::nullopt;
      }
      if (lasts && !minutes && s_.form(i - 1) != "pour") return std::nullopt;
      hour = part_hour(r.end, hour);
    } else if (const Phrase* o = find(TimeWord::kOclock, r.end)) {
      r.end += o->size();
      hour = part_hour(r.end, hour);
    } else if (!words_.french() && (find(TimeWord::kAm, r.end) || find(TimeWord::kPm, r.end))) {
      if (!n->figures && !before) return std::nullopt;
      hour = part_hour(r.end, hour);
    } else {
      return std::nullopt;
    }
  }
  if (hour < 0 || hour > 24 || minute > 59) return std::nullopt;
  r.clock = hour * 60 + minute;
  return r;
}

}  // namespace selon
