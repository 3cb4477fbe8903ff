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

Result<WordClasses> read_rows(const std::string& name, const std::string& rows) {
  const std::string dir = testing::TempDir() + name;
  std::filesystem::create_directories(dir + "/lang/fr");
  std::ofstream(dir + "/lang/fr/word_classes.tsv") << rows;
  return WordClasses::open(dir, "fr");
}

TEST(WordClassesTest, TheFirstAndTheLastClassHaveRoom) {
  const auto last = static_cast<WordClass>(static_cast<int>(WordClass::kEnd) - 1);
  ASSERT_EQ(last, WordClass::kBecomes);
  const Result<WordClasses> read = read_rows(
      "word_classes_ends", "jurer\tsubject-control\nnommer\tbecomes\nélire\tbecomes,seem\n");
  ASSERT_TRUE(read.ok()) << read.error().to_string();
  EXPECT_TRUE(read->is("jurer", WordClass::kSubjectControl));
  EXPECT_FALSE(read->is("jurer", last));
  EXPECT_TRUE(read->is("nommer", last));
  EXPECT_FALSE(read->is("nommer", WordClass::kSubjectControl));
  EXPECT_TRUE(read->is("élire", last));
  EXPECT_TRUE(read->is("élire", WordClass::kSeem));
}

TEST(WordClassesTest, EveryBadLineIsReported) {
  const Result<WordClasses> read =
      read_rows("word_classes_bad",
                "# word\tclass\ncesser\tbare-ne\noser\tbare\ncesser\tbare-ne\n-\tseem\nfaire\t-\n");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kBadFormat);
  const std::string message = read.error().to_string();
  for (const char* part :
       {":3: \"bare\" is no class of words", "line 4: \"cesser\" is in bare-ne already",
        "line 5: no word", "line 6: \"faire\" is in no class"})
    EXPECT_NE(message.find(part), std::string::npos) << part << " in " << message;
}

}  // namespace
}  // namespace selon
