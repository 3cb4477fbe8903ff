// Gives every name of a document its entity: one for "Ada Byron", "Byron" and "M. Byron"; one for a
// body and its acronym. Internal to coreference.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "mentions/candidates.h"
#include "mentions/entities.h"
#include "mentions/tree.h"

namespace selon {

class NameEntities {
 public:
  // Sets the entity of every candidate that is or holds a name.
  NameEntities(const Document& doc, const Tree& tree, Candidates& candidates, EntityTable& table);

  int32_t entity(int32_t name) const { return entities_[name]; }
  // The candidate of a name, also one that a title opens; kNone: it is part of another word's.
  int32_t candidate(int32_t name) const { return candidates_[name]; }

  // "Ligue ouvrière unie (LOU)" and, elsewhere, "la LOU": initials of a body named here.
  void link_acronyms();

 private:
  void remember_parts(const std::string& key, int32_t entity);
  int32_t table_name(size_t index);
  bool plural_name(const Name& name) const;
  int32_t unknown(const Name& name);
  void name_roles(const Name& name, int32_t entity);
  void link_bracketed();
  void link_bare();
  bool initials(const Candidate& full, std::string_view acronym) const;

  const Document& doc_;
  const Tree& tree_;
  Candidates& all_;
  std::vector<Candidate>& list_;
  EntityTable& table_;
  std::vector<int32_t> candidates_, entities_;  // by name
  std::unordered_map<std::string, int32_t> surnames_, first_names_;
  std::unordered_map<int32_t, int32_t> same_;  // entity → the one it turned out to be
};

}  // namespace selon
