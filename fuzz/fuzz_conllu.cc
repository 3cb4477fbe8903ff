// Any bytes as CoNLL-U: a document or an error; what was read and written is read again.
#include <cstdlib>

#include "document/conllu.h"
#include "document/conllu_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto document = selon::read_conllu(bytes, "fuzz", size % 2 == 0);
  if (!document) return 0;
  if (!selon::check_invariants(*document).empty()) std::abort();
  if (!selon::read_conllu(selon::write_conllu(*document), "again", true)) std::abort();
  return 0;
}
