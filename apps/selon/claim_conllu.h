// The sentences that hold claims as CoNLL-U, with the claims on their words.
//
//   # newdoc id = n
//   # sent_id = 5f2c81d09b3e7a46-1
//   # text = Selon Oslo, la Russie a bombardé Kharkiv mardi.
//   # claim = 8d8483db… Russia → ASSAULT/aerial → Kharkiv, according to Norway
//   5   Russie    Russie    PROPN  …  Actor=8d8483db…
//   7   bombardé  bombarder VERB   …  Claim=8d8483db…
//
// A word's MISC names the claims whose trigger, actor or recipient it belongs to.
#pragma once
#include <string>
#include <vector>

#include "document/document.h"
#include "store/sentences.h"

namespace selon {

// `sentences`: all that the store kept of the document; only those that hold one of its claims'
// triggers are written. Where the document hides private persons, their words are hidden here too.
std::string claim_conllu(const Document& document, const std::vector<StoredSentence>& sentences);

}  // namespace selon
