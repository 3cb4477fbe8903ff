// The lexicons' part of the coder's version: a hash of all tables, so that two runs with the same
// hash read the same words.
//
//   lexicon_hash(data_dir)  →  "5f0c…"  (64 hex digits)
#pragma once
#include <string>

#include "selon/result.h"

namespace selon {

// SHA-256 over the paths and bytes of every table below actors/, lang/ and ontology/, in the order
// of their paths, and the gazetteer's own hash. It does not depend on where the folder lies nor on
// the order in which the file system lists it. kNotFound, kNotReadable.
// With a user's folder that holds tables, they count too.
Result<std::string> lexicon_hash(const std::string& data_dir, const std::string& user_dir = {});

}  // namespace selon
