#include "claims/fillers.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/parties.h"
#include "mentions/lookup.h"

namespace selon {

bool only_an_act(const Document& doc, const EventLexicon& lexicon, const FoundEvent& e,
                 const Slot& slot, int32_t filler) {
  if (slot.kind != SlotKind::kPreposition || (slot.preposition != "à" && slot.preposition != "at"))
    return false;
  const auto tells = [&](std::string_view event) {
    const EventLexicon::Entries& nouns = lexicon.nouns(lower(doc.words[filler].lemma));
    return std::any_of(nouns.begin(), nouns.end(),
                       [&](const EventEntry& n) { return n.parts.empty() && n.event == event; });
  };
  const std::string& type = e.entry->event;
  if (type == "COOPERATE") return tells("ASSAULT");
  return (type == "AID" || type == "ASSAULT" || type == "COERCE" || type == "SANCTION" ||
          type == "RETREAT" || type == "MOBILIZE" || type == "CONSULT") &&
         (tells("REQUEST") || (type == "CONSULT" && tells("REJECT")));  // "au mépris de"
}

bool done_to_owner(const Document& doc, const EventLexicon& lexicon, int32_t noun) {
  if (doc.words[noun].upos != Upos::kNoun || mention_at_head(doc, noun) != kNone) return false;
  for (const EventEntry& entry : lexicon.nouns(lower(doc.words[noun].lemma))) {
    if (!entry.parts.empty() || entry.frame.reciprocal) continue;
    const auto genitive = [](const std::vector<Slot>& slots) {
      return std::any_of(slots.begin(), slots.end(), [](const Slot& s) {
        return s.kind == SlotKind::kPreposition && (s.preposition == "de" || s.preposition == "of");
      });
    };
    return genitive(entry.frame.recipient) && !genitive(entry.frame.actor);
  }
  return false;
}

int32_t doer_before(const Document& doc, const Tree& tree, const EventLexicon& lexicon,
                    int32_t noun) {
  if (doc.french() || !done_to_owner(doc, lexicon, noun)) return kNone;
  int32_t before = kNone;
  bool of = false;
  for (int32_t c : tree.children(noun)) {
    if (c < noun && doc.words[c].deprel == "nmod:poss" && mention_at_head(doc, c) != kNone)
      before = c;
    of |= c > noun && tree.is(c, "nmod") && tree.preposition(c) == "of";
  }
  return of ? before : kNone;
}

bool possessed_by(const Document& doc, const Tree& tree, int32_t mention,
                  const std::vector<int32_t>& actors) {
  const Parties own = parties(doc, {mention}), theirs = parties(doc, actors);
  if (own.empty() || !std::includes(theirs.begin(), theirs.end(), own.begin(), own.end()))
    return false;
  for (int32_t c : tree.children(doc.mentions[mention].head))
    if (doc.words[c].morph.possessive) return true;
  return false;
}

std::vector<int32_t> owners(const Document& doc, const Arguments& arguments, int32_t noun,
                            const std::vector<int32_t>& actors) {
  std::vector<int32_t> out;
  for (const Slot& slot : {Slot{SlotKind::kPreposition, "de"}, Slot{SlotKind::kPreposition, "of"},
                           Slot{SlotKind::kAdjective, {}}, Slot{SlotKind::kPossessive, {}}})
    for (int32_t w : arguments.fill(noun, slot))
      for (int32_t m : arguments.people_of(w)) out.push_back(m);
  return distinct_mentions(doc, out, actors);
}

std::vector<int32_t> parties_around(const Document& doc, const Tree& tree,
                                    const Arguments& arguments, const EventLexicon& lexicon,
                                    int32_t noun) {
  std::vector<int32_t> out;
  const std::string_view preposition = tree.preposition(noun);
  int32_t predicate = noun;
  if (tree.child(noun, "cop") == kNone) {
    if (!lexicon.words().is(preposition, WordClass::kOccasion) &&
        !(preposition == "à" && tree.child(tree.child(noun, "case"), "fixed") != kNone) &&
        !(doc.words[noun].head != kNone &&
          among(doc.words[doc.words[noun].head].lemma, {"lors", "vertu", "cadre", "application"})))
      return out;
    // "une initiative turque en consultation avec X": of whose the noun above is
    if (const int32_t above = doc.words[noun].head;
        above != kNone && tree.is(noun, "nmod") && preposition == "en" &&
        (tree.is(above, "obj") || tree.is(above, "obl") || doc.words[above].deprel == "root"))
      if (out = arguments.people_of(above); !out.empty()) return out;
    predicate = arguments.governor(noun);
    if (predicate == kNone) return out;
  }
  Arguments::Words words = arguments.subject(predicate);
  if (words.empty()) words = arguments.surface_subject(predicate);
  for (int32_t w : words)
    for (int32_t m : arguments.people_of(w)) out.push_back(m);
  return out;
}

}  // namespace selon
