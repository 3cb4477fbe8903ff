// Reads CoNLL-U into a Document: sentences, tokens and words are kept, the text is put together
// from them.
//
//   Result<Document> document = read_conllu(bytes, "corpus.conllu");
//   document->words[3].form == "le"      // from the lines 3-4 du, 3 de, 4 le
//
// Read are the ranges and words, their FORM and SpaceAfter=No, and # newpar and # newdoc, which
// begin a block; LEMMA, UPOS, FEATS, HEAD and DEPREL when `annotations`. Empty nodes (8.1) are
// passed over.
#pragma once
#include <string>
#include <string_view>

#include "document/document.h"
#include "selon/result.h"

namespace selon {

// kBadFormat with the line of the first thing that is not CoNLL-U; kBadEncoding.
Result<Document> read_conllu(std::string_view bytes, const std::string& name,
                             bool annotations = false);

}  // namespace selon
