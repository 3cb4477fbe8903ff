// What `selon code` costs on one core: tokens a second over everything, the share of each stage,
// start-up, peak memory. Reads the articles of the folders given.
//
//   pipeline_bench build/selon samples/
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "document/records.h"
#include "intake/inputs.h"
#include "selon/analyzer.h"

namespace selon {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kSeconds = 5;  // how long articles go round

// Seconds of processor time: what else the machine does at the moment does not count.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<RawArticle> read_articles(const std::vector<std::string>& paths) {
  std::vector<RawArticle> out;
  Inputs inputs(paths, {});
  while (auto article = inputs.next())
    if (*article) out.push_back(std::move(**article));
  return out;
}

int measure_stages(const std::vector<RawArticle>& articles) {
  std::map<std::string, double, std::less<>> seconds;
  std::vector<std::string> order;
  double last = 0;
  const auto lap = [&](std::string_view stage) {
    const auto it = seconds.find(stage);
    if (it == seconds.end()) order.emplace_back(stage);
    (it == seconds.end() ? seconds[std::string(stage)] : it->second) += now() - last;
    last = now();
  };
  const auto analyzer =
      Analyzer::open({.after_stage = [&](std::string_view stage, const Document&) { lap(stage); }});
  if (!analyzer) {
    std::fprintf(stderr, "%s\n", analyzer.error().to_string().c_str());
    return 1;
  }
  size_t tokens = 0, claims = 0, bytes = 0;
  const auto code = [&](const RawArticle& article) {
    last = now();
    auto document = analyzer->read(article, {});
    if (!document) return;
    lap("intake");
    if (!analyzer->analyze(*document)) return;
    bytes += write_records(*document, analyzer->coder(), {}).size();
    lap("records");
    tokens += document->tokens.size();
    claims += document->claims.size();
  };
  for (const RawArticle& article : articles) code(article);  // reads the models
  seconds.clear(), order.clear();
  tokens = claims = bytes = 0;
  const double start = now();
  size_t rounds = 0;
  while (now() - start < kSeconds) {
    for (const RawArticle& article : articles) code(article);
    ++rounds;
  }
  const double total = now() - start;
  std::printf("%zu articles, %zu tokens, %zu claims a round; %zu rounds on one core\n",
              articles.size(), tokens / rounds, claims / rounds, rounds);
  std::printf("%-14s %10.0f tokens a second\n", "everything", static_cast<double>(tokens) / total);
  for (const std::string& stage : order)
    std::printf("  %-12s %9.1f %%\n", stage.c_str(), 100 * seconds[stage] / total);
  return 0;
}

struct Run {
  double milliseconds = 0;
  long kilobytes = 0;
};

// Runs the program once, output thrown away.
Run run_program(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::fflush(nullptr);
  const Clock::time_point start = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr))
      _exit(127);
    execv(argv[0], argv.data());
    _exit(127);
  }
  rusage usage{};
  int status = 0;
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> passed = Clock::now() - start;
  return {passed.count(), usage.ru_maxrss};
}

int measure_program(const std::string& program, const std::vector<std::string>& paths) {
  constexpr int kRuns = 15;
  const std::string small = "/tmp/selon_bench_" + std::to_string(getpid()) + ".txt";
  if (std::FILE* file = std::fopen(small.c_str(), "w")) {
    std::fputs("Selon Oslo, la trêve tient dans le nord du pays.\n", file);
    std::fclose(file);
  }
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i)
    times.push_back(run_program({program, "code", small, "--jobs", "1"}).milliseconds);
  std::sort(times.begin(), times.end());
  std::remove(small.c_str());
  std::vector<std::string> all = {program, "code", "--jobs", "1"};
  all.insert(all.end(), paths.begin(), paths.end());
  std::printf("%-14s %10.0f ms for one French sentence (median of %d)\n", "start-up",
              times[kRuns / 2], kRuns);
  std::printf("%-14s %10.0f MB\n", "peak memory",
              static_cast<double>(run_program(all).kilobytes) / 1024);
  return 0;
}

}  // namespace
}  // namespace selon

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: pipeline_bench PROGRAM PATH...\n");
    return 2;
  }
  const std::vector<std::string> paths(argv + 2, argv + argc);
  const int failed = selon::measure_stages(selon::read_articles(paths));
  return failed ? failed : selon::measure_program(argv[1], paths);
}
