// PLOVER's types and modes with their CAMEO code and score, and the words that show a context.
//
//   ontology.value("CONSULT", "visit") → {"042", 4.0}
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "selon/result.h"

namespace selon {

struct EventValue {
  std::string cameo;  // a string: 010 is not 10
  double score = 0;   // conflict–cooperation, −10 … 10
};

class Ontology {
 public:
  // Reads data_dir/ontology/plover.tsv and data_dir/lang/{fr,en}/contexts.tsv. kNotFound,
  // kBadFormat.
  static Result<Ontology> open(const std::string& data_dir);

  // The value of a type with a mode; of the type alone when the mode has no row of its own.
  const EventValue& value(std::string_view type, std::string_view mode) const;
  // The PLOVER context that a lemma shows ("pétrolier" → "economic"), or empty.
  std::string_view context(std::string_view lemma, bool french) const;

 private:
  std::unordered_map<std::string, EventValue> values_;  // "CONSULT/visit"
  std::unordered_map<std::string, std::string> contexts_[2];
};

}  // namespace selon
