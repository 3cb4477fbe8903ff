#include "claims/confidence.h"

#include <gtest/gtest.h>

#include "support/scene.h"

namespace selon {
namespace {

// Oslo and Rome are mentions 0 and 1; the cue is "Selon".
Document scene() {
  Document doc = build_document(R"(
    1 Selon selon ADP 2 case
    2 Bonn Bonn PROPN 5 obl
    3 , , PUNCT 2 punct
    4 Oslo Oslo PROPN 5 nsubj
    5 attaque attaquer VERB 0 root
    6 Rome Rome PROPN 5 obj
    7 . . PUNCT 5 punct

    1 Oslo Oslo PROPN 2 nsubj
    2 nie nier VERB 0 root
  )",
                                "fr");
  name(doc, 4, "NOR");
  name(doc, 6, "ITA");
  name(doc, 8, "NOR");
  for (Word& w : doc.words) w.confidence = 0.9f;
  return doc;
}

Claim claim() {
  Claim c;
  c.trigger_word = 4;
  c.actors = {0};
  c.recipients = {1};
  return c;
}

TEST(Confidence, IsThatOfTheWeakestArcBetweenTriggerAndParties) {
  Document doc = scene();
  EXPECT_DOUBLE_EQ(confidence_of(doc, claim()), 0.9);
  doc.words[5].confidence = 0.25f;
  EXPECT_DOUBLE_EQ(confidence_of(doc, claim()), 0.25);
  doc.words[6].confidence = 0.1f;  // the full stop matters to nobody
  EXPECT_DOUBLE_EQ(confidence_of(doc, claim()), 0.25);
  doc.words[4].tag_confidence = 0.125f;  // but whether "attaque" is a verb does
  EXPECT_DOUBLE_EQ(confidence_of(doc, claim()), 0.125);
}

TEST(Confidence, TakesTheWayToACueIn) {
  Document doc = scene();
  doc.words[0].confidence = 0.5f;
  EXPECT_DOUBLE_EQ(confidence_of(doc, claim()), 0.9);
  doc.attributions = {{.cue = doc.words[0].span, .cue_word = 0}};
  Claim c = claim();
  c.voices = {0};
  EXPECT_DOUBLE_EQ(confidence_of(doc, c), 0.5);
}

TEST(Confidence, OtherSentencesDoNotCount) {
  Document doc = scene();
  doc.words[7].confidence = 0.01f;
  Claim c = claim();
  c.actors = {2};
  EXPECT_DOUBLE_EQ(confidence_of(doc, c), 0.9);
  c.trigger_word = kNone;
  EXPECT_DOUBLE_EQ(confidence_of(doc, c), 1);
}

}  // namespace
}  // namespace selon
