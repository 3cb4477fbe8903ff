// When: mood and tense of a predicate's finite form, the three French conditionals, what a form
// without tense takes from its governor, and what the dates beside it say.
#include <algorithm>

#include "base/edtf.h"
#include "base/utf8.h"
#include "claims/firmness.h"
#include "mentions/calendar.h"

namespace selon {
namespace {

constexpr int kMaxDepth = 8;

// A date that lies this many days back makes its sentence a tale of the past rather than news.
constexpr int kDaysOfNews = 60;

bool goes_on_from(std::string_view preposition) {
  return preposition == "depuis" || preposition == "since" || preposition == "dès";
}

// How many sentences a date goes on to hold for.
constexpr int kReachOfDate = 4;

}  // namespace

FirmnessReader::FirmnessReader(const Document& doc, const Tree& tree, const Arguments& arguments,
                               const EventLexicon& lexicon)
    : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon) {
  find_dates();
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
      past = days->to < news_begins;
      since = 0;
    }
    past_focus_[s] = past && since <= kReachOfDate;
  }
}

// Where the dates beside a word put it against the article's day: "rencontre demain", "le sommet de
// lundi". Nothing when they do not say.
std::optional<ClaimTime> FirmnessReader::dated(int32_t i) const {
  if (published_.empty()) return {};
  for (int32_t c : tree_.children(i)) {
    if (time_at_[c] == kNone || !(tree_.is(c, "obl") || tree_.is(c, "advmod") ||
                                  tree_.is(c, "nmod") || tree_.is(c, "nummod")))
      continue;
    const std::string_view preposition = tree_.preposition(c);
    if (goes_on_from(preposition)) continue;
    const auto days = day_range(doc_.times[time_at_[c]].value);
    if (!days) continue;
    if (days->to < published_) return ClaimTime::kPast;
    if (days->from > published_) return ClaimTime::kFuture;
  }
  return {};
}

bool FirmnessReader::told_of_the_past(int32_t i) const { return past_focus_[word(i).sentence]; }

bool FirmnessReader::perfect(int32_t i) const {
  int auxiliaries = 0;
  bool have = false, being = false, be = false;
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "aux")) continue;
    ++auxiliaries;
    have |= word(c).lemma == "have" || word(c).lemma == "avoir";
    being |= is_form(c, "being");
    be |= word(c).lemma == "être";
    // "a fait tuer"
    if (word(c).deprel == "aux:caus" && word(c).morph.verb_form == VerbForm::kPart) return true;
  }
  if (!doc_.french()) return have && !being;
  const bool participle =
      word(i).morph.verb_form == VerbForm::kPart && word(i).morph.tense != Tense::kPres;
  if (!participle || auxiliaries == 0) return false;
  if (be &&
      (arguments_.pronominal(i) || lexicon_.words().is(word(i).lemma, WordClass::kPerfectWithBe)))
    return true;
  return !arguments_.passive(i) || auxiliaries > 1 || have;
}

FirmnessReader::Finite FirmnessReader::finite(int32_t i) const {
  Finite out;
  int32_t carrier = kNone;
  bool would = false;
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "aux") && !tree_.is(c, "cop")) continue;
    const std::string& lemma = word(c).lemma;
    if (lemma == "will" || lemma == "shall" || lemma == "'ll") out.modal_future = true;
    if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can")
      out.modal_possible = true;
    if (lemma == "would" || lemma == "should") would = true;
    // "is to visit"
    if (lemma == "be" && tree_.is(c, "cop") && word(i).morph.verb_form == VerbForm::kInf)
      out.modal_future = true;
    if (carrier == kNone || (word(carrier).morph.verb_form != VerbForm::kFin &&
                             word(c).morph.verb_form == VerbForm::kFin))
      carrier = c;
  }
  if (carrier == kNone && word(i).morph.verb_form == VerbForm::kFin) carrier = i;
  if (carrier != kNone) {
    const VerbForm form = word(carrier).morph.verb_form;
    out.word = carrier;
    if (form != VerbForm::kPart && form != VerbForm::kGer) {  // not: ayant frappé, having struck
      out.mood = word(carrier).morph.mood;
      out.tense = word(carrier).morph.tense;
    }
    if (would) out.mood = Mood::kCnd;
  }
  out.perfect = perfect(i);
  return out;
}

// Whether the clause is the content of a speech or thought in the past: "a annoncé qu'il
// enverrait".
bool FirmnessReader::reported_in_past(int32_t i) const {
  for (int32_t at = i; at != kNone; at = word(at).head) {
    if (word(at).deprel == "acl:relcl" || (!tree_.is(at, "ccomp") && !tree_.is(at, "acl")))
      continue;
    int32_t head = word(at).head;
    if (head == kNone) return false;
    // "a fait comprendre que": the tense stands above the infinitive
    while (finite(head).tense == Tense::kNone && !finite(head).perfect && tree_.is(head, "xcomp") &&
           word(head).head != kNone)
      head = word(head).head;
    const Finite f = finite(head);
    return f.tense == Tense::kPast || f.tense == Tense::kImp || f.perfect ||
           (!arguments_.verbal(head) && tree_.is(at, "acl"));
  }
  return false;
}

// "pour que", "afin que", "avant que", "jusqu'à ce que", "de peur que": the clause lies ahead of
// its main verb.
bool FirmnessReader::lies_ahead(int32_t i) const {
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "mark") || c > i || c == 0) continue;
    if (word(c).lemma != "que") continue;
    if (lexicon_.words().is(lower(word(c - 1).form), WordClass::kAhead)) return true;
    if (is_form(c - 1, "ce") && (is_form(c - 3, "jusqu'") || is_form(c - 2, "jusqu'à")))
      return true;
  }
  return false;
}

void FirmnessReader::finite_time(int32_t i, const Finite& v, Firmness& f, int depth) const {
  switch (v.tense) {
    case Tense::kFut:
      f.time = v.perfect ? ClaimTime::kPast : ClaimTime::kFuture;
      break;
    case Tense::kPres:
      f.time = v.perfect ? ClaimTime::kPast : ClaimTime::kPresent;
      break;
    default:
      f.time = ClaimTime::kPast;
  }
  if (v.tense == Tense::kPres && !v.perfect) {
    const int32_t first = tree_.is(i, "conj") ? word(i).head : kNone;
    if (lies_ahead(i))
      f.time = ClaimTime::kFuture;
    else if (first != kNone && tree_.child(i, "nsubj") == kNone && depth < kMaxDepth &&
             (finite(first).mood == Mood::kSub || lies_ahead(first)))
      f.time = predicate(first, depth + 1).time;  // most of its forms look like the indicative
    else if (v.mood == Mood::kSub)
      subjunctive(i, f, depth);
  }
  if (v.mood == Mood::kCnd) conditional(i, v, f);
  if (v.tense == Tense::kPres && v.word == i && f.time == ClaimTime::kPresent &&
      word(i).form == word(i).lemma &&
      lexicon_.words().is(word(i).lemma, WordClass::kPastAsPresent))
    f.time = ClaimTime::kPast;
  if (v.modal_future) f.time = ClaimTime::kFuture;
  f.scheduled = f.time == ClaimTime::kFuture && (v.modal_future || v.tense == Tense::kFut);
  if (v.modal_possible) {
    // what cannot be is plainly not
    if (f.polarity == Polarity::kPos || v.perfect) f.weaken(Certainty::kPossible);
    if (!v.perfect) f.time = ClaimTime::kFuture;
  }
  if (word(i).morph.mood == Mood::kImp && doc_.french()) f.time = ClaimTime::kFuture;
  if (v.tense == Tense::kPres && f.time == ClaimTime::kPresent)
    if (const auto date = dated(i)) f.time = *date;
}

// Of the three French conditionals the perfect and the bare one report with distance, the one in
// the content of past speech is its future, the one beside "si" supposes.
void FirmnessReader::conditional(int32_t i, const Finite& v, Firmness& f) const {
  const Sentence& sentence = doc_.sentences[word(i).sentence];
  bool condition = false;
  for (int32_t at = sentence.first_word; at < sentence.end_word && !condition; ++at)
    condition = supposes(at);
  condition = condition || spared(i);
  if (condition) {
    f.hypothetical = true;
    f.time = v.perfect ? ClaimTime::kPast : ClaimTime::kFuture;
    f.weaken(v.perfect ? Certainty::kAsserted : Certainty::kPossible);
  } else if (v.perfect) {
    f.time = ClaimTime::kPast;
    if (doc_.french())
      f.weaken(Certainty::kHedged);
    else
      f.hypothetical = true;  // "would have attacked"
  } else if (reported_in_past(i)) {
    f.time = ClaimTime::kFuture;
  } else if (word(i).deprel == "acl:relcl" && of_what_may_be(word(i).head)) {
    f.time = ClaimTime::kFuture;
    f.weaken(Certainty::kPossible);
  } else if (doc_.french()) {
    f.time = ClaimTime::kPresent;
    f.weaken(Certainty::kHedged);
  } else {
    f.time = ClaimTime::kFuture;
    f.weaken(Certainty::kPossible);
  }
}

// "risque de déboucher sur un pacte auquel X participerait"
bool FirmnessReader::of_what_may_be(int32_t noun) const {
  const int32_t up = arguments_.governor(noun);
  if (up == kNone || presupposed(noun)) return false;
  const Firmness g = predicate(up, 0);
  return g.time == ClaimTime::kFuture || g.certainty == Certainty::kPossible;
}

// A subjunctive has no time of its own: "demande qu'il parte" lies ahead, "a permis qu'il parte"
// took place, "regrette qu'il parte" goes on.
void FirmnessReader::subjunctive(int32_t i, Firmness& f, int depth) const {
  const int32_t head = word(i).head;
  if (head == kNone || !(tree_.is(i, "ccomp") || tree_.is(i, "csubj") || tree_.is(i, "xcomp")))
    return;
  const ModalWord* m = governing(head, i);
  if (m == nullptr || depth > kMaxDepth) return;
  if (m->possible && !m->hedged)
    f.time = ClaimTime::kFuture;
  else if (!m->denied && !m->hedged && !m->questioned && !m->future)
    f.time = predicate(head, depth + 1).time;
}

// An infinitive, a participle, a gerund: it takes what governs it.
void FirmnessReader::infinite(int32_t i, const Finite& v, Firmness& f, int depth) const {
  const int32_t head = word(i).head;
  const Word& w = word(i);
  std::string mark;
  for (int32_t c : tree_.children(i))
    if (mark.empty() && (tree_.is(c, "mark") || tree_.is(c, "case"))) mark = lower(word(c).form);
  // "être frappé" is an infinitive, "étant frappé" a participle of the present, as their
  // auxiliaries
  bool infinitive = w.morph.verb_form == VerbForm::kInf;
  bool ongoing = (w.morph.verb_form == VerbForm::kPart && w.morph.tense == Tense::kPres) ||
                 w.morph.verb_form == VerbForm::kGer;
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "aux") && !tree_.is(c, "cop")) continue;
    infinitive |= word(c).morph.verb_form == VerbForm::kInf;
    ongoing |= word(c).morph.verb_form == VerbForm::kGer ||
               (word(c).morph.verb_form == VerbForm::kPart && word(c).morph.tense == Tense::kPres);
  }
  const bool past_form = v.perfect;

  if (tree_.is(i, "conj") && !arguments_.complement_like(i)) {
    const bool own_negation = f.polarity == Polarity::kNeg;
    f = predicate(head, depth + 1);
    if (own_negation)
      f.polarity = Polarity::kNeg;
    else if (negated(head))
      f.polarity = Polarity::kPos;
    return;
  }
  if (tree_.is(i, "acl") && !arguments_.verbal(head)) {
    if (infinitive) {
      f.time = past_form ? ClaimTime::kPast : ClaimTime::kFuture;
      // "n'a pas l'intention de quitter": the verb above the noun denies or hedges for both
      Firmness outer;
      if (tree_.is(head, "obj") && word(head).head != kNone)
        outer = predicate(word(head).head, depth + 1);
      // "a convaincu Rome d'agir", "oblige Rome à agir": the verb's own complement, hung on its
      // object
      const int32_t up = word(head).head;
      const ModalWord* control =
          up != kNone && (mark == "de" || mark == "d'" || mark == "à" || mark == "to") &&
                  word(up).upos == Upos::kVerb && (tree_.is(head, "obj") || tree_.is(head, "iobj"))
              ? modal(up, ModalWord::Kind::kVerb, head)
              : nullptr;
      if (control != nullptr && modal(head, ModalWord::Kind::kNoun, i) == nullptr &&
          word(head).upos == Upos::kPropn) {
        f.time = past_form ? ClaimTime::kPast : outer.time;
        apply(*control, up, outer.polarity == Polarity::kNeg, f);
      } else if (const ModalWord* m = governing(head, i)) {
        if (!m->future && !past_form) f.time = ClaimTime::kPast;
        // "aucune perspective de": the noun itself is denied
        apply(*m, head, outer.polarity == Polarity::kNeg || negative_argument(head), f);
      }
      f.weaken(outer.certainty);
    } else if (ongoing) {
      // at the time of what its noun does, or of the event that its noun names
      const int32_t up = arguments_.governor(head);
      // "the challenge of talking to X" is no event that would be told of
      if (mark.empty() && !lexicon_.nouns(word(head).lemma).empty()) {
        const Firmness named = of_noun(head, {});
        f.time = named.time;
        f.weaken(named.certainty);
      } else {
        // "accueillera des gens demandant l'asile": they ask now
        f.time = up != kNone && predicate(up, depth + 1).time == ClaimTime::kPast
                     ? ClaimTime::kPast
                     : ClaimTime::kPresent;
      }
    } else {
      f.time = ClaimTime::kPast;
    }
    return;
  }
  if (tree_.is(i, "advcl") || tree_.is(i, "obl") || tree_.is(i, "nmod") ||
      word(head).lemma == "afin") {
    const Firmness outer = predicate(head, depth + 1);
    const bool aim = mark == "pour" || mark == "afin" || word(head).lemma == "afin" ||
                     (mark == "to" && infinitive) || (mark.empty() && infinitive);
    if (aim) {
      f.time = ClaimTime::kFuture;
      if (outer.certainty == Certainty::kQuestioned || outer.certainty == Certainty::kPossible)
        f.certainty = outer.certainty;
    } else if (const ModalWord* m = modal(head, ModalWord::Kind::kVerb, i);
               mark == "from" && m != nullptr && m->negates) {  // "prevented X from attacking"
      f.time = outer.time;
      apply(*m, head, outer.polarity == Polarity::kNeg, f);
    } else if (mark == "après" || mark == "after" || past_form ||
               (arguments_.passive(i) && !infinitive && !ongoing)) {
      f.time = ClaimTime::kPast;
    } else {
      f.time = outer.time;
    }
    f.hypothetical = outer.hypothetical;
    // "prêt à", "capable de", whatever the relation
    if (!aim && infinitive && word(head).upos == Upos::kAdj)
      if (const ModalWord* m = governing(head, i))
        apply(*m, head, outer.polarity == Polarity::kNeg, f);
    return;
  }
  if (tree_.is(i, "xcomp") || tree_.is(i, "ccomp") || tree_.is(i, "csubj") || tree_.is(i, "obj")) {
    const Firmness outer = predicate(head, depth + 1);
    f.time = past_form ? ClaimTime::kPast : outer.time;
    f.hypothetical = outer.hypothetical;
    if (outer.certainty != Certainty::kAsserted) f.weaken(outer.certainty);
    // "is said to have attacked"
    if (lexicon_.words().is(word(head).lemma, WordClass::kTold) && arguments_.passive(head))
      f.weaken(Certainty::kHedged);
    if (const ModalWord* m = governing(head, i)) {
      apply(*m, head, outer.polarity == Polarity::kNeg, f);
      f.governors.insert(f.governors.end(), outer.governors.begin(), outer.governors.end());
      // "pour éviter d'être renvoyés"
      if (m->negates && f.polarity == Polarity::kNeg && f.time == ClaimTime::kFuture) {
        f.polarity = Polarity::kPos;
        f.weaken(Certainty::kPossible);
      }
    } else if (outer.polarity == Polarity::kNeg && infinitive &&
               tree_.child(head, "cop") == kNone) {
      // "rien ne justifie de rompre"
      f.governors.push_back(head);
      f.weaken(Certainty::kPossible);
      f.time = ClaimTime::kFuture;
    }
    return;
  }
  f.time = ongoing ? ClaimTime::kPresent : ClaimTime::kPast;
}

ClaimTime FirmnessReader::time_of_state(int32_t i) const {
  const int32_t up = arguments_.governor(i);
  if (up == kNone) return ClaimTime::kPresent;
  const Firmness clause = predicate(up, 0);
  if (clause.time != ClaimTime::kPast) return ClaimTime::kPresent;
  return told_of_the_past(i) ? ClaimTime::kPast : ClaimTime::kPresent;
}

}  // namespace selon
