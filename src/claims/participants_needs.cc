// The part of Participants that asks whether those who were found will do for the row.
#include <algorithm>

#include "base/utf8.h"
#include "claims/participants.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {

// "ces demandes", "la coopération": whose they are the text tells elsewhere, so that a noun may
// name nobody.
bool Participants::points_back(const FoundEvent& e) const {
  if (!e.nominal) return false;
  if (e.entry->frame.reciprocal) return true;
  // "la polémique entre X et Y": not of one side
  for (int32_t c : tree_.children(e.word))
    if (const std::string_view p = tree_.preposition(c); p == "entre" || p == "between")
      return false;
  return definite(doc_, tree_, e.word);
}

bool Participants::has_needed(const FoundEvent& e, const Sides& s) const {
  const EventEntry& entry = *e.entry;
  if (entry.needs_actor && s.actors.empty()) return false;
  if ((entry.needs_recipient || entry.needs_person) && s.recipients.empty()) return false;
  if (entry.needs_plural && word(e.word).morph.number == Number::kSing) return false;
  if (!entry.needs_person) return true;
  // "received a refusal of his": what is undergone by a thing is not undergone by its owner
  if (!doc_.french() && !e.nominal && !person_under(e)) return false;
  return std::any_of(s.recipients.begin(), s.recipients.end(), [&](int32_t m) { return human(m); });
}

// "You can invite people to a war": said to nobody known, it is of anybody.
bool Participants::generic_you(const Sides& s) const {
  return !s.actors.empty() && std::all_of(s.actors.begin(), s.actors.end(), [&](int32_t m) {
    return doc_.mentions[m].rule == "addressee" && resolve(doc_, m) == kNone;
  });
}

// Somebody known takes part, or a noun may still take its participants from an earlier telling.
bool Participants::somebody_takes_part(const FoundEvent& e) const {
  if (e.placed) return true;
  const auto is_known = [&](int32_t m) { return known(m); };
  return std::any_of(e.actors.begin(), e.actors.end(), is_known) ||
         std::any_of(e.recipients.begin(), e.recipients.end(), is_known) || points_back(e);
}

// "un membre du Hamas a été tué" only describes somebody; "X, membre du Hamas", "X est membre",
// "ce membre du Hamas" where X was named, say who is one.
bool Participants::only_describes(const FoundEvent& e) const {
  if (tree_.child(e.word, "cop") != kNone || tree_.is(e.word, "appos")) return false;
  for (int32_t c : tree_.children(e.word))
    if (word(c).morph.pron_type == PronType::kDem) return false;
  for (int32_t m : e.actors) {
    if (mention_at_head(doc_, e.word) != m) return false;
    const int32_t entity = resolve(doc_, m);
    for (const Mention& other : doc_.mentions)
      if (entity != kNone && other.entity == entity && other.form == MentionForm::kName)
        return false;
  }
  return true;
}

// Whether a phrase that fills the recipient's slot is somebody, not a thing of somebody's.
bool Participants::person_under(const FoundEvent& e) const {
  for (const Slot& slot : e.entry->frame.recipient)
    for (int32_t w : arguments_.fill(e.word, slot, e.entry->pronominal)) {
      if (mention_at_head(doc_, w) != kNone) return true;
      for (int32_t c : tree_.children(w))  // "dozens of protesters", "two of them"
        if (tree_.is(c, "nmod") && tree_.preposition(c) == "of" && of_many(w)) return true;
    }
  for (int32_t part : e.part_words)
    if (tree_.is(part, "case") && mention_at_head(doc_, word(part).head) != kNone) return true;
  return false;
}

// "dozens", "hundreds", "two", "a group": a word of how many.
bool Participants::of_many(int32_t w) const {
  const Word& x = word(w);
  if (x.upos == Upos::kNum || x.upos == Upos::kPron || x.upos == Upos::kDet) return true;
  return lexicon_.words().is(lower(x.lemma), WordClass::kAmount);
}

bool Participants::human(int32_t mention) const {
  if (!doc_.french() && lower(word(doc_.mentions[mention].head).form) == "it") return false;
  const int32_t e = resolve(doc_, mention);
  return e == kNone || doc_.entities[e].kind != EntityKind::kOutlet;
}

// Not a pronoun that stands for nobody known: "tell me", "it calls for".
bool Participants::known(int32_t mention) const {
  const Mention& m = doc_.mentions[mention];
  return (m.form != MentionForm::kPronoun && m.form != MentionForm::kPossessive) ||
         resolve(doc_, mention) != kNone;
}

}  // namespace selon
