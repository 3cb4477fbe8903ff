// Knows who acts and speaks in the news: countries, peoples, organisations, outlets, persons with
// their dated offices, and the common nouns for office holders and groups. Tables: data/actors/,
// data/lang/*/titles.tsv and agents.tsv.
//
//   auto actors = Actors::open(data_dir);
//   std::vector<std::string_view> words = {"la", "Maison-Blanche", "accuse", "le", "Hezbollah"};
//   actors->match(words, 1, Lang::kFr)
//       → end 2, one reading: organisation/white-house, "White House", USA, GOV, feminine
//   actors->role(*actors->find("person/emmanuel-macron"), parse_day("2021-01-29"))
//       → code "FRAGOV", office president FRA
//   actors->holders("foreign-minister", "IRN", parse_day("2020-11-06"))
//       → person/mohammad-javad-zarif
//
// Read-only after open(); every pointer and span that is handed out lives as long as the Actors
// (moving it keeps them valid).
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/morphology.h"
#include "selon/result.h"

namespace selon {

enum class Lang : uint8_t { kFr, kEn };
inline Lang lang_of(std::string_view language) { return language == "en" ? Lang::kEn : Lang::kFr; }

// As 20210129; the month or day is 0 when unknown (20210000, 20210100); 0: no date. What has all
// three is mentions/calendar.h's Day.
using PartialDay = int32_t;
// Reads the start of an EDTF value: 2021-01-29, 2021-01-29T16:00, 2021-01, 2021. Anything else: 0.
PartialDay parse_day(std::string_view edtf);

enum class ActorKind : uint8_t { kCountry, kPeople, kOrganisation, kOutlet, kPerson };

// An office that somebody holds or held. An unknown or open end is 0.
struct Office {
  std::string kind;    // president, foreign-minister, leader … (actors/offices.tsv)
  std::string of;      // alpha-3 ("RUS"), or a slug ("organisation/nato", "people/catalonia")
  std::string sector;  // GOV, MIL …
  PartialDay since = 0, until = 0;
  // On an unknown day only open offices are held; an office without any date always is.
  bool holds(PartialDay day) const;
};

struct Actor {
  ActorKind kind = ActorKind::kCountry;
  std::string slug;      // state/IRN, people/kurds, organisation/nato, outlet/le-monde, person/…
  std::string name;      // canonical, in English
  std::string base;      // code without sector: IRN, NATO, HEZ, UNK
  std::string country;   // alpha-3, or empty
  std::string sector;    // GOV, MIL …; for a person, the one outside any office; or empty
  std::string type;      // organisation: igo alliance court ngo body party armed company union
                         // religious; outlet: paper agency tv radio site review; else empty
  std::string language;  // outlet: ISO 639-1 of what it publishes in; else empty
  std::string wikidata;  // or empty
  Gender gender = Gender::kNone;  // of a person, or of the French name
  bool plural = false;            // the French name is plural: les États-Unis, les Houthis
  bool plural_en = false;         // the English name takes "they": the Taliban, the Houthis
  double lat = 0, lon = 0;        // country: about its middle
  std::vector<Office> offices;    // person: in order of time
  std::vector<Office> codes;      // from a user's table: code and sector held then, kind empty

  std::string code() const { return base + sector; }  // IRNGOV; for persons use Actors::role
};

enum class NameKind : uint8_t {
  kProper,     // its own name: Russie, OTAN, Poutine
  kSurname,    // a person's surname alone: several persons may bear it
  kAdjective,  // russe, Russian, européen: qualifies, or stands for people after an article
  kPeople,     // Russes, Russians, Kurdes
  kMetonym     // a place that stands for its government or body: Moscou, Bruxelles, Matignon
};

// What a name may stand for.
struct Reading {
  NameKind kind = NameKind::kProper;
  const Actor* actor = nullptr;
  std::string_view sector;        // as Actor::sector, but GOV for metonyms
  Gender gender = Gender::kNone;  // of this form
  bool plural = false;            // of this form: "Iraniennes"
  bool ambiguous = false;  // also an ordinary word or another name ("Orange", "La Croix", "Li"):
                           // ask for more evidence than the name alone
  bool place = false;      // also names a place (Moscou, Gaza, la Russie)
  bool common = false;     // written without a capital: "les talibans"
  bool user = false;       // a user's table has it so
  std::string_view name = {};   // as the table writes it
  std::string_view lemma = {};  // of a French adjective: its masculine singular
};

struct Match {
  size_t end = 0;  // the word behind the last; 0: no name begins here
  std::vector<Reading> readings;
  explicit operator bool() const { return end != 0; }
};

// "ministre", "chef de la diplomatie", "porte-parole", "M."
struct Title {
  std::string lemma;   // as in the table: masculine singular
  std::string sector;  // GOV; empty for honorifics
  std::string office;  // president, foreign-minister, spokesperson … or empty
  Gender gender =
      Gender::kNone;  // of the form that was found; kNone: both, or not looked up by form
  bool plural = false;
  bool honorific = false;  // M., Mme, Sayyed, Sir: goes before a name, is no office
};

// "soldats", "gouvernement", "manifestants"
enum class AgentKind : uint8_t { kPerson, kGroup, kBody };
struct Agent {
  std::string lemma;
  std::string sector;  // MIL, GOV, REB … or empty: "pays", "alliés"
  AgentKind kind = AgentKind::kPerson;
  bool country = false;  // stands for a whole state: pays, État, puissance, royaume
  bool plural = false;   // the form that was found
};

struct ActorTables;  // actor_tables.h

class Actors {
 public:
  // Reads every table; all bad rows are reported in one error. user_dir: empty, or a folder whose
  // tables (actors/coded_actors*.tsv, lang/*/agents*.tsv) win over ours. kNotFound, kBadFormat.
  static Result<Actors> open(const std::string& data_dir, const std::string& user_dir = {});
  Actors(Actors&&) noexcept;
  Actors& operator=(Actors&&) noexcept;
  ~Actors();

  // The longest name that begins at words[first], with what it may stand for, likeliest first.
  // Capitals count: "Orange" is no "orange", "UN" no "un", an adjective may be lower-case in
  // French. Give one sentence's forms (Word::form or token text; "du" as one or two words, either
  // works for what follows it).
  Match match(std::span<const std::string_view> words, size_t first, Lang lang) const;
  // Every name that begins there, longest first: for when the longest turns out wrong.
  std::vector<Match> matches(std::span<const std::string_view> words, size_t first,
                             Lang lang) const;
  // A name on its own: "Press TV", "U.S."
  Match match_name(std::string_view name, Lang lang) const;

  // Which of a match's readings to take first on that day: of several persons with one surname, the
  // one in office; else the first. Precondition: the match has readings.
  const Reading& likeliest(const Match& match, PartialDay day) const;

  // nullptr: none.
  const Actor* find(std::string_view slug) const;       // "state/IRN"
  const Actor* country(std::string_view alpha3) const;  // "IRN"
  std::span<const Actor> all() const;

  // The names under which the tables know an actor in a language, in their order; of an adjective
  // all forms.
  struct Name {
    std::string_view text;
    NameKind kind = NameKind::kProper;
    Gender gender = Gender::kNone;  // of this form
    bool plural = false;            // of this form
    bool ambiguous = false;
  };
  std::vector<Name> names_of(const Actor& actor, Lang lang) const;

  // Two actors change places in what the tables know of others: offices in one country become
  // offices in the other, one person's offices the other's. Their names stay theirs. So a text in
  // which two names are exchanged tells of an equal world; only for that (engine/name_exchange.h).
  // Before the Actors are shared. Nothing happens unless both slugs exist and are of one kind.
  void exchange(std::string_view slug, std::string_view with);

  // Who holds an office on a day; `of` is an alpha-3 code or an organisation's slug. With an
  // unknown day: whoever holds it to the tables' knowledge. Usually one; empty when unknown.
  std::vector<const Actor*> holders(std::string_view office, std::string_view of,
                                    PartialDay day) const;

  // The one state that has this office: "pope" → VAT; empty: many have.
  std::string_view state_of_office(std::string_view office) const;

  // The state that a country was part of on that day, as alpha-3: ("HRV", 1989) → "YUG". The
  // country itself when it was its own, and on an unknown day.
  std::string_view state_of_the_time(std::string_view alpha3, PartialDay day) const;

  struct Role {
    std::string code;                // IRNGOV, NATO, HEZ, FRAELI (a former minister)
    std::string_view country;        // the person's own, or empty
    std::string_view sector;         // GOV …, ELI after the last office, or empty
    const Office* office = nullptr;  // the one held that day; nullptr: none
  };
  // Any actor; offices matter for persons only. On an unknown day, the latest office counts.
  Role role(const Actor& actor, PartialDay day) const;

  // Common nouns: the longest title or group noun that begins at words[first]; forms are inflected
  // ("ministres", "cheffe de la diplomatie"). end 0: none.
  struct TitleMatch {
    size_t end = 0;
    Title title;
  };
  struct AgentMatch {
    size_t end = 0;
    Agent agent;
  };
  TitleMatch match_title(std::span<const std::string_view> words, size_t first, Lang lang) const;
  AgentMatch match_agent(std::span<const std::string_view> words, size_t first, Lang lang) const;
  // By lemma, in lower case; nullptr: none.
  const Title* title(std::string_view lemma, Lang lang) const;
  const Agent* agent(std::string_view lemma, Lang lang) const;

 private:
  explicit Actors(std::unique_ptr<ActorTables> tables);
  std::unique_ptr<ActorTables> tables_;
};

}  // namespace selon
