#include "knowledge/name_sort.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

NameSort proper(std::string_view text, Gender gender, Lang lang = Lang::kFr) {
  return sort_of(text, NameKind::kProper, gender, false, lang);
}
NameSort demonym(std::string_view text, Gender gender, bool plural, Lang lang = Lang::kFr) {
  return sort_of(text, NameKind::kAdjective, gender, plural, lang);
}

TEST(NameSort, GenderElisionAndPatternMustAgree) {
  EXPECT_EQ(proper("Norvège", Gender::kFem), proper("Suède", Gender::kFem));
  EXPECT_NE(proper("Norvège", Gender::kFem), proper("Japon", Gender::kMasc));
  EXPECT_NE(proper("Norvège", Gender::kFem), proper("Écosse", Gender::kFem));
  EXPECT_NE(proper("Norvège", Gender::kFem), proper("Hongrie", Gender::kFem));
  EXPECT_EQ(proper("Corée du Nord", Gender::kFem), proper("Corée du Sud", Gender::kFem));
  EXPECT_NE(proper("Corée du Nord", Gender::kFem), proper("Corée", Gender::kFem));
  EXPECT_NE(proper("OTAN", Gender::kFem), proper("Otan", Gender::kFem));
  EXPECT_NE(proper("Parti vert", Gender::kMasc), proper("Parti bleu", Gender::kMasc));
  EXPECT_EQ(proper("Le Soir", Gender::kMasc).pattern, "le X");
}

TEST(NameSort, EnglishAsksForAOrAn) {
  EXPECT_NE(proper("Iran", Gender::kNone, Lang::kEn), proper("China", Gender::kNone, Lang::kEn));
  EXPECT_NE(proper("Iran", Gender::kNone, Lang::kEn), proper("Ukraine", Gender::kNone, Lang::kEn));
}

TEST(NameSort, DemonymsWithOneFormForBothNumbersStandApart) {
  EXPECT_EQ(demonym("norvégien", Gender::kMasc, false), demonym("gambien", Gender::kMasc, false));
  EXPECT_NE(demonym("norvégien", Gender::kMasc, false), demonym("français", Gender::kMasc, false));
  EXPECT_EQ(demonym("danois", Gender::kMasc, false), demonym("français", Gender::kMasc, false));
  EXPECT_EQ(demonym("sud-coréen", Gender::kMasc, false).pattern,
            demonym("nord-coréen", Gender::kMasc, false).pattern);
  EXPECT_NE(demonym("Chinese", Gender::kNone, false, Lang::kEn),
            demonym("Russian", Gender::kNone, false, Lang::kEn));
}

}  // namespace
}  // namespace selon
