// How firmly, whether, and when: polarity, certainty and time of the clause or noun that expresses
// an event, from mood, tense, negation, modal verbs, adverbs, questions and conditions around it.
//
//   "Moscou n'a pas attaqué"        neg  asserted  past
//   "Moscou aurait attaqué"         pos  hedged    past       (conditionnel de presse)
//   "a annoncé qu'il attaquerait"   pos  asserted  future     (future in the past)
//   "Moscou pourrait attaquer"      pos  possible  future
#pragma once
#include "claims/arguments.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

struct Firmness {
  Polarity polarity = Polarity::kPos;
  Certainty certainty = Certainty::kAsserted;
  ClaimTime time = ClaimTime::kPast;
  bool hypothetical = false;
  bool scheduled = false;  // future by the tense or a word of planning: more than a wish or an aim
};

class FirmnessReader {
 public:
  // All must outlive the object.
  FirmnessReader(const Document& doc, const Tree& tree, const Arguments& arguments,
                 const EventLexicon& lexicon)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon) {}

  // Of a verb, or of an adjective or noun that is a predicate.
  Firmness of_predicate(int32_t word) const;
  // Of an event noun; `light` is the verb that carries it ("mener une attaque") or kNone.
  // `lasting`: the noun names a state that holds ("alliance", "coopération") and takes the time of
  // its clause.
  Firmness of_noun(int32_t noun, int32_t light, LightVerb::Aspect aspect, bool lasting) const;

  bool negated(int32_t word) const;

 private:
  struct Finite {  // the word that carries mood and tense
    int32_t word = kNone;
    Mood mood = Mood::kNone;
    Tense tense = Tense::kNone;
    bool compound = false;                              // auxiliary and participle
    bool modal_future = false, modal_possible = false;  // English will, may
  };
  Finite finite(int32_t predicate) const;
  Firmness predicate(int32_t word, int depth) const;
  void apply(const ModalWord& modal, bool negated, Firmness& f) const;
  const ModalWord* modal(int32_t word, ModalWord::Kind kind, int32_t complement = kNone) const;
  bool supposes(int32_t word) const;
  bool supposed(int32_t verb) const;
  bool under_condition(int32_t word) const;
  bool questioned(int32_t word) const;
  bool said_untrue(int32_t governor) const;
  bool reported_in_past(int32_t word) const;
  bool hearsay(int32_t verb) const;
  bool instead(int32_t infinitive) const;
  void adverbs(int32_t word, Firmness& f) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace selon
