// The part of Arguments that says whom a phrase names: its head, its conjuncts, the owners of a
// thing.
#include <algorithm>

#include "base/utf8.h"
#include "claims/arguments.h"
#include "claims/prepositions.h"
#include "mentions/lookup.h"
#include "mentions/name_shapes.h"

namespace selon {

void Arguments::add_people(int32_t at, int depth, std::vector<int32_t>& out) const {
  const size_t before = out.size();
  const auto [begin, end] = mentions_at(doc_, at);
  for (int32_t m = begin; m < end; ++m) out.push_back(m);
  if (out.size() == before)
    if (const int32_t m = mention_at_head(doc_, at); m != kNone) out.push_back(m);
  if (out.size() > before || depth >= 2) return;
  // "quitte la convention, une décision critiquée": behind a comma, and no part of a name
  const auto set_off = [&](int32_t apposed) {
    const int32_t first = first_of(apposed);
    return doc_.french() && (word(first).form == "," || (first > 0 && word(first - 1).form == ","));
  };
  // A thing: the people that it belongs to, by adjective or possessive, else by genitive ("les
  // bases américaines d'Irak" are American)
  const bool waters = words_.is(word(at).lemma, WordClass::kWaters);  // "la mer de Chine"
  for (const bool genitive : {false, true}) {
    if (genitive && waters) return;
    for (int32_t c : tree_.children(at)) {
      const std::string_view preposition = tree_.preposition(c);
      const bool beside = tree_.is(c, "amod") || word(c).morph.possessive ||
                          tree_.is(c, "compound") || word(c).deprel == "nmod:poss" ||
                          tree_.is(c, "flat") ||
                          (c > at && tree_.is(c, "appos") && !set_off(c));  // "le géant Gazprom"
      // "plus d'un million de personnes" hangs on the adverb
      const bool counted = word(at).upos == Upos::kAdv && tree_.is(c, "obl");
      const bool below = (tree_.is(c, "nmod") || counted) &&
                         (preposition == "de" || preposition == "of" || preposition == "by" ||
                          preposition == "from" || preposition.empty());
      if (!doc_.french() && tree_.is(c, "appos") && set_aside(c)) continue;
      if (genitive ? below && !beside && !only_near(c) : beside) {
        add_people(c, depth + 1, out);
        // "les efforts d'Oslo et de Rome", "les bases russes et chinoises", "American and British
        // ships", "the ships of Oslo and Rome": of each
        const bool of_both = out.size() > before && conjunct_with_and(c) != kNone;
        for (int32_t d : tree_.children(c)) {
          if (!tree_.is(d, "conj") || mention_at_head(doc_, d) == kNone) continue;
          const std::string_view own = tree_.preposition(d);
          if (doc_.french() ? of_both && (own.empty() || own == preposition) : genitive || d < at)
            add_people(d, depth + 1, out);
        }
      }
      // "le plan proposé par Oslo"; but "a village shelled by the army", "un missile intercepté par
      // Oslo" are not theirs
      const bool wronged = words_.is(word(c).lemma, WordClass::kUndergone);
      if (genitive && tree_.is(c, "acl") && verbal(c) && passive(c) && !wronged)
        for (int32_t agent : subject(c)) add_people(agent, depth + 1, out);
      // "a ship linked to Oslo", "registered in Oslo"
      if (genitive && !doc_.french() && tree_.is(c, "acl") &&
          words_.is(word(c).lemma, WordClass::kAffiliated))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "obl") && (tree_.preposition(d) == "to" || tree_.preposition(d) == "in" ||
                                     tree_.preposition(d) == "with"))
            add_people(d, depth + 1, out);
    }
    if (out.size() > before) return;
  }
}

// "It was X, not Y": not Y.
bool Arguments::set_aside(int32_t phrase) const {
  for (int32_t c : tree_.children(phrase))
    if (c < phrase && word(c).lemma == "not") return true;
  return false;
}

// "une mine près de Bagdad": where, and no mine of Bagdad's.
bool Arguments::only_near(int32_t phrase) const {
  const int32_t at = tree_.child(phrase, "case");
  if (!doc_.french() || at < 1) return false;
  // "près de vingt soldats", "près d'une centaine de soldats": how many
  if (tree_.child(phrase, "nummod") != kNone || words_.is(word(phrase).lemma, WordClass::kAmount))
    return false;
  const std::string& before = word(at - 1).lemma;
  return before == "près" || before == "loin" || before == "hors";
}

// "Jan Maes, jeune Belge arrêté par Rome": a noun without an article beside a name describes whom
// the name names; the name's word.
int32_t Arguments::named_beside(int32_t at) const {
  const Word& w = word(at);
  if (!doc_.french() || !tree_.is(at, "appos") || w.upos != Upos::kNoun || w.head > at ||
      tree_.child(at, "det") != kNone || tree_.child(at, "conj") != kNone)
    return kNone;
  const int32_t first = first_of(at);
  const int32_t m = mention_at_head(doc_, w.head);
  const bool name = m != kNone && doc_.mentions[m].form == MentionForm::kName;
  const bool apart = first > 0 && (word(first).form == "," || word(first - 1).form == ",");
  return name && apart ? w.head : kNone;
}

// "armed groups such as Vigie": a group of nobody's is whom the examples name; the first one's
// word.
int32_t Arguments::named_such(int32_t at) const {
  const int32_t own = doc_.french() ? kNone : mention_at_head(doc_, at);
  const int32_t e = own == kNone ? kNone : resolve(doc_, own);
  if (e == kNone || doc_.mentions[own].form != MentionForm::kDescription ||
      !doc_.entities[e].country.empty() || word(at).morph.number != Number::kPlur)
    return kNone;
  for (int32_t c : tree_.children(at))
    if (c > at && tree_.is(c, "nmod") && tree_.preposition(c).starts_with("such") &&
        mention_at_head(doc_, c) != kNone)
      return c;
  return kNone;
}

std::vector<int32_t> Arguments::people_of(int32_t at) const {
  std::vector<int32_t> out;
  if (const int32_t name = named_beside(at); name != kNone) return people_of(name);
  if (const int32_t name = named_such(at); name != kNone) return people_of(name);
  add_people(at, 0, out);
  // "North and South Korea": the first name shares the second's noun
  if (const int32_t own = mention_at_head(doc_, at); own != kNone)
    for (int32_t c : tree_.children(at))
      if (c < doc_.mentions[own].first_word && tree_.is(c, "compound"))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "conj") && d >= doc_.mentions[own].first_word)
            if (const int32_t first = mention_at_head(doc_, c); first != kNone)
              out.push_back(first);
  // "the Moscow-Kyiv talks": the first hangs on the second
  for (int32_t c : tree_.children(at))
    if (size_t from = 0;
        c + 2 == at && tree_.is(c, "compound") && hyphen_or_slash(decode(word(c + 1).form, from)))
      if (const int32_t first = mention_at_head(doc_, c); first != kNone) out.push_back(first);
  const auto set_off = [&](int32_t c) { return !doc_.french() && set_aside(c); };
  // "le retrait des troupes et le désarmement du Front": people are not coordinated with what is
  // done to others
  const auto unlike = [&](int32_t c) {
    return doc_.french() && word(c).upos == Upos::kNoun && mention_at_head(doc_, c) == kNone &&
           mention_at_head(doc_, at) != kNone && tree_.child(c, "det") != kNone &&
           tree_.preposition(c).empty() && !tree_.preposition(at).empty();
  };
  for (int32_t c : tree_.children(at))
    if ((tree_.is(c, "conj") && !verbal(c) && !other_side(at, c) && !set_off(c) && !unlike(c)) ||
        (next_in_list(at, c) && !set_off(c)) ||
        (c > 0 && word(c - 1).form == "/")) {  // "l'axe US/OTAN"
      for (int32_t m : people_of(c)) out.push_back(m);
    }
  if (const int32_t beyond = conjunct_beyond(at, kNone); beyond != kNone)
    for (int32_t m : people_of(beyond)) out.push_back(m);
  // "la Corée du Sud et le Japon": hung on the name's last word
  if (const int32_t own = mention_at_head(doc_, at);
      own != kNone && doc_.mentions[own].form == MentionForm::kName) {
    const Mention& name = doc_.mentions[own];
    for (int32_t w = name.first_word; w < name.end_word; ++w)
      if (w != at)
        for (int32_t c : tree_.children(w))
          if (c >= name.end_word && tree_.is(c, "conj") && !verbal(c) &&
              mention_at_head(doc_, c) != kNone &&
              (tree_.preposition(c).empty() || tree_.preposition(c) == tree_.preposition(at)))
            for (int32_t m : people_of(c)) out.push_back(m);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// "for Oslo and against Rome": a conjunct on the other side of what is done.
bool Arguments::other_side(int32_t at, int32_t conjunct) const {
  const std::string_view own = tree_.preposition(conjunct);
  return (own == "contre" || own == "against" || own == "pour" || own == "for") &&
         own != tree_.preposition(at);
}

// "Les Grecs, l'Irlande et Malte ont": the parser takes the second of a list for an apposition, but
// an apposition would end with a comma. "Les deux pays, l'Irlande et Malte" are told by number.
bool Arguments::next_in_list(int32_t at, int32_t c) const {
  if (!tree_.is(c, "appos") || c < at || tree_.child(at, "nummod") != kNone) return false;
  const int32_t first = first_of(c), behind = last_of(c) + 1;
  if (first < 1 || (word(first).form != "," && word(first - 1).form != ",") ||
      mention_at_head(doc_, c) == kNone)
    return false;
  if (behind < doc_.sentences[word(at).sentence].end_word && word(behind).upos == Upos::kPunct)
    return false;
  for (int32_t other : tree_.children(c))
    if (tree_.is(other, "conj") && tree_.child(other, "cc") != kNone &&
        mention_at_head(doc_, other) != kNone)
      return true;
  return false;
}

// Of several genitives one is whose it is; a bare name beside one with an article is where from:
// "le retrait d'Ukraine des troupes russes".
void Arguments::keep_genitive(Words& genitives) const {
  std::erase_if(genitives, [&](int32_t w) {  // "d'une part" is nobody's
    return word(w).lemma == "part" || people_of(w).empty();
  });
  if (genitives.size() < 2) return;
  const auto articled = std::find_if(genitives.begin(), genitives.end(),
                                     [&](int32_t w) { return tree_.child(w, "det") != kNone; });
  genitives = {articled != genitives.end() ? *articled : genitives.front()};
}

// "l'alliance entre Oslo et l'armée": people are coordinated with people, so the armée that the
// parser made a conjunct of the alliance is one of Oslo, right before the "et".
int32_t Arguments::conjunct_beyond(int32_t at, int32_t trigger) const {
  const int32_t end = doc_.sentences[word(at).sentence].end_word;
  int32_t joint = last_of(at) + 1;
  // "entre le président, X, et le ministre": the comma closes an apposition
  if (joint < end && word(joint).form == "," && tree_.child(at, "appos") != kNone) ++joint;
  if (joint >= end || word(joint).deprel != "cc" || mention_at_head(doc_, at) == kNone)
    return kNone;
  const int32_t other = word(joint).head;
  if (other == kNone || other < joint || !tree_.is(other, "conj") || verbal(other) ||
      mention_at_head(doc_, other) == kNone)
    return kNone;
  const std::string_view own = tree_.preposition(other);
  if (!own.empty() && own != tree_.preposition(at)) return kNone;
  const int32_t first = word(other).head;
  if (first == at || !tree_.below(at, first) ||
      (first != trigger && mention_at_head(doc_, first) != kNone))
    return kNone;
  return other;
}

}  // namespace selon
