// selon forget: removes an article and all that rests on it, and overwrites it on disk.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "store/store.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  std::string store, document;
};

int run(const Options& options, const Context& context) {
  Result<Store> store = Store::open(options.store, OpenMode::kReadWrite);
  if (!store) return report(store.error());
  const Result<int64_t> versions = store->forget(options.document);
  if (!versions) return report(versions.error());
  if (!context.quiet)
    std::fprintf(stderr, "selon: forgotten: %s, %lld %s\n", options.document.c_str(),
                 static_cast<long long>(*versions), *versions == 1 ? "version" : "versions");
  return kDone;
}

}  // namespace

void add_forget_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "forget", "Remove an article with all that rests on it, and overwrite it on disk");
  command->add_option("document", options->document, "Its id, path or address")->required();
  command->add_option("--store", options->store, "The store's file")->required();
  command->footer("Example: selon forget articles/2021-01-29.txt --store news.db");
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
