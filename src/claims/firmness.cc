#include "claims/firmness.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr int kMaxDepth = 8;

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Words of grammar, not of the lexicon: they negate whatever clause they stand in.
constexpr std::array<std::string_view, 14> kNegators = {
    "pas", "jamais", "aucunement", "nullement", "guère",   "point",  "ni",
    "not", "n't",    "never",      "nor",       "neither", "nowise", "non"};
constexpr std::array<std::string_view, 12> kNegativeArguments = {
    "aucun", "personne", "rien",    "nul", "nobody", "nothing",
    "no",    "none",     "neither", "pas", "aucune", "nulle"};

// The firmer of two readings loses: a hedge under a denial is denied.
void weaken(Firmness& f, Certainty c) {
  if (f.certainty == Certainty::kAsserted || c == Certainty::kDenied) f.certainty = c;
}

}  // namespace

// "loin de frapper", "au lieu de frapper", "faute de", "plutôt que de": it was not done.
bool FirmnessReader::instead(int32_t i) const {
  if (!doc_.french() || word(i).morph.verb_form != VerbForm::kInf) return false;
  const int32_t mark = tree_.child(i, "mark");
  const int32_t first = doc_.sentences[word(i).sentence].first_word;
  if (mark == kNone || word(mark).lemma != "de" || mark <= first) return false;
  constexpr std::array<std::string_view, 3> kAway = {"loin", "lieu", "faute"};
  const std::string before = lower(word(mark - 1).form);
  return among(kAway, before) ||
         (before == "que" && mark > first + 1 && lower(word(mark - 2).form) == "plutôt");
}

bool FirmnessReader::negated(int32_t i) const {
  bool particle = false, negator = false, restricts = false, plus = false, without = false;
  for (int32_t c : tree_.children(i)) {
    const Word& w = word(c);
    const std::string form = lower(w.form);
    if (form == "ne" || form == "n'") {
      particle = true;
    } else if (w.upos == Upos::kAdv || w.upos == Upos::kPart || w.upos == Upos::kCconj) {
      const std::string next =
          c + 1 < static_cast<int32_t>(doc_.words.size()) ? lower(word(c + 1).form) : std::string();
      if (among(kNegators, form) && next != "seulement" && next != "only") negator = true;
      if (form == "plus" && c < i + 3) plus = true;
      if (form == "longer" && c > 0 && lower(word(c - 1).form) == "no") negator = true;
      if (form == "que" || form == "qu'") restricts = true;
    } else if (tree_.is(c, "mark") || tree_.is(c, "case")) {
      if (form == "sans" || form == "without") without = true;
    } else if (tree_.is(c, "nsubj") || tree_.is(c, "obj")) {
      if (among(kNegativeArguments, form)) negator = true;
      for (int32_t d : tree_.children(c))
        if ((tree_.is(d, "det") &&
             (word(d).lemma == "aucun" || word(d).lemma == "nul" || lower(word(d).form) == "no")) ||
            (tree_.is(d, "cc") &&
             (lower(word(d).form) == "ni" ||
              lower(word(d).form) == "neither")))  // "ni Oslo ni Rome n'ont signé"
          negator = true;
    }
    // "n'est l'allié de personne", "n'a parlé de rien"
    if ((tree_.is(c, "nmod") || tree_.is(c, "obl")) && w.upos == Upos::kPron &&
        among(kNegativeArguments, form))
      negator = true;
    // the particle stands with the auxiliary in some trees
    if (tree_.is(c, "aux") || tree_.is(c, "cop"))
      for (int32_t d : tree_.children(c)) {
        const std::string below = lower(word(d).form);
        if (below == "ne" || below == "n'") particle = true;
        if (among(kNegators, below)) negator = true;
        if (below == "plus") plus = true;
      }
  }
  if (particle && restricts) return false;  // "n'a frappé que"
  // "ne peut nier", "n'ose attaquer": verbs that need no "pas"
  constexpr std::array<std::string_view, 4> kAlone = {"pouvoir", "savoir", "oser", "cesser"};
  if (particle && doc_.french() && among(kAlone, word(i).lemma)) return true;
  if (instead(i)) return true;
  return negator || without || (particle && plus);
}

FirmnessReader::Finite FirmnessReader::finite(int32_t i) const {
  Finite out;
  const auto take = [&](int32_t at) {
    out.word = at;
    const VerbForm form = word(at).morph.verb_form;
    if (form == VerbForm::kPart || form == VerbForm::kGer) return;  // ayant frappé, having struck
    out.mood = word(at).morph.mood;
    out.tense = word(at).morph.tense;
  };
  int32_t carrier = kNone;
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "aux") && !tree_.is(c, "cop")) continue;
    const std::string& lemma = word(c).lemma;
    if (lemma == "will" || lemma == "shall" || lemma == "'ll") out.modal_future = true;
    if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can")
      out.modal_possible = true;
    if (lemma == "would" || lemma == "should") out.mood = Mood::kCnd;
    // "is to visit"
    if (lemma == "be" && tree_.is(c, "cop") && word(i).morph.verb_form == VerbForm::kInf)
      out.modal_future = true;
    if (carrier == kNone || (word(carrier).morph.verb_form != VerbForm::kFin &&
                             word(c).morph.verb_form == VerbForm::kFin))
      carrier = c;
  }
  const bool would = out.mood == Mood::kCnd;
  if (carrier != kNone) {
    take(carrier);
    // "a frappé", but "is striking"
    out.compound =
        word(i).morph.verb_form == VerbForm::kPart && word(i).morph.tense != Tense::kPres;
    if (would) out.mood = Mood::kCnd;
  } else if (word(i).morph.verb_form == VerbForm::kFin) {
    take(i);
  }
  // "have attacked"; "a fait tuer"
  for (int32_t c : tree_.children(i))
    if (tree_.is(c, "aux") && (word(c).lemma == "have" || word(c).deprel == "aux:caus") &&
        (word(c).lemma == "have" || word(c).morph.verb_form == VerbForm::kPart))
      out.compound = true;
  return out;
}

const ModalWord* FirmnessReader::modal(int32_t i, ModalWord::Kind kind, int32_t complement) const {
  const bool pronominal = kind == ModalWord::Kind::kVerb && arguments_.pronominal(i);
  for (const ModalWord& m : lexicon_.modal_words(word(i).lemma)) {
    if (m.kind != kind || m.pronominal != pronominal) continue;
    const bool all = std::all_of(m.parts.begin(), m.parts.end(), [&](const std::string& part) {
      for (int32_t c : tree_.children(i)) {
        if (c != complement && (word(c).lemma == part || lower(word(c).form) == part)) return true;
        for (int32_t d : tree_.children(c))
          if (d != complement && c != complement &&
              (word(d).lemma == part || lower(word(d).form) == part))
            return true;
      }
      return false;
    });
    if (all) return &m;
  }
  return nullptr;
}

void FirmnessReader::apply(const ModalWord& m, bool negated, Firmness& f) const {
  if (m.denied) weaken(f, Certainty::kDenied);
  if (m.negates) {
    if (!negated) f.polarity = f.polarity == Polarity::kPos ? Polarity::kNeg : Polarity::kPos;
  } else if (negated) {
    f.polarity = f.polarity == Polarity::kPos ? Polarity::kNeg : Polarity::kPos;
  }
  if (m.possible) {
    weaken(f, Certainty::kPossible);
    if (f.certainty == Certainty::kHedged)
      f.certainty = Certainty::kPossible;  // "pourrait frapper"
  }
  if (m.hedged) weaken(f, Certainty::kHedged);
  if (m.questioned) weaken(f, Certainty::kQuestioned);
  if (m.future) {
    f.time = ClaimTime::kFuture;
    f.scheduled = m.scheduled;
  }
  if (m.past) f.time = ClaimTime::kPast;
  if (m.hypothetical) f.hypothetical = true;
}

// "paraît-il", "dit-on", "à ce qu'on dit", "it seems": nobody in particular says so.
bool FirmnessReader::hearsay(int32_t verb) const {
  constexpr std::array<std::string_view, 4> kSeem = {"paraître", "sembler", "seem", "appear"};
  constexpr std::array<std::string_view, 3> kSay = {"dire", "raconter", "murmurer"};
  const bool seems = among(kSeem, word(verb).lemma);
  if (!seems && !among(kSay, word(verb).lemma)) return false;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj") && !tree_.is(c, "expl")) continue;
    const std::string& lemma = word(c).lemma;
    if (seems ? lemma == "il" || lemma == "lui" || lemma == "it" : lemma == "on") return true;
  }
  return false;
}

void FirmnessReader::adverbs(int32_t i, Firmness& f) const {
  for (int32_t c : tree_.children(i)) {
    if (tree_.is(c, "parataxis") && hearsay(c)) weaken(f, Certainty::kHedged);
    if (tree_.is(c, "obl") && word(c).lemma == "ce" && tree_.preposition(c) == "à")
      for (int32_t d : tree_.children(c))
        if (tree_.is(d, "acl") && hearsay(d)) weaken(f, Certainty::kHedged);
    if (!tree_.is(c, "advmod") && !tree_.is(c, "obl") && !tree_.is(c, "amod") &&
        !tree_.is(c, "discourse"))
      continue;
    const ModalWord::Kind kind =
        tree_.is(c, "amod") ? ModalWord::Kind::kAdjective : ModalWord::Kind::kAdverb;
    const ModalWord* m = modal(c, kind);
    if (m == nullptr) {  // "sans doute": the adverb is written with its preposition
      for (int32_t d : tree_.children(c))
        if ((tree_.is(d, "case") || tree_.is(d, "fixed")) &&
            (m = modal(d, ModalWord::Kind::kAdverb)) != nullptr &&
            (m->parts.empty() || m->parts.front() == word(c).lemma))
          break;
        else
          m = nullptr;
    }
    if (m != nullptr && !m->negates && !m->on_complement) apply(*m, false, f);
  }
}

// Whether a conjunction of condition stands at that word: "si" behind a verb asks ("demande si"),
// elsewhere it supposes.
bool FirmnessReader::supposes(int32_t at) const {
  const Word& w = word(at);
  const std::string form = lower(w.form);
  const Sentence& s = doc_.sentences[w.sentence];
  const std::string before = at > s.first_word ? lower(word(at - 1).form) : std::string();
  // à condition que, à moins que, pourvu que, à supposer que, pour peu que, au cas où
  constexpr std::array<std::string_view, 6> kIfThat = {"condition", "moins",     "pourvu",
                                                       "supposer",  "admettant", "peu"};
  const auto two_before = [&](std::string_view wanted) {
    return at > s.first_word + 1 && lower(word(at - 2).form) == wanted;
  };
  if ((form == "que" || form == "qu'") && among(kIfThat, before) &&
      (before != "moins" || two_before("à")) && (before != "peu" || two_before("pour")))
    return true;
  if (form == "où" && (before == "cas" || before == "hypothèse")) return true;
  // "Had Oslo attacked, …": no question, but a condition
  if (!doc_.french() && w.upos == Upos::kAux && (form == "had" || form == "were") &&
      (at == s.first_word || before == ",") && w.head != kNone && word(s.end_word - 1).form != "?")
    for (int32_t c : tree_.children(w.head))
      if (tree_.is(c, "nsubj") && c > at) return true;
  if (w.upos != Upos::kSconj || before == "même") return false;  // même si: it is so
  if (form != "si" && form != "s'" && form != "if" && form != "unless") return false;
  if (at == s.first_word || word(at - 1).upos != Upos::kVerb) return true;
  for (int32_t c : tree_.children(at - 1))
    if (tree_.is(c, "ccomp") && c > at) return false;
  return true;
}

// The same for the clause of a finite verb, by the words before it: the parser often hangs "si" on
// the main verb.
bool FirmnessReader::supposed(int32_t verb) const {
  const Sentence& s = doc_.sentences[word(verb).sentence];
  for (int32_t at = verb - 1; at >= s.first_word && at > verb - 12; --at) {
    if (supposes(at)) return true;
    const Word& w = word(at);
    const bool other_clause = w.upos == Upos::kVerb || w.upos == Upos::kSconj ||
                              (w.upos == Upos::kAux && w.head != verb) || w.form == ";" ||
                              w.form == ":";
    if (other_clause) return false;
  }
  return false;
}

bool FirmnessReader::under_condition(int32_t i) const {
  if (word(i).morph.verb_form == VerbForm::kFin || word(i).morph.verb_form == VerbForm::kPart)
    if (arguments_.verbal(i) && supposed(i)) return true;
  for (int32_t at = i; at != kNone; at = word(at).head) {
    if (tree_.is(at, "advcl"))
      for (int32_t c : tree_.children(at))
        if (tree_.is(c, "mark")) {
          const std::string form = lower(word(c).form);
          if (form == "si" || form == "s'" || form == "if" || form == "unless") return true;
        }
    if (tree_.is(at, "ccomp") || tree_.is(at, "parataxis")) return false;
  }
  return false;
}

bool FirmnessReader::questioned(int32_t i) const {
  const Sentence& s = doc_.sentences[word(i).sentence];
  bool mark = false;
  for (int32_t w = s.end_word - 1; w >= s.first_word && w >= s.end_word - 4; --w)
    if (word(w).upos == Upos::kPunct && word(w).form.find('?') != std::string::npos) mark = true;
  if (!mark) return false;
  // "Pourquoi X a-t-il frappé ?" asks for something else than whether he did
  for (int32_t w = s.first_word; w < s.end_word && w < s.first_word + 4; ++w) {
    const std::string form = lower(word(w).form);
    if (form == "pourquoi" || form == "comment" || form == "quand" || form == "why" ||
        form == "how" || form == "when")
      return false;
  }
  // what a relative, a participle or a temporal clause presupposes is not asked
  for (int32_t at = i; at != kNone; at = word(at).head)
    if (tree_.is(at, "acl") || tree_.is(at, "advcl") || tree_.is(at, "nmod") || tree_.is(at, "obl"))
      return false;
  return true;
}

// Whether the clause is the content of a speech or thought in the past: "a annoncé qu'il
// enverrait".
bool FirmnessReader::reported_in_past(int32_t i) const {
  for (int32_t at = i; at != kNone; at = word(at).head) {
    if (!tree_.is(at, "ccomp") && !tree_.is(at, "acl")) continue;
    const int32_t head = word(at).head;
    if (head == kNone) return false;
    const Finite f = finite(head);
    return f.tense == Tense::kPast || f.tense == Tense::kImp || f.compound ||
           (!arguments_.verbal(head) && tree_.is(at, "acl"));
  }
  return false;
}

// "il n'est pas exact (de dire) que": a negated adjective of truth, over the clause or over its
// verb of saying.
bool FirmnessReader::said_untrue(int32_t governor) const {
  for (int32_t at = governor, steps = 0; at != kNone && steps < 3; at = word(at).head, ++steps) {
    if (word(at).upos == Upos::kAdj || word(at).upos == Upos::kNoun) {
      const ModalWord* m = modal(at, ModalWord::Kind::kAdjective);
      return m != nullptr && !m->negates && !m->denied && !m->future && !m->possible &&
             !m->hedged && negated(at);
    }
    if (word(at).morph.verb_form != VerbForm::kInf) return false;
  }
  return false;
}

Firmness FirmnessReader::of_predicate(int32_t i) const { return predicate(i, 0); }

Firmness FirmnessReader::predicate(int32_t i, int depth) const {
  Firmness f;
  if (depth > kMaxDepth) return f;
  const Word& w = word(i);
  const Finite v = finite(i);
  if (negated(i)) f.polarity = Polarity::kNeg;

  if (v.word != kNone &&
      (v.mood != Mood::kNone || v.tense != Tense::kNone || v.modal_future || v.modal_possible)) {
    switch (v.tense) {
      case Tense::kFut:
        f.time = v.compound && !arguments_.passive(i) ? ClaimTime::kPast : ClaimTime::kFuture;
        break;
      case Tense::kPres: {
        // "a frappé" is past, "est frappé par" and "frappe" present
        // (English: "has been struck by", but "is being struck by")
        const bool perfect =
            v.compound && (!arguments_.passive(i) || [&] {
              int auxiliaries = 0;
              for (int32_t c : tree_.children(i))
                auxiliaries += tree_.is(c, "aux") && (doc_.french() || word(c).lemma == "have");
              return auxiliaries > (doc_.french() ? 1 : 0);
            }());
        f.time = perfect ? ClaimTime::kPast : ClaimTime::kPresent;
        break;
      }
      default:
        f.time = ClaimTime::kPast;
    }
    if (v.mood == Mood::kCnd) {
      const bool perfect =
          v.compound && f.time != ClaimTime::kFuture && (!arguments_.passive(i) || [&] {
            int auxiliaries = 0;
            for (int32_t c : tree_.children(i)) auxiliaries += tree_.is(c, "aux");
            return auxiliaries > 1;
          }());
      bool condition = false;
      const Sentence& sentence = doc_.sentences[w.sentence];
      for (int32_t at = sentence.first_word; at < sentence.end_word; ++at)
        if (supposes(at)) condition = true;
      if (condition) {
        f.hypothetical = true;
        f.time = perfect ? ClaimTime::kPast : ClaimTime::kFuture;
        weaken(f, perfect ? Certainty::kAsserted : Certainty::kPossible);
      } else if (perfect) {
        f.time = ClaimTime::kPast;
        if (doc_.french()) weaken(f, Certainty::kHedged);
      } else if (reported_in_past(i)) {
        f.time = ClaimTime::kFuture;
      } else if (doc_.french()) {
        f.time = ClaimTime::kPresent;
        weaken(f, Certainty::kHedged);
      } else {
        f.time = ClaimTime::kFuture;
        weaken(f, Certainty::kPossible);
      }
    }
    if (v.modal_future) f.time = ClaimTime::kFuture;
    f.scheduled = f.time == ClaimTime::kFuture && (v.modal_future || v.tense == Tense::kFut);
    if (v.modal_possible) {
      weaken(f, Certainty::kPossible);
      if (!v.compound) f.time = ClaimTime::kFuture;
    }
    if (w.morph.mood == Mood::kImp && doc_.french()) f.time = ClaimTime::kFuture;
  } else if (w.head == kNone && !doc_.french() && w.morph.verb_form == VerbForm::kInf) {
    f.time = ClaimTime::kFuture;  // a headline's "Oslo to send doctors"
  } else if (w.head != kNone) {
    // An infinitive, a participle, a gerund: it takes what governs it
    const int32_t head = w.head;
    std::string mark;
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "mark") || tree_.is(c, "case"))
        mark = mark.empty() ? lower(word(c).form) : mark;
    const bool infinitive = w.morph.verb_form == VerbForm::kInf;
    const bool perfect = v.word != kNone;  // avoir frappé, having struck
    if (tree_.is(i, "conj") && !arguments_.complement_like(i)) {
      const Firmness first = predicate(head, depth + 1);
      const bool own_negation = f.polarity == Polarity::kNeg;
      f = first;
      if (!own_negation && negated(head)) f.polarity = Polarity::kPos;
      if (own_negation) f.polarity = Polarity::kNeg;
    } else if (tree_.is(i, "acl") && !arguments_.verbal(head)) {
      if (infinitive) {
        f.time = perfect ? ClaimTime::kPast : ClaimTime::kFuture;
        // "n'a pas l'intention de quitter": the verb above the noun denies or hedges for both
        Firmness outer;
        if (tree_.is(head, "obj") && word(head).head != kNone)
          outer = predicate(word(head).head, depth + 1);
        if (const ModalWord* m = modal(head, ModalWord::Kind::kNoun, i)) {
          if (!m->future && !perfect) f.time = ClaimTime::kPast;
          apply(*m, outer.polarity == Polarity::kNeg, f);
        }
        weaken(f, outer.certainty);
      } else {
        f.time = w.morph.tense == Tense::kPres && !arguments_.passive(i) ? ClaimTime::kPresent
                                                                         : ClaimTime::kPast;
      }
    } else if (tree_.is(i, "advcl") || tree_.is(i, "obl") || tree_.is(i, "nmod") ||
               word(head).lemma == "afin") {
      const Firmness outer = predicate(head, depth + 1);
      if (mark == "pour" || mark == "afin" || word(head).lemma == "afin" ||
          (mark == "to" && infinitive) || (mark.empty() && infinitive)) {
        f.time = ClaimTime::kFuture;
        if (outer.certainty == Certainty::kQuestioned) f.certainty = outer.certainty;
      } else if (const ModalWord* m = modal(head, ModalWord::Kind::kVerb, i);
                 mark == "from" && m != nullptr && m->negates) {  // "prevented X from attacking"
        f.time = outer.time;
        apply(*m, outer.polarity == Polarity::kNeg, f);
      } else if (mark == "après" || perfect || arguments_.passive(i)) {
        f.time = ClaimTime::kPast;
      } else {
        f.time = outer.time;
      }
      f.hypothetical = outer.hypothetical;
    } else if (tree_.is(i, "xcomp") || tree_.is(i, "ccomp") || tree_.is(i, "csubj") ||
               tree_.is(i, "obj")) {
      const Firmness outer = predicate(head, depth + 1);
      f.time = perfect ? ClaimTime::kPast : outer.time;
      f.hypothetical = outer.hypothetical;
      const ModalWord::Kind kind = word(head).upos == Upos::kAdj    ? ModalWord::Kind::kAdjective
                                   : word(head).upos == Upos::kNoun ? ModalWord::Kind::kNoun
                                                                    : ModalWord::Kind::kVerb;
      const ModalWord* m = modal(head, kind, i);
      if (outer.certainty != Certainty::kAsserted) weaken(f, outer.certainty);
      // "is said to have attacked"
      constexpr std::array<std::string_view, 7> kTold = {"say",    "believe", "think",  "report",
                                                         "rumour", "rumor",   "suppose"};
      if (!doc_.french() && arguments_.passive(head) && among(kTold, word(head).lemma))
        weaken(f, Certainty::kHedged);
      if (m != nullptr) apply(*m, outer.polarity == Polarity::kNeg, f);
    } else {
      f.time = w.morph.tense == Tense::kPres ? ClaimTime::kPresent : ClaimTime::kPast;
    }
  }

  // "il semble que X ait frappé", "il est faux que": a modal word over a finite clause
  if ((tree_.is(i, "ccomp") || tree_.is(i, "csubj") || tree_.is(i, "xcomp")) && w.head != kNone &&
      v.word != kNone && v.mood != Mood::kNone) {
    const ModalWord::Kind kind = word(w.head).upos == Upos::kAdj    ? ModalWord::Kind::kAdjective
                                 : word(w.head).upos == Upos::kNoun ? ModalWord::Kind::kNoun
                                                                    : ModalWord::Kind::kVerb;
    if (const ModalWord* m = modal(w.head, kind, i)) {
      // "n'a pas nié que", "on ne peut nier que"
      bool outer_negated = negated(w.head);
      if (const int32_t up = word(w.head).head;
          up != kNone && tree_.is(w.head, "xcomp") && word(up).lemma == "pouvoir")
        outer_negated = outer_negated || negated(up);
      if (!m->negates || m->denied) {
        const Polarity own = f.polarity;
        const ClaimTime time = f.time;
        apply(*m, false, f);
        f.polarity = own;
        // "pensait que X avait frappé" is no plan, "pense frapper" is one
        if (v.mood == Mood::kInd && time == ClaimTime::kPast) f.time = time;
      }
      // "il n'est pas faux que"
      if (outer_negated && m->denied) f.certainty = Certainty::kAsserted;
    }
    if (said_untrue(w.head)) f.certainty = Certainty::kDenied;
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "mark") && (word(c).lemma == "si" || word(c).lemma == "whether"))
        weaken(f, Certainty::kQuestioned);
  }
  // "juge probable que X ait frappé", "said it was likely that X struck": the adjective and the
  // clause may both hang on the verb
  const auto that = [&](int32_t c) {
    return tree_.is(c, "mark") && (word(c).lemma == "que" || word(c).lemma == "that");
  };
  const auto marks = tree_.children(i);
  if ((tree_.is(i, "ccomp") || tree_.is(i, "advcl")) && w.head != kNone && v.mood != Mood::kNone &&
      word(w.head).upos == Upos::kVerb && std::any_of(marks.begin(), marks.end(), that)) {
    for (int32_t c : tree_.children(w.head)) {
      if (c > i || word(c).upos != Upos::kAdj || !(tree_.is(c, "xcomp") || tree_.is(c, "ccomp")))
        continue;
      const ModalWord* m = modal(c, ModalWord::Kind::kAdjective, i);
      if (m != nullptr && !m->negates && !m->denied) apply(*m, false, f);
    }
  }
  // "ce n'est pas X qui a frappé", "il est faux que X soit celui qui a frappé": the copula speaks
  // for the relative
  if ((tree_.is(i, "acl") || w.deprel == "advcl:cleft") && w.head != kNone &&
      tree_.child(w.head, "cop") != kNone &&
      (word(w.head).upos == Upos::kPron || word(w.head).upos == Upos::kPropn ||
       w.deprel == "advcl:cleft")) {
    const Firmness outer = predicate(w.head, depth + 1);
    if (outer.polarity == Polarity::kNeg) f.polarity = Polarity::kNeg;
    if (outer.certainty != Certainty::kAsserted) weaken(f, outer.certainty);
  }
  adverbs(i, f);
  if (under_condition(i)) {
    f.hypothetical = true;
    if (v.tense != Tense::kPast || v.mood == Mood::kNone) {
      weaken(f, Certainty::kPossible);
      f.time = ClaimTime::kFuture;
    }
  }
  if (questioned(i)) weaken(f, Certainty::kQuestioned);
  return f;
}

Firmness FirmnessReader::of_noun(int32_t noun, int32_t light, LightVerb::Aspect aspect,
                                 bool lasting) const {
  Firmness f;
  for (int32_t c : tree_.children(noun)) {
    if (tree_.is(c, "det") &&
        (word(c).lemma == "aucun" || word(c).lemma == "nul" || lower(word(c).form) == "no"))
      f.polarity = Polarity::kNeg;
    if (tree_.is(c, "case") && (lower(word(c).form) == "sans" || lower(word(c).form) == "without"))
      f.polarity = Polarity::kNeg;
  }
  adverbs(noun, f);
  if (light != kNone) {
    const Firmness g = predicate(light, 0);
    f.time = g.time;
    f.scheduled = g.scheduled;
    f.hypothetical = g.hypothetical;
    weaken(f, g.certainty);
    if (g.polarity == Polarity::kNeg) f.polarity = Polarity::kNeg;
    if (aspect == LightVerb::Aspect::kFuture) {
      f.time = ClaimTime::kFuture;
      // "craint une attaque"
      const ModalWord* m = modal(light, ModalWord::Kind::kVerb, noun);
      if (m != nullptr && m->possible) weaken(f, Certainty::kPossible);
    }
    if (aspect == LightVerb::Aspect::kNegated) f.polarity = Polarity::kNeg;
    return f;
  }
  const int32_t up = arguments_.governor(noun);
  if (up == kNone) {
    f.time = lasting ? ClaimTime::kPresent : ClaimTime::kPast;
    if (questioned(noun)) weaken(f, Certainty::kQuestioned);
    return f;
  }
  const Firmness g = predicate(up, 0);
  // "a démenti toute attaque"
  if (tree_.is(noun, "obj") && word(noun).head == up)
    if (const ModalWord* m = modal(up, ModalWord::Kind::kVerb, noun);
        m != nullptr && m->denied && g.polarity == Polarity::kPos)
      f.certainty = Certainty::kDenied;
  if (lasting)
    f.time = g.time == ClaimTime::kFuture ? ClaimTime::kPresent : g.time;
  else  // "le sommet aura lieu", but "il veut gagner la guerre": an infinitive's aim does not move
        // what it is about
    f.time = g.time == ClaimTime::kFuture && finite(up).word != kNone ? ClaimTime::kFuture
                                                                      : ClaimTime::kPast;
  f.hypothetical = g.hypothetical;
  f.scheduled = f.scheduled || (f.time == ClaimTime::kFuture && g.scheduled);
  // Not said to be: the object of a negated verb ("rien ne justifie une attaque"), a purpose ("pour
  // une attaque"), what stands under a condition or a possibility. A definite noun is presupposed
  // all the same.
  bool definite = false, purpose = false;
  for (int32_t c : tree_.children(noun)) {
    if (tree_.is(c, "det") && (word(c).morph.definite || word(c).morph.possessive)) definite = true;
    if (tree_.is(c, "case") && (word(c).lemma == "pour" || word(c).lemma == "for")) purpose = true;
  }
  const bool object = tree_.is(noun, "obj") || tree_.is(noun, "obl");
  if (!definite &&
      ((object && g.polarity == Polarity::kNeg) || (purpose && tree_.is(noun, "obl")) ||
       (object && g.certainty == Certainty::kPossible))) {
    weaken(f, Certainty::kPossible);
    f.time = ClaimTime::kFuture;
  }
  if (under_condition(noun)) {
    weaken(f, Certainty::kPossible);
    f.time = ClaimTime::kFuture;
  }
  // "a commencé avec une initiative de X ?" asks about the complement, not about the subject
  if (g.certainty == Certainty::kQuestioned && !tree_.is(noun, "nsubj") && !tree_.is(noun, "nmod"))
    weaken(f, Certainty::kQuestioned);
  return f;
}

}  // namespace selon
