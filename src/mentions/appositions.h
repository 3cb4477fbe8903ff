// Which descriptions only describe somebody named beside them: "Ferrand, ministre de la Défense",
// "le ministre, Ferrand,", "elle est ministre". Internal to candidates.
#pragma once
#include "document/document.h"
#include "mentions/candidates.h"
#include "mentions/tree.h"

namespace selon {

// Needs candidates in text order and at_word. Sets `apposed`.
void find_appositions(const Document& doc, const Tree& tree, Candidates& candidates);

}  // namespace selon
