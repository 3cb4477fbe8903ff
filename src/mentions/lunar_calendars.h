// Days of the calendars that follow the moon, in the Gregorian year they fall in.
//
//   hebrew_day(2018, 7, 10) == 2018-09-19 (Yom Kippur)      chinese_day(2019, 1, 1) == 2019-02-05
//   islamic_day(2018, 10, 1) == 2018-06-15 (Eid al-Fitr)    hindu_day(2019, 7, 30, 18) ==
//   2019-10-27
//
// Sun and moon after Meeus, "Astronomical Algorithms" (chapters 25 and 47, the largest terms): good
// to a few minutes between 1800 and 2200, which is what these calendars need. Days announced by
// sight, as in many Muslim countries, may differ by one.
#pragma once
#include <optional>

#include "mentions/calendar.h"

namespace selon {

// All: the first such day in Gregorian year `year`; nothing when there is none, or when the year
// lies outside 1800 … 2200.
// Months from Nisan, 1 … 13 (12 is Adar, in a leap year Adar II).
std::optional<Day> hebrew_day(int year, int month, int day);
// Umm al-Qura, months from Muharram; before 1973 the crescent must be eight hours old.
std::optional<Day> islamic_day(int year, int month, int day);
// Months as counted, leap months left out.
std::optional<Day> chinese_day(int year, int month, int day);
// Months from Chaitra, from new moon to new moon; the day on which lunar day 1 … 30 holds at that
// hour of Indian time: 6 sunrise, 12 noon, 18 sunset, 24 midnight.
std::optional<Day> hindu_day(int year, int month, int lunar_day, double hour);
// The day on which the sun enters sidereal sign 0 … 11 before sunset in India.
std::optional<Day> hindu_solar_day(int year, int sign);

}  // namespace selon
