#include "claims/speech_acts.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/among.h"
#include "claims/phrase_matcher.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// PLOVER types of acts that hurt, and of acts that help, whoever announces them.
constexpr std::array<std::string_view, 4> kHostile = {"ASSAULT", "COERCE", "SANCTION", "PROTEST"};
constexpr std::array<std::string_view, 6> kFriendly = {"AID",     "COOPERATE", "CONSULT",
                                                       "CONCEDE", "RETREAT",   "SUPPORT"};

bool voice_act(const EventEntry& entry) {
  const auto& actor = entry.frame.actor;
  return !actor.empty() && actor.front().kind == SlotKind::kVoice;
}

// A word of duty, rather than a phrase.
bool duty(const EventEntry& entry) { return voice_act(entry) && entry.parts.empty(); }

}  // namespace

// The latest mention, up to the word, of whoever's words it stands in; kNone: the narrator, or
// nobody known.
int32_t SpeechActs::speaker(int32_t at) const {
  const std::vector<int32_t> chain = voices_.chain(at);
  if (chain.empty()) return kNone;
  const Attribution& a = doc_.attributions[chain.back()];
  int32_t best = kNone;
  if (a.entity == kNone) {  // a name that the tables do not know
    for (size_t m = 0; m < doc_.mentions.size(); ++m)
      if (a.source.contains(doc_.mentions[m].span) &&
          (best == kNone || doc_.mentions[m].span.size() > doc_.mentions[best].span.size()))
        best = static_cast<int32_t>(m);
    return best;
  }
  for (size_t m = 0; m < doc_.mentions.size(); ++m) {
    if (resolve(doc_, static_cast<int32_t>(m)) != a.entity) continue;
    if (a.source.contains(doc_.mentions[m].span)) return static_cast<int32_t>(m);
    if (doc_.mentions[m].span.begin <= word(at).span.begin) best = static_cast<int32_t>(m);
  }
  return best;
}

// Somebody else, as far as the text tells: a pronoun that stands for nobody known may be the same.
bool SpeechActs::other_than(int32_t mention, int32_t speaker) const {
  const int32_t entity = resolve(doc_, mention);
  if (entity == kNone) return doc_.mentions[mention].form == MentionForm::kName;
  return entity != resolve(doc_, speaker);
}

// "Oslo should pay", in nobody's words: the author asks for it. Not "Oslo should have paid", which
// is too late, nor "Oslo must wait for rain", which only says what is so.
bool SpeechActs::editorial(int32_t duty, int32_t done) const {
  if (word(duty).upos != Upos::kAux || word(duty).lemma == "must" ||
      word(done).upos != Upos::kVerb || done < duty || tree_.child(done, "cop") != kNone)
    return false;
  for (int32_t c : tree_.children(done))
    if (tree_.is(c, "aux") && c > duty && word(c).lemma == "have") return false;
  return true;
}

// "Oslo warned that Rome would bear the consequences": what somebody known says that another will
// suffer. What nobody known says of it is no more than foreseen.
bool SpeechActs::threat(int32_t verb, FoundEvent& e) const {
  const auto& entries = lexicon_.verbs(word(verb).lemma);
  if (std::none_of(entries.begin(), entries.end(), voice_act) || !ahead(verb)) return false;
  const int32_t who = speaker(verb);
  const int32_t entity = who == kNone ? kNone : resolve(doc_, who);
  if (entity == kNone || doc_.entities[entity].country.empty()) return false;
  const PhraseMatcher phrases(doc_, tree_, arguments_, lexicon_);
  for (const EventEntry& entry : entries) {
    e.part_words.clear();
    if (!voice_act(entry) || !phrases.match_parts(verb, entry.parts, e.part_words)) continue;
    e.word = verb;
    e.entry = &entry;
    e.actors = {who};
    for (int32_t w : arguments_.subject(verb))
      for (int32_t m : arguments_.people_of(w))
        if (m != who && other_than(m, who)) e.recipients.push_back(m);
    e.trigger = word(verb).span;
    for (int32_t part : e.part_words) e.trigger = e.trigger.cover(word(part).span);
    if (e.trigger.size() > 40) e.trigger = word(verb).span;
    return !e.recipients.empty();
  }
  return false;
}

void SpeechActs::add_demands(std::vector<FoundEvent>& events) const {
  std::vector<FoundEvent> demands;
  for (const Sentence& s : doc_.sentences) {
    if (s.block != kNone && !doc_.blocks[s.block].prose()) continue;
    for (int32_t i = s.first_word; i < s.end_word; ++i) {
      if (word(i).upos != Upos::kAux && word(i).upos != Upos::kVerb) continue;
      const auto& entries = lexicon_.verbs(word(i).lemma);
      const auto entry = std::find_if(entries.begin(), entries.end(), duty);
      if (FoundEvent threatened; entry == entries.end() && threat(i, threatened))
        demands.push_back(std::move(threatened));
      if (entry == entries.end()) continue;
      // "must leave": the auxiliary hangs on what must be done, "needs to leave" governs it
      int32_t done = word(i).head;
      if (word(i).upos == Upos::kVerb) {
        done = tree_.child(i, "xcomp");
      } else if (!tree_.is(i, "aux")) {
        continue;
      }
      if (done == kNone) continue;
      // "recommended that Rome should pay", "agreed that they should": the verb above says it
      const int32_t above = word(done).head;
      if (std::any_of(events.begin(), events.end(), [&](const FoundEvent& e) {
            return e.word == above && (e.entry->event == "REQUEST" || e.entry->event == "AGREE");
          }))
        continue;
      const int32_t who = speaker(i);
      if (who == kNone && (!voices_.chain(i).empty() || !editorial(i, done))) continue;
      FoundEvent e;
      e.word = done;
      e.entry = &*entry;
      for (int32_t w : arguments_.subject(word(i).upos == Upos::kVerb ? i : done))
        for (int32_t m : arguments_.people_of(w))
          if (who == kNone ? w < i && doc_.mentions[m].head == w &&
                                 doc_.mentions[m].form == MentionForm::kName
                           : m != who && other_than(m, who))
            e.recipients.push_back(m);
      if (e.recipients.empty()) continue;
      if (who != kNone) e.actors = {who};
      e.trigger = word(i).span.cover(word(done).span);
      if (e.trigger.size() > 40) e.trigger = word(done).span;
      demands.push_back(std::move(e));
    }
  }
  std::erase_if(events, [&](const FoundEvent& e) {
    return std::any_of(demands.begin(), demands.end(),
                       [&](const FoundEvent& d) { return d.word == e.word; });
  });
  std::move(demands.begin(), demands.end(), std::back_inserter(events));
  std::stable_sort(events.begin(), events.end(),
                   [](const FoundEvent& a, const FoundEvent& b) { return a.word < b.word; });
}

// "will attack", "would attack"; what hangs on it by "and" shares the auxiliary.
bool SpeechActs::ahead(int32_t verb) const {
  for (int steps = 0; verb != kNone && steps < 4; ++steps) {
    bool auxiliary = false;
    for (int32_t c : tree_.children(verb)) {
      if (!tree_.is(c, "aux")) continue;
      auxiliary = true;
      const std::string& lemma = word(c).lemma;
      if (lemma == "will" || lemma == "would" || lemma == "shall" || lemma == "'ll") return true;
    }
    if (auxiliary || !tree_.is(verb, "conj")) return false;
    verb = word(verb).head;
  }
  return false;
}

std::string SpeechActs::commitment(const FoundEvent& e, bool negated) const {
  const int32_t verb = e.nominal ? e.light : e.word;
  if (verb == kNone || !ahead(verb)) return {};
  const std::vector<int32_t> chain = voices_.chain(verb);
  if (chain.empty()) return {};
  const int32_t speaker = doc_.attributions[chain.back()].entity;
  const auto own = [&](int32_t m) { return resolve(doc_, m) == speaker; };
  if (speaker == kNone || std::none_of(e.actors.begin(), e.actors.end(), own)) return {};
  const std::string& type = e.entry->event;
  if (among(type, kHostile)) return negated ? "" : "THREATEN";
  if (among(type, kFriendly)) return negated ? "REJECT" : "AGREE";
  return {};
}

}  // namespace selon
