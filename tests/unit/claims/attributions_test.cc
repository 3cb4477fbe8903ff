// Attributions on hand-made parses: each phenomenon once as it must be found, once as it must not.
#include "claims/attributions.h"

#include <gtest/gtest.h>

#include "claims/quotations.h"
#include "claims/voice_map.h"
#include "support/document_builder.h"
#include "support/tables.h"

namespace selon {
namespace {

const AttributionFinder& finder() {
  static const AttributionFinder kFinder = opened(AttributionFinder::open(kSourceData));
  return kFinder;
}

Document attributed(const std::string& lines, const std::string& language = "fr") {
  Document doc = build_document(lines, language);
  find_quotations(doc);
  finder().run(doc);
  EXPECT_EQ(check_invariants(doc), "");
  return doc;
}

// "cue | name | content", one line an attribution.
std::string summary(const Document& doc) {
  std::string out;
  for (const Attribution& a : doc.attributions)
    out += std::string(doc.str(a.cue)) + " | " + a.name + " | " + std::string(doc.str(a.content)) +
           "\n";
  return out;
}

TEST(Attributions, VerbAndClause) {
  const Document doc = attributed(R"(
    1 Le le DET 2 det
    2 maire maire NOUN 3 nsubj Gender=Masc|Number=Sing
    3 affirme affirmer VERB 0 root Mood=Ind|VerbForm=Fin
    4 que que SCONJ 7 mark
    5 le le DET 6 det
    6 pont pont NOUN 7 nsubj
    7 tient tenir VERB 3 ccomp Mood=Ind|VerbForm=Fin
    8 . . PUNCT 3 punct
  )");
  EXPECT_EQ(summary(doc), "affirme | Le maire | que le pont tient\n");
  EXPECT_EQ(doc.attributions[0].report, Report::kIndirect);
  const VoiceMap voices(doc);
  EXPECT_EQ(voices.chain(6), std::vector<int32_t>{0});
  EXPECT_EQ(voices.chain(1), std::vector<int32_t>{});
}

TEST(Attributions, VerbWithAThingAsObjectReportsNothing) {
  EXPECT_EQ(summary(attributed(R"(
    1 Le le DET 2 det
    2 maire maire NOUN 3 nsubj
    3 affirme affirmer VERB 0 root Mood=Ind|VerbForm=Fin
    4 sa son DET 5 det
    5 force force NOUN 3 obj
    6 . . PUNCT 3 punct
  )")),
            "");
}

TEST(Attributions, TheFirstPersonIsNoVoice) {
  EXPECT_EQ(summary(attributed(R"(
    1 Je je PRON 2 nsubj Person=1|PronType=Prs
    2 crois croire VERB 0 root Mood=Ind|VerbForm=Fin
    3 que que SCONJ 5 mark
    4 tout tout PRON 5 nsubj
    5 tient tenir VERB 2 ccomp Mood=Ind|VerbForm=Fin
  )")),
            "");
}

// Who is named before questions to "you" says what is neither asked nor told before them.
TEST(Attributions, AnswersWithoutLabels) {
  const std::string question = R"(
    1 Do do AUX 3 aux Mood=Ind|VerbForm=Fin
    2 you you PRON 3 nsubj PronType=Prs
    3 agree agree VERB 0 root VerbForm=Inf
    4 ? ? PUNCT 3 punct
)";
  const std::string answer = R"(
    1 We we PRON 2 nsubj PronType=Prs
    2 left leave VERB 0 root Mood=Ind|VerbForm=Fin
    3 . . PUNCT 2 punct
)";
  const std::string opening = R"(
    1 Moraru Moraru PROPN 2 nsubj
    2 spoke speak VERB 0 root Mood=Ind|VerbForm=Fin
    3 . . PUNCT 2 punct
)";
  const auto read = [&](int questions) {
    std::string lines = opening;
    for (int i = 0; i < questions; ++i) lines += question + answer;
    Document doc = build_document(lines, "en");
    doc.entities.push_back({.id = "local/0", .name = "Ana Moraru", .kind = EntityKind::kPerson});
    doc.mentions.push_back({.span = doc.words[0].span, .end_word = 1, .entity = 0, .rule = "name"});
    doc.mentions[0].head = 0;
    find_quotations(doc);
    finder().run(doc);
    EXPECT_EQ(check_invariants(doc), "");
    return doc;
  };
  const Document doc = read(3);
  ASSERT_EQ(doc.attributions.size(), 3u);
  EXPECT_EQ(doc.attributions[0].name, "Ana Moraru");
  EXPECT_EQ(doc.str(doc.attributions[0].content), "We left.");
  const VoiceMap voices(doc);
  EXPECT_TRUE(voices.chain(1).empty());  // "Moraru spoke"
  EXPECT_TRUE(voices.chain(5).empty());  // "Do you agree ?"
  EXPECT_EQ(summary(read(2)), "");       // two questions make no interview
}

TEST(Attributions, DenialAndParticipleThatGoesOn) {
  const Document doc = attributed(R"(
    1 Le le DET 2 det
    2 préfet préfet NOUN 4 nsubj
    3 a avoir AUX 4 aux:tense Mood=Ind|VerbForm=Fin
    4 démenti démentir VERB 0 root VerbForm=Part|Tense=Past
    5 que que SCONJ 8 mark
    6 le le DET 7 det
    7 pont pont NOUN 8 nsubj
    8 tombe tomber VERB 4 ccomp Mood=Sub|VerbForm=Fin
    9 , , PUNCT 10 punct
    10 précisant préciser VERB 8 advcl VerbForm=Part|Tense=Pres
    11 que que SCONJ 13 mark
    12 il il PRON 13 nsubj
    13 tient tenir VERB 10 ccomp Mood=Ind|VerbForm=Fin
    14 . . PUNCT 4 punct
  )");
  ASSERT_EQ(doc.attributions.size(), 2u);
  const VoiceMap voices(doc);
  EXPECT_EQ(voices.certainty(7), Certainty::kDenied);
  EXPECT_EQ(voices.certainty(12), Certainty::kAsserted);
  EXPECT_EQ(doc.attributions[1].name, "Le préfet");
  EXPECT_EQ(doc.attributions[1].parent, kNone);
}

TEST(Attributions, ChainOfPrepositionAndVerb) {
  const Document doc = attributed(R"(
    1 Selon selon ADP 3 case
    2 le le DET 3 det
    3 quotidien quotidien NOUN 8 obl:mod
    4 , , PUNCT 3 punct
    5 le le DET 6 det
    6 ministre ministre NOUN 8 nsubj
    7 a avoir AUX 8 aux:tense Mood=Ind|VerbForm=Fin
    8 confirmé confirmer VERB 0 root VerbForm=Part|Tense=Past
    9 que que SCONJ 12 mark
    10 le le DET 11 det
    11 pont pont NOUN 12 nsubj
    12 tient tenir VERB 8 ccomp Mood=Ind|VerbForm=Fin
    13 . . PUNCT 8 punct
  )");
  ASSERT_EQ(doc.attributions.size(), 2u) << summary(doc);
  const VoiceMap voices(doc);
  const std::vector<int32_t> chain = voices.chain(11);
  ASSERT_EQ(chain.size(), 2u);
  EXPECT_EQ(doc.attributions[chain[0]].name, "le quotidien");
  EXPECT_EQ(doc.attributions[chain[1]].name, "le ministre");
  EXPECT_EQ(doc.attributions[chain[1]].parent, chain[0]);
}

TEST(Attributions, PrepositionBeforeAThing) {
  EXPECT_EQ(summary(attributed(R"(
    1 Les le DET 2 det
    2 prix prix NOUN 3 nsubj
    3 varient varier VERB 0 root Mood=Ind|VerbForm=Fin
    4 selon selon ADP 6 case
    5 la le DET 6 det
    6 saison saison NOUN 3 obl:mod
  )")),
            "");
}

TEST(Attributions, DocumentWithoutOwnerNamesItselfWordsNobody) {
  const Document doc = attributed(R"(
    1 Selon selon ADP 3 case
    2 des un DET 3 det
    3 informations information NOUN 6 obl:mod
    4 , , PUNCT 3 punct
    5 tout tout PRON 6 nsubj
    6 tient tenir VERB 0 root Mood=Ind|VerbForm=Fin
  )");
  ASSERT_EQ(doc.attributions.size(), 1u);
  EXPECT_EQ(doc.attributions[0].name, "");
  EXPECT_TRUE(VoiceMap(doc).chain(5).empty());
  EXPECT_EQ(VoiceMap(doc).certainty(5), Certainty::kHedged);
}

TEST(Attributions, InciseBehindAQuotation) {
  const Document doc = attributed(R"(
    1 « « PUNCT 4 punct
    2 La le DET 3 det
    3 trêve trêve NOUN 4 nsubj
    4 tient tenir VERB 0 root Mood=Ind|VerbForm=Fin
    5 » » PUNCT 4 punct
    6 , , PUNCT 8 punct
    7 a avoir AUX 8 aux:tense Mood=Ind|VerbForm=Fin
    8 dit dire VERB 4 parataxis:insert VerbForm=Part|Tense=Past
    9 le le DET 10 det
    10 maire maire NOUN 8 nsubj
    11 . . PUNCT 4 punct
  )");
  EXPECT_EQ(summary(doc), "a dit | le maire | « La trêve tient »\n");
  EXPECT_EQ(doc.attributions[0].report, Report::kDirect);
}

TEST(Attributions, AnAppositionBetweenCommasIsNoIncise) {
  EXPECT_EQ(summary(attributed(R"(
    1 Le le DET 2 det
    2 consul consul NOUN 7 nsubj
    3 , , PUNCT 4 punct
    4 Paul Paul PROPN 2 appos
    5 , , PUNCT 4 punct
    6 a avoir AUX 7 aux:tense Mood=Ind|VerbForm=Fin
    7 annoncé annoncer VERB 0 root VerbForm=Part|Tense=Past
    8 une un DET 9 det
    9 fête fête NOUN 7 obj
    10 . . PUNCT 7 punct
  )")),
            "");
}

TEST(Attributions, ColonAndQuotation) {
  EXPECT_EQ(summary(attributed(R"(
    1 Le le DET 2 det
    2 maire maire NOUN 3 nsubj
    3 répond répondre VERB 0 root Mood=Ind|VerbForm=Fin
    4 : : PUNCT 8 punct
    5 « « PUNCT 8 punct
    6 La le DET 7 det
    7 trêve trêve NOUN 8 nsubj
    8 tient tenir VERB 3 parataxis Mood=Ind|VerbForm=Fin
    9 » » PUNCT 8 punct
  )")),
            "répond | Le maire | « La trêve tient »\n");
}

TEST(Attributions, FreeStandingQuotationGoesOnWithTheLastSpeaker) {
  const std::string first = R"(
    1 Le le DET 2 det
    2 maire maire NOUN 3 nsubj
    3 affirme affirmer VERB 0 root Mood=Ind|VerbForm=Fin
    4 que que SCONJ 6 mark
    5 tout tout PRON 6 nsubj
    6 tient tenir VERB 3 ccomp Mood=Ind|VerbForm=Fin
    7 . . PUNCT 3 punct

    # paragraph
)";
  const Document doc = attributed(first + R"(
    1 « « PUNCT 3 punct
    2 Nous nous PRON 3 nsubj Person=1
    3 restons rester VERB 0 root Mood=Ind|VerbForm=Fin
    4 . . PUNCT 3 punct
    5 » » PUNCT 3 punct
  )");
  ASSERT_EQ(doc.attributions.size(), 2u) << summary(doc);
  EXPECT_EQ(doc.attributions[1].name, "Le maire");
  EXPECT_TRUE(doc.attributions[1].cue.empty());
  // The narrator's own next paragraph is his
  EXPECT_EQ(attributed(first + R"(
    1 Nous nous PRON 2 nsubj Person=1
    2 restons rester VERB 0 root Mood=Ind|VerbForm=Fin
  )")
                .attributions.size(),
            1u);
}

TEST(Attributions, TurnsBelongToTheirSpeaker) {
  const Document doc = attributed(R"(
    # turn Jeanne Morel
    1 Je je PRON 2 nsubj Person=1
    2 crois croire VERB 0 root Mood=Ind|VerbForm=Fin
    3 que que SCONJ 5 mark
    4 tout tout PRON 5 nsubj
    5 tient tenir VERB 2 ccomp Mood=Ind|VerbForm=Fin

    # paragraph
    1 Rien rien PRON 2 nsubj
    2 change changer VERB 0 root Mood=Ind|VerbForm=Fin
  )");
  ASSERT_EQ(doc.attributions.size(), 1u);
  EXPECT_EQ(doc.attributions[0].name, "Jeanne Morel");
  const VoiceMap voices(doc);
  EXPECT_EQ(voices.chain(4).size(), 1u);
  EXPECT_TRUE(voices.chain(6).empty());
}

TEST(Attributions, TheOneWhoAsksIsCalledByHisName) {
  const Document doc = attributed(R"(
    # turn L'hôte
    1 Que que PRON 2 obj
    2 dites dire VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    3 - - PUNCT 2 punct
    4 vous vous PRON 2 nsubj
    5 ? ? PUNCT 2 punct

    # turn Jeanne Morel
    1 Monsieur monsieur NOUN 6 vocative
    2 Tavernier Tavernier PROPN 1 flat:name
    3 , , PUNCT 1 punct
    4 la le DET 5 det
    5 trêve trêve NOUN 6 nsubj
    6 tient tenir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
  )");
  ASSERT_EQ(doc.attributions.size(), 2u);
  EXPECT_EQ(doc.attributions[0].name, "Tavernier");
  EXPECT_EQ(doc.attributions[1].name, "Jeanne Morel");
}

TEST(Attributions, NounWithItsRelative) {
  const Document doc = attributed(R"(
    1 Les le DET 2 det
    2 accusations accusation NOUN 10 nsubj
    3 de de ADP 4 case
    4 Paul Paul PROPN 2 nmod
    5 selon selon ADP 6 case
    6 lesquelles lequel PRON 8 obl:mod PronType=Rel
    7 elle elle PRON 8 nsubj
    8 ment mentir VERB 2 acl:relcl Mood=Ind|VerbForm=Fin
    9 ont avoir AUX 10 aux:tense Mood=Ind|VerbForm=Fin
    10 surpris surprendre VERB 0 root VerbForm=Part|Tense=Past
  )");
  EXPECT_EQ(summary(doc), "accusations de Paul selon lesquelles | Paul | elle ment\n");
  EXPECT_EQ(doc.attributions[0].certainty, Certainty::kHedged);
}

TEST(Attributions, HearsayPointsBack) {
  const std::string parse = R"(
    1 Tout tout PRON 2 nsubj
    2 tient tenir VERB 0 root Mood=Ind|VerbForm=Fin
    3 . . PUNCT 2 punct

    1 C' ce PRON 3 nsubj
    2 est être AUX 3 cop Mood=Ind|VerbForm=Fin
    3 ce ce PRON 0 root
    4 qu' que PRON 6 obj PronType=Rel
    5 a avoir AUX 6 aux:tense Mood=Ind|VerbForm=Fin
    6 VERB VERB VERB 3 acl:relcl VerbForm=Part|Tense=Past
    7 Paul Paul PROPN 6 nsubj
  )";
  const auto with = [&](const std::string& form, const std::string& lemma) {
    std::string text = parse;
    text.replace(text.find("VERB VERB VERB"), 9, form + " " + lemma);
    return summary(attributed(text));
  };
  EXPECT_NE(with("affirmé", "affirmer").find("| Paul | Tout tient."), std::string::npos);
  EXPECT_EQ(with("mangé", "manger"), "");
}

TEST(Attributions, EnglishInversionAndClauseWithoutThat) {
  EXPECT_EQ(summary(attributed(R"(
    1 The the DET 2 det
    2 mayor mayor NOUN 3 nsubj
    3 said say VERB 0 root VerbForm=Fin|Tense=Past
    4 it it PRON 5 nsubj
    5 holds hold VERB 3 ccomp Mood=Ind|VerbForm=Fin
    6 . . PUNCT 3 punct
  )",
                               "en")),
            "said | The mayor | it holds\n");
  EXPECT_EQ(summary(attributed(R"(
    1 “ “ PUNCT 3 punct
    2 It it PRON 3 nsubj
    3 holds hold VERB 6 ccomp Mood=Ind|VerbForm=Fin
    4 , , PUNCT 3 punct
    5 ” ” PUNCT 3 punct
    6 said say VERB 0 root VerbForm=Fin|Tense=Past
    7 the the DET 8 det
    8 mayor mayor NOUN 6 nsubj
    9 . . PUNCT 6 punct
  )",
                               "en")),
            "said | the mayor | “ It holds, ”\n");
}

TEST(Attributions, NothingIsFoundInNothing) {
  Document empty;
  find_quotations(empty);
  finder().run(empty);
  EXPECT_TRUE(empty.attributions.empty());
}

}  // namespace
}  // namespace selon
