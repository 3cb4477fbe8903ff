#include "base/edtf.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

std::string days(std::string_view edtf) {
  const std::optional<DayRange> range = day_range(edtf);
  return range ? range->from + " " + range->to : "none";
}

TEST(Edtf, Dates) {
  EXPECT_EQ(days("2019-03-14"), "2019-03-14 2019-03-14");
  EXPECT_EQ(days("2020-11-06T16:00"), "2020-11-06 2020-11-06");
  EXPECT_EQ(days("2020-02"), "2020-02-01 2020-02-29");
  EXPECT_EQ(days("1900-02"), "1900-02-01 1900-02-28");
  EXPECT_EQ(days("2015"), "2015-01-01 2015-12-31");
  EXPECT_EQ(days("2015?"), "2015-01-01 2015-12-31");
}

TEST(Edtf, UnspecifiedDigitsSeasonsIntervals) {
  EXPECT_EQ(days("201X"), "2010-01-01 2019-12-31");
  EXPECT_EQ(days("2020-XX"), "2020-01-01 2020-12-31");
  EXPECT_EQ(days("2020-02-XX"), "2020-02-01 2020-02-29");
  EXPECT_EQ(days("2020-21"), "2020-03-01 2020-05-31");
  EXPECT_EQ(days("2020-24"), "2020-12-01 2021-02-28");
  EXPECT_EQ(days("XXXX-24"), "0000-12-01 9999-12-31");
  EXPECT_EQ(days("9999-24"), "9999-12-01 9999-12-31") << "found by the fuzzer";
  EXPECT_EQ(days("2015/2016"), "2015-01-01 2016-12-31");
  EXPECT_EQ(days("2015/.."), "2015-01-01 2015-12-31");
}

TEST(Edtf, WhatIsNoDate) {
  for (const char* text :
       {"", "P3D", "2020-13", "2020-02-30", "20", "2020-1", "hier", "2020-02-01-3", "2020-24-31"})
    EXPECT_EQ(days(text), "none") << text;
}

}  // namespace
}  // namespace selon
