#include "intake/archive_bytes.h"

#include <sys/types.h>

#include <algorithm>
#include <cerrno>

namespace selon {
namespace {

constexpr size_t kPiece = size_t{1} << 16;
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
// The frame that may stand first and hold the dictionary of all others: magic, size, dictionary.
// This and what else stands here of .warc.zst: IIPC, "Zstandard Compression for WARC Files 1.0".
constexpr std::string_view kDictionaryMagic = "\x5D\x2A\x4D\x18";
constexpr size_t kDictionaryHead = 8;
constexpr size_t kMostDictionary = size_t{8} << 20;
// A file of nothing but broken records shall not be read over and over.
constexpr uint64_t kMostReadAgain = uint64_t{1} << 30;

// Whether a member begins here and unpacks to a record.
bool begins_with_record(std::string_view bytes, Packing packing, const ZstdDictionary* dictionary) {
  std::string start;
  Inflater(packing, dictionary).step(bytes, start, 16);
  return start.starts_with("WARC/");
}

std::string_view magic_of(Packing packing) {
  return packing == Packing::kGzip ? kGzipMagic : kZstdMagic;
}

// How much of a member must be at hand to see its first bytes: Zstandard unpacks whole blocks.
size_t first_block(Packing packing) {
  return packing == Packing::kGzip ? 1024 : (size_t{1} << 17) + 64;
}

}  // namespace

bool begins_as_archive(std::string_view bytes) {
  if (bytes.starts_with("WARC/")) return true;
  // No other input is packed so.
  if (bytes.starts_with(kZstdMagic) || bytes.starts_with(kDictionaryMagic)) return true;
  return bytes.starts_with(kGzipMagic) && begins_with_record(bytes, Packing::kGzip, nullptr);
}

ArchiveBytes::ArchiveBytes(std::FILE* file, std::string begun)
    : file_(file), input_(std::move(begun)) {
  furthest_ = input_.size();
  const off_t here = ftello(file_);
  if (here >= 0) file_begins_ = here - static_cast<off_t>(input_.size());
  fill(kZstdMagic.size());
  if (input_.starts_with(kGzipMagic)) packing_ = Packing::kGzip;
  if (input_.starts_with(kZstdMagic)) packing_ = Packing::kZstd;
  if (input_.starts_with(kDictionaryMagic)) {
    packing_ = Packing::kZstd;
    read_dictionary();
  }
}

ArchiveBytes::~ArchiveBytes() {
  if (file_ != stdin) std::fclose(file_);
}

// Whether so many bytes are at hand.
bool ArchiveBytes::fill(size_t wanted) {
  while (input_.size() - at_ < wanted) {
    begun_at_ += at_;
    input_.erase(0, at_);
    at_ = 0;
    const size_t kept = input_.size();
    input_.resize(kept + std::max(kPiece, wanted));
    const size_t n = std::fread(input_.data() + kept, 1, input_.size() - kept, file_);
    if (n == 0 && std::ferror(file_)) failed_ = errno;
    input_.resize(kept + n);
    furthest_ = std::max(furthest_, begun_at_ + input_.size());
    if (n == 0) return false;
  }
  return true;
}

// The first frame's dictionary, as it stands or packed itself; damage_ where it is of no use.
void ArchiveBytes::read_dictionary() {
  if (!fill(kDictionaryHead)) {
    damage_ = "the packed data is cut off";
    return;
  }
  size_t size = 0;  // little endian
  for (size_t i = kDictionaryHead; i > kDictionaryMagic.size(); --i)
    size = size * 256 + static_cast<unsigned char>(input_[i - 1]);
  if (size > kMostDictionary) {
    damage_ = "the archive's dictionary is larger than the limit of " +
              std::to_string(kMostDictionary) + " bytes";
    return;
  }
  if (!fill(kDictionaryHead + size)) {
    damage_ = "the archive's dictionary is cut off";
    return;
  }
  const std::string_view held = std::string_view(input_).substr(kDictionaryHead, size);
  if (held.starts_with(kZstdMagic)) {
    const Result<std::string> bytes = unpack(held, Packing::kZstd, kMostDictionary);
    if (bytes) dictionary_ = ZstdDictionary::read(*bytes);
  } else {
    dictionary_ = ZstdDictionary::read(held);
  }
  at_ = kDictionaryHead + size;
  if (!dictionary_) damage_ = "the archive's dictionary is damaged";
}

std::string_view ArchiveBytes::peek() {
  if (!packed()) return fill(1) ? std::string_view(input_).substr(at_) : std::string_view();
  while (output_at_ == output_.size() && inflater_) {
    output_.clear();
    output_at_ = 0;
    if (!fill(1)) {
      damage_ = "the packed data is cut off";
      inflater_.reset();
      break;
    }
    std::string_view in = std::string_view(input_).substr(at_);
    const Inflater::State state = inflater_->step(in, output_, kPiece);
    at_ = input_.size() - in.size();
    if (state == Inflater::State::kBroken) {
      damage_ = inflater_->why();
      output_.clear();
    }
    if (state != Inflater::State::kMore) inflater_.reset();
  }
  return std::string_view(output_).substr(output_at_);
}

void ArchiveBytes::take(size_t n) { (packed() ? output_at_ : at_) += n; }

bool ArchiveBytes::next_member() {
  damage_.clear();
  if (!packed() || !fill(1)) return false;
  member_ = begun_at_ + at_;
  output_.clear();
  output_at_ = 0;
  inflater_.emplace(*packing_, dictionary_ ? &*dictionary_ : nullptr);
  return true;
}

void ArchiveBytes::go_back_behind(uint64_t offset) {
  const uint64_t here = begun_at_ + at_, back = offset + 1;
  if (here < back) {  // an unpacker that refuses a member takes nothing of it
    if (fill(1)) ++at_;
    return;
  }
  if (back >= here || read_again_ + (here - back) > kMostReadAgain) return;
  if (back >= begun_at_) {
    at_ = static_cast<size_t>(back - begun_at_);
  } else {
    if (!file_begins_ || fseeko(file_, *file_begins_ + static_cast<off_t>(back), SEEK_SET) != 0)
      return;
    input_.clear();
    at_ = 0;
    begun_at_ = back;
  }
  read_again_ += here - back;
}

void ArchiveBytes::find_member() {
  output_.clear();
  output_at_ = 0;
  inflater_.reset();
  damage_.clear();
  const std::string_view magic = magic_of(*packing_);
  for (;;) {
    const size_t found = input_.find(magic, at_);
    if (found != std::string::npos) {
      at_ = found;
      fill(first_block(*packing_));
      if (begins_with_record(std::string_view(input_).substr(at_, first_block(*packing_)),
                             *packing_, dictionary_ ? &*dictionary_ : nullptr))
        return;
      ++at_;
      continue;
    }
    // The magic may lie across two pieces.
    at_ = std::max(at_, input_.size() - std::min(input_.size(), magic.size() - 1));
    if (!fill(magic.size())) {
      at_ = input_.size();
      return;
    }
  }
}

}  // namespace selon
