#include "selon/analyzer.h"

#include <xxhash.h>

#include <array>
#include <cassert>
#include <cstdio>
#include <mutex>
#include <optional>

#include "base/mapped_file.h"
#include "claims/assembly.h"
#include "claims/attributions.h"
#include "claims/predicates.h"
#include "claims/quotations.h"
#include "document/records.h"
#include "engine/version.h"
#include "intake/tables.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "knowledge/events.h"
#include "knowledge/gazetteer.h"
#include "knowledge/ontology.h"
#include "knowledge/version.h"
#include "mentions/actors.h"
#include "mentions/coreference.h"
#include "mentions/quantities.h"
#include "mentions/times.h"
#include "syntax/name_mask.h"
#include "syntax/parser.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

// What is read only when a document of that language comes.
struct LanguageParts {
  Parser parser;
  EventLexicon events;

  static Result<LanguageParts> open(const std::string& data_dir, const std::string& user_dir,
                                    const std::string& language) {
    Result<Parser> parser =
        Parser::open({.model = data_dir + "/models/" + language + ".selon-model",
                      .lexicon = data_dir + "/lexicon." + language + ".bin",
                      .data_dir = data_dir});
    if (!parser) return parser.error();
    Result<EventLexicon> events = EventLexicon::open(data_dir, language, user_dir);
    if (!events) return events.error();
    return LanguageParts{std::move(*parser), std::move(*events)};
  }
};

class Language {
 public:
  const Result<LanguageParts>& get(const std::string& data_dir, const std::string& user_dir,
                                   const std::string& language) {
    std::call_once(once_,
                   [&] { parts_.emplace(LanguageParts::open(data_dir, user_dir, language)); });
    return *parts_;
  }

 private:
  std::once_flag once_;
  std::optional<Result<LanguageParts>> parts_;
};

// Of the models' files and what was compiled from Debian's dictionary: of their headers, which hold
// a checksum of the rest. A file that is missing is reported when a document needs it.
std::string model_hash(const std::string& data_dir) {
  constexpr size_t kHeader = 32;
  XXH64_hash_t hash = 0;
  for (const char* name : {"models/fr.selon-model", "models/en.selon-model", "lexicon.fr.bin"}) {
    const Result<MappedFile> file = MappedFile::open(data_dir + "/" + name);
    const std::string_view bytes = file ? file->bytes().substr(0, kHeader) : name;
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
  }
  std::array<char, 20> out;
  std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(hash));
  return out.data();
}

}  // namespace

struct Analyzer::Stages {
  AnalyzerOptions options;
  std::string data_dir;
  Coder coder;
  IntakeTables intake;
  Actors actors;
  Gazetteer gazetteer;
  Ontology ontology;
  TextSplitter splitter;
  TimeFinder times;
  QuantityFinder quantities;
  AttributionFinder attributions;
  std::optional<ActorMentions> mentions = {};  // refers to actors and gazetteer
  std::optional<NameMask> mask = {};           // refers to actors
  mutable Language french = {}, english = {};

  const Result<LanguageParts>& language_of(const Document& document) const {
    return document.french() ? french.get(data_dir, options.user_dir, "fr")
                             : english.get(data_dir, options.user_dir, "en");
  }

  void after(std::string_view stage, const Document& document) const {
    assert(check_invariants(document).empty());
    if (options.after_stage) options.after_stage(stage, document);
  }
};

// ---------------------------------------------------------------- the stages, in their order

Result<Document> Analyzer::read(RawArticle article, const IntakeOptions& options) const {
  return make_document(std::move(article), options, stages_->intake, &stages_->actors);
}

Status Analyzer::analyze(Document& document) const {
  // A headline is too short to tell its language by; it is read as French, as `parse` reads it.
  const std::string& language = document.meta.language;
  if (!language.empty() && language != "fr" && language != "en") return Ok{};
  if (Status parsed = parse(document); !parsed) return parsed;
  return interpret(document);
}

Status Analyzer::parse(Document& document) const {
  const Stages& s = *stages_;
  const Result<LanguageParts>& language = s.language_of(document);
  if (!language) return language.error();
  s.splitter.split(document);
  s.after("text", document);
  language->parser.run(document, &*s.mask);
  s.after("syntax", document);
  return Ok{};
}

Status Analyzer::interpret(Document& document) const {
  const Stages& s = *stages_;
  const Result<LanguageParts>& language = s.language_of(document);
  if (!language) return language.error();
  s.attributions.mend(document);
  s.times.find(document, {.prefer_future = s.options.prefer_future});
  s.after("times", document);
  s.quantities.find(document);
  s.after("quantities", document);
  s.mentions->run(document);
  s.after("mentions", document);
  find_quotations(document);
  s.attributions.run(document);
  resolve_speakers(document);
  s.after("attributions", document);
  find_claims(document, language->events, s.ontology);
  if (s.options.predicates) find_predicates(document, language->events);
  assign_claim_ids(document);
  s.after("claims", document);
  return Ok{};
}

// ---------------------------------------------------------------- opening

namespace {

// The value, or its error kept for the end: all tables are read before the first error is told.
template <typename T>
bool keep(Result<T>& result, std::optional<Error>& error) {
  if (!result && !error) error = result.error();
  return result.ok();
}

}  // namespace

Result<Analyzer> Analyzer::open(const AnalyzerOptions& options) {
  std::string dir = options.data_dir;
  if (dir.empty()) {
    Result<std::string> found = find_data_dir();
    if (!found) return found.error();
    dir = std::move(*found);
  }
  Result<std::string> lexicons = lexicon_hash(dir, options.user_dir);
  Result<IntakeTables> intake = IntakeTables::open(dir);
  Result<Actors> actors = Actors::open(dir, options.user_dir);
  Result<Gazetteer> gazetteer = Gazetteer::open(dir);
  Result<Ontology> ontology = Ontology::open(dir);
  Result<TextSplitter> splitter = TextSplitter::open(dir);
  Result<TimeFinder> times = TimeFinder::open(dir);
  Result<QuantityFinder> quantities = QuantityFinder::open(dir);
  Result<AttributionFinder> attributions = AttributionFinder::open(dir);
  std::optional<Error> error;
  keep(lexicons, error), keep(intake, error), keep(actors, error), keep(gazetteer, error),
      keep(ontology, error), keep(splitter, error), keep(times, error), keep(quantities, error),
      keep(attributions, error);
  if (error) return *error;
  for (const auto& [slug, with] : options.exchanged) actors->exchange(slug, with);

  std::unique_ptr<Stages> stages(new Stages{.options = options,
                                            .data_dir = dir,
                                            .coder = {kVersion, model_hash(dir), *lexicons},
                                            .intake = std::move(*intake),
                                            .actors = std::move(*actors),
                                            .gazetteer = std::move(*gazetteer),
                                            .ontology = std::move(*ontology),
                                            .splitter = std::move(*splitter),
                                            .times = std::move(*times),
                                            .quantities = std::move(*quantities),
                                            .attributions = std::move(*attributions)});
  Result<ActorMentions> mentions = ActorMentions::open(dir, stages->actors, stages->gazetteer);
  if (!mentions) return mentions.error();
  stages->mentions.emplace(std::move(*mentions));
  Result<NameMask> mask = NameMask::open(dir, stages->actors);
  if (!mask) return mask.error();
  stages->mask.emplace(std::move(*mask));
  return Analyzer(std::move(stages));
}

const Coder& Analyzer::coder() const { return stages_->coder; }

const Actors& Analyzer::actors() const { return stages_->actors; }

Analyzer::Analyzer(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

}  // namespace selon
