// selon export: a store, or what a question finds in it, as a file for other programs.
#include <functional>
#include <memory>
#include <optional>

#include "base/files.h"
#include "claim_text.h"
#include "document/records.h"
#include "document/redaction.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "query.h"
#include "report/report.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  QueryArguments arguments;
  std::string format, output = "-";
  bool with_text = false, asserted_only = false, redact_private = false;
};

// Each document of the hits, in their order, with those claims alone that were asked for and, if so
// wished, without the names of private persons.
Status for_each_document(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
                         const std::function<void(const Document&, const Coder&)>& take) {
  for (size_t first = 0, end; first < hits.size(); first = end) {
    const int64_t coding = hits[first].coding;
    for (end = first; end < hits.size() && hits[end].coding == coding;) ++end;
    Result<Document> document = store.load(coding);
    if (!document) return document.error();
    const Result<Coder> coder = store.coder_of(coding);
    if (!coder) return coder.error();
    std::vector<Claim> kept;
    for (size_t i = first; i < end; ++i) kept.push_back(document->claims[hits[i].position]);
    document->claims = std::move(kept);
    if (options.redact_private) redact_private(*document);
    take(*document, *coder);
  }
  return Ok{};
}

Status ndjson(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
              std::string& out) {
  return for_each_document(store, options, hits, [&](const Document& document, const Coder& coder) {
    out += write_records(document, coder, {.with_text = options.with_text});
  });
}

Status html(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
            std::string& out) {
  // Countries by name; where the tables are not to be found, their codes serve.
  const Result<std::string> data = find_data_dir();
  std::optional<Actors> actors;
  if (data)
    if (Result<Actors> opened = Actors::open(*data); opened) actors = std::move(*opened);
  ReportBuilder report([&](const std::string& code) -> std::string {
    const Actor* country = actors ? actors->country(code) : nullptr;
    return country ? country->name : std::string();
  });
  const Status added = for_each_document(
      store, options, hits,
      [&](const Document& document, const Coder& coder) { report.add(document, coder); });
  if (!added) return added;
  std::string asked = options.arguments.described();
  if (options.asserted_only) asked += asked.empty() ? "asserted only" : "; asserted only";
  if (!asked.empty()) {
    const Result<StoreCounts> all = count_all(store);
    if (!all) return all.error();
    asked += " (" + std::to_string(hits.size()) + " of " + std::to_string(all->claims) + " claims)";
  }
  if (options.redact_private)
    asked += std::string(asked.empty() ? "" : "; ") + "names of private persons hidden";
  out = report.html(options.arguments.store, asked);
  return Ok{};
}

Status csv(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
           std::string& out) {
  out = csv_header();
  return for_each_document(store, options, hits, [&](const Document& document, const Coder&) {
    for (const Claim& claim : document.claims) out += csv_row(document, claim);
  });
}

int run(const Options& options) {
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  ClaimQuery query = options.arguments.resolved();
  if (options.asserted_only) query.certainty = "asserted";
  const auto hits = find_claims(*store, query);
  if (!hits) return report(hits.error());
  std::string out;
  const Status made = options.format == "csv"    ? csv(*store, options, *hits, out)
                      : options.format == "html" ? html(*store, options, *hits, out)
                                                 : ndjson(*store, options, *hits, out);
  if (!made) return report(made.error());
  if (options.output == "-") {
    write_out(out);
  } else if (Status written = write_file(options.output, out); !written) {
    report(written.error());
    return kStoreFailed;  // as for standard output that cannot be written
  }
  return hits->empty() ? kNothingFound : kDone;
}

}  // namespace

void add_export_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write a store's claims for other programs");
  command
      ->add_option(
          "format", options->format,
          "ndjson; csv, where a ' stands before what a spreadsheet would take for a formula; "
          "html: a report that needs no other file")
      ->required()
      ->check(CLI::IsMember({"ndjson", "csv", "html"}));
  options->arguments.add_store(*command);
  options->arguments.add_filters(*command);
  command->add_option("--output", options->output, "File to write; - is standard output")
      ->capture_default_str();
  command
      ->add_flag("--asserted-only", options->asserted_only,
                 "Leave out what is hedged, possible, questioned or denied; what a voice asserts "
                 "not to be so stays, with polarity neg")
      ->excludes("--certainty");
  command->add_flag(
      "--redact-private", options->redact_private,
      "Hide the names of persons to whom neither the text nor the tables give an "
      "office or public role: in quotes, titles and texts by blocks (█), as actors and "
      "voices by \"private person 1\". Authors stay. Ids, files and addresses stay as "
      "they are and may hold a name; so may words that other names share");
  command->add_flag("--with-text", options->with_text, "Put the whole texts in");
  command->footer("Example: selon export csv --store news.db --since 2022 --output claims.csv");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
