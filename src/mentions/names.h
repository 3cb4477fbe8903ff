// The names in a document: those of the tables, places of the gazetteer, and unknown ones that
// capitals and context give away, each with what it most likely names here.
//
//   "L'ancien juge Aldo Ferrand a quitté Lomé."
//     → "Aldo Ferrand": unknown, a person (title before it); "Lomé": TGO, a metonym or a place
//
// Needs words and trees. Compounds give a name for each part: "irano-cubain", "USA/OTAN".
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "knowledge/gazetteer.h"
#include "mentions/tree.h"

namespace selon {

enum class NameGuess : uint8_t { kTable, kPerson, kOrganisation, kPlace, kUnknown };

struct Name {
  int32_t first = 0, end = 0;  // words, half-open
  int32_t head = 0;            // the word among them that hangs on a word outside
  Span span;                   // inside one word for a part of a compound
  NameGuess guess = NameGuess::kUnknown;
  Reading reading;       // kTable: what it stands for
  std::string country;   // kPlace: alpha-3; kOrganisation: where it is from, if its words say it
  std::string id, text;  // kPlace: the gazetteer's id; text: as printed, ’ as '
  Gender gender = Gender::kNone;
  bool plural = false;
  bool adjective() const {
    return guess == NameGuess::kTable && reading.kind == NameKind::kAdjective;
  }
  bool person() const {
    return guess == NameGuess::kPerson ||
           (guess == NameGuess::kTable && reading.actor->kind == ActorKind::kPerson);
  }
};

class NameFinder {
 public:
  // Reads actors/{first_names,nation_prefixes}.tsv and lang/*/name_words.tsv. kNotFound,
  // kBadFormat. `actors` and `gazetteer` must outlive it.
  static Result<NameFinder> open(const std::string& data_dir, const Actors& actors,
                                 const Gazetteer& gazetteer);

  // Names in text order; they overlap only as parts of one compound word.
  std::vector<Name> find(const Document& doc, const Tree& tree) const;

  // The gender that a first name tells; kNone: unknown name or either.
  bool first_name(std::string_view form, Gender* gender) const;

 private:
  struct Search;
  NameFinder(const Actors& actors, const Gazetteer& gazetteer)
      : actors_(&actors), gazetteer_(&gazetteer) {}

  const Actors* actors_;
  const Gazetteer* gazetteer_;
  std::unordered_map<std::string, Gender> first_names_;    // folded
  std::unordered_map<std::string, std::string> prefixes_;  // "irano" → IRN
  std::unordered_set<std::string> plain_, particles_, organisation_words_, affixes_;
};

}  // namespace selon
