// One HTML file that shows what each voice says: articles with their claims, a table, the network
// of each voice's world, a timeline, and which article goes back to which. Nothing is loaded from
// elsewhere.
//
//   ReportBuilder report;
//   for (...) report.add(document, coder);
//   write_file("report.html", report.html("samples.db"));
//
// The page's own program is report.js beside this file; it draws what the data hold and adds no
// fact.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "document/document.h"
#include "document/records.h"

namespace selon {

class ReportBuilder {
 public:
  // `country_name` gives a country's name for its alpha-3 code, or nothing; without it the codes
  // stand.
  explicit ReportBuilder(std::function<std::string(const std::string&)> country_name = {});
  ~ReportBuilder();

  // Takes the document's records; words and trees are not needed.
  void add(const Document& document, const Coder& coder);

  // The page; `source` says where the data come from, for its footer; `query` which claims alone it
  // holds, "according to Putin (1 of 152 claims)", empty: all.
  std::string html(const std::string& source, const std::string& query = "") const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace selon
