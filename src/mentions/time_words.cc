#include "mentions/time_words.h"

#include <algorithm>
#include <cstdlib>

#include "base/table.h"
#include "base/utf8.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(TimeWord::kCount)> kNames = {
    "month",   "weekday",   "season",   "part",   "unit",    "adverb", "anaphor", "ref",    "set",
    "holiday", "det",       "dem",      "poss",   "next",    "last",   "each",    "start",  "mid",
    "end",     "same",      "about",    "some",   "at",      "of",     "to",      "from",   "in",
    "ago",     "agobehind", "after",    "before", "within",  "during", "hour",    "oclock", "am",
    "pm",      "noon",      "midnight", "half",   "quarter", "age",    "century", "decade", "span",
    "join",    "zone",      "all",      "current"};

}  // namespace

Result<TimeWords> TimeWords::open(const std::string& data_dir, const std::string& language) {
  TimeWords out;
  out.french_ = language != "en";
  Status read = read_table(data_dir + "/lang/" + language + "/time_words.tsv", 2, 3,
                           [&](const Row& row) -> std::string {
                             const auto* name = std::find(kNames.begin(), kNames.end(), row[1]);
                             if (name == kNames.end()) return "unknown kind " + row.string(1);
                             if (row[0].empty()) return "no form";
                             const auto kind = static_cast<TimeWord>(name - kNames.begin());
                             if (kind == TimeWord::kMonth) {
                               const int month = std::atoi(row.string(2).c_str());
                               if (month < 1 || month > 12) return "month " + row.string(2);
                               if (out.months_[month - 1].empty())
                                 out.months_[month - 1] = row.string(0);
                             }
                             out.table_.add(kind, row[0], row.string(2));
                             return {};
                           });
  if (!read) return read.error();
  // Dashes join what a range spans; a table cannot hold them, as "-" is its empty cell.
  for (const char* dash : {"-", "–", "—", "~"}) out.table_.add(TimeWord::kTo, dash, "");
  out.table_.finish();
  return out;
}

const TimeWords::Phrase* TimeWords::find_form(TimeWord kind, std::string_view form) const {
  if (const std::vector<Phrase>* list = table_.starting(form))
    for (const Phrase& p : *list)
      if (p.kind == kind && p.size() == 1) return &p;
  return nullptr;
}

bool TimeWords::joins_figures(std::string_view form, bool figures_before) const {
  if (const std::vector<Phrase>* list = table_.starting(form))
    for (const Phrase& p : *list) {
      if (p.size() != 1) continue;
      if (p.kind == TimeWord::kMonth || p.kind == TimeWord::kWeekday) return true;
      if (figures_before && (p.kind == TimeWord::kUnit || p.kind == TimeWord::kHour ||
                             p.kind == TimeWord::kAm || p.kind == TimeWord::kPm))
        return true;
    }
  return false;
}

}  // namespace selon
