// How firmly: the words that change whether or how firmly what they govern is claimed, as
// data/lang/*/modal_words.tsv has them.
#include <algorithm>

#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {
namespace {

constexpr int kMaxDepth = 8;

}  // namespace

// The row of that kind that a word matches, the further words of its phrase included.
const ModalWord* FirmnessReader::modal(int32_t i, ModalWord::Kind kind, int32_t complement,
                                       ModalWord::Reach reach) const {
  const bool pronominal = kind == ModalWord::Kind::kVerb && arguments_.pronominal(i);
  for (const ModalWord& m : lexicon_.modal_words(word(i).lemma)) {
    if (m.kind != kind || m.pronominal != pronominal || !m.reaches(reach)) continue;
    const bool all = std::all_of(m.parts.begin(), m.parts.end(), [&](const std::string& part) {
      // "threatened Oslo with an attack": the preposition of what it governs
      if (reach == ModalWord::Reach::kObject && complement != kNone && part == m.takes &&
          tree_.preposition(complement) == part)
        return true;
      for (int32_t c : tree_.children(i)) {
        if (c != complement && (word(c).lemma == part || lower(word(c).form) == part)) return true;
        for (int32_t d : tree_.children(c))
          if (d != complement && c != complement &&
              (word(d).lemma == part || lower(word(d).form) == part))
            return true;
      }
      return false;
    });
    if (all) return &m;
  }
  return nullptr;
}

// The modal word that a complement hangs on: its verb, adjective or noun. What "be" or "être"
// carries has rows of its own: "is about to", "est en train de".
const ModalWord* FirmnessReader::governing(int32_t governor, int32_t complement) const {
  const auto carries = [&](int32_t c) {
    return (tree_.is(c, "cop") || tree_.is(c, "aux")) &&
           (word(c).lemma == "être" || word(c).lemma == "be");
  };
  const auto& below = tree_.children(governor);
  if (std::any_of(below.begin(), below.end(), carries))
    for (const std::string& own : {word(governor).lemma, lower(word(governor).form)})
      for (const ModalWord& m : lexicon_.modal_words(own))
        if (m.copula && m.parts.empty() && m.reaches(ModalWord::Reach::kClause)) return &m;
  const Upos upos = word(governor).upos;
  const ModalWord::Kind kind = upos == Upos::kAdj    ? ModalWord::Kind::kAdjective
                               : upos == Upos::kNoun ? ModalWord::Kind::kNoun
                                                     : ModalWord::Kind::kVerb;
  return modal(governor, kind, complement);
}

// The adjective's row of a participle: "présumée", "alleged".
const ModalWord* FirmnessReader::as_adjective(int32_t participle) const {
  std::string form = lower(word(participle).form);
  if (doc_.french()) {
    if (form.ends_with('s')) form.pop_back();
    if (form.ends_with("ée") || form.ends_with("ie") || form.ends_with("ue")) form.pop_back();
  }
  for (const ModalWord& m : lexicon_.modal_words(form))
    if (m.kind == ModalWord::Kind::kAdjective && m.reaches(ModalWord::Reach::kNoun) &&
        m.parts.empty())
      return &m;
  return nullptr;
}

void FirmnessReader::apply(const ModalWord& m, int32_t at, bool negated, Firmness& f) const {
  f.governors.push_back(at);
  if (m.denied && !negated) f.weaken(Certainty::kDenied);
  if (m.denied) {
    // "ne nie pas avoir frappé": what is not denied holds
  } else if (m.negates) {
    if (!negated && !m.possible) f.flip();  // "exclut d'intervenir": possible, refused or not
  } else if (negated && !m.unceasing) {
    f.flip();
  }
  // what cannot be is plainly not; a refusal that did not come is no possibility
  if (m.possible && !(negated && !m.negates && f.polarity == Polarity::kNeg && !m.future)) {
    f.weaken(Certainty::kPossible);
    if (f.certainty == Certainty::kHedged) f.certainty = Certainty::kPossible;  // "pourrait"
  }
  if (m.hedged) f.weaken(Certainty::kHedged);
  if (m.questioned) f.weaken(Certainty::kQuestioned);
  if (m.future) {
    f.time = ClaimTime::kFuture;
    f.scheduled = m.scheduled;
  }
  if (m.past && !(negated && m.unceasing)) f.time = ClaimTime::kPast;
  if (m.hypothetical) f.hypothetical = true;
}

// "paraît-il", "dit-on", "à ce qu'on dit", "it seems": nobody in particular says so.
bool FirmnessReader::hearsay(int32_t verb) const {
  const bool seems = lexicon_.words().is(word(verb).lemma, WordClass::kSeem);
  if (!seems && !lexicon_.words().is(word(verb).lemma, WordClass::kRumour)) return false;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj") && !tree_.is(c, "expl")) continue;
    const std::string& lemma = word(c).lemma;
    if (seems ? lemma == "il" || lemma == "lui" || lemma == "it" : lemma == "on") return true;
  }
  return false;
}

void FirmnessReader::adverbs(int32_t i, Firmness& f) const {
  for (int32_t c : tree_.children(i)) {
    if (tree_.is(c, "parataxis") && hearsay(c)) f.weaken(Certainty::kHedged);
    if (tree_.is(c, "obl") && word(c).lemma == "ce" && tree_.preposition(c) == "à")
      for (int32_t d : tree_.children(c))
        if (tree_.is(d, "acl") && hearsay(d)) f.weaken(Certainty::kHedged);
    // "l'attaque présumée", "the alleged attack": of participles without a clause of their own
    if (tree_.is(c, "acl") && word(c).deprel != "acl:relcl" && word(i).upos == Upos::kNoun)
      if (const ModalWord* m = as_adjective(c); m != nullptr && m->hedged) apply(*m, c, false, f);
    if (!tree_.is(c, "advmod") && !tree_.is(c, "obl") && !tree_.is(c, "amod") &&
        !tree_.is(c, "discourse"))
      continue;
    const ModalWord::Kind kind =
        tree_.is(c, "amod") ? ModalWord::Kind::kAdjective : ModalWord::Kind::kAdverb;
    const ModalWord* m = modal(c, kind);
    if (m == nullptr && tree_.is(c, "amod")) m = as_adjective(c);
    if (m == nullptr) {  // "sans doute": the adverb is written with its preposition
      for (int32_t d : tree_.children(c)) {
        if (!tree_.is(d, "case") && !tree_.is(d, "fixed")) continue;
        m = modal(d, ModalWord::Kind::kAdverb);
        if (m != nullptr && (m->parts.empty() || m->parts.front() == word(c).lemma)) break;
        m = nullptr;
      }
    }
    if (m != nullptr && !m->on_complement) {
      if (!m->negates)
        apply(*m, c, false, f);
      else if (tree_.is(c, "amod"))  // "la tentative avortée"; negating adverbs are read with "ne"
        f.polarity = Polarity::kNeg;
    }
  }
}

// Whether what a noun says is called untrue: "rejette les affirmations selon lesquelles", "the
// claim that X struck is false".
bool FirmnessReader::disowned(int32_t noun) const {
  const int32_t up = word(noun).head;
  if (up == kNone) return false;
  if (tree_.is(noun, "obj") || tree_.is(noun, "nsubj:pass")) {
    const ModalWord* m = modal(up, ModalWord::Kind::kVerb);
    if (m != nullptr && m->denied) return !negated(up);
    const ModalWord* content = modal(noun, ModalWord::Kind::kNoun);
    const auto& entries = lexicon_.verbs(word(up).lemma);
    return content != nullptr && content->hedged && !negated(up) &&
           std::any_of(entries.begin(), entries.end(), [](const EventEntry& e) {
             return e.event == "REJECT" && e.parts.empty() && !e.needs_negation;
           });
  }
  if (!tree_.is(noun, "nsubj") || word(up).upos != Upos::kAdj) return false;
  const ModalWord* m = modal(up, ModalWord::Kind::kAdjective, noun);
  return m != nullptr && m->denied && !negated(up);
}

// "il semble que X ait frappé", "il est faux que", "juge probable que": a modal word over a finite
// clause; and the copula over a cleft.
void FirmnessReader::over_clause(int32_t i, const Finite& v, Firmness& f, int depth) const {
  const Word& w = word(i);
  if (w.head == kNone) return;
  const int32_t governor = clause_governor(i);
  const bool clause = v.mood != Mood::kNone || v.modal_future || v.modal_possible;
  if (governor != kNone && v.word != kNone && clause) {
    const ModalWord* m = governing(governor, i);
    if (m != nullptr && !(m->denied && tree_.put_before(i))) {
      // "n'a pas nié que", "on ne peut nier que"
      bool outer_negated = negated(governor);
      if (const int32_t up = word(governor).head;
          up != kNone && tree_.is(governor, "xcomp") &&
          (word(up).lemma == "pouvoir" || word(up).lemma == "permettre"))
        outer_negated = outer_negated || negated(up);
      const bool past = depth < kMaxDepth && (m->unforeseen || m->accomplished) &&
                        predicate(governor, depth + 1).time == ClaimTime::kPast;
      // "ne s'attendait pas à ce que X frappe": he did; "il a fallu que X frappe"
      if (past && (m->unforeseen ? outer_negated : !outer_negated && finite(governor).perfect)) {
        f.governors.push_back(governor);
        f.time = ClaimTime::kPast;
      } else if (!m->negates || m->denied) {
        const Polarity own = f.polarity;
        const ClaimTime time = f.time;
        apply(*m, governor, false, f);
        f.polarity = own;
        // "pensait que X avait frappé" is no plan, "pense frapper" is one; "probable que X ait
        // frappé"
        if (time == ClaimTime::kPast && (v.mood == Mood::kInd || v.perfect)) f.time = time;
      }
      // "il n'est pas faux que"
      if (outer_negated && m->denied) f.certainty = Certainty::kAsserted;
      if (outer_negated && m->unproven) f.weaken(Certainty::kQuestioned);
      if (outer_negated && m->disbelieved) f.weaken(Certainty::kDenied);
    }
    if (said_untrue(governor)) f.certainty = Certainty::kDenied;
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "mark") && word(c).lemma == "si" && !supposes(c) &&
          !is_form(c - 1, ","))  // "a dit que, s'il …" supposes
        f.weaken(Certainty::kQuestioned);
  }
  // "it is unclear whether", wherever the clause hangs; "whether or not" leaves it open too
  for (int32_t c : tree_.children(i))
    if (tree_.is(c, "mark") && word(c).lemma == "whether") f.weaken(Certainty::kQuestioned);
  // "l'allégation que X a frappé", "under the pretext that X struck"
  if (const int32_t noun = noun_of_content(i); noun != kNone && clause) {
    if (const ModalWord* m = governing(noun, i);
        m != nullptr && !m->negates && !(m->hedged && v.mood == Mood::kCnd)) {
      const ClaimTime time = f.time;
      apply(*m, noun, false, f);
      f.time = time;
      // "aucune preuve que", "n'a pas de preuve que", "no evidence that"
      const int32_t verb = word(noun).head;
      if (m->unproven && (negative_argument(noun) || negated(noun) ||
                          (verb != kNone && tree_.is(noun, "obj") && negated(verb))))
        f.weaken(Certainty::kQuestioned);
    }
    if (disowned(noun)) f.certainty = Certainty::kDenied;
  }
  // the adjective and the clause may both hang on the verb
  const auto marks = tree_.children(i);
  const bool that = std::any_of(marks.begin(), marks.end(), [&](int32_t c) {
    return tree_.is(c, "mark") && (word(c).lemma == "que" || word(c).lemma == "that");
  });
  if (that && (tree_.is(i, "ccomp") || tree_.is(i, "advcl")) && v.mood != Mood::kNone &&
      word(w.head).upos == Upos::kVerb) {
    for (int32_t c : tree_.children(w.head)) {
      if (c > i || word(c).upos != Upos::kAdj || !(tree_.is(c, "xcomp") || tree_.is(c, "ccomp")))
        continue;
      const ModalWord* m = modal(c, ModalWord::Kind::kAdjective, i);
      if (m != nullptr && !m->negates && !m->denied) apply(*m, c, false, f);
    }
  }
  // "ce n'est pas X qui a frappé", "il est faux que X soit celui qui a frappé": the copula speaks
  // for the relative
  const bool cleft = w.deprel == "advcl:cleft";
  if ((tree_.is(i, "acl") || cleft) && tree_.child(w.head, "cop") != kNone &&
      (word(w.head).upos == Upos::kPron || word(w.head).upos == Upos::kPropn || cleft)) {
    const Firmness outer = predicate(w.head, depth + 1);
    // "ce n'est pas la première fois que X frappe": he does
    if (outer.polarity == Polarity::kNeg && word(w.head).lemma != "fois")
      f.polarity = Polarity::kNeg;
    if (outer.certainty != Certainty::kAsserted) f.weaken(outer.certainty);
  }
}

}  // namespace selon
