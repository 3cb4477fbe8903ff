#include "syntax/features.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

TEST(NormalizeForm, MakesTypographyEqualAndKeepsCase) {
  EXPECT_EQ(normalize_form("L’Œuvre"), "L'Oeuvre");
  EXPECT_EQ(normalize_form("“"), "«");
  EXPECT_EQ(normalize_form("”"), "»");
  EXPECT_EQ(normalize_form("…"), "...");
  EXPECT_EQ(normalize_form("20\u00A0000"), normalize_form("20\u202F000"));
  EXPECT_EQ(normalize_form("cœur"), normalize_form("coeur"));
  EXPECT_EQ(normalize_form("—"), normalize_form("–"));
  EXPECT_EQ(normalize_form("É"), "É");
}

TEST(WordFeatures, CountCharactersNotBytes) {
  WordFeatures f;
  f.compute("Élysée", "-");
  EXPECT_EQ(f[Feature::kForm], "élysée");
  EXPECT_EQ(f[Feature::kSuffix1], "e");
  EXPECT_EQ(f[Feature::kSuffix2], "ée");
  EXPECT_EQ(f[Feature::kSuffix3], "sée");
  EXPECT_EQ(f[Feature::kSuffix4], "ysée");
  EXPECT_EQ(f[Feature::kPrefix2], "él");
  EXPECT_EQ(f[Feature::kPrefix3], "ély");
  EXPECT_EQ(f[Feature::kShape], "Aaa");
  EXPECT_EQ(f[Feature::kLexicon], "-");
}

TEST(WordFeatures, AShortWordIsItsOwnSuffix) {
  WordFeatures f;
  f.compute("à", "");
  EXPECT_EQ(f[Feature::kSuffix4], "à");
  EXPECT_EQ(f[Feature::kPrefix3], "à");
  f.compute("", "");
  EXPECT_EQ(f[Feature::kForm], "");
  EXPECT_EQ(f[Feature::kSuffix1], "");
}

TEST(WordFeatures, ShapesKeepTwoOfARunAndSixInAll) {
  WordFeatures f;
  const auto shape = [&](std::string_view form) {
    f.compute(form, "");
    return std::string(f[Feature::kShape]);
  };
  EXPECT_EQ(shape("mangeait"), "aa");
  EXPECT_EQ(shape("ONU"), "AA");
  EXPECT_EQ(shape("2024"), "00");
  EXPECT_EQ(shape("États-Unis"), "Aaa-Aa");
  EXPECT_EQ(shape("12h30"), "00a00");
  EXPECT_EQ(shape("Кремль"), "Aaa");
}

TEST(WordFeatures, OneObjectServesManyWords) {
  WordFeatures f;
  f.compute("internationalement", "adv/");
  f.compute("de", "prep/");
  EXPECT_EQ(f[Feature::kForm], "de");
  EXPECT_EQ(f[Feature::kSuffix3], "de");
}

}  // namespace
}  // namespace selon
