// The `parse:` of a case: one word a line, laid over the case's text.
//
//   1-2 Du
//   1 de  de  ADP 3 case
//   2 le  le  DET 3 det  Definite=Def
//   3 nord nord NOUN 0 root
//
// Columns: id form lemma UPOS head deprel, and FEATS if wanted. An id of 1 begins a sentence. _ in
// a form stands for a space.
#pragma once
#include <string>

#include "document/document.h"
#include "selon/result.h"

namespace selon {

// Adds sentences, tokens and words to a document that has its text and blocks. kBadFormat: the line
// and what is wrong with it, counted within the parse.
Status apply_parse(const std::string& parse, Document& document);

// The same lines for a parsed document, columns aligned, each line indented by two spaces.
std::string format_parse(const Document& document);

}  // namespace selon
