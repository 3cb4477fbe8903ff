#include "claims/political.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/among.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Sectors of those who hold power, fight for it or report on it.
constexpr std::array<std::string_view, 17> kPower = {"GOV", "MIL", "REB", "LEG", "JUD", "COP",
                                                     "SPY", "PTY", "IGO", "UAF", "OPP", "ELI",
                                                     "REL", "LAB", "NGO", "REF", "JRN"};

// Sectors of those who live their own lives.
constexpr std::array<std::string_view, 5> kPrivate = {"CVL", "BUS", "EDU", "AGR", "MED"};

// What players do to each other, too. A demand, an accusation or an aid is no move in a game.
constexpr std::array<std::string_view, 13> kMoves = {
    "ASSAULT", "COERCE", "THREATEN", "HOSTILE",  "CONSULT",   "CONCEDE", "RETREAT",
    "SUPPORT", "REJECT", "ALLIED",   "SANCTION", "COOPERATE", "MEMBER"};

// What is done to somebody by force or by law.
constexpr std::array<std::string_view, 4> kToSomebody = {"ASSAULT", "COERCE", "SANCTION", "ACCUSE"};

bool of_power(const Entity& e) { return among(e.sector, kPower); }

// Whether somebody may use force: whoever does so in an election is no mere opponent.
bool fights(const Document& doc, int32_t mention) {
  constexpr std::array<std::string_view, 5> kForces = {"MIL", "REB", "UAF", "COP", "CVL"};
  for (int32_t id : resolve_members(doc, mention))
    if (among(doc.entities[id].sector, kForces)) return true;
  return false;
}

// An entity of our tables, towns aside: a state, a people, an organisation, a person, an outlet.
bool listed(const Entity& e) {
  constexpr std::array<std::string_view, 5> kListed = {"state/", "people/", "organisation/",
                                                       "person/", "outlet/"};
  return std::any_of(kListed.begin(), kListed.end(),
                     [&](std::string_view prefix) { return e.id.starts_with(prefix); });
}

// Whether somebody listed is named in the mention's words: "neuf prisonniers kurdes", "une
// Danoise", "un membre du Hamas".
bool names_listed(const Document& doc, const Mention& m) {
  if (m.rule == "people" || m.rule == "demonym-noun") return true;
  for (int32_t w = m.first_word; w < m.end_word; ++w) {
    const auto [begin, end] = mentions_at(doc, w);
    for (int32_t inner = begin; inner < end; ++inner)
      if (const int32_t e = resolve(doc, inner); e != kNone && listed(doc.entities[e])) return true;
  }
  return false;
}

// Somebody whose acts are political whatever the text is about.
bool political(const Document& doc, int32_t mention) {
  for (int32_t id : resolve_members(doc, mention)) {
    const Entity& e = doc.entities[id];
    if (of_power(e) || e.kind == EntityKind::kOutlet || listed(e)) return true;
    if (e.country.empty() && !e.code.starts_with("UNK")) return true;  // of a body across countries
  }
  return names_listed(doc, doc.mentions[antecedent(doc, mention)]);
}

// Somebody whose acts are his own: an unknown person, a firm, pupils, whoever "we" are. Towns,
// "les deux pays" and bodies without a sector are neither this nor that.
bool is_private(const Document& doc, int32_t mention) {
  const int32_t id = resolve(doc, mention);
  if (id == kNone) return true;
  const Entity& e = doc.entities[id];
  return among(e.sector, kPrivate) || e.kind == EntityKind::kPerson ||
         (e.kind == EntityKind::kUnknown && e.country.empty() &&
          doc.words[doc.mentions[mention].head].morph.number != Number::kPlur);
}

// A person with a name of several words somewhere in the text: "Anna Blum", and then "Blum",
// "elle".
std::vector<bool> persons_named(const Document& doc) {
  std::vector<bool> named(doc.entities.size(), false);
  for (const Mention& m : doc.mentions)
    if (m.entity != kNone && m.form == MentionForm::kName && m.end_word - m.first_word > 1 &&
        doc.entities[m.entity].kind == EntityKind::kPerson)
      named[m.entity] = true;
  return named;
}

// "Le ministre a discuté du budget", "a abordé la question": one person, and nobody with him.
bool alone(const Document& doc, const FoundEvent& e) {
  if (e.nominal || !e.entry->frame.reciprocal || e.actors.size() != 1 || !e.recipients.empty() ||
      (e.entry->event != "CONSULT" && e.entry->event != "COOPERATE"))
    return false;
  const int32_t id = resolve(doc, e.actors[0]);
  return id != kNone && doc.entities[id].kind == EntityKind::kPerson &&
         doc.entities[id].members.empty();
}

bool any_political(const Document& doc, const std::vector<int32_t>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](int32_t m) { return political(doc, m); });
}

}  // namespace

void drop_games_and_mishaps(const Document& doc, const SubjectMatter& about,
                            std::vector<FoundEvent>& events) {
  // In a game a country is a team and a captain no soldier.
  const auto officer = [&](int32_t m) {
    if (about.title_in_game(doc.mentions[m].head)) return false;
    for (int32_t id : resolve_members(doc, m))
      if (of_power(doc.entities[id])) return true;
    return false;
  };
  const auto any_officer = [&](const std::vector<int32_t>& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), officer);
  };
  std::erase_if(events, [&](const FoundEvent& e) {
    const int32_t sentence = doc.words[e.word].sentence;
    const std::string& type = e.entry->event;
    if (about.game(sentence)) {
      if (any_officer(e.actors) || any_officer(e.recipients)) return false;
      return among(type, kMoves) ||
             (!any_political(doc, e.actors) && !any_political(doc, e.recipients));
    }
    const auto armed = [&](int32_t m) { return fights(doc, m); };
    if (type == "ASSAULT" && about.vote(sentence) &&
        std::none_of(e.actors.begin(), e.actors.end(), armed) &&
        std::none_of(e.recipients.begin(), e.recipients.end(), armed))
      return true;
    // "Les gendarmes enquêtent", on an accident and against nobody
    if (e.entry->mode == "investigate" && e.recipients.empty() && about.mishap(sentence))
      return true;
    return type == "ASSAULT" && about.mishap(sentence) && !any_political(doc, e.actors);
  });
}

void drop_private(const Document& doc, const SubjectMatter& about,
                  std::vector<FoundEvent>& events) {
  std::erase_if(events, [&](const FoundEvent& e) {
    if (e.entry->event == "MEMBER") return e.actors.empty() || e.recipients.empty();
    return alone(doc, e);
  });
  const std::vector<bool> named = persons_named(doc);
  const auto is_named = [&](int32_t m) {
    const int32_t id = resolve(doc, m);
    return id != kNone && named[id];
  };
  // Between two named persons, or what force, law and court do to one.
  const auto between_named = [&](const FoundEvent& e) {
    const auto actors = std::count_if(e.actors.begin(), e.actors.end(), is_named);
    const auto recipients = std::count_if(e.recipients.begin(), e.recipients.end(), is_named);
    return actors + recipients > 1 || (recipients > 0 && among(e.entry->event, kToSomebody));
  };
  // "des manifestants arrêtés": what is done to those who protest
  std::set<int32_t> protesters;
  for (const FoundEvent& e : events)
    if (e.entry->event == "PROTEST")
      for (int32_t m : e.actors) protesters.insert(resolve(doc, m));
  protesters.erase(kNone);
  const auto protests = [&](int32_t m) { return protesters.contains(resolve(doc, m)); };
  std::vector<bool> among_private;
  int balance = 0;  // of political events over private ones
  for (const FoundEvent& e : events) {
    const std::string& type = e.entry->event;
    // whoever travels: a place that is visited makes nobody political
    const bool visit = type == "CONSULT" && !e.entry->frame.reciprocal && !e.actors.empty();
    const bool with_power = any_political(doc, e.actors) ||
                            (!visit && any_political(doc, e.recipients)) || type == "PROTEST" ||
                            std::any_of(e.recipients.begin(), e.recipients.end(), protests) ||
                            (type == "ASSAULT" && about.war_beside(e.word));
    const auto own_life = [&](int32_t m) { return is_private(doc, m); };
    among_private.push_back(!with_power && !between_named(e) &&
                            (std::any_of(e.actors.begin(), e.actors.end(), own_life) ||
                             std::any_of(e.recipients.begin(), e.recipients.end(), own_life)));
    balance += with_power ? 1 : among_private.back() ? -1 : 0;
  }
  if (balance > 0) return;
  size_t i = 0;
  std::erase_if(events, [&](const FoundEvent&) { return among_private[i++]; });
}

}  // namespace selon
