// What the finder of names knows beforehand: its tables.
#include "base/table.h"
#include "base/utf8.h"
#include "mentions/names.h"

namespace selon {

Result<NameFinder> NameFinder::open(const std::string& data_dir, const Actors& actors,
                                    const Gazetteer& gazetteer) {
  NameFinder finder(actors, gazetteer);
  Status status = read_table(data_dir + "/actors/first_names.tsv", 2, 2, [&](const Row& row) {
    const std::string_view g = row[1];
    finder.first_names_[fold(row[0])] =
        g == "m" ? Gender::kMasc : (g == "f" ? Gender::kFem : Gender::kNone);
    return std::string();
  });
  if (!status) return status.error();
  status = read_table(data_dir + "/actors/nation_prefixes.tsv", 2, 2, [&](const Row& row) {
    finder.prefixes_[row.string(0)] = row.string(1);
    return std::string();
  });
  if (!status) return status.error();
  for (const char* language : {"fr", "en"}) {
    status = read_table(data_dir + "/lang/" + language + "/name_words.tsv", 2, 2,
                        [&](const Row& row) -> std::string {
                          auto* set = row[1] == "plain"          ? &finder.plain_
                                      : row[1] == "particle"     ? &finder.particles_
                                      : row[1] == "organisation" ? &finder.organisation_words_
                                      : row[1] == "affix"        ? &finder.affixes_
                                                                 : nullptr;
                          if (!set) return "unknown role " + row.string(1);
                          set->insert(row.string(0));
                          return {};
                        });
    if (!status) return status.error();
  }
  return finder;
}

bool NameFinder::first_name(std::string_view form, Gender* gender) const {
  std::string key = fold(form);
  auto it = first_names_.find(key);
  if (it == first_names_.end()) {  // Jean-Marie, Jean-Luc: the first half tells
    const size_t hyphen = key.find('-');
    if (hyphen == std::string::npos) return false;
    it = first_names_.find(key.substr(0, hyphen));
    if (it == first_names_.end()) return false;
  }
  if (gender) *gender = it->second;
  return true;
}

}  // namespace selon
