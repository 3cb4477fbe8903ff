// selon explain: why the store holds a claim. Its words, the chain of voices with their cues, the
// rule, the parse behind it, and who else tells it.
#include <memory>

#include "base/utf8.h"
#include "claim_text.h"
#include "corpus/worlds.h"
#include "query.h"
#include "terminal.h"

namespace selon {
namespace {

struct Options {
  QueryArguments arguments;
  std::string claim;
  bool all = false;
};

void line(std::string& out, const Style& style, const char* label, const std::string& value) {
  if (!value.empty()) out += style.dim(padded(label, 13)) + value + "\n";
}

// The quote with a little of what stands around it, the quote itself underlined.
std::string in_context(const Document& d, Span quote, const Style& style) {
  constexpr uint32_t kAround = 120;
  uint32_t begin = quote.begin > kAround ? quote.begin - kAround : 0;
  uint32_t end = std::min<uint32_t>(quote.end + kAround, static_cast<uint32_t>(d.text.size()));
  for (const Block& block : d.blocks) {
    if (!block.span.contains(quote)) continue;
    begin = std::max(begin, block.span.begin);
    end = std::min(end, block.span.end);
  }
  while (!is_boundary(d.text, begin)) --begin;
  while (!is_boundary(d.text, end)) ++end;
  // A blank stands between the parts only where the text has one; where nothing can be underlined,
  // brackets show where the quote begins and ends.
  const std::string before = one_line(d.str({begin, quote.begin}));
  const std::string words = one_line(d.str(quote));
  const std::string after = one_line(d.str({quote.end, end}));
  const auto between = [&](Span both, const std::string& left, const std::string& right) {
    return one_line(d.str(both)).size() > left.size() + right.size() ? " " : "";
  };
  return style.dim(before) + between({begin, quote.end}, before, words) +
         (style.on ? style.underlined(words) : "[" + words + "]") +
         between({quote.begin, end}, words, after) + style.dim(after);
}

// Who they are, in which words, and by which rule.
std::string sides(const Document& d, const std::vector<int32_t>& mentions) {
  std::string out;
  for (int32_t i : mentions) {
    const Mention& m = d.mentions[i];
    if (!out.empty()) out += "\n             ";
    out += participants_text(d, {i}) + " (" + codes_text(d, {i}) + ") in “" +
           one_line(d.str(m.span)) + "”";
    if (m.coref != kNone)
      out += ", which stands for “" + one_line(d.str(d.mentions[m.coref].span)) + "”";
    if (!m.rule.empty()) out += "  [" + m.rule + "]";
  }
  return out;
}

std::string explanation(const Document& d, const Claim& c, const Coder& coder,
                        const std::string& parse, const Style& style) {
  std::string out = style.bold(claim_text(d, c)) + "\n\n";
  out += in_context(d, c.quote, style) + "\n\n";
  line(out, style, "claim", c.id);
  line(out, style, "article",
       d.meta.id + (d.meta.title.empty() ? "" : "  " + one_line(d.meta.title)));
  line(out, style, "narrator", narrator(d));
  for (int32_t i : c.voices) {
    const Attribution& a = d.attributions[i];
    std::string cue = one_line(d.str(a.cue));
    std::string voice = one_line(a.name) + " (" + a.kind + ", " + std::string(to_string(a.report)) +
                        "), cue " + (cue.empty() ? "carried on" : "“" + cue + "”");
    if (!a.source.empty()) voice += ", named “" + one_line(d.str(a.source)) + "”";
    line(out, style, "voice", voice + "  [" + a.rule + "]");
  }
  if (c.voices.empty()) line(out, style, "voice", "none: the article's own");
  line(out, style, "event",
       c.event + (c.mode.empty() ? "" : "/" + c.mode) + " by “" + one_line(d.str(c.trigger)) + "”");
  line(out, style, "actors", sides(d, c.actors));
  line(out, style, "recipients", sides(d, c.recipients));
  line(out, style, "polarity", std::string(to_string(c.polarity)));
  line(out, style, "certainty", std::string(to_string(c.certainty)));
  line(out, style, "time",
       std::string(to_string(c.time)) + (c.hypothetical ? ", hypothetical" : ""));
  std::string modes;
  for (const std::string& mode : c.auxiliary_modes) modes += (modes.empty() ? "" : ", ") + mode;
  if (!modes.empty()) line(out, style, "modes", modes);
  for (int32_t i : c.when)
    line(out, style, "when", d.times[i].value + " “" + one_line(d.str(d.times[i].span)) + "”");
  for (int32_t i : c.where)
    line(out, style, "where", d.places[i].name + " “" + one_line(d.str(d.places[i].span)) + "”");
  for (int32_t i : c.quantities)
    line(out, style, "quantity", one_line(d.str(d.quantities[i].span)));
  line(out, style, "confidence", std::to_string(c.confidence).substr(0, 5));
  line(out, style, "rule", c.rule);
  line(out, style, "coder",
       coder.version + "  model " + coder.model.substr(0, 12) + "  lexicons " +
           coder.lexicons.substr(0, 12));
  if (!parse.empty()) out += "\n" + style.dim("parse") + "\n" + parse;
  return out;
}

int run(const Options& options) {
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  const auto hit = find_claim(*store, options.claim, options.arguments.query.run);
  if (!hit) return report(hit.error());
  const Result<Document> document = store->load(hit->coding);
  if (!document) return report(document.error());
  const Claim& claim = document->claims[hit->position];
  const auto parse = store->parse_at(hit->coding, *document, claim.trigger.begin);
  const auto coder = store->coder_of(hit->coding);
  const auto others = other_tellings(*store, *hit);
  if (!parse) return report(parse.error());
  if (!coder) return report(coder.error());
  if (!others) return report(others.error());

  const Style style = Style::for_stdout();
  std::string out = explanation(*document, claim, *coder, *parse, style);
  out += style.dim("other tellings") + "\n";
  if (others->empty()) out += "  none in this store\n";
  constexpr size_t kShown = 20;
  std::vector<ClaimHit> shown = *others;
  if (!options.all && shown.size() > kShown) shown.resize(kShown);
  const Status listed =
      for_each_hit(*store, shown, [&](const Document& d, const Claim& c, const CodePointIndex&) {
        out += "  " + c.id.substr(0, 8) + "  " + voices_text(d, c) + ": " + claim_text(d, c) +
               "  " + style.dim("“" + shortened(one_line(d.str(c.quote)), 80) + "” " + d.meta.id) +
               "\n";
        return true;
      });
  if (!listed) return report(listed.error());
  if (shown.size() < others->size())
    out += "  and " + std::to_string(others->size() - shown.size()) + " more; --all lists them\n";
  write_out(out);
  return kDone;
}

}  // namespace

void add_explain_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "explain", "Say why a claim is there: words, voices and cues, rule, parse, other tellings");
  command->add_option("claim", options->claim, "Its id, or how that begins")->required();
  options->arguments.add_store(*command);
  command->add_flag("--all", options->all, "List all other tellings, not only the first twenty");
  command->footer("Example: selon explain 2dda637a --store samples.db");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
