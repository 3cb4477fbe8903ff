// A half-open stretch of a text, in bytes.
#pragma once
#include <algorithm>
#include <compare>
#include <cstdint>

namespace selon {

struct Span {
  uint32_t begin = 0, end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin >= end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool contains(uint32_t at) const { return begin <= at && at < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // The shortest span that holds both; an empty span adds nothing.
  constexpr Span cover(Span other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  auto operator<=>(const Span&) const = default;
};

}  // namespace selon
