// Days and months of the calendar, and the year that a day told without one falls in.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {
namespace {

// 98 → 1998, 21 → 2021: the century that lies nearer to today's press.
int full_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

}  // namespace

bool TimeReader::capital(size_t i) const { return i < s_.size() && starts_upper(s_.text(i)); }

bool TimeReader::counted_noun(size_t i) const {
  if (i >= s_.size()) return false;
  const Upos upos = s_.word(i).upos;
  if (upos == Upos::kX) {  // not parsed: any word that is not a small one of the tables
    return starts_upper(s_.text(i))
               ? false
               : s_.form(i).size() > 3 && !words_.known(s_.form(i)) &&
                     !numbers_.known(s_.form(i)) && is_letter(static_cast<uint8_t>(s_.form(i)[0]));
  }
  if (find(TimeWord::kMonth, i) || find(TimeWord::kPart, i) || find(TimeWord::kWeekday, i) ||
      find(TimeWord::kAdverb, i) || find(TimeWord::kTo, i))
    return false;
  return upos == Upos::kNoun || upos == Upos::kSym ||
         (upos == Upos::kAdj && i + 1 < s_.size() && s_.word(i + 1).upos == Upos::kNoun);
}

// A year of four digits at token i, or 0.
int TimeReader::plain_year(size_t i) const {
  const std::string_view form = s_.form(i);
  if (form.size() != 4 || !all_digits(form)) return 0;
  const int year = to_int(form);
  return year >= 1000 && year <= 2100 ? year : 0;
}

// The year behind a month, with what parts it from it; moves `end`. 0: none.
int TimeReader::year_behind(size_t& end, bool day_before) const {
  size_t at = end;
  if (!words_.french() && (s_.form(at) == "," || s_.form(at) == "of" || s_.form(at) == "in")) ++at;
  if (s_.form(at) == "de" || s_.form(at) == "de l'") ++at;
  if (s_.form(at) == "l'" && s_.form(at + 1) == "an") at += 2;
  if (const int year = plain_year(at); year != 0) {
    end = at + 1;
    return year;
  }
  if (words_.french() && s_.form(end) == "a") at = end + 1;  // "le 4 octobre à dix neuf soixante"
  if (const int year = spelled_year(at); year != 0) {
    end = at;
    return year;
  }
  // "April of 87", "March '05"
  if (at > end && s_.form(end) == "of" && s_.form(at).size() == 2 && all_digits(s_.form(at)) &&
      !counted_noun(at + 1)) {
    end = at + 1;
    return full_year(to_int(s_.form(at)));
  }
  // "le 10 novembre 93", "mai 68": two digits where nothing is counted.
  const std::string_view form = s_.form(end);
  if (form.size() == 2 && all_digits(form) && words_.french() &&
      (day_before || to_int(form) > 31) && !counted_noun(end + 1) && s_.form(end + 1) != "h" &&
      s_.form(end + 1) != "heures" && !s_.form(end + 1).starts_with("%")) {
    ++end;
    return full_year(to_int(form));
  }
  return 0;
}

// The year of a day or month told without one. 0: nothing to go by.
int TimeReader::year_for(int month, int day, size_t i) const {
  // A story told of another year goes on in it, as long as its verbs are in the past.
  if (said_here_ != 0 && direction(i) <= 0) return said_here_;
  if (context_.block_year != 0 && context_.last_block == block_ && context_.now &&
      std::abs(context_.block_year - context_.now->year) > 1 && direction(i) < 0) {
    // "En décembre 2018 … Le 22 octobre, il a …": a tale goes on, to the next one
    const bool behind = context_.last_year == context_.block_year && month < context_.last_month;
    return context_.block_year +
           (behind && context_.block_year + 1 < context_.now->year && !flashback(i));
  }
  if (!context_.now) return 0;
  const Day now = *context_.now;
  int go = direction(i);
  if (go == 0 && context_.prefer_future) go = 1;
  const auto at = [&](int year) {
    const int d = day == 0 ? (go > 0 ? month_length(year, month) : 1) : day;
    return day_number({year, month, d});
  };
  const int64_t today = day_number(now);
  if (go > 0) return at(now.year) >= today ? now.year : now.year + 1;
  if (go < 0) return at(now.year) <= today ? now.year : now.year - 1;
  int best = now.year;  // the nearest
  for (int year : {now.year - 1, now.year + 1})
    if (std::llabs(at(year) - today) < std::llabs(at(best) - today)) best = year;
  return best;
}

// Whether the verb above token i goes back behind what was told: "avait signé", "had signed".
bool TimeReader::flashback(size_t i) const {
  const Document& doc = s_.doc();
  int32_t w = doc.tokens[s_.token(std::min(i, s_.size() - 1))].first_word;
  for (int step = 0; step < 6 && w != kNone; ++step, w = doc.words[w].head) {
    if (doc.words[w].upos != Upos::kVerb) continue;
    const Sentence& sentence = doc.sentences[doc.words[w].sentence];
    for (int32_t k = sentence.first_word; k < sentence.end_word; ++k) {
      const Word& aux = doc.words[k];
      if (aux.head != w || aux.upos != Upos::kAux) continue;
      if (aux.morph.tense == Tense::kImp || lower(aux.form) == "had") return true;
    }
    return false;
  }
  return false;
}

// [lundi] [le] 3 [mai [2020]]
std::optional<TimeReader::DaySpec> TimeReader::day_spec(size_t i) const {
  DaySpec spec;
  size_t at = i;
  if (const Phrase* p = find(TimeWord::kWeekday, at)) {
    spec.weekday = std::atoi(p->value.c_str());
    spec.plural = s_.form(at).ends_with("s");
    at += p->size();
    if (const Phrase* part = find(TimeWord::kPart, at)) {
      spec.part = part;
      at += part->size();
    }
    spec.end = at;
    if (s_.form(at) == "," && (numbers_.read(s_, at + 1) || find(TimeWord::kMonth, at + 1))) ++at;
    if (s_.form(at) == "le" || s_.form(at) == "the") ++at;
  }
  if (!words_.french()) {
    if (std::optional<DaySpec> english = english_day_spec(at)) {
      english->weekday = spec.weekday;
      english->part = spec.part;
      return english;
    }
    // "Thursday 15th", "the 3rd of May", "3 May"
  }
  // "3-5 mai" as one token
  const std::string_view form = s_.form(at);
  const size_t hyphen = form.find('-');
  if (hyphen != std::string_view::npos && all_digits(form.substr(0, hyphen)) &&
      all_digits(form.substr(hyphen + 1)) && form.size() <= 5 && find(TimeWord::kMonth, at + 1)) {
    spec.day = to_int(form.substr(0, hyphen));
    spec.last_day = to_int(form.substr(hyphen + 1));
    ++at;
  } else if (const std::optional<SpokenNumber> n = numbers_.read(s_, at);
             n && !n->collective && !n->article && n->value >= 1 && n->value < 1000 &&
             n->value == static_cast<int>(n->value)) {
    size_t then = n->end;
    if (s_.form(then) == "de" || s_.form(then) == "of") ++then;
    const bool month_follows = find(TimeWord::kMonth, then) != nullptr;
    const bool bare = spec.weekday != 0 && n->value <= 31 && !counted_noun(n->end) &&
                      s_.form(n->end) != "h" && s_.form(n->end) != "heures" &&
                      !find(TimeWord::kUnit, n->end);
    if (!month_follows && !bare && !(n->value <= 31 && find(TimeWord::kTo, n->end))) {
      if (spec.weekday == 0) return std::nullopt;
      return spec;
    }
    if (n->value > 31 && !month_follows) return spec.weekday ? std::optional(spec) : std::nullopt;
    spec.day = static_cast<int>(n->value);
    at = n->end;
    if (month_follows) at = then;
  } else {
    if (spec.weekday == 0) return std::nullopt;
    return spec;
  }
  spec.end = at;
  if (const Phrase* m = find(TimeWord::kMonth, at)) {
    spec.month = std::atoi(m->value.c_str());
    spec.end = at + m->size();
    spec.year = year_behind(spec.end, true);
    spec.year_said = spec.year != 0;
    if (const Phrase* part = find(TimeWord::kPart, spec.end); part && !spec.part) {
      spec.part = part;
      spec.end += part->size();
    }
  }
  return spec;
}

// May 3[rd][, 2020]
std::optional<TimeReader::DaySpec> TimeReader::english_day_spec(size_t i) const {
  const Phrase* m = find(TimeWord::kMonth, i);
  if (!m) return std::nullopt;
  size_t at = i + m->size();
  if (!capital(i) && (m->forms[0] == "may" || m->forms[0] == "march")) {  // "march third 2015"
    const std::optional<SpokenNumber> n = numbers_.read(s_, at);
    if (!n || !n->ordinal || (plain_year(n->end) == 0 && n->end < s_.size())) return std::nullopt;
  }
  if (s_.form(at) == "the") ++at;
  const std::optional<SpokenNumber> n = numbers_.read(s_, at);
  if (!n || n->collective || n->value < 1 || n->value > 999 ||
      n->value != static_cast<int>(n->value))
    return std::nullopt;
  if (s_.form(at).size() > 2 && n->figures && !n->ordinal) return std::nullopt;
  // "May 20 soldiers came", but "the May 20 summit"
  const bool counts = counted_noun(n->end) && !(n->figures && n->value > 1 && n->value <= 31 &&
                                                s_.word(n->end).morph.number == Number::kSing);
  if (counts && !n->ordinal && !find(TimeWord::kAm, n->end)) return std::nullopt;
  DaySpec spec;
  spec.month = std::atoi(m->value.c_str());
  spec.day = static_cast<int>(n->value);
  spec.end = n->end;
  // "May 3-5", "July 13 through 15"
  if (const Phrase* to = find(TimeWord::kTo, spec.end); to && s_.form(spec.end) != "and") {
    size_t last = spec.end + to->size();
    if (s_.form(last) == "the") ++last;
    const std::optional<SpokenNumber> end = numbers_.read(s_, last);
    if (end && end->value > spec.day && end->value <= 31 && !find(TimeWord::kMonth, end->end)) {
      spec.last_day = static_cast<int>(end->value);
      spec.end = end->end;
    }
  }
  spec.year = year_behind(spec.end, true);
  spec.year_said = spec.year != 0;
  return spec;
}

TimeReader::Found TimeReader::date(size_t i) const {
  const bool dem = find(TimeWord::kDem, i) != nullptr;
  size_t at = dem ? skip(TimeWord::kDem, i) : i;
  const std::string_view det = s_.form(i);
  const bool the = det == "le" || det == "les" || det == "the";
  if (the) ++at;
  if (dem) at = skip(TimeWord::kSame, at);
  if (!words_.french() && !dem && !the) {  // "next Tuesday", "last Friday"
    for (TimeWord kind : {TimeWord::kNext, TimeWord::kLast})
      if (const size_t behind = skip(kind, at); behind > at && find(TimeWord::kWeekday, behind))
        at = behind;
  }
  const std::optional<DaySpec> from = day_spec(at);
  if (!from) return std::nullopt;
  // "du 3 au 5 mai", "les 3 et 4 mai", "le 3 mai et le 5 juin" only behind "entre"
  if (from->day != 0 && !from->last_day) {
    if (const Phrase* to = find(TimeWord::kTo, from->end)) {
      const std::string_view word = s_.form(from->end);
      const bool opened = i > 0 && find(TimeWord::kFrom, i - 1);
      const bool list = word == "et" || word == "and";
      const bool dash = word == "-" || word == "–" || word == "—";
      if (list ? opened || det == "les" || from->month == 0
               : opened || dash || word == "au" || word == "to" || word == "through" ||
                     from->month == 0) {
        size_t second = from->end + to->size();
        if (s_.form(second) == "le" || s_.form(second) == "the") ++second;
        const std::optional<DaySpec> last = day_spec(second);
        if (last && last->day != 0 && last->month != 0)
          if (Found range = date_range(i, *from, *last)) return range;
      }
    }
  }
  if (from->day == 0) return weekday_alone(i, *from, dem);
  if (from->month == 0 && from->weekday == 0) return std::nullopt;
  if (at > i && !the && !dem && from->day != 0) return std::nullopt;
  if (dem) return std::nullopt;
  // "the October 20 summit": the article is the summit's
  return dated(the && !words_.french() && counted_noun(from->end) ? at : i, *from);
}

TimeReader::Found TimeReader::date_range(size_t begin, const DaySpec& from,
                                         const DaySpec& to) const {
  TimeReading r;
  r.begin = begin;
  r.end = to.end;
  r.rule = "date-range";
  const int last_year = to.year ? to.year : year_for(to.month, to.day, begin);
  const int month = from.month ? from.month : to.month;
  const int first_year = from.year ? from.year : last_year - (month > to.month);
  const Day first{first_year, month, from.day}, last{last_year, to.month, to.day};
  if (last_year == 0) return r;
  if (!valid(first) || !valid(last) || last < first) return std::nullopt;
  r.value = iso(first) + "/" + iso(last);
  r.timex = r.value;
  r.anchor = to.year ? Anchor::kNone : Anchor::kPublished;
  r.day = first;
  r.year = first.year;
  r.year_said = to.year_said;
  return r;
}

TimeReader::Found TimeReader::dated(size_t begin, DaySpec spec) const {
  TimeReading r;
  r.begin = begin;
  r.end = spec.end;
  r.rule = "date";
  if (spec.month == 0) {  // "jeudi 15": the nearest month in which the 15th is a Thursday
    r.rule = "weekday-day";
    if (!context_.now) return r;
    int go = direction(begin);
    if (go == 0 && context_.prefer_future) go = 1;
    const Day first{context_.now->year, context_.now->month, 1};
    for (int k = 0; k <= 12 && !r.day; ++k) {
      for (int sign : {go < 0 ? -1 : 1, go < 0 ? 1 : -1}) {
        Day d = add_months(first, sign * k);
        d.day = spec.day;
        if (!valid(d) || weekday(d) != spec.weekday) continue;
        if ((go > 0 && d < *context_.now) || (go < 0 && d > *context_.now)) continue;
        r.day = d;
        break;
      }
    }
    if (!r.day) return r;
    r.anchor = Anchor::kPublished;
  } else {
    const bool possible = spec.day <= month_length(2000, spec.month);
    if (!possible || (spec.year && !valid({spec.year, spec.month, spec.day}))) {
      r.rule = "impossible";
      return r;
    }
    if (!spec.year) {
      spec.year = year_for(spec.month, spec.day, begin);
      // A weekday that does not fit tells the year.
      if (spec.weekday && context_.now && spec.year) {
        for (int year : {spec.year, spec.year - 1, spec.year + 1}) {
          const Day d{year, spec.month, spec.day};
          if (valid(d) && weekday(d) == spec.weekday) {
            spec.year = year;
            break;
          }
        }
      }
      r.anchor = context_.now ? Anchor::kPublished : Anchor::kText;
    }
    if (!spec.year) {
      r.anchor = Anchor::kNone;
      return r;
    }
    r.day = Day{spec.year, spec.month, spec.day};
    if (!valid(*r.day)) {
      r.day.reset();
      r.rule = "impossible";
      return r;
    }
  }
  r.year = r.day->year;
  r.month = r.day->month;
  r.year_said = spec.year_said;
  r.value = r.timex = iso(*r.day);
  if (spec.last_day) {
    const Day last{r.day->year, r.day->month, spec.last_day};
    if (!valid(last) || last < *r.day) return std::nullopt;
    r.value = r.timex = r.value + "/" + iso(last);
  } else if (spec.part) {
    r.part = spec.part->value;
    r.timex += "T" + spec.part->value;
    r.kind = TimeKind::kTime;
  }
  return r;
}

// "mardi", "ce samedi", "lundi prochain", "dimanche soir"
TimeReader::Found TimeReader::weekday_alone(size_t begin, const DaySpec& spec, bool dem) const {
  TimeReading r;
  r.begin = begin;
  r.end = spec.end;
  r.rule = "weekday";
  const std::string_view det = s_.form(begin);
  if (spec.plural) {  // "les lundis", "Mondays"
    r.kind = TimeKind::kSet;
    r.timex = "XXXX-WXX-" + std::to_string(spec.weekday);
    r.value = "P1W";
    r.rule = "weekdays";
    return r;
  }
  bool next = find(TimeWord::kNext, begin), last = find(TimeWord::kLast, begin);
  if (words_.french()) {
    if (const Phrase* p = find(TimeWord::kNext, r.end))
      next = true, r.end += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, r.end))
      last = true, r.end += q->size();
  }
  if (!next && !last && (det == "the" || det == "a")) return std::nullopt;
  const Phrase* part = spec.part;
  if (!next && !last && det == "le") {  // "fermé le lundi"
    r.kind = TimeKind::kSet;
    r.timex = "XXXX-WXX-" + std::to_string(spec.weekday);
    r.value = "P1W";
    r.rule = "weekdays";
    return r;
  }
  if (!part && s_.form(r.end) == "midi") {
    ++r.end;
    r.clock = 12 * 60;
  }
  if (!context_.now) return r;
  const Day now = *context_.now;
  const int ahead = (spec.weekday - weekday(now) + 7) % 7;
  // "se réunit mardi", under a present, is told of what comes.
  bool present = false;
  int go = direction(begin, &present);
  if (go == 0 && present && !dem) go = 1;
  if (begin > 0 && s_.form(begin - 1) == "depuis") go = -1;
  int days = 0;
  // English counts in weeks: "next Friday" is the Friday of the next week. French counts days.
  if (next)
    days = !words_.french() && (det == "next" || dem || det == "the")
               ? spec.weekday - weekday(now) + 7
               : (ahead == 0 ? 7 : ahead);
  else if (last)
    days = words_.french() || det == "past" ? ahead - 7 : spec.weekday - weekday(now) - 7;
  else if (dem)
    days = go < 0 && ahead > 0 ? ahead - 7 : go > 0 ? ahead : spec.weekday - weekday(now);
  else if (go > 0 || (go == 0 && context_.prefer_future))
    days = ahead == 0 && go == 0 ? 7 : ahead;
  else
    days = ahead == 0 ? 0 : ahead - 7;
  r.day = add_days(now, days);
  r.weekday = true;
  // "sat" and "sun" are other words as well.
  const std::string_view form = s_.form(spec.end - 1);
  if (!next && !last && !dem && !part &&
      (form == "sun" || form == "sat" || form == "mon" || form == "wed"))
    r.weak = true;
  // "lundi de la semaine prochaine"
  if (const Found week = unit_phrase(r.end + (s_.form(r.end) == "de" || s_.form(r.end) == "of"));
      week && week->timex.find("-W") == 4 && week->value.size() > 10) {
    r.day = add_days(*parse_iso(week->value), spec.weekday - 1);
    r.end = week->end;
    r.weekday = false;
  } else if (const size_t later = weeks_behind(r.end)) {
    // "lundi en huit" is a week after the Monday that comes
    const int weeks = s_.form(r.end + 1) == "15" || s_.form(r.end + 1) == "quinze" ? 2 : 1;
    r.day = add_days(now, (ahead == 0 ? 0 : ahead) + 7 * weeks);
    r.end = later;
    r.weekday = false;
  }
  r.year = r.day->year;
  r.month = r.day->month;
  r.value = r.timex = iso(*r.day);
  r.anchor = Anchor::kPublished;
  if (part) {
    r.part = part->value;
    r.timex += "T" + part->value;
    r.kind = TimeKind::kTime;
  }
  return r;
}

// Behind "en huit", "en quinze", with which a French weekday goes one or two weeks on; else 0.
size_t TimeReader::weeks_behind(size_t at) const {
  if (s_.form(at) != "en") return 0;
  const std::string_view n = s_.form(at + 1);
  return n == "huit" || n == "8" || n == "quinze" || n == "15" ? at + 2 : 0;
}

// "le 2", "on the 18th": a day of this month or the next one it falls in. Weak, but for English
// ordinals behind a preposition of time.
TimeReader::Found TimeReader::day_of_month(size_t i) const {
  size_t at = i;
  const std::string_view det = s_.form(at);
  const std::string_view before = i > 0 ? s_.form(i - 1) : std::string_view();
  const bool the = det == "le" || det == "the" || before == "du" || before == "au";
  const bool on = before == "on" || before == "until" || before == "by" || before == "till";
  if (det == "le" || det == "the") ++at;
  const std::string_view form = s_.form(at);
  if (form.empty() || form[0] < '0' || form[0] > '9') return std::nullopt;
  const std::optional<SpokenNumber> n = numbers_.read(s_, at);
  if (!n || n->end != at + 1 || n->collective || n->value < 1 || n->value > 31 ||
      n->value != static_cast<int>(n->value))
    return std::nullopt;
  if (!words_.french() && !n->ordinal) return std::nullopt;
  if (words_.french() && (!the || (n->ordinal && n->value != 1))) return std::nullopt;
  if (counted_noun(n->end) || find(TimeWord::kUnit, n->end) || find(TimeWord::kMonth, n->end) ||
      find(TimeWord::kHour, n->end) || find(TimeWord::kCentury, n->end) ||
      find(TimeWord::kDecade, n->end))
    return std::nullopt;
  TimeReading r;
  r.begin = i;
  r.end = n->end;
  r.rule = "day-of-month";
  r.weak = true;
  const std::string_view then = s_.form(n->end);
  const bool closed = then.empty() || then == "," || then == "." || then == "?" || then == "!" ||
                      then == ";" || then == ")" || then == "and" || then == "at";
  if (the && on && closed) r.weak = false;
  if (on && closed && n->end >= s_.size()) r.weak = false;
  if (det == "le" && closed && led_as_time(at)) r.weak = false;
  if (!context_.now) return r;
  const Day now = *context_.now;
  int go = direction(i);
  if (go == 0) go = context_.prefer_future ? 1 : -1;
  Day d{now.year, now.month, static_cast<int>(n->value)};
  for (int k = 0; k < 14; ++k) {
    if (valid(d) && (go > 0 ? d >= now : d <= now)) break;
    const Day month = add_months({d.year, d.month, 1}, go);
    d = {month.year, month.month, static_cast<int>(n->value)};
  }
  if (!valid(d)) return std::nullopt;
  r.day = d;
  r.year = d.year;
  r.month = d.month;
  r.value = r.timex = iso(d);
  r.anchor = Anchor::kPublished;
  return r;
}

// Whether the parser hangs token i on a verb as a circumstance, neither subject nor object.
bool TimeReader::led_as_time(size_t i) const {
  const Word& word = s_.word(i);
  return word.deprel.starts_with("obl") || word.deprel.starts_with("advmod");
}

// "mai 2020", "en mars", "le mois de mai", "mars dernier", "Nov. 2019"
TimeReader::Found TimeReader::month(size_t i) const {
  size_t at = i;
  bool led = false;  // something says that this is a month
  if ((s_.form(i) == "le" || s_.form(i) == "the") &&
      (s_.form(i + 1) == "mois" || s_.form(i + 1) == "month")) {
    at = i + 2;
    at = skip(TimeWord::kOf, at);
    led = true;
  }
  bool next = false, last = false, dem = false;
  if (!led && words_.french() && find(TimeWord::kDem, at) && find(TimeWord::kMonth, at + 1))
    dem = led = true, ++at;
  if (!led && !words_.french()) {
    if (const Phrase* p = find(TimeWord::kNext, at))
      next = led = true, at += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, at))
      last = led = true, at += q->size();
    else if (s_.form(at) == "this")
      dem = led = true, ++at;
  }
  const Phrase* m = find(TimeWord::kMonth, at);
  if (!m) return std::nullopt;
  led = led || (i > 0 && find(TimeWord::kIn, i - 1));
  const bool name = capital(at) || (m->forms[0] != "may" && m->forms[0] != "march");
  TimeReading r;
  r.begin = i;
  r.end = at + m->size();
  r.month = std::atoi(m->value.c_str());
  r.rule = "month";
  const bool abbreviated = m->forms[0].size() <= 4 && m->forms[0] != "mars" &&
                           m->forms[0] != "mai" && m->forms[0] != "juin" && m->forms[0] != "aout" &&
                           m->forms[0] != "may" && m->forms[0] != "june" && m->forms[0] != "july";
  r.year = year_behind(r.end, false);
  r.year_said = r.year != 0;
  if (r.year) {
    if (!name) return std::nullopt;
    r.value = r.timex = iso_month(r.year, r.month);
    return r;
  }
  if (!name) return std::nullopt;
  r.weak = abbreviated || (!led && (m->forms[0] == "may" || m->forms[0] == "march"));
  if (words_.french()) {
    if (const Phrase* p = find(TimeWord::kNext, r.end))
      next = true, r.end += p->size();
    else if (const Phrase* q = find(TimeWord::kLast, r.end))
      last = true, r.end += q->size();
    if (!led && !next && !last && capital(at) && i > 0) return std::nullopt;  // a name: "Mme. Mai"
  }
  if (!context_.now && said_here_ == 0) return r;
  if (next || last || dem) {
    if (!context_.now) return r;
    r.year = context_.now->year;
    if (next && r.month <= context_.now->month) ++r.year;
    if (last && r.month >= context_.now->month) --r.year;
  } else {
    r.year = year_for(r.month, 0, i);
  }
  r.anchor = Anchor::kPublished;
  r.value = r.timex = iso_month(r.year, r.month);
  return r;
}

}  // namespace selon
