#include "claims/implied_force.h"

#include <algorithm>

#include "claims/parties.h"
#include "mentions/lookup.h"

namespace selon {

void ImpliedForce::answers(FoundEvent& e) const {
  if (type(e) != "ASSAULT" || e.nominal || e.actors.empty() || !e.recipients.empty()) return;
  for (int32_t c : tree_.children(e.word)) {
    const FoundEvent* const act = event_at(c);
    if (act == nullptr || !tree_.is(c, "obl") || type(*act) != "ASSAULT") continue;
    if (!among(tree_.preposition(c), {"à", "to"})) continue;
    e.recipients = without(act->actors, e.actors);
    return;
  }
}

void ImpliedForce::strikes_back(FoundEvent& e) const {
  constexpr int32_t kFar = 2;                         // sentences back
  const int32_t verb = e.nominal ? e.light : e.word;  // "a riposté par des frappes"
  if (type(e) != "ASSAULT" || verb == kNone || e.actors.empty() || !e.recipients.empty() ||
      !arguments_.words().is(word(verb).lemma, WordClass::kAnswers))
    return;
  FoundEvent* last = nullptr;
  for (FoundEvent& act : events_) {
    const int32_t back = word(e.word).sentence - word(act.word).sentence;
    if (&act == &e || type(act) != "ASSAULT" || act.entry->frame.reciprocal || back < 0 ||
        back > kFar || without(act.actors, e.actors).empty())
      continue;
    // "a riposté par des tirs contre X": its own shots
    if (tree_.below(act.word, verb) && !among(tree_.preposition(act.word), {"après", "à"}))
      continue;
    // "a blessé deux Norvégiens. L'armée norvégienne a riposté": of one state; else others were
    // struck
    const Parties own = parties(doc_, e.actors), struck = parties(doc_, act.recipients);
    if (!act.recipients.empty() &&
        std::none_of(own.begin(), own.end(), [&](const auto& p) { return struck.contains(p); }))
      continue;
    if (last == nullptr || act.word < e.word || last->word > e.word) last = &act;
  }
  if (last == nullptr) return;
  e.recipients = without(last->actors, e.actors);
  if (last->recipients.empty() && !last->entry->frame.recipient.empty())
    last->recipients = without(e.actors, last->actors);
}

// The noun of "des frappes menées par X", which is told as "mener une frappe"; the trigger of any
// other event.
int32_t ImpliedForce::noun_of_phrase(const FoundEvent& e) const {
  const int32_t noun = word(e.word).head;
  const bool carried =
      !e.nominal && noun != kNone && tree_.is(e.word, "acl") && arguments_.passive(e.word) &&
      std::find(e.part_words.begin(), e.part_words.end(), noun) != e.part_words.end();
  return carried ? noun : e.word;
}

// What a noun hangs on; "la mort de trois soldats dans une frappe", hung on the soldiers: the
// death.
int32_t ImpliedForce::of_whom_told(int32_t noun) const {
  const int32_t above = word(noun).head;
  if (!doc_.french() || above == kNone || event_at(above) != nullptr || !tree_.is(above, "nmod") ||
      tree_.preposition(above) != "de")
    return above;
  return word(above).head;
}

void ImpliedForce::in_which(FoundEvent& noun) {
  if (!noun.nominal && noun_of_phrase(noun) == noun.word) return;
  if (type(noun) != "ASSAULT") return;
  const int32_t at = noun_of_phrase(noun);
  int32_t verb = arguments_.governor(at);
  // "the killing of X in a Kurdish attack": of a noun, too
  if (const int32_t above = of_whom_told(at);
      above != kNone && tree_.is(at, "nmod") && event_at(above) != nullptr &&
      tree_.preposition(at) == (doc_.french() ? "dans" : "in"))
    verb = above;
  // "a annoncé la mort de X dans une frappe": of the death
  if (doc_.french() && verb != kNone && event_at(verb) == nullptr && word(at).head == verb)
    for (int32_t c : tree_.children(verb))
      if (tree_.is(c, "obj") && c < at && event_at(c) != nullptr) verb = c;
  FoundEvent* const told = event_at(verb);
  if (told == nullptr) return;
  FoundEvent& e = *told;
  if (type(e) != "ASSAULT" && type(e) != "COERCE") return;
  const std::string_view preposition = tree_.preposition(at);
  // "tués", "ont péri"
  const bool undergone =
      e.nominal || arguments_.passive(verb) ||
      std::any_of(e.entry->frame.recipient.begin(), e.entry->frame.recipient.end(),
                  [](const Slot& s) { return s.kind == SlotKind::kSubject; });
  if (noun.actors.empty() && !undergone) return with_which(noun, e, preposition);
  if (!undergone) return;
  // "blessés par un tir chilien": the shot was at them
  if (doc_.french() && preposition == "par" && noun.recipients.empty() &&
      !e.entry->frame.reciprocal && !noun.entry->frame.reciprocal && word(at).head == verb &&
      without(e.actors, noun.actors).empty())
    noun.recipients = without(e.recipients, noun.actors);
  if (!e.actors.empty()) return;
  if (among(preposition, {"après", "avant", "depuis", "pour", "contre", "selon", "malgré", "after",
                          "before", "since", "for", "against", "despite"}) ||
      tree_.is(at, "nsubj"))
    return;
  e.actors = without(noun.actors, e.recipients);
  // "trois civils tués dans une frappe chilienne": perhaps of their own state
  if (doc_.french() && e.actors.empty() && private_people(e.recipients)) e.actors = noun.actors;
  if (e.recipients.empty()) return;
  // "tués dans une embuscade au Mali": not Mali
  const bool inside = among(preposition, {"dans", "par", "lors", "in", "during", "by"});
  // "dix soldats et douze rebelles tués dans des combats": the fights were between them
  if (doc_.french() && noun.entry->frame.reciprocal && noun.actors.empty()) {
    if (inside && parties(doc_, e.recipients).size() > 1) noun.actors = e.recipients;
    return;
  }
  if (!noun.actors.empty() || (inside && only_where(noun))) noun.recipients = e.recipients;
}

// Whether those who seem to undergo an attack only say where it was.
bool ImpliedForce::only_where(const FoundEvent& noun) const {
  return std::all_of(noun.recipients.begin(), noun.recipients.end(), [&](int32_t m) {
    int32_t place = doc_.mentions[m].head;
    const int32_t side = word(place).head;  // "dans le nord du Mali"
    if (doc_.french() && side != kNone && tree_.is(place, "nmod") &&
        tree_.preposition(place) == "de" && mention_at_head(doc_, side) == kNone)
      place = side;
    return among(tree_.preposition(place), {"à", "en", "dans", "in", "at", "near"});
  });
}

void ImpliedForce::whom_it_hurt(FoundEvent& noun) const {
  if (type(noun) != "ASSAULT" || noun.entry->frame.reciprocal || !noun.recipients.empty()) return;
  const FoundEvent* deed = nullptr;
  if (word(noun.word).deprel == "nsubj") {
    deed = event_at(word(noun.word).head);
    if (deed == nullptr) noun.recipients = without(victims(word(noun.word).head), noun.actors);
  }
  for (int32_t c : tree_.children(noun.word))
    if (word(c).deprel == "acl:relcl" && event_at(c) != nullptr)
      if (const Arguments::Words subject = arguments_.surface_subject(c);
          subject.size() == 1 && subject.front() == noun.word)
        deed = event_at(c);
  if (deed == nullptr || deed->nominal || deed->entry->frame.reciprocal ||
      arguments_.passive(deed->word) ||
      (type(*deed) != "ASSAULT" && deed->entry->mode != "expel" && deed->entry->mode != "seize"))
    return;
  noun.recipients = without(deed->recipients, noun.actors);
}

// "L'attaque a fait dix morts parmi les soldats", "a fait dix morts à Oslo": whose the dead are.
AmongEvents::Mentions ImpliedForce::victims(int32_t verb) const {
  const int32_t dead = tree_.child(verb, "obj");
  if (word(verb).lemma != "faire" || dead == kNone || dead < verb ||
      !among(word(dead).lemma, {"mort", "blessé", "victime"}))
    return {};
  const int32_t hurt = tree_.child(dead, "conj");  // "dix morts et trente blessés à Oslo"
  for (std::string_view where : {"parmi", "à", "dans", "en"})
    for (int32_t of : {dead, hurt == kNone ? dead : hurt, verb})
      if (const Mentions who =
              people(arguments_.fill(of, Slot{SlotKind::kPreposition, std::string(where)}));
          !who.empty())
        return who;
  return {};
}

void ImpliedForce::fought_by(FoundEvent& noun) const {
  if (type(noun) != "ASSAULT" || !noun.actors.empty() || noun.recipients.empty() ||
      noun.light != kNone ||
      arguments_.fill(noun.word, Slot{SlotKind::kPreposition, "contre"}).empty())
    return;
  int32_t at = noun.word;
  if (const int32_t up = word(at).head; up != kNone && tree_.is(at, "nmod") &&
                                        tree_.preposition(at) == "de" &&
                                        mention_at_head(doc_, up) == kNone)
    at = up;  // "des jours de combats", "au terme de combats"
  if (!tree_.is(at, "obl") || event_at(word(at).head) == nullptr) return;
  const FoundEvent& won = *event_at(word(at).head);
  const bool upon =
      among(tree_.preposition(at), {"après", "lors", "pendant", "durant", "dans", "à", "au"});
  if (!upon || won.nominal || won.entry->frame.reciprocal ||
      (type(won) != "COERCE" && type(won) != "ASSAULT"))
    return;
  noun.actors = without(won.actors, noun.recipients);
}

// Whether all are people of every day.
bool ImpliedForce::private_people(const Mentions& mentions) const {
  return !mentions.empty() && std::all_of(mentions.begin(), mentions.end(), [&](int32_t m) {
    const int32_t who = resolve(doc_, m);
    return who != kNone && doc_.entities[who].sector == "CVL";
  });
}

// "killed two men in a raid", "retaliated with air strikes": the raid is of whoever killed.
void ImpliedForce::with_which(FoundEvent& noun, const FoundEvent& e,
                              std::string_view preposition) const {
  if (e.actors.empty() || e.nominal || arguments_.passive(e.word) || noun.light != kNone ||
      !among(preposition, {"in", "with", "during", "dans", "avec", "par", "lors"}))
    return;
  // also hung on whom it was done to: "killed two men in an ambush"
  const int32_t up = word(noun.word).head;
  const bool on_object = up != kNone && tree_.is(noun.word, "nmod") && tree_.is(up, "obj") &&
                         word(up).head == e.word && among(preposition, {"in", "dans"});
  const bool where = only_where(noun);
  if ((up != e.word && !on_object) || (!where && parties_overlap(e.actors, noun.recipients)))
    return;
  noun.actors = e.actors;
  if (where && preposition != "with" && preposition != "avec") noun.recipients = e.recipients;
}

bool ImpliedForce::parties_overlap(const Mentions& a, const Mentions& b) const {
  return !a.empty() && without(a, b).size() < a.size();
}

void ImpliedForce::behind_which(FoundEvent& noun) {
  if (!noun.actors.empty() || !among(tree_.preposition(noun.word), {"behind", "derrière"}) ||
      tree_.child(noun.word, "cop") == kNone)
    return;
  noun.actors = without(people(arguments_.surface_subject(noun.word)), noun.recipients);
}

void ImpliedForce::blamed_for(FoundEvent& noun) const {
  const std::string_view preposition = tree_.preposition(noun.word);
  if (noun.entry->frame.reciprocal || word(noun.word).morph.possessive ||
      !among(type(noun), {"ASSAULT", "COERCE", "SANCTION", "THREATEN", "RETREAT"}) ||
      !among(preposition, {"de", "pour", "of", "for", "over"}))
    return;
  const int32_t above = word(noun.word).head;
  const FoundEvent* const blame = blame_above(noun.word);
  if (blame == nullptr || blame == &noun || blame->entry->frame.reciprocal) return;
  const bool content = preposition == "de" || preposition == "of";  // of a charge
  if (type(*blame) != "ACCUSE" && (content || !among(type(*blame), {"SANCTION", "COERCE"}))) return;
  if (content && blame->nominal) return;
  // "imposed sanctions over the crackdown": who imposed them did not crack down
  if (noun.light != blame->word && noun.light != above &&
      !without(noun.actors, blame->actors).empty())
    return;
  if (const Mentions did = without(blame->recipients, noun.recipients); !did.empty())
    noun.actors = did;
}

// The event that a noun is the charge of; null: none.
FoundEvent* ImpliedForce::blame_above(int32_t noun) const {
  int32_t up = word(noun).head;
  if (up == kNone) return nullptr;
  // "tient X pour responsable des violences", "holds X responsible for the attack"
  if (word(up).upos == Upos::kAdj && (tree_.is(up, "xcomp") || tree_.is(up, "obl") ||
                                      tree_.is(up, "amod") || tree_.is(up, "nmod")))
    return event_at(word(up).head);
  if (tree_.is(noun, "obl")) return event_at(up);
  // hung on whoever is blamed
  return tree_.is(noun, "nmod") && event_at(up) == nullptr && !arguments_.verbal(up)
             ? event_at(word(up).head)
             : event_at(up);
}

void ImpliedForce::when_which(FoundEvent& e) {
  if (type(e) != "ASSAULT" || e.nominal || !e.actors.empty() || e.recipients.empty() ||
      !arguments_.passive(e.word))
    return;
  for (int32_t c : tree_.children(e.word)) {
    const FoundEvent* const deed = tree_.is(c, "advcl") ? event_at(c) : nullptr;
    const int32_t mark = deed == nullptr ? kNone : tree_.child(c, "advmod");
    const int32_t as = deed == nullptr ? kNone : tree_.child(c, "mark");
    const bool at_once =
        (mark != kNone && (word(mark).lemma == "when" || word(mark).lemma == "quand")) ||
        (as != kNone && among(word(as).lemma, {"when", "as", "quand", "lorsque"}));
    if (!at_once || type(*deed) != "ASSAULT" || deed->entry->frame.reciprocal) continue;
    e.actors = without(deed->actors, e.recipients);
    if (!e.actors.empty()) return;
  }
}

void ImpliedForce::done_by_act(FoundEvent& e) const {
  if (type(e) != "ASSAULT" || e.nominal || !e.actors.empty() || arguments_.passive(e.word) ||
      e.entry->frame.reciprocal)
    return;
  for (int32_t s : arguments_.surface_subject(e.word)) {
    // "des frappes de drones qui ont tué", hung on the drones
    if (doc_.french() && event_at(s) == nullptr && tree_.is(s, "nmod") &&
        tree_.preposition(s) == "de" && tree_.child(s, "det") == kNone)
      s = word(s).head;
    const FoundEvent* act = event_at(s);
    // "the strikes, which killed two men, were ordered by Oslo"
    for (const FoundEvent& told : events_)
      if (act == nullptr && !told.nominal &&
          std::find(told.part_words.begin(), told.part_words.end(), s) != told.part_words.end())
        act = &told;
    if (act == nullptr || act == &e || (act->word == s && !act->nominal) ||
        type(*act) != "ASSAULT" || act->entry->frame.reciprocal)
      continue;
    e.actors = without(act->actors, e.recipients);
    return;
  }
}

}  // namespace selon
