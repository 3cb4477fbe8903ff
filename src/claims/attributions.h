// Finds who says what: cue, source and content of every attribution, nested into chains.
//
//   "D'après le quotidien, le ministre a confirmé que l'armée avait frappé."
//     D'après        le quotidien   le ministre a confirmé que l'armée avait frappé
//     a confirmé     le ministre    l'armée avait frappé                            parent: D'après
//
// A claim's chain of voices is read with claims/voice_map.h. The document's own outlet and author
// are never a voice, and neither is "je": in a turn or quotation he is the speaker already.
// Needs blocks, sentences, words with trees, mentions, entities, quotations (quotations.h). Adds
// attributions; a quotation that turns out to have a speaker becomes speech.
#pragma once
#include <string>

#include "document/document.h"
#include "knowledge/reporting.h"
#include "selon/result.h"

namespace selon {

class AttributionFinder {
 public:
  // Reads the French and English tables. kNotFound, kBadFormat.
  static Result<AttributionFinder> open(const std::string& data_dir);

  // Mends the trees where a participle of saying is the speaker's (speech_participles.h); before
  // mentions.
  void mend(Document& doc) const;
  void run(Document& doc) const;

 private:
  const ReportingLexicon& of(const Document& doc) const {
    return doc.french() ? french_ : english_;
  }

  ReportingLexicon french_, english_;
};

}  // namespace selon
