// The tables behind Actors, as they lie in memory, and their reader. Only actors.cc and the tests
// of the tables use this.
#pragma once
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/actors.h"
#include "knowledge/names.h"
#include "selon/result.h"

namespace selon {

// A name as a table has it.
struct NameEntry {
  std::string text = {};
  NameKind kind = NameKind::kProper;
  uint32_t actor = 0;  // index into ActorTables::actors
  std::string sector;
  Gender gender = Gender::kNone;
  bool plural = false;
  bool ambiguous = false;
  bool place = false;
  bool common = false;                   // written without a capital
  bool french = false, english = false;  // languages in which it is a name
  std::string lemma = {};                // of a French adjective
  bool user = false;                     // of a user's table
  std::vector<CasedAtom> atoms;          // capitals that the text must have
};

template <typename T>
struct Nouns {             // titles or agents of one language
  std::vector<T> entries;  // as in the table
  struct Form {
    uint32_t entry;
    Gender gender;
    bool plural;
  };
  std::vector<Form> forms;
  NameIndex index;                                     // of forms
  std::unordered_map<std::string, uint32_t> by_lemma;  // lower case → entry
  uint32_t of_user = 0;  // so many entries are of the user's tables, which are read first
};

// A stretch of time in which one state was part of another.
struct Succession {
  std::string whole;
  PartialDay since = 0, until = 0;  // half-open
};

struct ActorTables {
  std::vector<Actor> actors;
  std::unordered_map<std::string, uint32_t> by_slug;
  std::vector<NameEntry> names;
  NameIndex index;  // values: indices into names
  std::unordered_map<std::string, std::string> sector_of_office;
  std::unordered_map<std::string, std::string> state_of_office;  // of those that one state has
  // office kind and whose → who holds it at some time
  std::map<std::pair<std::string, std::string>, std::vector<uint32_t>> by_office;
  std::unordered_map<std::string, std::vector<Succession>> successions;  // by the part's alpha-3
  std::array<Nouns<Title>, 2> titles;                                    // by Lang
  std::array<Nouns<Agent>, 2> agents;

  // Reads all tables below data_dir, and those of the user. kNotFound, kBadFormat.
  static Result<std::unique_ptr<ActorTables>> read(const std::string& data_dir,
                                                   const std::string& user_dir);
};

// "outlet/le-monde" for ("outlet", "Le Monde")
std::string make_slug(std::string_view room, std::string_view name);

// French adjectives: {masculine, feminine, masculine plural, feminine plural} of what the tables
// give: "iranien" or "turc,turque" or all four.
std::array<std::string, 4> french_adjective(std::string_view cell);
// Regular plurals of a noun phrase: "premier ministre" → "premiers ministres", "chef de cabinet" →
// "chefs de cabinet"; "prime minister" → "prime ministers", "chief of staff" → "chiefs of staff".
std::string french_plural(std::string_view phrase);
std::string english_plural(std::string_view phrase);

// "USA.GOV 2001-01-20..2009; USA.ELI": codes that a user's table gives, base and sector apart.
std::vector<Office> parse_codes(std::string_view cell, std::string& problem);

// "president USA 2017-01-20..2021-01-20; leader hezbollah 1992-02..". On a bad entry `problem` says
// why.
std::vector<Office> parse_offices(std::string_view cell, std::string& problem);

}  // namespace selon
