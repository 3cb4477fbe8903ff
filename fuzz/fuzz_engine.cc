// Any text through all stages: layers that keep their invariants, records that are JSON, and the
// same output twice.
#include <cstdlib>

#include "document/records.h"
#include "selon/analyzer.h"

namespace {

const selon::Analyzer& analyzer() {
  static const auto kAnalyzer = selon::Analyzer::open({.data_dir = SELON_DATA_DIR});
  if (!kAnalyzer) std::abort();
  return *kAnalyzer;
}

std::string code(std::string bytes, const char* language) {
  selon::RawArticle article;
  article.bytes = std::move(bytes);
  auto document = analyzer().read(std::move(article), {.language = language});
  if (!document) return {};
  if (!analyzer().analyze(*document)) std::abort();
  if (!selon::check_invariants(*document).empty()) std::abort();
  return selon::write_records(*document, analyzer().coder(), {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const char* language = data[0] % 2 ? "fr" : "en";
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  if (code(bytes, language) != code(bytes, language)) std::abort();
  return 0;
}
