// Leftovers of Markdown in a text: what is no word and no punctuation of the article.
//
//   "Par [Pepe Escobar](#)": "[" and "](#)" are markup, "Pepe Escobar" is text
#pragma once
#include <string_view>
#include <vector>

#include "document/span.h"

namespace selon {

// The stretches to leave out of the tokens, in text order, not overlapping: the signs and targets
// of links and, in a text that has links, the asterisks of emphasis. Linear in the text's length.
std::vector<Span> find_markup(std::string_view text);

}  // namespace selon
