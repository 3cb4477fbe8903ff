#include "syntax/lexicon.h"

#include <gtest/gtest.h>

#include <random>

#include "base/files.h"

namespace selon {
namespace {

const std::string kPath = std::string(SELON_BUILD_DIR) + "/share/selon/lexicon.fr.bin";

class CompiledLexicon : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = Lexicon::open(kPath);
    ASSERT_TRUE(opened) << opened.error().to_string();
    lexicon_ = std::move(*opened);
  }
  std::string lexicon_class(std::string_view form) {
    lexicon_.lookup(form, entry_);
    return std::string(entry_.lexicon_class);
  }
  std::vector<std::string> lemmas(std::string_view form, Upos upos) {
    lexicon_.lookup(form, entry_);
    return lexicon_.lemmas(entry_, upos);
  }
  Lexicon lexicon_;
  Lexicon::Entry entry_;
};

using Lemmas = std::vector<std::string>;

TEST_F(CompiledLexicon, KnowsFormsAndTheirAnalyses) {
  EXPECT_EQ(lexicon_class("chevaux"), "nom/mas,pl");
  EXPECT_EQ(lexicon_class("votèrent"), "v/ipsi,3pl!");
  EXPECT_EQ(lexicon_class("est"), "nom/mas,sg;v/ipre,3sg");
  EXPECT_EQ(lexicon_class("zblorquons"), "-");
  EXPECT_EQ(lexicon_class(""), "-");
}

TEST_F(CompiledLexicon, GivesLemmasByPartOfSpeech) {
  EXPECT_EQ(lemmas("chevaux", Upos::kNoun), Lemmas{"cheval"});
  EXPECT_EQ(lemmas("est", Upos::kVerb), Lemmas{"être"});
  EXPECT_EQ(lemmas("est", Upos::kNoun), Lemmas{"est"});
  EXPECT_EQ(lemmas("bombardaient", Upos::kVerb), Lemmas{"bombarder"});
  EXPECT_TRUE(lemmas("chevaux", Upos::kVerb).empty());
  EXPECT_TRUE(lemmas("zblorquons", Upos::kVerb).empty());
}

TEST_F(CompiledLexicon, FindsOtherSpellings) {
  EXPECT_EQ(lexicon_class("CHEVAUX"), lexicon_class("chevaux"));
  EXPECT_EQ(lexicon_class("Chevaux"), lexicon_class("chevaux"));
  EXPECT_EQ(lexicon_class("aujourd’hui"), lexicon_class("aujourd'hui"));
  EXPECT_EQ(lexicon_class("cœurs"), lexicon_class("coeurs"));
  EXPECT_NE(lexicon_class("PARIS").find("npr"), std::string::npos);  // as "Paris"
}

TEST(Lexicon, AnEmptyOneKnowsNothing) {
  const Lexicon lexicon;
  Lexicon::Entry entry;
  lexicon.lookup("house", entry);
  EXPECT_EQ(entry.lexicon_class, "");
  EXPECT_TRUE(lexicon.lemmas(entry, Upos::kNoun).empty());
}

TEST(Lexicon, LicensesPartsOfSpeech) {
  const auto bit = [](Upos u) { return 1u << static_cast<unsigned>(u); };
  EXPECT_EQ(licensed_upos("adj+nom/mas,pl"), bit(Upos::kNoun) | bit(Upos::kAdj));
  EXPECT_EQ(licensed_upos("v/ppas,mas,sg"), bit(Upos::kVerb) | bit(Upos::kAux));
  EXPECT_EQ(licensed_upos("mg+prep/"), 0u);
}

TEST(Lexicon, AppliesEndingsToCharacters) {
  EXPECT_EQ(apply_ending("chevaux", "3+al"), "cheval");
  EXPECT_EQ(apply_ending("été", "2+re"), "ére");
  EXPECT_EQ(apply_ending("a", "9+avoir"), "avoir");
  EXPECT_EQ(apply_ending("mot", "damaged"), "mot");
}

// Sections with a right checksum and wrong contents: refused, or harmless.
TEST(Lexicon, DamagedSectionsDoNoHarm) {
  auto bytes = read_file(kPath);
  ASSERT_TRUE(bytes);
  const auto whole = BinaryFile::parse(*bytes, "lexicon", kLexiconMagic, kLexiconVersion);
  ASSERT_TRUE(whole);
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::pair<std::string, std::string>> sections;
    for (const std::string& name : whole->section_names()) {
      sections.emplace_back(name, std::string(*whole->section(name)));
    }
    std::string& victim = sections[random() % sections.size()].second;
    if (round % 3 == 0) {
      victim.resize(random() % victim.size());
    } else {
      for (int k = 0; k < 200; ++k) victim[random() % victim.size()] = static_cast<char>(random());
    }
    auto file = BinaryFile::parse(build_binary_file(kLexiconMagic, kLexiconVersion, sections),
                                  "damaged", kLexiconMagic, kLexiconVersion);
    ASSERT_TRUE(file);
    const auto lexicon = Lexicon::parse(std::move(*file));
    if (!lexicon) {
      EXPECT_EQ(lexicon.error().code, ErrorCode::kBadFormat);
      continue;
    }
    Lexicon::Entry entry;
    for (const char* form : {"chevaux", "est", "le", "Présidente", "aujourd'hui", "zut"}) {
      lexicon->lookup(form, entry);
      for (const Upos upos : {Upos::kNoun, Upos::kVerb, Upos::kAdj}) lexicon->lemmas(entry, upos);
    }
  }
}

}  // namespace
}  // namespace selon
