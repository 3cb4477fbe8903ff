// The stretch of text that a noun stands for: determiner in, preposition out, without relative
// clauses, comma'd appositions and conjuncts.
//
//   "auprès du ministre iranien des Affaires étrangères, qui hésite" with the head "ministre"
//   → "ministre iranien des Affaires étrangères" ("du" holds the preposition, so it stays out)
#pragma once
#include <string_view>
#include <vector>

#include "document/document.h"
#include "mentions/tree.h"

namespace selon {

struct NounPhrase {
  int32_t first = 0, end = 0;  // words, half-open
  Span span;
};

NounPhrase noun_phrase(const Document& doc, const Tree& tree, int32_t head);

// The words' forms as look-ups of names want them: contractions whole ("des Affaires" for "de les
// Affaires"), with "-", which look-ups pass over, for their second words.
std::vector<std::string_view> contracted_forms(const Document& doc, int32_t first, int32_t end);

// The span of words [first, end). A token of several words counts only when all of them are in it.
Span words_span(const Document& doc, int32_t first, int32_t end);

}  // namespace selon
