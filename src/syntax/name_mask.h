// What the network is shown in place of a name that the tables know, so that a sentence has one
// tree whoever it names.
//
//   "La Norvège accuse la Suède ."  →  "La France accuse la France ."
//   "Aldo Moro et les ministres libyennes"  →  "Jean Martin et les ministres américaines"
//
// The stand-in has the gender, number and onset of the name (data/lang/*/stand_ins.tsv); the text
// and the words stay as they are. Names of several words are masked where they are a person's.
// Ambiguous names ("Orange") and those with common words of their own ("Conseil de sécurité") are
// shown as they are.
#pragma once
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "knowledge/actors.h"
#include "selon/result.h"

namespace selon {

class NameMask {
 public:
  // Reads data_dir/lang/*/stand_ins.tsv. The actors must outlive the mask. kNotFound, kBadFormat.
  static Result<NameMask> open(const std::string& data_dir, const Actors& actors);

  struct Shown {
    std::string_view form;   // the stand-in, or the word's own form
    std::string_view lemma;  // of a demonym, from the tables; empty: not known
    bool masked = false;
  };
  // For the forms of one sentence, tokens or words; the views are of the forms and of the tables.
  std::vector<Shown> show(std::span<const std::string_view> forms, Lang lang) const;

 private:
  struct StandIn {  // in small letters (a demonym), with a capital, in capitals
    std::array<std::string, 3> first, last;
  };
  // kind of name, gender, number ("s", "p", "sp"), onset ("v" or "c")
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  explicit NameMask(const Actors& actors) : actors_(&actors) {}
  const StandIn* find(const Reading& reading, Lang lang) const;

  const Actors* actors_;
  std::array<std::map<Key, StandIn>, 2> stand_ins_;  // by Lang
};

}  // namespace selon
