#include "intake/archive_bytes.h"

#include <sys/types.h>

#include <algorithm>
#include <cerrno>

namespace selon {
namespace {

constexpr size_t kPiece = size_t{1} << 16;
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
// A file of nothing but broken records shall not be read over and over.
constexpr uint64_t kMostReadAgain = uint64_t{1} << 30;

}  // namespace

bool begins_as_archive(std::string_view bytes) {
  if (bytes.starts_with("WARC/")) return true;
  if (!bytes.starts_with(kGzipMagic)) return false;
  std::string start;
  Inflater(Packing::kGzip).step(bytes, start, 16);
  return start.starts_with("WARC/");
}

ArchiveBytes::ArchiveBytes(std::FILE* file, std::string begun)
    : file_(file), input_(std::move(begun)) {
  furthest_ = input_.size();
  const off_t here = ftello(file_);
  if (here >= 0) file_begins_ = here - static_cast<off_t>(input_.size());
  fill(kGzipMagic.size());
  packed_ = input_.starts_with(kGzipMagic);
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

std::string_view ArchiveBytes::peek() {
  if (!packed_) return fill(1) ? std::string_view(input_).substr(at_) : std::string_view();
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
      damage_ = "the packed data is damaged";
      output_.clear();
    }
    if (state != Inflater::State::kMore) inflater_.reset();
  }
  return std::string_view(output_).substr(output_at_);
}

void ArchiveBytes::take(size_t n) { (packed_ ? output_at_ : at_) += n; }

bool ArchiveBytes::next_member() {
  damage_.clear();
  if (!packed_ || !fill(1)) return false;
  member_ = begun_at_ + at_;
  output_.clear();
  output_at_ = 0;
  inflater_.emplace(Packing::kGzip);
  return true;
}

void ArchiveBytes::go_back_behind(uint64_t offset) {
  const uint64_t here = begun_at_ + at_, back = offset + 1;
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
  for (;;) {
    const size_t found = input_.find(kGzipMagic, at_);
    if (found != std::string::npos) {
      at_ = found;
      fill(1024);
      if (begins_as_archive(std::string_view(input_).substr(at_, 1024))) return;
      ++at_;
      continue;
    }
    // The magic may lie across two pieces.
    at_ = std::max(at_, input_.size() - std::min(input_.size(), kGzipMagic.size() - 1));
    if (!fill(kGzipMagic.size())) {
      at_ = input_.size();
      return;
    }
  }
}

}  // namespace selon
