#include "mentions/lunar_calendars.h"

#include <cmath>

namespace selon {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;
constexpr double kUnixEpoch = 2440587.5;  // Julian day of 1970-01-01, 0 h
constexpr double kDeltaT = 65.0 / 86400;  // terrestrial minus universal time, in days

bool in_range(int year) { return year >= 1800 && year <= 2200; }

double sin_deg(double x) { return std::sin(x * kDegree); }
double turn(double x) { return x - 360 * std::floor(x / 360); }  // to 0 … 360

double julian(Day d, double hours_ut = 0) {
  return kUnixEpoch + static_cast<double>(day_number(d)) + hours_ut / 24;
}
// The day at a place `zone` hours east of Greenwich.
Day day_at(double jd, double zone) {
  return from_day_number(static_cast<int64_t>(std::floor(jd - kUnixEpoch + zone / 24)));
}

// Apparent geocentric longitudes, in degrees, at a Julian day of universal time.
double sun_longitude(double jd) {
  const double t = (jd + kDeltaT - 2451545.0) / 36525;
  const double mean = 280.46646 + t * (36000.76983 + t * 0.0003032);
  const double m = 357.52911 + t * (35999.05029 - t * 0.0001537);
  const double center = (1.914602 - t * (0.004817 + t * 0.000014)) * sin_deg(m) +
                        (0.019993 - 0.000101 * t) * sin_deg(2 * m) + 0.000289 * sin_deg(3 * m);
  const double node = 125.04 - 1934.136 * t;
  return turn(mean + center - 0.00569 - 0.00478 * sin_deg(node));
}
double moon_longitude(double jd) {
  struct Term {
    int d, m, moon, f;
    double size;
  };
  static constexpr Term kTerms[] = {
      {0, 0, 1, 0, 6.288774},   {2, 0, -1, 0, 1.274027},  {2, 0, 0, 0, 0.658314},
      {0, 0, 2, 0, 0.213618},   {0, 1, 0, 0, -0.185116},  {0, 0, 0, 2, -0.114332},
      {2, 0, -2, 0, 0.058793},  {2, -1, -1, 0, 0.057066}, {2, 0, 1, 0, 0.053322},
      {2, -1, 0, 0, 0.045758},  {0, 1, -1, 0, -0.040923}, {1, 0, 0, 0, -0.034720},
      {0, 1, 1, 0, -0.030383},  {2, 0, 0, -2, 0.015327},  {0, 0, 1, 2, -0.012528},
      {0, 0, 1, -2, 0.010980},  {4, 0, -1, 0, 0.010675},  {0, 0, 3, 0, 0.010034},
      {4, 0, -2, 0, 0.008548},  {2, 1, -1, 0, -0.007888}, {2, 1, 0, 0, -0.006766},
      {1, 0, -1, 0, -0.005163}, {1, 1, 0, 0, 0.004987},   {2, -1, 1, 0, 0.004036},
      {2, 0, 2, 0, 0.003994},   {4, 0, 0, 0, 0.003861},   {2, 0, -3, 0, 0.003665}};
  const double t = (jd + kDeltaT - 2451545.0) / 36525;
  const double mean = 218.3164477 + t * (481267.88123421 - t * 0.0015786);
  const double d = 297.8501921 + t * (445267.1114034 - t * 0.0018819);
  const double m = 357.5291092 + t * (35999.0502909 - t * 0.0001536);
  const double moon = 134.9633964 + t * (477198.8675055 + t * 0.0087414);
  const double f = 93.2720950 + t * (483202.0175233 - t * 0.0036539);
  const double e = 1 - t * (0.002516 + t * 0.0000074);
  double sum = 0;
  for (const Term& x : kTerms)
    sum += x.size * (x.m != 0 ? e : 1) * sin_deg(x.d * d + x.m * m + x.moon * moon + x.f * f);
  const double node = 125.04 - 1934.136 * t;
  return turn(mean + sum - 0.00478 * sin_deg(node));
}
double elongation(double jd) { return turn(moon_longitude(jd) - sun_longitude(jd)); }

// The new moon nearest to a Julian day.
double new_moon_near(double jd) {
  for (int k = 0; k < 8; ++k) {
    double off = elongation(jd);
    if (off > 180) off -= 360;
    jd -= off / 12.190749;
    if (std::fabs(off) < 1e-5) break;
  }
  return jd;
}
double next_new_moon(double jd) { return new_moon_near(jd + 29.53); }
// The last new moon not after jd.
double new_moon_before(double jd) {
  double moon = new_moon_near(jd - elongation(jd) / 12.190749);
  while (moon > jd) moon = new_moon_near(moon - 29.53);
  return moon;
}

// The sun's longitude from the stars of Aries (Lahiri).
double sidereal_sun(double jd) {
  return turn(sun_longitude(jd) - 23.853 - (jd - 2451545.0) / 365.25 * 0.013968);
}

// ---------------------------------------------------------------- Hebrew, after Reingold and
// Dershowitz, "Calendrical Calculations"

bool hebrew_leap(int64_t year) { return (7 * year + 1) % 19 < 7; }

// Days from the epoch to the new year, before the two corrections for the length of the year.
int64_t hebrew_elapsed(int64_t year) {
  const int64_t months = (235 * year - 234) / 19;
  const int64_t parts = 12084 + 13753 * months;
  const int64_t day = 29 * months + parts / 25920;
  return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}
int64_t hebrew_new_year(int64_t year) {
  const int64_t before = hebrew_elapsed(year - 1), here = hebrew_elapsed(year),
                after = hebrew_elapsed(year + 1);
  const int64_t correction = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return here + correction - 2092590;  // days since 1970
}
int hebrew_month_length(int64_t year, int month) {
  const int64_t days = hebrew_new_year(year + 1) - hebrew_new_year(year);
  switch (month) {
    case 2:
    case 4:
    case 6:
    case 10:
    case 13:
      return 29;
    case 8:
      return days % 10 == 5 ? 30 : 29;
    case 9:
      return days % 10 == 3 ? 29 : 30;
    case 12:
      return hebrew_leap(year) ? 30 : 29;
    default:
      return 30;
  }
}

// ---------------------------------------------------------------- Islamic

// The first day of the lunar month that begins with this new moon.
Day islamic_month_start(double moon) {
  const Day here = day_at(moon, 3);
  const double sunset = julian(here, 15.5);  // 18:30 at Mecca
  if (moon >= julian({1999, 4, 1})) return add_days(here, moon < sunset ? 1 : 2);
  if (moon >= julian({1973, 1, 1})) return add_days(day_at(moon, 0), 1);
  return add_days(here, moon + 8.0 / 24 < sunset ? 1 : 2);
}

// ---------------------------------------------------------------- Chinese

// The Julian day, in Chinese time, at which the sun reaches a longitude, near `jd`.
double sun_at(double longitude, double jd) {
  for (int k = 0; k < 8; ++k) {
    double off = turn(longitude - sun_longitude(jd));
    if (off > 180) off -= 360;
    jd += off * 365.2422 / 360;
    if (std::fabs(off) < 1e-6) break;
  }
  return jd;
}

}  // namespace

std::optional<Day> hebrew_day(int year, int month, int day) {
  if (!in_range(year)) return std::nullopt;
  for (int64_t y : {int64_t{year} + 3760, int64_t{year} + 3761}) {
    const int last = hebrew_leap(y) ? 13 : 12;
    const int wanted = month == 12 && last == 13 ? 13 : month;
    int64_t at = hebrew_new_year(y);
    for (int m = 7; m != wanted; m = m == last ? 1 : m + 1) at += hebrew_month_length(y, m);
    const Day out = from_day_number(at + day - 1);
    if (out.year == year) return out;
  }
  return std::nullopt;
}

std::optional<Day> islamic_day(int year, int month, int day) {
  if (!in_range(year)) return std::nullopt;
  // 1 Muharram 1400 was in November 1979; months are counted from there.
  const double anchor = new_moon_near(julian({1979, 11, 20}));
  double moon = new_moon_before(julian({year, 1, 1}) - 30);
  for (int k = 0; k < 15; ++k, moon = next_new_moon(moon)) {
    const auto count = static_cast<int64_t>(std::llround((moon - anchor) / 29.530589));
    if ((count % 12 + 12) % 12 != month - 1) continue;
    const Day out = add_days(islamic_month_start(moon), day - 1);
    if (out.year == year) return out;
  }
  return std::nullopt;
}

std::optional<Day> chinese_day(int year, int month, int day) {
  if (!in_range(year)) return std::nullopt;
  // The month of the winter solstice is the eleventh.
  const auto eleventh = [](int y) {
    const Day solstice = day_at(sun_at(270, julian({y, 12, 21})), 8);
    double moon = new_moon_before(julian(solstice, 16));
    if (day_at(moon, 8) > solstice) moon = new_moon_near(moon - 29.53);
    return moon;
  };
  const double first = eleventh(year - 1), last = eleventh(year);
  const bool leap_year = std::llround((last - first) / 29.530589) == 13;
  // In a year of thirteen months, the first in which the sun enters no new sign is the leap month,
  // and bears the number of the one before it.
  const auto sign = [](Day d) { return static_cast<int>(sun_longitude(julian(d, -8)) / 30); };
  bool leap_seen = false;
  double moon = first;
  for (int number = 11, k = 0; k < 15; ++k) {
    const double next = next_new_moon(moon);
    const Day from = day_at(moon, 8);
    const bool leap = k > 0 && leap_year && !leap_seen && sign(from) == sign(day_at(next, 8));
    if (leap)
      leap_seen = true;
    else if (k > 0)
      number = number % 12 + 1;
    moon = next;
    if (leap || number != month) continue;
    const Day out = add_days(from, day - 1);
    if (out.year == year) return out;
  }
  return std::nullopt;
}

std::optional<Day> hindu_day(int year, int month, int lunar_day, double hour) {
  if (!in_range(year)) return std::nullopt;
  double moon = new_moon_before(julian({year, 1, 1}) - 31);
  for (int k = 0; k < 16; ++k) {
    const double next = next_new_moon(moon);
    const int sign = static_cast<int>(sidereal_sun(moon) / 30);
    const bool leap = static_cast<int>(sidereal_sun(next) / 30) == sign;
    if (!leap && (sign + 1) % 12 == month - 1) {
      // The day on which the lunar day holds at that hour, else the one on which it begins.
      const Day begin = day_at(moon + (lunar_day - 1) * 0.984353, 5.5);
      for (int d = -1; d <= 2; ++d) {
        const Day out = add_days(begin, d);
        const double at = julian(out, hour - 5.5);
        const double turn_now = elongation(at);
        if (at < moon - 2 || at > next + 2) continue;
        if (static_cast<int>(turn_now / 12) == lunar_day - 1 && out.year == year) return out;
      }
      for (int d = -1; d <= 2; ++d) {
        const Day out = add_days(begin, d);
        const int here = static_cast<int>(elongation(julian(out, hour - 5.5)) / 12);
        const int then = static_cast<int>(elongation(julian(out, hour + 18.5)) / 12);
        if (here == (lunar_day + 28) % 30 && then == lunar_day % 30 && out.year == year) return out;
      }
    }
    moon = next;
  }
  return std::nullopt;
}

std::optional<Day> hindu_solar_day(int year, int sign) {
  if (!in_range(year)) return std::nullopt;
  double jd = julian({year, 4, 14}) + sign * 30.4;
  if (sign >= 9) jd -= 365.25;
  for (int k = 0; k < 8; ++k) {
    double off = turn(sign * 30.0 - sidereal_sun(jd));
    if (off > 180) off -= 360;
    jd += off * 365.2564 / 360;
  }
  const Day day = day_at(jd, 5.5);
  const bool late = jd > julian(day, 18 - 5.5);
  return add_days(day, late ? 1 : 0);
}

}  // namespace selon
