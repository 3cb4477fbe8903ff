// Whose words each word of a document is, after the attributions are found.
//
//   "D'après le quotidien, le ministre a confirmé que l'armée avait frappé."
//   chain(frappé) = {d'après, a confirmé}     chain(tient) = {} in "La trêve tient."
//
// A verb of saying that governs a clause ("dément que", "exige que") or says what something is
// ("se dit satisfait", "qualifie X de crime") tells its speaker's act in his own words: as the
// trigger of an event it has him as innermost voice too. The bare act ("accuse X", "parle à Y") has
// not.
#pragma once
#include <cstdint>
#include <vector>

#include "document/document.h"

namespace selon {

class VoiceMap {
 public:
  explicit VoiceMap(const Document& doc);  // the document must outlive it

  // The innermost attribution whose content holds the word; kNone: the narrator's own words.
  int32_t innermost(int32_t word) const { return innermost_[word]; }
  // Indices into doc.attributions, outermost first: a claim's `voices`. An attribution that names
  // nobody ("on dit que", "est accusé de") is no voice and is left out.
  std::vector<int32_t> chain(int32_t word) const;
  // How firmly the cues around the word present it: the weakest of the chain, nameless ones
  // included. "Le Kremlin dément que X soit malade": denied.
  Certainty certainty(int32_t word) const;

 private:
  bool told_beside(int32_t word, int32_t cue) const;
  bool describes(int32_t participle) const;
  bool after_or_before(int32_t clause) const;

  const Document& doc_;
  std::vector<int32_t> innermost_;
};

}  // namespace selon
