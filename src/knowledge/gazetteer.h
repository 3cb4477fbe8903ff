// Knows places: towns above 15,000 people, regions, seas, with country and coordinates.
//
//   auto gazetteer = Gazetteer::open(data_dir);
//   gazetteer->match({"à", "Alep"}, 1)  →  end 2, Aleppo, SYR, 36.2 37.16
//
// A sorted table made at build time (tools/build_gazetteer.cc) and mapped, not read: opening costs
// nothing and memory is what look-ups touch. Read-only and thread-safe.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "selon/result.h"

namespace selon {

enum class PlaceKind : uint8_t { kTown, kCapital, kRegion, kArea };  // kArea: sea, desert, Sahel

struct GazetteerEntry {
  std::string_view name;     // canonical, English where the tables have it
  std::string_view country;  // alpha-3; empty for what spans several
  std::string_view id;       // "geonames:170063" or "place/crimea"
  double lat = 0, lon = 0;
  uint32_t population = 0;  // 0: unknown
  PlaceKind kind = PlaceKind::kTown;
  bool primary = true;  // found under its main name, not under a variant
};

class Gazetteer {
 public:
  // Maps gazetteer.bin. kNotFound, kBadFormat.
  static Result<Gazetteer> open(const std::string& data_dir);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  struct Match {
    size_t end = 0;                       // the word behind the last; 0: none
    std::vector<GazetteerEntry> entries;  // likeliest first: capitals, then by population
  };
  // The longest place name that begins at words[first]. Its first word must have a capital; whether
  // it is a place there ("Nice", "Tours", "Li") is for the caller to judge.
  Match match(std::span<const std::string_view> words, size_t first) const;
  std::vector<GazetteerEntry> find(std::string_view name) const;

  size_t size() const;       // number of names
  std::string hash() const;  // of the table, 64 hex digits

 private:
  struct File;
  explicit Gazetteer(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace selon
