// Whom a noun phrase stands for: somebody spoken of before, the holder of an office, a body of the
// state that the text is about, or somebody new; and whose they are.
#include <algorithm>

#include "base/utf8.h"
#include "mentions/linker.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

constexpr double kMainState = 0.5;  // share of a text's names that are of one state: for politics
constexpr double kScene = 0.6;      // share of a text's places that are of one state
constexpr int kFar = 2000;          // candidates that an office is remembered

}  // namespace

std::vector<Origin> Linker::origins_of(const Candidate& c) {
  std::vector<Origin> found;
  const auto add = [&](Origin o) {
    if (o.base.empty() || o.base == "UNK") return;
    if (std::find(found.begin(), found.end(), o) == found.end()) found.push_back(std::move(o));
  };
  // "le maire de Strasbourg" is of the town, not of the body that its name stands for
  const bool of_town = c.office == "mayor" || c.office == "bishop" || c.office == "police-chief" ||
                       c.office == "prosecutor";
  const auto stands_for_body = [&](const Name& name) {
    return name.guess == NameGuess::kTable && name.reading.kind == NameKind::kMetonym &&
           name.reading.actor->kind == ActorKind::kOrganisation;
  };
  for (int32_t n : c.nations)
    if (names_.entity(n) != kNone && !(of_town && stands_for_body(all_.names[n])))
      add(table_.origin(names_.entity(n)));
  if (!found.empty() || c.relational) return found;
  for (int32_t word : c.owners) {
    const int32_t owner = candidate_at(word);
    if (owner == kNone) continue;
    link(owner);
    const int32_t e = entity(owner);
    if (e == kNone) continue;
    if (table_[e].members.empty()) add(table_.origin(e));
    for (int32_t m : table_[e].members) add(table_.origin(m));
  }
  if (found.empty())
    for (int32_t n : c.where)
      if (names_.entity(n) != kNone) add(table_.origin(names_.entity(n)));
  return found;
}

// "Ana Ruiz, a member of Vigie", "a former aide of Vigie", "a defector from Vigie": somebody with a
// country of his own, and no more of the body across countries than that.
bool Linker::only_joined(const Candidate& c, const Origin& origin) const {
  if (c.agent != AgentKind::kPerson || c.title || origin.base != "NGO" || !origin.country.empty())
    return false;
  if (c.former || senses_.joined(c.lemma)) return true;
  return c.lemma == "member" && c.number != Number::kPlur && c.apposed != kNone;
}

std::string Linker::words_of(const Candidate& c) const {
  int32_t first = c.mention.first_word;
  while (first < c.mention.head && doc_.words[first].upos == Upos::kDet) ++first;
  const Span s = words_span(doc_, first, c.mention.end_word);
  return std::string(doc_.str(s.empty() ? c.mention.span : s));
}

std::string Linker::key_of(const Candidate& c, const Origin& origin) const {
  // "le gouvernement catalan" is not the Spanish one
  const std::string& of = origin.of == origin.country ? origin.base : origin.of;
  return of + "|" + (c.office.empty() ? c.lemma : c.office) + "|" +
         (c.number == Number::kPlur ? "s" : "") + town_of(c);
}

// "le maire de Nice" is not the mayor of Lyon; empty: nothing says of which town or region.
std::string Linker::town_of(const Candidate& c) const {
  // of a capital's, too: "le maire de Paris", not "le gouvernement de Paris"
  const bool local = c.office == "mayor" || c.office == "governor" || c.office == "bishop" ||
                     c.office == "police-chief" || c.office == "prosecutor";
  for (int32_t n : c.nations) {
    const Name& name = all_.names[n];
    const bool capital = name.guess == NameGuess::kTable && name.reading.kind == NameKind::kMetonym;
    if (name.guess == NameGuess::kPlace || (local && capital)) return fold(name.text);
  }
  return {};
}

EntityKind Linker::kind_of(const Candidate& c) const {
  if (c.country_noun) return EntityKind::kState;
  if (c.agent != AgentKind::kPerson) return EntityKind::kOrganisation;
  return c.number == Number::kPlur ? EntityKind::kPeople : EntityKind::kPerson;
}

void Linker::description(int32_t i) {
  Candidate& c = list_[i];
  if (c.apposed != kNone) {
    link(c.apposed);
    const int32_t e = entity(c.apposed);
    if (e != kNone) {
      refer(i, c.apposed);
      teach(e, c);
      return;
    }
  }
  if (said_again(i)) return;
  if (c.count > 1 && c.definite && numbered_group(i)) return;
  std::vector<Origin> origins = origins_of(c);
  if (same_as_name(i)) return;
  if (c.country_noun && c.number != Number::kPlur && country(i, origins)) return;
  if (origins.size() > 1 && c.number != Number::kPlur && c.agent == AgentKind::kPerson)
    origins.resize(1);
  if (c.rival && c.nations.empty() && other_state(i)) return;
  if (origins.empty()) {
    if (back_reference(i)) return;
    origins = context(i);
  }
  if (origins.size() == 1 && only_joined(c, origins.front())) {
    c.mention.entity = described(i, nullptr);
    joined_.emplace(c.mention.entity, origins.front());
    return;
  }
  if (origins.size() < 2) {
    c.mention.entity = described(i, origins.empty() ? nullptr : &origins.front());
    return;
  }
  std::vector<int32_t> members;
  for (const Origin& o : origins) {
    // "les pays alliés, Oslo et Rome": each country is its own
    const int32_t state = c.country_noun && !o.country.empty() ? table_.state(o.country) : kNone;
    members.push_back(state != kNone ? state : described(i, &o));
  }
  c.mention.entity = table_.group(members, words_of(c));
}

// "toutes les unités rebelles du pays, unités formées par Oslo": the bare noun once more, behind a
// comma, is whom it named before in its sentence.
bool Linker::said_again(int32_t i) {
  const Candidate& c = list_[i];
  const int32_t first = c.mention.first_word;
  if (c.definite || first < 1 || doc_.words[first - 1].form != "," ||
      tree_.child(c.mention.head, "det") != kNone || tree_.child(c.mention.head, "cc") != kNone)
    return false;
  for (int32_t j = i; j-- > 0;) {
    const Candidate& before = list_[j];
    if (doc_.words[before.mention.head].sentence != doc_.words[c.mention.head].sentence) break;
    if (before.lemma.empty() || before.lemma != c.lemma || before.number != c.number) continue;
    link(j);
    if (entity(j) == kNone) return false;
    refer(i, j);
    return true;
  }
  return false;
}

// "le ministre de la Défense Ferrand": of the state that the text is about.
void Linker::context_of_name(int32_t i) {
  const Candidate& c = list_[i];
  if (const int32_t person = taken_up_.compatriot(i); person != kNone) {
    const Origin origin = table_.origin(c.mention.entity);
    refer(i, person);
    return table_.enrich(c.mention.entity, &origin, "", false);
  }
  const int32_t e = c.mention.entity;
  if (e == kNone || !c.title || table_.actor(e) || table_.origin(e).base != "UNK") return;
  const std::vector<Origin> origins = context(i);
  if (!origins.empty()) table_.enrich(e, &origins.front(), c.sector, true);
}

// "le mouvement Fatah", "la chaîne X": the noun and the name are one.
bool Linker::same_as_name(int32_t i) {
  Candidate& c = list_[i];
  if (c.agent == AgentKind::kPerson || c.nations.size() != 1) return false;
  const Name& n = all_.names[c.nations.front()];
  const bool body =
      n.guess == NameGuess::kOrganisation || (n.guess == NameGuess::kTable && !n.adjective() &&
                                              (n.reading.actor->kind == ActorKind::kOrganisation ||
                                               n.reading.actor->kind == ActorKind::kOutlet));
  if (!body || !tree_.preposition(n.head).empty() || n.first < c.mention.head) return false;
  const int32_t name = names_.candidate(c.nations.front());
  if (name == kNone || doc_.words[n.head].head != c.mention.head) return false;
  refer(i, name);
  teach(c.mention.entity, c);
  return true;
}

// "le pays", "son pays", "l'État kazakh": a state itself.
bool Linker::country(int32_t i, const std::vector<Origin>& origins) {
  Candidate& c = list_[i];
  if (origins.size() == 1) {
    const int32_t state = table_.state(origins.front().country);
    if (state == kNone) return false;
    c.mention.entity = state;
    return true;
  }
  if (!origins.empty() || !c.definite) return false;
  return refer_to_state(i, salience_.state_before(i));
}

// To the state that the antecedent is of; false when there is none.
bool Linker::refer_to_state(int32_t i, int32_t antecedent) {
  if (antecedent == kNone) return false;
  const int32_t state = table_.state(table_.origin(entity(antecedent)).country);
  if (state == kNone) return false;
  list_[i].mention.coref = antecedent;
  list_[i].mention.entity = state;
  return true;
}

// "son voisin": the other state of the two that are spoken of.
bool Linker::other_state(int32_t i) {
  const Candidate& c = list_[i];
  if (c.owners.size() != 1) return false;
  const int32_t owner = candidate_at(c.owners.front());
  if (owner == kNone) return false;
  link(owner);
  if (entity(owner) == kNone) return false;
  return refer_to_state(i, taken_up_.counterpart(i, table_[entity(owner)].country));
}

int32_t Linker::holder(const Candidate& c, const Origin* origin, const std::string& office) {
  if (!origin || office.empty() || c.former || day_ == 0 || c.number == Number::kPlur) return kNone;
  if (!c.definite && !c.homologue && tree_.child(c.mention.head, "det") != kNone &&
      c.owners.empty())
    return kNone;  // "un ministre"
  auto who = actors_.holders(office, origin->of, day_);
  // "le chef de la diplomatie iranienne": the ministry gives the country, which the office is
  // counted by
  if (who.empty() && !origin->country.empty()) who = actors_.holders(office, origin->country, day_);
  return who.size() == 1 ? table_.of_actor(*who.front()) : kNone;
}

// Whoever the text itself has called so is meant, rather than whoever holds the office on the day
// of the text: it may tell of other years.
int32_t Linker::called_so(int32_t i, const Origin* origin, const std::string& office) {
  const Candidate& c = list_[i];
  if (!origin || office.empty() || c.homologue || c.number == Number::kPlur ||
      !(c.definite || tree_.child(c.mention.head, "det") == kNone))
    return kNone;
  const std::string role = role_of(c, office), town = town_of(c);
  for (int32_t k = i; k-- > 0 && i - k < kFar;) {
    const int32_t e = entity(k);
    const bool told =
        list_[k].kind == CandidateKind::kName || list_[k].kind == CandidateKind::kDescription;
    if (e == kNone || !told || !table_.has_role(e, role) || table_[e].kind != EntityKind::kPerson)
      continue;
    const auto other = towns_.find(e);
    if (!town.empty() && other != towns_.end() && other->second != town) continue;
    if (table_.origin(e).base == origin->base || held(e, office, *origin)) return e;
  }
  return kNone;
}

bool Linker::held(int32_t e, const std::string& office, const Origin& origin) const {
  const Actor* who = table_.actor(e);
  return who && std::any_of(who->offices.begin(), who->offices.end(), [&](const Office& o) {
           return o.kind == office && (o.of == origin.of || o.of == origin.country);
         });
}

// "l'ancien ministre" is called so, and no minister.
std::string Linker::role_of(const Candidate& c, const std::string& role) {
  return c.former ? "former " + role : role;
}

// "le ministre iranien des Affaires étrangères (…) le ministre iranien": the office in short, of
// the same country.
int32_t Linker::titled_before(int32_t i, const Origin& origin) {
  const Candidate& c = list_[i];
  if (!c.title || !c.definite || c.former || c.number == Number::kPlur ||
      c.agent != AgentKind::kPerson)
    return kNone;
  for (int32_t k = i; k-- > 0;) {
    const Candidate& before = list_[k];
    const int32_t e = entity(k);
    if (!before.title || e == kNone || table_[e].kind != EntityKind::kPerson) continue;
    if (table_[e].country == origin.country && !origin.country.empty() && before.lemma != c.lemma &&
        before.lemma.starts_with(c.lemma + " "))
      return e;
  }
  return kNone;
}

int32_t Linker::described(int32_t i, const Origin* origin) {
  Candidate& c = list_[i];
  std::string office = c.office, sector = c.sector;
  if (c.homologue) {  // the same office as whoever it is said of
    for (int32_t word : c.owners)
      if (const int32_t owner = candidate_at(word); owner != kNone) {
        link(owner);
        if (const int32_t e = entity(owner); e != kNone) {
          if (sector.empty()) sector = table_[e].sector;
          for (const std::string& role : table_.roles(e))
            if (!actors_.holders(role, origin ? origin->of : "", day_).empty()) office = role;
        }
      }
  }
  // "its fighters" of rebels are rebels
  if (sector == "MIL")
    for (int32_t word : c.owners)
      if (const int32_t owner = candidate_at(word); owner != kNone) {
        link(owner);
        if (entity(owner) != kNone && table_[entity(owner)].sector == "REB") sector = "REB";
      }
  // "un porte-parole du M23", "les dirigeants des houthis" speak for rebels, not for a government
  if ((sector == "GOV" || sector == "MIL") && origin && origin->entity != kNone &&
      table_[origin->entity].sector == "REB")
    sector = "REB";
  if (c.title || c.homologue) {
    if (const int32_t e = called_so(i, origin, office); e != kNone) return e;
    if (const int32_t e = holder(c, origin, office); e != kNone) return e;
  }
  if (origin)
    if (const int32_t e = titled_before(i, *origin); e != kNone) return e;
  const std::string name = words_of(c);
  const bool definite =
      c.definite || !c.owners.empty() || (origin && tree_.child(c.mention.head, "det") == kNone);
  const bool owner_unknown = !origin && !c.owners.empty();
  if (!definite || c.relational || owner_unknown ||
      (!origin && c.agent == AgentKind::kPerson && !c.title))
    return finish(table_.local(kind_of(c), name, origin, sector), c);
  const Origin nowhere{"UNK", "", "", kNone};
  return finish(table_.keyed(key_of(c, origin ? *origin : nowhere) + (c.former ? "|former" : ""),
                             kind_of(c), name, origin, sector),
                c);
}

int32_t Linker::finish(int32_t e, const Candidate& c) {
  if (table_[e].gender == Gender::kNone) table_[e].gender = c.gender;
  if (c.number == Number::kPlur) table_[e].plural = true;
  table_.add_role(e, role_of(c, c.lemma));
  if (!c.office.empty()) table_.add_role(e, role_of(c, c.office));
  if (std::string town = town_of(c); !town.empty()) towns_.emplace(e, std::move(town));
  return e;
}

// "le ministre", "le haut diplomate": somebody spoken of before.
bool Linker::back_reference(int32_t i) {
  const Candidate& c = list_[i];
  if (!c.definite) return false;
  const int32_t antecedent = salience_.described_before(i);
  if (antecedent == kNone) return false;
  refer(i, antecedent);
  return true;
}

// The state in which a place, a candidate, lies; kNone.
int32_t Linker::state_at(int32_t place) {
  const int32_t e = place == kNone ? kNone : entity(place);
  return e == kNone ? kNone : table_.state(table_[e].country);
}

// Whose government "le gouvernement" is when nothing says so: the state most spoken of here.
std::vector<Origin> Linker::context(int32_t i) {
  const Candidate& c = list_[i];
  if (const int32_t who = taken_up_.sender(i); who != kNone && candidate_at(who) != kNone) {
    link(candidate_at(who));
    if (const int32_t e = entity(candidate_at(who)); e != kNone && !table_[e].country.empty())
      return {table_.origin(table_.state(table_[e].country))};
  }
  if (const auto of = actors_.state_of_office(c.office); !of.empty())  // "le pape"
    return {table_.origin(table_.state(std::string(of)))};
  // "The secretary-general condemned it": of the body without a state that was named last
  if (lang_ == Lang::kEn && c.office == "secretary-general")
    for (int32_t k = i; k-- > 0;)
      if (const int32_t e = entity(k); e != kNone && table_[e].kind == EntityKind::kOrganisation &&
                                       table_[e].country.empty() && table_.named(e))
        return {table_.origin(e)};
  if ((c.sector == "CVL" || c.sector == "EDU" || c.sector == "AGR") && c.agent != AgentKind::kBody)
    if (const int32_t state = state_at(place_of_event(i)); state != kNone)
      return {table_.origin(state)};
  if (const int32_t state = state_of_court(i); state != kNone) return {table_.origin(state)};
  // "le chef d'Al-Qaïda": of a body, though of no state
  for (int32_t n : c.nations)
    if (const Name& name = all_.names[n];
        name.guess == NameGuess::kTable && name.reading.actor->kind == ActorKind::kOrganisation)
      return {};
  // "le gouvernement pro-russe" is not of the state spoken of, which may well be its opponent
  if (!of_state(c) || restricted(c) || c.sided) return {};
  if (c.definite)
    if (const int32_t state = state_at(salience_.scene(i)); state != kNone)
      return {table_.origin(state)};
  // "the authorities" are of where all happens, whoever was named last
  if (lang_ == Lang::kEn && c.definite && c.sector == "GOV" && c.agent == AgentKind::kBody &&
      c.number == Number::kPlur && main_.scene_share >= kScene)
    if (const int32_t state = table_.state(main_.scene); state != kNone)
      return {table_.origin(state)};
  // "un gouvernement d'union", "un juge": still of that state; "des soldats" only if its soldiers
  // were spoken of
  const bool armed = c.sector == "MIL" || c.sector == "COP" || c.sector == "SPY";
  Origin o;
  if (!c.definite && c.number == Number::kPlur && !armed) {
    if (main_.share < kMainState) return {};
    o.country = main_.country;
  } else {
    // "L'armée serbe (…) l'armée": the force of that kind that was named, before any state
    int32_t antecedent = armed ? salience_.same_sector_before(i) : kNone;
    if (antecedent == kNone && (c.definite || !armed)) antecedent = salience_.state_before(i);
    if (antecedent == kNone) return {};
    // "Turkish troops killed a commander", "fired into the crowd": none of theirs
    const int32_t verb = doc_.words[c.mention.head].head;
    const int32_t doer = verb == kNone ? kNone : tree_.child(verb, "nsubj");
    const int32_t who = doer == kNone ? kNone : candidate_at(doer);
    const bool soldiers = who != kNone && entity(who) != kNone &&
                          table_[entity(who)].sector == "MIL" &&
                          table_[entity(who)].country == table_[entity(antecedent)].country;
    if ((armed && !c.definite && tree_.is(c.mention.head, "obj") &&
         list_[antecedent].mention.head == doer) ||
        (c.sector == "CVL" && soldiers &&
         (tree_.is(c.mention.head, "obj") || tree_.is(c.mention.head, "obl"))))
      return {};
    o = table_.origin(entity(antecedent));
  }
  if (o.country.empty()) return {};
  if (const int32_t state = table_.state(o.country); state != kNone) return {table_.origin(state)};
  return {};
}

// "Turkish police arrested three journalists", "students sentenced by a Turkish court": people are
// of the state whose police or courts deal with them; kNone.
int32_t Linker::state_of_court(int32_t i) {
  const Candidate& c = list_[i];
  bool everyday = false;
  for (const char* sector : {"CVL", "JRN", "EDU", "AGR", "LAB", "BUS", "LEG"})
    everyday = everyday || c.sector == sector;
  int32_t head = c.mention.head;
  if (const int32_t above = doc_.words[head].head;
      above != kNone && tree_.is(head, "nmod") && senses_.amount(lower(doc_.words[above].lemma)))
    head = above;  // "dozens of students"
  const int32_t verb = doc_.words[head].head;
  if (!everyday || c.agent != AgentKind::kPerson || verb == kNone ||
      doc_.words[verb].upos != Upos::kVerb || senses_.from_elsewhere(c.lemma))
    return kNone;
  const bool passive = doc_.words[head].deprel == "nsubj:pass";
  if (!passive && !tree_.is(head, "obj")) return kNone;
  for (int32_t k : tree_.children(verb)) {
    if (passive
            ? !tree_.is(k, "obl") || (tree_.preposition(k) != "by" && tree_.preposition(k) != "par")
            : !tree_.is(k, "nsubj"))
      continue;
    const int32_t who = candidate_at(k);
    if (who == kNone || who == i) continue;
    link(who);
    const int32_t e = entity(who);
    if (e == kNone || (table_[e].sector != "COP" && table_[e].sector != "JUD")) continue;
    if (!table_[e].country.empty()) return table_.state(table_[e].country);
  }
  return kNone;
}

// "Deux passants ont été tués à Gaza": where the clause around people happens; kNone.
int32_t Linker::place_of_event(int32_t i) const {
  int32_t clause = doc_.words[list_[i].mention.head].head;
  while (clause != kNone && doc_.words[clause].upos != Upos::kVerb)
    clause = doc_.words[clause].head;
  // "bombed a market in Aden, killing two women"
  if (clause != kNone && tree_.is(clause, "advcl") &&
      doc_.words[clause].morph.verb_form != VerbForm::kFin && doc_.words[clause].head != kNone)
    clause = doc_.words[clause].head;
  if (clause == kNone || from_elsewhere(list_[i], clause)) return kNone;
  int32_t place = kNone;
  const auto take = [&](int32_t word) {
    const int32_t name = candidate_at(word);
    const std::string_view p = tree_.preposition(word);
    if (name != kNone && list_[name].kind == CandidateKind::kName && p != "vers" && p != "depuis" &&
        salience_.located(word))
      place = name;
  };
  for (int32_t c : tree_.children(clause))
    if (tree_.is(c, "obl") && doc_.words[c].deprel != "obl:arg") take(c);
  // "tués dans un attentat à Gaza", "une bombe à Gaza a tué", "abducted from a school in Gaza"
  if (place == kNone)
    for (int32_t c : tree_.children(clause))
      if (tree_.is(c, "obl") || tree_.is(c, "nsubj") || tree_.is(c, "obj"))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "nmod")) take(d);
  // "killed when a bomb exploded in Gaza"
  if (place == kNone && lang_ == Lang::kEn)
    for (int32_t c : tree_.children(clause))
      if (tree_.is(c, "advcl") && doc_.words[c].morph.verb_form == VerbForm::kFin)
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "obl")) take(d);
  if (place == kNone || list_[place].mention.entity == kNone) return kNone;
  return place;
}

// "des touristes", "ont été déportés": people who are not where they are from.
bool Linker::from_elsewhere(const Candidate& c, int32_t clause) const {
  return senses_.from_elsewhere(c.lemma) || senses_.from_elsewhere(doc_.words[clause].lemma);
}

// Whether the noun alone tells of somebody who belongs to a state: its offices, and the politics
// and the people of every state, "l'opposition", "la population".
bool Linker::of_state(const Candidate& c) const {
  for (const char* sector : {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
    if (c.sector == sector) return true;
  if (c.sector == "PTY" || c.sector == "OPP") return true;
  return c.sector == "CVL" && c.agent == AgentKind::kGroup && c.definite &&
         c.number != Number::kPlur && !tree_.is(c.mention.head, "nmod");
}

// "toutes les armées voisines", "les forces de soutien": plural and of a kind, so not the
// state's.
bool Linker::restricted(const Candidate& c) const {
  if (c.number != Number::kPlur) return false;
  if (c.agent == AgentKind::kPerson && c.sector != "MIL" && c.sector != "COP")
    return std::any_of(c.owners.begin(), c.owners.end(),
                       [&](int32_t word) { return candidate_at(word) != kNone; });
  for (int32_t k : tree_.children(c.mention.head)) {
    const std::string_view lemma = doc_.words[k].lemma;
    if (tree_.is(k, "amod") || (tree_.is(k, "nmod") && !c.owners.empty()) || lemma == "tout" ||
        lemma == "all" || lemma == "plusieurs")
      return true;
  }
  return false;
}

// "les deux pays": the last two that fit.
bool Linker::numbered_group(int32_t i) {
  Candidate& c = list_[i];
  if (!c.nations.empty()) return false;
  for (int32_t k : tree_.children(c.mention.head))  // "les deux chefs de l'alliance" are its own
    if (tree_.is(k, "nmod") && k >= c.noun_end && c.agent == AgentKind::kPerson) return false;
  std::vector<int32_t> members = salience_.most_salient(i, c.count);
  if (c.country_noun || c.agent != AgentKind::kPerson) {
    for (int32_t& m : members)
      if (c.country_noun) m = table_.state(table_.origin(m).country);
    if (std::find(members.begin(), members.end(), kNone) != members.end()) return false;
  }
  if (static_cast<int>(members.size()) != c.count) return false;
  c.mention.entity = table_.group(members, words_of(c));
  c.mention.rule = "numbered-group";
  return true;
}

}  // namespace selon
