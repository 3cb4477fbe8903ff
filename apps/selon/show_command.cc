// selon show: one article in the terminal, its claims marked where they stand and told below.
#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include "claim_text.h"
#include "query.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  QueryArguments arguments;
  std::string document;
};

// Text between two bytes, without what would steer the terminal.
std::string safe(std::string_view text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n' || byte >= 0x20)
      out += c;
    else if (c == '\t')
      out += ' ';
  }
  return out;
}

// A turn's label, "L'hôte :", is a block of its own before it; the turn is printed with its
// speaker.
bool labels_next(const std::vector<Block>& blocks, size_t i) {
  return blocks[i].kind == BlockKind::kByline && !blocks[i].speaker.empty() &&
         i + 1 < blocks.size() && blocks[i + 1].kind == BlockKind::kTurn &&
         blocks[i + 1].speaker == blocks[i].speaker;
}

void print_block(const Document& d, const Block& block, const Style& style) {
  // Triggers in order, each followed by the numbers of its claims.
  std::map<std::pair<uint32_t, uint32_t>, std::vector<size_t>> triggers;
  for (size_t i = 0; i < d.claims.size(); ++i)
    if (block.span.contains(d.claims[i].trigger))
      triggers[{d.claims[i].trigger.begin, d.claims[i].trigger.end}].push_back(i);
  std::string out, notes;
  uint32_t at = block.span.begin;
  for (const auto& [span, claims] : triggers) {
    if (span.first < at) continue;
    out += safe(d.str({at, span.first}));
    out += style.underlined(safe(d.str({span.first, span.second})));
    for (size_t i : claims) out += style.bold("[" + std::to_string(i + 1) + "]");
    at = span.second;
  }
  for (const auto& [span, claims] : triggers) {
    for (size_t i : claims) {
      const Claim& c = d.claims[i];
      notes += "  " + style.bold("[" + std::to_string(i + 1) + "]") + " " +
               style.coloured(c.voices.empty() ? 4 : 2, voices_text(d, c) + ":") + " " +
               claim_text(d, c) + style.dim("  " + c.id.substr(0, 8)) + "\n";
    }
  }
  out += safe(d.str({at, block.span.end}));
  if (block.kind == BlockKind::kBoilerplate) out = style.dim(out);
  if (block.kind == BlockKind::kTitle) out = style.bold(out);
  if (!block.speaker.empty() && block.kind == BlockKind::kTurn)
    out = style.bold(safe(block.speaker) + ": ") + out;
  write_out(out + "\n" + notes + "\n");
}

int run(const Options& options) {
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  const auto found = store->find(options.document, options.arguments.query.run);
  if (!found) return report(found.error());
  const Result<Document> document = store->load(found->coding);
  if (!document) return report(document.error());

  const Style style = Style::for_stdout();
  const Metadata& m = document->meta;
  std::string head = style.dim(m.id) + "\n";
  for (const auto& [label, value] :
       {std::pair("title", &m.title), std::pair("outlet", &m.outlet),
        std::pair("author", &m.author), std::pair("published", &m.published),
        std::pair("translator", &m.translator)})
    if (!value->empty()) head += style.dim(padded(label, 12)) + one_line(*value) + "\n";
  if (!m.original.empty())
    head += style.dim(padded("original", 12)) +
            one_line(m.original.title + "  " + m.original.outlet + "  " + m.original.author + "  " +
                     m.original.published) +
            "\n";
  write_out(head + "\n");
  for (size_t i = 0; i < document->blocks.size(); ++i)
    if (!labels_next(document->blocks, i)) print_block(*document, document->blocks[i], style);
  return kDone;
}

}  // namespace

void add_show_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("show", "Show an article with its claims marked and their voices named");
  command->add_option("document", options->document, "Its id, path or address")->required();
  options->arguments.add_store(*command);
  command->footer("Example: selon show samples/vol-mh17.txt --store samples.db | less -R");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
