// The words with which press says that something happened: verbs, nouns and adjectives with their
// frames, the light verbs that lend a noun their subject, and the words that change whether or how
// firmly something is claimed.
//
//   event_verbs.tsv:   accuser	ACCUSE	subj>obj	-	recipient	accuser X de Y
//   event_nouns.tsv:   attaque	ASSAULT	par|de|adj|poss>contre|sur|à
//
// One EventLexicon a language; read-only after open(), any number of threads.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/word_classes.h"
#include "selon/result.h"

namespace selon {

// Where a frame finds a participant. Verbs: kSubject … kInfinitiveObject and kPreposition; nouns:
// kAdjective, kName, kPossessive, kHead and kPreposition; adjectives: kHead and kPreposition.
enum class SlotKind : uint8_t {
  kSubject,           // "subj": who acts; in the passive the agent
  kObject,            // "obj": in the passive the subject
  kComplement,        // "comp": the subject of the clause that the verb takes
  kInfinitiveObject,  // "infobj": the object of the infinitive that the verb takes
  kAdjective,         // "adj": a demonym: frappes russes
  kName,              // "name": a name before the noun, no demonym: "Trump supporters"
  kPossessive,        // "poss": sa visite
  kPredicate,         // "pred": what somebody or something is called: "called the vote a farce"
  kHead,   // "head": the noun that an adjective qualifies; for a noun, who is one: "X, allié de Y"
  kVoice,  // "voice": whoever's words they are; filled by claims/speech_acts.h alone
  kPreposition  // any other word: à, contre, avec, on, against …
};

struct Slot {
  SlotKind kind;
  std::string preposition;  // lemma, words of a complex one joined by a space: "auprès de"
  std::string noun = {};    // "à:frontière": only where this is the noun; else empty
};

struct Frame {
  std::vector<Slot> actor, recipient;  // the first slot that is filled wins
  bool reciprocal = false;             // "A&B": both sides are actors

  bool takes_object() const {
    for (const std::vector<Slot>* side : {&actor, &recipient})
      for (const Slot& s : *side)
        if (s.kind == SlotKind::kObject) return true;
    return false;
  }
};

// One condition of the column `needs`.
struct LemmaCondition {
  Slot slot;
  bool negated = false;
  std::vector<std::string> lemmas;
};

struct EventEntry {
  std::string phrase;  // as in the table
  std::string lemma;   // of the head word
  // Further content lemmas that must depend on it; "&weapon": any of that word set.
  std::vector<std::string> parts;
  bool parts_before = false;  // "fuel strike": no strike on a fuel depot
  bool pronominal = false;    // "se rendre"
  std::string event, mode;    // no event: the phrase means none, whatever its head does alone
  std::string cameo;          // finer than that of type and mode, or empty
  Frame frame;
  bool needs_actor = false, needs_recipient = false, needs_person = false, needs_plural = false;
  bool needs_negation = false;  // "ne pas tolérer": the negation is part of the meaning
  bool needs_pair = false;  // at least two participants: "Oslo discussed" is no talk with anybody
  bool needs_infinitive = false;  // "tell X to leave"
  bool needs_force = false;       // an armed party takes part, or a word of war stands beside
  bool needs_state = false;       // states or those who govern them act
  bool needs_hostile = false;     // governs a verb that hurts: "vow to bomb", not "vow to help"
  // The noun, or the object of a verb, has an article or possessive: "dénoncer le traité"; has
  // none.
  bool needs_article = false, needs_no_article = false;
  bool needs_copula = false;  // "être en guerre avec": the noun counts as a predicate only
  std::vector<LemmaCondition> conditions;
  std::string rule;   // "event_verbs.tsv:12", the row that a claim names as its origin
  bool user = false;  // of a user's table

  // Whether a noun's row names who does it, "les manifestants", and not what is done.
  bool of_somebody() const {
    for (const Slot& s : frame.actor)
      if (s.kind == SlotKind::kHead) return true;
    return false;
  }
};

// A verb that lends its subject to an event noun: "mener une attaque", "faire l'objet de
// sanctions".
struct LightVerb {
  std::string lemma;
  std::vector<std::string> parts;
  bool pronominal = false;  // "se livrer à"; "entretenir des liens" is not "s'entretenir"
  bool subject_is_recipient = false;
  bool causes = false;  // "provoquer": anger is at its subject, a war is by its subject
  bool foils = false;   // "empêcher": the event is somebody else's
  bool aims =
      false;  // its subject is the event and its object undergoes it: "les sanctions visent X"
  // kClaimed: it happened, though nobody may say that he did it ("n'a pas revendiqué l'attaque").
  // kAnnounced: what is said happens with it ("annoncer son soutien"), what is done lies ahead
  // ("annoncer un raid"). kEnded: it was, whenever the verb is ("mettra fin à la guerre").
  enum class Aspect : uint8_t {
    kHappened,
    kFuture,
    kNegated,
    kAnnounced,
    kClaimed,
    kEnded
  } aspect = Aspect::kHappened;
};

struct ModalWord {
  std::string lemma;
  std::vector<std::string> parts;
  bool pronominal = false;
  bool copula = false;  // what "be" or "être" carries: "be about"
  // What it does to its complement or to the word it modifies.
  bool negates = false, future = false, past = false, hypothetical = false;
  bool scheduled = false;  // with future: settled, not only wished for ("doit rencontrer")
  bool possible = false, hedged = false, denied = false, questioned = false;
  bool accomplished = false;   // in the past it was done: "a dû partir"
  bool now = false;            // its infinitive holds as it speaks: "nie soutenir X"
  bool unforeseen = false;     // negated and past it came all the same: "ne s'attendait pas à"
  bool unproven = false;       // negated, it leaves its clause open: "n'a pas confirmé que"
  bool disbelieved = false;    // negated, it says its clause is false: "ne croit pas que"
  bool unceasing = false;      // negated, it goes on: "n'a pas cessé de tirer"
  bool ended = false;          // of a noun: what it ends goes on while the end lies ahead
  bool simultaneous = false;   // of a preposition: at the time of its clause ("lors de")
  std::string takes;           // the preposition of its noun: "de" of "menacer de"
  bool on_complement = false;  // only on its clause, not on a word that it modifies ("nécessaire")
  bool on_object = false;      // also on the noun that a verb takes ("empêcher une attaque")
  bool on_object_only = false;
  bool on_subject = false;  // only on a verb's subject ("l'attaque a eu lieu")
  enum class Kind : uint8_t { kVerb, kNoun, kAdjective, kAdverb, kPreposition } kind = Kind::kVerb;

  // What a word is asked about: its clause, the noun it governs or qualifies, its object or its
  // subject.
  enum class Reach : uint8_t { kClause, kNoun, kObject, kSubject };
  bool reaches(Reach reach) const {
    switch (reach) {
      case Reach::kNoun:
        return !on_complement && !on_subject && !on_object_only;
      case Reach::kObject:
        return on_object;
      case Reach::kSubject:
        return on_subject;
      case Reach::kClause:
        break;
    }
    return !on_subject && !on_object_only;
  }
};

// What a passage is about, as one of its words shows it.
struct SubjectWord {
  enum class Subject : uint8_t {
    kGame,
    kMishap,
    kForce,
    kText,
    kArm,
    kVote
  } subject = Subject::kGame;
  int weight = 1;  // 0, of a game: who bears the title is no officer there ("le capitaine")
};

class EventLexicon {
 public:
  // Reads data_dir/lang/<language>/*.tsv, and of the user's folder, unless it is empty,
  // event_verbs*.tsv, whose rows are tried before ours, and word_sets*.tsv. kNotFound, kBadFormat
  // with every bad line.
  static Result<EventLexicon> open(const std::string& data_dir, const std::string& language,
                                   const std::string& user_dir = {});

  using Entries = std::vector<EventEntry>;
  // Senses by head lemma, the most specific first; empty when the lemma means no event.
  // An English verb's lemma may be one that was guessed from the letters ("blam", "expell",
  // "vilifi"): its likely readings are tried, too.
  const Entries& verbs(std::string_view lemma) const { return find_guessing(verbs_, lemma); }
  const Entries& nouns(std::string_view lemma) const { return find(nouns_, lemma); }
  // The members of a word set ("&weapon") whose last word is this lemma: the words before it, which
  // must depend on it. Empty: none.
  using Befores = std::vector<std::vector<std::string>>;
  const Befores& members(std::string_view set, std::string_view last) const;
  const Entries& adjectives(std::string_view lemma) const { return find(adjectives_, lemma); }
  const std::vector<LightVerb>& light_verbs(std::string_view lemma) const {
    return find_guessing(light_, lemma);
  }
  const std::vector<ModalWord>& modal_words(std::string_view lemma) const {
    return find(modal_, lemma);
  }

  // What a word shows its passage to be about; empty: nothing. "attentat-suicide" is an "attentat".
  const std::vector<SubjectWord>& subjects(std::string_view lemma) const {
    const std::vector<SubjectWord>& whole = find(subjects_, lemma);
    return whole.empty() && lemma.find('-') != lemma.npos
               ? find(subjects_, lemma.substr(0, lemma.find('-')))
               : whole;
  }
  // The words that rules of grammar ask about.
  const WordClasses& words() const { return words_; }

  // Whether a noun names a state that goes on ("pression", "embargo") rather than an act.
  bool goes_on(std::string_view noun) const { return lasting_.find(noun) != lasting_.end(); }
  // Whether a verb tells of what goes on for a while ("soutenir", "occuper"), so that its bare
  // participle does ("les soldats appuyés par X").
  bool lasts(std::string_view verb) const {
    return lasting_verbs_.find(verb) != lasting_verbs_.end();
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <typename T>
  using Map = std::unordered_map<std::string, std::vector<T>, Hash, std::equal_to<>>;
  template <typename T>
  static const std::vector<T>& find(const Map<T>& map, std::string_view lemma) {
    static const std::vector<T> kNothing;
    const auto it = map.find(lemma);
    return it == map.end() ? kNothing : it->second;
  }

  template <typename T>
  const std::vector<T>& find_guessing(const Map<T>& map, std::string_view lemma) const {
    const std::vector<T>& found = find(map, lemma);
    if (!found.empty() || french_ || lemma.size() < 4) return found;
    const std::string_view shorter = lemma.substr(0, lemma.size() - 1);
    if (const auto& with_e = find(map, std::string(lemma) + "e"); !with_e.empty()) return with_e;
    if (lemma.back() == 'i') return find(map, std::string(shorter) + "y");
    if (lemma.back() == 'e' || lemma.back() == lemma[lemma.size() - 2]) return find(map, shorter);
    return found;
  }

  class Reader;

  bool french_ = true;
  WordClasses words_;
  Map<EventEntry> verbs_, nouns_, adjectives_;
  Map<LightVerb> light_;
  Map<ModalWord> modal_;
  std::unordered_set<std::string, Hash, std::equal_to<>> lasting_, lasting_verbs_;
  Map<SubjectWord> subjects_;
  std::unordered_map<std::string, Befores> sets_;  // "&weapon missile"
};

// A preposition as tables and trees are compared: without articles, "au cours de" as "à cours de".
std::string bare_preposition(std::string_view phrase);

// Exposed for tests: "subj>à|contre" → Frame; the error names the part that is no slot.
Result<Frame> parse_frame(std::string_view text);

}  // namespace selon
