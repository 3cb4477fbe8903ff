// Finds calendar dates in the lines around an article; times in running text are src/mentions'
// work.
//
//   find_dates("Publié le 29 janvier 2021 à 14h05", tables)  →  2021-01-29, clock 14:05
//   find_dates("le 6 novembre 20", tables)                   →  2020-11-06, short_year
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/span.h"
#include "intake/tables.h"

namespace selon {

struct WrittenDate {
  Span span;     // with its clock time
  int year = 0;  // 0: not written
  int month = 0, day = 0;
  std::string clock;        // "14:05", or empty
  bool short_year = false;  // "20" for 2020
  bool full() const { return year != 0 && month != 0 && day != 0; }
  // EDTF: 2021-01-29, 2021-01-29T14:05, 2021-01; empty without a year.
  std::string edtf() const;
};

// Patterns for the dates above; `months` are the months' names as written.
std::vector<std::unique_ptr<re2::RE2>> compile_dates(const std::vector<std::string>& months);

// In text order, not overlapping; impossible days (31 February) are left out. "03/04/2021" is
// day/month, unless that is impossible.
std::vector<WrittenDate> find_dates(std::string_view text, const IntakeTables& tables);

// The day `days` after a full date.
WrittenDate add_days(WrittenDate date, int days);

// An ISO 8601 date or date-time as HTML and JSON write them, cut to what EDTF keeps:
// "2021-01-29T14:05:33+01:00" → "2021-01-29T14:05". Empty when it is none.
std::string iso_date(std::string_view text);

}  // namespace selon
