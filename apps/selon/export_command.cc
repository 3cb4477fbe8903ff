// selon export: a store, or what a question finds in it, as a file for other programs.
#include <functional>
#include <memory>
#include <optional>

#include "base/files.h"
#include "claim_text.h"
#include "document/records.h"
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
  bool with_text = false, asserted_only = false;
};

// Each document of the hits, in their order, with those claims alone that were asked for.
Status for_each_document(Store& store, const std::vector<ClaimHit>& hits,
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
    take(*document, *coder);
  }
  return Ok{};
}

Status ndjson(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
              std::string& out) {
  return for_each_document(store, hits, [&](const Document& document, const Coder& coder) {
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
      store, hits,
      [&](const Document& document, const Coder& coder) { report.add(document, coder); });
  if (!added) return added;
  std::string asked = options.arguments.described();
  if (options.asserted_only) asked += asked.empty() ? "asserted only" : "; asserted only";
  if (!asked.empty()) {
    const Result<StoreCounts> all = count_all(store);
    if (!all) return all.error();
    asked += " (" + std::to_string(hits.size()) + " of " + std::to_string(all->claims) + " claims)";
  }
  out = report.html(options.arguments.store, asked);
  return Ok{};
}

Status csv(Store& store, const std::vector<ClaimHit>& hits, std::string& out) {
  out = csv_header();
  return for_each_hit(store, hits, [&](const Document& d, const Claim& c) {
    out += csv_row(d, c);
    return true;
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
  const Status made = options.format == "csv"    ? csv(*store, *hits, out)
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
      ->add_option("format", options->format,
                   "ndjson, csv, or html: a report that needs no other file")
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
  command->add_flag("--with-text", options->with_text, "Put the whole texts in");
  command->footer("Example: selon export csv --store news.db --since 2022 --output claims.csv");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
