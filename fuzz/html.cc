// Any bytes as a page: a document or an error, and spans that cut its text.
#include <cstdlib>

#include "intake/intake.h"

namespace {

const selon::IntakeTables& tables() {
  static const auto kTables = selon::IntakeTables::open(SELON_DATA_DIR);
  if (!kTables) std::abort();
  return *kTables;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  selon::RawArticle article;
  article.html = true;
  article.bytes.assign(reinterpret_cast<const char*>(data), size);
  const auto document = selon::make_document(std::move(article), {}, tables(), nullptr);
  if (document && !selon::check_invariants(*document).empty()) std::abort();
  return 0;
}
