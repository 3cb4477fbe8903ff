#include "claims/frame_sides.h"

#include <algorithm>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/aspect.h"
#include "claims/fillers.h"
#include "claims/through_things.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Whether troops are sent by that noun: "l'envoi", "le déploiement".
bool sends(const EventLexicon& lexicon, const std::string& noun) {
  const EventLexicon::Entries& rows = lexicon.nouns(lower(noun));
  return std::any_of(rows.begin(), rows.end(), [](const EventEntry& entry) {
    return entry.event == "MOBILIZE" && entry.mode == "troops";
  });
}

}  // namespace

// Whoever the frame's slots name: the first slot that is filled wins, but between parties all
// count.
std::vector<int32_t> FrameSides::fill(const FoundEvent& e, const std::vector<Slot>& slots) const {
  std::vector<int32_t> out;
  // "le rejet par Oslo de la proposition chilienne": whoever stands under "par" does it
  bool by = false;
  if (doc_.french() && e.nominal && &slots == &e.entry->frame.actor)
    for (int32_t c : tree_.children(e.word))
      by |=
          tree_.is(c, "nmod") && tree_.preposition(c) == "par" && mention_at_head(doc_, c) != kNone;
  for (const Slot& slot : slots) {
    if (!out.empty() && !e.entry->frame.reciprocal) break;
    if (by && slot.preposition == "de") continue;
    std::vector<int32_t> found = in_slot(e, slot);
    if (doc_.french() && found.empty() && out.empty()) found = beside_slot(e, slot);
    out.insert(out.end(), found.begin(), found.end());
  }
  // "opened fire on protesters near Oslo": a later slot of the verb comes before what its object
  // leads to
  for (const Slot& slot : slots)
    if (!doc_.french() && out.empty()) out = beside_slot(e, slot);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<int32_t> FrameSides::in_slot(const FoundEvent& e, const Slot& slot) const {
  std::vector<int32_t> out;
  // "les attaques subies par Oslo": whoever undergoes them
  if (slot.preposition == "par" && !e.nominal && arguments_.passive(e.word) &&
      std::any_of(e.entry->frame.recipient.begin(), e.entry->frame.recipient.end(),
                  [](const Slot& s) { return s.kind == SlotKind::kSubject; }))
    return out;
  if (slot.kind == SlotKind::kSubject && !e.nominal && !e.entry->frame.takes_object())
    if (const int32_t made = arguments_.made_to(e.word);
        made != kNone &&
        // "a fait dissoudre le Parlement": the phrase's own noun does nothing
        std::find(e.part_words.begin(), e.part_words.end(), made) == e.part_words.end())
      return arguments_.people_of(made);  // "a fait démissionner Y"
  for (int32_t w : arguments_.fill(e.word, slot, e.entry->pronominal)) {
    if (only_an_act(doc_, lexicon_, e, slot, w)) continue;
    if (slot.kind == SlotKind::kAdjective && where_.says_where(w)) continue;
    if (slot.kind == SlotKind::kSubject && doc_.french() && undergone(w))
      if (const std::vector<int32_t> who = doers(w); !who.empty()) {
        out.insert(out.end(), who.begin(), who.end());
        continue;
      }
    if (slot.kind == SlotKind::kSubject && undergone(w)) {  // "la frappe américaine a tué"
      for (int32_t by : arguments_.fill(w, Slot{SlotKind::kAdjective, {}}))
        if (word(by).upos != Upos::kNoun)
          for (int32_t m : arguments_.people_of(by)) out.push_back(m);
      continue;
    }
    // "a protest at the arrest of X": not at X
    if (!doc_.french() && e.nominal && slot.kind == SlotKind::kPreposition &&
        (e.entry->event == "PROTEST" || e.entry->event == "ACCUSE") &&
        done_to_owner(doc_, lexicon_, w) && mention_at_head(doc_, w) == kNone) {
      const int32_t before = doer_before(doc_, tree_, lexicon_, w);
      Arguments::Words by = arguments_.fill(w, Slot{SlotKind::kPreposition, "by"});
      if (before != kNone) by.push_back(before);
      for (int32_t doer : by)
        for (int32_t m : arguments_.people_of(doer)) out.push_back(m);
      continue;
    }
    // "the exchange of prisoners between X and Y": what is exchanged is no party
    if (!doc_.french() && e.nominal && e.entry->frame.reciprocal &&
        std::find(e.part_words.begin(), e.part_words.end(), w) != e.part_words.end())
      continue;
    if (armed_with(e, w) || beside_somebody(e, slot, w) || sets_scene(e, w) || judges(e, w) ||
        only_what_is_sent(e, w))
      continue;
    // "Washington et ses alliés, Moscou et …": the noun itself, not what it is coordinated with
    const auto own = w == e.word ? mentions_at(doc_, w) : std::pair<int32_t, int32_t>{0, 0};
    for (int32_t m = own.first; m < own.second; ++m) out.push_back(m);
    if (own.first != own.second) continue;
    std::vector<int32_t> people = arguments_.people_of(w);
    std::erase_if(people, [&](int32_t m) {       // "condamne les attentats de Paris"
      const int32_t at = doc_.mentions[m].head;  // "punir les auteurs de l'attentat de Paris", too
      return at != w && (where_.held_there(w, at) || (doc_.french() && word(at).head != kNone &&
                                                      where_.held_there(word(at).head, at)));
    });
    if (people.empty() && slot.kind == SlotKind::kSubject) people = makers(e, w);
    if (people.empty() && slot.kind == SlotKind::kSubject && doc_.french()) people = doers(w);
    if (people.empty() && !e.nominal)
      for (int32_t subject : arguments_.subject_of_summed(w))
        for (int32_t m : arguments_.people_of(subject)) people.push_back(m);
    out.insert(out.end(), people.begin(), people.end());
  }
  return out;
}

// Whoever stands in a slot of the phrase's further words, where the trigger's own is empty.
std::vector<int32_t> FrameSides::beside_slot(const FoundEvent& e, const Slot& slot) const {
  std::vector<int32_t> out;
  // "side with X", "call on X": what stands under the phrase's own preposition
  if (slot.kind == SlotKind::kObject)
    for (int32_t part : e.part_words)
      if (const int32_t under = word(part).head;
          tree_.is(part, "case") && under != e.word &&
          std::find(e.part_words.begin(), e.part_words.end(), under) == e.part_words.end())
        for (int32_t m : arguments_.people_of(under)) out.push_back(m);
  // "frappée de droits de 50 % par X": the agent, too
  if (doc_.french() && slot.kind == SlotKind::kSubject && !e.nominal && arguments_.passive(e.word))
    for (int32_t part : e.part_words)
      for (int32_t w : arguments_.fill(part, Slot{SlotKind::kPreposition, "par"}))
        for (int32_t m : arguments_.people_of(w)) out.push_back(m);
  // "mener une attaque contre X": the complement may hang on the phrase's noun
  if (slot.kind == SlotKind::kPreposition)
    for (int32_t part : e.part_words)
      for (int32_t w : arguments_.fill(part, slot)) {
        if (armed_with(e, w) || sets_scene(e, w) || only_an_act(doc_, lexicon_, e, slot, w) ||
            (doc_.french() && e.nominal && where_.held_there(part, w)))
          continue;
        for (int32_t m : arguments_.people_of(w)) out.push_back(m);
      }
  if (out.empty() && !e.nominal && !doc_.french())
    out = people_through_object(doc_, tree_, arguments_, lexicon_, e.word, slot, force_on_thing(e));
  if (out.empty() && !e.nominal && doc_.french() && slot.kind == SlotKind::kObject &&
      e.entry->event == "ASSAULT" && force_on_thing(e))
    out = place_of_thing(e);
  return out;
}

// "a touché un entrepôt à Kharkiv", "a détruit un pont dans le nord du Mali": a thing of nobody's
// is of the place that it stands in.
std::vector<int32_t> FrameSides::place_of_thing(const FoundEvent& e) const {
  std::vector<int32_t> out;
  const auto add_place = [&](int32_t w) {
    if (!among(tree_.preposition(w), {"à", "en", "dans", "près"})) return;
    for (int32_t m : arguments_.people_of(w)) {
      const int32_t who = resolve(doc_, m);
      if (doc_.mentions[m].rule == "place" ||
          (who != kNone && doc_.entities[who].kind == EntityKind::kState))
        out.push_back(m);
    }
  };
  for (int32_t thing : arguments_.object(e.word)) {
    if (thing == e.word || thing < e.word || word(thing).upos != Upos::kNoun ||
        mention_at_head(doc_, thing) != kNone)
      continue;
    for (int32_t c : tree_.children(thing))
      if (c > thing && tree_.is(c, "nmod")) add_place(c);
    for (int32_t c : tree_.children(e.word))
      if (c > thing && tree_.is(c, "obl") && out.empty()) add_place(c);
    if (!out.empty()) break;
  }
  return out;
}

// Force that meets the verb's object, "bombed positions in Syria", not "exchanged fire near Oslo".
bool FrameSides::force_on_thing(const FoundEvent& e) const {
  if (e.entry->event != "ASSAULT" && e.entry->event != "COERCE") return false;
  const Arguments::Words things = arguments_.object(e.word);
  return std::none_of(things.begin(), things.end(), [&](int32_t thing) {
    return std::find(e.part_words.begin(), e.part_words.end(), thing) != e.part_words.end();
  });
}

// "Un opposant russe a été arrêté à Moscou": what stands under the verb is no complement of whom
// the noun names.
bool FrameSides::beside_somebody(const FoundEvent& e, const Slot& slot, int32_t filler) const {
  const int32_t verb = word(e.word).head;
  return slot.kind == SlotKind::kPreposition && e.nominal && e.entry->of_somebody() &&
         verb != kNone && arguments_.verbal(verb) && word(filler).head == verb &&
         mention_at_head(doc_, e.word) != kNone;
}

// "À Rome, Oslo a demandé un cessez-le-feu": a place in front, set off by a comma, is where it was
// said, not to whom.
bool FrameSides::sets_scene(const FoundEvent& e, int32_t filler) const {
  const std::string& type = e.entry->event;
  const int32_t verb = e.nominal ? word(e.word).head : e.word;
  if (!doc_.french() || filler > e.word || verb == kNone || word(filler).head != verb ||
      (!e.nominal && type != "REQUEST" && type != "AGREE" && type != "ACCUSE" && type != "REJECT" &&
       type != "THREATEN" && type != "CONCEDE" && type != "SUPPORT"))
    return false;
  const int32_t m = mention_at_head(doc_, filler);
  const int32_t behind = m == kNone ? kNone : doc_.mentions[m].end_word;
  const std::string_view preposition = tree_.preposition(filler);
  return tree_.is(filler, "obl") && (preposition == "à" || preposition == "en") &&
         behind != kNone && behind < e.word && word(behind).form == ",";
}

// "Oslo envisage l'envoi de troupes": a noun of the phrase itself, of nobody known, is what is sent
// and not who sends it. "Le retrait des troupes chiliennes" is of Chile.
bool FrameSides::only_what_is_sent(const FoundEvent& e, int32_t filler) const {
  if (doc_.french() && e.nominal && e.entry->event == "AID" && word(filler).head == e.word &&
      tree_.preposition(filler) == "de" && sends(lexicon_, word(e.word).lemma)) {
    const int32_t m = mention_at_head(doc_, filler);  // "l'envoi d'une brigade à Oslo"
    const int32_t who = m == kNone ? kNone : resolve(doc_, m);
    if (who != kNone && doc_.entities[who].code.starts_with("UNK") &&
        doc_.entities[who].sector == "MIL")
      return true;
  }
  if (!e.nominal ||
      std::find(e.part_words.begin(), e.part_words.end(), filler) == e.part_words.end())
    return false;
  const int32_t m = mention_at_head(doc_, filler);
  const int32_t who = m == kNone ? kNone : resolve(doc_, m);
  // "un échange de prisonniers avec Oslo"
  if (doc_.french() && e.entry->frame.reciprocal && tree_.preposition(filler) == "de" &&
      tree_.child(filler, "det") == kNone && who != kNone && doc_.entities[who].country.empty())
    return true;
  return e.entry->event == "MOBILIZE" && who != kNone && doc_.entities[who].code.starts_with("UNK");
}

// "une attaque condamnée par Oslo": who judges a deed did not do it.
bool FrameSides::judges(const FoundEvent& e, int32_t filler) const {
  const int32_t participle = word(filler).head;
  if (!e.nominal || participle == kNone || participle < e.word || !tree_.is(participle, "acl") ||
      word(participle).head != e.word || !among(tree_.preposition(filler), {"par", "by"}) ||
      !arguments_.passive(participle))
    return false;
  for (const LightVerb& v : lexicon_.light_verbs(word(participle).lemma))
    if (v.parts.empty() && v.subject_is_recipient) return true;  // "les menaces subies par Oslo"
  const EventLexicon::Entries& rows = lexicon_.verbs(word(participle).lemma);
  return std::any_of(rows.begin(), rows.end(), [](const EventEntry& entry) {
    if (entry.mode == "third-party") return true;  // "des négociations parrainées par Oslo"
    return entry.parts.empty() && (entry.event == "ACCUSE" || entry.event == "SUPPORT" ||
                                   entry.event == "REJECT" || entry.event == "CONCEDE");
  });
}

// "X a adopté une résolution condamnant Y": what a thing says or does is said or done by whoever
// made it, unless they ask for it or blame it.
std::vector<int32_t> FrameSides::makers(const FoundEvent& e, int32_t thing) const {
  const int32_t verb = word(thing).head;
  std::vector<int32_t> out;
  if (verb == kNone || !tree_.is(thing, "obj") || !arguments_.verbal(verb)) return out;
  // "seized a ship belonging to Oslo", "promised to punish those who bombed it"
  if (e.entry->event == "MEMBER" || word(thing).upos == Upos::kPron) return out;
  // "des négociations aboutissant à": of its own parties, but "a letter urging", "une résolution
  // condamnant Oslo" is its writer's
  const auto& kinds = lexicon_.subjects(lower(word(thing).lemma));
  const bool text = std::any_of(kinds.begin(), kinds.end(), [](const SubjectWord& row) {
    return row.subject == SubjectWord::Subject::kText;
  });
  for (const EventEntry& entry : lexicon_.nouns(lower(word(thing).lemma)))
    if (entry.parts.empty() && ((doc_.french() && !text) || !verbal(e.entry->event))) return out;
  for (const EventEntry& entry : lexicon_.verbs(word(verb).lemma))
    if (entry.parts.empty() && (!doc_.french() || entry.frame.takes_object()) &&
        (entry.event == "ACCUSE" || entry.event == "REJECT" || entry.event == "REQUEST"))
      return out;
  for (int32_t w : arguments_.subject(verb))
    for (int32_t m : arguments_.people_of(w)) out.push_back(m);
  return out;
}

// "La rencontre entre Rome et Lima inquiète Oslo", "les raids menés par Rome ont tué": what an act
// does its doers do; those of the noun's own frame.
std::vector<int32_t> FrameSides::doers(int32_t noun) const {
  std::vector<int32_t> out;
  if (word(noun).upos != Upos::kNoun) return out;
  for (const EventEntry& entry : lexicon_.nouns(lower(word(noun).lemma))) {
    if (!entry.parts.empty() || entry.of_somebody() || entry.event.empty()) continue;
    for (const Slot& slot : entry.frame.actor) {
      for (int32_t w : arguments_.fill(noun, slot))
        for (int32_t m : arguments_.people_of(w))
          // "le bombardement d'Hawija a tué": a town does nothing
          if (entry.event != "ASSAULT" || doc_.mentions[m].rule != "place") out.push_back(m);
      if (!out.empty()) return out;
    }
  }
  for (int32_t c : tree_.children(noun))
    if (tree_.is(c, "acl") && arguments_.verbal(c) && arguments_.passive(c) &&
        !lexicon_.light_verbs(word(c).lemma).empty())
      for (int32_t w : arguments_.subject(c))
        for (int32_t m : arguments_.people_of(w)) out.push_back(m);
  return out;
}

// "attaqué aux drones": with what, not whom.
bool FrameSides::armed_with(const FoundEvent& e, int32_t filler) const {
  if (e.entry->event != "ASSAULT" || !weapon(filler)) return false;
  const std::string_view preposition = tree_.preposition(filler);
  if (preposition == "à" || preposition == "par") return true;
  // "une attaque de drones", but "la destruction de trois drones"
  return preposition == "de" && tree_.child(filler, "det") == kNone &&
         tree_.child(filler, "nummod") == kNone;
}

// "l'arrestation de X a provoqué": what is done to X is no deed of X's.
bool FrameSides::undergone(int32_t noun) const {
  return done_to_owner(doc_, lexicon_, noun) && doer_before(doc_, tree_, lexicon_, noun) == kNone;
}

}  // namespace selon
