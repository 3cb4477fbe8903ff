#include "chunk_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace selon {
namespace {

// Length of what stands up to and with the last blank line; 0: there is none.
size_t last_blank_line(std::string_view text) {
  for (size_t end = text.rfind('\n'); end != std::string_view::npos && end > 0;
       end = text.rfind('\n', end - 1)) {
    size_t at = end;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\r')) --at;
    if (at > 0 && text[at - 1] == '\n') return end + 1;
  }
  return 0;
}

// Where a stretch without blank lines may be cut: behind a line, a space or at least a character.
size_t makeshift_end(std::string_view text) {
  for (const char c : {'\n', ' '})
    if (const size_t at = text.rfind(c); at != std::string_view::npos) return at + 1;
  size_t at = text.size();
  while (at > 1 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at > 1 ? at - 1 : text.size();
}

}  // namespace

Result<ChunkReader> ChunkReader::open(const std::string& path) {
  if (path == "-") return ChunkReader(stdin, path);
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return Error{ErrorCode::kNotReadable, "is a folder", path};
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr)
    return Error{errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kNotReadable,
                 std::strerror(errno), path};
  return ChunkReader(file, path);
}

// Reads until the buffer holds `size` bytes or the stream ends; false: it cannot be read.
bool ChunkReader::fill(size_t size) {
  while (buffer_.size() < size && std::feof(file_.get()) == 0) {
    const size_t had = buffer_.size();
    buffer_.resize(size);
    buffer_.resize(had + std::fread(buffer_.data() + had, 1, size - had, file_.get()));
    if (std::ferror(file_.get()) != 0) return false;
  }
  return true;
}

Result<std::optional<Chunk>> ChunkReader::next() {
  size_t end = 0;
  for (size_t size = kSize; end == 0; size += kSize) {
    if (!fill(size))
      return Error{ErrorCode::kNotReadable, std::strerror(errno), path_, byte_ + buffer_.size()};
    if (buffer_.size() < size) {
      end = buffer_.size();
      break;
    }
    end = last_blank_line(std::string_view(buffer_).substr(0, size));
    if (end == 0 && size >= kMost) end = makeshift_end(buffer_);
  }
  if (end == 0) return std::optional<Chunk>();
  Chunk chunk{buffer_.substr(0, end), byte_, line_};
  buffer_.erase(0, end);
  byte_ += end;
  line_ += static_cast<size_t>(std::count(chunk.bytes.begin(), chunk.bytes.end(), '\n'));
  return std::optional<Chunk>(std::move(chunk));
}

}  // namespace selon
