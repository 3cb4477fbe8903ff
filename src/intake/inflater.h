// One packed stream, gzip's, zlib's or a frame of Zstandard's, unpacked piece by piece in constant
// memory.
//
//   Inflater member(Packing::kGzip);
//   std::string_view in = packed;
//   while (member.step(in, out, 65536) == Inflater::State::kMore && !in.empty()) use(out);
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

enum class Packing : uint8_t {
  kGzip,
  kZlib,     // RFC 1950
  kDeflate,  // RFC 1951: no header and no checksum
  kZstd      // RFC 8878; a frame that is to be skipped unpacks to nothing
};

// A dictionary of Zstandard's, prepared once for many frames.
class ZstdDictionary {
 public:
  // Nothing where the bytes are none. They are copied.
  static std::optional<ZstdDictionary> read(std::string_view bytes);

 private:
  friend class Inflater;
  std::shared_ptr<const void> prepared_;
};

class Inflater {
 public:
  enum class State : uint8_t { kMore, kEnd, kBroken };

  // `dictionary`: of kZstd, for frames that were packed with one; must outlive the inflater.
  explicit Inflater(Packing packing, const ZstdDictionary* dictionary = nullptr);
  Inflater(Inflater&&) noexcept;
  Inflater& operator=(Inflater&&) noexcept;
  ~Inflater();

  // Takes what it uses off the front of `in` and appends at most `room` bytes to `out`. kEnd: the
  // stream is whole, its checksum right. kMore: it wants more input or more room.
  State step(std::string_view& in, std::string& out, size_t room);
  // Why the stream is broken: "the packed data is damaged".
  const char* why() const;

 private:
  struct Stream;
  struct Zlib;
  struct Zstd;
  std::unique_ptr<Stream> stream_;
};

// A whole stream at once. kBadFormat: damaged or cut off; kTooLarge: more than `limit` bytes.
Result<std::string> unpack(std::string_view packed, Packing packing, size_t limit);

}  // namespace selon
