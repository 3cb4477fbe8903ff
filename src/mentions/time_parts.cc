// Beginnings, middles and ends of periods: "début mai", "la fin de l'année dernière", "later this
// week".
#include <cstdlib>

#include "base/utf8.h"
#include "mentions/time_reader.h"

namespace selon {

// The days of the beginning (-1), middle (0) or end (1) of a month or week; of longer periods
// nothing, as nobody means a date by them.
std::string TimeReader::days_of_part(const TimeReading& whole, int part) {
  if (whole.value.size() == 7 && whole.value[4] == '-') {
    const int year = std::atoi(whole.value.c_str()), month = std::atoi(whole.value.c_str() + 5);
    if (month < 1 || month > 12) return {};
    const int first = part < 0 ? 1 : part == 0 ? 11 : 21;
    const int last = part < 0 ? 10 : part == 0 ? 20 : month_length(year, month);
    return iso({year, month, first}) + "/" + iso({year, month, last});
  }
  if (whole.timex.size() == 8 && whole.timex.find("-W") == 4) {
    const std::optional<Day> monday = parse_iso(whole.value);
    if (!monday) return {};
    const int first = part < 0 ? 0 : part == 0 ? 2 : 4, last = part < 0 ? 2 : part == 0 ? 3 : 6;
    return iso(add_days(*monday, first)) + "/" + iso(add_days(*monday, last));
  }
  return {};
}

// "début mai", "fin septembre 2000", "la fin de l'année dernière", "early 2016", "later this week"
TimeReader::Found TimeReader::modified(size_t i) const {
  const Phrase* p = nullptr;
  int part = 0;
  const bool about = s_.form(i) == "around" || s_.form(i) == "about" || s_.form(i) == "circa";
  if (about && i > 0 && (s_.form(i - 1) == "how" || s_.form(i - 1) == "what")) return std::nullopt;
  if (about) {  // "around next Tuesday"
    Found best;
    for (auto reader : {&TimeReader::date, &TimeReader::month, &TimeReader::unit_phrase,
                        &TimeReader::year, &TimeReader::holiday}) {
      Found found = (this->*reader)(i + 1);
      if (found && found->kind != TimeKind::kDuration && (!best || found->end > best->end))
        best = std::move(found);
    }
    if (!best) return best;
    best->begin = i;
    return best;
  }
  if (capital(i) && (s_.form(i) == "eom" || s_.form(i) == "eoy")) {
    const Grain grain = s_.form(i) == "eom" ? Grain::kMonth : Grain::kYear;
    Found r = shifted(i, i + 1, Unit{grain, 1, i + 1}, 0);
    if (!r) return r;
    r->rule = "part-of-period";
    if (const std::string days = days_of_part(*r, 1); !days.empty()) r->value = days;
    return r;
  }
  for (TimeWord kind : {TimeWord::kStart, TimeWord::kMid, TimeWord::kEnd}) {
    const Phrase* q = find(kind, i);
    if (q && (!p || q->size() > p->size()))
      p = q, part = kind == TimeWord::kStart ? -1 : kind == TimeWord::kEnd ? 1 : 0;
  }
  if (!p) return std::nullopt;
  size_t at = i + p->size();
  if (s_.form(at) == "around") ++at;
  const size_t behind_of = skip(TimeWord::kOf, at);
  // "la fin de l'année dernière": "de l'" goes with the unit
  const size_t article = behind_of - (behind_of > at && s_.form(behind_of - 1) == "l'");
  Found r;
  for (size_t start : {behind_of, article, at}) {
    for (auto reader : {&TimeReader::month, &TimeReader::decade, &TimeReader::century,
                        &TimeReader::season, &TimeReader::unit_phrase, &TimeReader::year}) {
      Found found = (this->*reader)(start);
      if (found && (!r || found->end > r->end)) r = found;
    }
  }
  // "the end of the month", "end of month": the one that is running
  if (!r && context_.now) {
    const bool of = behind_of > at || p->forms.back() == "of" || p->forms.back() == "in";
    size_t noun = behind_of;
    while (s_.form(noun) == "the" || s_.form(noun) == "le" || s_.form(noun) == "la" ||
           s_.form(noun) == "l'")
      ++noun;
    const std::optional<Unit> u = of ? unit(noun) : std::nullopt;
    if (u && u->count == 1 && !of_clock(u->grain) && u->grain >= Grain::kWeek &&
        !find(TimeWord::kOf, u->end) && !s_.form(u->end - 1).ends_with("ks") &&
        u->grain != Grain::kWeekend)
      r = shifted(i, u->end, *u, 0);
  }
  if (!r || r->kind == TimeKind::kDuration) return std::nullopt;
  r->begin = i;
  r->rule = "part-of-period";
  // "courant mai" is any day of it
  if (s_.form(i) == "courant") return r;
  if (const std::string days = days_of_part(*r, part); !days.empty()) r->value = days;
  return r;
}

}  // namespace selon
