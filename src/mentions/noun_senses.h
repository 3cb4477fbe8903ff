// What tables say of common nouns beside who they are: whose they are not ("ses alliés"), and where
// they are nobody ("le cadre de", "sa mort").
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "selon/result.h"

namespace selon {

class NounSenses {
 public:
  // Reads lang/<language>/{relational_nouns,no_actors}.tsv. kNotFound, kBadFormat.
  static Result<NounSenses> open(const std::string& data_dir, const std::string& language);

  // Somebody else than the owner: "allié"; with the owner's office: "homologue".
  bool other(const std::string& lemma) const { return other_.contains(lemma); }
  bool same_office(const std::string& lemma) const { return same_office_.contains(lemma); }
  // Whether the word at `at` stands in a phrase where it is nobody.
  bool nobody(std::span<const std::string_view> forms, size_t at) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // folded
    size_t noun;                     // which of them is the noun
  };
  std::unordered_set<std::string> other_, same_office_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by noun
};

}  // namespace selon
