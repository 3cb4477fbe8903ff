// selon parse: sentences, words, lemmas and trees of a text, as CoNLL-U.
#include <cstdio>
#include <memory>

#include "base/files.h"
#include "base/utf8.h"
#include "commands.h"
#include "document/conllu.h"
#include "document/conllu_reader.h"
#include "intake/language.h"
#include "intake/tables.h"
#include "knowledge/data_dir.h"
#include "syntax/parser.h"
#include "terminal.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

constexpr size_t kTextLimit = size_t{16} << 20;
constexpr size_t kConlluLimit = size_t{256} << 20;
constexpr size_t kWriteSize = size_t{1} << 18;

struct Options {
  std::string path = "-", language = "auto", input = "text";
  bool probabilities = false;
};

Result<Document> read_text(const std::string& path) {
  auto bytes = read_file(path, kTextLimit);
  if (!bytes) return bytes.error();
  if (const auto at = find_invalid_utf8(*bytes))
    return Error{ErrorCode::kBadEncoding, "a byte that is not UTF-8", path, *at, std::nullopt};
  Document document;
  document.text = std::move(*bytes);
  return document;
}

Result<Document> read_input(const Options& options) {
  if (options.input == "text") return read_text(options.path);
  const auto bytes = read_file(options.path, kConlluLimit);
  if (!bytes) return bytes.error();
  return read_conllu(*bytes, options.path);
}

// What the option says; else what the text looks like, French where that is unsure or neither.
Result<std::string> language_of(const Document& document, const Options& options,
                                const std::string& data_dir) {
  if (options.language != "auto") return options.language;
  const auto tables = IntakeTables::open(data_dir);
  if (!tables) return tables.error();
  return std::string(detect_language(document.text, *tables) == "en" ? "en" : "fr");
}

Status parse(Document& document, bool words_given, const std::string& data_dir) {
  const std::string& language = document.meta.language;
  const auto parser = Parser::open({.model = data_dir + "/models/" + language + ".selon-model",
                                    .lexicon = data_dir + "/lexicon." + language + ".bin"});
  if (!parser) return parser.error();
  const auto actors = Actors::open(data_dir);
  if (!actors) return actors.error();
  const auto mask = NameMask::open(data_dir, *actors);
  if (!mask) return mask.error();
  if (words_given) {
    parser->parse_words(document, &*mask);
    return Ok{};
  }
  const auto splitter = TextSplitter::open(data_dir);
  if (!splitter) return splitter.error();
  splitter->split(document);
  parser->run(document, &*mask);
  return Ok{};
}

int run(const Options& options) {
  const auto data_dir = find_data_dir();
  if (!data_dir) return report(data_dir.error());
  auto document = read_input(options);
  if (!document) {
    report(document.error());
    return kRejected;
  }
  const auto language = language_of(*document, options, *data_dir);
  if (!language) return report(language.error());
  document->meta.language = *language;
  if (const Status done = parse(*document, options.input == "conllu", *data_dir); !done)
    return report(done.error());
  std::string out;
  for (size_t s = 0; s < document->sentences.size(); ++s) {
    out += write_conllu(*document, static_cast<int32_t>(s), options.probabilities);
    if (out.size() < kWriteSize && s + 1 < document->sentences.size()) continue;
    if (!write_out(out)) {
      std::perror("selon: cannot write to standard output");
      return kStoreFailed;
    }
    out.clear();
  }
  return kDone;
}

}  // namespace

void add_parse_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("parse", "Tag, lemmatize and parse a text; CoNLL-U comes out");
  command->add_option("file", options->path, "What to read; - is standard input")
      ->capture_default_str();
  command->add_option("--lang", options->language, "fr, en, or auto: from the text")
      ->check(CLI::IsMember({"fr", "en", "auto"}))
      ->capture_default_str();
  command
      ->add_option(
          "--input", options->input,
          "text (a blank line ends a paragraph), or conllu, whose sentences and words are kept")
      ->check(CLI::IsMember({"text", "conllu"}))
      ->capture_default_str();
  command->add_flag("--confidence", options->probabilities,
                    "Say in MISC how sure each arc and tag is: ArcProb=0.983|TagProb=0.999");
  command->footer("Example: echo \"Selon Oslo, la trêve tient.\" | selon parse --lang fr");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
