// Which document reprints or translates which, and how many independent origins a set of documents
// has.
//
//   lineage({post, courrier, vigie}) → courrier translates post; vigie reprints courrier
//   origins(3, links) → {0, 0, 0}: one origin
//
// Reprints are found by shared five-word shingles (Broder 1997, exact containment over hashed
// shingles), translations by what the document itself says of its original. No I/O, no state.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace selon {

struct LineageInput {
  std::string text;       // of the article's prose; whatever is not the article left out
  std::string published;  // EDTF, or empty: then the order of the input decides who came first
  std::string title, outlet, language;
  std::string original_title, original_outlet;  // as the document names them
};

enum class Kinship { kReprints, kTranslates };

struct LineageLink {
  int32_t later = 0, earlier = 0;  // indices into the input
  Kinship kinship = Kinship::kReprints;
  double share =
      0;  // of the later one's shingles that stand in the earlier one, 0 … 1; 1 for a translation
};

// Below this share two texts merely quote the same words.
inline constexpr double kReprintShare = 0.5;

// Links in the order of their later document; for each at most one translation and its closest
// reprint.
std::vector<LineageLink> lineage(const std::vector<LineageInput>& documents);

// For each of `count` documents the index of its origin: the earliest document that it goes back
// to.
std::vector<int32_t> origins(size_t count, const std::vector<LineageLink>& links);

}  // namespace selon
