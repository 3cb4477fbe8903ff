#include "text/language_tables.h"

#include <algorithm>

#include "base/table.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(TokenKind::kCount)> kKinds = {
    "elision", "whole",  "clitic",  "ordinal", "unit",
    "starter", "domain", "heading", "suffix",  "prefix"};

Abbreviation parse_abbreviation(std::string_view name) {
  if (name == "title") return Abbreviation::kTitle;
  if (name == "ref") return Abbreviation::kReference;
  if (name == "name") return Abbreviation::kName;
  if (name == "end") return Abbreviation::kEnd;
  return Abbreviation::kNone;
}

}  // namespace

Result<LanguageTables> LanguageTables::open(const std::string& data_dir,
                                            const std::string& language) {
  const std::string folder = data_dir + "/lang/" + language;
  LanguageTables out;
  out.french_ = language == "fr";
  Status tokens = read_table(folder + "/tokens.tsv", 2, 3, [&](const Row& row) -> std::string {
    if (row[0] == "contraction") {
      if (row[2].empty()) return "a contraction without its words";
      out.longest_contraction_ = std::max(out.longest_contraction_, row[1].size());
      out.contractions_.emplace(row.string(1), row.string(2));
      return {};
    }
    const auto* kind = std::find(kKinds.begin(), kKinds.end(), row[0]);
    if (kind == kKinds.end()) return "unknown kind " + row.string(0);
    out.sets_[static_cast<size_t>(kind - kKinds.begin())].insert(row.string(1));
    return {};
  });
  if (!tokens) return tokens.error();
  Status abbreviations =
      read_table(folder + "/abbreviations.tsv", 2, 2, [&](const Row& row) -> std::string {
        const Abbreviation kind = parse_abbreviation(row[1]);
        if (kind == Abbreviation::kNone) return "unknown kind " + row.string(1);
        if (!row[0].ends_with('.')) return "no full stop at the end of " + row.string(0);
        out.abbreviations_[row.string(0)] = kind;
        return {};
      });
  if (!abbreviations) return abbreviations.error();
  return out;
}

}  // namespace selon
