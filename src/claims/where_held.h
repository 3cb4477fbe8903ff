// Where an event was, where a name beside its noun could be taken for somebody who took part.
//
//   "les attentats de Paris", "the Geneva talks", "une manifestation parisienne"
//
// Needs words with trees, mentions.
#pragma once
#include <cstdint>

#include "claims/arguments.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class WhereHeld {
 public:
  // All must outlive the object.
  WhereHeld(const Document& doc, const Tree& tree, const Arguments& arguments,
            const EventLexicon& lexicon)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon) {}

  bool says_where(int32_t adjective) const;
  bool held_there(int32_t noun, int32_t place) const;
  bool takes_place(int32_t noun) const;

 private:
  bool one_of_two(int32_t noun, int32_t name) const;
  bool done_by_force(int32_t noun) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace selon
