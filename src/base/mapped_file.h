// A file's bytes where the system keeps them: nothing is copied, and processes share one copy.
//
//   Result<MappedFile> file = MappedFile::open("models/fr.selon-model");
//   file->bytes().substr(0, 8) == "SELONMDL"
//
// The bytes start at a multiple of the page size. A file that is cut short while it is mapped ends
// the program at the next look at what is gone (SIGBUS): for files that are replaced whole.
#pragma once
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

class MappedFile {
 public:
  // kNotFound, kNotReadable. An empty file has no bytes.
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, size_t size) : data_(data), size_(size) {}
  const char* data_;  // nullptr when empty
  size_t size_;
};

}  // namespace selon
