// Finds time expressions and gives them values: EDTF dates, ISO 8601 durations, and TIMEX3
// notation.
//
//   published 2021-01-29, "hier soir, il y a un an, en mai 2020, pendant deux heures"  →
//   "hier soir" 2021-01-28 (2021-01-28TEV), "il y a un an" 2020-01, "mai 2020"
//   2020-05, "deux heures" PT2H
//
// The value is as fine as the words count ("à 16 heures" 2021-01-29T16, "fin mai" the 21st to the
// 31st, "les deux dernières semaines" their days); the timex follows TIMEX3 (…T16:00, 2020-05,
// P2W).
//
// Relative expressions are anchored on meta.published, or on a date told before ("le lendemain");
// without either their value stays empty. A weekday or a day without its year goes the way of its
// verb: the last one, or, under a future, the next one. What cannot be ("le 237 décembre") is kept,
// without a value, under the rule "impossible".
//
// Needs sentences and tokens, and reads tags and trees where the parser has been. Adds times.
#pragma once
#include <string>

#include "document/document.h"
#include "mentions/by_language.h"
#include "selon/result.h"

namespace selon {

struct TimeOptions {
  bool prefer_future = false;  // where no verb says: "mardi" is the next one, not the last
};

// Read-only after open(): one serves any number of threads.
class TimeFinder {
 public:
  // Reads the tables of both languages under DATA_DIR/lang. kNotFound, kBadFormat.
  static Result<TimeFinder> open(const std::string& data_dir);

  void find(Document& doc, const TimeOptions& options = {}) const;

 private:
  struct Language;  // the tables of one
  explicit TimeFinder(ByLanguage<Language> languages) : languages_(std::move(languages)) {}

  ByLanguage<Language> languages_;
};

}  // namespace selon
