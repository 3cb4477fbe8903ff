// Nouns that name an event ("l'attaque", "la visite") have no tense: what they are presented as
// comes from the nouns, prepositions and verbs around them, and from what was told before.
#include <algorithm>

#include "base/utf8.h"
#include "claims/aspect.h"
#include "claims/firmness.h"

namespace selon {

bool FirmnessReader::presupposed(int32_t noun) const {
  for (int32_t c : tree_.children(noun))
    if (word(c).deprel == "nmod:poss" ||
        (tree_.is(c, "det") && (word(c).morph.definite || word(c).morph.possessive ||
                                word(c).morph.pron_type == PronType::kDem)))
      return true;
  return false;
}

// The noun through which the governor holds it: "menaces" in "craint les menaces d'attaque".
int32_t FirmnessReader::topmost_noun(int32_t noun) const {
  const int32_t up = arguments_.governor(noun);
  int32_t at = noun;
  while (word(at).head != kNone && word(at).head != up) at = word(at).head;
  return at;
}

// The preposition as the table has it, complex ones whole: "en cas de", "à la suite de".
std::string FirmnessReader::preposition_of(int32_t noun) const {
  std::string out;
  for (int32_t c : tree_.children(noun)) {
    if (c > noun || !tree_.is(c, "case")) continue;
    for (int32_t w = c; w < noun; ++w) {
      if (w != c && word(w).head != c && !tree_.is(w, "case")) break;
      if (!out.empty()) out += ' ';
      out += word(w).lemma;
    }
    break;
  }
  return bare_preposition(out);
}

const ModalWord* FirmnessReader::preposition(int32_t noun) const {
  const auto row = [&](const std::string& phrase) -> const ModalWord* {
    for (const ModalWord& m : lexicon_.modal_words(phrase))
      if (m.kind == ModalWord::Kind::kPreposition) return &m;
    return nullptr;
  };
  const std::string own = preposition_of(noun);
  if (own.empty()) return nullptr;
  if (const ModalWord* m = row(own)) return m;
  // "en cas de guerre", "lors du sommet", where the tree takes "cas" for a noun and "lors" for an
  // adverb
  const int32_t up = word(noun).head;
  if (up == kNone || up > noun || (!tree_.is(noun, "nmod") && word(up).upos != Upos::kAdv))
    return nullptr;
  const std::string outer = preposition_of(up);
  return row((outer.empty() ? "" : outer + " ") + word(up).lemma + " " + own);
}

// "le projet d'attaque", "la menace d'une reprise de la guerre": nouns that say what becomes of the
// one below. What is presupposed is touched by the next noun alone ("la fin de la guerre").
void FirmnessReader::from_nouns_above(int32_t noun, int32_t top, Firmness& f) const {
  for (int32_t at = noun; at != top && word(at).head != kNone; at = word(at).head) {
    if (!tree_.is(at, "nmod")) break;
    const int32_t up = word(at).head;
    const ModalWord* m = modal(up, ModalWord::Kind::kNoun, at, ModalWord::Reach::kNoun);
    const bool known = presupposed(noun);
    // "l'objectif de la guerre" is the war's own
    if (m != nullptr && !(known && (m->future || m->possible))) {
      apply(*m, up, false, f);
      if (m->possible && !m->past) f.time = ClaimTime::kFuture;
      // "demande la fin de la guerre": it goes on. Of an end of an end nobody asks.
      if (m->ended) {
        const int32_t above = tree_.is(up, "nmod") ? word(up).head : kNone;
        f.time = above == kNone && of_noun(up, {}).time == ClaimTime::kFuture ? ClaimTime::kPresent
                                                                              : ClaimTime::kPast;
      }
    }
    if (known) break;
  }
}

// "est possible", "a été annulée", "a eu lieu": a predicate that says of its subject whether and
// when it is.
const ModalWord* FirmnessReader::said_of_subject(int32_t predicate) const {
  if (const ModalWord* m =
          modal(predicate, ModalWord::Kind::kVerb, kNone, ModalWord::Reach::kSubject))
    return m;
  if (word(predicate).upos == Upos::kAdj)
    return modal(predicate, ModalWord::Kind::kAdjective, kNone, ModalWord::Reach::kNoun);
  return arguments_.passive(predicate) ? as_adjective(predicate) : nullptr;
}

void FirmnessReader::from_subject(int32_t noun, int32_t top, int32_t up, const NounEvent& event,
                                  Firmness& f) const {
  // "doit s'ouvrir": what is said of it stands below the modal verb
  for (int32_t c = up; c != kNone; c = tree_.child(up, "xcomp")) up = c;
  const Firmness g = predicate(up, 0);
  const bool known = presupposed(noun);
  if (const ModalWord* m = top == noun ? said_of_subject(up) : nullptr) {
    if (!event.lasting || g.time != ClaimTime::kPast) f.time = g.time;
    f.scheduled = g.scheduled;
    f.hypothetical = g.hypothetical;
    f.weaken(g.certainty);
    // "aucune attaque n'a eu lieu" says no once
    apply(*m, up, negated(up) && !negative_argument(noun), f);
    // "une alliance est possible"
    if (m->possible && f.time == ClaimTime::kPresent) f.time = ClaimTime::kFuture;
    return;
  }
  f.hypothetical = f.hypothetical || (g.hypothetical && !known);
  // "une attaque entraînerait une riposte"; but "cette inculpation n'aura pas d'influence"
  const bool ahead = g.time == ClaimTime::kFuture && finite(up).word != kNone;
  if (ahead && !event.lasting && (!known || event.planned)) {
    f.time = ClaimTime::kFuture;
    f.scheduled = g.scheduled;
  }
  if (!known && g.certainty == Certainty::kPossible) f.weaken(Certainty::kPossible);
  // "les opérations visent X": what goes on
  const auto& verbs = lexicon_.light_verbs(word(up).lemma);
  if (g.time == ClaimTime::kPresent &&
      std::any_of(verbs.begin(), verbs.end(), [](const LightVerb& v) { return v.aims; }))
    f.time = ClaimTime::kPresent;
}

void FirmnessReader::from_governor(int32_t noun, int32_t top, int32_t up, const NounEvent& event,
                                   Firmness& f) const {
  const Firmness g = predicate(up, 0);
  const bool known = presupposed(noun);
  const bool object = tree_.is(top, "obj");
  const ModalWord* p = preposition(noun);
  if (p == nullptr && !known) p = preposition(top);
  const ModalWord* m = modal(up, ModalWord::Kind::kVerb, top, ModalWord::Reach::kObject);
  // "threatened Oslo with an attack"
  const bool under_own = m != nullptr && !m->takes.empty() && tree_.preposition(top) == m->takes;
  // "lors du sommet"; but "se plie à sa demande", "complies with his request": it was made
  if (p != nullptr && p->simultaneous && !(event.verbal && known) && !under_own) {
    // "refuse de céder malgré les pressions": they are there as it refuses
    const int32_t above = word(up).head;
    if (known && doc_.french() && g.certainty == Certainty::kPossible && tree_.is(up, "xcomp") &&
        above != kNone) {
      f.time = predicate(above, 0).time;
      return;
    }
    f.time = event.lasting && g.time == ClaimTime::kPresent ? f.time : g.time;
    f.scheduled = g.scheduled;
    f.weaken(g.certainty);
    return;
  }
  if (!object && !tree_.is(top, "obl") && !tree_.is(top, "iobj") && !tree_.is(top, "nmod")) return;
  f.hypothetical = f.hypothetical || (g.hypothetical && !known);
  // "juge possible une attaque"
  if (object)
    for (int32_t c : tree_.children(up))
      if (word(c).upos == Upos::kAdj && tree_.is(c, "xcomp"))
        if (const ModalWord* said =
                modal(c, ModalWord::Kind::kAdjective, kNone, ModalWord::Reach::kNoun)) {
          apply(*said, c, g.polarity == Polarity::kNeg, f);
          if (said->possible) f.time = ClaimTime::kFuture;
          return;
        }
  // "a démenti toute attaque", "réclame un embargo", "a empêché l'attaque"; what is known is not
  // made doubtful by being feared or opposed
  const bool taken = object || (m != nullptr && tree_.preposition(top) == m->takes);
  if (m != nullptr && taken && (!known || (top == noun && !m->possible))) {
    apply(*m, up, g.polarity == Polarity::kNeg, f);
    f.weaken(g.certainty);
    if (m->negates && f.polarity == Polarity::kPos) f.time = g.time;  // "n'a pas empêché un tir"
    if (m->negates && g.time == ClaimTime::kFuture) prevented(up, noun, g, f);
    return;
  }
  // "participera au sommet", but "il veut gagner la guerre"
  if (g.time == ClaimTime::kFuture && !event.lasting && (!known || event.planned)) {
    f.time = ClaimTime::kFuture;
    f.scheduled = g.scheduled;
  }
  // Not said to be: the object of a negated verb ("rien ne justifie une attaque"), what stands
  // under a possibility or in a plan.
  if (known) return;
  if ((g.polarity == Polarity::kNeg && object) || g.certainty == Certainty::kPossible) {
    f.governors.push_back(up);
    f.weaken(Certainty::kPossible);
    f.time = ClaimTime::kFuture;
  }
}

// "a empêché un tir" took place not, "n'a pas empêché un tir" did, "pour empêcher des tirs" and "a
// exclu une attaque" leave it possible.
void FirmnessReader::prevented(int32_t verb, int32_t noun, const Firmness& by, Firmness& f) const {
  f.polarity = Polarity::kPos;
  const ModalWord* m = modal(verb, ModalWord::Kind::kVerb, noun, ModalWord::Reach::kObject);
  if (by.time == ClaimTime::kFuture || (m != nullptr && m->possible)) {
    f.weaken(Certainty::kPossible);
    f.time = ClaimTime::kFuture;
  } else if (by.polarity == Polarity::kPos) {
    f.polarity = Polarity::kNeg;
  }
}

// The verb that carries a noun whose event the caller found no carrier for: "une visite est
// prévue", "des largages vont être effectués".
std::optional<LightVerb> FirmnessReader::carrier(int32_t noun) const {
  const int32_t up = word(noun).head;
  if (up == kNone || !arguments_.verbal(up) ||
      !(tree_.is(noun, "obj") || (tree_.is(noun, "nsubj") && arguments_.passive(up))))
    return {};
  for (const LightVerb& v : lexicon_.light_verbs(word(up).lemma))
    if (v.parts.empty() && !v.aims) return v;
  return {};
}

// "l'attaque qui sera menée", "le sommet qui n'a pas eu lieu"
void FirmnessReader::from_relative(int32_t noun, Firmness& f) const {
  for (int32_t c : tree_.children(noun)) {
    if (word(c).deprel != "acl:relcl") continue;
    if (lexicon_.light_verbs(word(c).lemma).empty() && said_of_subject(c) == nullptr) continue;
    const Firmness g = predicate(c, 0);
    if (g.time == ClaimTime::kFuture) f.time = ClaimTime::kFuture;
    if (g.polarity == Polarity::kNeg) f.polarity = Polarity::kNeg;
    f.weaken(g.certainty);
  }
}

// Whether the verb that lends a noun its subject does not tell of its event: "a été évincé après
// l'attaque", "attribue le succès de l'attaque à X".
bool FirmnessReader::stands_around(int32_t noun, int32_t light, const NounEvent& event) const {
  const ModalWord* p = tree_.is(noun, "obl") ? preposition(noun) : nullptr;
  if (p != nullptr && (p->negates || p->past || p->hypothetical || p->simultaneous)) return true;
  return word(noun).head != light && !event.lasting && presupposed(noun);
}

Firmness FirmnessReader::of_noun(int32_t noun, const NounEvent& event) const {
  Firmness f;
  for (int32_t c : tree_.children(noun))
    if ((tree_.is(c, "det") && (word(c).lemma == "aucun" || word(c).lemma == "nul" ||
                                is_form(c, "no") || is_form(c, "neither"))) ||
        (tree_.is(c, "cc") && is_form(c, "ni")))
      f.polarity = Polarity::kNeg;
  if (anything_but(noun)) f.polarity = Polarity::kNeg;
  int32_t light = event.light;
  LightVerb::Aspect aspect = event.aspect;
  if (light == kNone && !event.names_somebody && !event.lasting)
    if (const auto found = carrier(noun)) {
      light = word(noun).head;
      aspect = found->aspect;
    }
  if (light != kNone && !stands_around(noun, light, event)) {
    const Firmness g = predicate(light, 0);
    f.time = g.time;
    f.scheduled = g.scheduled;
    f.hypothetical = g.hypothetical;
    f.governors = g.governors;
    f.weaken(g.certainty);
    if (g.polarity == Polarity::kNeg && aspect != LightVerb::Aspect::kClaimed)
      f.polarity = Polarity::kNeg;
    if (aspect != LightVerb::Aspect::kHappened) f.governors.push_back(light);
    if (aspect == LightVerb::Aspect::kFuture ||
        (aspect == LightVerb::Aspect::kAnnounced && !event.verbal &&
         !(event.done && presupposed(noun))))
      f.time = ClaimTime::kFuture;
    // "ont rendez-vous lundi"
    if (f.time == ClaimTime::kPresent && f.governors.empty())
      if (const auto date = dated(noun)) f.time = *date;
    // "craint une attaque", "risque une guerre"
    if (aspect == LightVerb::Aspect::kClaimed) f.time = ClaimTime::kPast;
    if (aspect == LightVerb::Aspect::kFuture || aspect == LightVerb::Aspect::kHappened)
      if (const ModalWord* m =
              modal(light, ModalWord::Kind::kVerb, noun, ModalWord::Reach::kObject);
          m != nullptr && m->possible && tree_.is(noun, "obj")) {
        f.weaken(Certainty::kPossible);
        f.time = ClaimTime::kFuture;
      }
    if (aspect == LightVerb::Aspect::kNegated) prevented(light, noun, g, f);
    if (aspect == LightVerb::Aspect::kEnded) {
      f = Firmness();
      if (event.lasting || g.time != ClaimTime::kPast) f.time = time_of_state(noun);
    }
    from_nouns_above(noun, topmost_noun(noun), f);
    adverbs(noun, f);
    return f;
  }
  f.time = event.lasting ? time_of_state(noun) : ClaimTime::kPast;
  const int32_t up = arguments_.governor(noun), top = topmost_noun(noun);
  if (up != kNone && !event.names_somebody) {
    if (tree_.is(top, "nsubj"))
      from_subject(noun, top, up, event, f);
    else
      from_governor(noun, top, up, event, f);
  }
  from_nouns_above(noun, top, f);
  from_relative(noun, f);
  adverbs(noun, f);
  const bool known = presupposed(noun);
  if (const ModalWord* p = preposition(noun); p != nullptr && !p->simultaneous) {
    // "pour une attaque" is an aim, "condamné pour une attaque" and "pour l'attaque" a reason;
    // "sans l'aide de X" supposes that it came
    const bool reason = p->possible && !p->hypothetical &&
                        (known || !tree_.is(noun, "obl") || blames(word(noun).head));
    if (!reason && !(p->negates && known)) apply(*p, noun, false, f);
    if (p->negates && !known) f.polarity = Polarity::kNeg;  // "sans aucune aide"
    // "sans l'aide de X, il aurait cédé": it came then
    if (p->negates && known && up != kNone && event.lasting)
      f.time = predicate(up, 0).time == ClaimTime::kPast ? ClaimTime::kPast : ClaimTime::kPresent;
  }
  if (!event.lasting && f.governors.empty())
    if (const auto date = dated(noun)) f.time = *date;
  if (!known && !event.names_somebody && under_condition(noun)) {
    f.weaken(Certainty::kPossible);
    f.time = ClaimTime::kFuture;
  }
  // "a commencé avec une initiative de X ?" asks about the complement, not about the subject
  if (up == kNone ? questioned(noun)
                  : (!known && !tree_.is(noun, "nsubj") && !tree_.is(noun, "nmod") &&
                     predicate(up, 0).certainty == Certainty::kQuestioned))
    f.weaken(Certainty::kQuestioned);
  return f;
}

// Whether a verb blames, punishes or thanks somebody for something that was done.
bool FirmnessReader::blames(int32_t verb) const {
  if (verb == kNone) return false;
  const auto& entries = lexicon_.verbs(word(verb).lemma);
  return std::any_of(entries.begin(), entries.end(), [](const EventEntry& e) {
    if (!e.parts.empty()) return false;  // "find guilty"
    return e.event == "ACCUSE" || e.event == "SANCTION" || e.event == "COERCE" ||
           e.event == "SUPPORT" || e.event == "CONCEDE";
  });
}

// Whether a verb by itself names nothing but acts of speech: "invite", "propose".
bool FirmnessReader::only_speaks(int32_t verb) const {
  bool speaks = false;
  for (const EventEntry& e : lexicon_.verbs(word(verb).lemma)) {
    if (!e.parts.empty()) continue;
    if (e.event != "AGREE" && (e.event == "SANCTION" || !verbal(e.event))) return false;
    speaks = true;
  }
  return speaks;
}

}  // namespace selon
