#include "claims/participants.h"

#include <algorithm>

#include "base/among.h"
#include "claims/fillers.h"
#include "claims/parties.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {

bool Participants::fill(FoundEvent& e) const {
  const EventEntry& entry = *e.entry;
  Sides s{frame_.fill(e, entry.frame.actor), frame_.fill(e, entry.frame.recipient)};
  drop_where_held(e, s);             // "les attentats de Paris"
  take_armed(e, s);                  // "une attaque de drones turcs"
  drop_prefixed(s);                  // "une marche anti-américaine" is no American one
  add_against(e, s);                 // but against Americans
  take_doer_before(e, s);            // "Oslo's arrest of X"
  drop_own_share(e, s);              // "exclut toute participation de son pays"
  add_owner_of_phrase(e, s);         // "accepter la proposition de X"
  add_doer_of_phrase(e, s);          // "périr dans un raid chilien"
  add_aimed_at(e, s);                // "adopter des sanctions visant X"
  prefer_lent_recipient(e, s);       // "came under attack in the north"
  split_owners(e, s);                // "le blocus chilien d'Oslo"
  take_victim(e, s);                 // "l'agression d'un maire"
  take_lent(e, s);                   // "a mené une attaque"
  take_opposed(e, s);                // "la guerre qui oppose X à Y"
  take_parties_around(e, s);         // "X est en guerre avec Y"
  take_whose_clause(e, s);           // "recalled its envoy in protest at X"
  take_blamed(e, s);                 // "accuse X de massacres"
  take_denier(e, s);                 // "dément tout soutien à X"
  take_those_sent(e, s);             // "troops from X were deployed"
  take_speaker(e, s);                // "« … », a averti X" warns nobody named X
  drop_nobodys(s);                   // "ferme le détroit d'Ormuz"
  add_whose_enemy(e, s);             // "« L'ennemi recule », dit X": X's
  add_whose_allies(e, s);            // "consulted allies": one's own
  if (generic_you(s)) return false;  // "you can invite people"
  if (s.actors.empty() && s.recipients.empty() && points_back(e)) {  // "ces demandes"
    e.actors.clear();
    e.recipients.clear();
    return true;
  }
  const bool mutual = to_each_other(e, s);
  if (mutual) s.recipients.clear();
  if (!mutual && !has_needed(e, s)) return false;

  if (entry.frame.reciprocal) {  // both sides act
    s.actors.insert(s.actors.end(), s.recipients.begin(), s.recipients.end());
    s.recipients.clear();
  }
  e.actors = distinct_mentions(doc_, s.actors, {});
  e.recipients = distinct_mentions(doc_, s.recipients, e.actors);
  std::erase_if(e.recipients, [&](int32_t m) {  // "X et Y ont réaffirmé leur opposition"
    return doc_.mentions[m].form == MentionForm::kPossessive && all_among(m, e.actors);
  });
  // "troops were sent to the front-line units": to their own, against nobody
  if (entry.event == "MOBILIZE" && parties(doc_, e.recipients) == parties(doc_, e.actors) &&
      std::all_of(e.recipients.begin(), e.recipients.end(), [&](int32_t m) {
        const int32_t who = resolve(doc_, m);
        return who != kNone && doc_.entities[who].sector == "MIL";
      }))
    e.recipients.clear();
  // "a soutenu sa thèse": one's own is nobody else
  if ((entry.needs_recipient || entry.needs_person) && !entry.frame.reciprocal && !mutual &&
      e.recipients.empty())
    return false;
  if (entry.needs_pair && e.actors.size() + e.recipients.size() < 2 && !several(e.actors))
    return false;
  // "les alliés se réunissent": a relation that tells of one side says nothing of it
  if (e.nominal && (entry.event == "ALLIED" || entry.event == "HOSTILE") && e.recipients.empty() &&
      e.actors.size() == 1 && doc_.mentions[e.actors[0]].head == e.word && !several(e.actors))
    return false;
  if (e.nominal && entry.event == "MEMBER" && only_describes(e)) return false;
  return somebody_takes_part(e);
}

// A strait or a sea of no state is nobody.
void Participants::drop_nobodys(Sides& s) const {
  for (std::vector<int32_t>* side : {&s.actors, &s.recipients})
    std::erase_if(*side, [&](int32_t m) { return nobodys(m); });
}

bool Participants::nobodys(int32_t mention) const {
  const int32_t e = resolve(doc_, mention);
  return doc_.mentions[mention].rule == "place" && e != kNone && doc_.entities[e].country.empty();
}

// Where a noun's event was is nobody's act; that it is told makes the event one without parties,
// but an agreement only takes its name there, "les accords d'Oslo".
void Participants::drop_where_held(FoundEvent& e, Sides& s) const {
  e.placed = false;
  if (!e.nominal) return;
  const bool happens = e.entry->event != "AGREE" && e.entry->event != "SUPPORT";
  for (int32_t c : tree_.children(e.word)) {
    if (!frame_.where().held_there(e.word, c)) continue;
    const auto held = mentions_at(doc_, c);
    e.placed |= happens && held.first != held.second;
    std::erase_if(s.actors, [&](int32_t m) { return m >= held.first && m < held.second; });
  }
  // "clashes between police and marchers in Oslo": both are named, and Oslo is where
  if (!doc_.french() && !e.entry->frame.reciprocal)
    for (int32_t c : tree_.children(e.word))
      if (tree_.is(c, "nmod") && tree_.preposition(c) == "between" && s.actors.size() > 1)
        std::erase_if(s.recipients, [&](int32_t m) {
          return among(tree_.preposition(doc_.mentions[m].head), {"in", "at", "near", "on"});
        });
  const std::string& type = e.entry->event;
  // "le bombardement d'Hawija": a town undergoes it
  if (doc_.french() && type == "ASSAULT" && !e.entry->frame.reciprocal) {
    std::vector<int32_t> towns;
    for (int32_t m : s.actors)
      if (doc_.mentions[m].rule == "place" && tree_.is(doc_.mentions[m].head, "nmod") &&
          tree_.preposition(doc_.mentions[m].head) == "de")
        towns.push_back(m);
    if (!towns.empty()) {
      s.actors.clear();
      // but "les opérations d'Almaty" only were there
      if (s.recipients.empty() && !e.entry->mode.empty()) s.recipients = towns;
    }
  }
  e.placed |= (type == "ASSAULT" || type == "COERCE" || type == "PROTEST") &&
              frame_.where().takes_place(e.word);
}

// Whose arms an attack is made with makes it, and does not undergo it: "une attaque aux drones
// turcs contre X", also where "drones" is a word of the row's phrase.
void Participants::take_armed(const FoundEvent& e, Sides& s) const {
  if (e.entry->event != "ASSAULT" || !e.nominal) return;
  std::vector<int32_t> armed;
  const auto add = [&](int32_t w) {
    if (!frame_.weapon(w) || mention_at_head(doc_, w) != kNone) return;
    for (int32_t m : arguments_.people_of(w)) armed.push_back(m);
  };
  for (int32_t part : e.part_words) add(part);
  for (int32_t c : tree_.children(e.word))
    if (tree_.is(c, "nmod") && frame_.armed_with(e, c) &&
        std::find(e.part_words.begin(), e.part_words.end(), c) == e.part_words.end())
      add(c);
  std::erase_if(s.recipients,
                [&](int32_t m) { return std::find(armed.begin(), armed.end(), m) != armed.end(); });
  if (s.actors.empty()) s.actors = armed;
}

// "soutient une marche anti-américaine": neither the Americans' nor in favour of them.
void Participants::drop_prefixed(Sides& s) const {
  const auto prefixed = [&](int32_t m) {
    const std::string prefix = prefix_before(doc_, doc_.mentions[m].span);
    return lexicon_.words().is(prefix, WordClass::kFor) ||
           lexicon_.words().is(prefix, WordClass::kAgainst);
  };
  std::erase_if(s.actors, prefixed);
  std::erase_if(s.recipients, prefixed);
}

// "une marche anti-russe", "broadcasts anti-Kremlin propaganda": against whom the noun is.
void Participants::add_against(const FoundEvent& e, Sides& s) const {
  if (!s.recipients.empty() || e.entry->frame.reciprocal) return;
  std::vector<int32_t> nouns = e.part_words;
  if (e.nominal) nouns.push_back(e.word);
  for (int32_t noun : nouns)
    for (int32_t c : tree_.children(noun)) {
      const auto [begin, end] = mentions_at(doc_, c);
      for (int32_t m = begin; m < end; ++m)
        if (lexicon_.words().is(prefix_before(doc_, doc_.mentions[m].span), WordClass::kAgainst))
          s.recipients.push_back(m);
    }
}

// "Oslo's arrest of X", "its killing of X": whose the noun is, where "of" says who undergoes it.
void Participants::take_doer_before(const FoundEvent& e, Sides& s) const {
  if (!e.nominal || e.entry->frame.reciprocal) return;
  const int32_t before = doer_before(doc_, tree_, lexicon_, e.word);
  if (before == kNone) return;
  const std::vector<int32_t> who = arguments_.people_of(before);
  if (who.empty()) return;
  std::erase_if(s.recipients,
                [&](int32_t m) { return std::find(who.begin(), who.end(), m) != who.end(); });
  if (!s.recipients.empty() || s.actors.empty()) s.actors = who;
}

// "exclut toute participation de son pays": one's own share in a thing makes nobody undergo it.
void Participants::drop_own_share(const FoundEvent& e, Sides& s) const {
  if (e.entry->frame.reciprocal || e.nominal) return;
  std::erase_if(s.recipients, [&](int32_t m) {
    int32_t above = word(doc_.mentions[m].head).head;
    if (above != kNone && (word(above).upos == Upos::kPron || word(above).upos == Upos::kNum))
      above = word(above).head;  // "a tué un de ses chefs"
    return above != e.word && possessed_by(doc_, tree_, m, s.actors);
  });
}

// "accepter la proposition de X": whose the phrase's own noun is.
void Participants::add_owner_of_phrase(const FoundEvent& e, Sides& s) const {
  if (e.entry->frame.recipient.empty() || e.entry->frame.reciprocal || e.nominal) return;
  for (int32_t part : e.part_words)
    if (word(part).upos == Upos::kNoun && s.recipients.empty() && !tree_.is(part, "nsubj") &&
        !frame_.weapon(part))
      for (int32_t m : owners(doc_, arguments_, part, s.actors)) {
        // "took to the streets of Oslo" is not against the town
        const bool where = e.entry->event == "PROTEST" && doc_.mentions[m].rule == "place";
        // "Diaz menace d'opposer le veto norvégien": his own state's
        const int32_t who = doc_.french() ? resolve(doc_, m) : kNone;
        if (who != kNone && doc_.entities[who].kind == EntityKind::kState &&
            tree_.is(doc_.mentions[m].head, "amod") &&
            parties(doc_, {m}) == parties(doc_, s.actors))
          continue;
        const int32_t held = doc_.mentions[m].head;  // "viole l'accord d'Oslo"
        if (doc_.french() && frame_.where().held_there(part, held)) continue;
        if (!all_among(m, s.actors) && !where) s.recipients.push_back(m);
      }
}

// "périr dans un bombardement chilien", "mourir dans une attaque de drones chiliens": who undergoes
// it is the subject, and whose the phrase's own noun is does it.
void Participants::add_doer_of_phrase(const FoundEvent& e, Sides& s) const {
  if (!doc_.french() || e.nominal || e.entry->event != "ASSAULT" || !s.actors.empty() ||
      std::none_of(e.entry->frame.recipient.begin(), e.entry->frame.recipient.end(),
                   [](const Slot& slot) { return slot.kind == SlotKind::kSubject; }))
    return;
  for (int32_t part : e.part_words) {
    if (word(part).upos != Upos::kNoun || !s.actors.empty()) continue;
    for (int32_t w : arguments_.fill(part, Slot{SlotKind::kAdjective, {}}))
      if (!frame_.where().says_where(w))
        for (int32_t m : arguments_.people_of(w)) s.actors.push_back(m);
    for (int32_t c : tree_.children(part))
      if (s.actors.empty() && tree_.is(c, "nmod") && frame_.armed_with(e, c))
        for (int32_t m : arguments_.people_of(c)) s.actors.push_back(m);
    std::erase_if(s.actors, [&](int32_t m) {
      return std::find(s.recipients.begin(), s.recipients.end(), m) != s.recipients.end();
    });
  }
}

// "Oslo and Rome accused each other": both act, and on nobody else.
bool Participants::to_each_other(const FoundEvent& e, const Sides& s) const {
  if (doc_.french() || e.nominal || e.entry->frame.recipient.empty() || s.actors.empty())
    return false;
  if (s.actors.size() < 2 && !several(s.actors)) return false;
  for (int32_t c : tree_.children(e.word)) {
    if (c < e.word || (!tree_.is(c, "obj") && !tree_.is(c, "obl") && !tree_.is(c, "iobj")))
      continue;
    // "expelled each other's diplomats"
    std::vector<int32_t> heads = {c, c - 1};  // whichever of the two words the tree takes for it
    for (int32_t d : tree_.children(c))
      if (d < c) heads.push_back(d);
    for (int32_t first : heads) {
      if (word(first).sentence != word(c).sentence ||
          first + 1 >= doc_.sentences[word(c).sentence].end_word)
        continue;
      const std::string &one = word(first).lemma, &other = word(first + 1).lemma;
      if ((one == "each" && other == "other") || (one == "one" && other == "another")) return true;
      // "each government accused the other"
      if (one == "the" && other == "other" && first + 1 == c && tree_.is(c, "obj")) return true;
    }
  }
  return false;
}

// "The ministers of Oslo and Rome met", "the two leaders met": a pair under one name.
bool Participants::several(const std::vector<int32_t>& actors) const {
  return std::any_of(actors.begin(), actors.end(),
                     [&](int32_t m) { return resolve_members(doc_, m).size() > 1; });
}

// "ont gelé leurs relations": each of those who act.
bool Participants::all_among(int32_t mention, const std::vector<int32_t>& actors) const {
  std::vector<int32_t> known;
  for (int32_t m : actors)
    for (int32_t e : resolve_members(doc_, m)) known.push_back(e);
  const std::vector<int32_t> own = resolve_members(doc_, mention);
  return !own.empty() && std::all_of(own.begin(), own.end(), [&](int32_t e) {
    return std::find(known.begin(), known.end(), e) != known.end();
  });
}

// "adopter une série de sanctions visant X", "ouvrir une enquête pour fraude visant X": the noun of
// the phrase, or one below it, is aimed by a participle.
void Participants::add_aimed_at(const FoundEvent& e, Sides& s) const {
  constexpr int kBelow = 2;  // nouns
  if (!doc_.french() || !s.recipients.empty() || e.entry->frame.reciprocal ||
      e.entry->frame.recipient.empty())
    return;
  const auto aimed = [&](const auto& self, int32_t noun, int depth) -> void {
    for (int32_t c : tree_.children(noun)) {
      if (c < noun) continue;
      if (tree_.is(c, "acl") && arguments_.verbal(c) && !arguments_.passive(c)) {
        const auto& rows = lexicon_.light_verbs(word(c).lemma);
        if (std::none_of(rows.begin(), rows.end(), [](const LightVerb& v) { return v.aims; }))
          continue;
        for (int32_t o : arguments_.object(c))
          for (int32_t m : arguments_.people_of(o)) s.recipients.push_back(m);
      } else if (depth < kBelow && tree_.is(c, "nmod") && mention_at_head(doc_, c) == kNone) {
        self(self, c, depth + 1);
      }
    }
  };
  if (e.nominal) aimed(aimed, e.word, 0);
  for (int32_t part : e.part_words)
    if (word(part).upos == Upos::kNoun && s.recipients.empty()) aimed(aimed, part, 0);
}

// "came under attack in the north": who suffered it, not where.
void Participants::prefer_lent_recipient(const FoundEvent& e, Sides& s) const {
  if (e.entry->frame.reciprocal || doc_.french() || !e.nominal || e.recipients.empty()) return;
  for (int32_t c : tree_.children(e.word))  // "triggered sanctions against Oslo"
    if (tree_.is(c, "nmod") && tree_.preposition(c) == "against" &&
        mention_at_head(doc_, c) != kNone)
      return;
  s.recipients.clear();
}

// "la guerre qui oppose X à Y", "le différend opposant X à Y": both.
void Participants::take_opposed(FoundEvent& e, Sides& s) const {
  if (!doc_.french() || !e.nominal) return;
  for (int32_t c : tree_.children(e.word)) {
    if (c < e.word || !tree_.is(c, "acl") || word(c).lemma != "opposer" || arguments_.passive(c))
      continue;
    std::vector<int32_t> one, other;
    for (int32_t w : arguments_.object(c))
      for (int32_t m : arguments_.people_of(w)) one.push_back(m);
    for (int32_t head : {c, e.word, word(e.word).head})  // also hung on the noun or its verb
      if (head != kNone && other.empty())
        for (int32_t w : arguments_.fill(head, Slot{SlotKind::kPreposition, "à"}))
          if (w > c)
            for (int32_t m : arguments_.people_of(w)) other.push_back(m);
    if (one.empty() || other.empty()) continue;
    e.placed = false;
    if (e.entry->frame.reciprocal)
      s = {one, other};
    else
      s = {};  // left to the sense of two sides
  }
}

// "le blocus chilien d'Oslo": of two owners of an act of force the adjective's does it and the
// genitive's undergoes it.
void Participants::split_owners(const FoundEvent& e, Sides& s) const {
  const std::string& type = e.entry->event;
  if (!doc_.french() || !e.nominal || e.entry->frame.reciprocal ||
      (!s.recipients.empty() && s.recipients != s.actors) ||
      (type != "ASSAULT" && type != "COERCE"))
    return;
  const auto owned = [&](const Slot& slot) {
    std::vector<int32_t> out;
    for (int32_t w : arguments_.fill(e.word, slot))
      if (slot.kind != SlotKind::kAdjective || !frame_.where().says_where(w))
        for (int32_t m : arguments_.people_of(w)) out.push_back(m);
    return out;
  };
  const std::vector<int32_t> by = owned(Slot{SlotKind::kAdjective, {}});
  const std::vector<int32_t> of = owned(Slot{SlotKind::kPreposition, "de"});
  if (by.empty() || of.empty() || parties(doc_, by) == parties(doc_, of) || s.actors != of) return;
  s.actors = by;
  s.recipients = of;
}

// "l'agression d'un maire", "l'attaque d'un journaliste": somebody spoken of for the first time,
// who is no force, undergoes it.
void Participants::take_victim(const FoundEvent& e, Sides& s) const {
  if (!doc_.french() || !e.nominal || e.entry->event != "ASSAULT" || e.entry->frame.reciprocal ||
      !s.recipients.empty() || s.actors.size() != 1)
    return;
  const Mention& m = doc_.mentions[s.actors.front()];
  const int32_t who = resolve(doc_, s.actors.front());
  const int32_t article = tree_.child(m.head, "det");
  if (who == kNone || m.form != MentionForm::kDescription || word(m.head).head != e.word ||
      !tree_.is(m.head, "nmod") || tree_.preposition(m.head) != "de" || article == kNone ||
      word(article).lemma != "un" || word(m.head).morph.number == Number::kPlur ||
      doc_.entities[who].kind != EntityKind::kPerson ||
      among(doc_.entities[who].sector, {"MIL", "REB", "UAF", "COP", "CRM", "SPY", "PRM"}))
    return;
  std::swap(s.actors, s.recipients);
}

// A light verb's subject takes part where the noun itself names nobody: "a provoqué l'ire de
// Washington".
void Participants::take_lent(const FoundEvent& e, Sides& s) const {
  const bool pairwise = e.entry->frame.reciprocal;
  const bool open = pairwise && s.lack_one();
  if (open || (!pairwise && s.actors.empty()))
    s.actors.insert(s.actors.end(), e.actors.begin(), e.actors.end());
  if (open || (!pairwise && s.recipients.empty()))
    s.recipients.insert(s.recipients.end(), e.recipients.begin(), e.recipients.end());
}

// "recalled its envoy in protest at the raid": how a clause's subject does what he does.
void Participants::take_whose_clause(const FoundEvent& e, Sides& s) const {
  if (doc_.french() || !e.nominal || !s.actors.empty() || e.entry->frame.reciprocal ||
      !tree_.is(e.word, "obl") || tree_.child(e.word, "det") != kNone ||
      std::none_of(e.part_words.begin(), e.part_words.end(), [&](int32_t part) {
        return tree_.is(part, "case") && word(part).head == e.word;
      }))
    return;
  const int32_t verb = word(e.word).head;
  if (verb == kNone || !arguments_.verbal(verb)) return;
  for (int32_t w : arguments_.subject(verb))
    for (int32_t m : arguments_.people_of(w)) s.actors.push_back(m);
}

// "accuse X de massacres", "poursuivi pour le meurtre de Y": whoever is blamed did it.
void Participants::take_blamed(const FoundEvent& e, Sides& s) const {
  if (!doc_.french() || !e.nominal || !s.actors.empty() ||
      (e.entry->event != "ASSAULT" && e.entry->event != "COERCE"))
    return;
  const std::string_view preposition = tree_.preposition(e.word);
  int32_t verb = word(e.word).head;
  if (verb == kNone || (preposition != "de" && preposition != "pour")) return;
  // hung on whoever is blamed
  if (!arguments_.verbal(verb) && mention_at_head(doc_, verb) != kNone && tree_.is(verb, "obj"))
    verb = word(verb).head;
  else if (!tree_.is(e.word, "obl"))
    return;
  if (verb == kNone || !arguments_.verbal(verb) || verb > e.word) return;
  const EventLexicon::Entries& rows = lexicon_.verbs(word(verb).lemma);
  if (std::none_of(rows.begin(), rows.end(), [&](const EventEntry& entry) {
        return entry.parts.empty() && entry.event == "ACCUSE" && entry.mode == "allege";
      }))
    return;
  for (int32_t w : arguments_.object(verb))
    for (int32_t m : arguments_.people_of(w)) s.actors.push_back(m);
}

// "dément tout soutien au Front", "denied any deal with Rome": any of his own, unless it would be
// done to him.
void Participants::take_denier(const FoundEvent& e, Sides& s) const {
  const int32_t verb = word(e.word).head;
  const bool mutual = e.entry->frame.reciprocal;
  if (!e.nominal || (!s.actors.empty() && !mutual) || verb == kNone || !tree_.is(e.word, "obj") ||
      !arguments_.words().is(word(verb).lemma, WordClass::kDenies))
    return;
  const auto below = tree_.children(e.word);
  if (std::none_of(below.begin(), below.end(), [&](int32_t c) {
        return c < e.word && among(word(c).lemma, {"tout", "any"}) &&
               (tree_.is(c, "det") || tree_.is(c, "advmod"));
      }))
    return;
  std::vector<int32_t> deniers;
  for (int32_t w : arguments_.subject(verb))
    for (int32_t m : arguments_.people_of(w)) deniers.push_back(m);
  if (mutual || parties(doc_, s.recipients) != parties(doc_, deniers))
    s.actors.insert(s.actors.begin(), deniers.begin(), deniers.end());
}

// "a rompu les discussions avec X": who does something to what is shared with X is the other side,
// unless he only judges it.
std::vector<int32_t> Participants::handler(const FoundEvent& e) const {
  std::vector<int32_t> out;
  const std::string with = doc_.french() ? "avec" : "with";
  if (arguments_.fill(e.word, Slot{SlotKind::kPreposition, with}).empty()) return out;
  int32_t noun = e.word;  // "l'ouverture des négociations"
  if (const int32_t above = word(noun).head; above != kNone && tree_.is(noun, "nmod") &&
                                             tree_.preposition(noun) == "de" &&
                                             word(above).upos == Upos::kNoun)
    noun = above;
  const int32_t verb = word(noun).head;
  if (verb == kNone || !tree_.is(noun, "obj") || !arguments_.verbal(verb)) return out;
  const EventLexicon::Entries& rows = lexicon_.verbs(word(verb).lemma);
  bool handles = e.light == verb;
  for (const EventEntry& entry : rows) {
    if (!entry.parts.empty()) continue;
    if (entry.event == "ACCUSE" || entry.event == "SUPPORT") return out;
    handles |= entry.event != "REJECT";
  }
  if (!handles) return out;
  for (int32_t w : arguments_.subject(verb))
    for (int32_t m : arguments_.people_of(w)) out.push_back(m);
  return out;
}

void Participants::take_parties_around(const FoundEvent& e, Sides& s) const {
  if (!e.nominal) return;
  const bool pairwise = e.entry->frame.reciprocal;
  if (pairwise && s.lack_one())
    for (int32_t m : handler(e)) s.actors.push_back(m);
  // "X, en visite à Y, …"
  const bool visiting = !pairwise && s.actors.empty() && tree_.preposition(e.word) == "en";
  if (!(pairwise && s.lack_one()) && !visiting) return;
  const std::vector<int32_t> around = parties_around(doc_, tree_, arguments_, lexicon_, e.word);
  s.actors.insert(s.actors.end(), around.begin(), around.end());
}

// "Oslo's troops were deployed to the border": who is sent acts, where nobody is said to send them.
void Participants::take_those_sent(const FoundEvent& e, Sides& s) const {
  if (e.entry->event != "MOBILIZE" || e.nominal || !s.actors.empty() || doc_.french()) return;
  if (!arguments_.passive(e.word)) return;
  for (int32_t sent : arguments_.object(e.word))
    for (int32_t m : arguments_.people_of(sent))
      if (known(m)) s.actors.push_back(m);
}

// An inserted verb of saying has its subject behind it, which the parser may take for its object.
void Participants::take_speaker(const FoundEvent& e, Sides& s) const {
  for (const Attribution& a : doc_.attributions) {
    if (a.cue_word != e.word || !a.rule.starts_with("incise") || a.source.empty()) continue;
    for (size_t i = 0; i < doc_.mentions.size(); ++i) {
      const auto m = static_cast<int32_t>(i);
      if (doc_.mentions[i].span != a.source) continue;
      s.actors = {m};
      std::erase(s.recipients, m);
      return;
    }
  }
}

// Whoever speaks of "the enemy", and not of somebody's, speaks of his own.
void Participants::add_whose_enemy(const FoundEvent& e, Sides& s) const {
  if (!e.nominal || e.entry->event != "HOSTILE" || !e.entry->of_somebody() ||
      s.actors.size() != 1 || !s.recipients.empty() || !definite(doc_, tree_, e.word))
    return;
  for (int32_t c : tree_.children(e.word))
    if (tree_.is(c, "nmod") || word(c).morph.possessive) return;
  const int32_t said = voices_.innermost(e.word);
  const int32_t who = said == kNone ? kNone : doc_.attributions[said].entity;
  if (who == kNone || who == resolve(doc_, s.actors.front())) return;
  int32_t speaker = kNone;  // where he was named last, else where he will be
  for (size_t i = 0; i < doc_.mentions.size(); ++i) {
    const auto m = static_cast<int32_t>(i);
    if (resolve(doc_, m) != who) continue;
    if (doc_.mentions[i].head > e.word && speaker != kNone) break;
    speaker = m;
  }
  if (speaker != kNone) s.actors.push_back(speaker);
}

// "Oslo consulted allies": allies of nobody's are those of whoever deals with them.
void Participants::add_whose_allies(const FoundEvent& e, Sides& s) const {
  if (doc_.french() || !e.nominal || e.entry->event != "ALLIED" || !e.entry->of_somebody() ||
      s.actors.size() != 1 || !s.recipients.empty() || !tree_.is(e.word, "obj") ||
      word(e.word).morph.number != Number::kPlur)
    return;
  for (int32_t c : tree_.children(e.word))
    if (c < e.word && word(c).upos != Upos::kAdj) return;
  const int32_t verb = word(e.word).head;
  if (verb == kNone || !arguments_.verbal(verb)) return;
  for (int32_t w : arguments_.subject(verb))
    for (int32_t m : arguments_.people_of(w)) s.actors.push_back(m);
}

}  // namespace selon
