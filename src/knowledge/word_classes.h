// Words that a rule of grammar asks about and a linguist may add to: verbs whose infinitive belongs
// to their object, nouns of how many, prepositions of circumstance. One table a language.
//
//   word_classes.tsv:   persuade	object-control
//                       dozen	amount
//
//   words.is("dozen", WordClass::kAmount) == true
//
// Needs nothing. Read-only after open(), any number of threads.
#pragma once
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "selon/result.h"

namespace selon {

// Each is explained, with an example, above its rows in data/lang/*/word_classes.tsv. A new one
// also gets its name in word_classes.cc; there is room for as many as are listed.
enum class WordClass : uint8_t {
  // verbs
  kSubjectControl,
  kObjectControl,
  kTogether,
  kPerfectWithBe,
  kNoPassive,
  kRemain,
  kNoHeadlinePassive,
  kPastAsPresent,
  kBareNe,
  kSeem,
  kRumour,
  kTold,
  kHear,
  kUtter,
  kQuote,
  kAimAt,
  kOfTheAct,
  kAscribes,
  kPlanned,
  kDoneToPeople,
  kDoneByMany,
  kSending,
  kGives,
  kOfAnother,
  kAffiliated,
  kJudgesFor,
  kBlames,
  kWrongs,
  kAnswers,
  // nouns
  kAmount,
  kManner,
  kMeans,
  kWeapon,
  kHeldAt,
  kInPhrase,
  kWaters,
  kFromElsewhere,
  kAssertion,
  kTakesUp,
  kAnyForce,
  kAccount,
  kBefalls,
  // adjectives
  kMutual,
  kFormer,
  // forms beside others
  kCircumstance,
  kOccasion,
  kCondition,
  kConditionWhere,
  kAhead,
  kInstead,
  kCourtesy,
  kCompoundEnd,
  kFor,
  kAgainst,
  // what mends English trees asks: verbs, nouns, adjectives
  kSpeech,
  kFinds,
  kCharges,
  kBeforeGerund,
  kInIe,
  kMeant,
  kDeed,
  kVerdict,
  kDenies,
  kDescribing,
  kUndergone,
  kBecomes,
  kEnd  // none: how many there are
};

class WordClasses {
 public:
  // Reads data_dir/lang/<language>/word_classes.tsv. kNotFound, kBadFormat with every bad line.
  static Result<WordClasses> open(const std::string& data_dir, const std::string& language);

  // By dictionary form, or for classes of forms by the form in small letters.
  bool is(std::string_view word, WordClass c) const {
    const auto it = classes_.find(word);
    return it != classes_.end() && it->second[static_cast<size_t>(c)];
  }

  // Whether the word ends in a member of the class: "torn", "style".
  bool ends_in(std::string_view word, WordClass c) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Mask = std::bitset<static_cast<size_t>(WordClass::kEnd)>;  // a bit a class
  std::unordered_map<std::string, Mask, Hash, std::equal_to<>> classes_;
};

}  // namespace selon
