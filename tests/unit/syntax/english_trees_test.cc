// Each mending once on a tree as the parser makes it, and once on one that must stay.
#include "syntax/english_trees.h"

#include <gtest/gtest.h>

#include "support/document_builder.h"
#include "support/tables.h"

namespace selon {
namespace {

void mend(Document& doc) {
  static const WordClasses kWords = opened(WordClasses::open(kSourceData, "en"));
  mend_english_trees(doc, kWords);
}

std::string mended(const std::string& lines) {
  Document doc = build_document(lines, "en");
  mend(doc);
  return arcs_of(doc);
}

TEST(EnglishTrees, AFiniteVerbWithoutSubjectShowsAParticiple) {
  EXPECT_EQ(mended(R"(
    1 Troops troops NOUN 2 nsubj
    2 sent send VERB 0 root VerbForm=Fin|Tense=Past
    3 there there ADV 2 advmod
    4 were be AUX 5 aux:pass VerbForm=Fin|Tense=Past
    5 asked ask VERB 2 advcl VerbForm=Part|Tense=Past
    6 . . PUNCT 2 punct
  )"),
            "Troops<asked>nsubj:pass sent<Troops>acl there<sent>advmod were<asked>aux:pass "
            "asked<->root .<asked>punct ");
}

TEST(EnglishTrees, AClauseWithASubjectOrAConjunctionStays) {
  EXPECT_EQ(
      mended(R"(
    1 Troops troops NOUN 2 nsubj
    2 left leave VERB 0 root VerbForm=Fin|Tense=Past
    3 and and CCONJ 5 cc
    4 were be AUX 5 aux:pass VerbForm=Fin|Tense=Past
    5 shelled shell VERB 2 conj VerbForm=Part|Tense=Past
  )"),
      "Troops<left>nsubj left<->root and<shelled>cc were<shelled>aux:pass shelled<left>conj ");
}

TEST(EnglishTrees, APastIsCoordinatedWithAPast) {
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 2 nsubj
    2 said say VERB 0 root VerbForm=Fin|Tense=Past
    3 ships ship NOUN 5 nsubj
    4 had have AUX 5 aux VerbForm=Fin|Tense=Past
    5 left leave VERB 2 ccomp VerbForm=Part|Tense=Past
    6 and and CCONJ 7 cc
    7 accused accuse VERB 5 conj VerbForm=Fin|Tense=Past
    8 Oslo Oslo PROPN 7 obj
  )"),
            "Rome<said>nsubj said<->root ships<left>nsubj had<left>aux left<said>ccomp "
            "and<accused>cc accused<said>conj Oslo<accused>obj ");
}

TEST(EnglishTrees, AnActSharesTheAuxiliaryBeforeIt) {
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 2 nsubj
    2 said say VERB 0 root VerbForm=Fin|Tense=Past
    3 ships ship NOUN 5 nsubj
    4 had have AUX 5 aux VerbForm=Fin|Tense=Past
    5 left leave VERB 2 ccomp VerbForm=Part|Tense=Past
    6 and and CCONJ 7 cc
    7 sunk sink VERB 5 conj VerbForm=Fin|Tense=Past
  )"),
            "Rome<said>nsubj said<->root ships<left>nsubj had<left>aux left<said>ccomp "
            "and<sunk>cc sunk<left>conj ");
}

TEST(EnglishTrees, AClauseHangsOnTheNounBeforeThat) {
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 2 nsubj
    2 fled flee VERB 0 root VerbForm=Fin|Tense=Past
    3 under under ADP 4 case
    4 pretext pretext NOUN 7 obl
    5 that that SCONJ 7 mark
    6 Oslo Oslo PROPN 7 nsubj
    7 fired fire VERB 2 advcl VerbForm=Fin|Tense=Past
  )"),
            "Rome<fled>nsubj fled<->root under<pretext>case pretext<fled>obl that<fired>mark "
            "Oslo<fired>nsubj fired<pretext>acl ");
}

TEST(EnglishTrees, WhoIsListedWithASourceIsTheSubject) {
  EXPECT_EQ(mended(R"(
    1 it it PRON 0 root
    2 which which PRON 9 obj
    3 according accord VERB 5 case
    4 to to ADP 3 fixed
    5 Tass Tass PROPN 1 nmod
    6 Rome Rome PROPN 5 conj
    7 and and CCONJ 8 cc
    8 Oslo Oslo PROPN 5 conj
    9 opposed oppose VERB 1 acl:relcl VerbForm=Fin|Tense=Past
  )"),
            "it<->root which<opposed>obj according<Tass>case to<according>fixed Tass<opposed>obl "
            "Rome<opposed>nsubj and<Oslo>cc Oslo<Rome>conj opposed<it>acl:relcl ");
}

TEST(EnglishTrees, HaveTakesTheParticipleBehindIt) {
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 3 nsubj:pass
    2 is be AUX 3 aux:pass VerbForm=Fin|Tense=Pres
    3 said say VERB 0 root VerbForm=Part|Tense=Past
    4 to to PART 5 mark
    5 have have VERB 3 xcomp VerbForm=Inf
    6 sent send VERB 7 amod VerbForm=Part|Tense=Past
    7 arms arm NOUN 5 obj
    8 . . PUNCT 3 punct
  )"),
            "Rome<said>nsubj:pass is<said>aux:pass said<->root to<sent>mark have<sent>aux "
            "sent<said>xcomp arms<sent>obj .<said>punct ");
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 2 nsubj
    2 wants want VERB 0 root VerbForm=Fin|Tense=Pres
    3 to to PART 4 mark
    4 have have VERB 2 xcomp VerbForm=Inf
    5 a a DET 7 det
    6 written write VERB 7 amod VerbForm=Part|Tense=Past
    7 plan plan NOUN 4 obj
    8 . . PUNCT 2 punct
  )"),
            "Rome<wants>nsubj wants<->root to<have>mark have<wants>xcomp a<plan>det "
            "written<plan>amod plan<have>obj .<wants>punct ");
}

TEST(EnglishTrees, AClauseThatLacksNothingIsNoRelative) {
  EXPECT_EQ(mended(R"(
    1 No no DET 2 det
    2 proof proof NOUN 0 root
    3 that that PRON 5 obl:unmarked PronType=Rel
    4 Rome Rome PROPN 5 nsubj
    5 struck strike VERB 2 acl:relcl VerbForm=Fin|Tense=Past
    6 ships ship NOUN 5 obj
    7 . . PUNCT 2 punct
  )"),
            "No<proof>det proof<->root that<struck>mark Rome<struck>nsubj struck<proof>acl "
            "ships<struck>obj .<proof>punct ");
  EXPECT_EQ(mended(R"(
    1 The the DET 2 det
    2 ship ship NOUN 0 root
    3 that that PRON 5 obj PronType=Rel
    4 Rome Rome PROPN 5 nsubj
    5 struck strike VERB 2 acl:relcl VerbForm=Fin|Tense=Past
    6 . . PUNCT 2 punct
  )"),
            "The<ship>det ship<->root that<struck>obj Rome<struck>nsubj struck<ship>acl:relcl "
            ".<ship>punct ");
}

TEST(EnglishTrees, DeniesIsNoNoun) {
  EXPECT_EQ(mended(R"(
    1 The the DET 2 det
    2 army army NOUN 3 compound
    3 denies denie NOUN 0 root
    4 bombing bomb VERB 3 acl VerbForm=Ger
    5 Oslo Oslo PROPN 4 obj
    6 . . PUNCT 3 punct
  )"),
            "The<army>det army<denies>nsubj denies<->root bombing<denies>ccomp Oslo<bombing>obj "
            ".<denies>punct ");
  EXPECT_EQ(mended(R"(
    1 Rome Rome PROPN 2 compound
    2 denies denie NOUN 4 nsubj
    3 having have AUX 4 aux VerbForm=Ger
    4 bombed bomb VERB 0 root VerbForm=Part|Tense=Past
    5 Oslo Oslo PROPN 4 obj
  )"),
            "Rome<denies>nsubj denies<->root having<bombed>aux bombed<denies>ccomp "
            "Oslo<bombed>obj ");
}

TEST(EnglishTrees, WordsOfTheirOwn) {
  Document doc = build_document(R"(
    1 Fighting fight VERB 4 advcl VerbForm=Part|Tense=Pres
    2 between between ADP 3 case
    3 rivals rival NOUN 1 obl
    4 freed fre VERB 0 root VerbForm=Fin|Tense=Past
    5 nobody nobody PRON 4 obj
  )",
                                "en");
  mend(doc);
  EXPECT_EQ(doc.words[0].upos, Upos::kNoun);
  EXPECT_EQ(doc.words[0].lemma, "fighting");
  EXPECT_EQ(doc.words[0].deprel, "nsubj");
  EXPECT_EQ(doc.words[3].lemma, "free");
}

TEST(EnglishTrees, AParticipleIsTheVerbOfASentenceWithoutOne) {
  EXPECT_EQ(mended(R"(
    1 Rebels rebel NOUN 0 root
    2 bombed bomb VERB 1 acl VerbForm=Part|Tense=Past
    3 Oslo Oslo PROPN 2 obj
    4 . . PUNCT 1 punct
  )"),
            "Rebels<bombed>nsubj bombed<->root Oslo<bombed>obj .<bombed>punct ");
  EXPECT_EQ(mended(R"(
    1 Rebels rebel NOUN 0 root
    2 killed kill VERB 1 acl VerbForm=Part|Tense=Past
    3 in in ADP 4 case
    4 Oslo Oslo PROPN 2 obl
    5 . . PUNCT 1 punct
  )"),
            "Rebels<->root killed<Rebels>acl in<Oslo>case Oslo<killed>obl .<Rebels>punct ");
}

}  // namespace
}  // namespace selon
