// Expands a hunspell dictionary whose entries carry grammar fields (Debian's
// hunspell-fr-comprehensive) to full forms with their analyses.
//
//   Result<std::vector<Inflected>> forms = expand_hunspell("/usr/share/hunspell/fr");
//   // {form "chevaux", lemma "cheval", tag "nom/mas,pl"}, …
//
// Only suffix rules inflect; the prefix rules of the dictionary are elided articles and pronouns,
// which the tokenizer splits off.
#pragma once

#include <string>
#include <vector>

#include "selon/result.h"

namespace selon {

struct Inflected {
  std::string form;
  std::string lemma;
  std::string tag;  // parts of speech, '/', the features of the entry and of its suffix rule
};

// Reads STEM.aff and STEM.dic. kNotFound, kNotReadable; kBadFormat with the line.
Result<std::vector<Inflected>> expand_hunspell(const std::string& stem);

}  // namespace selon
