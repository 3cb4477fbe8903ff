// The layout of gazetteer.bin: a header, entries, keys in byte order, and the strings of both.
// Little-endian, as the machine that builds it is the one that maps it.
#pragma once
#include <cstdint>

namespace selon {

inline constexpr char kGazetteerMagic[8] = {'S', 'E', 'L', 'G', 'A', 'Z', '0', '1'};

struct GazetteerHeader {
  char magic[8];
  char hash[64];                    // SHA-256 in hex of everything behind the header
  uint32_t entries, keys, strings;  // numbers of entries and keys, bytes of strings
  uint32_t reserved;
};

struct GazetteerPlace {
  float lat, lon;
  uint32_t population;
  uint32_t name, id;  // offsets of zero-ended strings
  char country[4];    // alpha-3 and a zero; zeros: none
  uint32_t kind;      // PlaceKind
};

// Keys are atoms joined by spaces. Of equal keys the likeliest place comes first.
struct GazetteerKey {
  uint32_t text;  // offset of a zero-ended string
  uint32_t entry;
  uint32_t primary;
};

}  // namespace selon
