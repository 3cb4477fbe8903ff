#include "knowledge/reporting.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace selon {
namespace {

ReportingLexicon lexicon(const std::string& language) {
  Result<ReportingLexicon> read = ReportingLexicon::open(SELON_SOURCE_DIR "/data", language);
  EXPECT_TRUE(read.ok()) << read.error().to_string();
  return std::move(*read);
}

TEST(Reporting, BothLanguagesHaveTheirVerbs) {
  EXPECT_GE(lexicon("fr").verb_count(), 350u);
  EXPECT_GE(lexicon("en").verb_count(), 300u);
}

TEST(Reporting, PhrasesKeepTheirContentWords) {
  const ReportingLexicon fr = lexicon("fr");
  const auto& mettre = fr.verbs("mettre");
  ASSERT_FALSE(mettre.empty());
  bool warns = false;
  for (const ReportingPhrase& p : mettre)
    if (p.phrase == "mettre en garde") {
      warns = true;
      EXPECT_EQ(p.lemmas, (std::vector<std::string>{"mettre", "garde"}));
      EXPECT_EQ(p.stance, Stance::kWarn);
    }
  EXPECT_TRUE(warns);
  EXPECT_TRUE(fr.verbs("manger").empty());
}

TEST(Reporting, PronominalVerbsAndQuestions) {
  const ReportingLexicon fr = lexicon("fr");
  const auto& demander = fr.verbs("demander");
  bool reflexive = false, question = false;
  for (const ReportingPhrase& p : demander) {
    reflexive |= p.pronominal;
    question |= (p.ways & kIf) != 0 && p.certainty == Certainty::kQuestioned;
  }
  EXPECT_TRUE(reflexive);
  EXPECT_TRUE(question);
}

TEST(Reporting, PrepositionsByTheirWordsTheLongestFirst) {
  const ReportingLexicon fr = lexicon("fr");
  ASSERT_FALSE(fr.prepositions("selon").empty());
  EXPECT_GT(fr.prepositions("selon").front().before.size(), 1u);
  bool eyes = false;  // "aux" is two words
  for (const ReportingPreposition& p : fr.prepositions("à"))
    eyes |= p.before == std::vector<std::string>{"à", "les", "yeux", "de"};
  EXPECT_TRUE(eyes);
  bool view = false;
  const ReportingLexicon en = lexicon("en");  // outlives what it hands out
  for (const ReportingPreposition& p : en.prepositions("in"))
    view |= p.after == std::vector<std::string>{"'s", "view"};
  EXPECT_TRUE(view);
}

TEST(Reporting, SourceNouns) {
  const ReportingLexicon en = lexicon("en");
  EXPECT_EQ(en.source_noun("spokesman"), SourceNoun::kUnnamed);
  EXPECT_EQ(en.source_noun("statement"), SourceNoun::kDocument);
  EXPECT_EQ(en.source_noun("season"), SourceNoun::kNone);
  EXPECT_EQ(en.source_noun("editorial"), SourceNoun::kDocument);
  EXPECT_TRUE(en.signed_document("editorial"));
  EXPECT_FALSE(en.signed_document("statement"));
}

TEST(Reporting, WhoseWordsArePassedOn) {
  const ReportingLexicon en = lexicon("en");
  ASSERT_FALSE(en.prepositions("citing").empty());
  EXPECT_TRUE(en.prepositions("citing").front().passes_on);
  EXPECT_FALSE(en.prepositions("according").front().passes_on);
  ASSERT_FALSE(en.nouns("rumour").empty());
  EXPECT_NE(en.nouns("rumour").front().ways & kNobody, 0);
  EXPECT_EQ(en.nouns("announcement").front().ways & kNobody, 0);
}

TEST(Reporting, EveryBadLineIsNamed) {
  namespace fs = std::filesystem;
  const fs::path data = fs::temp_directory_path() / "selon_reporting_test";
  fs::create_directories(data / "lang/fr");
  std::ofstream(data / "lang/fr/reporting_verbs.tsv")
      << "dire\tsay\tasserted\tthat\t-\ndire\tsing\tasserted\tthat\t-\ndire\tsay\tsure\tthat\t-\n";
  const Result<ReportingLexicon> read = ReportingLexicon::open(data.string(), "fr");
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().message.find("sing"), std::string::npos) << read.error().to_string();
  EXPECT_NE(read.error().to_string().find("sure"), std::string::npos);
  fs::remove_all(data);
}

}  // namespace
}  // namespace selon
