// Any bytes as a .txt article: a Document whose text is theirs, or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "intake/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto tables = selon::IntakeTables::open(SELON_SOURCE_DIR "/data");
  if (!tables) std::abort();
  selon::RawArticle raw;
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  raw.given.id = raw.given.file = "fuzz";
  const auto document = selon::make_document(std::move(raw), {}, *tables, nullptr);
  if (document && !check_invariants(*document).empty()) std::abort();
  return 0;
}
