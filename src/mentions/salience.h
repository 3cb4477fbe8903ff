// How present each entity is where a pronoun (salience.cc) or a description
// (salience_descriptions.cc) stands, after Lappin & Leass (1994). Internal to coreference.
#pragma once
#include <vector>

#include "document/document.h"
#include "mentions/candidates.h"
#include "mentions/entities.h"
#include "mentions/tree.h"

namespace selon {

class Salience {
 public:
  Salience(const Document& doc, const Tree& tree, const Candidates& candidates,
           const EntityTable& entities, const NounSenses& senses);

  struct Choice {
    int32_t candidate = kNone;
    std::vector<int32_t> group;  // entities, when the antecedent is a coordination
  };
  // The antecedent of a pronoun or possessive.
  Choice antecedent(int32_t pronoun) const;
  // The earlier candidate that "le ministre", "le diplomate", "ces soldats" takes up.
  int32_t described_before(int32_t description) const;
  // The candidate whose state is most spoken of up to here.
  std::set<std::string> states_opposite(int32_t index) const;
  int32_t state_before(int32_t candidate) const;
  // The place or state that opens the candidate's sentence: "À Oslo, le ministère …"; kNone.
  int32_t scene(int32_t candidate) const;
  // Whether a word stands under a preposition of place: "à Oslo".
  bool located(int32_t word) const;
  // The last candidate of the same armed or police sector, at most two sentences back.
  int32_t same_sector_before(int32_t candidate) const;
  // The `count` states, persons or bodies most present before a description such as "les deux
  // pays"; fewer when there are not so many.
  std::vector<int32_t> most_salient(int32_t description, int count) const;

  // Whoever is named side by side, entities; empty: no coordination.
  std::vector<int32_t> coordination(int32_t candidate) const;
  std::vector<int32_t> who_met(int32_t candidate) const;
  static bool meets(std::string_view preposition);

 private:
  static constexpr int kWindow = 4;  // sentences back to whom a pronoun or "les deux pays" looks

  int32_t entity(int32_t candidate) const;
  int distance(int32_t from, int32_t to) const;  // in sentences
  bool visible(int32_t from, int32_t to) const;  // headlines, captions and notes stand apart
  double role(int32_t word) const;
  bool agrees(const Candidate& pronoun, int32_t candidate, double& factor) const;
  bool a_satellite(const Candidate& p, const Candidate& a) const;
  bool bound(const Candidate& pronoun, const Candidate& antecedent) const;
  bool demanded(int32_t noun, int32_t subject) const;
  bool within(int32_t word, int32_t phrase, bool possessive) const;
  bool complemented(const Candidate& noun) const;
  bool of_another_kind(const Candidate& noun, const Candidate& before) const;
  bool body_of_type(int32_t entity, const Candidate& noun) const;
  bool opens_on(const Candidate& pronoun, const Candidate& antecedent) const;
  bool above(const Candidate& pronoun, const Candidate& antecedent) const;
  int32_t clause_of(int32_t word) const;
  bool first_conjunct(const Candidate& pronoun, const Candidate& antecedent) const;
  bool of_object(int32_t clause) const;
  bool shared_object(const Candidate& p, const Candidate& a) const;
  bool co_argument(const Candidate& pronoun, const Candidate& antecedent) const;

  const Document& doc_;
  const Tree& tree_;
  const Candidates& all_;
  const EntityTable& entities_;
  const NounSenses& senses_;
};

}  // namespace selon
