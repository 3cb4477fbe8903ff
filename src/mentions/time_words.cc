#include "mentions/time_words.h"

#include <algorithm>
#include <cstdlib>

#include "base/table.h"
#include "base/utf8.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(TimeWord::kCount)> kNames = {
    "month",  "weekday", "season", "part",    "unit",   "adverb",    "anaphor", "ref",
    "set",    "holiday", "det",    "dem",     "poss",   "next",      "last",    "each",
    "start",  "mid",     "end",    "same",    "about",  "some",      "at",      "of",
    "and",    "to",      "from",   "in",      "ago",    "agobehind", "after",   "before",
    "within", "during",  "hour",   "oclock",  "am",     "pm",        "noon",    "midnight",
    "half",   "quarter", "age",    "century", "decade", "span"};

}  // namespace

Result<TimeWords> TimeWords::open(const std::string& data_dir, const std::string& language) {
  TimeWords out;
  out.french_ = language != "en";
  Status read = read_table(data_dir + "/lang/" + language + "/time_words.tsv", 2, 3,
                           [&](const Row& row) -> std::string {
                             const auto* name = std::find(kNames.begin(), kNames.end(), row[1]);
                             if (name == kNames.end()) return "unknown kind " + row.string(1);
                             Phrase phrase;
                             phrase.kind = static_cast<TimeWord>(name - kNames.begin());
                             phrase.value = row.string(2);
                             for (std::string_view form : split(row[0], ' '))
                               if (!form.empty()) phrase.forms.emplace_back(form);
                             if (phrase.forms.empty()) return "no form";
                             if (phrase.kind == TimeWord::kMonth) {
                               const int month = std::atoi(phrase.value.c_str());
                               if (month < 1 || month > 12) return "month " + phrase.value;
                               if (out.months_[month - 1].empty())
                                 out.months_[month - 1] = phrase.forms[0];
                             }
                             std::vector<Phrase>& list = out.phrases_[phrase.forms[0]];
                             list.push_back(std::move(phrase));
                             return {};
                           });
  if (!read) return read.error();
  // Dashes join what a range spans; a table cannot hold them, as "-" is its empty cell.
  for (const char* dash : {"-", "–", "—"})
    out.phrases_[dash].push_back({TimeWord::kTo, "", {std::string(dash)}});
  for (auto& [form, list] : out.phrases_)
    std::stable_sort(list.begin(), list.end(),
                     [](const Phrase& a, const Phrase& b) { return a.size() > b.size(); });
  return out;
}

const TimeWords::Phrase* TimeWords::find(TimeWord kind, const FoldedSentence& s, size_t i) const {
  if (i >= s.size()) return nullptr;
  const auto it = phrases_.find(s.form(i));
  if (it == phrases_.end()) return nullptr;
  for (const Phrase& phrase : it->second) {
    if (phrase.kind != kind) continue;
    bool fits = true;
    for (size_t k = 1; k < phrase.size() && fits; ++k) fits = s.form(i + k) == phrase.forms[k];
    if (fits) return &phrase;
  }
  return nullptr;
}

}  // namespace selon
