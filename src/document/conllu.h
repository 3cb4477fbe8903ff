// A parsed Document as CoNLL-U.
//
//   std::string out = write_conllu(document);
//   # sent_id = 1
//   # text = Il parle du traité.
//   1    Il     il      PRON  _  …  2  nsubj  _  _
//   2    parle  parler  VERB  _  …  0  root   _  _
//   3-4  du     _       _     _  _  _  _      _  _
//   …
//
// Needs sentences, tokens and words. FORM is the text's own, no-break spaces and typographic
// apostrophes included; inside a multi-word token it is the word's.
#pragma once
#include <string>

#include "document/document.h"

namespace selon {

std::string write_conllu(const Document& document);

struct ConlluStyle {
  // MISC says of each word how sure the parser is of its arc and relation and of its tag:
  // ArcProb=0.983|TagProb=0.999
  bool probabilities = false;
  // For a document that is a piece of a longer text:
  int64_t sentences_before = 0;
  bool continues = false;  // its first sentence goes on with a paragraph of the piece before
};

// One sentence, with its comments and the blank line behind it.
std::string write_conllu(const Document& document, int32_t sentence, const ConlluStyle& style = {});

}  // namespace selon
