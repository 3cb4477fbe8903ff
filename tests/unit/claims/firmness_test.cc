#include "claims/firmness.h"

#include <gtest/gtest.h>

#include "support/event_scene.h"

namespace selon {
namespace {

// Firmness of the word with that 1-based number.
Firmness read(const std::string& lines, int number) {
  const Document doc = build_document(lines, "fr");
  return EventScene(doc).firmness.of_predicate(number - 1);
}

// Of an event noun.
Firmness read_noun(const std::string& lines, int number) {
  const Document doc = build_document(lines, "fr");
  return EventScene(doc).firmness.of_noun(number - 1, {});
}

TEST(FirmnessTest, PerfectIsPastAndAsserted) {
  const Firmness f = read(R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 frappé frapper VERB 0 root Tense=Past|VerbForm=Part
    4 Alep Alep PROPN 3 obj
    5 . . PUNCT 3 punct
  )",
                          3);
  EXPECT_EQ(f.polarity, Polarity::kPos);
  EXPECT_EQ(f.certainty, Certainty::kAsserted);
  EXPECT_EQ(f.time, ClaimTime::kPast);
}

TEST(FirmnessTest, NegationButNotRestriction) {
  EXPECT_EQ(read(R"(
    1 Moscou Moscou PROPN 5 nsubj
    2 n' ne ADV 5 advmod Polarity=Neg
    3 a avoir AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    4 pas pas ADV 5 advmod Polarity=Neg
    5 frappé frapper VERB 0 root Tense=Past|VerbForm=Part
    6 Alep Alep PROPN 5 obj
  )",
                 5)
                .polarity,
            Polarity::kNeg);
  EXPECT_EQ(read(R"(
    1 Moscou Moscou PROPN 4 nsubj
    2 n' ne ADV 4 advmod Polarity=Neg
    3 a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    4 frappé frapper VERB 0 root Tense=Past|VerbForm=Part
    5 que que ADV 6 advmod
    6 Alep Alep PROPN 4 obj
  )",
                 4)
                .polarity,
            Polarity::kPos);
}

TEST(FirmnessTest, ThreeConditionals) {
  const Firmness press = read(R"(
    1 L' le DET 2 det
    2 armée armée NOUN 4 nsubj
    3 aurait avoir AUX 4 aux:tense Mood=Cnd|Tense=Pres|VerbForm=Fin
    4 bombardé bombarder VERB 0 root Tense=Past|VerbForm=Part
    5 Kharkiv Kharkiv PROPN 4 obj
  )",
                              4);
  EXPECT_EQ(press.certainty, Certainty::kHedged);
  EXPECT_EQ(press.time, ClaimTime::kPast);

  const Firmness announced = read(R"(
    1 Paris Paris PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 annoncé annoncer VERB 0 root Tense=Past|VerbForm=Part
    4 qu' que SCONJ 6 mark
    5 il il PRON 6 nsubj
    6 enverrait envoyer VERB 3 ccomp Mood=Cnd|Tense=Pres|VerbForm=Fin
    7 des un DET 8 det
    8 soldats soldat NOUN 6 obj
  )",
                                  6);
  EXPECT_EQ(announced.certainty, Certainty::kAsserted);
  EXPECT_EQ(announced.time, ClaimTime::kFuture);

  const Firmness hypothesis = read(R"(
    1 Paris Paris PROPN 2 nsubj
    2 riposterait riposter VERB 0 root Mood=Cnd|Tense=Pres|VerbForm=Fin
    3 si si SCONJ 5 mark
    4 Rome Rome PROPN 5 nsubj
    5 attaquait attaquer VERB 2 advcl Mood=Ind|Tense=Imp|VerbForm=Fin
  )",
                                   2);
  EXPECT_TRUE(hypothesis.hypothetical);
  EXPECT_EQ(hypothesis.certainty, Certainty::kPossible);
}

TEST(FirmnessTest, ModalVerbsPassTheirEffectDown) {
  const auto under = [&](const std::string& form, const std::string& lemma,
                         const std::string& preposition) {
    return read(
        "1 Moscou Moscou PROPN 2 nsubj\n2 " + form + " " + lemma +
            " VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin\n3 " + preposition + " " + preposition +
            " ADP 4 mark\n4 frapper frapper VERB 2 xcomp VerbForm=Inf\n5 Alep Alep PROPN 4 obj\n",
        4);
  };
  EXPECT_EQ(under("échoue", "échouer", "à").polarity, Polarity::kNeg);
  EXPECT_EQ(under("refuse", "refuser", "de").certainty, Certainty::kPossible)
      << "refused acts are possible";
  EXPECT_EQ(under("cherche", "chercher", "à").time, ClaimTime::kFuture);
  EXPECT_EQ(under("risque", "risquer", "de").certainty, Certainty::kPossible);
  EXPECT_EQ(under("semble", "sembler", "de").certainty, Certainty::kHedged);
  const Firmness plain = under("réussit", "réussir", "à");
  EXPECT_EQ(plain.polarity, Polarity::kPos);
  EXPECT_EQ(plain.certainty, Certainty::kAsserted);
}

TEST(FirmnessTest, NounsTakeWhatIsAboveThem) {
  const auto under = [&](const std::string& form, const std::string& lemma,
                         const std::string& article) {
    return read_noun("1 Moscou Moscou PROPN 2 nsubj\n2 " + form + " " + lemma +
                         " VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin\n3 " + article +
                         " DET 4 det " + (article == "la le" ? "Definite=Def" : "Definite=Ind") +
                         "\n4 guerre guerre NOUN 2 obj\n",
                     4);
  };
  EXPECT_EQ(under("empêche", "empêcher", "une un").polarity, Polarity::kNeg);
  EXPECT_EQ(under("redoute", "redouter", "une un").certainty, Certainty::kPossible);
  EXPECT_EQ(under("risque", "risquer", "une un").certainty, Certainty::kPossible);
  EXPECT_EQ(under("prépare", "préparer", "une un").time, ClaimTime::kFuture);
  EXPECT_EQ(under("raconte", "raconter", "une un").time, ClaimTime::kPast);

  const Firmness plan = read_noun(R"(
    1 Le le DET 2 det Definite=Def
    2 projet projet NOUN 5 nsubj
    3 d' de ADP 4 case
    4 attaque attaque NOUN 2 nmod
    5 inquiète inquiéter VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    6 Oslo Oslo PROPN 5 obj
  )",
                                  4);
  EXPECT_EQ(plan.time, ClaimTime::kFuture);
  EXPECT_EQ(plan.governors, std::vector<int32_t>{1});
}

TEST(FirmnessTest, QuestionsAskForTheMainClauseOnly) {
  const std::string lines = R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 frappé frapper VERB 0 root Tense=Past|VerbForm=Part
    4 la le DET 5 det
    5 ville ville NOUN 3 obj
    6 qui qui PRON 7 nsubj PronType=Rel
    7 résistait résister VERB 5 acl:relcl Mood=Ind|Tense=Imp|VerbForm=Fin
    8 ? ? PUNCT 3 punct
  )";
  EXPECT_EQ(read(lines, 3).certainty, Certainty::kQuestioned);
  EXPECT_EQ(read(lines, 7).certainty, Certainty::kAsserted);
}

TEST(FirmnessTest, AsidesOfNobodyHedge) {
  const auto aside = [&](const std::string& lemma, const std::string& pronoun) {
    return read(
               "1 Moscou Moscou PROPN 3 nsubj\n2 a avoir AUX 3 aux:tense "
               "Mood=Ind|Tense=Pres|VerbForm=Fin\n3 frappé frapper VERB 0 root "
               "Tense=Past|VerbForm=Part\n4 , , PUNCT 5 punct\n5 " +
                   lemma + " " + lemma + " VERB 3 parataxis Mood=Ind|Tense=Pres|VerbForm=Fin\n6 -" +
                   pronoun + " " + pronoun + " PRON 5 nsubj\n",
               3)
        .certainty;
  };
  EXPECT_EQ(aside("paraître", "il"), Certainty::kHedged);
  EXPECT_EQ(aside("dire", "on"), Certainty::kHedged);
  EXPECT_EQ(aside("dire", "il"), Certainty::kAsserted) << "somebody said it: a voice, no hedge";
}

TEST(FirmnessTest, WhatWasDoneInsteadWasNot) {
  EXPECT_EQ(read(R"(
    1 Loin loin ADV 5 advmod
    2 de de ADP 3 mark
    3 frapper frapper VERB 1 advcl VerbForm=Inf
    4 Moscou Moscou PROPN 5 nsubj
    5 attend attendre VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
  )",
                 3)
                .polarity,
            Polarity::kNeg);
}

TEST(FirmnessTest, ThoughtsOfThePastAreNoPlans) {
  const std::string lines = R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 pensait penser VERB 0 root Mood=Ind|Tense=Imp|VerbForm=Fin
    3 que que SCONJ 6 mark
    4 Moscou Moscou PROPN 6 nsubj
    5 avait avoir AUX 6 aux:tense Mood=Ind|Tense=Imp|VerbForm=Fin
    6 frappé frapper VERB 2 ccomp Tense=Past|VerbForm=Part
  )";
  EXPECT_EQ(read(lines, 6).time, ClaimTime::kPast);
}

TEST(FirmnessTest, UnlessIsACondition) {
  EXPECT_TRUE(read(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 attend attendre VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    3 à à ADP 7 mark
    4 moins moins ADV 3 fixed
    5 que que SCONJ 3 fixed
    6 Moscou Moscou PROPN 7 nsubj
    7 frappe frapper VERB 2 advcl Mood=Sub|Tense=Pres|VerbForm=Fin
  )",
                   7)
                  .hypothetical);
}

}  // namespace
}  // namespace selon
