#include "engine/collection.h"

#include "engine/ordered_pipeline.h"

namespace selon {
namespace {

struct ReadArticle {
  Result<RawArticle> raw;
  uint64_t bytes_read = 0;
  bool skipped = false;
};

Result<Document> analyze(const Analyzer& analyzer, const IntakeOptions& options, RawArticle raw) {
  Result<Document> document = analyzer.read(std::move(raw), options);
  if (!document) return document;
  if (Status analyzed = analyzer.analyze(*document); !analyzed) return analyzed.error();
  return document;
}

}  // namespace

void code_all(const Analyzer& analyzer, Inputs& inputs, const CollectionOptions& options,
              const std::function<bool(CodedArticle)>& take) {
  const auto produce = [&](const std::function<bool(ReadArticle)>& push) {
    while (std::optional<Result<RawArticle>> raw = inputs.next()) {
      bool skipped = false;
      if (raw->ok() && options.skip) {
        (*raw)->given.sha256 = (*raw)->sha256;
        skipped = options.skip((*raw)->given);
      }
      if (!push({std::move(*raw), inputs.bytes_read(), skipped})) return;
    }
  };
  const auto work = [&](ReadArticle article) -> CodedArticle {
    CodedArticle out{.document = Document(), .bytes_read = article.bytes_read};
    if (!article.raw) {
      out.document = article.raw.error();
    } else if (article.skipped) {
      out.skipped = true;
      out.document->meta = std::move(article.raw->given);
    } else {
      out.document = analyze(analyzer, options.intake, std::move(*article.raw));
      if (out.document && options.write) out.output = options.write(*out.document);
    }
    return out;
  };
  run_ordered<ReadArticle, CodedArticle>(options.jobs, produce, work, take);
}

}  // namespace selon
