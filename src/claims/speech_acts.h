// What a voice does by saying it: a promise or a threat when it speaks of its own next act, a
// demand when it says what somebody else must do.
//
//   "Oslo said it would send troops to Mali."   AGREE, not AID
//   "Oslo said it would bomb Mali."             THREATEN
//   "Oslo said Rome must pay."                  REQUEST Oslo > Rome
//
// Needs attributions, trees, mentions and the events found. The words of duty are rows of
// event_verbs.tsv whose actor is "voice": must	REQUEST	voice>subj.
#pragma once
#include <string>
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"
#include "claims/voice_map.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class SpeechActs {
 public:
  // All must outlive the object.
  SpeechActs(const Document& doc, const Tree& tree, const Arguments& arguments,
             const EventLexicon& lexicon, const VoiceMap& voices)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon), voices_(voices) {}

  // Adds the demands to `events`, in text order; a verb under one is no event of its own. So do
  // threats that say what another will suffer: "Oslo said Rome would bear the consequences".
  void add_demands(std::vector<FoundEvent>& events) const;

  // The type of the act that the event's telling is ("AGREE", "THREATEN", "REJECT"), or empty when
  // nobody speaks of an act of his own that lies ahead. `negated`: he says that he will not.
  std::string commitment(const FoundEvent& event, bool negated) const;

 private:
  bool threat(int32_t verb, FoundEvent& e) const;
  int32_t speaker(int32_t word) const;
  bool other_than(int32_t mention, int32_t speaker) const;
  bool editorial(int32_t duty, int32_t done) const;
  bool ahead(int32_t verb) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const VoiceMap& voices_;
};

}  // namespace selon
