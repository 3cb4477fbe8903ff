// Mends what no treebank has: two subjects of one verb, a coordination whose second half is no
// conjunct, a clause with "que" joined to one without, a subject under a preposition, a conjunction
// behind its clause, arcs that cross.
//
//   "L'alliance entre l'Iran et la Syrie tient."  with  nsubj(tient, Syrie), cc(Syrie, et)
//   → conj(Iran, Syrie)
//
// The network chooses each word's head and relation by itself. Where the choices together break a
// rule that gold trees keep, the words that take part are tried under their next best heads and
// relations, and the change that pays most is made, until none does: a hill climb on the
// log-probability of the tree less a price for every broken rule, after the constraints of Martins
// et al., "Concise integer linear programming formulations for dependency parsing" (ACL 2009).
// docs/parser.md says what it is worth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace selon {

// What the rules need to know of a relation, whatever its subtype.
enum class RelationRole : std::uint8_t {
  kOther,
  kRoot,
  kSubject,      // nsubj, csubj
  kObject,       // obj
  kClause,       // ccomp, xcomp: one of each, behind its head
  kModifier,     // acl, appos, flat, fixed: behind its head
  kConjunct,     // conj
  kConjunction,  // cc
  kCase,         // case
  kMark,         // mark
  kPunctuation,  // punct
  kParataxis     // parataxis
};
std::vector<RelationRole> roles_of(const std::vector<std::string_view>& relations);

struct RepairTree {
  std::vector<int> heads;                // [0] unused; 0 is the root
  std::vector<std::uint16_t> relations;  // [0] unused; lines of the list given to roles_of()
};

struct RepairScores {
  // Log-probability of each head of `dependent` (1 … words): words + 1 values.
  std::function<const float*(std::size_t dependent)> heads;
  // Log-probability of each relation of `dependent` below `head`; valid until the next call.
  std::function<const float*(std::size_t dependent, std::size_t head)> relations;
};

// What the broken rules cost together, in units of log-probability; 0: none is broken.
float price_of(const RepairTree& tree, const std::vector<RelationRole>& roles);

// Changes the tree in place; true when it did. It stays a tree with the same root, and its price
// falls. The work is that of some hundred looks at the sentence for every broken rule; sentences
// without one cost one look.
bool repair(RepairTree& tree, const std::vector<RelationRole>& roles, const RepairScores& scores);

}  // namespace selon
