// Finds where sentences end in the tokens of one block.
//
//   « Quand viendra-t-il ? », a demandé M. Durand. Personne n'a répondu.
//                                                 ^ the only cut
#pragma once
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace selon {

// A sentence longer than this is cut at its best semicolon, colon, dash or comma, so that later
// stages see stretches of bounded length.
inline constexpr size_t kLongestSentence = 300;  // tokens

// Appends to `ends`, for each sentence of `tokens`, the index behind its last token; the last one
// is tokens.size(). Nothing for no tokens. Linear in their number.
void split_sentences(std::string_view text, const std::vector<RawToken>& tokens,
                     const LanguageTables& tables, std::vector<size_t>& ends);

}  // namespace selon
