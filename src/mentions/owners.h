// Whose a described person or body is: the states, bodies and people that its phrase names, and
// where it is as a last sign.
//
//   "les officiers US/OTAN"             nations: US, OTAN
//   "le chef d'état-major de Kiev"      nations: Kiev, below the title
//   "les alliés de Kiev", "son chef"    owners: they are not Kiev's own
//   "les habitants de la ville de Kiev" where: Kiev
//
// Needs words with trees, names. Internal to the room.
#pragma once
#include <cstdint>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "mentions/candidates.h"
#include "mentions/names.h"
#include "mentions/noun_senses.h"
#include "mentions/tree.h"

namespace selon {

class Owners {
 public:
  // All must outlive the object; `name_at`: the first name that covers a word, or kNone.
  Owners(const Document& doc, const Tree& tree, const NounSenses& senses,
         const std::vector<Name>& names, const std::vector<int32_t>& name_at)
      : doc_(doc),
        tree_(tree),
        senses_(senses),
        names_(names),
        name_at_(name_at),
        lang_(lang_of(doc.meta.language)) {}

  // Adds the nations and owners of the phrase that `head` heads.
  void find(Candidate& c, int32_t head) const { owner(c, head, 0); }
  // Adds where they are, when that may tell whose they are.
  void find_place(Candidate& c, int32_t head) const;

 private:
  void owner(Candidate& c, int32_t head, int depth) const;
  void add_nation(Candidate& c, int32_t word) const;
  void add_joined(Candidate& c) const;
  void affiliation(Candidate& c, int32_t head) const;
  bool named(int32_t word) const { return name_at_[word] != kNone; }
  bool nation_name(int32_t word) const;
  int32_t behind_article(int32_t word) const;
  bool capitals(int32_t word) const;
  void place(Candidate& c, int32_t word) const;

  const Document& doc_;
  const Tree& tree_;
  const NounSenses& senses_;
  const std::vector<Name>& names_;
  const std::vector<int32_t>& name_at_;
  const Lang lang_;
};

}  // namespace selon
