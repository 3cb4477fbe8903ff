// A stream in pieces that end at blank lines, so that any length is read in constant memory.
//
//   Result<ChunkReader> reader = ChunkReader::open("-");
//   while (true) {
//     Result<std::optional<Chunk>> chunk = reader->next();
//     if (!chunk || !*chunk) break;
//     use((*chunk)->bytes);
//   }
//
// Where the pieces end depends on the bytes alone. A stretch of 16 MiB without a blank line is cut
// at a line's end, else at a space.
#pragma once
#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "selon/result.h"

namespace selon {

struct Chunk {
  std::string bytes;
  size_t first_byte = 0;  // where it begins in the stream
  size_t first_line = 1;
};

class ChunkReader {
 public:
  static constexpr size_t kSize = size_t{64} << 10;
  static constexpr size_t kMost = size_t{16} << 20;

  // "-" is standard input. kNotFound, kNotReadable.
  static Result<ChunkReader> open(const std::string& path);

  // Nothing behind the last one. kNotReadable.
  Result<std::optional<Chunk>> next();

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  ChunkReader(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}
  bool fill(size_t size);

  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  std::string buffer_;
  size_t byte_ = 0, line_ = 1;
};

}  // namespace selon
