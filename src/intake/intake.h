// A raw article to a Document: text, metadata, language and blocks; the first stage of the engine.
//
//   auto doc = make_document(std::move(article), {.published = "2024-03-05"}, tables, &actors);
//   doc->meta.title, doc->blocks
#pragma once
#include <string>

#include "document/document.h"
#include "intake/inputs.h"
#include "intake/tables.h"
#include "knowledge/actors.h"

namespace selon {

struct IntakeOptions {
  std::string published;  // ISO 8601 day or time; stands above what the input or its text says
  std::string language;   // ISO 639-1; empty: found from the text
};

// `actors` names the outlets; nullptr: none is known. Thread-safe. kBadFormat (empty, no text,
// binary), kBadEncoding with the offset, kTooLarge (kMaxText), kBadArgument (options); each names
// the file.
Result<Document> make_document(RawArticle article, const IntakeOptions& options,
                               const IntakeTables& tables, const Actors* actors);

}  // namespace selon
