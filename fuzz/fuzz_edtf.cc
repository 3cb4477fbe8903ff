// Any bytes as a date: a range whose ends are in order, or nothing.
#include <cstdlib>

#include "base/edtf.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto range = selon::day_range({reinterpret_cast<const char*>(data), size});
  if (range && (range->to < range->from || range->from.size() != range->to.size())) std::abort();
  return 0;
}
