// The subcommands. Each file *_command.cc adds one to the program and holds all of it: options,
// help with one real example, what it does.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace selon {

enum ExitCode { kDone = 0, kNothingFound = 1, kUsage = 2, kRejected = 3, kStoreFailed = 4 };

// What all commands share: flags of the program itself, and the outcome.
struct Context {
  bool quiet = false;  // no progress, no summary; errors still
  int exit_code = kDone;
};

void add_parse_command(CLI::App& app, Context& context);
void add_code_command(CLI::App& app, Context& context);
void add_ingest_command(CLI::App& app, Context& context);
void add_claims_command(CLI::App& app, Context& context);
void add_show_command(CLI::App& app, Context& context);
void add_explain_command(CLI::App& app, Context& context);
void add_network_command(CLI::App& app, Context& context);
void add_export_command(CLI::App& app, Context& context);
void add_forget_command(CLI::App& app, Context& context);
void add_cases_command(CLI::App& app, Context& context);
void add_import_command(CLI::App& app, Context& context);
void add_selftest_command(CLI::App& app, Context& context);

}  // namespace selon
