#include "mentions/times.h"

#include <gtest/gtest.h>

#include <random>

#include "mentions/calendar.h"
#include "support/tables.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

Document read(std::string text, std::string published, std::string language = "fr",
              bool prefer_future = false) {
  static const TextSplitter splitter = opened(TextSplitter::open(kSourceData));
  static const TimeFinder times = opened(TimeFinder::open(kSourceData));
  Document doc;
  doc.text = std::move(text);
  doc.meta.language = std::move(language);
  doc.meta.published = std::move(published);
  splitter.split(doc);
  times.find(doc, {.prefer_future = prefer_future});
  EXPECT_EQ(check_invariants(doc), "");
  return doc;
}

// "words = value [timex]; …"; the timex only where it differs.
std::string times(const std::string& text, const std::string& published = "2024-03-06",
                  const std::string& language = "fr") {
  const Document doc = read(text, published, language);
  std::string out;
  for (const TimeExpression& t : doc.times) {
    if (!out.empty()) out += "; ";
    out += std::string(doc.str(t.span)) + " = " + t.value;
    if (t.timex != t.value) out += " [" + t.timex + "]";
  }
  return out;
}
std::string english(const std::string& text) { return times(text, "2024-03-06", "en"); }

TEST(Calendar, CountsDays) {
  EXPECT_EQ(iso(add_days({2024, 2, 28}, 2)), "2024-03-01");
  EXPECT_EQ(weekday({2024, 3, 6}), 3);
  EXPECT_EQ(iso_week({2003, 2, 1}), "2003-W05");
  EXPECT_EQ(iso(easter(2024)), "2024-03-31");
  EXPECT_EQ(iso(add_months({2024, 1, 31}, 1)), "2024-02-29");
  for (int64_t n = -800000; n < 800000; n += 997) EXPECT_EQ(day_number(from_day_number(n)), n);
}

TEST(FrenchTimes, CalendarDates) {
  EXPECT_EQ(times("Le 6 novembre 2020, à Oslo."), "Le 6 novembre 2020 = 2020-11-06");
  EXPECT_EQ(times("signé le 1er mai 1962 puis en mars 2011"),
            "le 1er mai 1962 = 1962-05-01; mars 2011 = 2011-03");
  EXPECT_EQ(times("depuis le lundi 3 juin 2019"), "le lundi 3 juin 2019 = 2019-06-03");
  EXPECT_EQ(times("le 10 novembre 93, en mai 68"),
            "le 10 novembre 93 = 1993-11-10; mai 68 = 1968-05");
  EXPECT_EQ(times("le 14/03/2019 et 2019-03-14"),
            "le 14/03/2019 = 2019-03-14; 2019-03-14 = 2019-03-14");
}

TEST(FrenchTimes, ADayWithoutItsYearIsTheNearest) {
  EXPECT_EQ(times("Le 20 février, à Oslo."), "Le 20 février = 2024-02-20");
  EXPECT_EQ(times("Le 20 décembre, à Oslo."), "Le 20 décembre = 2023-12-20");
  EXPECT_EQ(times("Le 20 décembre, à Oslo.", ""), "Le 20 décembre = ");
}

TEST(FrenchTimes, Ranges) {
  EXPECT_EQ(times("du 3 au 5 mai 2020"), "3 au 5 mai 2020 = 2020-05-03/2020-05-05");
  EXPECT_EQ(times("entre 1999 et 2003, puis 2015-2016"),
            "1999 et 2003 = 1999/2003 [1999-01-01/2003-12-31]; "
            "2015-2016 = 2015/2016 [2015-01-01/2016-12-31]");
  EXPECT_EQ(times("de 2015 à 2017"), "2015 à 2017 = 2015/2017 [2015-01-01/2017-12-31]");
}

TEST(FrenchTimes, Years) {
  EXPECT_EQ(times("en 2015, dans les années 90 et au XIXe siècle"),
            "2015 = 2015; les années 90 = 199X; XIXe siècle = 18XX");
  EXPECT_EQ(times("fin 2015, début mai 2020, la mi-2013"),
            "fin 2015 = 2015; début mai 2020 = 2020-05-01/2020-05-10 [2020-05]; "
            "la mi-2013 = 2013-06~ [2013]");
}

TEST(FrenchTimes, ANumberOfThingsIsNoYear) {
  EXPECT_EQ(times("Ils étaient 2000 soldats et 1500 manifestants."), "");
}

TEST(FrenchTimes, ToldFromPublication) {
  EXPECT_EQ(times("hier, demain et avant-hier"),
            "hier = 2024-03-05; demain = 2024-03-07; avant-hier = 2024-03-04");
  EXPECT_EQ(times("hier soir"), "hier soir = 2024-03-05 [2024-03-05TEV]");
  EXPECT_EQ(times("la semaine prochaine"),
            "la semaine prochaine = 2024-03-11/2024-03-17 [2024-W11]");
  EXPECT_EQ(times("l'an dernier, le mois dernier, cette année"),
            "l'an dernier = 2023; le mois dernier = 2024-02; cette année = 2024");
  EXPECT_EQ(times("il y a un peu plus d'un an"), "il y a un peu plus d'un an = 2023-03");
  EXPECT_EQ(times("il y a trois jours"), "il y a trois jours = 2024-03-03");
  EXPECT_EQ(times("dans deux semaines"), "dans deux semaines = 2024-03-20");
}

TEST(FrenchTimes, WeekdaysAreTheLastOnes) {
  EXPECT_EQ(times("mardi à Oslo"), "mardi = 2024-03-05");
  EXPECT_EQ(times("lundi dernier ; lundi prochain"),
            "lundi dernier = 2024-03-04; lundi prochain = 2024-03-11");
  EXPECT_EQ(read("lundi", "2024-03-06", "fr", true).times[0].value, "2024-03-11");
}

TEST(FrenchTimes, WithoutPublicationTheyStayOpen) {
  const Document doc = read("Ce samedi et hier, il pleut.", "");
  ASSERT_EQ(doc.times.size(), 2u);
  EXPECT_EQ(doc.times[0].value, "");
  EXPECT_EQ(doc.times[1].value, "");
  EXPECT_EQ(doc.times[0].anchor, Anchor::kNone);
}

TEST(FrenchTimes, ClockTimesTakeTheDayOfTheirSentence) {
  EXPECT_EQ(times("le 6 mai 2023 à 17 h 30"), "le 6 mai 2023 à 17 h 30 = 2023-05-06T17:30");
  EXPECT_EQ(times("à 16 heures, hier"), "16 heures, hier = 2024-03-05T16 [2024-03-05T16:00]");
  EXPECT_EQ(times("à 16h"), "16h = 2024-03-06T16 [2024-03-06T16:00]");
}

TEST(FrenchTimes, Durations) {
  EXPECT_EQ(times("pendant deux heures et en 15 jours"), "deux heures = PT2H; 15 jours = P15D");
  EXPECT_EQ(times("plus de vingt ans, environ deux mois"),
            "plus de vingt ans = P20Y; environ deux mois = P2M");
  EXPECT_EQ(times("depuis plusieurs années"), "plusieurs années =  [PXY]");
  EXPECT_EQ(times("un quart de siècle, un an et demi"),
            "un quart de siècle = P25Y; un an et demi = P1.5Y [P18M]");
}

TEST(FrenchTimes, AgesAreNoDurations) {
  EXPECT_EQ(times("Anna Petit, 45 ans, élue"), "");
  EXPECT_EQ(times("une femme âgée de 17 ans"), "");
}

TEST(FrenchTimes, WhatComesBack) {
  EXPECT_EQ(times("tous les jeudis, chaque année"),
            "tous les jeudis = P1W [XXXX-WXX-4]; chaque année = P1Y");
}

TEST(FrenchTimes, ToldFromAnotherDay) {
  EXPECT_EQ(times("Le 3 mai 2020, il part. Le lendemain, il revient."),
            "Le 3 mai 2020 = 2020-05-03; Le lendemain = 2020-05-04");
  EXPECT_EQ(times("En 2015, il part. Ce jour-là, il pleut."), "2015 = 2015; Ce jour-là = 2015");
  EXPECT_EQ(times("Le 3 mai 2020, il part. Deux jours plus tard, il revient."),
            "Le 3 mai 2020 = 2020-05-03; Deux jours plus tard = 2020-05-05");
}

TEST(FrenchTimes, PartsOfAYear) {
  EXPECT_EQ(times("au premier trimestre 2015"),
            "premier trimestre 2015 = 2015-01-01/2015-03-31 [2015-Q1]");
  EXPECT_EQ(times("de janvier à avril 2015"),
            "janvier à avril 2015 = 2015-01/2015-04 [2015-01-01/2015-04-30]");
  EXPECT_EQ(times("au cours du mois dernier"), "mois dernier = 2024-02");
  EXPECT_EQ(times("lundi de la semaine prochaine"), "lundi de la semaine prochaine = 2024-03-11");
}

TEST(FrenchTimes, WhatCannotBeIsKept) {
  const Document doc = read("le 237 décembre et le 31 février 2020", "2024-03-06");
  ASSERT_EQ(doc.times.size(), 2u);
  EXPECT_EQ(doc.str(doc.times[0].span), "le 237 décembre");
  EXPECT_EQ(doc.times[0].value, "");
  EXPECT_EQ(doc.times[0].rule, "impossible");
  EXPECT_EQ(doc.times[1].rule, "impossible");
}

TEST(FrenchTimes, HolidaysAndSeasons) {
  EXPECT_EQ(times("à Noël 2014, le lundi de Pâques 2024, l'été 2015"),
            "Noël 2014 = 2014-12-25; le lundi de Pâques 2024 = 2024-04-01; l'été 2015 = "
            "2015-06-21/2015-09-22 "
            "[2015-SU]");
}

TEST(EnglishTimes, Dates) {
  EXPECT_EQ(english("on May 3, 2019 and the 4th of July 2020"),
            "May 3, 2019 = 2019-05-03; the 4th of July 2020 = 2020-07-04");
  EXPECT_EQ(english("from July 13 through 15, 2018"),
            "July 13 through 15, 2018 = 2018-07-13/2018-07-15");
  EXPECT_EQ(english("in the 1990s, in October 2014"), "the 1990s = 199X; October 2014 = 2014-10");
}

TEST(EnglishTimes, Relative) {
  EXPECT_EQ(english("yesterday, two years ago, last month"),
            "yesterday = 2024-03-05; two years ago = 2022-03; last month = 2024-02");
  EXPECT_EQ(english("last Friday, next Tuesday"),
            "last Friday = 2024-03-01; next Tuesday = 2024-03-12");
  EXPECT_EQ(english("a 12-day war"), "12-day = P12D");
  EXPECT_EQ(english("at 4 p.m. and at 7:30pm"),
            "4 p.m. = 2024-03-06T16 [2024-03-06T16:00]; 7:30pm = 2024-03-06T19:30");
}

TEST(EnglishTimes, AYearMayStandBeforeItsNoun) {
  EXPECT_EQ(english("the 2014 elections and Q3 2019"),
            "2014 = 2014; Q3 2019 = 2019-07-01/2019-09-30 [2019-Q3]");
}

TEST(EnglishTimes, SmallWordsAreNoMonths) {
  EXPECT_EQ(english("They may march. It is second to none."), "");
}

// Whatever the text, spans do not overlap and stand in order.
TEST(TimeProperties, AnyWordsInAnyOrder) {
  const std::vector<std::string> pieces = {"le",
                                           "3",
                                           "mai",
                                           "2020",
                                           "lundi",
                                           "à",
                                           "16",
                                           "h",
                                           "30",
                                           "il y a",
                                           "deux",
                                           "ans",
                                           "dernier",
                                           "la",
                                           "veille",
                                           "de",
                                           "Noël",
                                           "du",
                                           "au",
                                           "5",
                                           "1999",
                                           "-",
                                           "siècle",
                                           "XIXe",
                                           "les",
                                           "années",
                                           "90",
                                           "mi-",
                                           "fin",
                                           "ce",
                                           "jour",
                                           "-là",
                                           "chaque",
                                           "demi",
                                           "heure",
                                           "et",
                                           "demie",
                                           ",",
                                           ".",
                                           "%",
                                           "midi",
                                           "hier",
                                           "soir",
                                           "1/2",
                                           "31/12",
                                           "999999999999",
                                           "quatre-vingt",
                                           "mille",
                                           "été",
                                           "an"};
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int n = static_cast<int>(random() % 14); n > 0; --n)
      text += pieces[random() % pieces.size()] + " ";
    const Document doc = read(text, round % 3 ? "2024-03-06T10:00" : "", round % 2 ? "fr" : "en");
    uint32_t last = 0;
    for (const TimeExpression& t : doc.times) {
      ASSERT_GE(t.span.begin, last) << text;
      ASSERT_GT(t.span.end, t.span.begin) << text;
      ASSERT_FALSE(t.rule.empty()) << text;
      last = t.span.end;
    }
  }
}

}  // namespace
}  // namespace selon
