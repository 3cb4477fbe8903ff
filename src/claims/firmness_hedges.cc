// How firmly: the words that change whether or how firmly what they govern is claimed, as
// data/lang/*/modal_words.tsv has them.
#include <algorithm>

#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {

// The row of that kind that a word matches, the further words of its phrase included.
const ModalWord* FirmnessReader::modal(int32_t i, ModalWord::Kind kind, int32_t complement,
                                       ModalWord::Reach reach) const {
  const bool pronominal = kind == ModalWord::Kind::kVerb && arguments_.pronominal(i);
  for (const ModalWord& m : lexicon_.modal_words(word(i).lemma)) {
    if (m.kind != kind || m.pronominal != pronominal || !m.reaches(reach)) continue;
    const bool all = std::all_of(m.parts.begin(), m.parts.end(), [&](const std::string& part) {
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

// The modal word that a complement hangs on: its verb, adjective or noun.
const ModalWord* FirmnessReader::governing(int32_t governor, int32_t complement) const {
  const Upos upos = word(governor).upos;
  const ModalWord::Kind kind = upos == Upos::kAdj    ? ModalWord::Kind::kAdjective
                               : upos == Upos::kNoun ? ModalWord::Kind::kNoun
                                                     : ModalWord::Kind::kVerb;
  return modal(governor, kind, complement);
}

void FirmnessReader::apply(const ModalWord& m, int32_t at, bool negated, Firmness& f) const {
  f.governors.push_back(at);
  if (m.denied && !negated) f.weaken(Certainty::kDenied);
  if (m.denied) {
    // "ne nie pas avoir frappé": what is not denied holds
  } else if (m.negates) {
    if (!negated) f.flip();
  } else if (negated) {
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
  if (m.past) f.time = ClaimTime::kPast;
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
    if (!tree_.is(c, "advmod") && !tree_.is(c, "obl") && !tree_.is(c, "amod") &&
        !tree_.is(c, "discourse"))
      continue;
    const ModalWord::Kind kind =
        tree_.is(c, "amod") ? ModalWord::Kind::kAdjective : ModalWord::Kind::kAdverb;
    const ModalWord* m = modal(c, kind);
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

// "il semble que X ait frappé", "il est faux que", "juge probable que": a modal word over a finite
// clause; and the copula over a cleft.
void FirmnessReader::over_clause(int32_t i, const Finite& v, Firmness& f, int depth) const {
  const Word& w = word(i);
  if (w.head == kNone) return;
  const bool complement = tree_.is(i, "ccomp") || tree_.is(i, "csubj") || tree_.is(i, "xcomp");
  if (complement && v.word != kNone && v.mood != Mood::kNone) {
    if (const ModalWord* m = governing(w.head, i)) {
      // "n'a pas nié que", "on ne peut nier que"
      bool outer_negated = negated(w.head);
      if (const int32_t up = word(w.head).head;
          up != kNone && tree_.is(w.head, "xcomp") && word(up).lemma == "pouvoir")
        outer_negated = outer_negated || negated(up);
      if (!m->negates || m->denied) {
        const Polarity own = f.polarity;
        const ClaimTime time = f.time;
        apply(*m, w.head, false, f);
        f.polarity = own;
        // "pensait que X avait frappé" is no plan, "pense frapper" is one
        if (v.mood == Mood::kInd && time == ClaimTime::kPast) f.time = time;
      }
      // "il n'est pas faux que"
      if (outer_negated && m->denied) f.certainty = Certainty::kAsserted;
    }
    if (said_untrue(w.head)) f.certainty = Certainty::kDenied;
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "mark") && (word(c).lemma == "si" || word(c).lemma == "whether") &&
          !is_form(c - 1, ","))  // "a dit que, s'il …" supposes
        f.weaken(Certainty::kQuestioned);
  }
  // "l'allégation que X a frappé", "under the pretext that X struck"
  if (tree_.is(i, "acl") && w.deprel != "acl:relcl" && v.mood != Mood::kNone &&
      word(w.head).upos == Upos::kNoun)
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "mark") && (word(c).lemma == "que" || word(c).lemma == "that"))
        if (const ModalWord* m = governing(w.head, i); m != nullptr && !m->negates) {
          const ClaimTime time = f.time;
          apply(*m, w.head, false, f);
          f.time = time;
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
    if (outer.polarity == Polarity::kNeg) f.polarity = Polarity::kNeg;
    if (outer.certainty != Certainty::kAsserted) f.weaken(outer.certainty);
  }
}

}  // namespace selon
