// selon code: articles in, records out, no store touched.
#include <memory>

#include "document/records.h"
#include "inputs.h"
#include "progress.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  InputArguments inputs;
  bool with_text = false, json = false;
};

int run(const Options& options, const Context& context) {
  const Result<Analyzer> analyzer = options.inputs.open_analyzer();
  if (!analyzer) return report(analyzer.error()), kUsage;
  Result<Inputs> inputs = options.inputs.open_inputs();
  if (!inputs) return report(inputs.error());

  CollectionOptions collection = options.inputs.collection();
  collection.write = [&](const Document& document) {
    return write_records(document, analyzer->coder(), {.with_text = options.with_text});
  };
  Tally tally;
  bool written = true, unusable = false;
  Progress progress("code", inputs->bytes_all(), context.quiet);
  code_all(*analyzer, *inputs, collection, [&](CodedArticle article) {
    if (!article.document) {
      progress.clear();
      report(article.document.error());
      if (article.unusable) return unusable = true, false;
      ++tally.rejected;
    } else {
      tally.add(*article.document);
      written = write_out(article.output);
    }
    progress.step(article.bytes_read);
    return written;
  });
  progress.end();
  if (!written) {
    std::perror("selon: cannot write to standard output");
    return kStoreFailed;
  }
  tally.passed_over = inputs->passed_over();
  tally.print(context);
  return unusable ? kUsage : tally.exit_code();
}

}  // namespace

void add_code_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "code", "Read articles and print what they claim, as NDJSON records; no store is touched");
  options->inputs.add_to(*command);
  command->add_flag("--with-text", options->with_text,
                    "Put the whole text into the document record");
  command->add_flag("--predicates", options->inputs.predicates,
                    "Add a record for every word that can say that something happens: how firmly, "
                    "whether, when and in whose words");
  command->add_flag("--json", options->json, "Accepted for symmetry: the output always is NDJSON");
  command->footer(
      "Example: selon code samples/*.txt | jq -r 'select(.record==\"claim\") | "
      "[.voices[-1].name, .event, .quote.text] | @tsv'");
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
