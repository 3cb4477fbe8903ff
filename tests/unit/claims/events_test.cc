#include "claims/events.h"

#include <gtest/gtest.h>

#include "unit/claims/scene.h"

namespace selon {
namespace {

std::string codes(const Document& doc, const std::vector<int32_t>& mentions) {
  std::string out;
  for (int32_t m : mentions)
    out += (out.empty() ? "" : " ") + doc.entities[doc.mentions[m].entity].code;
  return out;
}

class EventsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto fr = EventLexicon::open(SELON_SOURCE_DIR "/data", "fr");
    ASSERT_TRUE(fr) << fr.error().to_string();
    french_ = new EventLexicon(std::move(*fr));
  }
  static void TearDownTestSuite() { delete french_; }

  // "ASSAULT RUS > SYR" for each event, joined by "; "
  std::string events(const Document& doc) {
    const Tree tree(doc);
    const Arguments arguments(doc, tree, french_->words());
    std::string out;
    const FirmnessReader firmness(doc, tree, arguments, *french_);
    for (const FoundEvent& e : find_events(doc, tree, arguments, firmness, *french_))
      out += (out.empty() ? "" : "; ") + e.entry->event + " " + codes(doc, e.actors) + " > " +
             codes(doc, e.recipients);
    return out;
  }

  static EventLexicon* french_;
};
EventLexicon* EventsTest::french_ = nullptr;

TEST_F(EventsTest, ActiveAndPassive) {
  Document active = build_document(R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 bombardé bombarder VERB 0 root Tense=Past|VerbForm=Part
    4 Kiev Kiev PROPN 3 obj
  )",
                                   "fr");
  name(active, 1, "RUS");
  name(active, 4, "UKR");
  EXPECT_EQ(events(active), "ASSAULT RUS > UKR");

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
  EXPECT_EQ(events(passive), "ASSAULT RUS > UKR");
}

TEST_F(EventsTest, CoordinationSaysWhoExactly) {
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
  EXPECT_EQ(events(doc), "ACCUSE FRA ITA > TUR");
}

TEST_F(EventsTest, LightVerbLendsItsSubject) {
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
  EXPECT_EQ(events(doc), "ASSAULT RUS > UKR");
}

TEST_F(EventsTest, GenitiveOfAnAssassinationIsTheVictim) {
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
  EXPECT_EQ(events(doc), "ASSAULT RUS > GEO");
}

TEST_F(EventsTest, ControlAndRelatives) {
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
  EXPECT_NE(events(doc).find("CONSULT ITA FRA > "), std::string::npos) << events(doc);
}

TEST_F(EventsTest, NobodyNamedNothingClaimed) {
  const Document doc = build_document(R"(
    1 La le DET 2 det
    2 pluie pluie NOUN 3 nsubj
    3 frappe frapper VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    4 les le DET 5 det
    5 vitres vitre NOUN 3 obj
  )",
                                      "fr");
  EXPECT_EQ(events(doc), "");
}

TEST_F(EventsTest, TheNounAboveItsParticiple) {
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
  EXPECT_EQ(events(d), "SUPPORT NOR > ");
}

}  // namespace
}  // namespace selon
