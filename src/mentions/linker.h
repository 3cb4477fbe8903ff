// The class behind coreference.h: names first, then descriptions and pronouns in text order.
// Internal to coreference.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "mentions/candidates.h"
#include "mentions/entities.h"
#include "mentions/main_state.h"
#include "mentions/name_entities.h"
#include "mentions/possessives.h"
#include "mentions/salience.h"
#include "mentions/taken_up.h"
#include "mentions/tree.h"

namespace selon {

class Linker {
 public:
  // All but the candidates are only read; they must outlive the object.
  Linker(const Document& doc, const Tree& tree, const Actors& actors, const NounSenses& senses,
         Candidates& candidates);

  std::vector<Entity> run();

 private:
  // coreference.cc: names, pronouns, and the order in which all are decided
  void compatriot(int32_t i);
  void describe_name(Candidate& c);
  void teach(int32_t e, const Candidate& c);
  int32_t candidate_at(int32_t word) const;
  int32_t entity(int32_t c) const;
  void link(int32_t i);
  void link_one(int32_t i);
  void refer(int32_t i, int32_t antecedent);
  void relative(int32_t i);
  void reflexive(int32_t i);
  int32_t gloss(int32_t i) const;
  void pronoun(int32_t i);
  int32_t thing_before(int32_t i) const;
  int32_t whose(int32_t thing) const;
  void refer_to_group(int32_t i, int32_t antecedent, const std::vector<int32_t>& members);
  void named_with_age(int32_t i);
  void of_the_only_state();
  void of_the_scene();
  bool opponent_at_home(const Candidate& c);
  void mark_private(int32_t i);

  // descriptions.cc: whom a noun phrase stands for, and whose it is
  std::vector<Origin> origins_of(const Candidate& c);
  bool only_joined(const Candidate& c, const Origin& origin) const;
  std::string words_of(const Candidate& c) const;
  std::string key_of(const Candidate& c, const Origin& origin) const;
  std::string town_of(const Candidate& c) const;
  EntityKind kind_of(const Candidate& c) const;
  void description(int32_t i);
  void context_of_name(int32_t i);
  bool same_as_name(int32_t i);
  bool country(int32_t i, const std::vector<Origin>& origins);
  bool other_state(int32_t i);
  bool refer_to_state(int32_t i, int32_t antecedent);
  bool said_again(int32_t i);
  int32_t holder(const Candidate& c, const Origin* origin, const std::string& office);
  int32_t called_so(int32_t i, const Origin* origin, const std::string& office);
  bool held(int32_t e, const std::string& office, const Origin& origin) const;
  static std::string role_of(const Candidate& c, const std::string& role);
  int32_t titled_before(int32_t i, const Origin& origin);
  int32_t described(int32_t i, const Origin* origin);
  int32_t finish(int32_t e, const Candidate& c);
  bool back_reference(int32_t i);
  std::vector<Origin> context(int32_t i);
  int32_t state_at(int32_t place);
  int32_t place_of_event(int32_t i) const;
  int32_t state_of_court(int32_t i);
  bool from_elsewhere(const Candidate& c, int32_t clause) const;
  bool of_state(const Candidate& c) const;
  bool restricted(const Candidate& c) const;
  bool numbered_group(int32_t i);

  const Document& doc_;
  const Tree& tree_;
  const Actors& actors_;
  const NounSenses& senses_;
  Candidates& all_;
  std::vector<Candidate>& list_;
  const PartialDay day_;
  const Lang lang_;
  EntityTable table_;
  NameEntities names_;
  Salience salience_;
  const Possessives owners_;
  const TakenUp taken_up_;
  const MainState main_;
  std::map<int32_t, Origin> joined_;  // of an entity: the body across countries that it joined
  std::unordered_map<int32_t, std::string> towns_;  // of an entity: whose mayor it is
  int depth_ = 0;
  std::vector<bool> done_;
};

}  // namespace selon
