// The container of compiled lexicons and models: a header, a table of named sections, the sections.
//
//   Result<BinaryFile> file = BinaryFile::open("models/fr.selon-model", "SELONMDL", 1);
//   Result<std::span<const float>> bias = file->array<float>("input_bias");
//
// Layout, little-endian:
//   0  char[8] magic   8  u32 version   12  u32 0x01020304   16  u64 file size
//   24 u32 CRC-32 of everything from byte 32 on   28  u32 number of sections
//   32 table: char[24] name padded with NUL, u64 offset from the file's start, u64 size in bytes
//   sections, each at a multiple of 64
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "selon/result.h"

namespace selon {

std::uint32_t crc32(std::string_view bytes);

class BinaryFile {
 public:
  // Maps and checks the file. kNotFound, kNotReadable; kBadFormat with the reason when it is of
  // another kind, version or byte order, cut short or altered.
  static Result<BinaryFile> open(const std::string& path, std::string_view magic,
                                 std::uint32_t version);

  // The same for bytes in memory, which are copied; `name` stands for the file in errors.
  static Result<BinaryFile> parse(std::string_view bytes, const std::string& name,
                                  std::string_view magic, std::uint32_t version);

  // The section's bytes. kBadFormat when there is none of that name. Valid while the BinaryFile
  // lives.
  Result<std::string_view> section(std::string_view name) const;

  // The section as an array of T; kBadFormat when its size is no multiple of sizeof(T), or is not
  // `count` elements where `count` is given.
  template <typename T>
  Result<std::span<const T>> array(std::string_view name, std::size_t count = kAnyCount) const {
    const auto bytes = section(name);
    if (!bytes) return bytes.error();
    const std::size_t found = bytes->size() / sizeof(T);
    if (bytes->size() % sizeof(T) != 0 || (count != kAnyCount && found != count)) {
      return bad_section(name, "has " + std::to_string(bytes->size()) + " bytes");
    }
    return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), found);
  }

  // Strings joined with '\n' (each ended by one).
  Result<std::vector<std::string_view>> lines(std::string_view name) const;

  // The names of all sections, in the file's order.
  std::vector<std::string> section_names() const;

  Error bad_section(std::string_view section, const std::string& reason) const;
  const std::string& name() const { return name_; }

  static constexpr std::size_t kAnyCount = static_cast<std::size_t>(-1);

 private:
  struct Section {
    std::string name;
    std::size_t offset, size;
  };
  BinaryFile() = default;
  static Result<BinaryFile> check(std::string_view bytes, const std::string& name,
                                  std::string_view magic, std::uint32_t version);

  std::string name_;
  std::shared_ptr<const void> owner_;  // of the bytes
  std::string_view bytes_;             // start at a multiple of 64
  std::vector<Section> sections_;
};

// Puts such a file together; used by the tools and the tests.
std::string build_binary_file(std::string_view magic, std::uint32_t version,
                              const std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace selon
