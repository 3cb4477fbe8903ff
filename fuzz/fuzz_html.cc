// Any bytes as a web page: a Document or an error, whatever the nesting.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "intake/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto tables = selon::IntakeTables::open(SELON_SOURCE_DIR "/data");
  if (!tables) std::abort();
  selon::RawArticle raw;
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  raw.html = true;
  raw.given.id = raw.given.file = "fuzz";
  const auto document = selon::make_document(std::move(raw), {}, *tables, nullptr);
  if (document && !check_invariants(*document).empty()) std::abort();
  return 0;
}
