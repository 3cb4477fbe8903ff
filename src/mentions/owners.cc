#include "mentions/owners.h"

#include <algorithm>
#include <string_view>

#include "base/among.h"
#include "mentions/lookup.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

std::string upper_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

void Owners::add_nation(Candidate& c, int32_t word) const {
  for (size_t n = static_cast<size_t>(name_at_[word]);
       n < names_.size() && names_[n].first <= word && word < names_[n].end; ++n)
    if (std::find(c.nations.begin(), c.nations.end(), static_cast<int32_t>(n)) == c.nations.end())
      c.nations.push_back(static_cast<int32_t>(n));
}

// "les officiers US/OTAN": names joined to the one that is the owner.
void Owners::add_joined(Candidate& c) const {
  if (c.nations.empty()) return;
  const auto size = static_cast<int32_t>(doc_.words.size());
  for (int32_t at = names_[c.nations.back()].end;
       at + 1 < size && (doc_.words[at].form == "/" || doc_.words[at].form == "-") &&
       nation_name(at + 1) && !names_[name_at_[at + 1]].person();
       at = names_[name_at_[at + 1]].end)
    add_nation(c, at + 1);
}

bool Owners::nation_name(int32_t word) const {
  if (!named(word)) return false;
  const Name& n = names_[name_at_[word]];
  return n.guess != NameGuess::kUnknown && !senses_.takes_sides(prefix_before(doc_, n.span));
}

// "of al-Vigie", where the article heads the name: the word that the tables know.
int32_t Owners::behind_article(int32_t word) const {
  if (nation_name(word)) return word;
  for (int32_t k : tree_.children(word))
    if (k == word + 2 && tree_.is(k, "flat") && doc_.words[word + 1].form == "-" && nation_name(k))
      return k;
  return word;
}

// "US", "ONU" without a preposition
bool Owners::capitals(int32_t word) const {
  const Name& n = names_[name_at_[word]];
  return n.guess == NameGuess::kTable && n.first + 1 == n.end && n.text == upper_ascii(n.text) &&
         n.text.size() > 1 && tree_.preposition(word).empty() &&
         (n.reading.actor->kind == ActorKind::kCountry ||
          n.reading.actor->kind == ActorKind::kOrganisation);
}

// Whose army, which country's minister: the nearest modifiers of the head, then those below them.
void Owners::owner(Candidate& c, int32_t head, int depth) const {
  if (depth > 3) return;
  for (int32_t k : tree_.children(head))
    c.sided |= named(k) && senses_.takes_sides(prefix_before(doc_, names_[name_at_[k]].span));
  const bool person_title = c.title || (c.agent == AgentKind::kPerson && !c.country_noun);
  // 1. demonyms and names set beside the noun
  for (int32_t k : tree_.children(head)) {
    const bool bare = tree_.preposition(k).empty();
    // "la Cour suprême du Chili": an adjective of the name itself tells of nobody else
    const bool own = named(head) && name_at_[k] == name_at_[head];
    if (nation_name(k) && !own) {
      const Name& n = names_[name_at_[k]];
      const bool beside =
          tree_.is(k, "amod") || tree_.is(k, "compound") ||
          (tree_.is(k, "nmod") && (bare || (tree_.preposition(k) == "'s" && !c.relational))) ||
          (n.adjective() && (tree_.is(k, "appos") || tree_.is(k, "flat"))) ||
          ((tree_.is(k, "flat") || tree_.is(k, "appos")) && bare && !person_title);
      if (beside && !(n.person() && person_title)) {
        add_nation(c, k);
        for (int32_t j : tree_.children(k))  // les armées russe et syrienne
          if (tree_.is(j, "conj") && nation_name(j)) add_nation(c, j);
      }
    }
  }
  // "Havana-based diplomats"
  if (c.nations.empty() && lang_ == Lang::kEn)
    for (int32_t k : tree_.children(head))
      if (k < head && k >= 2 && doc_.words[k].lemma == "base" && doc_.words[k - 1].form == "-" &&
          nation_name(k - 2))
        add_nation(c, k - 2);
  if (c.nations.empty() && depth == 0) {
    // The parser may hang a demonym elsewhere; beside the noun it belongs to it. So do capitals:
    // "l'administration fédérale US".
    int32_t next = head + 1;
    const auto size = static_cast<int32_t>(doc_.words.size());
    while (next < size && tree_.is(next, "amod") && doc_.words[next].head == head && !named(next))
      ++next;
    if (next < size && nation_name(next) &&
        doc_.words[next].sentence == doc_.words[head].sentence &&
        (names_[name_at_[next]].adjective() || capitals(next)))
      add_nation(c, next);
  }
  // "refugees from Syria", "a diplomat from Iran"; but "evacuated its citizens from Tehran"
  const bool possessed =
      std::any_of(tree_.children(head).begin(), tree_.children(head).end(), [&](int32_t k) {
        return k < head && (doc_.words[k].morph.possessive || tree_.preposition(k) == "'s");
      });
  if (c.nations.empty() && !possessed && depth == 0 && lang_ == Lang::kEn &&
      c.agent == AgentKind::kPerson)
    for (int32_t k : tree_.children(head))
      if (k > head && tree_.is(k, "nmod") && tree_.preposition(k) == "from" &&
          nation_name(behind_article(k)) && !names_[name_at_[behind_article(k)]].person()) {
        add_nation(c, behind_article(k));
        for (int32_t j : tree_.children(k))
          if (tree_.is(j, "conj") && nation_name(j)) add_nation(c, j);
      }
  add_joined(c);
  if (!c.nations.empty()) return;
  // 2. "de X", "X's", and what stands below
  const auto genitive = [&](int32_t k) {
    const std::string_view p = tree_.preposition(k);
    return (tree_.is(k, "nmod") || tree_.is(k, "obl")) &&
           (among(p, {"de", "of", "'s", "'"}) || (p.empty() && tree_.is(k, "nmod")));
  };
  for (int32_t of : tree_.children(head))
    if (const int32_t k = behind_article(of); genitive(of) && nation_name(k)) {
      if (c.relational && depth == 0) {  // "les alliés de X" are not X
        c.owners.push_back(k);
        return;
      }
      add_nation(c, k);
      for (int32_t j : tree_.children(k))
        if (tree_.is(j, "conj") && nation_name(j)) add_nation(c, j);
      return;
    }
  for (int32_t k : tree_.children(head)) {
    if (!genitive(k)) continue;
    // "l'ambassadeur de son voisin" is the neighbour's, "les adversaires du plan russe" no Russians
    if ((c.relational && depth == 0) || senses_.other(doc_.words[k].lemma) ||
        senses_.of_two(doc_.words[k].lemma)) {
      c.owners.push_back(k);
      return;
    }
    const size_t before = c.nations.size(), owners = c.owners.size();
    owner(c, k, depth + 1);
    if (c.nations.size() > before || c.owners.size() > owners) return;
    // not "état-major" of "son chef d'état-major"
    // "the president's brother" is the president's
    const bool behind = k >= c.noun_end || among(tree_.preposition(k), {"'s", "'"});
    if (!tree_.preposition(k).empty() && behind &&
        (doc_.words[k].upos == Upos::kPron || doc_.words[k].upos == Upos::kNoun)) {
      c.owners.push_back(k);
      return;
    }
  }
  if (depth == 0) affiliation(c, head);
  if (!c.nations.empty()) return;
  // 3. possessives
  for (int32_t k : tree_.children(head)) {
    const Word& w = doc_.words[k];
    if (w.morph.possessive || (tree_.is(k, "nmod:poss") && w.upos == Upos::kPron)) {
      c.owners.push_back(k);
      return;
    }
  }
}

// "un groupe armé lié au Fatah", "affilié au mouvement X": a body is of the same country as the
// body that it is tied to; one tied to a state may be of another.
void Owners::affiliation(Candidate& c, int32_t head) const {
  if (lang_ != Lang::kFr || c.agent == AgentKind::kPerson) return;
  const auto add_body = [&](int32_t word) {
    if (!named(word)) return;
    const Name& n = names_[name_at_[word]];
    if (n.guess != NameGuess::kTable || n.reading.actor->kind != ActorKind::kOrganisation) return;
    // a body with a code of its own would become the body tied to it
    if (n.reading.actor->base == n.reading.actor->country) add_nation(c, word);
  };
  for (int32_t k : tree_.children(head)) {
    if (k < head || !tree_.is(k, "acl") || !senses_.affiliated(doc_.words[k].lemma)) continue;
    for (int32_t j : tree_.children(k)) {
      if (!tree_.is(j, "obl") || tree_.preposition(j) != "à") continue;
      add_body(j);
      for (int32_t name : tree_.children(j))  // "au mouvement X"
        if (name > j && tree_.preposition(name).empty()) add_body(name);
    }
  }
}

// Where somebody is, as a last sign of whose they are: bodies and people of every day; an
// ambassador or a soldier is of somewhere else as likely as not.
void Owners::find_place(Candidate& c, int32_t head) const {
  // "la junte au pouvoir au Niger", "the generals in power in Niger": who rules there is of there
  for (int32_t k : tree_.children(head))
    if (k > head && among(doc_.words[k].lemma, {"pouvoir", "place", "power"}) &&
        among(tree_.preposition(k), {"à", "en", "in"}))
      for (int32_t of : {k, head})
        for (int32_t j : tree_.children(of))
          if (j > k && tree_.is(j, "nmod")) place(c, j);
  const bool local = c.agent != AgentKind::kPerson || (lang_ == Lang::kEn && c.sector == "REB") ||
                     among(c.sector, {"CVL", "LAB", "AGR", "EDU", "MED", "BUS"});
  // "nurses in Kenya", "the junta in Mali"; a title of one, and troops, may be of elsewhere
  const bool trade = lang_ == Lang::kEn && doc_.words[head].morph.number == Number::kPlur &&
                     among(c.sector, {"MED", "EDU", "LAB", "AGR"});
  const bool body = lang_ == Lang::kEn && c.agent == AgentKind::kBody && c.sector == "MIL";
  if (!local || (c.title && !trade) || (!body && among(c.sector, {"MIL", "PRM", "UAF", "REF"})))
    return;
  if (c.sector == "REB" && lang_ != Lang::kEn) return;
  for (int32_t k : tree_.children(head)) {
    if (k < head) continue;
    if (tree_.is(k, "nmod")) place(c, k);
    if (tree_.is(k, "acl"))  // "les groupes opérant en X"
      for (int32_t j : tree_.children(k)) place(c, j);
  }
  // "a évacué des habitants dans la ville de X": right behind the object
  const int32_t verb = doc_.words[head].head;
  if (verb == kNone || !tree_.is(head, "obj")) return;
  for (int32_t k : tree_.children(verb))
    if (tree_.is(k, "obl") && noun_phrase(doc_, tree_, k).first <= c.mention.end_word + 1 &&
        k > head)
      place(c, k);
}

// "à X", "in the town of X", "à l'intérieur de X"
void Owners::place(Candidate& c, int32_t k) const {
  if (!c.where.empty() ||
      !among(tree_.preposition(k), {"à", "en", "dans", "in", "at", "inside", "across"}))
    return;
  const auto add = [&](int32_t word) {
    if (!nation_name(word) || names_[name_at_[word]].person()) return;
    c.where.push_back(name_at_[word]);
  };
  add(k);
  if (!senses_.place(doc_.words[k].lemma)) return;
  for (int32_t j : tree_.children(k))
    if (c.where.empty() &&
        (tree_.is(j, "compound") ||
         (tree_.is(j, "nmod") && among(tree_.preposition(j), {"de", "of", "'s"}))))
      add(j);
}

}  // namespace selon
