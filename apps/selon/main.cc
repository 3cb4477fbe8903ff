// The program: reads the command line and hands over to a subcommand.
#include <csignal>
#include <cstdio>

#include "commands.h"
#include "engine/version.h"
#include "help.h"

int main(int argc, char** argv) {
  // A file that may not grow is an error to report, like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);

  CLI::App app(
      "Selon reads press texts and writes down who says that who did what to whom, with the words "
      "that it rests on.",
      "selon");
  app.set_version_flag("--version", std::string("selon ") + selon::kVersion);
  app.require_subcommand(0, 1);
  app.footer(
      "Example: selon code article.txt\n"
      "         selon ingest articles/ --store news.db\n"
      "         selon claims --store news.db --according-to Putin\n"
      "Each command has its own --help.");

  selon::Context context;
  app.add_flag("--quiet,-q", context.quiet, "No progress and no summary; errors still");
  app.fallthrough();
  app.failure_message(selon::told_mistake);
  app.formatter(selon::help_formatter());
  selon::add_code_command(app, context);
  selon::add_ingest_command(app, context);
  selon::add_claims_command(app, context);
  selon::add_show_command(app, context);
  selon::add_explain_command(app, context);
  selon::add_network_command(app, context);
  selon::add_export_command(app, context);
  selon::add_forget_command(app, context);
  selon::add_parse_command(app, context);
  selon::add_cases_command(app, context);
  selon::add_import_command(app, context);
  selon::add_selftest_command(app, context);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // An option that is none is the likelier mistake than what is missing beside it.
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
      for (const std::string& extra : app.remaining(true))
        if (extra.size() > 1 && extra[0] == '-')
          return app.exit(CLI::ExtrasError({extra})), selon::kUsage;
    const int code = app.exit(error);  // prints help, the version or the mistake
    return code == 0 ? selon::kDone : selon::kUsage;
  }
  if (app.get_subcommands().empty()) {
    std::fputs(app.help().c_str(), stderr);
    return selon::kUsage;
  }
  if (std::ferror(stdout) != 0 && context.exit_code != selon::kStoreFailed) {
    std::fputs("selon: cannot write to standard output\n", stderr);
    return selon::kStoreFailed;
  }
  return context.exit_code;
}
