// Reading and writing whole files, with errors that name the file.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

// The file's bytes; "-" is standard input. kNotFound, kNotReadable, kTooLarge (more than `limit`
// bytes).
Result<std::string> read_file(const std::string& path, size_t limit = size_t{1} << 32);

// Writes beside and renames, so that a reader never sees half a file. kNotReadable.
Status write_file(const std::string& path, std::string_view bytes);

// Lower-case hex SHA-256 of the bytes.
std::string sha256(std::string_view bytes);

}  // namespace selon
