#include "claims/through_things.h"

#include <gtest/gtest.h>

#include "claims/firmness.h"
#include "unit/claims/scene.h"

namespace selon {
namespace {

class ThroughThingsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto en = EventLexicon::open(SELON_SOURCE_DIR "/data", "en");
    ASSERT_TRUE(en) << en.error().to_string();
    english_ = new EventLexicon(std::move(*en));
  }
  static void TearDownTestSuite() { delete english_; }

  // "ASSAULT ISR > SYR", joined by "; "
  static std::string events(const Document& doc) {
    const Tree tree(doc);
    const Arguments arguments(doc, tree, english_->words());
    const FirmnessReader firmness(doc, tree, arguments, *english_);
    std::string out;
    for (const FoundEvent& e : find_events(doc, tree, arguments, firmness, *english_)) {
      out += (out.empty() ? "" : "; ") + e.entry->event;
      for (int32_t m : e.actors) out += " " + doc.entities[doc.mentions[m].entity].code;
      out += " >";
      for (int32_t m : e.recipients) out += " " + doc.entities[doc.mentions[m].entity].code;
    }
    return out;
  }

  static EventLexicon* english_;
};
EventLexicon* ThroughThingsTest::english_ = nullptr;

TEST_F(ThroughThingsTest, ThePlaceThatATargetStandsIn) {
  Document doc = build_document(R"(
    1 Israel Israel PROPN 2 nsubj
    2 bombed bomb VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 depots depot NOUN 2 obj Number=Plur
    4 in in ADP 5 case
    5 Syria Syria PROPN 3 nmod
  )",
                                "en");
  name(doc, 1, "ISR");
  name(doc, 5, "SYR");
  EXPECT_EQ(events(doc), "ASSAULT ISR > SYR");
}

TEST_F(ThroughThingsTest, WhereRocketsAreAimed) {
  Document doc = build_document(R"(
    1 Rebels rebel NOUN 2 nsubj Number=Plur
    2 fired fire VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 rockets rocket NOUN 2 obj Number=Plur
    4 aimed aim VERB 3 acl Tense=Past|VerbForm=Part
    5 at at ADP 6 case
    6 Riyadh Riyadh PROPN 4 obl
  )",
                                "en");
  name(doc, 1, "YEM", MentionForm::kDescription);
  name(doc, 6, "SAU");
  EXPECT_EQ(events(doc), "ASSAULT YEM > SAU");
}

TEST_F(ThroughThingsTest, WhatIsThreatenedIsAimedAtSomebody) {
  Document doc = build_document(R"(
    1 Sudan Sudan PROPN 2 nsubj
    2 threatened threaten VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 to to PART 4 mark
    4 shell shell VERB 2 xcomp VerbForm=Inf
    5 Ethiopia Ethiopia PROPN 4 obj
  )",
                                "en");
  name(doc, 1, "SDN");
  name(doc, 5, "ETH");
  EXPECT_EQ(events(doc), "THREATEN SDN > ETH; ASSAULT SDN > ETH");
}

TEST_F(ThroughThingsTest, AnOfferIsRefusedToWhoMadeIt) {
  Document doc = build_document(R"(
    1 Niger Niger PROPN 2 nsubj
    2 spurned spurn VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 an a DET 4 det
    4 offer offer NOUN 2 obj Number=Sing
    5 by by ADP 6 case
    6 Chad Chad PROPN 4 nmod
  )",
                                "en");
  name(doc, 1, "NER");
  name(doc, 6, "TCD");
  EXPECT_EQ(events(doc).substr(0, 16), "REJECT NER > TCD");
}

}  // namespace
}  // namespace selon
