#include "mentions/quantities.h"

#include <gtest/gtest.h>

#include "mentions/times.h"
#include "support/document_builder.h"
#include "support/tables.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

const QuantityFinder& finder() {
  static const QuantityFinder instance = opened(QuantityFinder::open(kSourceData));
  return instance;
}

// "words = value unit bound; …"
std::string describe(const Document& doc) {
  static const char* const kBounds[] = {"exact", "min", "max", "about"};
  std::string out;
  for (const Quantity& q : doc.quantities) {
    char value[64];
    std::snprintf(value, sizeof value, "%.12g", q.value);
    if (!out.empty()) out += "; ";
    out += std::string(doc.str(q.span)) + " = " + value + " " + q.unit + " " +
           kBounds[static_cast<size_t>(q.approx)];
  }
  return out;
}

// Without a parse: measures only.
std::string measures(const std::string& text, const std::string& language = "fr") {
  static const TextSplitter splitter = opened(TextSplitter::open(kSourceData));
  static const TimeFinder times = opened(TimeFinder::open(kSourceData));
  Document doc;
  doc.text = text;
  doc.meta.language = language;
  splitter.split(doc);
  times.find(doc);
  finder().find(doc);
  EXPECT_EQ(check_invariants(doc), "");
  return describe(doc);
}

double number(const std::string& text, const std::string& language = "fr") {
  static const TextSplitter splitter = opened(TextSplitter::open(kSourceData));
  Document doc;
  doc.text = text;
  doc.meta.language = language;
  splitter.split(doc);
  const FoldedSentence sentence(doc, 0);
  const std::optional<SpokenNumber> n =
      opened(NumberWords::open(kSourceData, language)).read(sentence, 0);
  return n ? n->value : -1;
}

TEST(NumberWords, French) {
  EXPECT_EQ(number("20 000"), 20000);
  EXPECT_EQ(number("1,5 milliard"), 1.5e9);
  EXPECT_EQ(number("deux cent cinquante"), 250);
  EXPECT_EQ(number("quatre-vingt-dix-sept"), 97);
  EXPECT_EQ(number("soixante et onze"), 71);
  EXPECT_EQ(number("vingt et un"), 21);
  EXPECT_EQ(number("trois mille deux cents"), 3200);
  EXPECT_EQ(number("trois millions et demi"), 3.5e6);
  EXPECT_EQ(number("3.600"), 3600);
  EXPECT_EQ(number("mille neuf cent quatorze"), 1914);
  EXPECT_EQ(number("une centaine"), 100);
  EXPECT_EQ(number("des centaines de milliers"), 100000);
  EXPECT_EQ(number("cheval"), -1);
}

TEST(NumberWords, English) {
  EXPECT_EQ(number("18,000", "en"), 18000);
  EXPECT_EQ(number("twenty-five", "en"), 25);
  EXPECT_EQ(number("two hundred and six", "en"), 206);
  EXPECT_EQ(number("half a million", "en"), 500000);
  EXPECT_EQ(number("a dozen", "en"), 12);
  EXPECT_EQ(number("2bn", "en"), 2e9);
}

TEST(Quantities, Measures) {
  EXPECT_EQ(measures("environ 900 km"), "environ 900 km = 900 km about");
  EXPECT_EQ(measures("plus de 3 millions de km²"), "plus de 3 millions de km² = 3000000 km2 min");
  EXPECT_EQ(measures("une hausse de 40 pc, soit 1,5 milliard d'euros"),
            "40 pc = 40 percent exact; 1,5 milliard d'euros = 1500000000 EUR exact");
  EXPECT_EQ(measures("en moins de 24 heures"), "moins de 24 heures = 24 hour max");
  EXPECT_EQ(measures("entre 3 et 5 millions de dollars"),
            "entre 3 et 5 millions de dollars = 4000000 USD about");
  EXPECT_EQ(measures("about $2bn and 5 miles", "en"),
            "about $2bn = 2000000000 USD about; 5 miles = 5 mile exact");
}

TEST(Quantities, RangesKeepBothEnds) {
  Document doc = build_document(R"(
    1 entre entre ADP 2 case
    2 3 3 NUM 5 nummod
    3 et et CCONJ 4 cc
    4 5 5 NUM 2 conj
    5 soldats soldat NOUN 0 root Number=Plur
  )");
  finder().find(doc);
  ASSERT_EQ(doc.quantities.size(), 1u);
  EXPECT_EQ(doc.quantities[0].low, 3);
  EXPECT_EQ(doc.quantities[0].high, 5);
  EXPECT_EQ(doc.quantities[0].unit, "person");
}

TEST(Quantities, TheCountedNounTakesItsComplements) {
  Document doc = build_document(R"(
    1 plus plus ADV 3 advmod
    2 de de ADP 3 case
    3 280 280 NUM 4 nummod
    4 officiers officier NOUN 0 root Number=Plur
    5 de de ADP 7 case
    6 la le DET 7 det
    7 marine marine NOUN 4 nmod Number=Sing
    8 qui qui PRON 9 nsubj
    9 dorment dormir VERB 4 acl:relcl Mood=Ind|VerbForm=Fin
    10 . . PUNCT 4 punct
  )");
  finder().find(doc);
  ASSERT_EQ(doc.quantities.size(), 1u);
  EXPECT_EQ(describe(doc), "plus de 280 officiers de la marine = 280 person min");
  EXPECT_EQ(doc.quantities[0].of, "officiers de la marine");
}

TEST(Quantities, CollectivesAreRounded) {
  Document doc = build_document(R"(
    1 des un DET 2 det
    2 milliers millier NOUN 0 root Number=Plur
    3 de de ADP 4 case
    4 blindés blindé NOUN 2 nmod Number=Plur
  )");
  finder().find(doc);
  EXPECT_EQ(describe(doc), "des milliers de blindés = 1000 item min");
}

TEST(Quantities, DatesAndNamesAreNone) {
  EXPECT_EQ(measures("le 6 novembre 2020 à 16 h"), "");
  Document doc = build_document(R"(
    1 article article NOUN 0 root
    2 5 5 NUM 1 nummod
    3 du du ADP 4 case
    4 traité traité NOUN 1 nmod
  )");
  finder().find(doc);
  EXPECT_TRUE(doc.quantities.empty());
}

}  // namespace
}  // namespace selon
