// A Document as the records that `selon code` prints, one JSON object a line.
//
//   std::string out = write_records(document, coder, {});
//   // {"record":"document","document":"a.txt","id":"a.txt","sha256":"…","file":"a.txt", …}
//   // {"record":"claim","document":"a.txt","id":"5d41402abc4b2a76","quote":{"start":0, …}, …}
//
// Here spans leave bytes behind: they count code points and carry their text.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/utf8.h"
#include "document/document.h"

namespace selon {

// What made the records. Same input and same coder: same records, byte for byte.
struct Coder {
  std::string version;   // of the program: "0.1.0"
  std::string model;     // hash of the models' files
  std::string lexicons;  // hash of the files under data/
  auto operator<=>(const Coder&) const = default;
};

struct RecordOptions {
  bool with_text = false;  // the document record holds the whole text
};

// Gives every claim its id: a hash of the text, the trigger's span, the event, the actors and the
// recipients; two claims that agree in all of them are told apart by a number. The engine's last
// stage.
void assign_claim_ids(Document& document);

// Calls `take` for the document, then for each block, time, quantity, place, mention, attribution,
// claim and predicate, in the order of the layers. Ids are "time/0", "mention/3" …, a claim's is
// its own. A mention that stands for a group with known members is one actor for each member.
void for_each_record(const Document& document, const Coder& coder, const RecordOptions& options,
                     const std::function<void(const nlohmann::ordered_json&)>& take);

// The same as NDJSON.
std::string write_records(const Document& document, const Coder& coder,
                          const RecordOptions& options);

// One claim's record, for those who list claims of many documents. `points`: of the document's
// text.
nlohmann::ordered_json claim_record(const Document& document, const Claim& claim,
                                    const CodePointIndex& points);

}  // namespace selon
