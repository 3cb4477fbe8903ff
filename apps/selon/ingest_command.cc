// selon ingest: articles into a store. Safe to stop and to repeat.
#include <cstdio>
#include <memory>
#include <set>
#include <string>

#include "inputs.h"
#include "progress.h"
#include "store/store.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  InputArguments inputs;
  std::string store;
};

int run(const Options& options, const Context& context) {
  const Result<Analyzer> analyzer = options.inputs.open_analyzer();
  if (!analyzer) return report(analyzer.error()), kUsage;
  Result<Inputs> inputs = options.inputs.open_inputs();
  if (!inputs) return report(inputs.error());
  Result<Store> store = Store::create(options.store);
  if (!store) return report(store.error());
  const Result<int64_t> run = store->run(analyzer->coder());
  if (!run) return report(run.error());

  CollectionOptions collection = options.inputs.collection();
  // Asked on the thread that reads: a connection belongs to one thread.
  Result<Store> reader = Store::open(options.store);
  if (!reader) return report(reader.error());
  collection.skip = [&](const Metadata& meta) {
    const Result<bool> coded = reader->coded(meta, *run);
    return coded && *coded;
  };
  Tally tally;
  bool unusable = false;
  std::optional<Error> failure;
  std::set<std::string> saved_ids;  // in this go
  Progress progress("ingest", inputs->bytes_all(), context.quiet);
  code_all(*analyzer, *inputs, collection, [&](CodedArticle article) {
    progress.step(article.bytes_read);
    if (!article.document) {
      progress.clear();
      report(article.document.error());
      if (article.unusable) return unusable = true, false;
      ++tally.rejected;
      return true;
    }
    // The same bytes twice in one go: the first is in the store by now.
    const Result<bool> coded =
        article.skipped ? Result<bool>(true) : store->coded(article.document->meta, *run);
    if (!coded) {
      failure = coded.error();
    } else if (*coded) {
      ++tally.skipped;
    } else if (Status saved = store->save(*article.document, *run); !saved) {
      failure = saved.error();
    } else {
      tally.add(*article.document);
      // Between two runs that is an article's new version; within one it may be a slip.
      const std::string& id = article.document->meta.id;
      if (!saved_ids.insert(id).second) {
        progress.clear();
        std::fprintf(stderr,
                     "selon: %s: came twice with other words; the second takes the place of "
                     "the first\n",
                     one_line(id).c_str());
      }
    }
    return !failure;
  });
  progress.end();
  tally.passed_over = inputs->passed_over();
  tally.print(context);
  if (failure) return report(*failure);
  return unusable ? kUsage : tally.exit_code();
}

}  // namespace

void add_ingest_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "ingest", "Read articles into a store; those that this coder has coded already are skipped");
  options->inputs.add_to(*command);
  command->add_option("--store", options->store, "The store's file; made if there is none")
      ->required();
  command->footer(
      "Example: selon ingest samples/ --store news.db\n"
      "         selon ingest crawl.warc.gz --store news.db    (each page is an article)");
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
