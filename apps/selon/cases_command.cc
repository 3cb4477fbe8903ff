// selon cases: runs what linguists wrote down, and proposes the parses that they correct.
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "base/files.h"
#include "engine/cases.h"
#include "terminal.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> paths;
  bool gate = false, score = false, write = false;
};

// Files, and the .case files below folders, sorted.
std::vector<std::string> case_files(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code ec;
    if (!fs::is_directory(path, ec)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(path, ec))
      if (entry.path().extension() == ".case") found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

struct Count {
  size_t held = 0, of = 0;
};

// Prints what does not hold. A known failure must fail, so that progress is noticed.
bool judge(const Case& c, const std::vector<std::string>& problems, std::string& out) {
  const bool must_fail = !c.known_failure.empty();
  if (problems.empty() != must_fail) return true;
  out += c.file + ":" + std::to_string(c.line) + ": " + c.title + "\n";
  for (const std::string& problem : problems) out += "  " + problem + "\n";
  if (must_fail) out += "  holds, but is marked known-failure: take the mark away\n";
  return false;
}

int run(const Options& options) {
  const Result<Analyzer> analyzer = Analyzer::open({});
  if (!analyzer) return report(analyzer.error()), kUsage;
  const CaseMode mode = options.score ? CaseMode::kScore : CaseMode::kGate;
  size_t held = 0, failed = 0, without_parse = 0;
  std::map<std::pair<std::string, std::string>, Count> scores;  // language, file's name
  for (const std::string& file : case_files(options.paths)) {
    const Result<std::vector<Case>> cases = read_cases(file);
    if (!cases) return report(cases.error()), kRejected;
    for (const Case& c : *cases) {
      const auto problems = run_case(*analyzer, c, mode);
      if (!problems) {
        ++without_parse;
        continue;
      }
      Count& count = scores[{c.language, fs::path(file).stem().string()}];
      ++count.of;
      count.held += problems->empty();
      std::string out;
      judge(c, *problems, out) ? ++held : ++failed;
      if (mode == CaseMode::kGate) write_out(out);
    }
  }
  if (mode == CaseMode::kScore) {
    std::vector<std::vector<std::string>> rows;
    Count all;
    for (const auto& [key, count] : scores) {
      rows.push_back({key.first, key.second, std::to_string(count.held), std::to_string(count.of)});
      all.held += count.held;
      all.of += count.of;
    }
    rows.push_back({"", "all", std::to_string(all.held), std::to_string(all.of)});
    write_out(table({"lang", "phenomenon", "hold", "of"}, rows, terminal_width()));
    return kDone;
  }
  write_out(std::to_string(held) + " cases hold, " + std::to_string(failed) + " do not, " +
            std::to_string(without_parse) + " have no parse and are only scored\n");
  return failed == 0 ? kDone : kNothingFound;
}

// The file with a `parse:` behind each text that has none.
Result<std::string> with_parses(const Analyzer& analyzer, const std::string& file) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return bytes.error();
  const Result<std::vector<Case>> cases = read_cases(file);
  if (!cases) return cases.error();
  std::string out;
  size_t number = 0;
  std::string pending;  // goes in front of the next line that does not belong to the text
  auto next = cases->begin();
  for (size_t at = 0; at < bytes->size();) {
    const size_t end = std::min(bytes->find('\n', at), bytes->size() - 1) + 1;
    const std::string line = bytes->substr(at, end - at);
    at = end;
    ++number;
    if (!pending.empty() && !line.starts_with("  ")) {
      out += pending;
      pending.clear();
    }
    if (next != cases->end() && number == next->line) ++next;
    out += line;
    const Case* current = next == cases->begin() ? nullptr : &*(next - 1);
    if (current && current->parse.empty() && line.starts_with("text:")) {
      const Result<std::string> parse = propose_parse(analyzer, *current);
      if (!parse) return parse.error();
      pending = "parse:\n" + *parse;
    }
  }
  return out + pending;
}

int parse(const Options& options) {
  const Result<Analyzer> analyzer = Analyzer::open({});
  if (!analyzer) return report(analyzer.error()), kUsage;
  for (const std::string& file : case_files(options.paths)) {
    const Result<std::string> out = with_parses(*analyzer, file);
    if (!out) return report(out.error()), kRejected;
    if (!options.write) {
      write_out(*out);
    } else if (Status written = write_file(file, *out); !written) {
      return report(written.error());
    }
  }
  return kDone;
}

}  // namespace

void add_cases_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("cases", "Run the linguists' test cases");
  command->require_subcommand(1);
  CLI::App* runner =
      command->add_subcommand("run", "Compare what is found with what a case expects");
  runner->add_option("paths", options->paths, "Case files and folders")->required();
  CLI::Option* gate = runner->add_flag("--gate", options->gate,
                                       "On the parse in the case; all must hold (the default)");
  runner->add_flag("--score", options->score, "From raw text: a table by phenomenon and language")
      ->excludes(gate);
  runner->footer("Example: selon cases run --gate tests/cases/fr");
  runner->callback([options, &context] { context.exit_code = run(*options); });
  CLI::App* proposer =
      command->add_subcommand("parse", "Propose a parse for every case that has none");
  proposer->add_option("paths", options->paths, "Case files and folders")->required();
  proposer->add_flag("--write", options->write, "Write it into the files");
  proposer->footer("Example: selon cases parse --write tests/cases/fr/hedges.case");
  proposer->callback([options, &context] { context.exit_code = parse(*options); });
  command->footer("Example: selon cases run tests/cases");
}

}  // namespace selon
