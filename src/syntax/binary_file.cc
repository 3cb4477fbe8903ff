#include "syntax/binary_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/mapped_file.h"

namespace selon {
namespace {

static_assert(std::endian::native == std::endian::little, "sections are used where they lie");

constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kEntrySize = 40;
constexpr std::size_t kNameSize = 24;
constexpr std::size_t kAlignment = 64;

template <typename T>
T load(std::string_view bytes, std::size_t at) {
  assert(at + sizeof(T) <= bytes.size());
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

template <typename T>
void store(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof(T));
}

// Eight tables, so that eight bytes are taken a step.
struct CrcTables {
  std::array<std::array<std::uint32_t, 256>, 8> t;
  CrcTables() {
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t c = i;
      for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      t[0][i] = c;
    }
    for (std::size_t k = 1; k < 8; ++k) {
      for (std::size_t i = 0; i < 256; ++i) t[k][i] = t[k - 1][i] >> 8 ^ t[0][t[k - 1][i] & 0xFF];
    }
  }
};

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  static const CrcTables tables;
  const auto& t = tables.t;
  std::uint32_t c = 0xFFFFFFFFu;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint64_t x = load<std::uint64_t>(bytes, i) ^ c;
    c = t[7][x & 0xFF] ^ t[6][x >> 8 & 0xFF] ^ t[5][x >> 16 & 0xFF] ^ t[4][x >> 24 & 0xFF] ^
        t[3][x >> 32 & 0xFF] ^ t[2][x >> 40 & 0xFF] ^ t[1][x >> 48 & 0xFF] ^ t[0][x >> 56];
  }
  for (; i < bytes.size(); ++i)
    c = t[0][(c ^ static_cast<unsigned char>(bytes[i])) & 0xFF] ^ c >> 8;
  return c ^ 0xFFFFFFFFu;
}

Result<BinaryFile> BinaryFile::open(const std::string& path, std::string_view magic,
                                    std::uint32_t version) {
  auto mapped = MappedFile::open(path);
  if (!mapped) return mapped.error();
  auto file = check(mapped->bytes(), path, magic, version);
  if (file) file->owner_ = std::make_shared<const MappedFile>(std::move(*mapped));
  return file;
}

Result<BinaryFile> BinaryFile::parse(std::string_view bytes, const std::string& name,
                                     std::string_view magic, std::uint32_t version) {
  void* memory = std::aligned_alloc(kAlignment, (bytes.size() / kAlignment + 1) * kAlignment);
  if (memory == nullptr) throw std::bad_alloc();
  const std::shared_ptr<void> owner(memory, [](void* p) { std::free(p); });
  std::copy(bytes.begin(), bytes.end(), static_cast<char*>(memory));
  auto file = check({static_cast<const char*>(memory), bytes.size()}, name, magic, version);
  if (file) file->owner_ = owner;
  return file;
}

Result<BinaryFile> BinaryFile::check(std::string_view bytes, const std::string& name,
                                     std::string_view magic, std::uint32_t version) {
  const auto bad = [&](std::string reason) {
    return Error{.code = ErrorCode::kBadFormat, .message = std::move(reason), .file = name};
  };
  assert(magic.size() == 8);
  if (bytes.size() < kHeaderSize || bytes.substr(0, 8) != magic) {
    return bad("not a file of kind " + std::string(magic));
  }
  if (load<std::uint32_t>(bytes, 12) != kByteOrder) return bad("written for another byte order");
  const auto found = load<std::uint32_t>(bytes, 8);
  if (found != version) {
    return bad("version " + std::to_string(found) + ", this program reads version " +
               std::to_string(version));
  }
  const auto size = load<std::uint64_t>(bytes, 16);
  if (size != bytes.size()) {
    return bad("has " + std::to_string(bytes.size()) + " bytes, its header says " +
               std::to_string(size));
  }
  if (load<std::uint32_t>(bytes, 24) != crc32(bytes.substr(kHeaderSize))) {
    return bad("checksum does not match: the file was altered");
  }
  const std::size_t count = load<std::uint32_t>(bytes, 28);
  if (count > (bytes.size() - kHeaderSize) / kEntrySize) return bad("section table is cut short");
  BinaryFile file;
  file.name_ = name;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    const std::string_view padded = bytes.substr(entry, kNameSize);
    const auto offset = load<std::uint64_t>(bytes, entry + kNameSize);
    const auto length = load<std::uint64_t>(bytes, entry + kNameSize + 8);
    if (offset % kAlignment != 0 || offset > bytes.size() || length > bytes.size() - offset) {
      return bad("section " + std::to_string(i) + " lies outside the file");
    }
    file.sections_.push_back({std::string(padded.substr(0, padded.find('\0'))), offset, length});
  }
  file.bytes_ = bytes;
  return file;
}

Result<std::string_view> BinaryFile::section(std::string_view name) const {
  for (const Section& s : sections_) {
    if (s.name == name) return bytes_.substr(s.offset, s.size);
  }
  return bad_section(name, "is missing");
}

Result<std::vector<std::string_view>> BinaryFile::lines(std::string_view name) const {
  const auto text = section(name);
  if (!text) return text.error();
  if (!text->empty() && text->back() != '\n')
    return bad_section(name, "does not end with a line end");
  std::vector<std::string_view> out;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return out;
}

std::vector<std::string> BinaryFile::section_names() const {
  std::vector<std::string> out;
  for (const Section& s : sections_) out.push_back(s.name);
  return out;
}

Error BinaryFile::bad_section(std::string_view section, const std::string& reason) const {
  return {.code = ErrorCode::kBadFormat,
          .message = "section \"" + std::string(section) + "\" " + reason,
          .file = name_};
}

std::string build_binary_file(std::string_view magic, std::uint32_t version,
                              const std::vector<std::pair<std::string, std::string>>& sections) {
  std::string out(kHeaderSize + kEntrySize * sections.size(), '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, bytes] = sections[i];
    assert(name.size() <= kNameSize);
    out.resize((out.size() + kAlignment - 1) / kAlignment * kAlignment);
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    std::memcpy(out.data() + entry, name.data(), name.size());
    store<std::uint64_t>(out, entry + kNameSize, out.size());
    store<std::uint64_t>(out, entry + kNameSize + 8, bytes.size());
    out += bytes;
  }
  std::memcpy(out.data(), magic.data(), 8);
  store<std::uint32_t>(out, 8, version);
  store<std::uint32_t>(out, 12, kByteOrder);
  store<std::uint64_t>(out, 16, out.size());
  store<std::uint32_t>(out, 28, static_cast<std::uint32_t>(sections.size()));
  store<std::uint32_t>(out, 24, crc32(std::string_view(out).substr(kHeaderSize)));
  return out;
}

}  // namespace selon
