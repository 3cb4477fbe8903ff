#include "knowledge/word_classes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/table.h"

namespace selon {
namespace {

constexpr auto kNames = std::to_array<std::pair<std::string_view, WordClass>>(
    {{"subject-control", WordClass::kSubjectControl},
     {"object-control", WordClass::kObjectControl},
     {"together", WordClass::kTogether},
     {"perfect-with-be", WordClass::kPerfectWithBe},
     {"no-passive", WordClass::kNoPassive},
     {"remain", WordClass::kRemain},
     {"no-headline-passive", WordClass::kNoHeadlinePassive},
     {"past-as-present", WordClass::kPastAsPresent},
     {"bare-ne", WordClass::kBareNe},
     {"seem", WordClass::kSeem},
     {"rumour", WordClass::kRumour},
     {"told", WordClass::kTold},
     {"hear", WordClass::kHear},
     {"utter", WordClass::kUtter},
     {"quote", WordClass::kQuote},
     {"aim-at", WordClass::kAimAt},
     {"of-the-act", WordClass::kOfTheAct},
     {"ascribes", WordClass::kAscribes},
     {"planned", WordClass::kPlanned},
     {"done-to-people", WordClass::kDoneToPeople},
     {"done-by-many", WordClass::kDoneByMany},
     {"sending", WordClass::kSending},
     {"gives", WordClass::kGives},
     {"affiliated", WordClass::kAffiliated},
     {"judges-for", WordClass::kJudgesFor},
     {"blames", WordClass::kBlames},
     {"wrongs", WordClass::kWrongs},
     {"answers", WordClass::kAnswers},
     {"of-another", WordClass::kOfAnother},
     {"amount", WordClass::kAmount},
     {"manner", WordClass::kManner},
     {"means", WordClass::kMeans},
     {"weapon", WordClass::kWeapon},
     {"held-at", WordClass::kHeldAt},
     {"in-phrase", WordClass::kInPhrase},
     {"waters", WordClass::kWaters},
     {"from-elsewhere", WordClass::kFromElsewhere},
     {"assertion", WordClass::kAssertion},
     {"takes-up", WordClass::kTakesUp},
     {"any-force", WordClass::kAnyForce},
     {"account", WordClass::kAccount},
     {"befalls", WordClass::kBefalls},
     {"mutual", WordClass::kMutual},
     {"former", WordClass::kFormer},
     {"circumstance", WordClass::kCircumstance},
     {"occasion", WordClass::kOccasion},
     {"condition", WordClass::kCondition},
     {"condition-where", WordClass::kConditionWhere},
     {"ahead", WordClass::kAhead},
     {"instead", WordClass::kInstead},
     {"courtesy", WordClass::kCourtesy},
     {"compound-end", WordClass::kCompoundEnd},
     {"for", WordClass::kFor},
     {"against", WordClass::kAgainst},
     {"speech", WordClass::kSpeech},
     {"finds", WordClass::kFinds},
     {"charges", WordClass::kCharges},
     {"before-gerund", WordClass::kBeforeGerund},
     {"in-ie", WordClass::kInIe},
     {"meant", WordClass::kMeant},
     {"deed", WordClass::kDeed},
     {"verdict", WordClass::kVerdict},
     {"denies", WordClass::kDenies},
     {"describing", WordClass::kDescribing},
     {"undergone", WordClass::kUndergone},
     {"becomes", WordClass::kBecomes}});

constexpr bool each_has_one_name() {
  std::array<int, static_cast<size_t>(WordClass::kEnd)> names = {};
  for (const auto& named : kNames) ++names[static_cast<size_t>(named.second)];
  return std::all_of(names.begin(), names.end(), [](int count) { return count == 1; });
}
static_assert(each_has_one_name(), "a WordClass without a name here, or with two");

}  // namespace

Result<WordClasses> WordClasses::open(const std::string& data_dir, const std::string& language) {
  WordClasses out;
  const std::string path = data_dir + "/lang/" + language + "/word_classes.tsv";
  const Status status = read_table(path, 2, 3, [&](const Row& row) -> std::string {
    if (row[0].empty()) return "no word";
    if (row[1].empty()) return "\"" + row.string(0) + "\" is in no class";
    Mask& mask = out.classes_[row.string(0)];
    for (const std::string& name : row.list(1, ',')) {
      const auto it = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& named) { return named.first == name; });
      if (it == kNames.end()) return "\"" + name + "\" is no class of words";
      const auto bit = static_cast<size_t>(it->second);
      if (mask[bit]) return "\"" + row.string(0) + "\" is in " + name + " already";
      mask.set(bit);
    }
    return {};
  });
  if (!status) return status.error();
  return out;
}

bool WordClasses::ends_in(std::string_view word, WordClass c) const {
  for (size_t from = 0; from < word.size(); ++from)
    if (is(word.substr(from), c)) return true;
  return false;
}

}  // namespace selon
