#include "claims/light_verbs.h"

#include <algorithm>
#include <string_view>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/fillers.h"
#include "mentions/lookup.h"
#include "mentions/name_shapes.h"

namespace selon {

bool LightVerbs::aims(int32_t verb) const {
  const std::vector<LightVerb>& verbs = lexicon_.light_verbs(word(verb).lemma);
  return std::any_of(verbs.begin(), verbs.end(), [](const LightVerb& v) { return v.aims; });
}

void LightVerbs::lend_aim(const FoundEvent& e, std::vector<int32_t>& recipients) const {
  const int32_t noun = word(e.word).head;
  if (doc_.french() || noun == kNone || !tree_.is(e.word, "acl") || !arguments_.passive(e.word) ||
      std::find(e.part_words.begin(), e.part_words.end(), noun) == e.part_words.end())
    return;
  FoundEvent aimed;
  add_aimed_at(noun, aimed);
  recipients = aimed.recipients;
}

void LightVerbs::lend(int32_t noun, FoundEvent& e) const {
  add_aimed_at(noun, e);
  const Arguments::Words participles = participles_of(noun);
  if (add_ascribed_to(noun, participles, e)) return;
  if (lend_from_above(noun, e)) {
    // "s'oppose à l'appel lancé par X": whoever the participle names is nearer than the verb above
    FoundEvent near = e;
    near.actors.clear();
    for (int32_t c : participles)
      if (doc_.french() && arguments_.passive(c) && near.actors.empty())
        lend_by(c, arguments_.subject(c), noun, near);
    if (near.actors.empty()) return;
    e.actors = near.actors;
    if (e.aspect == LightVerb::Aspect::kHappened) e.light = near.light;
    std::erase_if(e.recipients, [&](int32_t m) {
      return std::find(e.actors.begin(), e.actors.end(), m) != e.actors.end();
    });
    return;
  }
  for (int32_t c : participles)
    if (lend_by(c, arguments_.subject(c), noun, e)) return;
}

// What a verb above the noun lends it; false when there is none.
bool LightVerbs::lend_from_above(int32_t noun, FoundEvent& e) const {
  int32_t at = noun;
  // "drew praise and criticism": both
  if (const int32_t first = word(noun).head; !doc_.french() && tree_.is(noun, "conj") &&
                                             first != kNone && tree_.is(first, "obj") &&
                                             !lexicon_.nouns(lower(word(first).lemma)).empty())
    at = first;
  // "l'objet de sanctions": the verb stands above the noun's noun
  for (int step = 0; step < 2; ++step) {
    const int32_t up = word(at).head;
    if (up == kNone) break;
    const bool argument = tree_.is(at, "obj") || tree_.is(at, "obl") ||
                          word(at).deprel == "nsubj:pass" || tree_.is(at, "nmod") ||
                          tree_.is(at, "xcomp");
    if (!argument || around(at) || opposed(at)) break;
    if (arguments_.verbal(up) || word(up).upos == Upos::kAux) {
      if (lend_by(up, arguments_.subject(up), noun, e)) {
        if (opens_with(at)) e.aspect = LightVerb::Aspect::kHappened;
        return true;
      }
      break;
    }
    if (!lexicon_.light_verbs(word(up).lemma).empty() &&
        lend_by(up, arguments_.fill(up, Slot{SlotKind::kHead, {}}), noun, e))
      return true;
    // "a promis une riposte aux tirs": not his own
    const std::string_view preposition = tree_.preposition(at);
    if (!preposition.empty() && preposition != "de" && preposition != "of" && !carried(up)) break;
    // "a fait état de raids": not its own
    if (tree_.is(up, "obj") && lexicon_.words().is(word(up).lemma, WordClass::kAccount)) break;
    // "demande la fin des raids": its end is asked for, not a raid
    if (doc_.french() && tree_.is(up, "obj") && ends(up) && !carried(up)) break;
    at = up;
  }
  return false;
}

// "la fin de", "l'arrêt de", "la levée de".
bool LightVerbs::ends(int32_t noun) const {
  const std::vector<ModalWord>& rows = lexicon_.modal_words(word(noun).lemma);
  return std::any_of(rows.begin(), rows.end(), [](const ModalWord& m) { return m.ended; });
}

// "En visite à Oslo, X a promis des chars": no visit is promised.
bool LightVerbs::opens_with(int32_t noun) const {
  if (!doc_.french() || !tree_.is(noun, "obl") || noun > word(noun).head ||
      tree_.preposition(noun) != "en" || tree_.child(noun, "det") != kNone)
    return false;
  for (int32_t at = noun + 1; at < word(noun).head; ++at)
    if (word(at).form == ",") return true;
  return false;
}

// "l'attaque menée par X", "l'appel à une trêve lancé par X": the participle may hang on the noun
// between, with which it does not agree.
Arguments::Words LightVerbs::participles_of(int32_t noun) const {
  Arguments::Words out;
  for (int32_t c : tree_.children(noun)) {
    if (tree_.is(c, "acl") && arguments_.verbal(c)) out.push_back(c);
    if (!tree_.is(c, "nmod") || c < noun) continue;
    if (!doc_.french()) {  // "the attack in Oslo claimed by X": no town is claimed
      const int32_t m = mention_at_head(doc_, c);
      if (m != kNone && doc_.mentions[m].rule == "place" && locative(tree_.preposition(c)))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "acl") && d > c && arguments_.passive(d)) out.push_back(d);
      continue;
    }
    for (int32_t d : tree_.children(c)) {
      if (!tree_.is(d, "acl") || d < c || !arguments_.passive(d)) continue;
      const Morph &own = word(d).morph, &first = word(noun).morph, &second = word(c).morph;
      const bool agrees = own.gender == first.gender && own.number == first.number;
      const bool between = own.gender == second.gender && own.number == second.number;
      if (agrees && !between) out.push_back(d);
    }
  }
  return out;
}

// "menace Oslo en cas d'attaque", "a parlé après l'attaque": what stands under such a preposition
// is around the verb's act, not in it.
bool LightVerbs::around(int32_t noun) const {
  if (!tree_.is(noun, "obl")) return false;
  // "a coupé les réseaux à la suite de manifestations"
  if (doc_.french() && tree_.preposition(noun) == "à" && tree_.child(noun, "det") != kNone &&
      among(word(noun).lemma, {"suite", "issue", "lendemain", "occasion", "terme", "veille"}))
    return true;
  // "a renoncé sous la pression de X"
  if (tree_.preposition(noun) == "sous" && type_of(noun) == "COERCE") return true;
  return lexicon_.words().is(word(noun).lemma, WordClass::kCircumstance) ||
         lexicon_.words().is(tree_.preposition(noun), WordClass::kCircumstance);
}

// "a manifesté contre la guerre": not the subject's own.
bool LightVerbs::opposed(int32_t noun) const {
  return doc_.french() && tree_.is(noun, "obl") && tree_.preposition(noun) == "contre";
}

// "des sanctions visant X", "les sanctions visent X".
void LightVerbs::add_aimed_at(int32_t noun, FoundEvent& e) const {
  const auto add_objects = [&](int32_t verb) {
    for (int32_t o : arguments_.object(verb))
      for (int32_t m : arguments_.people_of(o)) e.recipients.push_back(m);
  };
  for (int32_t c : tree_.children(noun))
    if (tree_.is(c, "acl") && aims(c) && !arguments_.passive(c)) add_objects(c);
  const int32_t up = word(noun).head;
  if (up == kNone || !aims(up)) return;
  const std::string_view by = tree_.preposition(noun);
  if (tree_.is(noun, "nsubj") || (arguments_.passive(up) && (by == "par" || by == "by")))
    add_objects(up);  // "X est visé par une enquête"
}

// "une attaque attribuée à X", "l'attaque a été imputée à X", "blamed the attack on X": of whom it
// is said to be.
bool LightVerbs::add_ascribed_to(int32_t noun, const Arguments::Words& participles,
                                 FoundEvent& e) const {
  Arguments::Words verbs = participles;
  if (const int32_t up = word(noun).head;
      up != kNone && (word(noun).deprel == "nsubj:pass" || tree_.is(noun, "obj")))
    verbs.push_back(up);
  for (int32_t verb : verbs) {
    if (!lexicon_.words().is(word(verb).lemma, WordClass::kAscribes)) continue;
    Arguments::Words whose;
    for (std::string_view to : {"à", "to", "on"})
      for (int32_t w : arguments_.fill(verb, Slot{SlotKind::kPreposition, std::string(to)}))
        whose.push_back(w);
    if (whose.empty())  // hung on the act
      for (int32_t c : tree_.children(noun))
        if (c > verb && tree_.is(c, "nmod") && among(tree_.preposition(c), {"à", "to", "on"}))
          whose.push_back(c);
    for (int32_t w : whose)
      for (int32_t m : arguments_.people_of(w)) e.actors.push_back(m);
  }
  return !e.actors.empty();
}

// "claimed responsibility for the attack": the noun between is the light verb's own.
bool LightVerbs::carried(int32_t noun) const {
  const int32_t verb = word(noun).head;
  const LightVerb* v = verb == kNone ? nullptr : row(verb);
  return v != nullptr &&
         std::any_of(v->parts.begin(), v->parts.end(), [&](const std::string& part) {
           return phrases_.find_part(verb, part) == noun;
         });
}

// What the verb gives to the noun; false when it is no light verb.
bool LightVerbs::lend_by(int32_t verb, const Arguments::Words& subjects, int32_t noun,
                         FoundEvent& e) const {
  const LightVerb* v = row(verb);
  if (v == nullptr || beside_object(*v, verb, noun)) return false;
  // "Oslo, visée par une attaque": nobody aims at an attack
  if (doc_.french() && aims(verb) && arguments_.passive(verb) && tree_.preposition(noun) == "par")
    return false;
  // "a annoncé la mort de X dans une frappe": the death is what is announced
  if (doc_.french() && v->aspect == LightVerb::Aspect::kAnnounced &&
      tree_.preposition(noun) == "dans" && word(noun).head == verb &&
      tree_.child(verb, "obj") != kNone)
    return false;
  e.light = verb;
  e.aspect = v->aspect;
  if (v->foils) return true;  // somebody else's
  if (v->aspect == LightVerb::Aspect::kNegated && type_of(noun) == "AGREE")
    return true;  // "a rejeté l'accord": perhaps of others
  // "a répliqué par des frappes", but "a répliqué à des frappes"
  const bool answers = doc_.french() &&
                       lexicon_.words().is(word(verb).lemma, WordClass::kAnswers) &&
                       among(tree_.preposition(noun), {"par", "avec"});
  const bool at_subject = (v->subject_is_recipient && !answers) || (v->causes && resented(noun)) ||
                          (v->aspect == LightVerb::Aspect::kNegated && turned_down(verb, noun));
  std::vector<int32_t>& side = at_subject ? e.recipients : e.actors;
  // "was subjected to threats", "was hit by sanctions": who is its subject, all the same
  // "est confronté à des menaces", but "les menaces subies par X"
  const bool under_it = doc_.french() && tree_.is(noun, "obl") && tree_.preposition(noun) == "à";
  const bool undergone = v->subject_is_recipient && arguments_.passive(verb) &&
                         (!doc_.french() || (under_it && v->parts.empty()));
  for (int32_t s : undergone ? arguments_.object(verb) : subjects) {
    Arguments::Words words;
    if (at_subject && (v->causes || !doc_.french()) && done_to_owner(doc_, lexicon_, s))
      // "l'arrestation de X par Oslo a provoqué la colère de Rome": at Oslo, not at X
      for (std::string_view by : {"par", "by"})
        for (int32_t w : arguments_.fill(s, Slot{SlotKind::kPreposition, std::string(by)}))
          words.push_back(w);
    if (words.empty()) words = arguments_.subject_of_summed(s);  // "…, ce qui a provoqué"
    if (words.empty()) words = {s};
    for (int32_t w : words)
      for (int32_t m : arguments_.people_of(w))
        if (v->aspect != LightVerb::Aspect::kAnnounced || !only_tells(m, noun)) side.push_back(m);
  }
  // "a reçu de Washington une aide", not "l'aide de Rome"
  if (doc_.french() && v->subject_is_recipient && tree_.is(noun, "obj") && e.actors.empty() &&
      arguments_.fill(noun, Slot{SlotKind::kPreposition, "de"}).empty())
    for (int32_t c : tree_.children(verb))
      if (c > verb && c < noun && tree_.is(c, "obl") && tree_.preposition(c) == "de")
        for (int32_t m : arguments_.people_of(c)) e.actors.push_back(m);
  // "soumettre X à des sanctions": its object, where the noun stands under "à"
  if (doc_.french() && !v->subject_is_recipient && v->parts.empty() && tree_.is(noun, "obl") &&
      !reciprocal(noun) && tree_.preposition(noun) == "à")
    for (int32_t o : arguments_.object(verb))
      for (int32_t m : arguments_.people_of(o)) e.recipients.push_back(m);
  // "infliger une défaite à X"
  if (!v->subject_is_recipient && arguments_.verbal(verb))
    for (std::string_view to : {"à", "to"})
      for (int32_t w : arguments_.fill(verb, Slot{SlotKind::kPreposition, std::string(to)}))
        if (w != noun && lexicon_.nouns(lower(word(w).lemma)).empty())
          for (int32_t m : arguments_.people_of(w))
            // "poursuivent les pourparlers à Oslo", "a provoqué à Oslo la colère": only there
            if (!doc_.french() || doc_.mentions[m].rule != "place" ||
                !(reciprocal(noun) || v->causes))
              e.recipients.push_back(m);
  return true;
}

// "Oslo a annoncé la mort de deux otages": whoever tells of a death did not cause it, but "l'armée
// norvégienne a annoncé la mort d'un rebelle chilien".
bool LightVerbs::only_tells(int32_t mention, int32_t noun) const {
  if (!lexicon_.words().is(lower(word(noun).lemma), WordClass::kBefalls)) return false;
  const int32_t id = resolve(doc_, mention);
  if (id == kNone) return true;
  const Entity& who = doc_.entities[id];
  if (who.sector != "MIL" && who.sector != "COP" && who.sector != "SPY") return true;
  for (std::string_view of : {"de", "of"})
    for (int32_t w : arguments_.fill(noun, Slot{SlotKind::kPreposition, std::string(of)}))
      for (int32_t m : arguments_.people_of(w)) {
        const int32_t dead = resolve(doc_, m);
        if (dead == kNone || doc_.entities[dead].code.starts_with("UNK") ||
            (!who.country.empty() && doc_.entities[dead].country == who.country))
          return true;
      }
  return false;
}

// "a opposé son veto à l'aide", "drew criticism for the ban": the verb carries the veto, not the
// aid.
bool LightVerbs::beside_object(const LightVerb& v, int32_t verb, int32_t noun) const {
  const std::string_view preposition = tree_.preposition(noun);
  // "pledged help at a meeting"
  if (!doc_.french() && preposition == "at" && tree_.is(noun, "obl") &&
      v.aspect != LightVerb::Aspect::kClaimed &&
      std::find(v.parts.begin(), v.parts.end(), "at") == v.parts.end())
    return true;
  // "will send police under an agreement", but "came under attack"
  if (!doc_.french() && preposition == "under" && tree_.is(noun, "obl") &&
      tree_.child(verb, "obj") != kNone &&
      std::find(v.parts.begin(), v.parts.end(), "under") == v.parts.end())
    return true;
  if (!tree_.is(noun, "obl") ||
      (preposition != "à" && preposition != "to" && preposition != "for" && preposition != "over"))
    return false;
  for (int32_t c : tree_.children(verb))
    if (tree_.is(c, "obj") && !lexicon_.nouns(lower(word(c).lemma)).empty() &&
        std::none_of(v.parts.begin(), v.parts.end(),
                     [&](const std::string& part) { return phrases_.is_word(c, part); }))
      return true;
  return false;
}

// The row with the longest phrase that stands at the verb; null.
const LightVerb* LightVerbs::row(int32_t verb) const {
  const LightVerb* longest = nullptr;
  const bool pronominal = arguments_.verbal(verb) && arguments_.pronominal(verb);
  for (const LightVerb& v : lexicon_.light_verbs(word(verb).lemma))
    if (!v.aims && v.pronominal == pronominal &&
        (longest == nullptr || v.parts.size() > longest->parts.size()) &&
        std::all_of(v.parts.begin(), v.parts.end(), [&](const std::string& part) {
          return phrases_.find_part(verb, part) != kNone;
        }))
      longest = &v;
  return longest;
}

// Whether both sides of the noun's act are alike.
bool LightVerbs::reciprocal(int32_t noun) const {
  const EventLexicon::Entries& nouns = lexicon_.nouns(lower(word(noun).lemma));
  return !nouns.empty() && nouns.front().frame.reciprocal;
}

// The type of the noun alone, rather than of a phrase that begins with it.
std::string_view LightVerbs::type_of(int32_t noun) const {
  const EventLexicon::Entries& nouns = lexicon_.nouns(lower(word(noun).lemma));
  if (nouns.empty()) return {};
  const auto bare = std::find_if(nouns.begin(), nouns.end(), [](const EventEntry& entry) {
    return entry.parts.empty() && !entry.needs_copula;
  });
  return bare == nouns.end() ? nouns.front().event : bare->event;
}

// "a rejeté les accusations": what is said to somebody is turned down by whom it was said to.
bool LightVerbs::turned_down(int32_t verb, int32_t noun) const {
  const EventLexicon::Entries& verbs = lexicon_.verbs(word(verb).lemma);
  const bool refuses = std::any_of(verbs.begin(), verbs.end(), [](const EventEntry& entry) {
    return entry.parts.empty() && entry.event == "REJECT";
  });
  const std::string_view type = type_of(noun);
  return refuses && (type == "ACCUSE" || type == "REQUEST" || type == "THREATEN" ||
                     type == "COERCE" || type == "SANCTION");
}

// Whether the noun's act is at whoever caused it: "a provoqué les protestations de Rome".
bool LightVerbs::resented(int32_t noun) const {
  const std::string_view type = type_of(noun);
  return type == "ACCUSE" || type == "PROTEST" || type == "REJECT" || type == "SANCTION" ||
         type == "THREATEN";
}

}  // namespace selon
