#include "engine/collection.h"

#include "engine/ordered_pipeline.h"

namespace selon {
namespace {

struct ReadArticle {
  Result<RawArticle> raw;
  uint64_t bytes_read = 0;
  bool skipped = false;
};

void analyze(const Analyzer& analyzer, const IntakeOptions& options, RawArticle raw,
             CodedArticle& out) {
  out.document = analyzer.read(std::move(raw), options);
  if (!out.document) return;
  if (Status analyzed = analyzer.analyze(*out.document); !analyzed) {
    out.document = analyzed.error();
    out.unusable = true;
  }
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
      analyze(analyzer, options.intake, std::move(*article.raw), out);
      if (out.document && options.write) out.output = options.write(*out.document);
    }
    return out;
  };
  run_ordered<ReadArticle, CodedArticle>(options.jobs, produce, work, take);
}

}  // namespace selon
