#include "knowledge/events.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace selon {
namespace {

EventLexicon english() {
  Result<EventLexicon> read = EventLexicon::open(SELON_SOURCE_DIR "/data", "en");
  EXPECT_TRUE(read.ok()) << read.error().to_string();
  return std::move(*read);
}

const EventEntry* entry(const EventLexicon::Entries& entries, const std::string& phrase) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const EventEntry& e) { return e.phrase == phrase; });
  return found == entries.end() ? nullptr : &*found;
}

using Parts = std::vector<std::string>;

TEST(EventLexicon, EnglishNounsAreFoundByTheLastWordOfTheirPhrase) {
  const EventLexicon en = english();
  const EventEntry* strike = entry(en.nouns("strike"), "air strike");
  ASSERT_NE(strike, nullptr);
  EXPECT_EQ(strike->parts, Parts{"air"});
  const EventEntry* exchange = entry(en.nouns("exchange"), "exchange of fire");
  ASSERT_NE(exchange, nullptr);
  EXPECT_EQ(exchange->parts, Parts{"fire"});
  EXPECT_TRUE(en.nouns("air").empty());
}

TEST(EventLexicon, EnglishPredicatesAreFoundBehindTheirPreposition) {
  const EventLexicon en = english();
  const EventEntry* war = entry(en.nouns("war"), "be at war");
  ASSERT_NE(war, nullptr);
  EXPECT_TRUE(war->needs_copula);
  EXPECT_EQ(war->parts, Parts{"at"});
  const EventEntry* ally = entry(en.nouns("ally"), "be a close ally");
  ASSERT_NE(ally, nullptr);
  EXPECT_EQ(ally->parts, Parts{"close"});
}

TEST(EventLexicon, HyphensAreCutAsTheTokenizerCutsThem) {
  const EventLexicon en = english();
  ASSERT_NE(entry(en.verbs("gas"), "tear-gas"), nullptr);
  EXPECT_EQ(entry(en.verbs("gas"), "tear-gas")->parts, Parts{"tear"});
  ASSERT_NE(entry(en.verbs("re-elect"), "re-elect"), nullptr);
}

TEST(EventLexicon, LemmasGuessedFromLettersAreRead) {
  const EventLexicon en = english();
  EXPECT_EQ(en.verbs("blam").front().lemma, "blame");
  EXPECT_EQ(en.verbs("expell").front().lemma, "expel");
  EXPECT_EQ(en.verbs("vilifi").front().lemma, "vilify");
  EXPECT_TRUE(en.verbs("xyzzi").empty());
}

TEST(EventLexicon, ConditionedSensesComeBeforeFreeOnes) {
  const EventLexicon en = english();
  const auto& vow = en.verbs("vow");
  const EventEntry* threat = nullptr;
  for (const EventEntry& e : vow)
    if (e.needs_hostile) threat = &e;
  ASSERT_NE(threat, nullptr);
  EXPECT_EQ(threat->event, "THREATEN");
  const EventEntry* tell = entry(en.verbs("tell"), "tell");
  ASSERT_NE(tell, nullptr);
  EXPECT_TRUE(tell->needs_infinitive);
}

TEST(EventLexicon, FramesNameTheirSlots) {
  const auto voice = parse_frame("voice>subj");
  ASSERT_TRUE(voice);
  EXPECT_EQ(voice->actor.front().kind, SlotKind::kVoice);
  EXPECT_EQ(voice->recipient.front().kind, SlotKind::kSubject);
  EXPECT_TRUE(parse_frame("subj&with")->reciprocal);
  EXPECT_FALSE(parse_frame("subj"));
}

TEST(EventLexicon, BreadthOfTheEnglishTables) {
  const EventLexicon en = english();
  for (const char* verb : {"meet", "blame", "jail", "veto", "sanction", "hack", "rally", "deploy"})
    EXPECT_FALSE(en.verbs(verb).empty()) << verb;
  for (const char* noun : {"ceasefire", "raid", "embargo", "summit", "protest"})
    EXPECT_FALSE(en.nouns(noun).empty()) << noun;
}

}  // namespace
}  // namespace selon
