#include "mentions/lunar_calendars.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

std::string text(const std::optional<Day>& day) { return day ? iso(*day) : "none"; }

TEST(LunarCalendars, Hebrew) {
  EXPECT_EQ(text(hebrew_day(2021, 7, 1)), "2021-09-07");    // Rosh Hashanah 5782
  EXPECT_EQ(text(hebrew_day(2021, 9, 25)), "2021-11-29");   // Hanukkah
  EXPECT_EQ(text(hebrew_day(2022, 1, 15)), "2022-04-16");   // Passover
  EXPECT_EQ(text(hebrew_day(2022, 12, 14)), "2022-03-17");  // Purim, in Adar II of a leap year
  EXPECT_EQ(text(hebrew_day(2023, 12, 14)), "2023-03-07");  // in Adar of a common one
}

TEST(LunarCalendars, Islamic) {
  EXPECT_EQ(text(islamic_day(2021, 9, 1)), "2021-04-13");    // Ramadan 1442
  EXPECT_EQ(text(islamic_day(2021, 12, 10)), "2021-07-20");  // Eid al-Adha
  EXPECT_EQ(text(islamic_day(2020, 1, 1)), "2020-08-20");
  // Two first days of Ramadan in 1997, the first is given; none of Muharram 1 in some years' ends.
  EXPECT_EQ(text(islamic_day(1997, 9, 1)).substr(0, 7), "1997-01");
}

TEST(LunarCalendars, Chinese) {
  EXPECT_EQ(text(chinese_day(2021, 1, 1)), "2021-02-12");
  EXPECT_EQ(text(chinese_day(2023, 1, 1)), "2023-01-22");
  EXPECT_EQ(text(chinese_day(2023, 8, 15)), "2023-09-29");  // behind a leap second month
  EXPECT_EQ(text(chinese_day(2022, 5, 5)), "2022-06-03");
}

TEST(LunarCalendars, Hindu) {
  EXPECT_EQ(text(hindu_day(2021, 7, 30, 18)), "2021-11-04");   // Diwali
  EXPECT_EQ(text(hindu_day(2022, 12, 15, 18)), "2022-03-17");  // Holika Dahan
  EXPECT_EQ(text(hindu_day(2022, 6, 4, 12)), "2022-08-31");    // Ganesh Chaturthi
  EXPECT_EQ(text(hindu_solar_day(2018, 9)), "2018-01-14");
}

TEST(LunarCalendars, EveryYearHasItsFeastsAndNoneIsKnownFarAway) {
  for (int year = 1850; year < 2150; year += 7) {
    const std::optional<Day> kippur = hebrew_day(year, 7, 10), diwali = hindu_day(year, 7, 30, 18),
                             new_year = chinese_day(year, 1, 1);
    ASSERT_TRUE(kippur && diwali && new_year) << year;
    EXPECT_TRUE(kippur->month == 9 || kippur->month == 10) << year;
    EXPECT_TRUE(diwali->month == 10 || diwali->month == 11) << year;
    EXPECT_TRUE(new_year->month == 1 || new_year->month == 2) << year;
  }
  for (int year : {1, 1500, 2500, 9999}) {
    EXPECT_FALSE(hebrew_day(year, 7, 10));
    EXPECT_FALSE(islamic_day(year, 9, 1));
    EXPECT_FALSE(chinese_day(year, 1, 1));
    EXPECT_FALSE(hindu_day(year, 7, 30, 18));
  }
}

}  // namespace
}  // namespace selon
