// When, by the dates: what the times beside a word say of it, and which sentences tell of a day
// long before the article's.
#include <algorithm>

#include "base/edtf.h"
#include "claims/firmness.h"
#include "mentions/calendar.h"

namespace selon {
namespace {

// A date that lies this many days back makes its sentence a tale of the past rather than news.
constexpr int kDaysOfNews = 60;

// How many sentences a date goes on to hold for, and a tale in the present tense without a new one.
constexpr int kReachOfDate = 4;
constexpr int kReachOfHistory = 2;

bool goes_on_from(std::string_view preposition) {
  return preposition == "depuis" || preposition == "since" || preposition == "dès";
}

bool lasts_until(std::string_view preposition) {
  return preposition.starts_with("jusqu") || preposition == "until" || preposition == "till" ||
         preposition == "through" || preposition == "d'ici";
}

}  // namespace

FirmnessReader::FirmnessReader(const Document& doc, const Tree& tree, const Arguments& arguments,
                               const EventLexicon& lexicon)
    : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon) {
  find_dates();
  find_history();
}

void FirmnessReader::find_dates() {
  time_at_.assign(doc_.words.size(), kNone);
  past_focus_.assign(doc_.sentences.size(), false);
  if (const auto day = day_range(doc_.meta.published)) published_ = day->from;
  // Without a day of publication the latest day told stands for it.
  std::string now = published_;
  if (now.empty())
    for (const TimeExpression& t : doc_.times)
      if (const auto days = day_range(t.value); days && days->to > now) now = days->to;
  const std::optional<Day> day = parse_iso(now);
  const std::string news_begins = day ? iso(add_days(*day, -kDaysOfNews)) : std::string();
  size_t next = 0;
  int since = kReachOfDate + 1;  // sentences since the last date
  bool past = false;
  for (size_t s = 0; s < doc_.sentences.size(); ++s, ++since) {
    const Sentence& sentence = doc_.sentences[s];
    for (; next < doc_.times.size() && doc_.times[next].span.begin < sentence.span.end; ++next) {
      const TimeExpression& t = doc_.times[next];
      if (t.span.begin < sentence.span.begin) continue;
      for (int32_t w = sentence.first_word; w < sentence.end_word; ++w)
        if (t.span.contains(word(w).span) &&
            (word(w).head == kNone || !t.span.contains(word(word(w).head).span))) {
          time_at_[w] = static_cast<int32_t>(next);
          break;
        }
      // "since 1990" and "depuis 1990" tell of what goes on
      const auto head = std::find(time_at_.begin() + sentence.first_word,
                                  time_at_.begin() + sentence.end_word, static_cast<int32_t>(next));
      if (head != time_at_.begin() + sentence.end_word &&
          goes_on_from(tree_.preposition(static_cast<int32_t>(head - time_at_.begin()))))
        continue;
      const auto days = day_range(t.value);
      if (!days || news_begins.empty()) continue;
      // last year is no news, though it ended but a month ago
      past = days->to < now && days->from < news_begins;
      since = 0;
    }
    past_focus_[s] = past && since <= kReachOfDate;
  }
}

// Which sentences tell of the past in the present tense: those under the heading of a past date
// ("1990 : X attaque Y"), those whose main verb has a past date beside its present, and those that
// go on from there.
void FirmnessReader::find_history() {
  history_.assign(doc_.sentences.size(), false);
  if (published_.empty()) return;
  int carried = 0;
  bool heading = false;
  for (size_t s = 0; s < doc_.sentences.size(); ++s) {
    const Sentence& sentence = doc_.sentences[s];
    const bool same_block = s > 0 && sentence.block == doc_.sentences[s - 1].block;
    const int32_t after = past_date_at(sentence.first_word);
    const bool alone =
        after != kNone && (after >= sentence.end_word ||
                           (after + 1 == sentence.end_word && word(after).upos == Upos::kPunct));
    const bool opens = after != kNone && after < sentence.end_word &&
                       word(after).upos == Upos::kPunct && word(after).form != ",";
    int32_t root = kNone;
    bool now = false;
    for (int32_t w = sentence.first_word; w < sentence.end_word; ++w) {
      if (word(w).head == kNone && root == kNone) root = w;
      now |= goes_on_from(word(w).lemma) ||
             (time_at_[w] != kNone && doc_.times[time_at_[w]].timex == "PRESENT_REF");
    }
    const Finite v = root == kNone ? Finite() : finite(root);
    const bool present = v.tense == Tense::kPres && !v.perfect && v.mood == Mood::kInd;
    const bool dated_past = present && dated(root) == ClaimTime::kPast;
    if (dated_past || ((opens || heading) && !now)) {
      history_[s] = true;
      carried = 0;
    } else if (same_block && history_[s - 1] && present && !now && carried < kReachOfHistory) {
      history_[s] = true;
      ++carried;
    }
    heading = alone;
  }
}

// The word behind a date of before the article's day that begins at that word; kNone without one.
int32_t FirmnessReader::past_date_at(int32_t first) const {
  const uint32_t begin = word(first).span.begin;
  auto at = std::lower_bound(
      doc_.times.begin(), doc_.times.end(), begin,
      [](const TimeExpression& t, uint32_t where) { return t.span.begin < where; });
  for (; at != doc_.times.end() && at->span.begin == begin; ++at) {
    const TimeExpression& t = *at;
    if (t.kind != TimeKind::kDate) continue;
    const auto days = day_range(t.value);
    if (!days || days->to >= published_) continue;
    int32_t after = first;
    while (after < doc_.sentences[word(first).sentence].end_word &&
           t.span.contains(word(after).span))
      ++after;
    return after;
  }
  return kNone;
}

// Where one date puts what it hangs on. A last day ("jusqu'au 3 mai") says nothing of what goes on
// till then.
std::optional<ClaimTime> FirmnessReader::dated_by(int32_t date) const {
  const std::string_view preposition = tree_.preposition(date);
  if (goes_on_from(preposition)) return {};
  const auto days = day_range(doc_.times[time_at_[date]].value);
  if (!days) return {};
  if (days->to < published_) return ClaimTime::kPast;
  if (days->from > published_ && !lasts_until(preposition)) return ClaimTime::kFuture;
  return {};
}

// Where the dates beside a word put it against the article's day: "rencontre demain", "le sommet de
// lundi". Nothing when they do not say.
std::optional<ClaimTime> FirmnessReader::dated(int32_t i) const {
  if (published_.empty()) return {};
  for (int32_t c : tree_.children(i)) {
    if (time_at_[c] != kNone && (tree_.is(c, "obl") || tree_.is(c, "advmod") ||
                                 tree_.is(c, "nmod") || tree_.is(c, "nummod"))) {
      if (const auto time = dated_by(c)) return time;
    } else if (tree_.is(c, "obj") && arguments_.verbal(i) &&
               lexicon_.nouns(word(c).lemma).empty()) {
      // "reçoit son homologue dimanche": the day hangs on the guest
      for (int32_t d : tree_.children(c))
        if (d > c && time_at_[d] != kNone && tree_.preposition(d).empty() && !tree_.is(d, "appos"))
          if (const auto time = dated_by(d)) return time;
    }
  }
  return {};
}

bool FirmnessReader::told_of_the_past(int32_t i) const { return past_focus_[word(i).sentence]; }

ClaimTime FirmnessReader::time_of_state(int32_t i) const {
  const int32_t up = arguments_.governor(i);
  if (up == kNone) return ClaimTime::kPresent;
  const Firmness clause = predicate(up, 0);
  if (clause.time != ClaimTime::kPast) return ClaimTime::kPresent;
  // the passé simple tells a tale of the past
  const Finite v = finite(up);
  if (doc_.french() && v.mood == Mood::kInd && !v.perfect && v.tense == Tense::kPast)
    return ClaimTime::kPast;
  return told_of_the_past(i) ? ClaimTime::kPast : ClaimTime::kPresent;
}

}  // namespace selon
