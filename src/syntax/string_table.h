// Numbers of a fixed list of strings, found in constant time.
//
//   StringTable table({"le", "la", "les"});
//   table.find("la") == 1      table.find("un") == StringTable::kMissing
//
// The strings stay where they are: they must outlive the table.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace selon {

class StringTable {
 public:
  static constexpr std::uint32_t kMissing = 0xFFFFFFFFu;

  StringTable() = default;
  explicit StringTable(std::vector<std::string_view> keys) : keys_(std::move(keys)) {
    slots_.assign(std::bit_ceil(keys_.size() * 2 + 1), kMissing);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      std::size_t at = hash(keys_[i]) & (slots_.size() - 1);
      while (slots_[at] != kMissing) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = i;
    }
  }

  std::uint32_t find(std::string_view key) const {
    if (slots_.empty()) return kMissing;
    for (std::size_t at = hash(key) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const std::uint32_t i = slots_[at];
      if (i == kMissing || keys_[i] == key) return i;
    }
  }

  std::size_t size() const { return keys_.size(); }
  std::string_view operator[](std::size_t i) const { return keys_[i]; }

 private:
  // Eight bytes a step, mixed by multiplication.
  static std::uint64_t hash(std::string_view s) {
    std::uint64_t h = 0x9E3779B97F4A7C15ull ^ s.size();
    const auto mix = [&](std::uint64_t x) {
      h = (h ^ x) * 0xD6E8FEB86659FD93ull;
      h ^= h >> 32;
    };
    while (s.size() >= 8) {
      std::uint64_t x;
      std::memcpy(&x, s.data(), 8);
      mix(x);
      s.remove_prefix(8);
    }
    std::uint64_t x = 0;
    if (!s.empty()) std::memcpy(&x, s.data(), s.size());
    mix(x);
    return h;
  }

  std::vector<std::string_view> keys_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace selon
