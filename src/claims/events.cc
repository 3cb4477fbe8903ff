#include "claims/events.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "claims/fillers.h"
#include "claims/implied.h"
#include "claims/phrase_matcher.h"
#include "claims/recall.h"
#include "claims/through_things.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

class EventFinder {
 public:
  EventFinder(const Document& doc, const Tree& tree, const Arguments& arguments,
              const FirmnessReader& firmness, const EventLexicon& lexicon)
      : doc_(doc),
        tree_(tree),
        arguments_(arguments),
        firmness_(firmness),
        lexicon_(lexicon),
        phrases_(doc, tree, arguments, lexicon),
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
    for (const Sentence& s : doc_.sentences) {
      if (s.block != kNone && !doc_.blocks[s.block].prose()) continue;
      for (int32_t i = s.first_word; i < s.end_word; ++i)
        if (arguments_.verbal(i) || word(i).upos == Upos::kAux) verb(i);
    }
    for (const Sentence& s : doc_.sentences) {
      if (s.block != kNone && !doc_.blocks[s.block].prose()) continue;
      for (int32_t i = s.first_word; i < s.end_word; ++i) {
        if (taken_[i]) continue;
        const Upos upos = word(i).upos;
        if (upos == Upos::kNoun || upos == Upos::kPropn)
          noun(i);
        else if (upos == Upos::kAdj)
          adjective(i);
      }
    }
    std::sort(found_.begin(), found_.end(),
              [](const FoundEvent& a, const FoundEvent& b) { return a.word < b.word; });
    inherit_participants(doc_, tree_, arguments_, found_);
    imply_participants(doc_, tree_, arguments_, found_);
    recall_told_before(doc_, tree_, found_);
    imply_participants(doc_, tree_, arguments_, found_);  // by whom nouns turned out to be of
    recall_other_side(doc_, tree_, found_);
    std::erase_if(found_,
                  [](const FoundEvent& e) { return e.actors.empty() && e.recipients.empty(); });
    return std::move(found_);
  }

 private:
  const Word& word(int32_t i) const { return doc_.words[i]; }

  // "un million de réfugiés": what is counted; kNone.
  int32_t counted(int32_t head) const {
    constexpr std::array<std::string_view, 17> kCounts = {
        "million",   "milliard",  "millier",     "centaine",     "dizaine",  "quinzaine",
        "vingtaine", "trentaine", "quarantaine", "cinquantaine", "douzaine", "majorité",
        "nombre",    "partie",    "poignée",     "beaucoup",     "plupart"};
    if (std::find(kCounts.begin(), kCounts.end(), word(head).lemma) == kCounts.end()) return kNone;
    for (int32_t c : tree_.children(head))
      if ((tree_.is(c, "nmod") || tree_.is(c, "obl")) && tree_.preposition(c) == "de") return c;
    return kNone;
  }

  bool holds(int32_t trigger, const LemmaCondition& condition) const {
    bool found = false;
    const auto match = [&](int32_t w) {
      for (const std::string& lemma : condition.lemmas)
        if (phrases_.is_word(w, lemma)) found = true;
    };
    // "!adj:press": any word beside the noun, not only who is somebody
    if (condition.slot.kind == SlotKind::kAdjective)
      for (int32_t c : tree_.children(trigger))
        if (tree_.is(c, "amod") || tree_.is(c, "compound")) match(c);
    for (int32_t w : arguments_.fill(trigger, condition.slot)) {
      match(w);
      if (!doc_.french())  // "dozens of rockets", "a fleet of ships": what there are many of
        for (int32_t c : tree_.children(w))
          if (tree_.is(c, "conj") || (tree_.is(c, "nmod") && tree_.preposition(c) == "of"))
            match(c);
      if (const int32_t of = counted(w); of != kNone) match(of);
    }
    return found != condition.negated;
  }

  // Whether the word's infinitive is an act that hurts: "vowed to bomb".
  bool over_hostile(int32_t governor) const {
    for (int32_t c : tree_.children(governor)) {
      if (!tree_.is(c, "xcomp") && !tree_.is(c, "advcl") && !tree_.is(c, "csubj")) continue;
      for (const EventEntry& inner : lexicon_.verbs(word(c).lemma)) {
        std::vector<int32_t> parts;
        if (inner.needs_copula || !phrases_.match_parts(c, inner.parts, parts)) continue;
        if (inner.event == "ASSAULT" || inner.event == "SANCTION" || inner.event == "COERCE")
          return true;
        break;
      }
    }
    return false;
  }

  // "told them to leave", not "told them that".
  bool over_infinitive(int32_t governor) const {
    for (int32_t c : tree_.children(governor))
      if (c > governor && word(c).morph.verb_form == VerbForm::kInf &&
          (tree_.is(c, "xcomp") || tree_.is(c, "advcl") || tree_.is(c, "ccomp") ||
           tree_.is(c, "csubj")))
        return true;
    return false;
  }

  // Not a pronoun that stands for nobody known: "tell me", "it calls for".
  bool somebody(int32_t mention) const {
    const Mention& m = doc_.mentions[mention];
    return (m.form != MentionForm::kPronoun && m.form != MentionForm::kPossessive) ||
           resolve(doc_, mention) != kNone;
  }

  bool human(int32_t mention) const {
    const int32_t e = resolve(doc_, mention);
    return e == kNone || doc_.entities[e].kind != EntityKind::kOutlet;
  }

  std::vector<int32_t> side(const FoundEvent& e, const std::vector<Slot>& slots, bool all) const {
    std::vector<int32_t> out;
    for (const Slot& slot : slots) {
      for (int32_t w : arguments_.fill(e.word, slot, e.entry->pronominal))
        if (!only_an_act(doc_, lexicon_, e, slot, w)) {
          // "Washington et ses alliés, Moscou et …": the noun itself, not what it is coordinated
          // with
          const auto own = w == e.word ? mentions_at(doc_, w) : std::pair<int32_t, int32_t>{0, 0};
          for (int32_t m = own.first; m < own.second; ++m) out.push_back(m);
          if (own.first == own.second)
            for (int32_t m : arguments_.people_of(w)) out.push_back(m);
        }
      // "side with X", "call on X": what stands under the phrase's own preposition
      if (out.empty() && slot.kind == SlotKind::kObject && !doc_.french())
        for (int32_t part : e.part_words)
          if (tree_.is(part, "case") && word(part).head != e.word)
            for (int32_t m : arguments_.people_of(word(part).head)) out.push_back(m);
      // "mener une attaque contre X": the complement may hang on the phrase's noun
      if (out.empty() && slot.kind == SlotKind::kPreposition)
        for (int32_t part : e.part_words)
          for (int32_t w : arguments_.fill(part, slot))
            for (int32_t m : arguments_.people_of(w)) out.push_back(m);
      if (out.empty() && !e.nominal && !doc_.french())
        out = people_through_object(doc_, tree_, arguments_, e.word, slot,
                                    e.entry->event == "ASSAULT" || e.entry->event == "COERCE");
      if (!out.empty() && !all) break;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  bool names_group(int32_t noun) const {
    const auto [begin, end] = mentions_at(doc_, noun);
    for (int32_t m = begin; m < end; ++m)
      if (doc_.mentions[m].form == MentionForm::kDescription) return true;
    return false;
  }

  static bool lasting(const std::string& event) {
    return event == "ALLIED" || event == "HOSTILE" || event == "MEMBER";
  }

  // "un membre du Hamas a été tué" only describes somebody; "X, membre du Hamas", "X est membre",
  // "ce membre du Hamas" where X was named, say who is one.
  bool only_describes(const FoundEvent& e) const {
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

  // "a demandé si X a frappé", "asked whether": a question is no request.
  bool asks(int32_t verb) const {
    for (int32_t c : tree_.children(verb)) {
      if (!tree_.is(c, "ccomp")) continue;
      const int32_t mark = tree_.child(c, "mark");
      if (mark != kNone &&
          (word(mark).lemma == "si" || word(mark).lemma == "if" || word(mark).lemma == "whether"))
        return true;
    }
    return false;
  }

  bool conditions_hold(const FoundEvent& e) const {
    return std::all_of(e.entry->conditions.begin(), e.entry->conditions.end(),
                       [&](const LemmaCondition& c) { return holds(e.word, c); });
  }

  // Fills the participants; false when the entry's conditions do not hold.
  bool participants(FoundEvent& e) const {
    const EventEntry& entry = *e.entry;
    if (!conditions_hold(e)) return false;
    if (entry.needs_hostile && !over_hostile(e.word)) return false;
    if (entry.needs_infinitive && !over_infinitive(e.word)) return false;
    if (entry.event == "REQUEST" && asks(e.word)) return false;
    const bool pairwise = entry.frame.reciprocal;
    const bool takes_recipient = !entry.frame.recipient.empty();
    std::vector<int32_t> actors = side(e, entry.frame.actor, pairwise);
    std::vector<int32_t> recipients = side(e, entry.frame.recipient, pairwise);
    // "une marche anti-américaine" is no American one
    for (size_t k = actors.size(); k-- > 0;) {
      const std::string_view prefix = prefix_of(doc_, actors[k]);
      if (prefix.empty()) continue;
      if (prefix == "anti") recipients.push_back(actors[k]);
      actors.erase(actors.begin() + static_cast<std::ptrdiff_t>(k));
    }
    // "exclut toute participation de son pays": one's own share in a thing makes nobody undergo it
    if (!pairwise && !e.nominal)
      std::erase_if(recipients, [&](int32_t m) {
        return word(doc_.mentions[m].head).head != e.word && possessed_by(doc_, tree_, m, actors);
      });
    // "accepter la proposition de X": whose the phrase's own noun is
    if (takes_recipient && !pairwise && recipients.empty() && !e.nominal)
      for (int32_t part : e.part_words)
        if (word(part).upos == Upos::kNoun && recipients.empty() && !tree_.is(part, "nsubj"))
          recipients = owners(doc_, arguments_, part, actors);
    // Both sides alike: "entre X et Y" names all, "avec Y et Z" only the others.
    const auto lacks_side = [&] { return actors.empty() || actors.size() + recipients.size() < 2; };
    // "came under attack in the north": who suffered it, not where
    if (!pairwise && !doc_.french() && e.nominal && !e.recipients.empty()) recipients.clear();
    // A light verb's subject takes part where the noun itself names nobody ("a provoqué l'ire de
    // Washington").
    const bool open = pairwise && lacks_side();
    if (open || (!pairwise && actors.empty()))
      actors.insert(actors.end(), e.actors.begin(), e.actors.end());
    if (open || (!pairwise && recipients.empty()))
      recipients.insert(recipients.end(), e.recipients.begin(), e.recipients.end());
    if (pairwise && e.nominal && lacks_side()) {
      const std::vector<int32_t> around = parties_around(doc_, tree_, arguments_, e.word);
      actors.insert(actors.end(), around.begin(), around.end());
    }
    // "X, en visite à Y, …"
    if (!pairwise && e.nominal && actors.empty() && tree_.preposition(e.word) == "en")
      actors = parties_around(doc_, tree_, arguments_, e.word);
    // "ces demandes": whose they were was told before
    if (e.nominal && actors.empty() && recipients.empty() && definite(doc_, tree_, e.word))
      return true;
    if (entry.needs_actor && actors.empty()) return false;
    if ((entry.needs_recipient || entry.needs_person) && recipients.empty()) return false;
    if (entry.needs_person &&
        std::none_of(recipients.begin(), recipients.end(), [&](int32_t m) { return human(m); }))
      return false;
    // "received a refusal of his": what is undergone by a thing is not undergone by its owner
    if (entry.needs_person && !doc_.french() && !e.nominal && !person_under(e)) return false;
    if (pairwise) {
      actors.insert(actors.end(), recipients.begin(), recipients.end());
      recipients.clear();
    }
    e.actors = distinct_mentions(doc_, actors, {});
    e.recipients = distinct_mentions(doc_, recipients, e.actors);
    // "a soutenu sa thèse": one's own is nobody else
    if ((entry.needs_recipient || entry.needs_person) && !pairwise && e.recipients.empty())
      return false;
    if (entry.needs_pair && e.actors.size() + e.recipients.size() < 2) return false;
    if (e.nominal && entry.event == "MEMBER" && only_describes(e)) return false;
    if (entry.needs_plural && word(e.word).morph.number == Number::kSing) return false;
    // A noun may still take its participants from an earlier telling.
    const auto known = [&](int32_t m) { return somebody(m); };
    return std::any_of(e.actors.begin(), e.actors.end(), known) ||
           std::any_of(e.recipients.begin(), e.recipients.end(), known) ||
           (e.nominal && definite(doc_, tree_, e.word));
  }

  // Whether a phrase that fills the recipient's slot is somebody, not a thing of somebody's.
  bool person_under(const FoundEvent& e) const {
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
  bool of_many(int32_t w) const {
    const Word& x = word(w);
    if (x.upos == Upos::kNum || x.upos == Upos::kPron || x.upos == Upos::kDet) return true;
    constexpr std::array<std::string_view, 14> kMany = {
        "dozen",  "hundred", "thousand", "million", "score",    "number", "group",
        "series", "some",    "many",     "most",    "majority", "all",    "couple"};
    return std::find(kMany.begin(), kMany.end(), lower(x.lemma)) != kMany.end() || x.lemma == "ten";
  }

  Span trigger_span(int32_t head, const std::vector<int32_t>& parts) const {
    Span s = word(head).span;
    for (int32_t p : parts)
      if (!tree_.is(p, "nsubj"))
        s = s.cover(word(p).span);  // "diplomates belges ont été expulsés": the verb alone
    return s.size() <= 40 ? s : word(head).span;
  }

  void add(FoundEvent e) {
    e.trigger = trigger_span(e.word, e.part_words);
    taken_[e.word] = true;
    for (int32_t p : e.part_words) taken_[p] = true;
    found_.push_back(std::move(e));
  }

  bool try_entries(int32_t i, const EventLexicon::Entries& entries, FoundEvent base) {
    const bool pronominal = !base.nominal && arguments_.verbal(i) && arguments_.pronominal(i);
    const bool predicate =
        tree_.child(i, "cop") != kNone || (!doc_.french() && tree_.child(i, "aux:pass") != kNone);
    for (const EventEntry& entry : entries) {
      if (arguments_.verbal(i) && entry.pronominal != pronominal &&
          !(pronominal && !entry.pronominal && arguments_.passive(i) && !does_to_itself(i)))
        continue;
      if (entry.needs_copula && !predicate) continue;
      if (entry.needs_negation && !firmness_.negated(i)) continue;
      FoundEvent e = base;
      e.entry = &entry;
      if (!phrases_.match_parts(i, entry.parts, e.part_words)) continue;
      if (entry.event.empty()) {  // "attend a derby": no event, and no other row is asked
        if (!conditions_hold(e)) continue;
        taken_[i] = true;
        return true;
      }
      if (!participants(e)) continue;
      add(std::move(e));
      return true;
    }
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

  void verb(int32_t i) {
    // "les groupes armés": an attribute that nobody did
    if (tree_.is(i, "amod") && arguments_.subject(i).empty() && tree_.children(i).empty()) return;
    if (aims(i))
      for (int32_t s : arguments_.surface_subject(i))
        if (mention_at_head(doc_, s) == kNone && !lexicon_.nouns(lower(word(s).lemma)).empty())
          return;
    FoundEvent e;
    e.word = i;
    if (try_entries(i, lexicon_.verbs(word(i).lemma), e)) return;
    // "is prepared to fight", "was opposed to it": an adjective that the tagger takes for a passive
    if (!doc_.french() && arguments_.passive(i) &&
        try_entries(i, lexicon_.adjectives(lower(word(i).form)), e))
      return;
    // a participle that the tagger takes for an adjective keeps its own form as lemma: "assassiné"
    std::string lemma = word(i).lemma;
    if (word(i).upos == Upos::kAdj && lemma.size() > 3 && lemma.ends_with("é")) {
      lemma.replace(lemma.size() - 2, 2, "er");
      try_entries(i, lexicon_.verbs(lemma), e);
    }
  }

  void noun(int32_t i) {
    const EventLexicon::Entries& entries = lexicon_.nouns(lower(word(i).lemma));
    if (entries.empty() || std::binary_search(named_.begin(), named_.end(), i)) return;
    if (compounded(i) || names_a_body(i, entries.front())) return;
    FoundEvent e;
    e.word = i;
    e.nominal = true;
    // "a arrêté des manifestants": a noun that names somebody takes no subject from the verb
    const bool somebody = std::any_of(
        entries.begin(), entries.end(), [french = doc_.french()](const EventEntry& entry) {
          return (french || !entry.needs_copula) &&
                 std::any_of(entry.frame.actor.begin(), entry.frame.actor.end(),
                             [](const Slot& s) { return s.kind == SlotKind::kHead; });
        });
    // "la guérilla a libéré ses otages": the noun stands for those who fight
    const bool relation = std::any_of(entries.begin(), entries.end(),
                                      [](const EventEntry& entry) { return lasting(entry.event); });
    if (!somebody && !relation && names_group(i)) return;
    if (!somebody) carry(i, e);
    try_entries(i, entries, e);
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
    for (std::string_view ending : {"ed", "en", "torn", "hit", "style", "era", "weary", "like",
                                    "time", "ing", "related", "free", "prone", "led", "scale"})
      if (next.ends_with(ending)) return true;
    return word(noun + 2).upos == Upos::kAdj;
  }

  bool aims(int32_t verb) const {
    const auto& verbs = lexicon_.light_verbs(word(verb).lemma);
    return std::any_of(verbs.begin(), verbs.end(), [](const LightVerb& v) { return v.aims; });
  }

  // Finds the light verb above a noun and lets its subject take part.
  void carry(int32_t noun, FoundEvent& e) const {
    const std::string& type = lexicon_.nouns(lower(word(noun).lemma)).front().event;
    const bool resented = type == "ACCUSE" || type == "PROTEST" || type == "REJECT" ||
                          type == "SANCTION" || type == "THREATEN";
    const auto lend = [&](int32_t verb, const std::vector<int32_t>& subjects) {
      for (const LightVerb& v : lexicon_.light_verbs(word(verb).lemma)) {
        const bool parts = std::all_of(
            v.parts.begin(), v.parts.end(),
            [&](const std::string& part) { return phrases_.find_part(verb, part) != kNone; });
        if (!parts) continue;
        if (v.aims) continue;
        e.light = verb;
        e.aspect = v.aspect;
        // "was subjected to threats", "was hit by sanctions": who is its subject, all the same
        const bool undergone = !doc_.french() && v.subject_is_recipient && arguments_.passive(verb);
        for (int32_t s : undergone ? arguments_.object(verb) : subjects)
          for (int32_t m : arguments_.people_of(s))
            (v.subject_is_recipient || (v.causes && resented) ? e.recipients : e.actors)
                .push_back(m);
        // "infliger une défaite à X"
        if (!v.subject_is_recipient && arguments_.verbal(verb))
          for (std::string_view to : {"à", "to"})
            for (int32_t w : arguments_.fill(verb, Slot{SlotKind::kPreposition, std::string(to)}))
              if (w != noun && lexicon_.nouns(lower(word(w).lemma)).empty())
                for (int32_t m : arguments_.people_of(w)) e.recipients.push_back(m);
        return true;
      }
      return false;
    };
    // "des sanctions visant X", "les sanctions visent X"
    for (int32_t c : tree_.children(noun))
      if (tree_.is(c, "acl") && aims(c) && !arguments_.passive(c))
        for (int32_t o : arguments_.object(c))
          for (int32_t m : arguments_.people_of(o)) e.recipients.push_back(m);
    if (const int32_t up = word(noun).head; up != kNone && tree_.is(noun, "nsubj") && aims(up))
      for (int32_t o : arguments_.object(up))
        for (int32_t m : arguments_.people_of(o)) e.recipients.push_back(m);
    int32_t at = noun;
    // "l'objet de sanctions": the verb stands above the noun's noun
    for (int step = 0; step < 2; ++step) {
      const int32_t up = word(at).head;
      if (up == kNone) break;
      const bool argument = tree_.is(at, "obj") || tree_.is(at, "obl") ||
                            word(at).deprel == "nsubj:pass" || tree_.is(at, "nmod") ||
                            tree_.is(at, "xcomp");
      if (!argument) break;
      if (arguments_.verbal(up) || word(up).upos == Upos::kAux) {
        if (lend(up, arguments_.subject(up))) return;
        break;
      }
      if (!lexicon_.light_verbs(word(up).lemma).empty() &&
          lend(up, arguments_.fill(up, Slot{SlotKind::kHead, {}})))
        return;
      at = up;
    }
    // "l'attaque menée par X"
    for (int32_t c : tree_.children(noun))
      if (tree_.is(c, "acl") && arguments_.verbal(c) && lend(c, arguments_.subject(c))) return;
  }

  void adjective(int32_t i) {
    FoundEvent e;
    e.word = i;
    try_entries(i, lexicon_.adjectives(word(i).lemma), e);
  }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const FirmnessReader& firmness_;
  const EventLexicon& lexicon_;
  const PhraseMatcher phrases_;
  std::vector<bool> taken_;
  std::vector<int32_t> named_;  // words of names of several words, sorted
  std::vector<FoundEvent> found_;
};

}  // namespace

std::vector<FoundEvent> find_events(const Document& doc, const Tree& tree,
                                    const Arguments& arguments, const FirmnessReader& firmness,
                                    const EventLexicon& lexicon) {
  return EventFinder(doc, tree, arguments, firmness, lexicon).run();
}

}  // namespace selon
