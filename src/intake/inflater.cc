#include "intake/inflater.h"

#include <zlib.h>

#include <algorithm>

namespace selon {

struct Inflater::Stream {
  z_stream z = {};
  bool begun = false;

  explicit Stream(Packing packing) {
    const int window = packing == Packing::kGzip   ? MAX_WBITS + 16
                       : packing == Packing::kZlib ? MAX_WBITS
                                                   : -MAX_WBITS;
    begun = inflateInit2(&z, window) == Z_OK;
  }
  ~Stream() {
    if (begun) inflateEnd(&z);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
};

Inflater::Inflater(Packing packing) : stream_(std::make_unique<Stream>(packing)) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

Inflater::State Inflater::step(std::string_view& in, std::string& out, size_t room) {
  if (!stream_->begun) return State::kBroken;
  z_stream& z = stream_->z;
  const size_t before = out.size(), given = std::min<size_t>(in.size(), size_t{1} << 30);
  out.resize(before + room);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  z.avail_in = static_cast<uInt>(given);
  z.next_out = reinterpret_cast<Bytef*>(out.data() + before);
  z.avail_out = static_cast<uInt>(room);
  const int result = inflate(&z, Z_NO_FLUSH);
  in.remove_prefix(given - z.avail_in);
  out.resize(before + room - z.avail_out);
  if (result == Z_STREAM_END) return State::kEnd;
  return result == Z_OK || result == Z_BUF_ERROR ? State::kMore : State::kBroken;
}

Result<std::string> unpack(std::string_view packed, Packing packing, size_t limit) {
  constexpr size_t kPiece = size_t{1} << 16;
  Inflater inflater(packing);
  std::string out;
  for (;;) {
    const size_t before = out.size();
    const Inflater::State state = inflater.step(packed, out, kPiece);
    if (out.size() > limit)
      return Error{ErrorCode::kTooLarge,
                   "unpacks to more than the limit of " + std::to_string(limit) + " bytes"};
    if (state == Inflater::State::kEnd) return out;
    if (state == Inflater::State::kBroken)
      return Error{ErrorCode::kBadFormat, "the packed data is damaged"};
    if (packed.empty() && out.size() < before + kPiece)
      return Error{ErrorCode::kBadFormat, "the packed data is cut off"};
  }
}

}  // namespace selon
