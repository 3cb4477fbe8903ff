#include <gtest/gtest.h>

#include "corpus/lineage.h"
#include "corpus/worlds.h"

namespace selon {
namespace {

TEST(Worlds, KeepsTheVoicesApart) {
  const auto found = worlds({{"1", "A", "AID", {"RUS"}, {"SYR"}},
                             {"2", "A", "AID", {"RUS"}, {"SYR"}},
                             {"3", "B", "ASSAULT", {"RUS"}, {"SYR"}},
                             {"4", "B", "ASSAULT", {"USA"}, {"SYR"}, Standing::kRejected}});
  ASSERT_EQ(found.size(), 2u);
  ASSERT_EQ(found.at("A").size(), 1u);
  EXPECT_EQ(found.at("A")[0].claims, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(found.at("A")[0].sign, Sign::kPositive);
  ASSERT_EQ(found.at("B").size(), 1u) << "what is denied ties nobody";
  EXPECT_EQ(found.at("B")[0].sign, Sign::kNegative);
}

TEST(Worlds, WhatIsOnlySupposedIsAnEdgeApart) {
  const auto found = worlds({{"1", "A", "ASSAULT", {"CHN"}, {"JPN"}, Standing::kOpen},
                             {"2", "A", "ASSAULT", {"CHN"}, {"JPN"}, Standing::kOpen},
                             {"3", "A", "ASSAULT", {"CHN"}, {"JPN"}}});
  ASSERT_EQ(found.at("A").size(), 2u);
  EXPECT_FALSE(found.at("A")[0].open) << "what is told comes first";
  EXPECT_EQ(found.at("A")[0].claims, (std::vector<std::string>{"3"}));
  EXPECT_TRUE(found.at("A")[1].open);
  EXPECT_EQ(found.at("A")[1].claims, (std::vector<std::string>{"1", "2"}));
}

TEST(Worlds, StandingOfAClaim) {
  Claim claim;
  EXPECT_EQ(standing_of(claim), Standing::kTold);
  claim.certainty = Certainty::kHedged;
  EXPECT_EQ(standing_of(claim), Standing::kTold);
  claim.certainty = Certainty::kQuestioned;
  EXPECT_EQ(standing_of(claim), Standing::kOpen);
  claim.certainty = Certainty::kAsserted;
  claim.hypothetical = true;
  EXPECT_EQ(standing_of(claim), Standing::kOpen);
  claim.polarity = Polarity::kNeg;
  EXPECT_EQ(standing_of(claim), Standing::kRejected);
  claim.polarity = Polarity::kPos;
  claim.certainty = Certainty::kDenied;
  EXPECT_EQ(standing_of(claim), Standing::kRejected);
}

TEST(Worlds, ReciprocalEventsTieTheirParties) {
  const auto found =
      worlds({{"1", "", "CONSULT", {"RUS", "IRN"}, {}}, {"2", "", "ASSAULT", {"RUS", "IRN"}, {}}});
  ASSERT_EQ(found.at("").size(), 1u);
  EXPECT_EQ(found.at("")[0].actor, "IRN");
  EXPECT_EQ(found.at("")[0].recipient, "RUS");
}

const char* const kStory =
    "Le ministre a rencontré mardi son homologue dans la capitale pour parler des frontières.";

TEST(Lineage, FindsReprintsWhateverTheirTypography) {
  const auto links = lineage(
      {{.text = kStory, .published = "2020-01-02"},
       {.text = "Tout autre chose : la pluie tombe sur les collines depuis trois longs jours."},
       {.text = "LE MINISTRE a rencontré, mardi, son homologue dans la capitale "
                "pour parler des frontières !",
        .published = "2020-01-03"}});
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].later, 2);
  EXPECT_EQ(links[0].earlier, 0);
  EXPECT_DOUBLE_EQ(links[0].share, 1);
}

TEST(Lineage, TranslationByWhatTheDocumentSays) {
  const std::vector<LineageInput> documents = {
      {.text = kStory,
       .title = "Deux ministres",
       .language = "fr",
       .original_title = "Two ministers",
       .original_outlet = "The Post"},
      {.text = "Two ministers met.",
       .title = "Two Ministers",
       .outlet = "The Post",
       .language = "en"},
      {.text = kStory, .title = "Deux ministres", .language = "fr"}};
  const auto links = lineage(documents);
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].kinship, Kinship::kTranslates);
  EXPECT_EQ(links[0].earlier, 1);
  EXPECT_EQ(origins(3, links), (std::vector<int32_t>{1, 1, 1}));
  EXPECT_EQ(origins(3, {}), (std::vector<int32_t>{0, 1, 2}));
}

TEST(Lineage, ShortTextsHaveNoShingles) {
  EXPECT_TRUE(lineage({{.text = "Oui."}, {.text = "Oui."}, {.text = ""}}).empty());
}

}  // namespace
}  // namespace selon
