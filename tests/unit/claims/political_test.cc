#include "claims/political.h"

#include <gtest/gtest.h>

#include "claims/subject_matter.h"
#include "support/scene.h"

namespace selon {
namespace {

class PoliticalTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto fr = EventLexicon::open(SELON_SOURCE_DIR "/data", "fr");
    ASSERT_TRUE(fr) << fr.error().to_string();
    french_ = new EventLexicon(std::move(*fr));
  }
  static void TearDownTestSuite() { delete french_; }

  static FoundEvent event(const EventEntry& entry, int32_t word, std::vector<int32_t> actors,
                          std::vector<int32_t> recipients) {
    FoundEvent e;
    e.word = word;
    e.entry = &entry;
    e.actors = std::move(actors);
    e.recipients = std::move(recipients);
    return e;
  }

  static EventEntry entry(const std::string& type) {
    EventEntry e;
    e.event = type;
    e.frame = *parse_frame("subj>obj");
    return e;
  }

  static EventLexicon* french_;
};
EventLexicon* PoliticalTest::french_ = nullptr;

// "Bonn a battu Oslo. L'entraîneur fêtait un championnat."
Document match() {
  Document doc = build_document(R"(
    1 Bonn Bonn PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense
    3 battu battre VERB 0 root
    4 Oslo Oslo PROPN 3 obj
    5 . . PUNCT 3 punct

    1 L' le DET 2 det
    2 entraîneur entraîneur NOUN 3 nsubj
    3 fêtait fêter VERB 0 root
    4 un un DET 5 det
    5 championnat championnat NOUN 3 obj
    6 de de ADP 7 case
    7 club club NOUN 5 nmod
    8 . . PUNCT 3 punct
  )",
                                "fr");
  name(doc, 1, "DEU");
  name(doc, 4, "NOR");
  return doc;
}

TEST_F(PoliticalTest, AGameIsNoAttackButAnAccusationIsOne) {
  const Document doc = match();
  const SubjectMatter about(doc, *french_);
  EXPECT_TRUE(about.game(0));
  EXPECT_TRUE(about.game(1));
  const EventEntry assault = entry("ASSAULT"), accuse = entry("ACCUSE");
  std::vector<FoundEvent> events = {event(assault, 2, {0}, {1}), event(accuse, 2, {0}, {1})};
  drop_games_and_mishaps(doc, about, events);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].entry->event, "ACCUSE");
}

TEST_F(PoliticalTest, WordsOfCompanyAloneMakeNoGame) {
  const Document doc = build_document(R"(
    1 L' le DET 2 det
    2 équipe équipe NOUN 0 root
    3 de de ADP 4 case
    4 club club NOUN 2 nmod
    5 , , PUNCT 6 punct
    6 stade stade NOUN 2 conj
    7 , , PUNCT 8 punct
    8 victoire victoire NOUN 2 conj
    9 , , PUNCT 10 punct
    10 joueur joueur NOUN 2 conj
  )",
                                      "fr");
  EXPECT_FALSE(SubjectMatter(doc, *french_).game(0));
}

TEST_F(PoliticalTest, AMishapEndsWhereThereIsForce) {
  const char* const kText = R"(
    1 Une un DET 2 det
    2 collision collision NOUN 3 nsubj
    3 tua tuer VERB 0 root
    4 deux deux NUM 3 obj
    5 . . PUNCT 3 punct
  )";
  EXPECT_TRUE(SubjectMatter(build_document(kText, "fr"), *french_).mishap(0));
  const std::string with_force = std::string(kText) + R"(
    1 Une un DET 2 det
    2 bombe bombe NOUN 0 root
  )";
  const Document doc = build_document(with_force.c_str(), "fr");
  const SubjectMatter about(doc, *french_);
  EXPECT_FALSE(about.mishap(0));
  EXPECT_TRUE(about.war_beside(2));
  EXPECT_FALSE(about.war_beside(6));  // the bomb itself
}

TEST_F(PoliticalTest, PrivateEventsGoWhereTheyAreTheMost) {
  Document doc = match();
  name(doc, 7, "UNK");  // "entraîneur": somebody of no state
  Entity& coach = doc.entities.back();
  coach.id = "local/0";
  coach.country.clear();
  coach.kind = EntityKind::kPerson;
  const SubjectMatter about(doc, *french_);
  const EventEntry request = entry("REQUEST");
  const FoundEvent between_states = event(request, 2, {0}, {1}),
                   private_one = event(request, 7, {2}, {});
  std::vector<FoundEvent> events = {private_one};
  drop_private(doc, about, events);
  EXPECT_TRUE(events.empty());
  events = {between_states, between_states, private_one};
  drop_private(doc, about, events);
  EXPECT_EQ(events.size(), 3u);
}

TEST_F(PoliticalTest, NobodyIsNoMember) {
  const Document doc = match();
  const SubjectMatter about(doc, *french_);
  const EventEntry member = entry("MEMBER");
  std::vector<FoundEvent> events = {event(member, 2, {}, {1}), event(member, 2, {0}, {1})};
  drop_private(doc, about, events);
  EXPECT_EQ(events.size(), 1u);
}

}  // namespace
}  // namespace selon
