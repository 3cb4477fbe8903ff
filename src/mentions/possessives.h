// Owners that grammar names, whoever else is spoken of: "Oslo et ses alliés", "avant son départ, le
// ministre …". Internal to coreference.
#pragma once
#include "document/document.h"
#include "mentions/candidates.h"
#include "mentions/tree.h"

namespace selon {

class Possessives {
 public:
  Possessives(const Document& doc, const Tree& tree, const Candidates& candidates)
      : doc_(doc), tree_(tree), all_(candidates) {}

  // The candidate that a word heads or is part of; kNone: nobody.
  int32_t candidate_at(int32_t word) const;
  // Of a possessive behind "X et"; kNone: no such.
  int32_t conjoined(int32_t possessive) const;
  // Of a possessive under an infinitive that is an object's act: that object; kNone: no such.
  int32_t controlled(int32_t possessive) const;
  // Of a possessive that opens its clause, before the subject; kNone: no such.
  int32_t fronted(int32_t possessive) const;

 private:
  int32_t behind_comma(int32_t possessive) const;
  bool says_when(int32_t possessive) const;
  int32_t owner(const Candidate& possessive, int32_t subject) const;

  const Document& doc_;
  const Tree& tree_;
  const Candidates& all_;
};

}  // namespace selon
