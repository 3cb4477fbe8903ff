// selon network: who stands with whom and against whom, according to each voice. What a voice only
// asks or supposes is an edge of its own, marked open; what it denies ties nobody.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "claim_text.h"
#include "network_files.h"
#include "query.h"
#include "terminal.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  QueryArguments arguments;
  std::string format = "table";
};

std::string as_table(const std::vector<Tie>& ties) {
  // On a narrow terminal the three columns of names leave room for the rest.
  const size_t width = terminal_width();
  const size_t name = width < 100 ? std::clamp<size_t>((width - 38) / 3, 12, 30) : 30;
  std::vector<std::vector<std::string>> rows;
  for (const Tie& tie : ties) {
    std::string claims;
    for (const std::string& id : tie.edge.claims)
      claims += (claims.empty() ? "" : " ") + id.substr(0, 8);
    rows.push_back({shortened(tie.voice, name), shortened(tie.edge.actor, name),
                    std::string(sign_text(tie.edge.sign)) + (tie.edge.open ? " open" : ""),
                    shortened(tie.edge.recipient, name), std::to_string(tie.edge.claims.size()),
                    claims});
  }
  return table({"according to", "actor", " ", "recipient", "n", "claims"}, rows, width);
}

std::string as_json(const std::vector<Tie>& ties) {
  std::string out;
  for (const Tie& tie : ties) {
    const Json record = {{"record", "edge"},
                         {"according_to", tie.voice},
                         {"actor", tie.edge.actor},
                         {"recipient", tie.edge.recipient},
                         {"sign", sign_text(tie.edge.sign)},
                         {"standing", standing_text(tie.edge)},
                         {"claims", tie.edge.claims}};
    out += record.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  }
  return out;
}

int run(const Options& options, const Context& context) {
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  const auto hits = find_claims(*store, options.arguments.resolved());
  if (!hits) return report(hits.error());
  std::vector<Telling> tellings;
  const Status walked =
      for_each_hit(*store, *hits, [&](const Document& d, const Claim& c, const CodePointIndex&) {
        tellings.push_back(telling_of(d, c));
        return true;
      });
  if (!walked) return report(walked.error());
  if (!context.quiet) report_rejected(tellings);
  const std::vector<Tie> ties = find_ties(tellings);
  const std::string about = options.arguments.described();
  if (options.format == "json")
    write_out(as_json(ties));
  else if (options.format == "gexf")
    write_out(as_gexf(ties, about));
  else if (options.format == "graphml")
    write_out(as_graphml(ties, about));
  else if (!ties.empty())
    write_out(as_table(ties));
  return ties.empty() ? kNothingFound : kDone;
}

}  // namespace

void add_network_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "network",
      "Who stands with whom and against whom, according to each voice; open: only asked "
      "or supposed");
  options->arguments.add_store(*command);
  options->arguments.add_filters(*command);
  command
      ->add_option("--format", options->format,
                   "How to write it; gexf and graphml are files for Gephi, igraph and the like")
      ->check(CLI::IsMember({"table", "json", "gexf", "graphml"}))
      ->capture_default_str();
  command->footer(
      "Example: selon network --store samples.db --according-to May --format graphml > "
      "may.graphml");
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
