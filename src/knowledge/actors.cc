#include "knowledge/actors.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"
#include "knowledge/actor_tables.h"

namespace selon {
namespace {

// The first and last day that a partly known day may be.
PartialDay earliest(PartialDay day) { return day; }
PartialDay latest(PartialDay day) {
  if (day % 10000 == 0) return day + 1231;
  if (day % 100 == 0) return day + 31;
  return day;
}

bool is_article(std::string_view atom) {
  return atom == "le" || atom == "la" || atom == "les" || atom == "l" || atom == "the";
}

// Whether the text has the capitals that the name asks for. An acronym of up to three letters must
// be in capitals; a longer one may be written Otan. An article at the start may have any case.
bool capitals_agree(const std::vector<CasedAtom>& name, const std::vector<CasedAtom>& text) {
  for (size_t i = 0; i < name.size(); ++i) {
    if (i == 0 && name.size() > 1 && is_article(name[0].text)) continue;
    if (name[i].first_upper && !text[i].first_upper) return false;
    const bool acronym = name[i].all_upper && name[i].text.size() > 1;
    if (acronym && name[i].text.size() <= 3 && !text[i].all_upper) return false;
  }
  return true;
}

bool shouts(std::string_view word) {
  size_t letters = 0, upper = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = decode(word, at);
    letters += is_letter(c);
    upper += is_upper(c);
  }
  return letters >= 3 && letters == upper;
}

int rank(const Reading& r) {
  const int kind = r.kind == NameKind::kProper      ? 0
                   : r.kind == NameKind::kMetonym   ? 1
                   : r.kind == NameKind::kSurname   ? 2
                   : r.kind == NameKind::kAdjective ? 3
                                                    : 4;
  return kind + (r.ambiguous ? 10 : 0) - (r.user ? 20 : 0);
}

template <typename T, typename M>
M match_noun(const Nouns<T>& nouns, std::span<const std::string_view> words, size_t first,
             T M::*member) {
  M out;
  if (first < words.size() &&
      (words[first].starts_with("ex-") || words[first].starts_with("Ex-"))) {
    // "l'ex-président": as without the prefix
    std::vector<std::string_view> bare(words.begin(), words.end());
    bare[first].remove_prefix(3);
    return bare[first].empty() ? out : match_noun<T, M>(nouns, bare, first, member);
  }
  for (const NameIndex::Hit& hit : nouns.index.all(words, first)) {
    // Of two lemmas with one form ("secrétaire") the one that the table has first.
    const auto& form = nouns.forms[hit.values.front()];
    out.end = hit.end;
    out.*member = nouns.entries[form.entry];
    if constexpr (requires { (out.*member).gender; }) (out.*member).gender = form.gender;
    (out.*member).plural = form.plural;
  }
  return out;
}

template <typename T>
const T* by_lemma(const Nouns<T>& nouns, std::string_view lemma) {
  auto it = nouns.by_lemma.find(std::string(lemma));
  return it == nouns.by_lemma.end() ? nullptr : &nouns.entries[it->second];
}

}  // namespace

PartialDay parse_day(std::string_view edtf) {
  auto number = [&](size_t at, size_t n) {
    PartialDay value = 0;
    if (at + n > edtf.size()) return PartialDay{-1};
    for (size_t i = at; i < at + n; ++i) {
      if (edtf[i] < '0' || edtf[i] > '9') return PartialDay{-1};
      value = value * 10 + (edtf[i] - '0');
    }
    return value;
  };
  const PartialDay year = number(0, 4);
  if (year <= 0) return 0;
  if (edtf.size() > 4 && edtf[4] != '-') return 0;
  const PartialDay month = edtf.size() > 4 ? number(5, 2) : 0;
  if (month < 0 || month > 12) return 0;
  const PartialDay day = edtf.size() > 8 && edtf[7] == '-' ? number(8, 2) : 0;
  if (day < 0 || day > 31) return 0;
  return year * 10000 + month * 100 + day;
}

bool Office::holds(PartialDay day) const {
  if (since == 0 && until == 0) return true;
  if (day == 0) return until == 0;
  // On the very day of a handover, the one who comes holds it.
  const bool over =
      until != 0 && (until % 100 != 0 ? until <= earliest(day) : latest(until) < earliest(day));
  return !over && earliest(since) <= latest(day);
}

Actors::Actors(std::unique_ptr<ActorTables> tables) : tables_(std::move(tables)) {}
Actors::Actors(Actors&&) noexcept = default;
Actors& Actors::operator=(Actors&&) noexcept = default;
Actors::~Actors() = default;

Result<Actors> Actors::open(const std::string& data_dir, const std::string& user_dir) {
  auto tables = ActorTables::read(data_dir, user_dir);
  if (!tables) return tables.error();
  return Actors(std::move(*tables));
}

std::vector<Match> Actors::matches(std::span<const std::string_view> words, size_t first,
                                   Lang lang) const {
  std::vector<Match> out;
  std::vector<NameIndex::Hit> hits = tables_->index.all(words, first);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    std::vector<CasedAtom> text;
    for (size_t i = first; i < hit->end; ++i)
      for (CasedAtom& atom : cased_atoms(words[i])) text.push_back(std::move(atom));
    // In a line of capitals, "EST" is no sign of an acronym.
    const bool loud = text.size() == 1 && text[0].text.size() <= 4 && text[0].all_upper &&
                      ((first > 0 && shouts(words[first - 1])) ||
                       (hit->end < words.size() && shouts(words[hit->end])));
    Match match{.end = hit->end, .readings = {}};
    for (uint32_t value : hit->values) {
      const NameEntry& name = tables_->names[value];
      if (lang == Lang::kFr ? !name.french : !name.english) continue;
      if (!capitals_agree(name.atoms, text)) continue;
      Reading r{.kind = name.kind,
                .actor = &tables_->actors[name.actor],
                .sector = name.sector,
                .gender = name.gender,
                .plural = name.plural,
                .ambiguous = name.ambiguous || loud,
                .place = name.place,
                .common = name.common,
                .user = name.user,
                .name = name.text,
                .lemma = name.lemma};
      match.readings.push_back(r);
      // French writes the people and the adjective alike, but for the capital.
      if (name.kind == NameKind::kAdjective && lang == Lang::kFr) {
        r.kind = NameKind::kPeople;
        match.readings.push_back(r);
      }
    }
    if (match.readings.empty()) continue;
    const bool people_first = lang == Lang::kFr && text[0].first_upper;
    std::stable_sort(match.readings.begin(), match.readings.end(),
                     [&](const Reading& a, const Reading& b) {
                       auto key = [&](const Reading& r) {
                         return people_first && r.kind == NameKind::kPeople ? rank(r) - 2 : rank(r);
                       };
                       return key(a) < key(b);
                     });
    // One actor may have one name in two columns.
    auto same = [](const Reading& a, const Reading& b) {
      return a.kind == b.kind && a.actor == b.actor;
    };
    match.readings.erase(std::unique(match.readings.begin(), match.readings.end(), same),
                         match.readings.end());
    out.push_back(std::move(match));
  }
  return out;
}

Match Actors::match(std::span<const std::string_view> words, size_t first, Lang lang) const {
  std::vector<Match> all = matches(words, first, lang);
  return all.empty() ? Match{} : std::move(all.front());
}

Match Actors::match_name(std::string_view name, Lang lang) const {
  const std::string_view words[] = {name};
  return match(words, 0, lang);
}

const Reading& Actors::likeliest(const Match& match, PartialDay day) const {
  assert(match);
  const Reading& first = match.readings.front();
  if (first.kind != NameKind::kSurname) return first;
  for (const Reading& r : match.readings)
    if (r.kind == NameKind::kSurname && role(*r.actor, day).office != nullptr) return r;
  return first;
}

const Actor* Actors::find(std::string_view slug) const {
  auto it = tables_->by_slug.find(std::string(slug));
  return it == tables_->by_slug.end() ? nullptr : &tables_->actors[it->second];
}

const Actor* Actors::country(std::string_view alpha3) const {
  return find("state/" + std::string(alpha3));
}

std::span<const Actor> Actors::all() const { return tables_->actors; }

std::vector<Actors::Name> Actors::names_of(const Actor& actor, Lang lang) const {
  std::vector<Name> out;
  const auto index = static_cast<uint32_t>(&actor - tables_->actors.data());
  for (const NameEntry& n : tables_->names)
    if (n.actor == index && (lang == Lang::kFr ? n.french : n.english))
      out.push_back({n.text, n.kind, n.gender, n.plural, n.ambiguous});
  return out;
}

void Actors::exchange(std::string_view slug, std::string_view with) {
  const auto first = tables_->by_slug.find(std::string(slug));
  const auto second = tables_->by_slug.find(std::string(with));
  if (first == tables_->by_slug.end() || second == tables_->by_slug.end()) return;
  Actor& a = tables_->actors[first->second];
  Actor& b = tables_->actors[second->second];
  if (a.kind != b.kind || &a == &b) return;
  if (a.kind == ActorKind::kPerson) {
    std::swap(a.offices, b.offices);
    std::swap(a.codes, b.codes);
    std::swap(a.base, b.base);
    std::swap(a.country, b.country);
    std::swap(a.sector, b.sector);
    for (auto& [office, holders] : tables_->by_office)
      for (uint32_t& holder : holders)
        holder = holder == first->second    ? second->second
                 : holder == second->second ? first->second
                                            : holder;
    return;
  }
  const bool countries = a.kind == ActorKind::kCountry;
  const auto other = [](std::string& value, const std::string& one, const std::string& two) {
    value = value == one ? two : value == two ? one : value;
  };
  const std::string& key_a = countries ? a.base : a.slug;
  const std::string& key_b = countries ? b.base : b.slug;
  for (Actor& actor : tables_->actors) {
    if (countries && actor.kind != ActorKind::kCountry) {
      other(actor.base, key_a, key_b);
      other(actor.country, key_a, key_b);
    }
    for (Office& office : actor.offices) other(office.of, key_a, key_b);
    if (countries)
      for (Office& code : actor.codes) other(code.of, key_a, key_b);
  }
  std::map<std::pair<std::string, std::string>, std::vector<uint32_t>> offices;
  for (auto& [office, holders] : tables_->by_office) {
    auto key = office;
    other(key.second, key_a, key_b);
    offices.emplace(std::move(key), std::move(holders));
  }
  tables_->by_office = std::move(offices);
  for (auto& [office, of] : tables_->state_of_office) other(of, key_a, key_b);
}

std::vector<const Actor*> Actors::holders(std::string_view office, std::string_view of,
                                          PartialDay day) const {
  std::vector<const Actor*> out;
  auto it = tables_->by_office.find({std::string(office), std::string(of)});
  if (it == tables_->by_office.end()) return out;
  for (uint32_t index : it->second) {
    const Actor& person = tables_->actors[index];
    const bool holds = std::any_of(
        person.offices.begin(), person.offices.end(),
        [&](const Office& o) { return o.kind == office && o.of == of && o.holds(day); });
    if (holds) out.push_back(&person);
  }
  return out;
}

std::string_view Actors::state_of_office(std::string_view office) const {
  const auto it = tables_->state_of_office.find(std::string(office));
  return it == tables_->state_of_office.end() ? std::string_view() : it->second;
}

std::string_view Actors::state_of_the_time(std::string_view alpha3, PartialDay day) const {
  if (day == 0) return alpha3;
  const auto it = tables_->successions.find(std::string(alpha3));
  if (it == tables_->successions.end()) return alpha3;
  for (const Succession& s : it->second)
    if (latest(day) >= s.since && latest(day) < s.until) return s.whole;
  return alpha3;
}

Actors::Role Actors::role(const Actor& actor, PartialDay day) const {
  Role role{.code = {}, .country = actor.country, .sector = actor.sector, .office = nullptr};
  bool after_one = false;
  for (const Office& office : actor.offices) {
    // Of several at once the latest counts: a party's leader who becomes president.
    if (day == 0 || office.holds(day)) role.office = &office;
    if (day != 0 && office.since != 0 && earliest(office.since) <= latest(day)) after_one = true;
  }
  // What a user's table says stands above what we derive.
  for (const Office& code : actor.codes) {
    if (!code.holds(day)) continue;
    const Actor* state = country(code.of);
    role.code = code.of + code.sector;
    role.sector = code.sector;
    if (state != nullptr) role.country = state->base;
    return role;
  }
  if (role.office == nullptr) {
    if (after_one && role.sector.empty()) role.sector = "ELI";
    role.code = actor.base + std::string(role.sector);
    return role;
  }
  const Actor* body = find(role.office->of);
  if (body == nullptr) {
    role.sector = role.office->sector;
    role.code = role.office->of + role.office->sector;
  } else {
    // A region's first minister governs; an organisation's head stands for what it is.
    role.sector = body->kind == ActorKind::kPeople ? std::string_view(role.office->sector)
                                                   : std::string_view(body->sector);
    role.code = body->base + std::string(role.sector);
  }
  return role;
}

Actors::TitleMatch Actors::match_title(std::span<const std::string_view> words, size_t first,
                                       Lang lang) const {
  return match_noun<Title, TitleMatch>(tables_->titles[static_cast<size_t>(lang)], words, first,
                                       &TitleMatch::title);
}

Actors::AgentMatch Actors::match_agent(std::span<const std::string_view> words, size_t first,
                                       Lang lang) const {
  return match_noun<Agent, AgentMatch>(tables_->agents[static_cast<size_t>(lang)], words, first,
                                       &AgentMatch::agent);
}

const Title* Actors::title(std::string_view lemma, Lang lang) const {
  return by_lemma(tables_->titles[static_cast<size_t>(lang)], lemma);
}

const Agent* Actors::agent(std::string_view lemma, Lang lang) const {
  return by_lemma(tables_->agents[static_cast<size_t>(lang)], lemma);
}

}  // namespace selon
