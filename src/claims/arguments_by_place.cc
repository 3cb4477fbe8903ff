// The half of Arguments that reads words by their place in the sentence, where the parser hung them
// elsewhere: a finite French clause has its subject before it, complements stand behind their noun
// in a row, what stands before a clause's opening belongs above it. Used where the tree is silent.
#include <algorithm>
#include <array>

#include "base/among.h"
#include "claims/arguments.h"
#include "claims/prepositions.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Prepositions of complements that may stand between a noun and another complement of it.
constexpr std::array<std::string_view, 14> kInRow = {"de",     "en",      "dans", "sur", "à",
                                                     "contre", "avec",    "of",   "in",  "on",
                                                     "at",     "against", "with", "to"};

}  // namespace

// "le général – tué hier à Oslo – a convaincu", given a: the opening dash or bracket.
int32_t Arguments::before_aside(int32_t at) const {
  constexpr int32_t kReach = 30;  // words
  const int32_t begin = doc_.sentences[word(at).sentence].first_word;
  if (at == begin) return at;
  const std::string& close = word(at - 1).form;
  if (close != "–" && close != "—" && close != "-" && close != ")") return at;
  const std::string_view open = close == ")" ? "(" : std::string_view(close);
  for (int32_t w = at - 2; w > begin && w > at - kReach; --w)
    if (word(w).form == open) return w;
  return at;
}

// A finite verb whose subject the parser hung elsewhere: the nearest named phrase before it that
// stands under no preposition. "Selon le Post, le président, Pedro Ruiz, a écrit", where
// "président" became a conjunct of "Post".
Arguments::Words Arguments::subject_before(int32_t verb) const {
  int32_t first = verb;
  for (int32_t c : tree_.children(verb)) {
    if (word(c).deprel == "expl:subj") return {};
    if (tree_.is(c, "aux") || tree_.is(c, "cop") || tree_.is(c, "expl")) first = std::min(first, c);
  }
  if (!finite(verb) || word(verb).morph.mood == Mood::kImp) return {};
  const int32_t begin = doc_.sentences[word(verb).sentence].first_word;
  first = before_aside(first);
  for (int32_t at = first - 1; at >= begin && at > first - 12; --at) {
    const Word& w = word(at);
    if (w.upos == Upos::kVerb || w.upos == Upos::kSconj || w.form == ";" || w.form == ":")
      return {};
    if (w.upos != Upos::kNoun && w.upos != Upos::kPropn) continue;
    // from "Ruiz" to "Pedro", from a complement to its noun, from there to what it is an apposition
    // to
    int32_t phrase = at;
    while ((tree_.is(phrase, "flat") || tree_.is(phrase, "appos") ||
            (tree_.is(phrase, "nmod") && !tree_.preposition(phrase).empty())) &&
           word(phrase).head != kNone && word(phrase).head < phrase && !verbal(word(phrase).head))
      phrase = word(phrase).head;
    if (!tree_.preposition(phrase).empty()) return {};
    if (people_of(phrase).empty()) return {};
    return list_before(phrase);
  }
  return {};
}

// "…, qui reste grave, Oslo, Rome et Bonn ont signé", given Rome, where the first of the list was
// hung on what stands before: names between commas, in a row that ends with an "et".
Arguments::Words Arguments::with_list_before(int32_t first) const {
  Words out = {first};
  const auto name_of = [&](int32_t at) {
    const int32_t m = mention_at_head(doc_, at);
    return m != kNone && (doc_.mentions[m].form == MentionForm::kName ||
                          doc_.mentions[m].form == MentionForm::kMetonym);
  };
  const auto start_of = [&](int32_t at) {
    int32_t start = at;
    for (int32_t c : tree_.children(at))
      if (tree_.is(c, "det")) start = std::min(start, c);
    return start;
  };
  if (!name_of(first) || conjunct_with_and(first) == kNone) return out;
  const int32_t begin = doc_.sentences[word(first).sentence].first_word;
  for (int32_t comma = start_of(first) - 1; comma > begin && word(comma).form == ",";) {
    int32_t member = comma - 1;
    while (word(member).head != kNone && word(member).head < member && tree_.is(member, "flat"))
      member = word(member).head;
    if (!name_of(member) || !tree_.preposition(member).empty() || word(member).head == first) break;
    const int32_t start = start_of(member);
    if (start > begin && word(start - 1).form != ",") break;
    out.push_back(member);
    comma = start - 1;
  }
  return out;
}

// The member of a list that "et" opens; kNone.
int32_t Arguments::conjunct_with_and(int32_t first) const {
  for (int32_t c : tree_.children(first))
    if (tree_.is(c, "conj") && tree_.child(c, "cc") != kNone) return c;
  return kNone;
}

// "Oslo, Rome et Bonn", given Bonn: all three, by the commas and the "et" between them.
Arguments::Words Arguments::list_before(int32_t last) const {
  Words out = {last};
  const int32_t begin = doc_.sentences[word(last).sentence].first_word;
  for (int32_t at = first_of(last) - 1; at > begin; at = first_of(out.back()) - 1) {
    // a conjunction or comma that hangs on the member behind it is that member's first word
    const bool inside = word(at + 1).deprel == "cc" || word(at + 1).form == ",";
    const int32_t joint = inside ? at + 1 : at;
    const bool joined = out.size() == 1 ? word(joint).deprel == "cc" : word(joint).form == ",";
    if (!joined) break;
    int32_t member = joint - 1;
    while (word(member).head != kNone && word(member).head < member &&
           (tree_.is(member, "flat") || tree_.is(member, "amod") || tree_.is(member, "nmod")))
      member = word(member).head;
    if (mention_at_head(doc_, member) == kNone || !tree_.preposition(member).empty() ||
        tree_.is(member, "obj") || tree_.is(member, "obl"))
      break;
    out.push_back(member);
  }
  return out;
}

// "a rencontré dans la journée d'hier, 6 mai, son homologue pour …", where the object was hung
// elsewhere: the first bare phrase behind the verb that names somebody.
Arguments::Words Arguments::object_after(int32_t verb) const {
  constexpr int32_t kReach = 14;  // words
  if (pronominal(verb)) return {};
  for (int32_t c : tree_.children(verb))
    if (tree_.is(c, "ccomp") || tree_.is(c, "xcomp") || (c > verb && tree_.is(c, "nsubj")))
      return {};
  const int32_t end = std::min(doc_.sentences[word(verb).sentence].end_word, verb + kReach);
  for (int32_t at = verb + 1; at < end; ++at) {
    const Word& w = word(at);
    if (w.upos == Upos::kVerb || w.upos == Upos::kAux || w.upos == Upos::kSconj ||
        w.upos == Upos::kCconj || w.upos == Upos::kPron || w.form == ";" || w.form == ":")
      return {};
    if (w.upos == Upos::kAdp && w.head > at && w.head < end) at = w.head;
    if (at == w.head || (w.upos != Upos::kNoun && w.upos != Upos::kPropn)) continue;
    // a part of a phrase in between; but "à Sofia le ministre grec" are two phrases
    if (w.head != kNone && w.head > verb && w.head < at &&
        (tree_.is(at, "conj") || tree_.child(at, "det") == kNone ||
         tree_.preposition(w.head).empty() || word(at - 1).upos == Upos::kPunct))
      continue;
    if (!tree_.preposition(at).empty() || mention_at_head(doc_, at) == kNone) continue;
    if (w.head != kNone && w.head <= verb && !tree_.is(at, "conj") && !tree_.is(at, "dep"))
      return {};
    return {at};
  }
  return {};
}

// The conjunction or mark that opens a clause ("et", "pour", "que"), else the clause's verb.
int32_t Arguments::opening_of(int32_t verb) const {
  int32_t opening = verb;
  for (int32_t c : tree_.children(verb))
    if (tree_.is(c, "mark") || (tree_.is(c, "cc") && tree_.is(verb, "conj")))
      opening = std::min(opening, c);
  return opening;
}

// What hangs on a word by its place: what stands before the opening of a clause belongs to the
// clause above, though the parser hung it on the one below. "formées par Oslo et financées par
// Rome", "adressé une requête à Oslo pour obtenir".
Arguments::Words Arguments::dependents(int32_t head) const {
  Words out;
  // "X qui s'est rendu à Oslo", where the clause was hung on its own complement
  if (word(head).deprel == "acl:relcl" && word(head).head > head) out.push_back(word(head).head);
  const int32_t opening = opening_of(head);
  for (int32_t c : tree_.children(head)) {
    if (c < opening && opening < head && !tree_.is(c, "nsubj")) continue;
    out.push_back(c);
    if (!verbal(c) || c < head ||
        (!tree_.is(c, "conj") && !tree_.is(c, "advcl") && !tree_.is(c, "xcomp")))
      continue;
    const int32_t next = opening_of(c);
    for (int32_t d : tree_.children(c))
      if (head < d && d < next && tree_.is(d, "obl")) out.push_back(d);
  }
  return out;
}

int32_t Arguments::last_of(int32_t at) const {
  int32_t last = at;
  for (int32_t c : tree_.children(at))
    if (c > at || !tree_.children(c).empty()) last = std::max(last, last_of(c));
  return last;
}

int32_t Arguments::first_of(int32_t at) const {
  int32_t first = at;
  for (int32_t c : tree_.children(at)) first = std::min(first, first_of(c));
  return first;
}

// "le soutien d'Oslo à la cause kurde", "la coopération dans le pétrole avec Rome": complements of
// a noun stand behind it in a row, wherever the parser hung them. Adjectives and other complements
// may stand between; a genitive stands next to its noun.
Arguments::Words Arguments::along(int32_t noun, std::string_view preposition) const {
  constexpr int32_t kReach = 12;  // words
  const std::string_view first = preposition.substr(0, preposition.find(' '));
  const bool genitive = first == "de" || first == "of";
  const int32_t end = std::min(doc_.sentences[word(noun).sentence].end_word, noun + kReach);
  for (int32_t at = noun + 1; at < end; ++at) {
    const Word& w = word(at);
    if (w.upos == Upos::kAdp && tree_.is(at, "case")) {
      const int32_t complement = w.head;
      if (complement <= at || complement >= end) return {};
      if (w.lemma == first || variant(w.lemma, first)) {
        if (doc_.french() && genitive && only_near(complement)) return {};
        // "attribue le succès des frappes à X": a verb's own
        const int32_t above = word(complement).head;
        if (dative(first) && above != kNone && above < noun && verbal(above) &&
            word(complement).deprel == "obl:arg")
          return {};
        if (people_of(complement).empty()) return {};
        return {complement};
      }
      // what follows a noun of its own, "l'aide russe après la défaite de X par Y", is not in the
      // row
      if (genitive || !among(w.lemma, kInRow)) return {};
      continue;
    }
    if (tree_.is(at, "fixed") || (w.upos == Upos::kAdp && tree_.is(at, "advmod")))
      continue;  // "à part entière"
    const bool inside = w.upos == Upos::kAdj || w.upos == Upos::kAdv || w.upos == Upos::kDet ||
                        w.upos == Upos::kNoun || w.upos == Upos::kPropn || w.upos == Upos::kNum;
    if (!inside || (genitive && w.upos != Upos::kAdj && w.upos != Upos::kAdv)) return {};
    if (genitive && mention_at_head(doc_, at) != kNone) return {};  // "l'aide russe de 2015"
  }
  return {};
}

}  // namespace selon
