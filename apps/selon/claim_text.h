// A claim in words and in table cells.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/document.h"

namespace selon {

// "AFP > Le Monde": outermost first; the narrator where nobody is quoted.
std::string voices_text(const Document& document, const Claim& claim);
// "Russia, Iran"
std::string participants_text(const Document& document, const std::vector<int32_t>& mentions);
// "RUS IRNGOV"
std::string codes_text(const Document& document, const std::vector<int32_t>& mentions);
// The claim's own dates, "2021-01-28"; empty when the text gives none. "P1W" of "chaque lundi" or
// "une semaine" is none.
std::string when_text(const Document& document, const Claim& claim);
// "denied", "not", "hedged not", "" for what is plainly asserted.
std::string firmness_text(const Claim& claim);
// "Russia → ASSAULT → Ukraine" with what makes it less than a plain fact in brackets.
std::string claim_text(const Document& document, const Claim& claim);

// Everything that a line about a claim says: column → its value, always the same columns. `points`:
// of the document's text.
std::vector<std::pair<std::string_view, std::string>> claim_columns(const Document& document,
                                                                    const Claim& claim,
                                                                    const CodePointIndex& points);
// One claim a line, RFC 4180. A cell that a spreadsheet would take for a formula (= + - @ or a tab
// in front, and no number) gets a ' in front, as OWASP advises.
std::string csv_header();
std::string csv_row(const Document& document, const Claim& claim, const CodePointIndex& points);

}  // namespace selon
