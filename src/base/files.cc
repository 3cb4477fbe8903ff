#include "base/files.h"

#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace selon {
namespace {

struct Closer {
  void operator()(std::FILE* f) const {
    if (f != stdin) std::fclose(f);
  }
};

// FIPS 180-4. Small enough to own; a document's bytes are hashed once.
class Sha256 {
 public:
  void add(const uint8_t* p, size_t n) {
    total_ += n;
    while (n > 0) {
      const size_t take = std::min(n, size_t{64} - fill_);
      std::memcpy(buffer_.data() + fill_, p, take);
      fill_ += take;
      p += take;
      n -= take;
      if (fill_ == 64) block(), fill_ = 0;
    }
  }

  std::string hex() {
    const uint64_t bits = total_ * 8;
    const uint8_t one = 0x80, zero = 0;
    add(&one, 1);
    while (fill_ != 56) add(&zero, 1);
    std::array<uint8_t, 8> length;
    for (int i = 0; i < 8; ++i) length[i] = static_cast<uint8_t>(bits >> (56 - 8 * i));
    add(length.data(), 8);
    std::string out;
    for (uint32_t h : state_)
      for (int i = 28; i >= 0; i -= 4) out += "0123456789abcdef"[h >> i & 15];
    return out;
  }

 private:
  void block() {
    static constexpr std::array<uint32_t, 64> kK = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2};
    std::array<uint32_t, 64> w;
    for (int i = 0; i < 16; ++i)
      w[i] = uint32_t{buffer_[4 * i]} << 24 | uint32_t{buffer_[4 * i + 1]} << 16 |
             uint32_t{buffer_[4 * i + 2]} << 8 | buffer_[4 * i + 3];
    for (int i = 16; i < 64; ++i) {
      const uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
      const uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state_;
    for (int i = 0; i < 64; ++i) {
      const uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                          ((e & f) ^ (~e & g)) + kK[i] + w[i];
      const uint32_t t2 =
          (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const std::array<uint32_t, 8> add = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; ++i) state_[i] += add[i];
  }

  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> buffer_{};
  size_t fill_ = 0;
  uint64_t total_ = 0;
};

}  // namespace

Result<std::string> read_file(const std::string& path, size_t limit) {
  std::error_code ec;
  if (path != "-" && std::filesystem::is_directory(path, ec))
    return Error{ErrorCode::kNotReadable, "is a folder", path};
  std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file)
    return Error{errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kNotReadable,
                 std::strerror(errno), path};
  std::string out;
  if (const auto size = std::filesystem::file_size(path, ec); path != "-" && !ec && size <= limit)
    out.reserve(size);
  std::array<char, 1 << 16> buffer;
  while (size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    if (out.size() + n > limit)
      return Error{ErrorCode::kTooLarge,
                   "is larger than the limit of " + std::to_string(limit) + " bytes", path};
    out.append(buffer.data(), n);
  }
  if (std::ferror(file.get())) return Error{ErrorCode::kNotReadable, std::strerror(errno), path};
  return out;
}

Status write_file(const std::string& path, std::string_view bytes) {
  // What is no file of its own (/dev/stdout, a pipe) is written to, never replaced.
  std::error_code ec;
  const bool in_place =
      std::filesystem::exists(path, ec) && !std::filesystem::is_regular_file(path, ec);
  const std::string beside = in_place ? path : path + ".part";
  std::unique_ptr<std::FILE, Closer> file(std::fopen(beside.c_str(), "wb"));
  if (!file) return Error{ErrorCode::kNotReadable, std::strerror(errno), path};
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       std::fflush(file.get()) == 0;
  const int reason = errno;
  file.reset();
  if (!written || (!in_place && std::rename(beside.c_str(), path.c_str()) != 0)) {
    const int why = written ? errno : reason;
    if (!in_place) std::remove(beside.c_str());
    return Error{ErrorCode::kNotReadable, std::strerror(why), path};
  }
  return Ok{};
}

std::string sha256(std::string_view bytes) {
  Sha256 h;
  h.add(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  return h.hex();
}

}  // namespace selon
