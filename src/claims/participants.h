// Who takes part in an event: whoever fills its row's frame, then one correction for each way of
// speaking that a frame alone reads wrongly.
//
//   subj>contre    "Oslo a mené une attaque contre Rome"    Oslo → Rome
//   A&B            "la rencontre entre Oslo et Rome"         both, as actors
//   adj>…          "une marche anti-russe"                   against Russia, not by it
//
// Needs words with trees, mentions, attributions.
#pragma once
#include <cstdint>
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"
#include "claims/frame_sides.h"
#include "claims/voice_map.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class Participants {
 public:
  // All must outlive the object.
  Participants(const Document& doc, const Tree& tree, const Arguments& arguments,
               const EventLexicon& lexicon)
      : doc_(doc),
        tree_(tree),
        arguments_(arguments),
        lexicon_(lexicon),
        frame_(doc, tree, arguments, lexicon),
        voices_(doc) {}

  // Fills the event's actors and recipients; those it has are whom a light verb lends it. False
  // when its row needs somebody who is not there.
  bool fill(FoundEvent& e) const;

 private:
  // The two sides of an event while they are being found; mentions.
  struct Sides {
    std::vector<int32_t> actors, recipients;
    // Whether an event between parties lacks one: "entre X et Y" names all, "avec Y" the others.
    bool lack_one() const { return actors.empty() || actors.size() + recipients.size() < 2; }
  };

  bool to_each_other(const FoundEvent& e, const Sides& s) const;
  bool several(const std::vector<int32_t>& actors) const;
  bool all_among(int32_t mention, const std::vector<int32_t>& actors) const;
  bool nobodys(int32_t mention) const;
  void take_armed(const FoundEvent& e, Sides& s) const;
  void drop_where_held(FoundEvent& e, Sides& s) const;
  void drop_prefixed(Sides& s) const;
  void drop_nobodys(Sides& s) const;
  void add_against(const FoundEvent& e, Sides& s) const;
  void take_doer_before(const FoundEvent& e, Sides& s) const;
  void drop_own_share(const FoundEvent& e, Sides& s) const;
  void add_owner_of_phrase(const FoundEvent& e, Sides& s) const;
  void add_doer_of_phrase(const FoundEvent& e, Sides& s) const;
  void take_opposed(FoundEvent& e, Sides& s) const;
  void split_owners(const FoundEvent& e, Sides& s) const;
  void take_victim(const FoundEvent& e, Sides& s) const;
  void add_aimed_at(const FoundEvent& e, Sides& s) const;
  void prefer_lent_recipient(const FoundEvent& e, Sides& s) const;
  void take_lent(const FoundEvent& e, Sides& s) const;
  void take_whose_clause(const FoundEvent& e, Sides& s) const;
  void take_blamed(const FoundEvent& e, Sides& s) const;
  void take_denier(const FoundEvent& e, Sides& s) const;
  std::vector<int32_t> handler(const FoundEvent& e) const;
  void take_parties_around(const FoundEvent& e, Sides& s) const;
  void take_those_sent(const FoundEvent& e, Sides& s) const;
  void take_speaker(const FoundEvent& e, Sides& s) const;
  void add_whose_enemy(const FoundEvent& e, Sides& s) const;
  void add_whose_allies(const FoundEvent& e, Sides& s) const;

  // participants_needs.cc
  bool generic_you(const Sides& s) const;
  bool points_back(const FoundEvent& e) const;
  bool has_needed(const FoundEvent& e, const Sides& s) const;
  bool somebody_takes_part(const FoundEvent& e) const;
  bool only_describes(const FoundEvent& e) const;
  bool person_under(const FoundEvent& e) const;
  bool of_many(int32_t word) const;
  bool human(int32_t mention) const;
  bool known(int32_t mention) const;

  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const FrameSides frame_;
  const VoiceMap voices_;
};

}  // namespace selon
