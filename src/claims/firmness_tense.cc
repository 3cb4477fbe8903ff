// When: mood and tense of a predicate's finite form, and the three French conditionals.
#include <algorithm>

#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {
namespace {

constexpr int kMaxDepth = 8;

}  // namespace

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
    // "are to be freed"
    if (lemma == "be" && tree_.is(c, "aux") && word(c).morph.tense == Tense::kPres && c + 1 < i &&
        lower(word(c + 1).form) == "to")
      out.modal_future = true;
    if (carrier == kNone ||
        (word(carrier).morph.verb_form != VerbForm::kFin &&
         word(c).morph.verb_form == VerbForm::kFin) ||
        // "the reason is that they were fighting": the clause's own, not that above it
        (tree_.is(carrier, "cop") && tree_.is(c, "aux") &&
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

// The word that a finite clause completes: "attend" of "s'attend à ce qu'il frappe".
int32_t FirmnessReader::clause_governor(int32_t i) const {
  const int32_t head = word(i).head;
  if (head == kNone) return kNone;
  if (tree_.is(i, "ccomp") || tree_.is(i, "csubj") || tree_.is(i, "xcomp"))
    return tree_.behind_colon(i) ? kNone : head;
  if (tree_.is(i, "acl") && word(i).deprel != "acl:relcl" && word(head).lemma == "ce" &&
      word(head).upos == Upos::kPron)
    return word(head).head;
  // "il est faux que X soit celui qui a frappé", where the parser sees a clause of its own
  if (tree_.is(i, "parataxis"))
    for (int32_t c : tree_.children(i))
      if (c > head && c < i && tree_.is(c, "mark") &&
          (word(c).lemma == "que" || word(c).lemma == "that"))
        return head;
  return kNone;
}

// The noun whose content a clause is: "l'annonce que X frappe", "les déclarations selon lesquelles
// X frapperait", "claims that X struck". Parsers take the last for a relative clause.
int32_t FirmnessReader::noun_of_content(int32_t i) const {
  const int32_t head = word(i).head;
  if (head == kNone) return kNone;
  // "under the pretext that X struck", hung on the verb
  if (tree_.is(i, "advcl") || tree_.is(i, "parataxis"))
    for (int32_t c : tree_.children(i))
      if (c < i && c > 0 && tree_.is(c, "mark") &&
          (word(c).lemma == "que" || word(c).lemma == "that") && word(c - 1).upos == Upos::kNoun &&
          word(c - 1).sentence == word(c).sentence &&
          modal(c - 1, ModalWord::Kind::kNoun) != nullptr)
        return c - 1;
  if (!tree_.is(i, "acl") || word(head).upos != Upos::kNoun) return kNone;
  const bool relative = word(i).deprel == "acl:relcl";
  for (int32_t c : tree_.children(i)) {
    if (c > i) break;
    const std::string& lemma = word(c).lemma;
    // a conjunction, whatever the clause is called
    if (tree_.is(c, "mark") && (lemma == "que" || lemma == "that")) return head;
    if (relative && lemma == "that" && c == head + 1 && !tree_.is(c, "nsubj") &&
        tree_.child(i, "nsubj") != kNone && tree_.child(i, "obj") != kNone &&
        tree_.child(i, "obj") != c)
      return head;
    if (relative && lemma == "lequel") {
      const std::string_view preposition = tree_.preposition(c);
      if (preposition != "selon" && preposition != "d'après") continue;
      // "les déclarations du ministre selon lesquelles": of like number
      int32_t noun = head;
      while (word(noun).morph.number != word(c).morph.number && tree_.is(noun, "nmod") &&
             word(noun).head != kNone)
        noun = word(noun).head;
      return word(noun).morph.number == word(c).morph.number ? noun : head;
    }
  }
  return kNone;
}

// Whether the clause is the content of a speech or thought in the past: "a annoncé qu'il
// enverrait", "ses propos selon lesquels il n'enverrait pas".
bool FirmnessReader::reported_in_past(int32_t i) const {
  int32_t first = i;  // "selon lesquels il ne tolérerait ni n'autoriserait"
  while (tree_.is(first, "conj") && word(first).head != kNone &&
         tree_.child(first, "mark") == kNone)
    first = word(first).head;
  if (const int32_t noun = noun_of_content(first); noun != kNone) {
    const ModalWord* m = modal(noun, ModalWord::Kind::kNoun, i);
    return m == nullptr || !m->hedged;
  }
  for (int32_t at = i; at != kNone; at = word(at).head) {
    if (word(at).deprel == "acl:relcl") continue;
    int32_t head = clause_governor(at);
    // "said it would strike X and would cross the border", joined to the verb of saying
    if (head == kNone && tree_.is(at, "conj") && tree_.child(at, "nsubj") == kNone) {
      const int32_t content = tree_.child(word(at).head, "ccomp");
      if (content != kNone && content < at && finite(content).mood == Mood::kCnd)
        head = word(at).head;
    }
    if (head == kNone && tree_.is(at, "acl")) head = word(at).head;
    if (head == kNone) continue;
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
  // "pour qu'il vienne, se montre et parle": a later one without its "que"
  if (!tree_.is(i, "advcl") || finite(i).mood != Mood::kSub || tree_.child(i, "mark") != kNone)
    return false;
  for (int32_t c : tree_.children(word(i).head))
    if (c < i && tree_.is(c, "advcl") && tree_.child(c, "mark") != kNone && lies_ahead(c))
      return true;
  return false;
}

// "is bombing", "has been bombing"
bool FirmnessReader::continuous(int32_t i) const {
  const Morph& m = word(i).morph;
  return (m.verb_form == VerbForm::kGer ||
          (m.verb_form == VerbForm::kPart && m.tense == Tense::kPres)) &&
         tree_.child(i, "aux") != kNone && !arguments_.passive(i);
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
  if (v.perfect && v.tense == Tense::kPres && continuous(i))
    f.time = ClaimTime::kPresent;  // "has been bombing"
  if (v.modal_future) f.time = ClaimTime::kFuture;
  f.scheduled = f.time == ClaimTime::kFuture && (v.modal_future || v.tense == Tense::kFut);
  if (v.modal_possible) {
    // what cannot be is plainly not
    if (f.polarity == Polarity::kPos || v.perfect) f.weaken(Certainty::kPossible);
    if (!v.perfect) f.time = ClaimTime::kFuture;
  }
  if (word(i).morph.mood == Mood::kImp && doc_.french()) f.time = ClaimTime::kFuture;
  if (v.tense == Tense::kPres && f.time == ClaimTime::kPresent) {
    const auto date = dated(i);
    // "propose une rencontre mardi": the day is that of what it proposes
    if (date && !(date == ClaimTime::kFuture && only_speaks(i)))
      f.time = *date;
    else if (!date && history_[word(i).sentence] && v.mood == Mood::kInd && !v.perfect)
      f.time = ClaimTime::kPast;
  }
}

// Of the three French conditionals the perfect and the bare one report with distance, the one in
// the content of past speech is its future, the one beside "si" supposes.
void FirmnessReader::conditional(int32_t i, const Finite& v, Firmness& f) const {
  const Sentence& sentence = doc_.sentences[word(i).sentence];
  bool condition = false;
  for (int32_t at = sentence.first_word; at < sentence.end_word && !condition; ++at)
    condition = supposes(at);
  condition = condition || spared(i);
  if (condition && !v.perfect && reported_in_past(i)) {  // "a dit que, s'il gagnait, il partirait"
    f.hypothetical = true;
    f.time = ClaimTime::kFuture;
  } else if (condition) {
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
  const int32_t head = clause_governor(i);
  if (head == kNone || depth > kMaxDepth) return;
  const ModalWord* m = governing(head, i);
  if (m == nullptr) {  // "se félicitait que"
    if (lexicon_.verbs(word(head).lemma).empty()) return;
    f.time = predicate(head, depth + 1).time == ClaimTime::kPast ? ClaimTime::kPast : f.time;
  } else if (m->possible && !m->hedged) {
    f.time = ClaimTime::kFuture;
  } else if (!m->denied && !m->hedged && !m->questioned && !m->future) {
    f.time = predicate(head, depth + 1).time;
  }
}

}  // namespace selon
