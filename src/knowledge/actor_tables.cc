#include "knowledge/actor_tables.h"

#include <algorithm>
#include <set>

#include "base/table.h"
#include "base/utf8.h"
#include "knowledge/data_dir.h"

namespace selon {
namespace {

constexpr bool kFrench = true;
constexpr size_t kNames = 20'000;  // about what the tables hold; room is made once

// A cell's names, with the "?" that marks ambiguous ones.
struct CellName {
  std::string text;
  bool ambiguous;
};

std::vector<CellName> names_in(const Row& row, size_t cell) {
  std::vector<CellName> out;
  for (std::string& name : row.list(cell)) {
    const bool ambiguous = name.front() == '?';
    out.push_back({ambiguous ? name.substr(1) : std::move(name), ambiguous});
  }
  return out;
}

// "Público (Portugal)" is called "Público"; the rest is for the slug.
std::string without_parenthesis(std::string_view name) {
  return std::string(trim(name.substr(0, name.find(" ("))));
}

bool parse_gender(std::string_view cell, Actor& actor) {
  actor.gender = cell.starts_with('f')   ? Gender::kFem
                 : cell.starts_with('m') ? Gender::kMasc
                                         : Gender::kNone;
  actor.plural = cell.ends_with('p');
  return cell.empty() || cell == "m" || cell == "f" || cell == "mp" || cell == "fp";
}

bool is_code(std::string_view code) {
  return code.size() >= 2 && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Reader {
 public:
  Reader(std::string data_dir, std::string user_dir, ActorTables& tables)
      : dir_(std::move(data_dir)), user_dir_(std::move(user_dir)), t_(tables) {}

  Status read() {
    t_.index.reserve(kNames);
    t_.names.reserve(kNames);
    using Step = Status (Reader::*)();
    for (Step step : {&Reader::countries, &Reader::successions, &Reader::peoples,
                      &Reader::organisations, &Reader::outlets, &Reader::offices, &Reader::persons,
                      &Reader::metonyms, &Reader::coded_actors, &Reader::nouns})
      if (Status s = (this->*step)(); !s) return s;
    return Ok{};
  }

 private:
  std::string path(std::string_view table) const { return dir_ + "/actors/" + std::string(table); }

  // Adds an actor; returns what is wrong.
  std::string add(Actor actor) {
    const auto index = static_cast<uint32_t>(t_.actors.size());
    if (!t_.by_slug.try_emplace(actor.slug, index).second) return actor.slug + " is there twice";
    t_.actors.push_back(std::move(actor));
    return {};
  }

  uint32_t last() const { return static_cast<uint32_t>(t_.actors.size() - 1); }

  std::string name(std::string_view text, NameEntry entry) {
    entry.text = text;
    entry.atoms = cased_atoms(text);
    if (entry.atoms.empty()) return "a name without letters: '" + std::string(text) + "'";
    t_.index.add(entry.atoms, static_cast<uint32_t>(t_.names.size()));
    t_.names.push_back(std::move(entry));
    return {};
  }

  // A name of the actor that was added last.
  std::string proper(const CellName& cell, bool french, bool english, bool place = false) {
    const Actor& a = t_.actors.back();
    return name(cell.text, {.kind = NameKind::kProper,
                            .actor = last(),
                            .sector = a.sector,
                            .gender = a.gender,
                            .plural = french ? a.plural : a.plural_en,
                            .ambiguous = cell.ambiguous,
                            .place = place,
                            .common = !starts_upper(cell.text),
                            .french = french,
                            .english = english,
                            .atoms = {}});
  }

  std::string derived(NameKind kind, std::string_view text, bool ambiguous, Gender gender,
                      bool plural, bool french) {
    return name(text, {.kind = kind,
                       .actor = last(),
                       .sector = {},
                       .gender = gender,
                       .plural = plural,
                       .ambiguous = ambiguous,
                       .place = false,
                       .french = french,
                       .english = !french,
                       .atoms = {}});
  }

  // Demonyms of the actor that was added last.
  std::string demonyms(const Row& row, size_t en_adj, size_t en_people, size_t fr_adj) {
    std::string problem;
    std::vector<CellName> people = names_in(row, en_people);
    for (const CellName& adj : names_in(row, en_adj)) {
      problem +=
          derived(NameKind::kAdjective, adj.text, adj.ambiguous, Gender::kNone, false, false);
      if (people.empty() && !adj.text.ends_with("se") && !adj.text.ends_with("sh"))
        problem += english_people(adj.text, adj.text + "s", adj.ambiguous);
    }
    for (const CellName& pair : people) {
      const size_t comma = pair.text.find(',');
      if (comma == std::string::npos) return "no plural in '" + pair.text + "'";
      problem +=
          english_people(pair.text.substr(0, comma), pair.text.substr(comma + 1), pair.ambiguous);
    }
    for (const CellName& adj : names_in(row, fr_adj)) {
      const std::array<std::string, 4> forms = french_adjective(adj.text);
      for (size_t i = 0; i < 4; ++i) {
        const bool plural = i >= 2;
        // The same form twice (russe, russe) is added once, without gender.
        if (i % 2 == 1 && forms[i] == forms[i - 1]) continue;
        if (plural && forms[i] == forms[i - 2]) continue;
        const bool both = i % 2 == 0 && forms[i] == forms[i + 1];
        const Gender gender = both ? Gender::kNone : i % 2 == 0 ? Gender::kMasc : Gender::kFem;
        problem += derived(NameKind::kAdjective, forms[i], adj.ambiguous, gender, plural, kFrench);
        if (problem.empty()) t_.names.back().lemma = lower(forms[0]);
      }
    }
    return problem;
  }

  std::string english_people(const std::string& singular, std::string plural, bool ambiguous) {
    if (plural.starts_with('?')) plural.erase(0, 1);
    std::string problem =
        derived(NameKind::kPeople, singular, ambiguous, Gender::kNone, plural == singular, false);
    if (plural != singular)
      problem += derived(NameKind::kPeople, plural, ambiguous, Gender::kNone, true, false);
    return problem;
  }

  Status countries() {
    return read_table(path("countries.tsv"), 13, 13, [&](const Row& row) -> std::string {
      Actor a{.kind = ActorKind::kCountry};
      a.base = a.country = row[0];
      if (a.base.size() != 3 || !is_code(a.base)) return "not an alpha-3 code: " + a.base;
      a.slug = "state/" + a.base;
      const std::vector<CellName> english = names_in(row, 1);
      if (english.empty()) return "no English name";
      a.name = english.front().text;
      if (!parse_gender(row[5], a)) return "gender is not m, f, mp or fp";
      const auto lat = row.number(11, -90, 90), lon = row.number(12, -180, 180);
      if (!lat || !lon) return "latitude and longitude are no degrees";
      a.lat = *lat;
      a.lon = *lon;
      std::string problem = add(std::move(a));
      for (size_t cell : {1, 2})
        for (const CellName& n : names_in(row, cell)) problem += proper(n, false, true, true);
      for (size_t cell : {3, 4})
        for (const CellName& n : names_in(row, cell)) problem += proper(n, true, false, true);
      problem += demonyms(row, 6, 7, 8);
      for (size_t cell : {9, 10})
        for (const CellName& n : names_in(row, cell))
          problem += name(n.text, {.kind = NameKind::kMetonym,
                                   .actor = last(),
                                   .sector = "GOV",
                                   .gender = Gender::kNone,
                                   .plural = false,
                                   .ambiguous = n.ambiguous,
                                   .place = true,
                                   .french = cell == 9,
                                   .english = cell == 10,
                                   .atoms = {}});
      return problem;
    });
  }

  Status successions() {
    return read_table(path("successions.tsv"), 4, 4, [&](const Row& row) -> std::string {
      for (size_t cell : {0, 1})
        if (!t_.by_slug.contains("state/" + row.string(cell))) return "no " + row.string(cell);
      const Succession s{row.string(1), parse_day(row[2]), parse_day(row[3])};
      if (s.since == 0 || s.since >= s.until) return "no stretch of time: " + row.string(2);
      t_.successions[row.string(0)].push_back(s);
      return {};
    });
  }

  Status peoples() {
    return read_table(path("peoples.tsv"), 11, 11, [&](const Row& row) -> std::string {
      Actor a{.kind = ActorKind::kPeople};
      a.slug = "people/" + row.string(0);
      a.name = row[1];
      a.base = row[2];
      a.country = row[3];
      a.type = row[4];
      if (!is_code(a.base)) return "no code: " + a.base;
      if (!parse_gender(row[5], a)) return "gender is not m, f, mp or fp";
      const bool place = a.type == "region";
      std::string problem = add(std::move(a));
      for (const CellName& n : names_in(row, 6)) problem += proper(n, false, true, place);
      for (const CellName& n : names_in(row, 7)) problem += proper(n, true, false, place);
      return problem + demonyms(row, 8, 9, 10);
    });
  }

  Status organisations() {
    return read_table(path("organisations.tsv"), 9, 9, [&](const Row& row) -> std::string {
      Actor a{.kind = ActorKind::kOrganisation};
      a.slug = "organisation/" + row.string(0);
      a.base = row[1];
      a.sector = row[2];
      a.country = row[3];
      a.type = row[4];
      if (!is_code(a.base)) return "no code: " + a.base;
      if (!parse_gender(row[5], a)) return "gender is not m, f, mp or fp";
      const std::vector<CellName> english = names_in(row, 6);
      if (english.empty()) return "no English name";
      a.name = english.front().text;
      a.plural_en = a.plural && !a.name.starts_with("United") && !a.name.ends_with("s Force");
      std::string problem = add(std::move(a));
      for (const CellName& n : english) problem += proper(n, false, true);
      for (const CellName& n : names_in(row, 7)) problem += proper(n, true, false);
      for (const CellName& n : names_in(row, 8)) problem += proper(n, true, true);
      return problem;
    });
  }

  Status outlets() {
    return read_table(path("outlets.tsv"), 5, 5, [&](const Row& row) -> std::string {
      Actor a{.kind = ActorKind::kOutlet};
      std::string full = row.string(0);
      a.slug = make_slug("outlet", full);
      a.name = without_parenthesis(full);
      a.base = row[1];
      if (!is_code(a.base)) return "no code: " + a.base;
      if (a.base != "MED" && a.base != "UNK") a.country = a.base;
      a.sector = a.base == "MED" ? "" : "JRN";
      a.language = row[2];
      a.type = row[3];
      a.gender = Gender::kMasc;
      if (a.name.starts_with("La ") || a.type == "agency") a.gender = Gender::kFem;
      std::string problem = add(std::move(a));
      const std::string canonical = t_.actors.back().name;
      const std::vector<CellName> aliases = names_in(row, 4);
      const bool listed = std::any_of(aliases.begin(), aliases.end(),
                                      [&](const CellName& n) { return n.text == canonical; });
      if (!listed) problem += proper({canonical, false}, true, true);
      for (const CellName& n : aliases) problem += proper(n, true, true);
      return problem;
    });
  }

  Status offices() {
    return read_table(path("offices.tsv"), 2, 4, [&](const Row& row) -> std::string {
      const bool fresh = t_.sector_of_office.emplace(row.string(0), row.string(1)).second;
      if (const std::string of = row.string(3); !of.empty()) {
        if (!t_.by_slug.contains("state/" + of)) return "no state " + of;
        t_.state_of_office.emplace(row.string(0), of);
      }
      return fresh ? "" : row.string(0) + " is there twice";
    });
  }

  Status persons() {
    return read_table(path("persons.tsv"), 6, 7, [&](const Row& row) -> std::string {
      Actor a{.kind = ActorKind::kPerson};
      const std::string full = row.string(0);
      a.slug = make_slug("person", full);
      a.name = without_parenthesis(full);
      a.base = row[1];
      if (!is_code(a.base)) return "no code: " + a.base;
      if (a.base != "UNK") a.country = a.base;
      if (!parse_gender(row[2], a) || a.plural) return "gender is not m or f";
      a.sector = row[3];
      std::string problem;
      a.offices = parse_offices(row[4], problem);
      a.wikidata = row[6];
      for (Office& office : a.offices) {
        auto sector = t_.sector_of_office.find(office.kind);
        if (sector == t_.sector_of_office.end())
          return "'" + office.kind + "' is not in offices.tsv";
        office.sector = sector->second;
        if (!t_.by_slug.contains("state/" + office.of)) {
          if (office.of.find('/') == std::string::npos) office.of = "organisation/" + office.of;
          if (!t_.by_slug.contains(office.of)) return "no " + office.of;
        }
        auto& holders = t_.by_office[{office.kind, office.of}];
        const auto self = static_cast<uint32_t>(t_.actors.size());
        if (holders.empty() || holders.back() != self) holders.push_back(self);
      }
      problem += add(std::move(a));
      problem += proper({t_.actors.back().name, false}, true, true);
      for (const CellName& n : names_in(row, 5)) {
        problem += proper(n, true, true);
        if (t_.names.back().atoms.size() == 1) t_.names.back().kind = NameKind::kSurname;
      }
      return problem;
    });
  }

  Status metonyms() {
    return read_table(path("metonyms.tsv"), 4, 4, [&](const Row& row) -> std::string {
      auto actor = t_.by_slug.find(row.string(2));
      if (actor == t_.by_slug.end()) return "no " + row.string(2);
      std::string problem;
      for (size_t cell : {0, 1})
        for (const CellName& n : names_in(row, cell))
          problem += name(n.text, {.kind = NameKind::kMetonym,
                                   .actor = actor->second,
                                   .sector = row.string(3),
                                   .gender = Gender::kNone,
                                   .plural = false,
                                   .ambiguous = n.ambiguous,
                                   .place = true,
                                   .french = cell == 0,
                                   .english = cell == 1,
                                   .atoms = {}});
      return problem;
    });
  }

  // The user's: names and dated codes of actors, ours or new.
  Status coded_actors() {
    for (const std::string& table : user_tables(user_dir_, "actors", "coded_actors")) {
      Status s = read_table(table, 5, 5, [&](const Row& row) { return coded_actor(row); });
      if (!s) return s;
    }
    return Ok{};
  }

  std::string coded_actor(const Row& row) {
    const std::string slug = row.string(0);
    std::string problem;
    std::vector<Office> codes = parse_codes(row[4], problem);
    if (problem.empty() && codes.empty()) problem = "no code";
    if (!problem.empty()) return problem;
    auto known = t_.by_slug.find(slug);
    if (known == t_.by_slug.end()) {
      Actor a{.kind = slug.starts_with("person/")         ? ActorKind::kPerson
                      : slug.starts_with("organisation/") ? ActorKind::kOrganisation
                      : slug.starts_with("outlet/")       ? ActorKind::kOutlet
                                                          : ActorKind::kPeople};
      if (a.kind == ActorKind::kPeople && !slug.starts_with("people/"))
        return "'" + slug + "' is no slug of ours, nor a new person, organisation, outlet, people";
      a.slug = slug;
      a.name = row[1];
      if (a.name.empty()) return "no name";
      if (!parse_gender(row[2], a)) return "gender is not m, f, mp or fp";
      a.base = codes.back().of;  // where no code holds, the country alone
      if (t_.by_slug.contains("state/" + a.base)) a.country = a.base;
      if (a.kind == ActorKind::kOrganisation) a.type = "body";
      problem = add(std::move(a));
      known = t_.by_slug.find(slug);
    }
    const uint32_t index = known->second;
    Actor& actor = t_.actors[index];
    for (Office& code : codes) actor.codes.push_back(std::move(code));
    const bool single = actor.kind == ActorKind::kPerson;
    for (const CellName& n : names_in(row, 3)) {
      problem += name(n.text, {.kind = NameKind::kProper,
                               .actor = index,
                               .sector = actor.sector,
                               .gender = actor.gender,
                               .plural = actor.plural,
                               .ambiguous = n.ambiguous,
                               .place = actor.kind == ActorKind::kCountry,
                               .french = true,
                               .english = true,
                               .user = true,
                               .atoms = {}});
      if (problem.empty() && single && t_.names.back().atoms.size() == 1)
        t_.names.back().kind = NameKind::kSurname;
    }
    return problem;
  }

  // Adds the forms of one noun: lemma, its plural, and in the cell `more` "f:ministresse"-like
  // forms: "f:", "p:", "fp:" with the gender and number, or bare: both genders, singular.
  template <typename T>
  std::string forms(Nouns<T>& nouns, T entry, const Row& row, size_t more, bool french) {
    const auto id = static_cast<uint32_t>(nouns.entries.size());
    const std::string lemma = entry.lemma;
    std::string problem;
    if (auto [old, fresh] = nouns.by_lemma.try_emplace(lemma, id); !fresh) {
      // What a user's table has, read before ours, stands.
      return old->second < nouns.of_user ? "" : "'" + lemma + "' is there twice";
    }
    nouns.entries.push_back(std::move(entry));
    std::set<std::string> seen;
    auto form = [&](std::string_view text, Gender gender, bool plural) {
      const std::vector<CasedAtom> atoms = cased_atoms(text);
      if (atoms.empty()) {
        problem = "a form without letters: '" + std::string(text) + "'";
        return;
      }
      if (!seen.emplace(text).second) return;
      nouns.index.add(atoms, static_cast<uint32_t>(nouns.forms.size()));
      nouns.forms.push_back({id, gender, plural});
    };
    auto plural_of = [&](std::string_view text) {
      return french ? french_plural(text) : english_plural(text);
    };
    const std::vector<std::string> cells = row.list(more);
    Gender own = french ? Gender::kMasc : Gender::kNone;
    std::string own_plural = plural_of(lemma);
    bool plural_only = false;
    for (const std::string& cell : cells) {
      if (cell == "mf") own = Gender::kNone;   // one form for both: ministre
      if (cell == "fem") own = Gender::kFem;   // a feminine noun: armée
      if (cell == "plur") plural_only = true;  // forces, troupes
      if (cell.starts_with("p:")) own_plural = cell.substr(2);
    }
    form(lemma, own, plural_only);
    form(own_plural, own, true);
    for (const std::string& cell : cells) {
      if (cell.starts_with("f:")) {
        form(cell.substr(2), Gender::kFem, false);
        form(plural_of(cell.substr(2)), Gender::kFem, true);
      } else if (cell.starts_with("s:")) {
        form(cell.substr(2), own, false);
      } else if (cell != "mf" && cell != "fem" && cell != "plur" && !cell.starts_with("p:")) {
        problem = "not a form: '" + cell + "'";
      }
    }
    return problem;
  }

  Status nouns() {
    for (Lang lang : {Lang::kFr, Lang::kEn}) {
      const bool french = lang == Lang::kFr;
      const std::string folder = dir_ + "/lang/" + (french ? "fr" : "en");
      Nouns<Title>& titles = t_.titles[static_cast<size_t>(lang)];
      Status s = read_table(folder + "/titles.tsv", 2, 4, [&](const Row& row) -> std::string {
        Title title{.lemma = row.string(0), .sector = row.string(1), .office = row.string(2)};
        title.honorific = title.sector == "HON";
        if (title.honorific) title.sector.clear();
        if (!title.office.empty() && !t_.sector_of_office.contains(title.office))
          return "'" + title.office + "' is not in offices.tsv";
        return forms(titles, std::move(title), row, 3, french);
      });
      if (!s) return s;
      Nouns<Agent>& agents = t_.agents[static_cast<size_t>(lang)];
      const auto read_agent = [&](const Row& row) -> std::string {
        Agent agent{.lemma = row.string(0), .sector = row.string(1)};
        const std::string_view kind = row[2];
        if (kind != "person" && kind != "group" && kind != "body" && kind != "country")
          return "kind is not person, group, body or country";
        agent.kind = kind == "person"  ? AgentKind::kPerson
                     : kind == "group" ? AgentKind::kGroup
                                       : AgentKind::kBody;
        agent.country = kind == "country";
        return forms(agents, std::move(agent), row, 3, french);
      };
      for (const std::string& table :
           user_tables(user_dir_, std::string("lang/") + (french ? "fr" : "en"), "agents")) {
        agents.of_user = ~uint32_t{0};  // two tables of the user's may share a noun
        if (s = read_table(table, 3, 4, read_agent); !s) return s;
        agents.of_user = static_cast<uint32_t>(agents.entries.size());
      }
      s = read_table(folder + "/agents.tsv", 3, 4, read_agent);
      if (!s) return s;
    }
    return Ok{};
  }

  std::string dir_, user_dir_;
  ActorTables& t_;
};

}  // namespace

std::string make_slug(std::string_view room, std::string_view name) {
  std::string out(room);
  char separator = '/';
  for (const std::string& atom : name_atoms(name)) {
    out += separator + atom;
    separator = '-';
  }
  return out;
}

std::vector<Office> parse_offices(std::string_view cell, std::string& problem) {
  std::vector<Office> out;
  if (trim(cell).empty()) return out;
  for (std::string_view entry : split(cell, ';')) {
    std::vector<std::string_view> words = split(trim(entry), ' ');
    if (words.size() < 2 || words.size() > 3) {
      problem += "not 'kind of [since..until]': '" + std::string(entry) + "'";
      continue;
    }
    Office office{.kind = std::string(words[0]), .of = std::string(words[1])};
    if (words.size() == 3) {
      const size_t dots = words[2].find("..");
      const std::string_view since = words[2].substr(0, dots);
      const std::string_view until =
          dots == std::string_view::npos ? std::string_view() : words[2].substr(dots + 2);
      office.since = parse_day(since);
      office.until = parse_day(until);
      if (dots == std::string_view::npos || (!since.empty() && office.since == 0) ||
          (!until.empty() && office.until == 0) ||
          (office.until != 0 && office.until < office.since))
        problem += "not 'since..until': '" + std::string(words[2]) + "'";
    }
    out.push_back(std::move(office));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Office& a, const Office& b) { return a.since < b.since; });
  return out;
}

std::vector<Office> parse_codes(std::string_view cell, std::string& problem) {
  std::vector<Office> out;
  for (std::string_view entry : split(cell, ';')) {
    entry = trim(entry);
    if (entry.empty()) continue;
    const size_t space = std::min(entry.find(' '), entry.size());
    const std::string_view code = entry.substr(0, space);
    const bool capitals = std::all_of(code.begin(), code.end(),
                                      [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
    if (code.size() < 2 || !capitals) {
      problem += "no code: '" + std::string(code) + "'";
      continue;
    }
    // Read as "office of since..until", with a dot where base and sector meet.
    std::string dummy = "code " + std::string(code) + std::string(entry.substr(space));
    for (Office& office : parse_offices(dummy, problem)) {
      const size_t dot = office.of.find('.');
      office.kind.clear();
      if (dot != std::string::npos) {
        office.sector = office.of.substr(dot + 1);
        office.of.resize(dot);
      }
      if (!is_code(office.of)) problem += "no code: '" + std::string(code) + "'";
      out.push_back(std::move(office));
    }
  }
  // A dated code before one without dates, the latest first.
  std::stable_sort(out.begin(), out.end(), [](const Office& a, const Office& b) {
    const bool dated_a = a.since != 0 || a.until != 0, dated_b = b.since != 0 || b.until != 0;
    return dated_a != dated_b ? dated_a : a.since > b.since;
  });
  return out;
}

Result<std::unique_ptr<ActorTables>> ActorTables::read(const std::string& data_dir,
                                                       const std::string& user_dir) {
  auto tables = std::make_unique<ActorTables>();
  if (Status s = Reader(data_dir, user_dir, *tables).read(); !s) return s.error();
  return tables;
}

}  // namespace selon
