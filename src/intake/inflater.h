// One packed stream, gzip's or zlib's, unpacked piece by piece in constant memory.
//
//   Inflater member(Packing::kGzip);
//   std::string_view in = packed;
//   while (member.step(in, out, 65536) == Inflater::State::kMore && !in.empty()) use(out);
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

enum class Packing : uint8_t {
  kGzip,
  kZlib,    // RFC 1950
  kDeflate  // RFC 1951: no header and no checksum
};

class Inflater {
 public:
  enum class State : uint8_t { kMore, kEnd, kBroken };

  explicit Inflater(Packing packing);
  Inflater(Inflater&&) noexcept;
  Inflater& operator=(Inflater&&) noexcept;
  ~Inflater();

  // Takes what it uses off the front of `in` and appends at most `room` bytes to `out`. kEnd: the
  // stream is whole, its checksum right. kMore: it wants more input or more room.
  State step(std::string_view& in, std::string& out, size_t room);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

// A whole stream at once. kBadFormat: damaged or cut off; kTooLarge: more than `limit` bytes.
Result<std::string> unpack(std::string_view packed, Packing packing, size_t limit);

}  // namespace selon
