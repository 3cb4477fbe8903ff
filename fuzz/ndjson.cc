// Any bytes as an NDJSON file: articles and errors, one a line.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "intake/inputs.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kPath = "/tmp/selon_fuzz_" + std::to_string(getpid()) + ".ndjson";
  std::FILE* file = std::fopen(kPath.c_str(), "wb");
  if (!file) std::abort();
  std::fwrite(data, 1, size, file);
  std::fclose(file);
  selon::Inputs inputs({kPath}, {.format = selon::InputFormat::kNdjson});
  while (auto article = inputs.next())
    if (article->ok() && (*article)->sha256.size() != 64) std::abort();
  std::remove(kPath.c_str());
  return 0;
}
