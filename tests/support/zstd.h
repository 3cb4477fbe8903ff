// Packs bytes with Zstandard for tests of what unpacks them.
#pragma once
#include <zdict.h>
#include <zstd.h>

#include <string>
#include <vector>

namespace selon {

// One frame, with a checksum as the convention for web archives has it.
inline std::string zstd_packed(const std::string& bytes, const std::string& dictionary = "") {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

// A frame that readers pass over.
inline std::string zstd_skipped(const std::string& bytes, char number = '\x50') {
  std::string out = {number, '\x2A', '\x4D', '\x18'};
  for (int byte = 0; byte < 4; ++byte) out += static_cast<char>(bytes.size() >> (8 * byte));
  return out + bytes;
}

inline std::string zstd_dictionary(const std::vector<std::string>& samples) {
  std::string all, out(4096, '\0');
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) all += sample, sizes.push_back(sample.size());
  const size_t size = ZDICT_trainFromBuffer(out.data(), out.size(), all.data(), sizes.data(),
                                            static_cast<unsigned>(sizes.size()));
  out.resize(ZDICT_isError(size) ? 0 : size);
  return out;
}

}  // namespace selon
