// Reads title, outlet, author, date, translator, original and cited outlets from an article's
// blocks.
//
//   byline "Traduction : [Ligne 7](#)"              → translator "Ligne 7"
//   dateline "lecourrier.example, 29 janvier 2021"  → outlet "lecourrier.example"
//                                                     published 2021-01-29
//   caption "…, le 6 novembre 20" and "hier, 6 novembre" in the text
//                                                   → published 2020-11-07
//
// What the text does not say stays empty.
#pragma once
#include <string_view>
#include <vector>

#include "document/document.h"
#include "intake/outlets.h"
#include "intake/tables.h"

namespace selon {

// Fills the fields of `meta` that are empty; what the input gave stands. Needs meta.language.
void find_metadata(std::string_view text, const std::vector<Block>& blocks,
                   const IntakeTables& tables, const OutletNames& outlets, Metadata& meta);

}  // namespace selon
