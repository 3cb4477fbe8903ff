#include "claims/firmness.h"

namespace selon {
namespace {

constexpr int kMaxDepth = 8;

}  // namespace

Firmness FirmnessReader::predicate(int32_t i, int depth) const {
  Firmness f;
  if (depth > kMaxDepth) return f;
  const Finite v = finite(i);
  if (negated(i)) f.polarity = Polarity::kNeg;
  const bool tensed = v.word != kNone && (v.mood != Mood::kNone || v.tense != Tense::kNone ||
                                          v.modal_future || v.modal_possible);
  const bool has_finite_form = tensed && (v.modal_future || v.modal_possible ||
                                          (word(v.word).morph.verb_form != VerbForm::kInf &&
                                           word(v.word).morph.verb_form != VerbForm::kPart &&
                                           word(v.word).morph.verb_form != VerbForm::kGer));
  if (has_finite_form)
    finite_time(i, v, f, depth);
  else if (word(i).head != kNone)
    infinite(i, v, f, depth);
  else if (!doc_.french() && word(i).morph.verb_form == VerbForm::kInf)
    f.time = ClaimTime::kFuture;  // a headline's "Oslo to send doctors"

  // "le but est de frapper"
  if (word(i).morph.verb_form == VerbForm::kInf && tree_.child(i, "cop") != kNone)
    if (const int32_t subject = tree_.child(i, "nsubj"); subject != kNone)
      if (const ModalWord* m = modal(subject, ModalWord::Kind::kNoun, i))
        apply(*m, subject, false, f);
  over_clause(i, v, f, depth);
  adverbs(i, f);
  if (under_condition(i)) {
    f.hypothetical = true;
    if (counterfactual(i, v)) {
      f.time = ClaimTime::kPast;
      if (f.certainty != Certainty::kDenied) f.certainty = Certainty::kAsserted;
    } else if (v.tense != Tense::kPast || v.mood == Mood::kNone || unreal(i, v)) {
      f.weaken(Certainty::kPossible);
      if (f.certainty == Certainty::kHedged) f.certainty = Certainty::kPossible;
      if (!v.perfect) f.time = ClaimTime::kFuture;
    }
  }
  if (questioned(i)) f.weaken(Certainty::kQuestioned);
  return f;
}

}  // namespace selon
