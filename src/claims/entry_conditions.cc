#include "claims/entry_conditions.h"

#include <algorithm>

#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {

bool EntryConditions::hold(int32_t trigger, const EventEntry& entry) const {
  if (entry.needs_hostile && !over_hostile(trigger)) return false;
  if (entry.needs_infinitive && !over_infinitive(trigger, entry.event.empty())) return false;
  if (entry.event == "REQUEST" && asks(trigger)) return false;
  if ((entry.needs_article && !with_article(trigger)) ||
      (entry.needs_no_article && with_article(trigger)))
    return false;
  return std::all_of(entry.conditions.begin(), entry.conditions.end(),
                     [&](const LemmaCondition& c) { return holds(trigger, c); });
}

bool EntryConditions::holds(int32_t trigger, const LemmaCondition& condition) const {
  bool found = false;
  const auto match = [&](int32_t w) {
    for (const std::string& lemma : condition.lemmas)
      if (phrases_.is_word(w, lemma)) found = true;
  };
  // "!adj:press": any word beside the noun, not only who is somebody
  if (condition.slot.kind == SlotKind::kAdjective)
    for (int32_t c : tree_.children(trigger))
      if (tree_.is(c, "amod") || tree_.is(c, "compound")) match(c);
  // "l'ordre du jour", "un coup de fil": what stands there, be it somebody or a thing
  if (condition.slot.kind == SlotKind::kPreposition && !arguments_.verbal(trigger))
    for (int32_t c : tree_.children(trigger))
      if (c > trigger && tree_.is(c, "nmod") && tree_.preposition(c) == condition.slot.preposition)
        match(c);
  // "a qualifié la peine de « parodie »", hung on the object
  if (doc_.french() && condition.slot.kind == SlotKind::kPreposition &&
      condition.slot.preposition == "de" && arguments_.verbal(trigger))
    for (int32_t o : arguments_.object(trigger))
      for (int32_t c : tree_.children(o))
        if (c > o && tree_.is(c, "nmod") && tree_.preposition(c) == "de" &&
            tree_.child(c, "det") == kNone)
          match(c);
  Arguments::Words words = arguments_.fill(trigger, condition.slot);
  if (condition.slot.kind == SlotKind::kObject)
    if (const int32_t kept = arguments_.kept_object(trigger); kept != kNone) words.push_back(kept);
  for (int32_t w : words) {
    match(w);
    // "a formé des soldats et les a envoyés": what the pronoun takes up
    if (const int32_t m = word(w).upos == Upos::kPron ? mention_at_head(doc_, w) : kNone;
        doc_.french() && m != kNone)
      match(doc_.mentions[antecedent(doc_, m)].head);
    // "dozens of rockets", "a fleet of ships": what there are many of; "terrorist organisations"
    const bool called = condition.slot.kind == SlotKind::kPredicate;
    for (int32_t c : tree_.children(w))
      if (tree_.is(c, "conj") || (tree_.is(c, "nmod") && tree_.preposition(c) == "of") ||
          (called && (tree_.is(c, "amod") || tree_.is(c, "compound"))))
        match(c);
    if (const int32_t of = counted(w); of != kNone) match(of);
  }
  return found != condition.negated;
}

// Whether the noun has a definite article or a possessive, or the verb's object has.
bool EntryConditions::with_article(int32_t trigger) const {
  if (!arguments_.verbal(trigger)) return definite(doc_, tree_, trigger);
  const auto objects = arguments_.object(trigger);
  return std::any_of(objects.begin(), objects.end(),
                     [&](int32_t w) { return definite(doc_, tree_, w); });
}

// "un million de réfugiés": what is counted; kNone.
int32_t EntryConditions::counted(int32_t head) const {
  if (!lexicon_.words().is(word(head).lemma, WordClass::kAmount)) return kNone;
  for (int32_t c : tree_.children(head))
    if ((tree_.is(c, "nmod") || tree_.is(c, "obl")) && tree_.preposition(c) == "de") {
      const int32_t further = counted(c);  // "des dizaines de milliers de réfugiés"
      return further == kNone ? c : further;
    }
  return kNone;
}

// Whether the word's infinitive is an act that hurts: "vowed to bomb".
bool EntryConditions::over_hostile(int32_t governor) const {
  for (int32_t c : tree_.children(governor)) {
    if (!tree_.is(c, "xcomp") && !tree_.is(c, "advcl") && !tree_.is(c, "csubj")) continue;
    for (const EventEntry& inner : lexicon_.verbs(word(c).lemma)) {
      std::vector<int32_t> parts;
      if (inner.needs_copula || !phrases_.match_parts(c, inner.parts, parts) || !hold(c, inner))
        continue;
      if (inner.event == "ASSAULT" || inner.event == "SANCTION" || inner.event == "COERCE")
        return true;
      break;
    }
  }
  return false;
}

// "told them to leave", not "told them that". `only` of a verb that then is no event: "est arrivé à
// conclure", not "est arrivé pour conclure".
bool EntryConditions::over_infinitive(int32_t governor, bool only) const {
  // "told the army to leave", where the parser hung the infinitive on the army
  if (!doc_.french() && lexicon_.words().is(word(governor).lemma, WordClass::kObjectControl))
    for (int32_t o : tree_.children(governor))
      if (o > governor && (tree_.is(o, "obj") || tree_.is(o, "iobj")))
        for (int32_t c : tree_.children(o))
          if (c > o && tree_.is(c, "acl") && word(c).morph.verb_form == VerbForm::kInf) return true;
  for (int32_t c : tree_.children(governor))
    if (c > governor && word(c).morph.verb_form == VerbForm::kInf &&
        (tree_.is(c, "xcomp") ||
         (!only && (tree_.is(c, "advcl") || tree_.is(c, "ccomp") || tree_.is(c, "csubj")))))
      return true;
  return false;
}

// "a demandé si X a frappé", "asked whether": a question is no request.
bool EntryConditions::asks(int32_t verb) const {
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "ccomp")) continue;
    const int32_t mark = tree_.child(c, "mark");
    if (mark != kNone &&
        (word(mark).lemma == "si" || word(mark).lemma == "if" || word(mark).lemma == "whether"))
      return true;
  }
  return false;
}

}  // namespace selon
