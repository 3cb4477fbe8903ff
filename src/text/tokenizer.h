// Cuts a stretch of text into tokens as the French and English Universal Dependencies treebanks do.
//
//   "L'armée a-t-elle tiré à 12h30 ?"  →  L' armée a -t-elle tiré à 12 h 30 ?
//   "They don't, Iran's army can't."   →  They do|n't , Iran|'s army ca|n't .     (| parts words)
#pragma once
#include <string_view>
#include <vector>

#include "document/span.h"
#include "text/language_tables.h"

namespace selon {

struct RawToken {
  Span span;
  uint32_t second_word = 0;  // where in the text a suffix begins that is a word: "n't"; 0: nowhere
  Abbreviation abbreviation = Abbreviation::kNone;  // the span ends with the full stop of one
};

// Appends the tokens of `block` to `out`. Every character of the block that is neither white space
// nor in `markup` is in exactly one token. `markup` is what find_markup returned for the text.
// Precondition: the text is valid UTF-8.
void tokenize(std::string_view text, Span block, const std::vector<Span>& markup,
              const LanguageTables& tables, std::vector<RawToken>& out);

}  // namespace selon
