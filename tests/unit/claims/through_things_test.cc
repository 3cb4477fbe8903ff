#include "claims/through_things.h"

#include <gtest/gtest.h>

#include "support/event_scene.h"

namespace selon {
namespace {

TEST(ThroughThingsTest, ThePlaceThatATargetStandsIn) {
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
  EXPECT_EQ(told(doc), "ASSAULT ISR > SYR");
}

TEST(ThroughThingsTest, WhereRocketsAreAimed) {
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
  EXPECT_EQ(told(doc), "ASSAULT YEM > SAU");
}

TEST(ThroughThingsTest, WhatIsThreatenedIsAimedAtSomebody) {
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
  EXPECT_EQ(told(doc), "THREATEN SDN > ETH; ASSAULT SDN > ETH");
}

TEST(ThroughThingsTest, AnOfferIsRefusedToWhoMadeIt) {
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
  EXPECT_EQ(told(doc).substr(0, 16), "REJECT NER > TCD");
}

}  // namespace
}  // namespace selon
