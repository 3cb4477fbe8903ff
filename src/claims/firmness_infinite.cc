// Infinitives, participles and gerunds have no tense: they take what governs them.
#include <algorithm>

#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {

// "être frappé" is an infinitive, "étant frappé" a participle of the present, as their auxiliaries.
FirmnessReader::Bare FirmnessReader::bare(int32_t i, const Finite& v) const {
  Bare out;
  const auto look = [&](int32_t w) {
    const Morph& m = word(w).morph;
    out.infinitive |= m.verb_form == VerbForm::kInf;
    out.ongoing |= m.verb_form == VerbForm::kGer ||
                   (m.verb_form == VerbForm::kPart && m.tense == Tense::kPres);
  };
  look(i);
  for (int32_t c : tree_.children(i)) {
    if (tree_.is(c, "aux") || tree_.is(c, "cop")) look(c);
    if (out.mark.empty() && (tree_.is(c, "mark") || tree_.is(c, "case")))
      out.mark = lower(word(c).form);
  }
  out.perfect = v.perfect;
  return out;
}

// The infinitive that a joined one goes with: "avoir" of "dit avoir tué trois soldats et en détenir
// deux", "dénoncer" of "pour dénoncer les tirs commis par X et imposer des sanctions".
int32_t FirmnessReader::joined_infinitive(int32_t i) const {
  int32_t at = word(i).head;
  for (int steps = 0; at != kNone && steps < 4; ++steps, at = word(at).head) {
    const Finite v = finite(at);
    if (v.mood != Mood::kNone) return kNone;
    if (bare(at, v).infinitive) return at;
  }
  return kNone;
}

void FirmnessReader::infinite(int32_t i, const Finite& v, Firmness& f, int depth) const {
  const Bare form = bare(i, v);
  int32_t at = i;
  if (tree_.is(i, "conj") && !arguments_.complement_like(i)) {
    const int32_t with = form.infinitive && doc_.french() ? joined_infinitive(i) : kNone;
    if (with != kNone && finite(with).perfect && !form.perfect && !tree_.is(with, "conj")) {
      at = with;  // below the same word, with a time of its own
    } else {
      const bool own_negation = f.polarity == Polarity::kNeg;
      const int32_t first = with == kNone ? word(i).head : with;
      f = predicate(first, depth + 1);
      if (own_negation)
        f.polarity = Polarity::kNeg;
      else if (negated(first))
        f.polarity = Polarity::kPos;
      return;
    }
  }
  const int32_t head = word(at).head;
  if (tree_.is(at, "acl") && !arguments_.verbal(head))
    below_noun(i, head, form, f, depth);
  else if (tree_.is(at, "advcl") && verb_complement(at, form))
    below_verb(i, head, form, f, depth);
  else if (tree_.is(at, "advcl") || tree_.is(at, "obl") || tree_.is(at, "nmod") ||
           (head != kNone && word(head).lemma == "afin"))
    beside_clause(i, head, form, f, depth);
  else if (tree_.is(at, "xcomp") || tree_.is(at, "ccomp") || tree_.is(at, "csubj") ||
           tree_.is(at, "obj"))
    below_verb(i, head, form, f, depth);
  else
    f.time = form.ongoing ? ClaimTime::kPresent : ClaimTime::kPast;
}

// "exhorte Rome à ne pas attaquer", "deterred Rome from attacking": the verb's own complement,
// where the parser saw a circumstance.
bool FirmnessReader::verb_complement(int32_t i, const Bare& form) const {
  const int32_t head = word(i).head;
  if (head == kNone || word(head).upos != Upos::kVerb || governing(head, i) == nullptr)
    return false;
  return form.mark == "from" || (form.mark == "à" && arguments_.complement_like(i));
}

// Whether a noun names an event by itself.
bool FirmnessReader::names_event(int32_t noun) const {
  const auto& entries = lexicon_.nouns(word(noun).lemma);
  return std::any_of(entries.begin(), entries.end(),
                     [](const EventEntry& e) { return e.parts.empty(); });
}

// "le projet d'attaquer", "des soldats combattant X", "les rebelles capables d'attaquer"
void FirmnessReader::below_noun(int32_t i, int32_t head, const Bare& form, Firmness& f,
                                int depth) const {
  const std::string& mark = form.mark;
  if (form.infinitive) {
    f.time = form.perfect ? ClaimTime::kPast : ClaimTime::kFuture;
    // "n'est jamais allé au point de frapper"
    if (is_form(head, "point") && tree_.preposition(head) == "à") {
      if (const int32_t up = arguments_.governor(head); up != kNone) {
        const Firmness reached = predicate(up, depth + 1);
        f.time = reached.time;
        f.polarity = reached.polarity;
        f.weaken(reached.certainty);
      }
      return;
    }
    // "n'a pas l'intention de quitter", "n'est pas en mesure de": the verb denies or hedges for
    // both
    Firmness outer;
    const bool said = tree_.child(head, "cop") != kNone;
    const bool carried = tree_.is(head, "obj") && word(head).head != kNone;
    if (said || carried) outer = predicate(said ? head : word(head).head, depth + 1);
    // "a convaincu Rome d'agir", "oblige Rome à agir": the verb's own complement, hung on its
    // object
    const int32_t up = word(head).head;
    const ModalWord* control =
        up != kNone && (mark == "de" || mark == "d'" || mark == "à" || mark == "to") &&
                word(up).upos == Upos::kVerb && (tree_.is(head, "obj") || tree_.is(head, "iobj"))
            ? modal(up, ModalWord::Kind::kVerb, head)
            : nullptr;
    if (control != nullptr && modal(head, ModalWord::Kind::kNoun, i) == nullptr &&
        (word(head).upos == Upos::kPropn || arguments_.controlled_object(i))) {
      f.time = form.perfect ? ClaimTime::kPast : outer.time;
      apply(*control, up, outer.polarity == Polarity::kNeg, f);
    } else if (const ModalWord* m = governing(head, i)) {
      if (!m->future && !form.perfect)
        f.time = said          ? outer.time
                 : m->possible ? (carried ? outer.time : ClaimTime::kFuture)
                               : ClaimTime::kPast;
      // "aucune perspective de": the noun itself is denied
      apply(*m, head, outer.polarity == Polarity::kNeg || negative_argument(head), f);
    }
    f.weaken(outer.certainty);
    return;
  }
  const int32_t up = arguments_.governor(head);
  const auto with_clause = [&] {
    return up != kNone && predicate(up, depth + 1).time == ClaimTime::kPast ? ClaimTime::kPast
                                                                            : ClaimTime::kPresent;
  };
  if (!form.ongoing && names_event(head) && !lexicon_.light_verbs(word(i).lemma).empty()) {
    f.time = of_noun(head, {}).time;  // "au cours de sa tournée effectuée sans escorte"
  } else if (!form.ongoing) {
    // "les soldats, appuyés par X, avancent": what goes on does so beside what they do
    f.time =
        lexicon_.lasts(word(i).lemma) && arguments_.passive(i) ? with_clause() : ClaimTime::kPast;
  } else if (mark.empty() && names_event(head)) {
    // at the time of the event that its noun names; "the challenge of talking to X" is no event
    // that would be told of
    const Firmness named = of_noun(head, {});
    f.time = named.time;
    f.weaken(named.certainty);
  } else {
    f.time = with_clause();  // "accueillera des gens demandant l'asile": they ask now
  }
}

// "pour frapper", "en frappant", "après avoir frappé"
void FirmnessReader::beside_clause(int32_t i, int32_t head, const Bare& form, Firmness& f,
                                   int depth) const {
  const std::string& mark = form.mark;
  const Firmness outer = predicate(head, depth + 1);
  const bool aim = (mark == "pour" && !form.perfect) || mark == "afin" ||
                   word(head).lemma == "afin" || (mark == "to" && form.infinitive) ||
                   (mark.empty() && form.infinitive && (doc_.french() || !instead_of(i)));
  // "accuses X of bombing Y": what it is blamed for was done, unless it goes on ("of backing Y")
  const bool blamed = mark == "of" && form.ongoing && outer.time == ClaimTime::kPresent &&
                      !lexicon_.lasts(word(i).lemma) &&
                      (blames(head) || word(head).lemma == "suspect");
  // "stopped short of bombing", "went as far as bombing": the verb's own complement
  const ModalWord* m = aim ? nullptr : modal(head, ModalWord::Kind::kVerb, i);
  if (aim) {
    f.time = ClaimTime::kFuture;
    if (outer.certainty == Certainty::kQuestioned || outer.certainty == Certainty::kPossible)
      f.certainty = outer.certainty;
  } else if (m != nullptr &&
             (!m->parts.empty() || (mark == "from" && m->negates) || (mark == "on" && m->future))) {
    f.time = outer.time;
    apply(*m, head, outer.polarity == Polarity::kNeg, f);
  } else if (mark == "against" && form.ongoing) {  // "warned Oslo against sending troops"
    f.time = ClaimTime::kFuture;
    f.weaken(Certainty::kPossible);
  } else if (mark == "après" || mark == "after" || form.perfect || blamed ||
             (arguments_.passive(i) && !form.infinitive && !form.ongoing)) {
    f.time = ClaimTime::kPast;
  } else if (form.ongoing && mark.empty() && i < head && outer.time == ClaimTime::kFuture &&
             word(i - 1).upos != Upos::kPunct) {
    f.time = ClaimTime::kPresent;  // "soldiers fighting X will return": they fight now
  } else {
    f.time = outer.time;
  }
  f.hypothetical = outer.hypothetical;
  // "prêt à", "capable de", whatever the relation
  if (!aim && form.infinitive && word(head).upos == Upos::kAdj)
    if (const ModalWord* able = governing(head, i)) {
      if (able->possible && !form.perfect && tree_.child(head, "cop") == kNone)
        f.time = ClaimTime::kFuture;
      apply(*able, head, outer.polarity == Polarity::kNeg, f);
    }
}

// "veut frapper", "est allé jusqu'à frapper", "a nié soutenir"
void FirmnessReader::below_verb(int32_t i, int32_t head, const Bare& form, Firmness& f,
                                int depth) const {
  const Firmness outer = predicate(head, depth + 1);
  f.time = form.perfect ? ClaimTime::kPast : outer.time;
  f.hypothetical = outer.hypothetical;
  if (outer.certainty != Certainty::kAsserted) f.weaken(outer.certainty);
  // "is said to have attacked"
  if (lexicon_.words().is(word(head).lemma, WordClass::kTold) && arguments_.passive(head))
    f.weaken(Certainty::kHedged);
  const bool refused = outer.polarity == Polarity::kNeg;
  if (form.mark == "jusqu'" || form.mark == "jusque") {  // no future: "va jusqu'à frapper"
    f.polarity = outer.polarity;
    return;
  }
  const ModalWord* m = governing(head, i);
  if (m == nullptr) {
    if (form.mark == "to" && form.infinitive && !form.perfect && arguments_.passive(head) &&
        f.certainty == Certainty::kAsserted)
      f.time = ClaimTime::kFuture;  // "was built to strike"
    if (refused && form.infinitive && tree_.child(head, "cop") == kNone) {
      // "rien ne justifie de rompre"
      f.governors.push_back(head);
      f.weaken(Certainty::kPossible);
      f.time = ClaimTime::kFuture;
    }
    return;
  }
  f.governors.insert(f.governors.end(), outer.governors.begin(), outer.governors.end());
  const Finite v = finite(head);
  const bool done = v.mood != Mood::kCnd && outer.time == ClaimTime::kPast &&
                    outer.certainty == Certainty::kAsserted && v.tense != Tense::kImp;
  // "ne s'attendait pas à être frappé": he was
  if (m->unforeseen && refused && outer.time == ClaimTime::kPast) {
    f.governors.push_back(head);
    f.polarity = Polarity::kPos;
    return;
  }
  // "remercie d'avoir pu partir", "were able to leave", "a dû partir": done, as the tense tells; "a
  // pu partir" and "a dû être tué" may be guesses
  const bool guess = doc_.french() && m->possible && !refused && v.mood != Mood::kNone && v.perfect;
  const bool act = form.infinitive && !form.perfect && !guess && !arguments_.passive(i) &&
                   tree_.child(i, "cop") == kNone;
  if (m->accomplished && done && act) {
    f.governors.push_back(head);
    f.polarity = refused ? Polarity::kNeg : Polarity::kPos;
    return;
  }
  apply(*m, head, refused, f);
  if (m->possible && form.infinitive && !form.perfect && word(head).upos == Upos::kAdj &&
      tree_.child(head, "cop") == kNone)
    f.time = ClaimTime::kFuture;  // "les rebelles susceptibles de frapper"
  // "nie soutenir X": what it denies would hold as it speaks
  if (m->now && form.infinitive && !form.perfect && lexicon_.lasts(word(i).lemma))
    f.time = told_of_the_past(i) ? ClaimTime::kPast : ClaimTime::kPresent;
  // "aurait dû frapper"
  if (m->accomplished && m->future && v.mood == Mood::kCnd && v.perfect) {
    f.time = ClaimTime::kPast;
    f.hypothetical = true;
    if (f.certainty == Certainty::kHedged) f.certainty = Certainty::kAsserted;
  }
  // "pour éviter d'être renvoyés"
  if (m->negates && f.polarity == Polarity::kNeg && f.time == ClaimTime::kFuture) {
    f.polarity = Polarity::kPos;
    f.weaken(Certainty::kPossible);
  }
}

}  // namespace selon
