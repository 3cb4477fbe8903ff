// Finds names in a row of tokens: the longest sequence of known words, however its accents,
// hyphens, apostrophes and dots are written.
//
//   NameIndex names;
//   names.add("Al-Qaïda", 7);
//   names.all({"les", "chefs", "d'", "al", "Qaida"}, 3)  →  one hit: end 5, values {7}
//
// A name is cut into atoms, runs of folded letters and digits: "L'Est-Éclair" is l est eclair;
// "U.S." is us. A match starts and ends where tokens do. Looking up costs the length of the match.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace selon {

// Folded runs of letters and digits; single letters with dots between them are one run.
std::vector<std::string> name_atoms(std::string_view text);

// The same, with what the folding took away.
struct CasedAtom {
  std::string text;          // folded
  bool first_upper = false;  // begins with a capital or a digit
  bool all_upper = false;    // capitals and digits only
};
std::vector<CasedAtom> cased_atoms(std::string_view text);

class NameIndex {
 public:
  // Several values may stand under one name; they are kept in order of addition. Precondition: the
  // name has a letter or digit.
  void add(std::string_view name, uint32_t value) { add(cased_atoms(name), value); }
  void add(std::span<const CasedAtom> atoms, uint32_t value);
  // Makes room for about so many names.
  void reserve(size_t names);

  struct Hit {
    size_t end = 0;                    // token behind the last; 0: nothing
    std::span<const uint32_t> values;  // owned by the index
  };
  // All names that begin at token `first`, shortest first.
  std::vector<Hit> all(std::span<const std::string_view> tokens, size_t first) const;
  // The values under exactly this name; empty when unknown.
  std::span<const uint32_t> find(std::string_view name) const;

 private:
  uint32_t step(uint32_t node, std::string_view atom) const;  // 0: no such way

  std::unordered_map<std::string, uint32_t> atoms_;
  std::unordered_map<uint64_t, uint32_t> edges_;  // node and atom → node; node 1 is the root
  std::vector<std::vector<uint32_t>> values_{2};  // by node
};

}  // namespace selon
