// The signatures of epigraphs and pull quotes.
//
//   read_signature("~ Zoé Martin 1911 ~", &strong)        →  "Zoé Martin", strong
//   read_signed_quote("« La paix tient. » (Zoé Martin)")  →  speaker "Zoé Martin"
#pragma once
#include <string>
#include <string_view>

namespace selon {

bool opens_quote(std::string_view text);
bool closes_quote(std::string_view text);
// Behind the last closing quotation mark, or the text's size when it opens or closes none.
size_t quote_end(std::string_view text);

// A line that is a signature: "~ Zoé Martin ~" (strong: whatever it holds), "— Zoé Martin", "(Zoé
// Martin)". Empty: it is none. `strong` is set in any case.
std::string read_signature(std::string_view line, bool* strong);

struct SignedQuote {
  size_t end = 0;       // of the quotation, its marks included
  std::string speaker;  // empty: the line is no signed quotation
};
SignedQuote read_signed_quote(std::string_view line);

}  // namespace selon
