// Options that `code` and `ingest` share: what to read, and how.
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands.h"
#include "engine/collection.h"
#include "selon/analyzer.h"

namespace selon {

struct InputArguments {
  std::vector<std::string> paths;
  std::string input = "auto", language = "auto", published, prefer = "past";
  std::string user_dir;  // with the user's tables; empty: where they lie by default
  size_t jobs = 0;
  bool predicates = false;  // of `code` alone

  void add_to(CLI::App& command);
  AnalyzerOptions analyzer_options() const;
  Result<Analyzer> open_analyzer() const;
  // kBadArgument.
  Result<Inputs> open_inputs() const;
  CollectionOptions collection() const;
};

// Counts for the last line, and the exit code that they make.
struct Tally {
  size_t coded = 0, skipped = 0, rejected = 0, claims = 0;
  size_t unread = 0;         // of those coded: neither French nor English, so without claims
  uint64_t passed_over = 0;  // records of web archives that are no page
  void add(const Document& document);
  // "8 articles coded, 93 claims; 1 is not taken for French or English (--lang sets it)" on
  // stderr, unless quiet.
  void print(const Context& context) const;
  int exit_code() const { return rejected > 0 ? kRejected : kDone; }
};

}  // namespace selon
