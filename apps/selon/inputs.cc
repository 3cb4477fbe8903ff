#include "inputs.h"

#include <cstdio>
#include <thread>

#include "intake/dates.h"
#include "knowledge/data_dir.h"

namespace selon {

void InputArguments::add_to(CLI::App& command) {
  command
      .add_option("paths", paths,
                  "Files (text, HTML, NDJSON, web archives) and folders; - is standard input")
      ->required();
  command.add_option("--input", input, "What the inputs are")
      ->check(CLI::IsMember({"auto", "txt", "html", "ndjson", "warc"}))
      ->capture_default_str();
  command
      .add_option("--published", published,
                  "Day (and time) of publication, for articles that do not say")
      ->check([](const std::string& given) {
        return iso_date(given).empty() ? "'" + given + "' is no date (2024-03-05)" : std::string();
      });
  command.add_option("--prefer", prefer, "What an unclear \"mardi\" is taken for")
      ->check(CLI::IsMember({"past", "future"}))
      ->capture_default_str();
  command.add_option("--lang", language, "Language of the articles")
      ->check(CLI::IsMember({"auto", "fr", "en"}))
      ->capture_default_str();
  command.add_option("--data-dir", user_dir,
                     "Folder of your own tables (default: $XDG_DATA_HOME/selon, else "
                     "~/.local/share/selon); they win over ours");
  command.add_option("-j,--jobs", jobs, "Threads (default: all cores)")->check(CLI::Range(1, 1024));
}

AnalyzerOptions InputArguments::analyzer_options() const {
  return {.user_dir = user_dir.empty() ? user_data_dir() : user_dir,
          .prefer_future = prefer == "future",
          .predicates = predicates};
}

Result<Analyzer> InputArguments::open_analyzer() const {
  return Analyzer::open(analyzer_options());
}

Result<Inputs> InputArguments::open_inputs() const {
  const Result<InputFormat> format = parse_input_format(input);
  if (!format) return format.error();
  return Inputs(paths, {.format = *format});
}

CollectionOptions InputArguments::collection() const {
  CollectionOptions options;
  options.intake.published = published;
  options.intake.language = language == "auto" ? "" : language;
  options.jobs = jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
  return options;
}

void Tally::add(const Document& document) {
  ++coded;
  claims += document.claims.size();
  if (document.meta.language != "fr" && document.meta.language != "en") ++unread;
}

void Tally::print(const Context& context) const {
  if (context.quiet) return;
  std::string line = std::to_string(coded) + (coded == 1 ? " article" : " articles") + " coded, " +
                     std::to_string(claims) + (claims == 1 ? " claim" : " claims");
  if (unread > 0)
    line += "; " + std::to_string(unread) + (unread == 1 ? " is" : " are") +
            " not taken for French or English (--lang sets it)";
  if (skipped > 0) line += "; " + std::to_string(skipped) + " coded before and skipped";
  if (passed_over > 0)
    line += "; " + std::to_string(passed_over) +
            (passed_over == 1 ? " record of an archive is no page"
                              : " records of archives are no page");
  if (rejected > 0) line += "; " + std::to_string(rejected) + " rejected";
  std::fprintf(stderr, "selon: %s\n", line.c_str());
}

}  // namespace selon
