// One line of NDJSON input: an object with "text" or "html" and, if it has them, "id", "published",
// "language", "outlet", "author", "title" and "url".
//
//   read_record(R"({"id":"a1","text":"Oslo proteste."})")  →  RawArticle, given.id "a1"
#pragma once
#include <string>

#include "intake/inputs.h"

namespace selon {

// kBadFormat: no JSON object, a field of another type, neither text nor html.
Result<RawArticle> read_record(const std::string& line);

}  // namespace selon
