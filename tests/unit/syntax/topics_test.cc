#include "syntax/topics.h"

#include <gtest/gtest.h>

#include "support/document_builder.h"

namespace selon {
namespace {

std::string mended(const std::string& lines) {
  Document doc = build_document(lines);
  mend_topics(doc);
  return arcs_of(doc);
}

TEST(Topics, TwoSubjectsLeaveTheOneBehindTheColon) {
  EXPECT_EQ(mended(R"(
    1 Syrie Syrie PROPN 5 nsubj
    2 : : PUNCT 5 punct
    3 les le DET 4 det
    4 Kurdes Kurde PROPN 5 nsubj
    5 cèdent céder VERB 0 root VerbForm=Fin|Tense=Pres
  )"),
            "Syrie<cèdent>dislocated :<cèdent>punct les<Kurdes>det Kurdes<cèdent>nsubj "
            "cèdent<->root ");
}

TEST(Topics, ANameDrawnIntoTheTopicIsTheSubject) {
  EXPECT_EQ(mended(R"(
    1 Gaza Gaza PROPN 4 nsubj
    2 : : PUNCT 1 punct
    3 Oslo Oslo PROPN 1 flat:name
    4 accuse accuser VERB 0 root VerbForm=Fin|Tense=Pres
    5 Rome Rome PROPN 4 obj
  )"),
            "Gaza<accuse>dislocated :<Gaza>punct Oslo<accuse>nsubj accuse<->root "
            "Rome<accuse>obj ");
}

TEST(Topics, AVerbWithoutASubjectTakesTheNameBehindTheColon) {
  EXPECT_EQ(mended(R"(
    1 Vol vol NOUN 5 obl:mod
    2 : : PUNCT 3 punct
    3 Oslo Oslo PROPN 1 nmod
    4 se soi PRON 5 expl:pv
    5 brouillent brouiller VERB 0 root VerbForm=Fin|Tense=Pres
  )"),
            "Vol<brouillent>dislocated :<Oslo>punct Oslo<brouillent>nsubj "
            "se<brouillent>expl:pv brouillent<->root ");
}

TEST(Topics, WithoutAnotherSubjectNothingChanges) {
  const std::string tree = R"(
    1 Oslo Oslo PROPN 3 nsubj
    2 : : PUNCT 3 punct
    3 attaque attaquer VERB 0 root VerbForm=Fin|Tense=Pres
    4 Rome Rome PROPN 3 obj
  )";
  EXPECT_EQ(mended(tree), "Oslo<attaque>nsubj :<attaque>punct attaque<->root Rome<attaque>obj ");
  // a colon further on, behind a verb
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 répond répondre VERB 5 parataxis VerbForm=Fin|Tense=Pres
    3 : : PUNCT 2 punct
    4 Rome Rome PROPN 5 nsubj
    5 ment mentir VERB 0 root VerbForm=Fin|Tense=Pres
  )"),
            "Oslo<répond>nsubj répond<ment>parataxis :<répond>punct Rome<ment>nsubj ment<->root ");
}

}  // namespace
}  // namespace selon
