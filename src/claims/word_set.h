// A set of words of a document, kept as sorted, disjoint, half-open ranges.
//
//   WordSet said(12, 30);   said.remove(WordRange{18, 21});   said.contains(19) == false
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "document/document.h"

namespace selon {

class WordSet {
 public:
  WordSet() = default;
  WordSet(int32_t first, int32_t end) { add(WordRange{first, end}); }

  const std::vector<WordRange>& ranges() const { return ranges_; }
  bool empty() const { return ranges_.empty(); }
  int32_t front() const { return ranges_.empty() ? kNone : ranges_.front().first; }
  int32_t back() const { return ranges_.empty() ? kNone : ranges_.back().end - 1; }
  int32_t size() const {
    int32_t n = 0;
    for (const WordRange& r : ranges_) n += r.end - r.first;
    return n;
  }
  bool contains(int32_t word) const {
    return std::any_of(ranges_.begin(), ranges_.end(),
                       [&](const WordRange& r) { return r.first <= word && word < r.end; });
  }
  void add(int32_t word) { add(WordRange{word, word + 1}); }
  void add(WordRange added) {
    if (added.first >= added.end) return;
    std::vector<WordRange> out;
    for (const WordRange& r : ranges_) {
      if (r.end < added.first || r.first > added.end) {
        out.push_back(r);
      } else {
        added = {std::min(r.first, added.first), std::max(r.end, added.end)};
      }
    }
    out.push_back(added);
    std::sort(out.begin(), out.end(),
              [](const WordRange& a, const WordRange& b) { return a.first < b.first; });
    ranges_ = std::move(out);
  }
  void add(const WordSet& other) {
    for (const WordRange& r : other.ranges_) add(r);
  }
  void remove(WordRange gone) {
    if (gone.first >= gone.end) return;
    std::vector<WordRange> out;
    for (const WordRange& r : ranges_) {
      if (r.first < std::min(r.end, gone.first))
        out.push_back({r.first, std::min(r.end, gone.first)});
      if (std::max(r.first, gone.end) < r.end) out.push_back({std::max(r.first, gone.end), r.end});
    }
    ranges_ = std::move(out);
  }
  void remove(const WordSet& other) {
    for (const WordRange& r : other.ranges_) remove(r);
  }
  // Keeps what lies in the range.
  void clip(WordRange range) {
    remove(WordRange{0, range.first});
    if (!ranges_.empty()) remove(WordRange{range.end, std::max(range.end, ranges_.back().end)});
  }
  // From the first to the last word, gaps included.
  Span span(const Document& doc) const {
    if (ranges_.empty()) return {};
    return {doc.words[front()].span.begin, doc.words[back()].span.end};
  }

 private:
  std::vector<WordRange> ranges_;
};

}  // namespace selon
