// Reads the dictionaries of TABARI and PETRARCH (actors, agents, verbs) and writes tables of ours,
// which go into a user's own data folder (data_dir.h).
//
//   ARLANDIA_ [ARL]                          a country of the tables: its further names
//   JANE_DOE_ [USAGOV 010120-090120] [USA]   a person: organisations and persons with dated codes
//   +JANE_Q._DOE
//   GUERRILLA {GUERRILLAS} [~REB]            an agent: a noun with its sector
//   &WEAPON  +RIFLE …                        a set of words
//   ---  HASTEN  [---]  ---                  a block of verbs with one code …
//   - * &WEAPON (TO +) [072]                 … and patterns: what stands with the verb
//
// A line that cannot be used is told with its number and the reason, and the rest goes on.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/actors.h"
#include "knowledge/event_phrases.h"
#include "selon/result.h"

namespace selon {

enum class PetrarchKind : uint8_t { kActors, kAgents, kVerbs };
// By what stands in it: verb blocks and patterns, agents' codes (~), else actors.
PetrarchKind petrarch_kind(std::string_view text);
std::string_view to_string(PetrarchKind kind);  // "actors"

struct PetrarchRejection {
  size_t line = 0;  // from 1 on
  std::string reason;
  std::string text;  // the line, or the part that is meant
};

struct PetrarchImport {
  // Path below the user's folder → the table: "actors/coded_actors.Phoenix.tsv".
  std::map<std::string, std::string> tables;
  size_t lines = 0;  // that are neither empty nor comments
  size_t known = 0;  // names and nouns that our tables have with the same code already
  size_t used = 0;   // lines of which something stands in a table
  std::vector<PetrarchRejection> rejected;
};

// What our own tables know; read-only.
class PetrarchReader {
 public:
  // Reads ontology/cameo*.tsv, actors/first_names.tsv and lang/en/tokens.tsv below data_dir; the
  // actors must outlive the reader and know our own tables alone, so that a second import says the
  // same as the first. kNotFound, kBadFormat.
  static Result<PetrarchReader> open(const std::string& data_dir, const Actors& actors);

  // Any bytes. `name` becomes part of the tables' names, so that a second import of a dictionary
  // takes the place of the first: "Phoenix.agents". Thread-safe.
  PetrarchImport read(std::string_view text, PetrarchKind kind, std::string_view name) const;

  // What the parts of the reader share; petrarch_*.cc.
  struct Event {
    std::string type, mode;  // no type: no event
  };
  struct Knowledge {
    const Actors* actors = nullptr;
    std::map<std::string, Event, std::less<>> events;        // by the beginning of a CAMEO code
    std::map<std::string, std::string, std::less<>> bodies;  // actor codes that are no country
    std::map<std::string, Gender, std::less<>> first_names;  // folded
    EventPhrases phrases;  // how the tables that are written will be read
  };

 private:
  Knowledge knowledge_;
};

}  // namespace selon
