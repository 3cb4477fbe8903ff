// Claims as the event table of ICEWS: 20 columns, tabs between, a header.
//
//   out = icews_header();
//   out += icews_rows(document, claim, sentence, country_name, points);
//
// ICEWS names no speaker: "Publisher" holds the chain of voices, outlet first ("Le Phare >
// Norway"), and "Event Text" PLOVER's type and mode with what makes it less than a plain fact
// ("ASSAULT/aerial [hedged]").
#pragma once
#include <string>

#include "document/document.h"
#include "event_rows.h"

namespace selon {

std::string icews_header();
// Precondition: fits_event_tables(claim). `sentence`: sentence_number().
std::string icews_rows(const Document& document, const Claim& claim, int sentence,
                       const CountryName& country_name, const CodePointIndex& points);

}  // namespace selon
