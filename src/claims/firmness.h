// How firmly, whether, and when: polarity, certainty and time of the clause or noun that expresses
// an event, from mood, tense, negation, modal words, adverbs, questions, conditions and dates
// around it.
//
//   "Moscou n'a pas attaqué"        neg  asserted  past
//   "Moscou aurait attaqué"         pos  hedged    past       (conditionnel de presse)
//   "a annoncé qu'il attaquerait"   pos  asserted  future     (future in the past)
//   "Moscou pourrait attaquer"      pos  possible  future
//   "le projet d'attaque de Moscou" pos  asserted  future
//
// One file a phenomenon: firmness_tense.cc (mood, tense), firmness_infinite.cc (infinitives,
// participles), firmness_dates.cc, firmness_negation.cc, firmness_hedges.cc (modal words),
// firmness_conditions.cc (conditions, questions), firmness_nouns.cc (nouns that name an event).
// firmness.cc puts a predicate's reading together.
#pragma once
#include <optional>
#include <string>
#include <vector>

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
  std::vector<int32_t> governors;  // the modal words that made it so, nearest first

  // The firmer of two readings loses, and what is denied stays denied.
  void weaken(Certainty c) {
    if (certainty == Certainty::kAsserted || c == Certainty::kDenied) certainty = c;
  }
  void flip() { polarity = polarity == Polarity::kPos ? Polarity::kNeg : Polarity::kPos; }
};

// What the caller knows about an event noun.
struct NounEvent {
  int32_t light = kNone;  // the verb that carries it ("mener une attaque")
  LightVerb::Aspect aspect = LightVerb::Aspect::kHappened;
  bool lasting = false;         // it names a state that holds ("alliance", "coopération")
  bool planned = false;         // of a type that is agreed on beforehand: a meeting, a march
  bool verbal = false;          // an act of speech: announcing it is doing it
  bool done = false;            // of a type that is told when it is done: an arrest, an attack
  bool names_somebody = false;  // it names who does it ("les manifestants"), not the event
};

class FirmnessReader {
 public:
  // All must outlive the object.
  FirmnessReader(const Document& doc, const Tree& tree, const Arguments& arguments,
                 const EventLexicon& lexicon);

  // Of a verb, or of an adjective or noun that is a predicate.
  Firmness of_predicate(int32_t word) const { return predicate(word, 0); }
  Firmness of_noun(int32_t noun, const NounEvent& event) const;

  // When a relation or state holds that a word only mentions ("leurs alliés", "la coalition dirigée
  // par X"): now, unless it is told of a time past.
  ClaimTime time_of_state(int32_t word) const;

  // Whether a noun is presented as known, so that its event is not put in doubt by its clause.
  bool presupposed(int32_t noun) const;
  bool negated(int32_t word) const;
  // The mood that carries a predicate; kNone without a finite form.
  Mood mood(int32_t predicate) const { return finite(predicate).mood; }

 private:
  struct Finite {  // the word that carries mood and tense
    int32_t word = kNone;
    Mood mood = Mood::kNone;
    Tense tense = Tense::kNone;
    bool perfect = false;  // a frappé, had struck, avoir été frappé
    bool modal_future = false, modal_possible = false;  // English will, may
  };
  Firmness predicate(int32_t word, int depth) const;

  // tense
  Finite finite(int32_t predicate) const;
  bool perfect(int32_t predicate) const;
  void finite_time(int32_t word, const Finite& v, Firmness& f, int depth) const;
  void conditional(int32_t word, const Finite& v, Firmness& f) const;
  void subjunctive(int32_t word, Firmness& f, int depth) const;
  int32_t clause_governor(int32_t clause) const;
  int32_t noun_of_content(int32_t clause) const;
  bool reported_in_past(int32_t word) const;
  bool lies_ahead(int32_t word) const;
  bool continuous(int32_t word) const;
  bool of_what_may_be(int32_t noun) const;

  // forms without tense
  struct Bare {
    std::string mark;  // the preposition before it: "pour", "to"
    bool infinitive = false, ongoing = false, perfect = false;
  };
  Bare bare(int32_t word, const Finite& v) const;
  int32_t joined_infinitive(int32_t infinitive) const;
  bool names_event(int32_t noun) const;
  bool verb_complement(int32_t i, const Bare& form) const;
  void infinite(int32_t word, const Finite& v, Firmness& f, int depth) const;
  void below_noun(int32_t word, int32_t head, const Bare& form, Firmness& f, int depth) const;
  void beside_clause(int32_t word, int32_t head, const Bare& form, Firmness& f, int depth) const;
  void below_verb(int32_t word, int32_t head, const Bare& form, Firmness& f, int depth) const;

  // dates
  std::optional<ClaimTime> dated(int32_t word) const;
  std::optional<ClaimTime> dated_by(int32_t date) const;
  bool told_of_the_past(int32_t word) const;
  int32_t past_date_at(int32_t first_word) const;
  void find_dates();
  void find_history();

  // negation
  bool negative_argument(int32_t word) const;
  bool instead(int32_t infinitive) const;
  bool instead_of(int32_t verb) const;
  bool not_one(int32_t word) const;
  bool anything_but(int32_t word) const;
  bool nothing_done(int32_t infinitive) const;
  bool said_untrue(int32_t governor) const;

  // hedges
  const ModalWord* modal(int32_t word, ModalWord::Kind kind, int32_t complement = kNone,
                         ModalWord::Reach reach = ModalWord::Reach::kClause) const;
  const ModalWord* governing(int32_t governor, int32_t complement) const;
  const ModalWord* as_adjective(int32_t participle) const;
  bool disowned(int32_t noun) const;
  void apply(const ModalWord& modal, int32_t word, bool negated, Firmness& f) const;
  void over_clause(int32_t word, const Finite& v, Firmness& f, int depth) const;
  bool hearsay(int32_t verb) const;
  void adverbs(int32_t word, Firmness& f) const;

  // conditions and questions
  bool supposes(int32_t word) const;
  bool spared(int32_t verb) const;
  bool supposed(int32_t verb) const;
  bool under_condition(int32_t word) const;
  int32_t served(int32_t word) const;
  bool counterfactual(int32_t word, const Finite& v) const;
  bool unreal(int32_t word, const Finite& v) const;
  bool questioned(int32_t word) const;

  // nouns
  std::string preposition_of(int32_t noun) const;
  const ModalWord* preposition(int32_t noun) const;
  const ModalWord* said_of_subject(int32_t predicate) const;
  void from_subject(int32_t noun, int32_t top, int32_t up, const NounEvent& event,
                    Firmness& f) const;
  void from_relative(int32_t noun, Firmness& f) const;
  std::optional<LightVerb> carrier(int32_t noun) const;
  void prevented(int32_t verb, int32_t noun, const Firmness& by, Firmness& f) const;
  bool stands_around(int32_t noun, int32_t light, const NounEvent& event) const;
  bool blames(int32_t verb) const;
  bool only_speaks(int32_t verb) const;
  void from_nouns_above(int32_t noun, int32_t top, Firmness& f) const;
  int32_t topmost_noun(int32_t noun) const;
  void from_governor(int32_t noun, int32_t top, int32_t up, const NounEvent& event,
                     Firmness& f) const;

  bool is_form(int32_t i, std::string_view form) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  std::vector<int32_t> time_at_;  // word → index of the time expression that it heads
  std::vector<bool> past_focus_;  // sentence → told of a day long before the article's
  std::vector<bool> history_;     // sentence → its present tense tells of the past
  std::string published_;         // ISO day, or empty
};

}  // namespace selon
