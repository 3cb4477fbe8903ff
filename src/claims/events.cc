#include "claims/events.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/attitudes.h"
#include "claims/entry_conditions.h"
#include "claims/implied.h"
#include "claims/light_verbs.h"
#include "claims/participants.h"
#include "claims/phrase_matcher.h"
#include "claims/political.h"
#include "claims/recall.h"
#include "claims/subject_matter.h"
#include "claims/through_things.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

class EventFinder {
 public:
  EventFinder(const Document& doc, const Tree& tree, const Arguments& arguments,
              const FirmnessReader& firmness, const EventLexicon& lexicon,
              const SubjectMatter& about)
      : doc_(doc),
        tree_(tree),
        arguments_(arguments),
        firmness_(firmness),
        lexicon_(lexicon),
        about_(about),
        phrases_(doc, tree, arguments, lexicon),
        conditions_(doc, tree, arguments, lexicon, phrases_),
        light_verbs_(doc, tree, arguments, lexicon, phrases_),
        participants_(doc, tree, arguments, lexicon),
        taken_(doc.words.size(), false) {
    // "Organisation du traité de l'Atlantique nord": a word of a name is no event
    for (const Mention& m : doc.mentions) {
      int32_t first = m.first_word;  // behind the article
      while (first < m.end_word && doc.words[first].upos == Upos::kDet) ++first;
      if (m.form == MentionForm::kName && m.end_word - first > 1 &&
          starts_upper(doc.words[first].form))
        for (int32_t w = first; w < m.end_word; ++w) named_.push_back(w);
    }
    std::sort(named_.begin(), named_.end());
  }

  std::vector<FoundEvent> run() {
    // Verbs first: a phrase ("prendre la décision") takes its noun away from the noun tables.
    for_each_word([&](int32_t i) {
      if (taken_[i]) return;  // "appeler à voter" is one phrase
      if (arguments_.verbal(i) || word(i).upos == Upos::kAux) verb(i);
    });
    for_each_word([&](int32_t i) {
      const Upos upos = word(i).upos;
      if (taken_[i]) return;
      if (upos == Upos::kNoun || upos == Upos::kPropn) noun(i);
      if (upos == Upos::kAdj) adjective(i);
    });
    std::sort(found_.begin(), found_.end(),
              [](const FoundEvent& a, const FoundEvent& b) { return a.word < b.word; });
    return std::move(found_);
  }

 private:
  const Word& word(int32_t i) const { return doc_.words[i]; }

  // In all prose.
  template <typename Visit>
  void for_each_word(const Visit& visit) const {
    for (const Sentence& s : doc_.sentences) {
      if (s.block != kNone && !doc_.blocks[s.block].prose()) continue;
      for (int32_t i = s.first_word; i < s.end_word; ++i) visit(i);
    }
  }

  void verb(int32_t i) {
    // "the president-elect": behind a hyphen a verb without an ending is part of a title
    if (!doc_.french() && i > 1 && word(i - 1).form == "-" &&
        lower(word(i).form) == word(i).lemma && word(i - 1).span.end == word(i).span.begin &&
        word(i - 2).span.end == word(i - 1).span.begin)
      return;
    // "les groupes armés": an attribute that nobody did
    if (tree_.is(i, "amod") && arguments_.subject(i).empty() && tree_.children(i).empty()) return;
    if (light_verbs_.aims(i))
      for (int32_t s : arguments_.surface_subject(i))
        if (mention_at_head(doc_, s) == kNone && !lexicon_.nouns(lower(word(s).lemma)).empty())
          return;
    if (pairs_sides(i)) return;
    FoundEvent e;
    e.word = i;
    e.thing = thing_that_acts(i);
    if (try_entries(i, lexicon_.verbs(word(i).lemma), e)) return;
    // "is prepared to fight", "was opposed to it": an adjective that the tagger takes for a passive
    if (!doc_.french() && arguments_.passive(i) &&
        try_entries(i, lexicon_.adjectives(lower(word(i).form)), e))
      return;
    // "were wounded when": so does an English one
    if (!doc_.french() && word(i).upos == Upos::kAdj)
      for (const std::string& verb : verbs_of_participle(lower(word(i).form)))
        if (try_entries(i, lexicon_.verbs(verb), e)) return;
    // a participle that the tagger takes for an adjective keeps its own form as lemma: "assassiné"
    std::string lemma = word(i).lemma;
    if (word(i).upos == Upos::kAdj && lemma.size() > 3 && lemma.ends_with("é")) {
      lemma.replace(lemma.size() - 2, 2, "er");
      try_entries(i, lexicon_.verbs(lemma), e);
    }
  }

  // "la guerre qui oppose X à Y": it names the war's sides, and is no event beside it.
  bool pairs_sides(int32_t verb) const {
    const int32_t noun = word(verb).head;
    if (!doc_.french() || word(verb).lemma != "opposer" || !tree_.is(verb, "acl") ||
        noun == kNone || arguments_.passive(verb))
      return false;
    const EventLexicon::Entries& rows = lexicon_.nouns(lower(word(noun).lemma));
    return std::any_of(rows.begin(), rows.end(),
                       [](const EventEntry& entry) { return entry.frame.reciprocal; });
  }

  // "wounded", "seized", "denied" → "wound", "seize", "deny", and what is no word.
  static std::vector<std::string> verbs_of_participle(const std::string& form) {
    if (form.size() < 5 || !form.ends_with("ed")) return {};
    std::string stem = form.substr(0, form.size() - 2);
    std::vector<std::string> out = {stem, stem + 'e'};
    if (stem.ends_with('i')) out.push_back(stem.substr(0, stem.size() - 1) + 'y');
    return out;
  }

  void noun(int32_t i) {
    const EventLexicon::Entries& entries = lexicon_.nouns(lower(word(i).lemma));
    if (entries.empty() || std::binary_search(named_.begin(), named_.end(), i)) return;
    if (compounded(i) || names_a_body(i, entries.front()) || says_what_kind(i)) return;
    if (!doc_.french() && starts_upper(word(i).form) && time_at(doc_, i) != kNone)
      return;  // "last March" is no march
    FoundEvent e;
    e.word = i;
    e.nominal = true;
    const bool somebody = std::any_of(entries.begin(), entries.end(), [](const EventEntry& entry) {
      return entry.parts.empty() && !entry.needs_copula && entry.of_somebody();
    });
    // "la guérilla a libéré ses otages": the noun stands for those who fight
    const bool relation = std::any_of(entries.begin(), entries.end(), [](const EventEntry& entry) {
      return entry.event == "ALLIED" || entry.event == "HOSTILE" || entry.event == "MEMBER";
    });
    const bool group = names_group(i);
    if (!somebody && !relation && group) return;
    FoundEvent lent = e;
    light_verbs_.lend(i, lent);
    // "aucun groupe n'a revendiqué l'attaque": by whom is not said
    if (lent.light != kNone && lent.aspect == LightVerb::Aspect::kClaimed &&
        firmness_.negated(lent.light))
      lent.actors.clear();
    try_entries(i, entries, lent, &e, group);
  }

  void adjective(int32_t i) {
    FoundEvent e;
    e.word = i;
    try_entries(i, lexicon_.adjectives(word(i).lemma), e);
  }

  // "le virus attaque les enfants", "la situation a poussé Oslo à": a subject that is nobody;
  // kNone.
  int32_t thing_that_acts(int32_t verb) const {
    // "touché par une panne": in the passive, the agent
    const bool passive = arguments_.passive(verb);
    const auto acts = [&](int32_t c) {
      if (!passive) return tree_.is(c, "nsubj");
      const std::string_view preposition = tree_.preposition(c);
      return tree_.is(c, "obl") && (preposition == "par" || preposition == "by");
    };
    for (int32_t s : tree_.children(verb))
      if (acts(s) && word(s).upos == Upos::kNoun && mention_at_head(doc_, s) == kNone &&
          arguments_.people_of(s).empty())
        return s;
    return kNone;
  }

  // "Les pompiers ont mené des opérations": no fight without somebody armed or a word of war.
  bool armed(const FoundEvent& e) const {
    constexpr std::array<std::string_view, 5> kArmed = {"MIL", "REB", "UAF", "SPY", "SEP"};
    const auto is_armed = [&](int32_t m) {
      for (int32_t id : resolve_members(doc_, m))
        if (among(doc_.entities[id].sector, kArmed)) return true;
      return false;
    };
    // "riposte à une attaque"
    for (int32_t c : tree_.children(e.word)) {
      const EventLexicon::Entries& rows = lexicon_.nouns(lower(word(c).lemma));
      if (!e.nominal && tree_.is(c, "obl") && !rows.empty() && rows.front().event == "ASSAULT")
        return true;
    }
    // "Si Oslo attaque, Rome ripostera"
    const int32_t sentence = word(e.word).sentence;
    if (std::any_of(found_.begin(), found_.end(), [&](const FoundEvent& told) {
          return told.entry->event == "ASSAULT" && word(told.word).sentence == sentence;
        }))
      return true;
    return about_.war_beside(e.word) || std::any_of(e.actors.begin(), e.actors.end(), is_armed) ||
           std::any_of(e.recipients.begin(), e.recipients.end(), is_armed);
  }

  // "Tokyo proteste": a state or who governs it, in words.
  bool by_states(const FoundEvent& e) const {
    return !e.actors.empty() && std::all_of(e.actors.begin(), e.actors.end(), [&](int32_t m) {
      const int32_t id = resolve(doc_, m);
      return id != kNone &&
             (doc_.entities[id].kind == EntityKind::kState || doc_.entities[id].sector == "GOV");
    });
  }

  // An arm strikes, a text demands, and what happens does this or that.
  bool may_act(int32_t thing, std::string_view event) const {
    const std::string lemma = lower(word(thing).lemma);
    if (event == "ACCUSE" || event == "SANCTION" || !lexicon_.nouns(lemma).empty()) return true;
    const bool strikes = event == "ASSAULT" || event == "COERCE";
    const auto& rows = lexicon_.subjects(lemma);
    return std::any_of(rows.begin(), rows.end(), [&](const SubjectWord& row) {
      return row.subject == (strikes ? SubjectWord::Subject::kArm : SubjectWord::Subject::kText);
    });
  }

  // Adds the first of the senses that stands at the word; false when none does. A noun that names
  // somebody takes no subject from a light verb, "a arrêté des manifestants": it begins as `alone`.
  // One that names a `group` rejects nothing: "a rejeté la plainte de l'opposition".
  bool try_entries(int32_t i, const EventLexicon::Entries& entries, const FoundEvent& base,
                   const FoundEvent* alone = nullptr, bool group = false) {
    const bool pronominal = !base.nominal && arguments_.verbal(i) && arguments_.pronominal(i);
    const bool predicate = tree_.child(i, "cop") != kNone || tree_.child(i, "aux:pass") != kNone;
    FoundEvent nobodys;  // "les combats": of nobody yet, as far as the senses were asked
    for (const EventEntry& entry : entries) {
      if (arguments_.verbal(i) && entry.pronominal != pronominal &&
          !(pronominal && !entry.pronominal && arguments_.passive(i) && !does_to_itself(i)))
        continue;
      if (entry.needs_copula && !predicate) continue;
      // nor does what one joins: "members joined the opposition"
      if (group && (doc_.french() || base.light != kNone) && entry.event == "REJECT" &&
          !entry.of_somebody())
        continue;
      if (entry.needs_negation && !firmness_.negated(i)) continue;
      // "demonstrated by the school": nobody's protest
      if (entry.event == "PROTEST" && arguments_.verbal(i) && arguments_.passive(i) &&
          !entry.frame.takes_object())
        continue;
      FoundEvent e = alone != nullptr && entry.of_somebody() ? *alone : base;
      e.entry = &entry;
      if (!phrases_.match_parts(i, entry.parts, e.part_words)) continue;
      if (entry.parts_before &&
          std::any_of(e.part_words.begin(), e.part_words.end(),
                      [&](int32_t part) { return part > i && word(part).head != i; }))
        continue;
      if (!conditions_.hold(i, entry)) continue;
      if (entry.event.empty()) {  // "attend a derby": no event, and no other row is asked
        taken_[i] = true;
        return true;
      }
      if (!e.nominal && !e.part_words.empty()) light_verbs_.lend_aim(e, e.recipients);
      if (!participants_.fill(e)) continue;
      if (e.thing != kNone && e.actors.empty() && !may_act(e.thing, entry.event)) continue;
      if (entry.needs_force && !armed(e)) continue;
      if (entry.needs_state && !by_states(e)) continue;
      if (nobodys.entry != nullptr && nobodys.entry->event != entry.event) break;
      // a sense that needs somebody, who may be told elsewhere: another may have him here
      if (e.actors.empty() && e.recipients.empty() && entry.needs_recipient &&
          (!e.placed || doc_.french())) {
        if (nobodys.entry == nullptr) nobodys = std::move(e);
        continue;
      }
      if (nobodys.entry != nullptr && e.actors.empty() && e.recipients.empty()) break;
      add(std::move(e));
      return true;
    }
    if (nobodys.entry == nullptr) return false;
    add(std::move(nobodys));
    return true;
  }

  Span trigger_span(int32_t head, const std::vector<int32_t>& parts) const {
    Span s = word(head).span;
    for (int32_t p : parts)
      if (word(head).deprel == "acl:relcl" && word(head).head == p)
        return word(p).span;  // "l'accord que X a signé": the noun
      else if (!tree_.is(p, "nsubj"))
        s = s.cover(word(p).span);  // "diplomates belges ont été expulsés": the verb alone
    return s.size() <= 40 ? s : word(head).span;
  }

  void add(FoundEvent e) {
    e.trigger = trigger_span(e.word, e.part_words);
    if (e.nominal)  // "an aid package": one event, not the aid and the package
      std::erase_if(found_, [&](const FoundEvent& part) {
        return part.nominal &&
               std::find(e.part_words.begin(), e.part_words.end(), part.word) != e.part_words.end();
      });
    taken_[e.word] = true;
    for (int32_t p : e.part_words) taken_[p] = !hosted(e, p);
    found_.push_back(std::move(e));
  }

  // "Oslo accueille des pourparlers entre Rome et Lima": the talks are of others than their host.
  bool hosted(const FoundEvent& e, int32_t part) const {
    if (!doc_.french() || e.nominal || e.entry->mode != "multilateral" ||
        word(part).upos != Upos::kNoun)
      return false;
    for (int32_t c : tree_.children(part))
      if (tree_.is(c, "nmod") && tree_.preposition(c) == "entre") return true;
    return false;
  }

  // "Un pêcheur s'est noyé" is no passive as "les accords se signent à Oslo" is one.
  bool does_to_itself(int32_t verb) const {
    for (int32_t c : tree_.children(verb))
      if (word(c).deprel == "aux:caus") return false;  // "s'est fait arrêter"
    for (int32_t s : arguments_.surface_subject(verb))
      if (const int32_t m = mention_at_head(doc_, s); m != kNone)
        if (const int32_t e = resolve(doc_, m); e != kNone)
          return doc_.entities[e].kind == EntityKind::kPerson ||
                 doc_.entities[e].kind == EntityKind::kPeople;
    return false;
  }

  // "les manifestants": the noun alone names who takes part, not what happens
  bool names_group(int32_t noun) const {
    const auto [begin, end] = mentions_at(doc_, noun);
    for (int32_t m = begin; m < end; ++m)
      if (doc_.mentions[m].form == MentionForm::kDescription) return true;
    return false;
  }

  // "le port de guerre de Brest", "la cour d'appel": a bare noun under "de", with nobody of its
  // own, only says which kind of thing its head is, unless that is something that happens itself
  // ("menace de guerre", "campagne de bombardements") or counts what does ("une série d'attaques").
  bool says_what_kind(int32_t noun) const {
    if (!doc_.french() || !tree_.is(noun, "nmod") || tree_.preposition(noun) != "de") return false;
    if (word(noun).morph.number == Number::kPlur) return false;
    for (int32_t c : tree_.children(noun)) {
      // "la marine de guerre taïwanaise": the navy is
      const Morph &own = word(c).morph, &above = word(word(noun).head).morph;
      const bool demonym = tree_.is(c, "amod") && mention_at_head(doc_, c) != kNone &&
                           own.gender == above.gender && own.number == above.number;
      if (tree_.is(c, "det") || (tree_.is(c, "amod") && !demonym) || tree_.is(c, "conj"))
        return false;
      if (tree_.is(c, "nmod") && tree_.preposition(c) != "de") return false;
      if (tree_.is(c, "acl")) return false;
    }
    const int32_t head = word(noun).head;
    if (word(head).upos != Upos::kNoun || tree_.is(head, "conj")) return false;
    const std::string lemma = lower(word(head).lemma);
    return lexicon_.nouns(lemma).empty() && lexicon_.light_verbs(lemma).empty() &&
           lexicon_.modal_words(lemma).empty() && mention_at_head(doc_, noun) == kNone;
  }

  // "le Conseil de sécurité": a capital inside a sentence makes it a body, no advice
  bool names_a_body(int32_t noun, const EventEntry& entry) const {
    const std::string& type = entry.event;
    if (type != "REQUEST" && type != "SUPPORT" && type != "AID" && type != "CONSULT" &&
        type != "COOPERATE" && type != "AGREE")
      return false;
    return starts_upper(word(noun).form) && mention_at_head(doc_, noun) != kNone &&
           noun > doc_.sentences[word(noun).sentence].first_word;
  }

  // "war-torn", "protest-hit", "attack-style": the first half of an adjective tells no event
  bool compounded(int32_t noun) const {
    const int32_t end = doc_.sentences[word(noun).sentence].end_word;
    if (doc_.french() || noun + 2 >= end || word(noun + 1).form != "-") return false;
    if (word(noun).span.end != word(noun + 1).span.begin) return false;
    const std::string next = lower(word(noun + 2).form);
    return lexicon_.words().ends_in(next, WordClass::kCompoundEnd) ||
           word(noun + 2).upos == Upos::kAdj;
  }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const FirmnessReader& firmness_;
  const EventLexicon& lexicon_;
  const SubjectMatter& about_;
  const PhraseMatcher phrases_;
  const EntryConditions conditions_;
  const LightVerbs light_verbs_;
  const Participants participants_;
  std::vector<bool> taken_;
  std::vector<int32_t> named_;  // words of names of several words, sorted
  std::vector<FoundEvent> found_;
};

}  // namespace

std::vector<FoundEvent> find_events(const Document& doc, const Tree& tree,
                                    const Arguments& arguments, const FirmnessReader& firmness,
                                    const EventLexicon& lexicon) {
  const SubjectMatter about(doc, lexicon);
  std::vector<FoundEvent> found = EventFinder(doc, tree, arguments, firmness, lexicon, about).run();
  drop_games_and_mishaps(doc, about, found);
  inherit_participants(doc, tree, arguments, lexicon, found);
  imply_participants(doc, tree, arguments, found);
  aim_attitudes(doc, tree, arguments, found);
  recall_told_before(doc, tree, lexicon, found);
  imply_participants(doc, tree, arguments, found);  // by whom nouns turned out to be of
  aim_attitudes(doc, tree, arguments, found);
  recall_other_side(doc, tree, found);
  recall_pair_of_the_text(doc, tree, found);
  recall_opponent_of_the_text(doc, tree, found);
  std::erase_if(found, [](const FoundEvent& e) {
    return e.actors.empty() && e.recipients.empty() && !e.placed;
  });
  drop_private(doc, about, found);
  return found;
}

}  // namespace selon
