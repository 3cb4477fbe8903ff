#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace selon {

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0)
    return Error{errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kNotReadable,
                 std::strerror(errno), path};
  struct stat info {};
  void* data = nullptr;
  int reason = 0;
  if (fstat(handle, &info) != 0) {
    reason = errno;
  } else if (!S_ISREG(info.st_mode)) {
    reason = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
  } else if (info.st_size > 0) {
    data = mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ, MAP_PRIVATE, handle, 0);
    if (data == MAP_FAILED) reason = errno;
  }
  ::close(handle);
  if (reason != 0) return Error{ErrorCode::kNotReadable, std::strerror(reason), path};
  return MappedFile(static_cast<const char*>(data), static_cast<size_t>(info.st_size));
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

}  // namespace selon
