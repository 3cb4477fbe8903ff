// What the grammar of time reads, phenomenon by phenomenon. times_test.cc holds what a document
// adds: context, direction of verbs, ages, order of spans.
#include <gtest/gtest.h>

#include "mentions/times.h"
#include "support/tables.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

// The values of the times of a text published on Thursday 2024-03-07 at 10:00, "|" between
// them; a timex behind a value where it differs.
std::string times(const std::string& text, const std::string& language, bool future = false) {
  static const TextSplitter splitter = opened(TextSplitter::open(kSourceData));
  static const TimeFinder finder = opened(TimeFinder::open(kSourceData));
  Document doc;
  doc.text = text;
  doc.meta.language = language;
  doc.meta.published = "2024-03-07T10:00";
  splitter.split(doc);
  finder.find(doc, {.prefer_future = future});
  EXPECT_EQ(check_invariants(doc), "");
  std::string out;
  for (const TimeExpression& t : doc.times) {
    if (!out.empty()) out += " | ";
    out += t.value;
    if (t.timex != t.value) out += " [" + t.timex + "]";
  }
  return out;
}
std::string fr(const std::string& text) { return times(text, "fr"); }
std::string en(const std::string& text) { return times(text, "en"); }
std::string fr_future(const std::string& text) { return times(text, "fr", true); }
std::string en_future(const std::string& text) { return times(text, "en", true); }

TEST(TimeGrammar, DatesInFigures) {
  EXPECT_EQ(fr("le 04/05/2021 et le 4.5.2021, 2021-05-04"), "2021-05-04 | 2021-05-04 | 2021-05-04");
  EXPECT_EQ(en("on 04/05/2021 and 25/05/2021"), "2021-04-05 | 2021-05-25");
  EXPECT_EQ(en("sent 12/Nov/1983, 12-Nov-83, Nov-12-1983"), "1983-11-12 | 1983-11-12 | 1983-11-12");
  EXPECT_EQ(fr("né le 09 06 1971 à Lyon"), "1971-06-09");
  EXPECT_EQ(en("in 2019-08, Aug-2019, 08/2019"), "2019-08 | 2019-08 | 2019-08");
  EXPECT_EQ(en("due on 11/23"), "2023-11-23");
  EXPECT_EQ(en("from 6/3 to 6/9/2020"), "2020-06-03/2020-06-09");
  EXPECT_EQ(fr("le 30/2/2019"), "");
}

TEST(TimeGrammar, NumbersThatAreNoDates) {
  EXPECT_EQ(en("They won 3-2 and drank 1/2 a litre; version 2.10, call 06 12 34 56."), "");
  EXPECT_EQ(fr("Ils ont gagné 3-2, soit 7/10 ; le 06 12 34 56."), "");
  EXPECT_EQ(en("The sun sat low. Wed in haste, they may march."), "");
}

TEST(TimeGrammar, GluedFiguresAndWords) {
  EXPECT_EQ(en("on 22april and Dec31"), "2024-04-22 | 2023-12-31");
  EXPECT_EQ(fr("pendant 3heures"), "PT3H");
}

TEST(TimeGrammar, YearsInWords) {
  EXPECT_EQ(en("on May 4 nineteen eighty six"), "1986-05-04");
  EXPECT_EQ(fr("le 4 mai deux mille douze"), "2012-05-04");
  EXPECT_EQ(fr("le 4 mai, deux mille soldats"), "2024-05-04");
}

TEST(TimeGrammar, CountedInAPeriod) {
  EXPECT_EQ(fr("le premier lundi du mois prochain"), "2024-04-01");
  EXPECT_EQ(fr("le dernier jour de février 2023"), "2023-02-28");
  EXPECT_EQ(en("the third Tuesday of October 2021"), "2021-10-19");
  EXPECT_EQ(en("the second last Friday of May 2022"), "2022-05-20");
  EXPECT_EQ(en("the 5th of next month"), "2024-04-05");
  EXPECT_EQ(en("the last week of June 2021"), "2021-06-21/2021-06-27 [2021-W25]");
  EXPECT_EQ(fr("la deuxième quinzaine de mai 2021"), "2021-05-15/2021-05-31 [2021-05]");
}

TEST(TimeGrammar, WeeksAndQuarters) {
  EXPECT_EQ(en("in week 7 of 2021"), "2021-02-15/2021-02-21 [2021-W07]");
  EXPECT_EQ(fr("la semaine du 8 juin 2021"), "2021-06-07/2021-06-13 [2021-W23]");
  EXPECT_EQ(en("the week commencing June 7, 2021"), "2021-06-07/2021-06-13 [2021-W23]");
  EXPECT_EQ(en("2021 Q3 and H1 2020"),
            "2021-07-01/2021-09-30 [2021-Q3] | 2020-01-01/2020-06-30 [2020-H1]");
  EXPECT_EQ(fr("ce trimestre"), "2024-01-01/2024-03-31 [2024-Q1]");
}

TEST(TimeGrammar, PartsOfPeriods) {
  EXPECT_EQ(fr("fin mars 2021, début avril 2021"),
            "2021-03-21/2021-03-31 [2021-03] | 2021-04-01/2021-04-10 [2021-04]");
  EXPECT_EQ(en("the end of the month, late 2019"), "2024-03-21/2024-03-31 [2024-03] | 2019");
  EXPECT_EQ(en("at the beginning of next week"), "2024-03-11/2024-03-13 [2024-W11]");
  EXPECT_EQ(en("last winter"), "2023-12-21/2024-03-20 [2023-WI]");
}

TEST(TimeGrammar, ClockTimes) {
  EXPECT_EQ(fr("à 7h30 du soir"), "2024-03-07T19:30");
  EXPECT_EQ(fr("à midi moins le quart, à minuit et demi"), "2024-03-07T11:45 | 2024-03-07T00:30");
  EXPECT_EQ(fr("à 15 heures"), "2024-03-07T15 [2024-03-07T15:00]");
  EXPECT_EQ(en("at a quarter past three, at half past noon"),
            "2024-03-07T03:15 | 2024-03-07T12:30");
  EXPECT_EQ(en("at 20 minutes to 2pm"), "2024-03-07T13:40");
  EXPECT_EQ(en("at ten thirty am, at 330 p.m."), "2024-03-07T10:30 | 2024-03-07T15:30");
  EXPECT_EQ(en("at 3 in the afternoon"), "2024-03-07T15 [2024-03-07T15:00]");
  EXPECT_EQ(en("They counted ten thirty times and at 8 people."), "");
}

TEST(TimeGrammar, AnHourGoesOnToTheNextWhereTheFutureIsMeant) {
  EXPECT_EQ(en_future("at 3:20"), "2024-03-07T15:20");
  EXPECT_EQ(en_future("at 9am"), "2024-03-08T09 [2024-03-08T09:00]");
  EXPECT_EQ(fr_future("à 9h"), "2024-03-08T09 [2024-03-08T09:00]");
}

TEST(TimeGrammar, AZoneBelongsToItsClockTime) {
  EXPECT_EQ(en("on Monday at 9:30 pm EST"), "2024-03-04T21:30-05:00");
  EXPECT_EQ(fr("lundi à 18 h 30 GMT"), "2024-03-04T18:30Z");
  EXPECT_EQ(en("on Monday at 9:30 pm IST"), "2024-03-04T21:30");  // of India, Israel, Ireland
  EXPECT_EQ(fr("à 3 heures cet après-midi"), "2024-03-07T15 [2024-03-07T15:00]");
}

TEST(TimeGrammar, WhatIsToldCountsOn) {
  EXPECT_EQ(fr("En 2014, il a signé. Trois ans plus tard, il a rompu."), "2014 | 2017");
  EXPECT_EQ(fr("En mai 2014, il a signé. Le mois suivant, il a rompu."), "2014-05 | 2014-06");
  EXPECT_EQ(en("In 2014 he signed. The previous year he had left."), "2014 | 2013");
  EXPECT_EQ(fr("la fin de l'année dernière"), "2023");
  EXPECT_EQ(fr("dans la nuit du 31 mai au 1er juin"), "2024-05-31 [2024-05-31TNI]");
}

TEST(TimeGrammar, ADayWithItsClockTime) {
  EXPECT_EQ(fr("demain à 11 heures"), "2024-03-08T11 [2024-03-08T11:00]");
  EXPECT_EQ(en("at 7:30 PM on Fri, Sep 20, 2019"), "2019-09-20T19:30");
  EXPECT_EQ(en("this evening at 8"), "2024-03-07T20 [2024-03-07T20:00]");
  EXPECT_EQ(fr("le 2 mai 2023 vers 5h"), "2023-05-02T05 [2023-05-02T05:00]");
}

TEST(TimeGrammar, FromAnotherDay) {
  EXPECT_EQ(en("two days before yesterday, three weeks from tomorrow"), "2024-03-04 | 2024-03-29");
  EXPECT_EQ(en("5 days before Christmas 2021"), "2021-12-20");
  EXPECT_EQ(en("for 3 days starting June 7, 2021"), "2021-06-07/2021-06-09");
  EXPECT_EQ(en("the third Monday after Easter 2021"), "2021-04-19");
  EXPECT_EQ(fr("mardi en huit"), "2024-03-19");
  EXPECT_EQ(en("next Friday, last Friday, this week Monday"),
            "2024-03-15 | 2024-03-01 | 2024-03-04");
}

TEST(TimeGrammar, TheLastAndNextUnits) {
  EXPECT_EQ(en("the last 3 days, the next two weeks"),
            "2024-03-04/2024-03-06 [P3D] | 2024-03-08/2024-03-21 [P2W]");
  EXPECT_EQ(fr("les deux prochains trimestres"), "2024-04-01/2024-09-30 [P6M]");
}

TEST(TimeGrammar, Ranges) {
  EXPECT_EQ(fr("du 13 au 15 juillet 2021"), "2021-07-13/2021-07-15");
  EXPECT_EQ(en("from March to the end of May 2021"), "2021-03/2021-05-31 [2021-03-01/2021-05-31]");
  EXPECT_EQ(en("Nov 18-Dec 19, 2015"), "2015-11-18/2015-12-19");
  EXPECT_EQ(en("between yesterday and tomorrow"), "2024-03-06/2024-03-08");
  EXPECT_EQ(en("Paris to Oslo in May 2020"), "2020-05");
}

TEST(TimeGrammar, Durations) {
  EXPECT_EQ(en("two and a half years, one hour and a half"), "P2.5Y [P30M] | PT1.5H [PT1H30M]");
  EXPECT_EQ(en("2 years, 3 months"), "P2Y3M");
  EXPECT_EQ(en("all day, two nights, three weekends"), "P1D | P2D | P3WE");
  EXPECT_EQ(fr("une quinzaine de jours, toute la semaine"), "P15D | P1W");
  EXPECT_EQ(fr("999999999999 ans, 99999999 siècles"), "");
}

TEST(TimeGrammar, Holidays) {
  EXPECT_EQ(en("Thanksgiving 2021, Black Friday 2021"), "2021-11-25 | 2021-11-26");
  EXPECT_EQ(en("Easter Monday 2021, Orthodox Easter 2021"), "2021-04-05 | 2021-05-02");
  EXPECT_EQ(en("Ramadan 2021"), "2021-04-13/2021-05-12");
  EXPECT_EQ(en("Yom Kippur 2021"), "2021-09-15");  // from its evening
  EXPECT_EQ(en("last Halloween, next Halloween"), "2023-10-31 | 2024-10-31");
  EXPECT_EQ(en("Labor Day 2021 weekend"), "2021-09-04/2021-09-06 [2021-W35-WE]");
  EXPECT_EQ(fr("l'Ascension 2021, la fête des mères 2021"), "2021-05-13 | 2021-05-30");
  EXPECT_EQ(fr("À Saint-Étienne, l'ascension du club étonne."), "");
}

}  // namespace
}  // namespace selon
