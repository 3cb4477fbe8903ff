// Who fills the slots of an event's frame: subjects and objects through passives, relatives,
// coordination, control and participles; what stands under a preposition; whose a noun is.
//
//   "Trump, qui a fait tuer le général":  subj(tuer) = Trump, obj(tuer) = le général
//   "Paris a demandé à Rome de partir":   subj(partir) = Rome
//
// Needs words with trees, mentions. Answers in words; people_of() turns a word into the mentions
// that it names.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "knowledge/events.h"
#include "knowledge/word_classes.h"
#include "mentions/tree.h"

namespace selon {

class Arguments {
 public:
  // All must outlive the object.
  Arguments(const Document& doc, const Tree& tree, const WordClasses& words)
      : doc_(doc), tree_(tree), words_(words) {}

  using Words = std::vector<int32_t>;

  const WordClasses& words() const { return words_; }

  // Heads of the phrases in that slot of a verb, noun or adjective; coordination is not opened yet.
  // `active`: the verb's own meaning is active, whatever its form ("s'est rendu").
  Words fill(int32_t trigger, const Slot& slot, bool active = false) const;

  // The logical subject and object of a verb, whatever its voice and form.
  Words subject(int32_t verb) const;
  Words object(int32_t verb) const;
  // "Oslo was given ten tanks": what a passive of two objects keeps behind it, its subject being
  // whom it is given to; kNone.
  int32_t kept_object(int32_t verb) const;
  // "X a fait démissionner Y": somebody whom a causative makes act, who may also be its object,
  // "a fait tuer Y"; kNone.
  int32_t made_to(int32_t verb) const;
  // The grammatical subject, inherited by coordination, control and participles.
  Words surface_subject(int32_t verb) const;
  // "Oslo a livré des chars, une décision critiquée", "…, ce que Rome critique": of the clause that
  // the word sums up, the subject.
  Words subject_of_summed(int32_t noun) const;
  bool passive(int32_t verb) const;
  bool pronominal(int32_t verb) const;
  // Whether a word is a verb form, a participle tagged as an adjective included.
  bool verbal(int32_t word) const;

  // An infinitive with de or à that depends on a verb is its complement, whatever the parser calls
  // it.
  bool complement_like(int32_t infinitive) const;
  bool opens_adverbial(int32_t infinitive) const;
  int32_t described_by(int32_t verb) const;
  // "joined Oslo in condemning Rome": whether the gerund tells what the verb above does with its
  // object.
  bool done_together(int32_t gerund) const;
  // Whether an infinitive that hangs on a noun is of the verb whose object that noun is.
  bool controlled_object(int32_t infinitive) const;

  // The mentions that a phrase names: those of its head and conjuncts, else of the people it
  // belongs to
  // ("les exportations iraniennes" → iraniennes; "la souveraineté du pays" → le pays).
  std::vector<int32_t> people_of(int32_t word) const;

  // The verb or predicate that governs a word, itself excluded; kNone at the root.
  int32_t governor(int32_t word) const;

 private:
  // Longest chain of conjuncts, infinitives and participles that a subject is inherited through.
  static constexpr int kMaxDepth = 8;

  // arguments.cc
  static bool relative_pronoun(const Word& word);
  Words object_of_infinitive(int32_t verb) const;
  Words predicates(int32_t verb) const;
  Words adjectives(int32_t noun) const;
  Words names_before(int32_t noun) const;
  Words possessives(int32_t noun) const;
  Words bearer(int32_t trigger) const;
  bool put_before(int32_t noun) const;

  // arguments_voice.cc
  bool finite(int32_t verb) const;
  bool bare_past(int32_t verb) const;
  bool headline_passive(int32_t verb) const;
  bool perfect_active(int32_t verb) const;
  bool perfect_with_be(int32_t verb) const;

  // arguments_subject.cc
  Words surface_subject(int32_t verb, int depth) const;
  Words own_subject(int32_t verb) const;
  int32_t subject_in_complement(int32_t verb) const;
  int32_t antecedent_of(int32_t pronoun, int32_t verb) const;
  Words inherited_subject(int32_t verb, int depth) const;
  Words subject_of_conjunct(int32_t verb, int depth) const;
  int32_t name_above_infinitive(int32_t verb) const;
  Words subject_in_noun(int32_t verb, int depth) const;
  Words subject_of_predicate(int32_t verb, int depth) const;
  Words controller(int32_t verb, int depth) const;
  Words subject_of_adverbial(int32_t verb, int depth) const;
  Words together(int32_t gerund) const;
  int32_t blamed_beside(int32_t participle) const;
  bool gerund_of_object(int32_t verb) const;
  bool already_done(int32_t infinitive) const;
  int32_t people_before_gerund(int32_t verb) const;
  int32_t compounded_agent(int32_t participle) const;
  bool alone(int32_t pronoun) const;

  // arguments_object.cc
  int32_t relative_head(int32_t verb) const;
  bool people(int32_t noun) const;
  bool bare_clause(int32_t verb) const;
  bool bare_relative(int32_t verb) const;
  int32_t before_relative(int32_t verb) const;
  int32_t inverted_subject(int32_t verb) const;
  int32_t inverted_speaker(int32_t verb) const;
  int32_t negated_object(int32_t verb) const;
  int32_t partitive_object(int32_t verb) const;
  int32_t hidden_object(int32_t verb) const;
  Words subject_of_complement(int32_t verb) const;

  // arguments_complements.cc
  Words complements(int32_t trigger, const Slot& slot) const;
  bool done_to_subject(int32_t verb) const;
  Words under_manner(int32_t noun, std::string_view preposition) const;
  Words near_noun(int32_t noun, std::string_view preposition) const;
  Words near_verb(int32_t verb, std::string_view preposition) const;
  Words under(int32_t head, std::string_view preposition) const;
  Words hung_under(int32_t head, std::string_view preposition, bool to_dative) const;
  Words under_dont(int32_t head) const;
  Words first_of_two_objects(int32_t verb) const;
  Words under_adverb(int32_t head, std::string_view adverb) const;
  bool relative_of(int32_t pronoun, std::string_view preposition) const;

  // arguments_by_place.cc: by the order of words, where the tree is silent
  int32_t before_aside(int32_t word) const;
  Words subject_before(int32_t verb) const;
  Words list_before(int32_t last) const;
  Words with_list_before(int32_t first) const;
  int32_t conjunct_with_and(int32_t first) const;
  Words object_after(int32_t verb) const;
  int32_t opening_of(int32_t verb) const;
  Words dependents(int32_t head) const;
  // The first and last word of what hangs on a word.
  int32_t first_of(int32_t word) const;
  int32_t last_of(int32_t word) const;
  Words along(int32_t noun, std::string_view preposition) const;

  // arguments_people.cc
  void add_people(int32_t word, int depth, std::vector<int32_t>& out) const;
  bool set_aside(int32_t phrase) const;
  bool only_near(int32_t phrase) const;
  int32_t named_beside(int32_t at) const;
  int32_t named_such(int32_t at) const;
  bool other_side(int32_t at, int32_t conjunct) const;
  bool next_in_list(int32_t at, int32_t apposed) const;
  void keep_genitive(Words& genitives) const;
  int32_t conjunct_beyond(int32_t word, int32_t trigger) const;

  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const WordClasses& words_;
};

}  // namespace selon
