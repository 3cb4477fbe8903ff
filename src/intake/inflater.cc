#include "intake/inflater.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>

namespace selon {
namespace {

// A frame that looks further back than this would need as much memory: 128 MiB, as the zstd program
// has it. The convention for web archives asks for 8.
constexpr int kMostWindowLog = 27;

}  // namespace

struct Inflater::Stream {
  virtual ~Stream() = default;
  virtual State step(std::string_view& in, std::string& out, size_t room) = 0;
  const char* why = "the packed data is damaged";
};

struct Inflater::Zlib : Stream {
  z_stream z = {};
  bool begun = false;

  explicit Zlib(Packing packing) {
    const int window = packing == Packing::kGzip   ? MAX_WBITS + 16
                       : packing == Packing::kZlib ? MAX_WBITS
                                                   : -MAX_WBITS;
    begun = inflateInit2(&z, window) == Z_OK;
  }
  ~Zlib() override {
    if (begun) inflateEnd(&z);
  }
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;

  State step(std::string_view& in, std::string& out, size_t room) override {
    if (!begun) return State::kBroken;
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
};

struct Inflater::Zstd : Stream {
  ZSTD_DCtx* context = ZSTD_createDCtx();

  explicit Zstd(const ZSTD_DDict* dictionary) {
    if (!context) return;
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, kMostWindowLog);
    if (dictionary) ZSTD_DCtx_refDDict(context, dictionary);
  }
  ~Zstd() override { ZSTD_freeDCtx(context); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  State step(std::string_view& in, std::string& out, size_t room) override {
    if (!context) return State::kBroken;
    const size_t before = out.size();
    out.resize(before + room);
    ZSTD_inBuffer from = {in.data(), in.size(), 0};
    ZSTD_outBuffer to = {out.data() + before, room, 0};
    const size_t result = ZSTD_decompressStream(context, &to, &from);
    in.remove_prefix(from.pos);
    out.resize(before + to.pos);
    if (result == 0) return State::kEnd;
    if (!ZSTD_isError(result)) return State::kMore;
    const ZSTD_ErrorCode code = ZSTD_getErrorCode(result);
    if (code == ZSTD_error_dictionary_wrong)
      why = "the packed data needs a dictionary that the archive does not hold";
    if (code == ZSTD_error_frameParameter_windowTooLarge)
      why = "the packed data needs more memory than the limit of 128 MiB";
    return State::kBroken;
  }
};

std::optional<ZstdDictionary> ZstdDictionary::read(std::string_view bytes) {
  // What begins otherwise, libzstd would take for a dictionary without tables.
  if (!bytes.starts_with("\x37\xA4\x30\xEC")) return std::nullopt;
  ZSTD_DDict* prepared = ZSTD_createDDict(bytes.data(), bytes.size());
  if (!prepared) return std::nullopt;
  ZstdDictionary out;
  out.prepared_ =
      std::shared_ptr<const void>(prepared, [prepared](const void*) { ZSTD_freeDDict(prepared); });
  return out;
}

Inflater::Inflater(Packing packing, const ZstdDictionary* dictionary) {
  if (packing == Packing::kZstd)
    stream_ = std::make_unique<Zstd>(
        dictionary ? static_cast<const ZSTD_DDict*>(dictionary->prepared_.get()) : nullptr);
  else
    stream_ = std::make_unique<Zlib>(packing);
}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

Inflater::State Inflater::step(std::string_view& in, std::string& out, size_t room) {
  return stream_->step(in, out, room);
}
const char* Inflater::why() const { return stream_->why; }

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
    if (state == Inflater::State::kBroken) return Error{ErrorCode::kBadFormat, inflater.why()};
    if (packed.empty() && out.size() < before + kPiece)
      return Error{ErrorCode::kBadFormat, "the packed data is cut off"};
  }
}

}  // namespace selon
