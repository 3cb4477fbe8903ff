#include "mentions/names.h"

#include <gtest/gtest.h>

#include "support/document_builder.h"
#include "support/tables.h"

namespace selon {
namespace {

// Every name as "words=what": the code for known ones, else the guess.
std::string names(const std::string& lines, const std::string& language = "fr") {
  static const NameFinder finder =
      opened(NameFinder::open(kBuildData, actors_of_build(), gazetteer_of_build()));
  const Document doc = build_document(lines, language);
  std::string out;
  for (const Name& n : finder.find(doc, Tree(doc))) {
    if (!out.empty()) out += "; ";
    out += std::string(doc.str(n.span)) + "=";
    switch (n.guess) {
      case NameGuess::kTable:
        out += n.reading.actor->base;
        break;
      case NameGuess::kPerson:
        out += "person";
        break;
      case NameGuess::kOrganisation:
        out += "organisation";
        break;
      case NameGuess::kPlace:
        out += "place";
        break;
      case NameGuess::kUnknown:
        out += "unknown";
        break;
    }
  }
  return out;
}

TEST(Names, AFirstNameOrATitleMakesAPerson) {
  EXPECT_EQ(names(R"(
    1 Hier hier ADV 5 advmod
    2 , , PUNCT 5 punct
    3 Marguerite Marguerite PROPN 5 nsubj
    4 Lesage Lesage PROPN 3 flat:name
    5 partit partir VERB 0 root
  )"),
            "Marguerite Lesage=person");
  EXPECT_EQ(names(R"(
    1 Le le DET 2 det
    2 juge juge NOUN 4 nsubj
    3 Okonedo Okonedo PROPN 2 nmod
    4 hésite hésiter VERB 0 root
  )"),
            "Okonedo=person");
}

TEST(Names, ParticlesBelongToThePerson) {
  EXPECT_EQ(names(R"(
    1 M. monsieur NOUN 4 nsubj
    2 de de ADP 3 case
    3 Brissac Brissac PROPN 1 nmod
    4 refuse refuser VERB 0 root
  )"),
            "de Brissac=person");
  EXPECT_EQ(names(R"(
    1 Herta Herta PROPN 3 nsubj
    2 Müller-Lang Müller-Lang PROPN 1 flat:name
    3 refuse refuser VERB 0 root
  )"),
            "Herta Müller-Lang=person");
}

TEST(Names, PartsOfTheWorldAreNoNames) {
  EXPECT_EQ(names(R"(
    1 Dans dans ADP 3 case
    2 l' le DET 3 det
    3 Est Est PROPN 8 obl:mod
    4 de de ADP 6 case
    5 la le DET 6 det
    6 ville ville NOUN 3 nmod
    7 on on PRON 8 nsubj
    8 hésite hésiter VERB 0 root
  )"),
            "");
}

TEST(Names, WordsThatNameABodyMakeAnOrganisation) {
  EXPECT_EQ(names(R"(
    1 La le DET 2 det
    2 Ligue Ligue PROPN 5 nsubj
    3 ouvrière ouvrier ADJ 2 amod
    4 unifiée unifié ADJ 2 amod
    5 proteste protester VERB 0 root
  )"),
            "Ligue ouvrière unifiée=organisation");
}

TEST(Names, CompoundsNameEachPart) {
  EXPECT_EQ(names(R"(
    1 Une un DET 2 det
    2 base base NOUN 4 nsubj
    3 USA/OTAN USA/OTAN PROPN 2 nmod
    4 ferme fermer VERB 0 root
  )"),
            "USA=USA; OTAN=NATO");
  EXPECT_EQ(names(R"(
    1 Un un DET 2 det
    2 discours discours NOUN 4 nsubj
    3 anti-chilien anti-chilien ADJ 2 amod
    4 choque choquer VERB 0 root
  )"),
            "chilien=CHL");
}

TEST(Names, AFirstNameWithASurnameIsNoCountry) {
  EXPECT_EQ(names(R"(
    1 Jordan Jordan PROPN 3 nsubj
    2 Whitfield Whitfield PROPN 1 flat
    3 refused refuse VERB 0 root
  )",
                  "en"),
            "Jordan Whitfield=person");
}

TEST(Names, TheNorthIsTheCountryNamedSo) {
  EXPECT_EQ(names(R"(
    1 North North PROPN 2 compound
    2 Korea Korea PROPN 3 nsubj
    3 fired fire VERB 0 root
    4 . . PUNCT 3 punct

    1 The the DET 2 det
    2 North North PROPN 3 nsubj
    3 denied deny VERB 0 root
  )",
                  "en"),
            "North Korea=PRK; North=PRK");
}

TEST(Names, ContractionsAreLookedUpWhole) {
  EXPECT_EQ(names(R"(
    1 Le le DET 2 det
    2 Conseil conseil NOUN 8 nsubj
    3 de de ADP 4 case
    4 sécurité sécurité NOUN 2 nmod
    5-6 des des
    5 de de ADP 7 case
    6 les le DET 7 det
    7 Nations nation NOUN 2 nmod
    8 unies uni ADJ 7 amod
    9 vote voter VERB 0 root
  )"),
            "Conseil de sécurité des Nations unies=UNO");
}

TEST(Names, ArmedGroupsWrittenAsCommonNouns) {
  EXPECT_EQ(names(R"(
    1 Les le DET 2 det
    2 talibans taliban NOUN 3 nsubj
    3 avancent avancer VERB 0 root
  )"),
            "talibans=AFG");
}

}  // namespace
}  // namespace selon
