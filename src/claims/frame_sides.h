// Who fills the slots of a row's frame, by the tree alone; participants.h corrects what a frame
// reads wrongly.
//
//   subj>contre    "Oslo a mené une attaque contre Rome"    Oslo → Rome
//
// Needs words with trees, mentions.
#pragma once
#include <cstdint>
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"
#include "claims/where_held.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class FrameSides {
 public:
  // All must outlive the object.
  FrameSides(const Document& doc, const Tree& tree, const Arguments& arguments,
             const EventLexicon& lexicon)
      : doc_(doc),
        tree_(tree),
        arguments_(arguments),
        lexicon_(lexicon),
        where_(doc, tree, arguments, lexicon) {}

  // The mentions in these slots.
  std::vector<int32_t> fill(const FoundEvent& e, const std::vector<Slot>& slots) const;
  bool weapon(int32_t w) const { return lexicon_.words().is(word(w).lemma, WordClass::kWeapon); }
  bool armed_with(const FoundEvent& e, int32_t filler) const;
  const WhereHeld& where() const { return where_; }

 private:
  std::vector<int32_t> in_slot(const FoundEvent& e, const Slot& slot) const;
  std::vector<int32_t> beside_slot(const FoundEvent& e, const Slot& slot) const;
  std::vector<int32_t> place_of_thing(const FoundEvent& e) const;
  bool force_on_thing(const FoundEvent& e) const;
  bool beside_somebody(const FoundEvent& e, const Slot& slot, int32_t filler) const;
  bool sets_scene(const FoundEvent& e, int32_t filler) const;
  std::vector<int32_t> doers(int32_t noun) const;
  bool only_what_is_sent(const FoundEvent& e, int32_t filler) const;
  bool judges(const FoundEvent& e, int32_t filler) const;
  std::vector<int32_t> makers(const FoundEvent& e, int32_t thing) const;
  bool undergone(int32_t noun) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const WhereHeld where_;
};

}  // namespace selon
