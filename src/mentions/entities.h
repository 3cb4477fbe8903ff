// The entities of one document while they are being found: those of the tables by slug, unknown
// ones by name, office and head noun. Internal to the room.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "mentions/candidates.h"

namespace selon {

// Where somebody belongs: a country, or an organisation without one.
struct Origin {
  std::string base, country;  // IRN IRN; NATO, empty
  std::string of;             // what offices are counted by: alpha-3 or an organisation's slug
  int32_t entity = kNone;     // the state, organisation or person itself
  bool operator==(const Origin& o) const { return base == o.base; }
};

class EntityTable {
 public:
  EntityTable(const Actors& actors, PartialDay day) : actors_(actors), day_(day) {}

  // The entity of somebody in the tables.
  int32_t of_actor(const Actor& actor);
  int32_t state(std::string_view country);  // kNone: no such country
  std::string state_of_the_time(std::string_view country) const {
    return std::string(actors_.state_of_the_time(country, day_));
  }
  // A new one that only this document knows.
  int32_t local(EntityKind kind, std::string name, const Origin* origin, std::string_view sector);
  // One for all mentions of the same description: same key, same entity.
  int32_t keyed(const std::string& key, EntityKind kind, const std::string& name,
                const Origin* origin, std::string_view sector);
  int32_t find_key(const std::string& key) const;
  void add_key(const std::string& key, int32_t entity) { keys_.emplace(key, entity); }
  int32_t group(const std::vector<int32_t>& members, std::string name);

  Origin origin(int32_t entity) const;
  // What is learnt about somebody unknown: origin, office.
  void enrich(int32_t entity, const Origin* origin, std::string_view sector, bool office);
  // Roles are "president", "ministre": what a later description may call the entity.
  void add_role(int32_t entity, const std::string& role) { roles_[entity].insert(role); }
  bool has_role(int32_t entity, const std::string& role) const;
  const std::set<std::string>& roles(int32_t entity) const;
  // Whether the text gives it a name of its own.
  void mark_named(int32_t entity) { named_.insert(entity); }
  bool named(int32_t entity) const { return named_.contains(entity); }
  // Whether the tables know the entity by a name with most of these words: "Agence pour l'énergie
  // atomique" beside "Agence internationale de l'énergie atomique".
  bool called_like(int32_t entity, std::string_view text, Lang lang) const;
  const Actor* actor(int32_t entity) const { return origins_[entity].actor; }

  Entity& operator[](int32_t entity) { return list_[entity]; }
  const Entity& operator[](int32_t entity) const { return list_[entity]; }
  std::vector<Entity> take() { return std::move(list_); }

 private:
  struct Known {
    const Actor* actor = nullptr;
    Origin origin;
  };
  int32_t add(Entity entity, Known known);

  const Actors& actors_;
  const PartialDay day_;
  std::vector<Entity> list_;
  std::vector<Known> origins_;
  std::unordered_map<std::string, int32_t> slugs_, keys_;
  std::unordered_set<int32_t> named_;
  std::unordered_map<int32_t, std::set<std::string>> roles_;  // in order: same output each time
};

}  // namespace selon
