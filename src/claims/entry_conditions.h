// Whether the words around a trigger meet what its row needs of them, before anybody is asked who
// takes part.
//
//   tirer  ASSAULT  …  obj:&weapon      "ont tiré des roquettes" holds, "ont tiré les rideaux" not
//   jurer  THREATEN …  hostile          "a juré de bombarder Oslo" holds, "a juré d'aider Oslo" not
//
// Needs words with trees, mentions. Adds nothing.
#pragma once
#include <cstdint>

#include "claims/arguments.h"
#include "claims/phrase_matcher.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class EntryConditions {
 public:
  // All must outlive the object.
  EntryConditions(const Document& doc, const Tree& tree, const Arguments& arguments,
                  const EventLexicon& lexicon, const PhraseMatcher& phrases)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon), phrases_(phrases) {}

  bool hold(int32_t trigger, const EventEntry& entry) const;

 private:
  bool holds(int32_t trigger, const LemmaCondition& condition) const;
  int32_t counted(int32_t head) const;
  bool over_hostile(int32_t governor) const;
  bool over_infinitive(int32_t governor, bool only) const;
  bool with_article(int32_t trigger) const;
  bool asks(int32_t verb) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const PhraseMatcher& phrases_;
};

}  // namespace selon
