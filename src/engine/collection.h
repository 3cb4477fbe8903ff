// Many articles through the engine, on several cores, in the order in which they came.
//
//   Inputs inputs(paths, {});
//   code_all(analyzer, inputs, {.jobs = 8}, [](CodedArticle article) {
//     if (article.document) save(*article.document); else report(article.document.error());
//     return true;
//   });
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "intake/inputs.h"
#include "selon/analyzer.h"

namespace selon {

struct CodedArticle {
  Result<Document> document;  // of a skipped article only the metadata that came with it
  bool skipped = false;
  bool unusable = false;    // the error is a model's or table's, not the article's: any other of
                            // its language would fail alike
  std::string output;       // what CollectionOptions::write made of the document
  uint64_t bytes_read = 0;  // of the inputs, up to this article
};

struct CollectionOptions {
  IntakeOptions intake = {};
  size_t jobs = 1;  // threads that analyse
  // Asked before an article is read further, on the thread that reads: true leaves it out.
  std::function<bool(const Metadata&)> skip = {};
  // Done for each document on the threads that analyse.
  std::function<std::string(const Document&)> write = {};
};

// `take` runs on the calling thread and returns false to stop early. The same articles give the
// same calls in the same order whatever `jobs` is.
void code_all(const Analyzer& analyzer, Inputs& inputs, const CollectionOptions& options,
              const std::function<bool(CodedArticle)>& take);

}  // namespace selon
