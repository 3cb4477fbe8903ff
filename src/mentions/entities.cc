#include "mentions/entities.h"

#include <algorithm>

#include "base/utf8.h"

namespace selon {

namespace {

// A state's people carry their sector; those of an organisation its code alone: NATO, HEZ.
std::string code_of(const Origin& origin, const std::string& sector) {
  if (origin.base == "UNK") return "UNK";
  return origin.base == origin.country ? origin.base + sector : origin.base;
}

}  // namespace

int32_t EntityTable::add(Entity entity, Known known) {
  const auto index = static_cast<int32_t>(list_.size());
  if (entity.id.empty()) entity.id = "local/" + std::to_string(index);
  known.origin.entity = index;
  list_.push_back(std::move(entity));
  origins_.push_back(std::move(known));
  return index;
}

int32_t EntityTable::of_actor(const Actor& actor) {
  const auto it = slugs_.find(actor.slug);
  if (it != slugs_.end()) return it->second;
  const Actors::Role role = actors_.role(actor, day_);
  Entity e;
  e.id = actor.slug;
  e.name = actor.name;
  e.code = role.code.empty() ? actor.code() : role.code;
  e.country = std::string(role.country.empty() ? std::string_view(actor.country) : role.country);
  e.sector = std::string(role.sector.empty() ? std::string_view(actor.sector) : role.sector);
  e.gender = actor.gender;
  e.plural = actor.plural;
  switch (actor.kind) {
    case ActorKind::kCountry:
      e.kind = EntityKind::kState;
      break;
    case ActorKind::kPeople:
      e.kind = EntityKind::kPeople;
      break;
    case ActorKind::kOrganisation:
      e.kind = EntityKind::kOrganisation;
      break;
    case ActorKind::kOutlet:
      e.kind = EntityKind::kOutlet;
      break;
    case ActorKind::kPerson:
      e.kind = EntityKind::kPerson;
      break;
  }
  Known known;
  known.actor = &actor;
  // A person belongs where the office of the day is; "IRNGOV" without its sector is the base.
  known.origin.base = actor.base;
  if (actor.kind == ActorKind::kPerson && !role.code.empty())
    known.origin.base = role.code.substr(0, role.code.size() - role.sector.size());
  const bool own_offices =
      actor.kind == ActorKind::kOrganisation || actor.kind == ActorKind::kPeople;
  known.origin.of = own_offices ? actor.slug : e.country;
  known.origin.country = e.country;
  const int32_t index = add(std::move(e), std::move(known));
  slugs_.emplace(actor.slug, index);
  if (role.office) add_role(index, role.office->kind);
  return index;
}

int32_t EntityTable::state(std::string_view country) {
  const Actor* actor = country.empty() ? nullptr : actors_.country(country);
  return actor ? of_actor(*actor) : kNone;
}

int32_t EntityTable::local(EntityKind kind, std::string name, const Origin* origin,
                           std::string_view sector) {
  Entity e;
  e.kind = kind;
  e.name = std::move(name);
  e.sector = std::string(sector);
  Known known;
  if (origin) known.origin = *origin;
  if (known.origin.base.empty()) known.origin.base = "UNK";
  if (known.origin.base == "UNK" && sector == "NGO") known.origin.base = "NGO";
  e.country = known.origin.country;
  e.code = code_of(known.origin, e.sector);
  return add(std::move(e), std::move(known));
}

int32_t EntityTable::keyed(const std::string& key, EntityKind kind, const std::string& name,
                           const Origin* origin, std::string_view sector) {
  const int32_t known = find_key(key);
  if (known != kNone) return known;
  const int32_t e = local(kind, name, origin, sector);
  keys_.emplace(key, e);
  return e;
}

int32_t EntityTable::find_key(const std::string& key) const {
  const auto it = keys_.find(key);
  return it == keys_.end() ? kNone : it->second;
}

int32_t EntityTable::group(const std::vector<int32_t>& members, std::string name) {
  std::string key = "group";
  for (int32_t m : members) key += "|" + std::to_string(m);
  const int32_t known = find_key(key);
  if (known != kNone) return known;
  Origin origin = this->origin(members.front());
  for (int32_t m : members)
    if (origin.base != this->origin(m).base) origin = {};
  const int32_t e = local(list_[members.front()].kind, std::move(name), &origin, "");
  list_[e].plural = true;
  list_[e].members = members;
  keys_.emplace(key, e);
  return e;
}

Origin EntityTable::origin(int32_t entity) const {
  Origin o = origins_[entity].origin;
  o.entity = entity;
  return o;
}

void EntityTable::enrich(int32_t entity, const Origin* origin, std::string_view sector,
                         bool office) {
  Entity& e = list_[entity];
  if (office) e.is_public = true;
  Known& known = origins_[entity];
  if (known.actor) return;
  if (e.sector.empty()) e.sector = std::string(sector);
  if (known.origin.base == "UNK" && origin && origin->base != "UNK") {
    known.origin.base = origin->base;
    known.origin.country = origin->country;
    known.origin.of = origin->of;
    e.country = origin->country;
  }
  if (known.origin.base == "UNK" && e.sector == "NGO") known.origin.base = "NGO";
  e.code = code_of(known.origin, e.sector);
}

bool EntityTable::has_role(int32_t entity, const std::string& role) const {
  const auto it = roles_.find(entity);
  return it != roles_.end() && it->second.contains(role);
}

bool EntityTable::called_like(int32_t entity, std::string_view text, Lang lang) const {
  constexpr size_t kStem = 5, kShort = 3;  // letters: "atomique" is "atom…", "de" says nothing
  const auto stems = [](std::string_view name) {
    std::set<std::string> out;
    std::string word;
    for (const char c : fold(name) + " ") {
      const bool letter = c != ' ' && c != '-' && c != '\'';
      if (letter) word += c;
      if (letter || word.empty()) continue;
      if (word.size() > kShort) out.insert(word.substr(0, kStem));
      word.clear();
    }
    return out;
  };
  const Actor* who = actor(entity);
  if (!who) return false;
  const std::set<std::string> own = stems(text);
  for (const Actors::Name& name : actors_.names_of(*who, lang)) {
    const std::set<std::string> known = stems(name.text);
    size_t shared = 0;
    for (const std::string& stem : own) shared += known.contains(stem);
    if (shared > 0 && 2 * shared >= std::max(own.size(), known.size())) return true;
  }
  return false;
}

const std::set<std::string>& EntityTable::roles(int32_t entity) const {
  static const std::set<std::string> kNoRoles;
  const auto it = roles_.find(entity);
  return it == roles_.end() ? kNoRoles : it->second;
}

}  // namespace selon
