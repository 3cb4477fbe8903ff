#include "claims/predicates.h"

#include <algorithm>

#include "base/utf8.h"
#include "claims/arguments.h"
#include "claims/aspect.h"
#include "claims/firmness.h"
#include "claims/voice_map.h"
#include "mentions/tree.h"

namespace selon {

void find_predicates(Document& doc, const EventLexicon& lexicon) {
  const Tree tree(doc);
  const Arguments arguments(doc, tree, lexicon.words());
  const FirmnessReader firmness(doc, tree, arguments, lexicon);
  const VoiceMap voices(doc);
  std::vector<Predicate> found;
  for (const Sentence& s : doc.sentences) {
    if (s.block != kNone && !doc.blocks[s.block].prose()) continue;
    for (int32_t i = s.first_word; i < s.end_word; ++i) {
      const Upos upos = doc.words[i].upos;
      const bool predicate = arguments.verbal(i) || tree.child(i, "cop") != kNone;
      if (!predicate && upos != Upos::kNoun) continue;
      Firmness f;
      if (predicate) {
        f = firmness.of_predicate(i);
      } else {
        const EventLexicon::Entries& entries = lexicon.nouns(lower(doc.words[i].lemma));
        const bool lasts = std::any_of(entries.begin(), entries.end(), [](const EventEntry& e) {
          return e.parts.empty() && lasting(e.event);
        });
        f = firmness.of_noun(i, {.lasting = lasts || lexicon.goes_on(lower(doc.words[i].lemma))});
        if (entries.empty() && f.governors.empty() && f.polarity == Polarity::kPos) continue;
      }
      if (f.certainty == Certainty::kAsserted) f.certainty = voices.certainty(i);
      found.push_back({.word = i,
                       .mood = predicate ? firmness.mood(i) : Mood::kNone,
                       .polarity = f.polarity,
                       .certainty = f.certainty,
                       .time = f.time,
                       .hypothetical = f.hypothetical,
                       .governors = std::move(f.governors),
                       .voices = voices.chain(i)});
    }
  }
  doc.predicates = std::move(found);
}

}  // namespace selon
