// Each mending once on a tree as the parser makes it, and once on one that must stay.
#include "syntax/french_trees.h"

#include <gtest/gtest.h>

#include "support/document_builder.h"
#include "support/tables.h"

namespace selon {
namespace {

std::string mended(const std::string& lines) {
  static const WordClasses kWords = opened(WordClasses::open(kSourceData, "fr"));
  Document doc = build_document(lines);
  mend_french_trees(doc, kWords);
  return arcs_of(doc);
}

TEST(FrenchTrees, WhatIsPassiveHasAPassiveSubject) {
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 3 nsubj
    2 est être AUX 3 aux:tense VerbForm=Fin|Tense=Pres
    3 alliée allier VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass
  )"),
            "Oslo<alliée>nsubj:pass est<alliée>aux:pass alliée<->root ");
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 3 nsubj
    2 est être AUX 3 aux:tense VerbForm=Fin|Tense=Pres
    3 revenue revenir VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass
  )"),
            "Oslo<revenue>nsubj est<revenue>aux:tense revenue<->root ");
}

TEST(FrenchTrees, AnAuxiliaryFindsItsParticipleBehindAPhrase) {
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 a avoir AUX 0 root VerbForm=Fin|Tense=Pres
    3 , , PUNCT 5 punct
    4 à à ADP 5 case
    5 tour tour NOUN 2 obl:mod
    6 , , PUNCT 5 punct
    7 condamné condamner VERB 5 acl VerbForm=Part|Tense=Past
    8 Rome Rome PROPN 7 xcomp
    9 . . PUNCT 2 punct
  )"),
            "Oslo<condamné>nsubj a<condamné>aux:tense ,<tour>punct à<tour>case "
            "tour<condamné>obl:mod ,<tour>punct condamné<->root Rome<condamné>obj "
            ".<condamné>punct ");
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 a avoir VERB 0 root VerbForm=Fin|Tense=Pres
    3 encore encore ADV 5 advmod
    4 fois fois NOUN 5 obl:mod
    5 condamné condamner VERB 2 advcl VerbForm=Part|Tense=Past
    6 Rome Rome PROPN 5 obj
  )"),
            "Oslo<condamné>nsubj a<condamné>aux:tense encore<condamné>advmod "
            "fois<condamné>obl:mod condamné<->root Rome<condamné>obj ");
}

TEST(FrenchTrees, WhatOneHasDoneIsTheInfinitive) {
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 fit faire VERB 0 root VerbForm=Fin|Tense=Past
    3 assassiner assassiner VERB 2 xcomp VerbForm=Inf
    4 Anna Anna PROPN 3 obj
  )"),
            "Oslo<assassiner>nsubj fit<assassiner>aux:caus assassiner<->root "
            "Anna<assassiner>obj ");
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 3 nsubj
    2 ne ne ADV 3 advmod
    3 fait faire VERB 0 root VerbForm=Fin|Tense=Pres
    4 que que ADV 5 advmod
    5 répéter répéter VERB 3 xcomp VerbForm=Inf
  )"),
            "Oslo<fait>nsubj ne<fait>advmod fait<->root que<répéter>advmod répéter<fait>xcomp ");
}

TEST(FrenchTrees, ARelativeAgreesWithItsNoun) {
  // Quant aux propos d'Anna, selon lesquels il part, Oslo dément
  EXPECT_EQ(
      mended(R"(
    1 propos propos NOUN 6 obl Gender=Masc|Number=Plur
    2 Anna Anna PROPN 1 nmod Gender=Fem|Number=Sing
    3 selon selon ADP 4 case
    4 lesquels lequel PRON 6 obl Gender=Masc|Number=Plur|PronType=Rel
    5 il il PRON 6 nsubj
    6 part partir VERB 8 parataxis VerbForm=Fin|Tense=Pres
    7 Oslo Oslo PROPN 8 nsubj
    8 dément démentir VERB 0 root VerbForm=Fin|Tense=Pres
  )"),
      "propos<dément>obl Anna<propos>nmod selon<lesquels>case lesquels<part>obl il<part>nsubj "
      "part<propos>acl:relcl Oslo<dément>nsubj dément<->root ");
  // les ponts de la ville sous lesquels il passe
  EXPECT_EQ(mended(R"(
    1 ponts pont NOUN 0 root Gender=Masc|Number=Plur
    2 ville ville NOUN 1 nmod Gender=Fem|Number=Sing
    3 sous sous ADP 4 case
    4 lesquels lequel PRON 6 obl Gender=Masc|Number=Plur|PronType=Rel
    5 il il PRON 6 nsubj
    6 passe passer VERB 2 acl:relcl VerbForm=Fin|Tense=Pres
  )"),
            "ponts<->root ville<ponts>nmod sous<lesquels>case lesquels<passe>obl il<passe>nsubj "
            "passe<ponts>acl:relcl ");
}

TEST(FrenchTrees, WhoeverHasSomethingKeepsIt) {
  const std::string has_an_army = R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 a avoir VERB 0 root VerbForm=Fin|Tense=Pres
    3 une un DET 4 det
    4 armée armée NOUN 2 obj
    5 formée former VERB 4 acl VerbForm=Part|Tense=Past
  )";
  EXPECT_EQ(mended(has_an_army),
            "Oslo<a>nsubj a<->root une<armée>det armée<a>obj formée<armée>acl ");
  // "a agi à la suite de raids menés": no comma, so the participle describes
  EXPECT_EQ(mended(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 a avoir VERB 0 root VerbForm=Fin|Tense=Pres
    3 lors lors ADP 4 case
    4 raids raid NOUN 2 obl
    5 menés mener VERB 4 acl VerbForm=Part|Tense=Past
  )"),
            "Oslo<a>nsubj a<->root lors<raids>case raids<a>obl menés<raids>acl ");
}

}  // namespace
}  // namespace selon
