// Claims as the two tables of GDELT 2.0, tabs between and without a header, as its own files are:
// events (61 columns) and mentions (16), which share GlobalEventID.
//
// An event row has no speaker and no doubt. The mentions table's Extras, which GDELT leaves empty,
// say both: "claim:8d8483db…; voices:Reuters > Norway; certainty:hedged; language:fr".
// What Selon does not know stays empty: tone, FIPS codes of countries and provinces, ethnic and
// religious codes, the places of actors.
#pragma once
#include <string>

#include "document/document.h"
#include "event_rows.h"

namespace selon {

// Precondition of both: fits_event_tables(claim).
std::string gdelt_events(const Document& document, const Claim& claim,
                         const CountryName& country_name, const CodePointIndex& points);
// `sentence`: sentence_number().
std::string gdelt_mentions(const Document& document, const Claim& claim, int sentence,
                           const CodePointIndex& points);

}  // namespace selon
