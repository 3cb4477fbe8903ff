#include "knowledge/names.h"

#include <cassert>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr uint32_t kRoot = 1;

uint64_t edge(uint32_t node, uint32_t atom) { return uint64_t{node} << 32 | atom; }

}  // namespace

std::vector<CasedAtom> cased_atoms(std::string_view text) {
  std::vector<CasedAtom> atoms;
  bool joined = false;  // the next letter goes on with the last atom: "U.S." is one
  for (size_t at = 0; at < text.size();) {
    std::string run;
    size_t letters = 0, upper = 0;
    bool first_upper = false;
    while (at < text.size()) {
      size_t next = at;
      char32_t c = decode(text, next);
      if (!is_letter(c) && !is_digit(c)) break;
      if (letters == 0) first_upper = is_upper(c) || is_digit(c);
      ++letters;
      upper += is_upper(c) || is_digit(c);
      run.append(text.substr(at, next - at));
      at = next;
    }
    if (letters > 0) {
      const bool single_letters = joined && letters == 1;
      if (single_letters) {
        atoms.back().text += fold(run);
        atoms.back().all_upper &= upper == letters;
      } else {
        atoms.push_back({fold(run), first_upper, upper == letters});
      }
      joined = letters == 1 && at < text.size() && text[at] == '.';
    }
    if (at < text.size()) {
      decode(text, at);
      if (letters == 0) joined = false;
    }
  }
  return atoms;
}

std::vector<std::string> name_atoms(std::string_view text) {
  std::vector<std::string> out;
  for (CasedAtom& atom : cased_atoms(text)) out.push_back(std::move(atom.text));
  return out;
}

uint32_t NameIndex::step(uint32_t node, std::string_view atom) const {
  auto id = atoms_.find(std::string(atom));
  if (id == atoms_.end()) return 0;
  auto to = edges_.find(edge(node, id->second));
  return to == edges_.end() ? 0 : to->second;
}

void NameIndex::reserve(size_t names) {
  atoms_.reserve(names);
  edges_.reserve(2 * names);
  values_.reserve(2 * names);
}

void NameIndex::add(std::span<const CasedAtom> atoms, uint32_t value) {
  uint32_t node = kRoot;
  for (const CasedAtom& atom : atoms) {
    const uint32_t id =
        atoms_.try_emplace(atom.text, static_cast<uint32_t>(atoms_.size())).first->second;
    auto [to, added] = edges_.try_emplace(edge(node, id), static_cast<uint32_t>(values_.size()));
    node = to->second;
    if (added) values_.emplace_back();
  }
  assert(node != kRoot);
  values_[node].push_back(value);
}

std::vector<NameIndex::Hit> NameIndex::all(std::span<const std::string_view> tokens,
                                           size_t first) const {
  std::vector<Hit> hits;
  uint32_t node = kRoot;
  for (size_t i = first; i < tokens.size(); ++i) {
    const std::vector<std::string> atoms = name_atoms(tokens[i]);
    if (atoms.empty() && i == first) break;  // a name begins with a letter
    for (const std::string& atom : atoms)
      if ((node = step(node, atom)) == 0) return hits;
    // A hyphen or quotation mark between two words of a name is passed over, but ends no match.
    if (atoms.empty()) {
      if (tokens[i] == "-" || tokens[i] == "'" || tokens[i] == "’" || tokens[i] == "." ||
          tokens[i] == "&" || tokens[i] == "–")
        continue;
      break;
    }
    if (!values_[node].empty()) hits.push_back({i + 1, values_[node]});
  }
  return hits;
}

std::span<const uint32_t> NameIndex::find(std::string_view name) const {
  uint32_t node = kRoot;
  for (const std::string& atom : name_atoms(name))
    if ((node = step(node, atom)) == 0) return {};
  return values_[node];
}

}  // namespace selon
