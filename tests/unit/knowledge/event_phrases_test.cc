#include "knowledge/event_phrases.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

EventPhrase read(const std::string& language, std::string_view phrase, bool nominal = false) {
  const Result<EventPhrases> phrases = EventPhrases::open(SELON_SOURCE_DIR "/data", language);
  EXPECT_TRUE(phrases.ok()) << phrases.error().to_string();
  return phrases->read(phrase, nominal);
}

using Parts = std::vector<std::string>;

TEST(EventPhrasesTest, FrenchPhrasesKeepTheirContentWords) {
  const EventPhrase end = read("fr", "mettre fin à");
  EXPECT_EQ(end.lemma, "mettre");
  EXPECT_EQ(end.parts, Parts{"fin"});
  const EventPhrase blame = read("fr", "s'en prendre à");
  EXPECT_EQ(blame.lemma, "prendre");
  EXPECT_TRUE(blame.pronominal);
  EXPECT_EQ(read("fr", "faire l'objet de sanctions").parts, (Parts{"objet", "sanctions"}));
}

TEST(EventPhrasesTest, APredicateHeadsItsCopula) {
  const EventPhrase victim = read("fr", "être victime de");
  EXPECT_EQ(victim.lemma, "victime");
  EXPECT_TRUE(victim.copula);
  const EventPhrase war = read("en", "be at war with");
  EXPECT_EQ(war.lemma, "war");
  EXPECT_EQ(war.parts, (Parts{"at", "with"}));
  EXPECT_TRUE(war.copula);
}

TEST(EventPhrasesTest, EnglishNounsAreHeadedByTheirLastWord) {
  EXPECT_EQ(read("en", "air strike", true).lemma, "strike");
  EXPECT_EQ(read("en", "exchange of prisoners", true).lemma, "exchange");
  EXPECT_EQ(read("en", "shoot down").lemma, "shoot");
}

TEST(EventPhrasesTest, HyphensAreCutAsTheTokenizerCutsThem) {
  EXPECT_EQ(read("en", "cease-fire", true).lemma, "fire");
  EXPECT_EQ(read("en", "re-elect").lemma, "re-elect");
  EXPECT_EQ(read("en", "cross-examine").lemma, "cross-examine");  // by tokens.tsv alone
}

TEST(EventPhrasesTest, AFirstWordThatIsCutAwayHeadsNothing) {
  EXPECT_EQ(read("en", "the-a strike").lemma, "strike");
  EXPECT_EQ(read("en", "-- strike").lemma, "strike");
}

TEST(EventPhrasesTest, NoContentWordNoLemma) {
  EXPECT_TRUE(read("en", "--").lemma.empty());
  EXPECT_TRUE(read("en", "the").lemma.empty());
  EXPECT_TRUE(read("fr", "").lemma.empty());
}

}  // namespace
}  // namespace selon
