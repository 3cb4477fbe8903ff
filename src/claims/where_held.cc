#include "claims/where_held.h"

#include <algorithm>

#include "base/utf8.h"
#include "mentions/lookup.h"
#include "mentions/name_shapes.h"

namespace selon {

// "une manifestation parisienne" is in Paris.
bool WhereHeld::says_where(int32_t adjective) const {
  const int32_t m = mention_at_head(doc_, adjective);
  return m != kNone && doc_.mentions[m].rule == "town-demonym";
}

// "les attentats de Paris", "the Geneva talks": the town only says where. So does a state before
// a noun of fights and riots in English, "a Mali attack", unless it is called by its letters. Not
// one of two sides: "les pourparlers de Washington avec Téhéran", "the Moscow-Kyiv talks".
bool WhereHeld::held_there(int32_t noun, int32_t place) const {
  const int32_t m = mention_at_head(doc_, place);
  if (m == kNone || word(place).head != noun ||
      !lexicon_.words().is(lower(word(noun).lemma), WordClass::kHeldAt) || one_of_two(noun, place))
    return false;
  const Mention& mention = doc_.mentions[m];
  const std::string_view preposition = tree_.preposition(place);
  if (mention.rule == "place" || mention.rule == "metonym")
    return preposition == "de" || preposition == "of" || preposition.empty();
  const int32_t e = resolve(doc_, m);
  if (mention.rule != "name" || e == kNone || doc_.french()) return false;
  const std::string& id = doc_.entities[e].id;  // also "people/gaza"
  return (id.starts_with("state/") || id.starts_with("people/")) && tree_.is(place, "compound") &&
         lower(word(place).form).substr(1) == word(place).form.substr(1) && done_by_force(noun);
}

// Whether a name beside a noun has another beside it, or the noun says against or with whom.
bool WhereHeld::one_of_two(int32_t noun, int32_t name) const {
  const auto [begin, end] = mentions_at(doc_, name);
  if (end - begin > 1) return true;
  for (int32_t c : tree_.children(name))
    if (!tree_.is(c, "nmod") && mention_at_head(doc_, c) != kNone) return true;
  for (int32_t c : tree_.children(noun)) {
    if (c == name || mention_at_head(doc_, c) == kNone) continue;
    const std::string_view p = tree_.preposition(c);
    if (p == "contre" || p == "avec" || p == "against" || p == "with" || p == "on" || p == "sur")
      return true;
    if (p.empty() && tree_.is(c, "compound") && tree_.is(name, "compound")) return true;
  }
  return false;
}

// Whether a noun is of fights and riots: a state before it has them, "a Mali attack", where a state
// before talks takes part in them.
bool WhereHeld::done_by_force(int32_t noun) const {
  const auto& rows = lexicon_.nouns(lower(word(noun).lemma));
  return std::any_of(rows.begin(), rows.end(), [](const EventEntry& e) {
    return e.event == "ASSAULT" || e.event == "COERCE" || e.event == "PROTEST";
  });
}

// "des affrontements à Goma", "des affrontements ont éclaté à Goma": a place is named for it.
bool WhereHeld::takes_place(int32_t noun) const {
  const auto place_below = [&](int32_t word) {
    for (int32_t c : tree_.children(word)) {
      if (!tree_.is(c, "nmod") && !tree_.is(c, "obl")) continue;
      if (!locative(tree_.preposition(c))) continue;
      const int32_t m = mention_at_head(doc_, c);
      if (m != kNone && (doc_.mentions[m].rule == "place" || doc_.mentions[m].rule == "metonym"))
        return true;
    }
    return false;
  };
  const int32_t verb = word(noun).head;
  return place_below(noun) ||
         (verb != kNone && tree_.is(noun, "nsubj") && arguments_.verbal(verb) && place_below(verb));
}

}  // namespace selon
