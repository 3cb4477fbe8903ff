// Lemma of a word whose part of speech is known.
//
//   lemmatizer.seen("chevaux", Upos::kNoun) == "cheval"
//   lemmatizer.guess("chacals", Upos::kNoun, "1+") == "chacal"   // where nothing was seen
//
// What training has seen comes first, then the lexicon, then the network's edit script. Without a
// lexicon the script's result is spelt as a word that the network knows: "endors" → "endorse".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/morphology.h"
#include "syntax/lexicon.h"
#include "syntax/model.h"

namespace selon {

// Applies a script to the lower-cased form. "2+er" drops two characters and adds "er"; "=avoir"
// replaces the form; "U" before either makes the first letter upper-case, "A" all of them.
std::string apply_lemma_script(std::string_view form, std::string_view script);

class Lemmatizer {
 public:
  // Both must outlive the lemmatizer.
  Lemmatizer(const Model& model, const Lexicon& lexicon) : model_(model), lexicon_(lexicon) {}

  std::optional<std::string> seen(std::string_view form, Upos upos) const;
  std::string guess(std::string_view form, Upos upos, std::string_view script) const;

 private:
  std::string guess_of(std::string_view form, Upos upos, std::string_view script) const;
  bool knows(std::string_view word) const;
  std::string undoubled(std::string_view form, std::string_view guess) const;
  std::string spelt_as_known(std::string guess) const;

  const Model& model_;
  const Lexicon& lexicon_;
};

}  // namespace selon
