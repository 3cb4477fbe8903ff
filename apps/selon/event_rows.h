// What the event tables of the field (ICEWS, GDELT) have in common: a row is one actor who did one
// thing to one recipient on one day, told as a fact.
//
//   "La France et l'Italie ont condamné la Russie."
//     → FRA ACCUSE RUS, ITA ACCUSE RUS: one claim, two rows
//
// `points` is of the document's text. The tables have no place for doubt: who reads a row takes it
// for something that happened.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "document/document.h"
#include "store/sentences.h"

namespace selon {

// Whether a row may tell the claim: PLOVER knows the event, and a voice tells it as something that
// happened or goes on. Lasting relations, what is negated, denied, asked, supposed or still to come
// would be read as the opposite, or as a fact.
bool fits_event_tables(const Claim& claim);

// One side of a row; empty where the text names nobody.
struct Party {
  std::string name;
  std::string code;     // "FRA", "UNO", "HEZ"; empty for one whom the tables do not know
  std::string country;  // ISO 3166 alpha-3
  std::string sector;   // "GOV"
  int64_t begin = -1;   // code point where the text names it
};

struct EventRow {
  uint64_t number = 0;  // below 2⁵², so that R's numbers hold it; the same in every export
  Party actor, recipient;
};

// Each actor with each recipient, groups opened. Of what two sides do alike ("l'Iran et la Syrie se
// sont rencontrés") each with each other, both ways, as CAMEO's coders have it.
std::vector<EventRow> event_rows(const Document& document, const Claim& claim,
                                 const CodePointIndex& points);

// The sentence that holds the claim's trigger, from 1; 0 if it was not kept.
int sentence_number(const Claim& claim, const std::vector<StoredSentence>& sentences,
                    const CodePointIndex& points);

// Where it happened: the first of scenes() that the gazetteer locates; else the first.
const Place* event_place(const Document& document, const Claim& claim);

// "FRA" → "France"; empty where the tables do not know the country.
using CountryName = std::function<std::string(const std::string& code)>;

// A cell of a table whose columns are parted by tabs: one line, and no formula for a spreadsheet.
std::string tab_cell(std::string_view text);
// As many digits as needed, at most five behind the point.
std::string decimal(double value);
// Cells with tabs between, and a line end.
std::string tab_row(const std::vector<std::string>& cells);

}  // namespace selon
