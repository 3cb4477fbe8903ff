#include "mentions/noun_senses.h"

#include <algorithm>

#include "base/table.h"
#include "base/utf8.h"

namespace selon {

Result<NounSenses> NounSenses::open(const std::string& data_dir, const std::string& language) {
  NounSenses senses;
  Result<WordClasses> words = WordClasses::open(data_dir, language);
  if (!words) return words.error();
  senses.words_ = std::move(*words);
  const std::string folder = data_dir + "/lang/" + language;
  Status status =
      read_table(folder + "/relational_nouns.tsv", 2, 2, [&](const Row& row) -> std::string {
        auto* set = row[1] == "other"         ? &senses.other_
                    : row[1] == "same-office" ? &senses.same_office_
                    : row[1] == "of-two"      ? &senses.of_two_
                    : row[1] == "joined"      ? &senses.joined_
                    : row[1] == "place"       ? &senses.place_
                                              : nullptr;
        if (!set) return "unknown kind " + row.string(1);
        set->insert(row.string(0));
        return {};
      });
  if (!status) return status.error();
  status = read_table(folder + "/no_actors.tsv", 2, 2, [&](const Row& row) -> std::string {
    Phrase phrase;
    for (std::string_view word : split(row[0], ' ')) phrase.words.push_back(fold(word));
    const std::string noun = fold(row[1]);
    const auto it = std::find(phrase.words.begin(), phrase.words.end(), noun);
    if (it == phrase.words.end()) return "the noun is not in the phrase";
    phrase.noun = static_cast<size_t>(it - phrase.words.begin());
    senses.phrases_[noun].push_back(std::move(phrase));
    return {};
  });
  if (!status) return status.error();
  status = read_table(folder + "/body_nouns.tsv", 2, 2, [&](const Row& row) -> std::string {
    senses.bodies_[row.string(0)] = row.list(1);
    return {};
  });
  if (!status) return status.error();
  status = read_table(folder + "/possessed_nouns.tsv", 2, 2, [&](const Row& row) -> std::string {
    if (row[1] == "state") {
      senses.of_state_.insert(row.string(0));
    } else if (row[1] == "person" || row[1] == "sufferer") {
      if (row[1] == "person") senses.of_person_.insert(row.string(0));
      if (row[1] == "sufferer") senses.of_sufferer_.insert(row.string(0));
    } else {
      return "unknown owner " + row.string(1);
    }
    return {};
  });
  if (!status) return status.error();
  return senses;
}

std::span<const std::string> NounSenses::takes_up(const std::string& lemma) const {
  const auto it = bodies_.find(lemma);
  if (it == bodies_.end()) return {};
  return it->second;
}

bool NounSenses::nobody(std::span<const std::string_view> forms, size_t at) const {
  const auto it = phrases_.find(fold(forms[at]));
  if (it == phrases_.end()) return false;
  for (const Phrase& phrase : it->second) {
    if (at < phrase.noun || at - phrase.noun + phrase.words.size() > forms.size()) continue;
    bool all = true;
    for (size_t k = 0; all && k < phrase.words.size(); ++k)
      all = fold(forms[at - phrase.noun + k]) == phrase.words[k];
    if (all) return true;
  }
  return false;
}

}  // namespace selon
