#include "claims/through_things.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "claims/parties.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Where a verb that is no event of the tables holds who undergoes it.
const std::array<Slot, 7> kUndergoers = {Slot{SlotKind::kObject, {}},
                                         Slot{SlotKind::kComplement, {}},
                                         Slot{SlotKind::kPreposition, "against"},
                                         Slot{SlotKind::kPreposition, "to"},
                                         Slot{SlotKind::kPreposition, "with"},
                                         Slot{SlotKind::kPreposition, "from"},
                                         Slot{SlotKind::kPreposition, "on"}};

// Prepositions that the parser may hang on the object instead of the verb.
constexpr std::array<std::string_view, 9> kLoose = {"to",   "from", "on",   "against", "at",
                                                    "with", "into", "over", "toward"};

// What is denied was done to others than who is contradicted: "nie avoir arrêté X".
bool denies(const EventLexicon& lexicon, std::string_view verb) {
  const std::vector<ModalWord>& rows = lexicon.modal_words(verb);
  return std::any_of(rows.begin(), rows.end(),
                     [](const ModalWord& m) { return m.denied && m.parts.empty(); });
}

bool accuses(const EventLexicon& lexicon, std::string_view noun) {
  const EventLexicon::Entries& rows = lexicon.nouns(noun);
  return std::any_of(rows.begin(), rows.end(), [](const EventEntry& entry) {
    return entry.event == "ACCUSE" && entry.parts.empty();
  });
}

}  // namespace

std::vector<int32_t> people_through_object(const Document& doc, const Tree& tree,
                                           const Arguments& arguments, const EventLexicon& lexicon,
                                           int32_t verb, const Slot& slot, bool force) {
  std::vector<int32_t> out;
  const auto add = [&](int32_t w) {
    for (int32_t m : arguments.people_of(w)) out.push_back(m);
  };
  for (int32_t thing : arguments.object(verb)) {
    if (thing == verb || mention_at_head(doc, thing) != kNone) continue;
    // "sent Rome missiles", where the parser took the name for part of the noun
    if (slot.kind == SlotKind::kPreposition && slot.preposition == "to" &&
        lexicon.words().is(doc.words[verb].lemma, WordClass::kGives))
      for (int32_t c : tree.children(thing))
        if (c == verb + 1 && tree.is(c, "compound") && doc.words[c].upos == Upos::kPropn) add(c);
    if (slot.kind == SlotKind::kPreposition && among(slot.preposition, kLoose)) {
      for (int32_t w : arguments.fill(thing, slot)) add(w);
      for (int32_t c : tree.children(thing))
        if (tree.is(c, "acl") && lexicon.words().is(doc.words[c].lemma, WordClass::kAimAt))
          for (std::string_view at : {"at", "against", "on", "toward"})
            for (int32_t w : arguments.fill(c, Slot{SlotKind::kPreposition, std::string(at)}))
              add(w);
    }
    if (force && slot.kind == SlotKind::kObject)
      for (std::string_view at : {"in", "near", "inside", "around", "outside"})
        for (int32_t w : arguments.fill(thing, Slot{SlotKind::kPreposition, std::string(at)}))
          add(w);
    if (!out.empty()) break;
  }
  return out;
}

void inherit_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                          const EventLexicon& lexicon, std::vector<FoundEvent>& events) {
  std::vector<int32_t> event_of(doc.words.size(), kNone);
  for (size_t i = 0; i < events.size(); ++i) event_of[events[i].word] = static_cast<int32_t>(i);
  for (FoundEvent& e : events) {
    const std::string& type = e.entry->event;
    const bool promise = type == "AGREE" || type == "THREATEN", refusal = type == "REJECT";
    if (!e.recipients.empty() || e.actors.empty() || e.entry->frame.reciprocal) continue;
    if ((!promise && !refusal) || denies(lexicon, doc.words[e.word].lemma)) continue;
    // "rejects accusations of arming X": X has accused nobody
    const std::vector<int32_t> objects = arguments.object(e.word);
    if (refusal && std::any_of(objects.begin(), objects.end(),
                               [&](int32_t o) { return accuses(lexicon, doc.words[o].lemma); }))
      continue;
    std::vector<int32_t> heads;
    // "a fait échouer les négociations": below the infinitive
    const bool causative = doc.words[e.word].deprel == "aux:caus";
    for (int32_t c : tree.children(causative ? doc.words[e.word].head : e.word)) {
      // "agreed on Friday to send aid", where the infinitive was taken for a purpose
      const bool purpose = promise && !doc.french() && tree.is(c, "advcl") &&
                           doc.words[c].morph.verb_form == VerbForm::kInf;
      const bool clause =
          tree.is(c, "xcomp") || tree.is(c, "csubj") || purpose || (e.nominal && tree.is(c, "acl"));
      const bool thing = tree.is(c, "obj") || (promise && tree.is(c, "obl"));
      if (c > e.word && (clause || thing)) heads.push_back(c);
    }
    for (int32_t head : heads) {
      // down chains of infinitives: "promised to continue to help X"
      for (int depth = 0; depth < 3 && e.recipients.empty(); ++depth) {
        const int32_t k = event_of[head];
        if (k != kNone) {
          const FoundEvent& inner = events[k];
          // what was offered or asked is refused to who offered or asked
          const bool theirs = refusal &&
                              (inner.entry->event == "REQUEST" || inner.entry->event == "AGREE") &&
                              inner.nominal;
          e.recipients = distinct_mentions(doc, theirs ? inner.actors : inner.recipients, e.actors);
          // "exclut la participation de son pays": no one but themselves
          if (e.recipients.empty() && !theirs &&
              parties(doc, inner.actors) != parties(doc, e.actors))
            e.recipients = distinct_mentions(doc, inner.actors, e.actors);
          break;
        }
        if (arguments.verbal(head)) {
          // "agreed to hand the islands to Oslo": Oslo gets them
          if (tree.child(head, "obj") != kNone && !doc.french())
            for (int32_t w : arguments.fill(head, Slot{SlotKind::kPreposition, "to"}))
              if (e.recipients.empty())
                e.recipients = distinct_mentions(doc, arguments.people_of(w), e.actors);
          for (const Slot& slot : kUndergoers)
            for (int32_t w : arguments.fill(head, slot))
              if (e.recipients.empty())
                e.recipients = distinct_mentions(doc, arguments.people_of(w), e.actors);
        }
        int32_t next = tree.child(head, "xcomp");
        if (next == kNone && !arguments.verbal(head)) next = tree.child(head, "acl");
        if (next == kNone || !e.recipients.empty()) break;
        head = next;
      }
      if (!e.recipients.empty()) break;
    }
  }
}

}  // namespace selon
