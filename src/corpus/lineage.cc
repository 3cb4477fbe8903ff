#include "corpus/lineage.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr size_t kShingle = 5;  // words

// Hashes of the text's shingles, sorted, each once. FNV-1a over the folded letters: case, accents
// and quotes do not count.
std::vector<uint64_t> shingles(const std::string& text) {
  std::vector<uint64_t> words;
  const std::string folded = fold(text);
  uint64_t hash = 0;
  bool inside = false;
  for (size_t at = 0; at < folded.size();) {
    const char32_t c = decode(folded, at);
    const bool part = is_letter(c) || is_digit(c);
    if (part) {
      if (!inside) hash = 14695981039346656037ull;
      hash = (hash ^ c) * 1099511628211ull;
    } else if (inside) {
      words.push_back(hash);
    }
    inside = part;
  }
  if (inside) words.push_back(hash);
  std::vector<uint64_t> out;
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t h = 0;
    for (size_t k = 0; k < kShingle; ++k)
      h = (h ^ words[i + k]) * 0x9E3779B97F4A7C15ull + (h >> 29);
    out.push_back(h);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

std::vector<LineageLink> lineage(const std::vector<LineageInput>& documents) {
  const auto earlier = [&](int32_t a, int32_t b) {  // whether a came before b
    const std::string &x = documents[a].published, &y = documents[b].published;
    if (x.empty() || y.empty() || x == y) return a < b;
    return x < y;
  };
  std::vector<std::vector<uint64_t>> sets;
  std::unordered_map<uint64_t, std::vector<int32_t>> holders;
  for (size_t i = 0; i < documents.size(); ++i) {
    sets.push_back(shingles(documents[i].text));
    for (uint64_t h : sets.back()) holders[h].push_back(static_cast<int32_t>(i));
  }
  std::vector<LineageLink> out;
  for (int32_t i = 0; i < static_cast<int32_t>(documents.size()); ++i) {
    const LineageInput& d = documents[i];
    bool translated = false;
    if (!d.original_title.empty())
      for (int32_t j = 0; j < static_cast<int32_t>(documents.size()) && !translated; ++j) {
        const LineageInput& o = documents[j];
        if (j == i || fold(o.title) != fold(d.original_title)) continue;
        if (!d.original_outlet.empty() && !o.outlet.empty() &&
            fold(o.outlet) != fold(d.original_outlet))
          continue;
        out.push_back(
            {i, j, o.language == d.language ? Kinship::kReprints : Kinship::kTranslates, 1});
        translated = true;
      }
    std::unordered_map<int32_t, size_t> shared;
    for (uint64_t h : sets[i])
      for (int32_t j : holders[h])
        if (j != i && earlier(j, i)) ++shared[j];
    LineageLink best{i, 0, Kinship::kReprints, 0};
    for (const auto& [j, n] : shared) {
      const double share = static_cast<double>(n) / static_cast<double>(sets[i].size());
      if (share > best.share || (share == best.share && j < best.earlier))
        best.earlier = j, best.share = share;
    }
    if (best.share >= kReprintShare) out.push_back(best);
  }
  return out;
}

std::vector<int32_t> origins(size_t count, const std::vector<LineageLink>& links) {
  std::vector<int32_t> parent(count);
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&](int32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const LineageLink& link : links) parent[root(link.later)] = root(link.earlier);
  for (size_t i = 0; i < count; ++i) parent[i] = root(static_cast<int32_t>(i));
  return parent;
}

}  // namespace selon
