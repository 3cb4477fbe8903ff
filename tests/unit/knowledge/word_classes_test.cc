#include "knowledge/word_classes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace selon {
namespace {

WordClasses classes(const std::string& language) {
  Result<WordClasses> read = WordClasses::open(SELON_SOURCE_DIR "/data", language);
  EXPECT_TRUE(read.ok()) << read.error().to_string();
  return std::move(*read);
}

TEST(WordClassesTest, AWordMayBeOfSeveralClasses) {
  const WordClasses fr = classes("fr");
  EXPECT_TRUE(fr.is("venir", WordClass::kPerfectWithBe));
  EXPECT_TRUE(fr.is("venir", WordClass::kNoPassive));
  EXPECT_TRUE(fr.is("monter", WordClass::kPerfectWithBe));
  EXPECT_FALSE(fr.is("monter", WordClass::kNoPassive));
  EXPECT_FALSE(fr.is("manger", WordClass::kPerfectWithBe));
  // "relayer" stands in two groups of the table
  EXPECT_TRUE(fr.is("relayer", WordClass::kQuote));
  EXPECT_TRUE(fr.is("relayer", WordClass::kUtter));
}

TEST(WordClassesTest, EndingsAreOfTheWholeWordOrOfItsEnd) {
  const WordClasses en = classes("en");
  EXPECT_TRUE(en.ends_in("style", WordClass::kCompoundEnd));
  EXPECT_TRUE(en.ends_in("fuelled", WordClass::kCompoundEnd));
  EXPECT_FALSE(en.ends_in("base", WordClass::kCompoundEnd));
  EXPECT_FALSE(en.ends_in("", WordClass::kCompoundEnd));
}

TEST(WordClassesTest, EveryBadLineIsReported) {
  const std::string dir = testing::TempDir() + "word_classes_bad";
  std::filesystem::create_directories(dir + "/lang/fr");
  std::ofstream(dir + "/lang/fr/word_classes.tsv")
      << "# word\tclass\ncesser\tbare-ne\noser\tbare\ncesser\tbare-ne\n-\tseem\n";
  const Result<WordClasses> read = WordClasses::open(dir, "fr");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kBadFormat);
  const std::string message = read.error().to_string();
  EXPECT_NE(message.find(":3"), std::string::npos) << message;
  EXPECT_NE(message.find("\"bare\" is no class of words"), std::string::npos) << message;
  EXPECT_NE(message.find("\"cesser\" is in bare-ne already"), std::string::npos) << message;
  EXPECT_NE(message.find("no word"), std::string::npos) << message;
}

}  // namespace
}  // namespace selon
