// Conditions and questions: what is only supposed, and what is asked.
#include <algorithm>

#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {
namespace {

// "ripostera si Oslo attaque": a verb that only tells of deeds asks nothing.
bool only_acts(const EventLexicon& lexicon, const std::string& verb) {
  const EventLexicon::Entries& rows = lexicon.verbs(verb);
  const std::vector<ModalWord>& asking = lexicon.modal_words(verb);
  return std::any_of(rows.begin(), rows.end(),
                     [](const EventEntry& entry) {
                       return entry.event == "ASSAULT" || entry.event == "COERCE" ||
                              entry.event == "AID" || entry.event == "RETREAT" ||
                              entry.event == "MOBILIZE";
                     }) &&
         std::none_of(asking.begin(), asking.end(),
                      [](const ModalWord& m) { return m.questioned; });
}

}  // namespace

// Whether a conjunction of condition stands at that word: "si" behind a verb asks ("demande si"),
// elsewhere it supposes.
bool FirmnessReader::supposes(int32_t at) const {
  const Word& w = word(at);
  const std::string form = lower(w.form);
  const Sentence& s = doc_.sentences[w.sentence];
  const std::string before = at > s.first_word ? lower(word(at - 1).form) : std::string();
  // à condition que, à moins que, pourvu que, à supposer que, pour peu que, au cas où
  if (form == "que" || form == "qu'") {
    if (lexicon_.words().is(before, WordClass::kCondition)) return true;
    if (before == "moins" && at > s.first_word + 1 && is_form(at - 2, "à")) return true;
    if (before == "peu" && at > s.first_word + 1 && is_form(at - 2, "pour")) return true;
  }
  if (form == "où" && lexicon_.words().is(before, WordClass::kConditionWhere)) return true;
  // "Had Oslo attacked, …": no question, but a condition
  if (w.upos == Upos::kAux && (form == "had" || form == "were") &&
      (at == s.first_word || before == ",") && w.head != kNone && word(s.end_word - 1).form != "?")
    for (int32_t c : tree_.children(w.head))
      if (tree_.is(c, "nsubj") && c > at) return true;
  if (w.upos != Upos::kSconj || before == "même") return false;  // même si: it is so
  if (form == "unless") return true;
  if (form != "si" && form != "s'" && form != "if") return false;
  if (before == "even") return false;
  if (at == s.first_word || word(at - 1).upos != Upos::kVerb) return true;
  for (int32_t c : tree_.children(at - 1))
    if (tree_.is(c, "ccomp") && c > at)
      return doc_.french() && only_acts(lexicon_, word(at - 1).lemma);
  return true;
}

// "sans la médiation de Rome, Oslo aurait frappé"; "sans avertissement" only says how.
bool FirmnessReader::spared(int32_t i) const {
  for (int32_t c : tree_.children(i)) {
    if (!tree_.is(c, "obl") ||
        (tree_.preposition(c) != "sans" && tree_.preposition(c) != "without"))
      continue;
    if (word(c).upos == Upos::kPron || word(c).upos == Upos::kPropn) return true;
    for (int32_t d : tree_.children(c))
      if (tree_.is(d, "det") && (word(d).morph.definite || word(d).morph.possessive)) return true;
  }
  return false;
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
    if (tree_.is(at, "advcl") || (doc_.french() && tree_.is(at, "ccomp")))
      for (int32_t c : tree_.children(at))
        if (tree_.is(c, "mark") && (tree_.is(at, "advcl") || word(c).lemma == "si") && supposes(c))
          return true;
    if (tree_.is(at, "ccomp") || tree_.is(at, "parataxis")) return false;
  }
  return false;
}

// The main clause that a condition serves.
int32_t FirmnessReader::served(int32_t i) const {
  for (int32_t at = i; at != kNone; at = word(at).head)
    if (tree_.is(at, "advcl")) return word(at).head;
  return kNone;
}

// "S'il avait frappé, …", "S'il voulait frapper, il l'aurait fait": what did not come about.
bool FirmnessReader::counterfactual(int32_t i, const Finite& v) const {
  if (v.perfect && v.mood == Mood::kInd &&
      (v.tense == Tense::kImp || (!doc_.french() && v.tense == Tense::kPast)))
    return true;
  const int32_t main = served(i);
  if (main == kNone) return false;
  const Finite then = finite(main);
  return then.mood == Mood::kCnd && then.perfect;
}

// "If Oslo struck, Rome would strike": an English past that tells of no past.
bool FirmnessReader::unreal(int32_t i, const Finite& v) const {
  if (doc_.french() || v.tense != Tense::kPast || v.perfect) return false;
  const int32_t main = served(i);
  return main != kNone && finite(main).mood == Mood::kCnd;
}

bool FirmnessReader::questioned(int32_t i) const {
  const Sentence& s = doc_.sentences[word(i).sentence];
  bool mark = false;
  // the mark of a quotation asks nothing outside of it
  const auto quoted_apart = [&](int32_t at) {
    return std::any_of(doc_.quotations.begin(), doc_.quotations.end(), [&](const Quotation& q) {
      return q.speech && q.first_word <= at && at < q.end_word &&
             (i < q.first_word || i >= q.end_word);
    });
  };
  for (int32_t w = s.end_word - 1; w >= s.first_word && w >= s.end_word - 4; --w)
    if (word(w).upos == Upos::kPunct && word(w).form.find('?') != std::string::npos)
      mark = mark || !quoted_apart(w);
  if (!mark) return false;
  // "Pourquoi X a-t-il frappé ?", "Qui a frappé ?" ask for something else than whether he did
  for (int32_t w = s.first_word; w < s.end_word && w < s.first_word + 5; ++w) {
    const bool first = w == s.first_word || word(w - 1).upos == Upos::kPunct ||
                       word(w - 1).upos == Upos::kCconj || word(w - 1).upos == Upos::kAdp;
    for (std::string_view other : {"pourquoi", "comment", "quand", "why", "how", "when"})
      if (is_form(w, other)) return false;
    for (std::string_view other : {"qui", "que", "qu'", "quel", "quelle", "quels", "quelles", "où",
                                   "combien", "what", "who", "whom", "which", "where", "whose"})
      if (first && is_form(w, other)) return false;
  }
  // what a relative, a participle or a temporal clause presupposes is not asked
  for (int32_t at = i; at != kNone; at = word(at).head)
    if (tree_.is(at, "acl") || tree_.is(at, "advcl") || tree_.is(at, "nmod") || tree_.is(at, "obl"))
      return false;
  return true;
}

}  // namespace selon
