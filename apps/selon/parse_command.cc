// selon parse: sentences, words, lemmas and trees of a text, as CoNLL-U.
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "base/utf8.h"
#include "chunk_reader.h"
#include "commands.h"
#include "document/conllu.h"
#include "document/conllu_reader.h"
#include "engine/ordered_pipeline.h"
#include "intake/language.h"
#include "intake/tables.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "syntax/name_mask.h"
#include "syntax/parser.h"
#include "terminal.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

struct Options {
  std::string path = "-", language = "auto", input = "text", treebank;
  bool probabilities = false;
  size_t jobs = 0;
  bool words_given() const { return input == "conllu"; }
};

// What turns a piece of the input into trees; used by several threads.
class Worker {
 public:
  static Result<std::unique_ptr<Worker>> open(const Options& options, const std::string& data_dir) {
    auto splitter = TextSplitter::open(data_dir);
    if (!splitter) return splitter.error();
    auto tables = IntakeTables::open(data_dir);
    if (!tables) return tables.error();
    auto actors = Actors::open(data_dir);
    if (!actors) return actors.error();
    auto known = std::make_unique<const Actors>(std::move(*actors));
    auto mask = NameMask::open(data_dir, *known);
    if (!mask) return mask.error();
    return std::unique_ptr<Worker>(new Worker(options, data_dir, std::move(*splitter),
                                              std::move(*tables), std::move(known),
                                              std::move(*mask)));
  }

  Result<Document> parse(Chunk chunk) {
    auto document = read(std::move(chunk));
    if (!document) return document;
    document->meta.language = language_of(*document);
    const auto parser = parser_of(document->meta.language);
    if (!parser) return parser.error();
    // A treebank's own habits are those of the names as they are; else `code`'s reading is shown.
    const bool own = !options_.treebank.empty() && options_.treebank != "press";
    const NameMask* mask = own ? nullptr : &mask_;
    if (options_.words_given()) {
      (*parser)->parse_words(*document, mask);
    } else {
      splitter_.split(*document);
      (*parser)->run(*document, mask);
    }
    return document;
  }

 private:
  Worker(const Options& options, std::string data_dir, TextSplitter splitter, IntakeTables tables,
         std::unique_ptr<const Actors> actors, NameMask mask)
      : options_(options),
        data_dir_(std::move(data_dir)),
        splitter_(std::move(splitter)),
        tables_(std::move(tables)),
        actors_(std::move(actors)),
        mask_(std::move(mask)) {}

  Result<Document> read(Chunk chunk) const {
    if (options_.words_given()) {
      auto document = read_conllu(chunk.bytes, options_.path);
      if (document) return document;
      Error error = document.error();
      if (error.line) *error.line += chunk.first_line - 1;
      if (error.offset) *error.offset += chunk.first_byte;
      return error;
    }
    if (const auto at = find_invalid_utf8(chunk.bytes))
      return Error{ErrorCode::kBadEncoding, "a byte that is not UTF-8", options_.path,
                   chunk.first_byte + *at, std::nullopt};
    Document document;
    document.text = std::move(chunk.bytes);
    return document;
  }

  // What the option says; else what the piece looks like, French where that is unsure or neither.
  std::string language_of(const Document& document) const {
    if (options_.language != "auto") return options_.language;
    return detect_language(document.text, tables_) == "en" ? "en" : "fr";
  }

  Result<const Parser*> parser_of(const std::string& language) {
    const std::lock_guard lock(mutex_);
    const auto found = parsers_.find(language);
    if (found != parsers_.end()) return &found->second;
    auto parser = Parser::open({.model = data_dir_ + "/models/" + language + ".selon-model",
                                .lexicon = data_dir_ + "/lexicon." + language + ".bin",
                                .data_dir = data_dir_,
                                .treebank = options_.treebank});
    if (!parser) return parser.error();
    return &parsers_.emplace(language, std::move(*parser)).first->second;
  }

  const Options options_;
  const std::string data_dir_;
  const TextSplitter splitter_;
  const IntakeTables tables_;
  const std::unique_ptr<const Actors> actors_;  // the mask's
  const NameMask mask_;
  std::mutex mutex_;
  std::map<std::string, Parser> parsers_;
};

// Whether the CoNLL-U begins within a paragraph.
bool goes_on(std::string_view conllu) {
  while (conllu.starts_with('#') || conllu.starts_with('\n')) {
    if (conllu.starts_with("# newpar") || conllu.starts_with("# newdoc")) return false;
    const size_t end = conllu.find('\n');
    if (end == std::string_view::npos) return true;
    conllu.remove_prefix(end + 1);
  }
  return true;
}

struct Parsed {
  Result<Document> document;
  bool continues = false;
};

int run(const Options& options) {
  const auto data_dir = find_data_dir();
  if (!data_dir) return report(data_dir.error()), kUsage;
  auto reader = ChunkReader::open(options.path);
  if (!reader) {
    report(reader.error());
    return kRejected;
  }
  const auto worker = Worker::open(options, *data_dir);
  if (!worker) return report(worker.error()), kUsage;
  std::optional<Error> unreadable;
  int outcome = kDone;
  ConlluStyle style{.probabilities = options.probabilities};
  run_ordered<Chunk, Parsed>(
      options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency()),
      [&](const auto& push) {
        while (true) {
          auto chunk = reader->next();
          if (!chunk) unreadable = chunk.error();
          if (!chunk || !*chunk || !push(std::move(**chunk))) return;
        }
      },
      [&](Chunk chunk) {
        const bool continues =
            options.words_given() && chunk.first_byte > 0 && goes_on(chunk.bytes);
        return Parsed{(*worker)->parse(std::move(chunk)), continues};
      },
      [&](Parsed parsed) {
        if (!parsed.document) {
          report(parsed.document.error());
          // Else it is the model that cannot be read.
          outcome = parsed.document.error().file == options.path ? kRejected : kUsage;
          return false;
        }
        std::string out;
        style.continues = parsed.continues;
        const auto sentences = static_cast<int32_t>(parsed.document->sentences.size());
        for (int32_t s = 0; s < sentences; ++s) out += write_conllu(*parsed.document, s, style);
        style.sentences_before += sentences;
        if (write_out(out)) return true;
        std::perror("selon: cannot write to standard output");
        outcome = kStoreFailed;
        return false;
      });
  if (unreadable) {
    report(*unreadable);
    return kRejected;
  }
  return outcome;
}

}  // namespace

void add_parse_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("parse", "Tag, lemmatize and parse a text; CoNLL-U comes out");
  command->add_option("file", options->path, "What to read; - is standard input")
      ->capture_default_str();
  command->add_option("--lang", options->language, "fr, en, or auto: from each stretch of the text")
      ->check(CLI::IsMember({"fr", "en", "auto"}))
      ->capture_default_str();
  command
      ->add_option(
          "--input", options->input,
          "text (a blank line ends a paragraph), or conllu, whose sentences and words are kept")
      ->check(CLI::IsMember({"text", "conllu"}))
      ->capture_default_str();
  command->add_option("--treebank", options->treebank,
                      "Whose habits to follow (which features are written, where a date hangs): "
                      "press, or one of the treebanks that the language's model learnt from, such "
                      "as gsd, sequoia, ewt, gum, for which names are read as they are, not as the "
                      "stand-ins that code sees (default: press)");
  command->add_option("-j,--jobs", options->jobs, "Threads (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--confidence", options->probabilities,
                    "Say in MISC how sure each arc and tag is: ArcProb=0.983|TagProb=0.999");
  command->footer("Example: echo \"Selon Oslo, la trêve tient.\" | selon parse --lang fr");
  command->callback([options, &context] { context.exit_code = run(*options); });
}

}  // namespace selon
