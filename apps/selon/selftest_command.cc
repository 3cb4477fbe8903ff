// selon selftest swap: whether the same words get the same code whoever the actors are.
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "engine/name_exchange.h"
#include "inputs.h"
#include "progress.h"
#include "terminal.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  InputArguments inputs;
  bool json = false;
};

struct Count {
  size_t unchanged = 0, changed = 0, exchanges = 0;
};

std::string lines(const Json& record) {
  return record.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json compared(const Document& first, const ComparedClaim& claim) {
  if (claim.signature.empty()) return nullptr;
  const CodePointIndex index(first.text);
  return {{"trigger",
           {{"start", index.at(claim.trigger.begin)},
            {"end", index.at(claim.trigger.end)},
            {"text", first.str(claim.trigger)}}},
          {"claim", claim.words},
          {"signature", claim.signature}};
}

// All exchanges of one article, as NDJSON: "change" for each claim that is not the same, then
// "exchange" with the counts; "rejected" for what could not be coded.
std::string swap(const Document& given, const Analyzer& analyzer, AnalyzerOptions options) {
  std::string out;
  const auto rejected = [&](const Error& error) {
    return out + lines({{"record", "rejected"}, {"reason", error.to_string()}});
  };
  // The text alone, as the exchanged one is read: a page's markup is the same for both.
  const Result<Document> first = code_text(analyzer, given, given.text);
  if (!first) return rejected(first.error());
  for (const NameExchange& x : draw_exchanges(*first, analyzer.actors())) {
    options.exchanged = x.slugs;
    const Result<Analyzer> other = Analyzer::open(options);
    if (!other) return rejected(other.error());
    const Result<Document> second = code_text(*other, *first, x.text);
    if (!second) return rejected(second.error());
    const ExchangeComparison comparison = compare_exchanged(*first, *second, x);
    for (const auto& [before, after] : comparison.changed)
      out += lines({{"record", "change"},
                    {"document", given.meta.id},
                    {"kind", x.kind},
                    {"before", compared(*first, before)},
                    {"after", compared(*first, after)}});
    Json names = Json::array();
    for (const auto& [a, b] : x.names) names.push_back({a, b});
    out += lines({{"record", "exchange"},
                  {"document", given.meta.id},
                  {"kind", x.kind},
                  {"names", names},
                  {"unchanged", comparison.unchanged},
                  {"changed", comparison.changed.size()}});
  }
  return out;
}

// For people: the names of an exchange that changed something, and what changed.
void print(const std::vector<Json>& changes, const Json& exchange) {
  std::string out = exchange["document"].get<std::string>() + ": " +
                    exchange["kind"].get<std::string>() + " exchanged:";
  for (const Json& pair : exchange["names"])
    out += " " + pair[0].get<std::string>() + " > " + pair[1].get<std::string>() + ";";
  out.back() = '\n';
  for (const Json& change : changes)
    for (const char* side : {"before", "after"})
      out += std::string("  ") + (side[0] == 'b' ? "before  " : "after   ") +
             (change[side].is_null() ? "no such claim"
                                     : one_line(change[side]["claim"].get<std::string>())) +
             '\n';
  write_out(out);
}

int run(const Options& options, const Context& context) {
  const Result<Analyzer> analyzer = options.inputs.open_analyzer();
  if (!analyzer) return report(analyzer.error()), kUsage;
  Result<Inputs> inputs = options.inputs.open_inputs();
  if (!inputs) return report(inputs.error());
  CollectionOptions collection = options.inputs.collection();
  collection.write = [&](const Document& document) {
    return swap(document, *analyzer, options.inputs.analyzer_options());
  };
  std::map<std::string, Count> counts;  // by kind
  size_t rejected = 0;
  bool written = true, unusable = false;
  Progress progress("swap", inputs->bytes_all(), context.quiet);
  code_all(*analyzer, *inputs, collection, [&](CodedArticle article) {
    if (!article.document) {
      progress.clear();
      report(article.document.error());
      if (article.unusable) return unusable = true, false;
      ++rejected;
    }
    std::vector<Json> changes;
    for (std::string_view line : split(article.output, '\n')) {
      if (line.empty()) continue;
      Json record = Json::parse(line);
      if (record["record"] == "rejected") {
        progress.clear();
        std::fprintf(stderr, "selon: %s\n", record["reason"].get<std::string>().c_str());
        ++rejected;
      } else if (record["record"] == "change") {
        changes.push_back(std::move(record));
      } else {
        Count& count = counts[record["kind"].get<std::string>()];
        ++count.exchanges;
        count.unchanged += record["unchanged"].get<size_t>();
        count.changed += changes.size();
        if (!options.json && !changes.empty()) print(changes, record);
        changes.clear();
      }
    }
    if (options.json) written = write_out(article.output);
    progress.step(article.bytes_read);
    return written;
  });
  progress.end();
  if (unusable) return kUsage;

  Count all;
  std::vector<std::vector<std::string>> rows;
  const auto row = [&](const std::string& kind, const Count& c) {
    const size_t claims = c.unchanged + c.changed;
    std::array<char, 16> share = {"-"};
    if (claims > 0)
      std::snprintf(share.data(), share.size(), "%.2f %%", 100.0 * c.unchanged / claims);
    rows.push_back({kind, std::to_string(c.exchanges), std::to_string(claims),
                    std::to_string(c.changed), share.data()});
  };
  for (const auto& [kind, count] : counts) {
    row(kind, count);
    all.exchanges += count.exchanges;
    all.unchanged += count.unchanged;
    all.changed += count.changed;
  }
  row("all", all);
  if (options.json)
    write_out(lines({{"record", "summary"},
                     {"exchanges", all.exchanges},
                     {"claims", all.unchanged + all.changed},
                     {"unchanged", all.unchanged},
                     {"changed", all.changed}}));
  else
    write_out(
        table({"exchanged", "texts", "claims", "changed", "unchanged"}, rows, terminal_width()));
  if (rejected > 0) return kRejected;
  return all.changed == 0 ? kDone : kNothingFound;
}

}  // namespace

void add_selftest_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("selftest", "Try the coder on your own texts");
  command->require_subcommand(1);
  CLI::App* swap = command->add_subcommand(
      "swap",
      "Code each text as it is and with names exchanged (countries with demonyms and capitals, "
      "peoples, organisations, outlets, persons), and print every claim that changed in more than "
      "the names; 0 when none did, 1 when some did");
  options->inputs.add_to(*swap);
  swap->add_flag("--json", options->json, "NDJSON: each change, each exchange, a summary");
  swap->footer("Example: selon selftest swap samples/");
  swap->callback([options, &context] { context.exit_code = run(*options, context); });
  command->footer("Example: selon selftest swap samples/");
}

}  // namespace selon
