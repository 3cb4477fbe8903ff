// Any bytes as a line of NDJSON: an article, which then becomes a Document, or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "intake/intake.h"
#include "intake/ndjson.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto tables = selon::IntakeTables::open(SELON_SOURCE_DIR "/data");
  if (!tables) std::abort();
  auto raw = selon::read_record(std::string(reinterpret_cast<const char*>(data), size));
  if (!raw) return 0;
  const auto document = selon::make_document(std::move(*raw), {}, *tables, nullptr);
  if (document && !check_invariants(*document).empty()) std::abort();
  return 0;
}
