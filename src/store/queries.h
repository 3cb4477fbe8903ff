// Which claims of a store answer a question.
//
//   ClaimQuery query;
//   query.according_to = {"Nasrallah"};
//   query.event = "ASSAULT";
//   for (const ClaimHit& hit : *find_claims(*store, query)) …
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace selon {

// Empty fields ask nothing. A name is matched as Store knows it: a slug, a code or its beginning
// (IRN takes IRNGOV in), a name or some words of it, without regard to accents and capitals.
struct ClaimQuery {
  std::vector<std::string> according_to;  // any of these is the innermost voice, or, without
                                          // voices, the outlet or author, else the file's name
  std::string via;                        // somewhere in the chain
  std::string actor, recipient;
  std::string event;          // ASSAULT …
  std::string certainty;      // asserted hedged possible questioned denied
  std::string since, until;   // EDTF; a claim's own date counts, else the day of publication
  std::string text;           // words, "a phrase", or a prefi*, all of which the quote holds
  std::string document;       // its id
  double min_confidence = 0;  // of the parser, 0 … 1
  int64_t run = 0;            // 0: the latest coding of each document
};

// A claim's place: a coding and the position in its claims.
struct ClaimHit {
  int64_t coding = 0;
  int32_t position = 0;
};

// In the order of the documents and of their claims. kBadArgument: a date that is none, an
// end before the beginning, a text without a word, a run that is not there.
Result<std::vector<ClaimHit>> find_claims(Store& store, const ClaimQuery& query);

// The claim with this id, or the only one whose id begins like this; of several codings of it the
// latest. kNotFound, kBadArgument when several begin so.
Result<ClaimHit> find_claim(Store& store, const std::string& id, int64_t run = 0);

// Other claims of the same event type that share an actor and, if there are any, a recipient with
// this one: who else tells it, or tells it otherwise.
Result<std::vector<ClaimHit>> other_tellings(Store& store, const ClaimHit& claim);

// Counts for a summary of what the latest codings hold.
struct StoreCounts {
  int64_t documents = 0, claims = 0, attributed = 0, voices = 0, actors = 0;
};
Result<StoreCounts> count_all(Store& store);

}  // namespace selon
