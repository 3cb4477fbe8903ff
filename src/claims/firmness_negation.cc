// Whether: negation and its scope.
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/firmness.h"

namespace selon {
namespace {

// Words of grammar, not of the lexicon: they negate whatever clause they stand in.
constexpr std::array<std::string_view, 14> kNegators = {
    "pas", "jamais", "aucunement", "nullement", "guère",   "point",  "ni",
    "not", "n't",    "never",      "nor",       "neither", "nowise", "non"};
constexpr std::array<std::string_view, 12> kNegativeArguments = {
    "aucun", "personne", "rien",    "nul", "nobody", "nothing",
    "no",    "none",     "neither", "pas", "aucune", "nulle"};

}  // namespace

bool FirmnessReader::is_form(int32_t i, std::string_view form) const {
  return i >= 0 && i < static_cast<int32_t>(doc_.words.size()) && lower(word(i).form) == form;
}

// "rien", "aucun pays", "no country", "neither side".
bool FirmnessReader::negative_argument(int32_t i) const {
  // "un pas" is a step
  if (among(lower(word(i).form), kNegativeArguments) && tree_.child(i, "det") == kNone) return true;
  for (int32_t d : tree_.children(i))
    if ((tree_.is(d, "det") && (word(d).lemma == "aucun" || word(d).lemma == "nul" ||
                                is_form(d, "no") || is_form(d, "neither"))) ||
        (tree_.is(d, "cc") && (is_form(d, "ni") || is_form(d, "neither"))) || not_one(d))
      return true;
  return false;
}

// "not one country", "not a single country", "not even Rome", "hardly any country"; "not only Rome"
// and "not all countries" leave somebody.
bool FirmnessReader::not_one(int32_t i) const {
  if (is_form(i, "hardly") || is_form(i, "scarcely")) return is_form(i + 1, "any");
  if (!is_form(i, "not")) return false;
  return is_form(i + 1, "one") || is_form(i + 1, "even") ||
         (is_form(i + 1, "a") && is_form(i + 2, "single"));
}

// "instead of striking", "rather than strike", "far from striking": it was not done.
bool FirmnessReader::instead_of(int32_t i) const {
  if (word(i).morph.verb_form == VerbForm::kFin) return false;
  const int32_t head = word(i).head;
  if (head != kNone && is_form(head, "far") && is_form(head + 1, "from")) return true;
  for (int32_t c : tree_.children(i)) {
    if (c > i) break;
    if (is_form(c, "instead") && is_form(c + 1, "of")) return true;
    if (is_form(c, "rather") && is_form(c + 1, "than")) return true;
    if (is_form(c, "from") && is_form(c - 1, "far")) return true;
  }
  return false;
}

// "loin de frapper", "au lieu de frapper", "faute de", "plutôt que de": it was not done.
bool FirmnessReader::instead(int32_t i) const {
  if (!doc_.french()) return instead_of(i);
  if (word(i).morph.verb_form != VerbForm::kInf) return false;
  const int32_t mark = tree_.child(i, "mark");
  const int32_t first = doc_.sentences[word(i).sentence].first_word;
  if (mark == kNone || word(mark).lemma != "de" || mark <= first) return false;
  if (lexicon_.words().is(lower(word(mark - 1).form), WordClass::kInstead)) return true;
  return is_form(mark - 1, "que") && mark > first + 1 && is_form(mark - 2, "plutôt");
}

// "ressemble à tout sauf à un allié", "is anything but an ally"
bool FirmnessReader::anything_but(int32_t i) const {
  int32_t first = i;
  for (int32_t c : tree_.children(i))
    if (c < first && (tree_.is(c, "det") || tree_.is(c, "amod") ||
                      (tree_.is(c, "case") && !is_form(c, "sauf") && !is_form(c, "but"))))
      first = c;
  return (is_form(first - 1, "sauf") && is_form(first - 2, "tout")) ||
         (is_form(first - 1, "but") && is_form(first - 2, "anything"));
}

// "did nothing to help", "never did anything to help", "n'a rien fait pour aider": nor was that.
bool FirmnessReader::nothing_done(int32_t infinitive) const {
  const int32_t above = word(infinitive).head;
  if (word(infinitive).morph.verb_form != VerbForm::kInf || above == kNone || above > infinitive)
    return false;
  if (tree_.is(infinitive, "acl") && tree_.is(above, "obj") && word(above).upos == Upos::kPron)
    return negative_argument(above) || (is_form(above, "anything") && negated(word(above).head));
  if (!tree_.is(infinitive, "advcl") || (word(above).lemma != "do" && word(above).lemma != "faire"))
    return false;
  for (int32_t c : tree_.children(above))
    if (tree_.is(c, "obj") && (negative_argument(c) || is_form(c, "anything")))
      return negated(above);
  return false;
}

bool FirmnessReader::negated(int32_t i) const {
  bool particle = false, negator = false, restricts = false, plus = false, without = false;
  for (int32_t c : tree_.children(i)) {
    const Word& w = word(c);
    const std::string form = lower(w.form);
    if (c < i && not_one(c)) negator = true;  // "hardly any", hung on the verb
    // "is no friend of Oslo"
    if (form == "no" && tree_.is(c, "det") && tree_.child(i, "cop") != kNone) negator = true;
    if (form == "ne" || form == "n'") {
      particle = true;
    } else if (w.upos == Upos::kAdv || w.upos == Upos::kPart || w.upos == Upos::kCconj) {
      const bool only = is_form(c + 1, "seulement") || is_form(c + 1, "only");
      if (among(form, kNegators) && !only) negator = true;
      if (form == "plus" && c < i + 3) plus = true;
      if (form == "que" || form == "qu'") restricts = true;
      // "no longer", "no more"
      if ((form == "longer" || form == "more") && is_form(c - 1, "no")) negator = true;
    } else if (tree_.is(c, "mark") || tree_.is(c, "case")) {
      if (form == "sans" || form == "without") without = true;
    } else if (tree_.is(c, "nsubj") || tree_.is(c, "obj")) {
      if (negative_argument(c)) negator = true;
    }
    // "n'est l'allié de personne", "n'a parlé de rien"
    if ((tree_.is(c, "nmod") || tree_.is(c, "obl")) && w.upos == Upos::kPron &&
        among(form, kNegativeArguments))
      negator = true;
    // the particle stands with the auxiliary in some trees
    if (tree_.is(c, "aux") || tree_.is(c, "cop"))
      for (int32_t d : tree_.children(c)) {
        const std::string below = lower(word(d).form);
        if (below == "ne" || below == "n'") particle = true;
        if (among(below, kNegators)) negator = true;
        if (below == "plus") plus = true;
      }
  }
  if (particle && !negator) {
    // "ne contribue en rien", "ne peut augmenter"; the parser may hang "pas" further down
    for (int32_t c : tree_.children(i))
      if (tree_.is(c, "obl") && negative_argument(c)) negator = true;
    const int32_t carrier = finite(i).word;
    if (carrier != kNone)
      for (std::string_view after : {"pas", "plus", "jamais", "guère"})
        if (is_form(carrier + 1, after) && !is_form(carrier + 2, "seulement")) negator = true;
    if (!restricts && lexicon_.words().is(word(i).lemma, WordClass::kBareNe)) negator = true;
  }
  if (instead(i) || anything_but(i) || nothing_done(i)) return true;
  if (particle && restricts && !negator) return false;  // "n'a frappé que"
  return negator || without || (particle && plus);
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

}  // namespace selon
