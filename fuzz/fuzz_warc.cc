// Any bytes as a web archive: pages within the limits, or errors, and an end.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "intake/charset.h"
#include "intake/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  selon::WarcReader archive("fuzz.warc", fmemopen(const_cast<uint8_t*>(data), size, "rb"), "");
  // Each step goes on by a byte at least.
  for (size_t steps = 0; auto page = archive.next(); ++steps)
    if (steps > size || (*page && (*page)->bytes.size() > selon::kMaxText)) std::abort();
  return 0;
}
