// Whether "du" and "des" are articles or hold a preposition: "du pain" is one word, "du ministre"
// two.
//
//   decide_contractions(model, lexicon, mask, document);
//   // token "du" now owns the words "de" and "le"
//
// Needs sentences, tokens and a word a token. Adds words to tokens; no head may be set yet.
#pragma once

#include "document/document.h"
#include "syntax/lexicon.h"
#include "syntax/model.h"
#include "syntax/name_mask.h"

namespace selon {

// `mask`: what is seen in place of names; nullptr: the names.
void decide_contractions(const Model& model, const Lexicon& lexicon, const NameMask* mask,
                         Document& document);

}  // namespace selon
