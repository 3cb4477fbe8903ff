#include "mentions/times.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "mentions/time_reader.h"

namespace selon {

// The reading at token i that takes most words; of equals, the first. A weak one only where there
// is no other.
TimeReader::Found TimeReader::read_at(size_t i) const {
  Found best;
  const auto offer = [&](Found found) {
    if (!found || found->end <= i) return;
    if (!best || (best->weak && !found->weak) ||
        (best->weak == found->weak && found->end > best->end))
      best = std::move(found);
  };
  for (auto reader :
       {&TimeReader::ago,          &TimeReader::within,       &TimeReader::modified,
        &TimeReader::numeric_date, &TimeReader::date,         &TimeReader::anaphor,
        &TimeReader::adverb,       &TimeReader::part_of_day,  &TimeReader::nth_of_period,
        &TimeReader::week,         &TimeReader::quinzaine,    &TimeReader::counted_weekdays,
        &TimeReader::unit_phrase,  &TimeReader::recurring,    &TimeReader::span_noun,
        &TimeReader::decade,       &TimeReader::century,      &TimeReader::season,
        &TimeReader::holiday,      &TimeReader::mid_prefix,   &TimeReader::quarter,
        &TimeReader::month,        &TimeReader::clock,        &TimeReader::duration,
        &TimeReader::year,         &TimeReader::day_of_month, &TimeReader::reference})
    offer((this->*reader)(i));
  return best;
}

// Most tokens begin no time: they are passed over without a look at the grammar.
bool TimeReader::may_begin(size_t i) const {
  const std::string_view form = s_.form(i);
  if (form.empty()) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (is_digit(form[0]) || (form.size() == 2 && is_digit(form[1]))) return true;
  return words_.known(form) || numbers_.known(form) || holidays_.known(form) ||
         form.starts_with("mi") || form == "½" || form == "w" || form == "w/c" || form == "eom" ||
         form == "eoy" || find(TimeWord::kCentury, i + 1);
}

std::vector<TimeReading> TimeReader::read() {
  std::vector<TimeReading> out;
  for (size_t i = 0; i < s_.size();) {
    Found found = may_begin(i) ? read_at(i) : std::nullopt;
    if (!found) {
      ++i;
      continue;
    }
    // Words that are only perhaps a time give way to what begins among them.
    for (size_t k = i + 1; found->weak && k < found->end; ++k)
      if (const Found inner = may_begin(k) ? read_at(k) : std::nullopt; inner && !inner->weak)
        found->end = 0;
    if (found->end == 0) {
      ++i;
      continue;
    }
    i = found->end;
    if (!found->weak) remember(*found);
    out.push_back(std::move(*found));
  }
  join(out);
  give_clocks_a_day(out);
  return out;
}

void TimeReader::remember(const TimeReading& r) {
  if (r.year_said) {
    said_here_ = r.year;
    context_.block_year = r.year;
    context_.last_block = block_;
  }
  // A year or month told since leaves no day to go back to.
  if (r.day || (r.year && r.kind == TimeKind::kDate)) context_.last_day = r.day;
  if (r.year) {
    context_.last_year = r.year;
    context_.last_month = r.month;
  }
}

int TimeReader::direction(size_t i, bool* present) const {
  const Document& doc = s_.doc();
  int32_t w = doc.tokens[s_.token(std::min(i, s_.size() - 1))].first_word;
  for (int step = 0; step < 6 && w != kNone; ++step, w = doc.words[w].head) {
    const Word& word = doc.words[w];
    if (word.upos != Upos::kVerb && word.upos != Upos::kAux) continue;
    const Sentence& sentence = doc.sentences[word.sentence];
    bool future = word.morph.tense == Tense::kFut, past = false, passive = false, auxiliary = false;
    bool now = word.morph.tense == Tense::kPres && word.morph.verb_form == VerbForm::kFin;
    if (word.morph.verb_form == VerbForm::kFin)
      past = word.morph.tense == Tense::kPast || word.morph.tense == Tense::kImp;
    for (int32_t k = sentence.first_word; k < sentence.end_word; ++k) {
      const Word& aux = doc.words[k];
      if (aux.head != w || aux.upos != Upos::kAux) continue;
      const Tense tense = aux.morph.tense;
      future = future || tense == Tense::kFut || aux.lemma == "will" || aux.lemma == "shall";
      past = past || tense == Tense::kPast || tense == Tense::kImp;
      now = now || tense == Tense::kPres;
      // "est arrivé" is no passive, whatever the parser says
      if (aux.deprel == "cop" ||
          (aux.deprel == "aux:pass" && !classes_.is(word.lemma, WordClass::kPerfectWithBe)))
        passive = true;
      else if (aux.lemma == "avoir" || aux.lemma == "être" || aux.lemma == "have")
        past = true;
      auxiliary = true;
    }
    if (!auxiliary && !passive && word.morph.verb_form == VerbForm::kPart) {
      // "la rencontre, prévue lundi": a plan looks ahead
      if (classes_.is(word.lemma, WordClass::kPlanned)) return 1;
      past = word.morph.tense == Tense::kPast;
    }
    if (future) return 1;
    if (past) return -1;
    if (word.morph.verb_form == VerbForm::kInf && word.head != kNone) {
      const Word& above = doc.words[word.head];
      const bool finite = above.morph.verb_form == VerbForm::kFin;
      if (finite && (above.morph.tense == Tense::kPast || above.morph.tense == Tense::kImp))
        return -1;
      if (finite && above.morph.tense == Tense::kFut) return 1;
      if (above.lemma == "aller" || above.lemma == "devoir" || above.lemma == "go") return 1;
      now = now || (finite && above.morph.tense == Tense::kPres);
    }
    if (present) *present = now;
    return 0;
  }
  return 0;
}

// Whether the nearest verb above token i is an infinitive: "doit s'ouvrir aujourd'hui".
bool TimeReader::infinitive_above(size_t i) const {
  const Document& doc = s_.doc();
  int32_t w = doc.words[doc.tokens[s_.token(i)].first_word].head;
  for (int step = 0; step < 6 && w != kNone; ++step, w = doc.words[w].head)
    if (doc.words[w].upos == Upos::kVerb) return doc.words[w].morph.verb_form == VerbForm::kInf;
  return false;
}

struct TimeFinder::Language {
  TimeWords words;
  NumberWords numbers;
  Holidays holidays;
  WordClasses classes;
};

Result<TimeFinder> TimeFinder::open(const std::string& data_dir) {
  const auto open_one = [&](const std::string& language) -> Result<Language> {
    Result<TimeWords> words = TimeWords::open(data_dir, language);
    if (!words) return words.error();
    Result<NumberWords> numbers = NumberWords::open(data_dir, language);
    if (!numbers) return numbers.error();
    Result<Holidays> holidays = Holidays::open(data_dir, language);
    if (!holidays) return holidays.error();
    Result<WordClasses> classes = WordClasses::open(data_dir, language);
    if (!classes) return classes.error();
    return Language{std::move(*words), std::move(*numbers), std::move(*holidays),
                    std::move(*classes)};
  };
  Result<ByLanguage<Language>> languages = ByLanguage<Language>::open(open_one);
  if (!languages) return languages.error();
  return TimeFinder(std::move(*languages));
}

void TimeFinder::find(Document& doc, const TimeOptions& options) const {
  const Language& language = languages_.of(doc);
  TimeContext context;
  context.prefer_future = options.prefer_future;
  const std::string& published = doc.meta.published;
  context.now = parse_iso(published);
  if (context.now && published.size() >= 16 && published[10] == 'T')
    context.now_minutes =
        std::atoi(published.c_str() + 11) * 60 + std::atoi(published.c_str() + 14);
  for (size_t k = 0; k < doc.sentences.size(); ++k) {
    const FoldedSentence sentence(doc, static_cast<int32_t>(k),
                                  [&](std::string_view form, bool before) {
                                    return language.words.joins_figures(form, before);
                                  });
    TimeReader reader(language.words, language.numbers, language.holidays, language.classes,
                      sentence, context, doc.sentences[k].block);
    for (TimeReading& r : reader.read()) {
      TimeExpression time;
      time.span = sentence.span(r.begin, r.end);
      time.value = std::move(r.value);
      time.timex = std::move(r.timex);
      time.kind = r.kind;
      time.anchor = time.value.empty() ? Anchor::kNone : r.anchor;
      time.rule = r.rule;
      doc.times.push_back(std::move(time));
    }
  }
}

}  // namespace selon
