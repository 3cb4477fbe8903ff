#include "claims/recall.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

#include "base/among.h"
#include "claims/parties.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

using Mentions = std::vector<int32_t>;

constexpr int32_t kClose =
    1;  // sentences that "la rencontre" looks back for an act of another word

class Recall {
 public:
  Recall(const Document& doc, const Tree& tree, std::vector<FoundEvent>& events)
      : doc_(doc), tree_(tree), events_(events) {}

  // A definite noun that names nobody takes the participants of the latest event of its type: of
  // its own lemma, or, when it points back, of any.
  void nouns_that_point_back(const WordClasses& words) {
    // sentences back: who takes part is named by half, the same word, another word
    constexpr int32_t kFarHalf = 40, kFarLemma = 12, kFarType = 4;
    for (size_t i = 0; i < events_.size(); ++i) {
      FoundEvent& e = events_[i];
      if (!e.nominal || e.entry->event == "MEMBER" || !definite(doc_, tree_, e.word)) continue;
      if (only_when(i)) {
        e.actors.clear();
        e.recipients.clear();
        continue;
      }
      const bool empty = nobody(e);
      if (!empty && (e.entry->frame.reciprocal || (!e.actors.empty() && !e.recipients.empty())))
        continue;
      for (size_t k = i; k-- > 0;) {
        const FoundEvent& before = events_[k];
        const int32_t far = word(e.word).sentence - word(before.word).sentence;
        if (far > (empty ? kFarLemma : kFarHalf)) break;
        const bool same_lemma = word(before.word).lemma == word(e.word).lemma;
        if ((before.entry->event != e.entry->event &&
             !(empty && any_force(e, before, far, words))) ||
            (!same_lemma && (far > kFarType || !(empty || claimed(e)) ||
                             !points_back(e.word, far) || !takes_up(e, before, words))))
          continue;
        if (nobody(before) || wished_for(before) || answered(e.word, before.word)) continue;
        if (tree_.is(e.word, "obj") && word(e.word).head == before.word)
          continue;  // "a qualifié ces accusations d'absurdes": others'
        if (empty && e.entry->frame.reciprocal) {  // "la visite de X à Y. (…) Cette rencontre"
          Mentions all = before.actors;
          all.insert(all.end(), before.recipients.begin(), before.recipients.end());
          const size_t sides = parties(doc_, all).size();
          if (sides < 2 || (sides > 2 && of_two(e.word, words))) continue;
          e.actors = all;
        } else if (empty) {
          e.actors = before.actors;
          e.recipients = before.recipients;
        } else if (e.actors.empty() && shares(e.recipients, before.recipients)) {
          e.actors = before.actors;
        } else if (e.recipients.empty() && (shares(e.actors, before.actors) || claimed(e))) {
          e.recipients = before.recipients;
        } else {
          continue;
        }
        e.recalled = true;
        break;
      }
    }
  }

  // "Police killed two marchers. The crackdown was condemned": a word for force of any kind.
  bool any_force(const FoundEvent& e, const FoundEvent& before, int32_t far,
                 const WordClasses& words) const {
    return far <= kClose && words.is(word(e.word).lemma, WordClass::kAnyForce) &&
           among(before.entry->event, {"ASSAULT", "COERCE"}) &&
           among(e.entry->event, {"ASSAULT", "COERCE"});
  }

  // "Oslo a reçu Rome. (…) Lors de cette rencontre, Rome a promis": told before, and now only says
  // when something else was. One that says with whom is told once more.
  bool only_when(size_t i) const {
    constexpr int32_t kFar = 12;  // sentences
    const FoundEvent& e = events_[i];
    if (e.entry->event != "CONSULT" || e.placed) return false;
    for (int32_t c : tree_.children(e.word))
      if (!tree_.is(c, "det") && !tree_.is(c, "case") && !tree_.is(c, "punct"))
        return false;
      else if (word(c).morph.possessive)
        return false;
    std::string_view preposition = tree_.preposition(e.word);
    if (preposition == "de" && word(e.word).head != kNone)
      preposition = word(word(e.word).head).lemma;  // "au cours de la rencontre"
    if (!among(preposition, {"lors", "cours", "durant", "pendant", "during"})) return false;
    for (size_t k = i; k-- > 0;) {
      if (word(e.word).sentence - word(events_[k].word).sentence > kFar) return false;
      if (events_[k].entry->event == e.entry->event && !nobody(events_[k])) return true;
    }
    return false;
  }

  // "plaide pour un accord plus large": not the accord that "l'accord" is.
  bool wished_for(const FoundEvent& e) const {
    if (!e.nominal || definite(doc_, tree_, e.word)) return false;
    for (int32_t c : tree_.children(e.word)) {
      if (!tree_.is(c, "amod")) continue;
      for (int32_t d : tree_.children(c))
        if (word(d).lemma == "plus" || word(d).lemma == "more") return true;
      if (word(c).feats.find("Degree=Cmp") != std::string::npos) return true;  // "a wider deal"
    }
    return false;
  }

  // A noun for what both do, which names nobody, is of the pair whose text it is: whoever more than
  // half of all that parties of the text did together is of, told three times or more. Not one that
  // says where it is or which, "des combats à Goma", "une guerre civile".
  void pair_of_the_text() {
    constexpr int kTold = 3;
    struct Told {
      int count = 0, hostile = 0;
      size_t event = 0;  // that names them
    };
    std::map<Parties, Told> pairs;
    int all = 0;
    for (size_t i = 0; i < events_.size(); ++i) {
      const FoundEvent& e = events_[i];
      if (!e.entry->frame.reciprocal || e.actors.size() < 2) continue;
      const Parties who = parties(doc_, e.actors);
      if (who.size() < 2) continue;
      Told& told = pairs.try_emplace(who, Told{.event = i}).first->second;
      ++told.count;
      told.hostile += hostile(e);
      ++all;
    }
    for (const auto& [who, told] : pairs) {
      if (told.count < kTold || 2 * told.count <= all) continue;
      const Mentions actors = events_[told.event].actors;
      for (size_t i = 0; i < events_.size(); ++i) {
        FoundEvent& e = events_[i];
        if (!nobody(e) || !e.nominal || !e.entry->frame.reciprocal || e.placed || of_its_own(e) ||
            only_when(i))
          continue;
        // enemies are no allies, nor allies enemies
        if (e.entry->event == "ALLIED" ? told.hostile > 0 : hostile(e) && told.hostile == 0)
          continue;
        e.actors = actors;
        e.recalled = true;
      }
      return;
    }
  }

  // Half of who takes part is known: another telling of the same kind of act with the same party in
  // the same place knows the rest. The nearest before counts, else the nearest behind.
  void other_tellings() {
    constexpr size_t kReach = 1000;  // events to either side: an article, not a book
    // sentences; by the same word, anywhere
    constexpr int32_t kNear = 6, kOnce = 40;
    std::vector<Telling> told;
    for (const FoundEvent& e : events_)
      told.push_back({parties(doc_, e.actors), parties(doc_, e.recipients)});
    const std::vector<FoundEvent> before = events_;
    // "X killed a cleric. Rebels killed an aide. Two guards were killed": by either
    const auto disputed = [&](size_t i) {
      if (before[i].entry->event != "ASSAULT" || before[i].entry->frame.reciprocal ||
          !told[i].actors.empty() || told[i].recipients.empty())
        return false;
      const Parties* doers = nullptr;
      for (size_t k = 0; k < before.size(); ++k) {
        if (before[k].entry->event != before[i].entry->event || told[k].actors.empty() ||
            told[k].recipients != told[i].recipients)
          continue;
        if (doers && *doers != told[k].actors) return true;
        doers = &told[k].actors;
      }
      return false;
    };
    // somebody known before a group without a code, what was told before what comes
    for (const bool known : {true, false})
      for (size_t i = 0; i < events_.size(); ++i) {
        if (!lacks_party(events_[i], told[i]) || disputed(i)) continue;
        bool found = false;
        const auto near = [&](size_t k) {
          const Word &own = word(before[i].word), &other = word(before[k].word);
          if (own.lemma == other.lemma) return true;
          // "called off the march" refuses nobody whom another refusal met
          if (!doc_.french() && before[i].entry->event == "REJECT" && !before[i].nominal)
            return false;
          if (!means_one(before[i])) return false;
          const int32_t far = std::abs(own.sentence - other.sentence);
          if (kills_one(before[i], before[k])) return far <= kOnce;
          // "une cyberattaque" is no attack of any kind, but any attack may be "l'attaque"
          const std::string& kind = before[i].entry->mode;
          return far <= kNear && (kind.empty() || kind == before[k].entry->mode);
        };
        for (size_t k = i; k-- > 0 && i - k <= kReach && !found;)
          found = near(k) && take(events_[i], told[i], before[k], told[k], known);
        for (size_t k = i + 1; k < events_.size() && k - i <= kReach && !found; ++k)
          found = near(k) && take(events_[i], told[i], before[k], told[k], known);
      }
  }

  // Pressure, a sanction, an accusation or a threat that names nobody whom it meets is aimed at the
  // opponent that the text gives to whoever does it: the other side of more than half of all
  // hostile acts that it did or suffered, told twice or more.
  void opponent_of_the_text() {
    constexpr int kTold = 2;
    struct Acts {
      std::map<Parties, std::pair<int, Mentions>> against;  // how often, and who they are
      int all = 0;
    };
    std::map<Parties, Acts> acts;  // by whose
    const auto count = [&](const Mentions& one, const Mentions& other) {
      const Parties own = parties(doc_, one), theirs = parties(doc_, other);
      if (own.empty() || !coded(theirs) || own == theirs) return;
      Acts& a = acts[own];
      ++a.against.try_emplace(theirs, 0, other).first->second.first;
      ++a.all;
    };
    for (const FoundEvent& e : events_) {
      if (e.recalled || !(aimed(e) || e.entry->event == "ASSAULT" || e.entry->event == "REJECT"))
        continue;
      count(e.actors, e.recipients);
      count(e.recipients, e.actors);
    }
    for (FoundEvent& e : events_) {
      if (!aimed(e) || !e.recipients.empty()) continue;
      const auto own = acts.find(parties(doc_, e.actors));
      if (own == acts.end()) continue;
      for (const auto& [theirs, told] : own->second.against) {
        if (told.first < kTold || 2 * told.first <= own->second.all) continue;
        e.recipients = told.second;
        e.recalled = true;
      }
    }
  }

 private:
  const Word& word(int32_t i) const { return doc_.words[i]; }

  static bool hostile(const FoundEvent& e) {
    return e.entry->event == "HOSTILE" || e.entry->event == "ASSAULT";
  }

  static bool nobody(const FoundEvent& e) { return e.actors.empty() && e.recipients.empty(); }

  // "la guerre de 1967", "the 1967 war": another one than the text's.
  bool dated(int32_t noun) const {
    for (int32_t c : tree_.children(noun))
      if (const int32_t t = time_at(doc_, c); t != kNone && doc_.times[t].kind == TimeKind::kDate)
        return true;
    return false;
  }

  // "une guerre civile", "l'accord de Paris": it is new, or says which it is.
  bool of_its_own(const FoundEvent& e) const {
    if (dated(e.word)) return true;
    for (int32_t c : tree_.children(e.word)) {
      if (tree_.is(c, "det") && (word(c).lemma == "un" || word(c).lemma == "a")) return true;
      if (tree_.is(c, "nmod") && mention_at_head(doc_, c) != kNone) return true;
    }
    return false;
  }

  // "cette rencontre", or "la rencontre" without a complement that would say which, close behind.
  bool points_back(int32_t noun, int32_t far) const {
    bool complement = false;
    for (int32_t c : tree_.children(noun)) {
      if (tree_.is(c, "det") && word(c).morph.pron_type == PronType::kDem) return true;
      // "the attack, which X condemned": what follows the comma only adds
      const bool aside = word(c).deprel == "acl:relcl" && c > noun && word(noun + 1).form == ",";
      complement |= (tree_.is(c, "nmod") || tree_.is(c, "acl")) && !aside;
    }
    return !complement && far <= kClose;
  }

  // "Un prêtre a été enlevé. (…) Le Front a revendiqué l'enlèvement": whoever claims an act did it.
  static bool claimed(const FoundEvent& e) {
    return e.aspect == LightVerb::Aspect::kClaimed && !e.actors.empty() && e.recipients.empty();
  }

  // "une riposte aux frappes": of the other side.
  bool answered(int32_t noun, int32_t above) const {
    const std::string_view preposition = tree_.preposition(noun);
    return word(noun).head == above && (preposition == "à" || preposition == "to");
  }

  // "Oslo a bombardé Rome. Cette attaque": a noun general enough for what another word told, or one
  // made of its root, "inculper" and "l'inculpation". No "cette défaite" is the attack before it.
  bool takes_up(const FoundEvent& e, const FoundEvent& before, const WordClasses& words) const {
    const std::string &noun = word(e.word).lemma, &other = word(before.word).lemma;
    if (e.part_words.empty() && words.is(noun, WordClass::kTakesUp)) return true;
    constexpr size_t kRoot = 5, kEnding = 3;  // bytes
    const size_t least = std::min(noun.size(), other.size());
    const auto differ = std::mismatch(noun.begin(), noun.begin() + least, other.begin()).first;
    const size_t root = differ - noun.begin();
    return root >= kRoot && root + kEnding >= least;
  }

  bool of_two(int32_t noun, const WordClasses& words) const {
    for (int32_t c : tree_.children(noun))
      if (words.is(word(c).lemma, WordClass::kMutual)) return true;
    return false;
  }

  bool shares(const Mentions& a, const Mentions& b) const {
    for (int32_t x : a)
      for (int32_t y : b)
        if (resolve(doc_, x) != kNone && resolve(doc_, x) == resolve(doc_, y)) return true;
    return false;
  }

  struct Telling {
    Parties actors, recipients;
  };

  // Troops are sent and members belong to many, so those tell nothing of the next one's.
  bool lacks_party(const FoundEvent& e, const Telling& told) const {
    const std::string& type = e.entry->event;
    if (type == "MOBILIZE" || type == "MEMBER" || (e.nominal && dated(e.word))) return false;
    // "a discuté du sujet", "multiplie des réunions": a new talk, new ones, with whomever
    if (e.entry->frame.reciprocal)
      return e.actors.size() == 1 && told.actors.size() == 1 && e.nominal &&
             definite(doc_, tree_, e.word);
    if (e.actors.empty()) return !told.recipients.empty();
    return e.recipients.empty() && !e.entry->frame.recipient.empty() && !told.actors.empty();
  }

  // "les frappes", "la campagne": an act that the text tells of in other words, too; "une
  // polémique", "des tirs" are new ones.
  bool means_one(const FoundEvent& e) const { return !e.nominal || definite(doc_, tree_, e.word); }

  // One dies once: whoever killed him did so in every telling.
  bool kills_one(const FoundEvent& e, const FoundEvent& other) const {
    if (e.entry->event != "ASSAULT" || !e.actors.empty() || e.recipients.size() != 1) return false;
    const int32_t who = resolve(doc_, e.recipients[0]);
    return who != kNone && doc_.entities[who].kind == EntityKind::kPerson &&
           shares(e.recipients, other.recipients);
  }

  static bool aimed(const FoundEvent& e) {
    const std::string& type = e.entry->event;
    return type == "COERCE" || type == "SANCTION" || type == "ACCUSE" || type == "THREATEN";
  }

  static bool coded(const Parties& parties) {
    return std::any_of(parties.begin(), parties.end(),
                       [](const std::string& p) { return !p.starts_with("UNK"); });
  }

  bool take(FoundEvent& e, const Telling& own, const FoundEvent& other, const Telling& told,
            bool known) const {
    if (other.entry->event != e.entry->event) return false;
    if (e.entry->frame.reciprocal) {  // of two, since who met many met them one by one, too
      if (!other.entry->frame.reciprocal || told.actors.size() != 2 ||
          !told.actors.contains(*own.actors.begin()))
        return false;
      e.actors = other.actors;
    } else if (told.actors.empty() || told.recipients.empty()) {
      return false;
    } else if (e.actors.empty()) {
      if (told.recipients != own.recipients || told.actors == own.recipients) return false;
      if (known && !coded(told.actors)) return false;
      e.actors = other.actors;
    } else {
      // "the cities' request", told before as one to the schools of their own state
      if (told.actors != own.actors ||
          (told.recipients == own.actors &&
           !(e.nominal && definite(doc_, tree_, e.word) && apart(other.recipients, e.actors))))
        return false;
      if (known && !coded(told.recipients)) return false;
      e.recipients = other.recipients;
    }
    e.recalled = true;
    return true;
  }

  // Two of one state that differ in what they are.
  bool apart(const Mentions& some, const Mentions& others) const {
    for (int32_t a : some)
      for (int32_t b : others) {
        const int32_t x = resolve(doc_, a), y = resolve(doc_, b);
        if (x == kNone || y == kNone || x == y) return false;
        const Entity &one = doc_.entities[x], &other = doc_.entities[y];
        if (one.kind == EntityKind::kState || other.kind == EntityKind::kState ||
            one.sector == other.sector)
          return false;
      }
    return true;
  }

  const Document& doc_;
  const Tree& tree_;
  std::vector<FoundEvent>& events_;
};

}  // namespace

void recall_told_before(const Document& doc, const Tree& tree, const EventLexicon& lexicon,
                        std::vector<FoundEvent>& events) {
  Recall(doc, tree, events).nouns_that_point_back(lexicon.words());
}

void recall_pair_of_the_text(const Document& doc, const Tree& tree,
                             std::vector<FoundEvent>& events) {
  Recall(doc, tree, events).pair_of_the_text();
}

void recall_other_side(const Document& doc, const Tree& tree, std::vector<FoundEvent>& events) {
  Recall(doc, tree, events).other_tellings();
}

void recall_opponent_of_the_text(const Document& doc, const Tree& tree,
                                 std::vector<FoundEvent>& events) {
  Recall(doc, tree, events).opponent_of_the_text();
}

bool definite(const Document& doc, const Tree& tree, int32_t noun) {
  for (int32_t c : tree.children(noun)) {
    const Morph& m = doc.words[c].morph;
    if ((tree.is(c, "det") || doc.words[c].deprel == "nmod:poss") &&
        (m.definite || m.pron_type == PronType::kDem || m.possessive))
      return true;
  }
  return false;
}

}  // namespace selon
