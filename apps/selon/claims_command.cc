// selon claims: what the store's articles claim, by voice, actor, event, date, words.
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "claim_text.h"
#include "corpus/worlds.h"
#include "document/records.h"
#include "query.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  QueryArguments arguments;
  bool json = false, csv = false;
};

std::string json_line(const Document& document, const Claim& claim, const CodePointIndex& points) {
  nlohmann::ordered_json record = claim_record(document, claim, points);
  record["narrator"] = narrator(document);
  return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

// The quote on one line, at most `width` code points of it: of a long one the words around the
// trigger, which tell one claim of a sentence from the next.
std::string words_of(const Document& d, const Claim& c, size_t width) {
  const std::string whole = one_line(d.str(c.quote));
  const size_t kept_before = width / 3;
  if (count_code_points(whole) <= width || !c.quote.contains(c.trigger))
    return shortened(whole, width);
  size_t at = c.trigger.begin, points = 0;
  while (at > c.quote.begin && points < kept_before)
    if (is_boundary(d.text, --at)) ++points;
  while (at < c.trigger.begin && at > c.quote.begin && d.text[at - 1] != ' ')
    ++at;  // a word's begin
  if (at == c.quote.begin) return shortened(whole, width);
  return "…" + shortened(one_line(d.text.substr(at, c.quote.end - at)), width - 1);
}

// One line a claim, and its words below.
Status print_table(Store& store, const std::vector<ClaimHit>& hits) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> quotes;
  const size_t width = terminal_width();
  const Status walked =
      for_each_hit(store, hits, [&](const Document& d, const Claim& c, const CodePointIndex&) {
        // The article's day is told apart from a day that the text gives the event.
        std::string when = when_text(d, c);
        if (when.empty() && !d.meta.published.empty())
          when = "pub. " + d.meta.published.substr(0, 10);
        rows.push_back({c.id.substr(0, 8), shortened(when, 21), shortened(voices_text(d, c), 32),
                        claim_text(d, c)});
        quotes.push_back("          “" + words_of(d, c, width - 12) + "”");
        return true;
      });
  if (!walked) return walked;
  const Style style = Style::for_stdout();
  constexpr size_t kWhole = 10'000;  // the terminal breaks what is longer than it is wide
  const std::string lines =
      table({"claim", "when", "according to", "who does what to whom"}, rows, kWhole);
  std::string out;
  size_t row = 0;
  for (std::string_view line : split(lines, '\n')) {
    if (line.empty()) continue;
    out += (row == 0 ? style.bold(line) : std::string(line)) + "\n";
    if (row > 0) out += style.dim(quotes[row - 1]) + "\n";
    ++row;
  }
  write_out(out);
  return Ok{};
}

int run(const Options& options, const Context& context) {
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  const auto hits = find_claims(*store, options.arguments.resolved());
  if (!hits) return report(hits.error());
  Status done = Ok{};
  if (options.json || options.csv) {
    if (options.csv) write_out(csv_header());
    done = for_each_hit(
        *store, *hits, [&](const Document& d, const Claim& c, const CodePointIndex& points) {
          return write_out(options.csv ? csv_row(d, c, points) : json_line(d, c, points));
        });
  } else if (!hits->empty()) {
    done = print_table(*store, *hits);
  }
  if (!done) return report(done.error());
  if (!context.quiet)
    std::fprintf(stderr, "selon: %zu %s\n", hits->size(), hits->size() == 1 ? "claim" : "claims");
  return hits->empty() ? kNothingFound : kDone;
}

}  // namespace

void add_claims_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("claims", "List claims of a store, each with its voice");
  options->arguments.add_store(*command);
  options->arguments.add_filters(*command);
  CLI::Option* json = command->add_flag("--json", options->json, "Claim records, one a line");
  command->add_flag("--csv", options->csv, "Comma-separated values with a header")->excludes(json);
  command->footer(
      "Example: selon claims --store samples.db --according-to May --recipient RUS --since "
      "2018-03");
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
