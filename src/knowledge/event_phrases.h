// Reads the phrases of the event tables, which are written for the eye, as the parser will show
// them: a head lemma and the content lemmas that must hang on it.
//
//   "mettre fin à"        lemma mettre, parts fin
//   "être victime de"     lemma victime, a copula above it
//   "exchange of fire"    of a noun: lemma exchange, parts fire
//
// One EventPhrases a language; read-only after open(), any number of threads.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "selon/result.h"

namespace selon {

struct EventPhrase {
  std::string lemma;  // empty: no content word
  std::vector<std::string> parts;
  bool pronominal = false;  // "se rendre"
  bool copula = false;      // "être victime de": in UD the predicate is the head, not the copula
};

class EventPhrases {
 public:
  // Reads of data_dir/lang/<language>/tokens.tsv how the tokenizer cuts hyphens. kNotFound,
  // kBadFormat.
  static Result<EventPhrases> open(const std::string& data_dir, const std::string& language);

  // `nominal`: the phrase is of a noun, whose head in English comes last.
  EventPhrase read(std::string_view phrase, bool nominal) const;

 private:
  std::vector<std::string> english_words(std::string_view text) const;
  EventPhrase english(std::string_view phrase, bool nominal) const;

  bool french_ = true;
  std::unordered_set<std::string> kept_prefixes_;  // "re" of "re-elect"
};

}  // namespace selon
