#include "claims/predicates.h"

#include <gtest/gtest.h>

#include "support/event_scene.h"

namespace selon {
namespace {

TEST(Predicates, EveryEventWordIsToldOf) {
  Document doc = build_document(R"(
    1 Rome Rome PROPN 2 nsubj
    2 voudrait vouloir VERB 0 root Mood=Cnd|Tense=Pres|VerbForm=Fin
    3 signer signer VERB 2 xcomp VerbForm=Inf
    4 un un DET 5 det
    5 accord accord NOUN 3 obj
    6 sans sans ADP 8 case
    7 aucune aucun DET 8 det
    8 réserve réserve NOUN 3 obl
  )",
                                "fr");
  find_predicates(doc, event_lexicon(doc));
  ASSERT_EQ(doc.predicates.size(), 4u);
  EXPECT_EQ(doc.predicates[0].word, 1);
  EXPECT_EQ(doc.predicates[0].mood, Mood::kCnd);
  EXPECT_EQ(doc.predicates[1].word, 2);
  EXPECT_EQ(doc.predicates[1].time, ClaimTime::kFuture);
  EXPECT_EQ(doc.predicates[1].governors.front(), 1);
  EXPECT_EQ(doc.predicates[2].word, 4) << "a noun of the event tables";
  EXPECT_EQ(doc.predicates[3].word, 7) << "a noun that is negated";
  EXPECT_EQ(doc.predicates[3].polarity, Polarity::kNeg);
}

}  // namespace
}  // namespace selon
