// Where: the names of places, with country and coordinates.
//
//   "réunis à Oslo, ils ont bombardé Alep" → Oslo NOR 59.9 10.7 · Alep SYR 36.2 37.2
//
// A capital that acts ("Oslo refuse") is an actor and no place.
#pragma once
#include "document/document.h"
#include "knowledge/gazetteer.h"
#include "mentions/candidates.h"
#include "mentions/tree.h"

namespace selon {

// Adds doc.places in text order. Needs the names that names.h found.
void find_places(Document& doc, const Tree& tree, const Candidates& candidates,
                 const Gazetteer& gazetteer);

}  // namespace selon
