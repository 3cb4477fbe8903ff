// Packs bytes for tests of what unpacks them.
#pragma once
#include <zlib.h>

#include <string>

namespace selon {

// One gzip member; with `window` -15 a bare deflate stream, with 15 zlib's.
inline std::string packed(const std::string& bytes, int window = 15 + 16) {
  z_stream z = {};
  deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

}  // namespace selon
