#include "claims/events.h"

#include <gtest/gtest.h>

#include "support/event_scene.h"

namespace selon {
namespace {

TEST(EventsTest, ActiveAndPassive) {
  Document active = build_document(R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 bombardé bombarder VERB 0 root Tense=Past|VerbForm=Part
    4 Kiev Kiev PROPN 3 obj
  )",
                                   "fr");
  name(active, 1, "RUS");
  name(active, 4, "UKR");
  EXPECT_EQ(told(active), "ASSAULT RUS > UKR");

  Document passive = build_document(R"(
    1 Kiev Kiev PROPN 4 nsubj:pass
    2 a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 été être AUX 4 aux:pass Tense=Past|VerbForm=Part
    4 bombardée bombarder VERB 0 root Tense=Past|VerbForm=Part
    5 par par ADP 6 case
    6 Moscou Moscou PROPN 4 obl:agent
  )",
                                    "fr");
  name(passive, 1, "UKR");
  name(passive, 6, "RUS");
  EXPECT_EQ(told(passive), "ASSAULT RUS > UKR");
}

TEST(EventsTest, CoordinationSaysWhoExactly) {
  Document doc = build_document(R"(
    1 Paris Paris PROPN 5 nsubj
    2 et et CCONJ 3 cc
    3 Rome Rome PROPN 1 conj
    4 ont avoir AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    5 condamné condamner VERB 0 root Tense=Past|VerbForm=Part
    6 Ankara Ankara PROPN 5 obj
  )",
                                "fr");
  name(doc, 1, "FRA");
  name(doc, 3, "ITA");
  name(doc, 6, "TUR");
  EXPECT_EQ(told(doc), "ACCUSE FRA ITA > TUR");
}

TEST(EventsTest, LightVerbLendsItsSubject) {
  Document doc = build_document(R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 mené mener VERB 0 root Tense=Past|VerbForm=Part
    4 une un DET 5 det
    5 attaque attaque NOUN 3 obj
    6 contre contre ADP 7 case
    7 Kiev Kiev PROPN 5 nmod
  )",
                                "fr");
  name(doc, 1, "RUS");
  name(doc, 7, "UKR");
  EXPECT_EQ(told(doc), "ASSAULT RUS > UKR");
}

TEST(EventsTest, GenitiveOfAnAssassinationIsTheVictim) {
  Document doc = build_document(R"(
    1 l' le DET 2 det
    2 assassinat assassinat NOUN 0 root
    3 du de ADP 4 case
    4 Géorgien Géorgien PROPN 2 nmod
    5 par par ADP 6 case
    6 Moscou Moscou PROPN 2 nmod
  )",
                                "fr");
  name(doc, 4, "GEO");
  name(doc, 6, "RUS");
  EXPECT_EQ(told(doc), "ASSAULT RUS > GEO");
}

TEST(EventsTest, ControlAndRelatives) {
  Document doc = build_document(R"(
    1 Rome Rome PROPN 5 nsubj
    2 , , PUNCT 4 punct
    3 qui qui PRON 4 nsubj PronType=Rel
    4 critiquait critiquer VERB 1 acl:relcl Mood=Ind|Tense=Imp|VerbForm=Fin
    5 veut vouloir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    6 rencontrer rencontrer VERB 5 xcomp VerbForm=Inf
    7 Paris Paris PROPN 6 obj
  )",
                                "fr");
  name(doc, 1, "ITA");
  name(doc, 7, "FRA");
  EXPECT_NE(told(doc).find("CONSULT ITA FRA >"), std::string::npos) << told(doc);
}

TEST(EventsTest, NobodyNamedNothingClaimed) {
  const Document doc = build_document(R"(
    1 La le DET 2 det
    2 pluie pluie NOUN 3 nsubj
    3 frappe frapper VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    4 les le DET 5 det
    5 vitres vitre NOUN 3 obj
  )",
                                      "fr");
  EXPECT_EQ(told(doc), "");
}

TEST(EventsTest, TheNounAboveItsParticiple) {
  Document d = build_document(R"(
    1 L' le DET 2 det
    2 accord accord NOUN 6 nsubj
    3 signé signer VERB 2 acl Tense=Past|VerbForm=Part|Voice=Pass
    4 par par ADP 5 case
    5 Oslo Oslo PROPN 3 obl:agent
    6 tient tenir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
  )",
                              "fr");
  name(d, 5, "NOR");
  EXPECT_EQ(told(d), "SUPPORT NOR >");
}

}  // namespace
}  // namespace selon
