// Reads one article and says who claims that who did what to whom, with the words it rests on.
//
//   auto analyzer = selon::Analyzer::open({});
//   if (!analyzer) return report(analyzer.error());
//   auto document = analyzer->read({.bytes = "Selon Oslo, l'armée aurait bombardé Kharkiv."}, {});
//   if (document) analyzer->analyze(*document);
//   document->claims[0].event  // "ASSAULT"
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/records.h"
#include "intake/intake.h"
#include "selon/result.h"

namespace selon {

class Actors;  // knowledge/actors.h

struct AnalyzerOptions {
  // Folder with the tables and models; empty: $SELON_DATA, or where the program finds its own.
  std::string data_dir = {};
  // The user's own tables, which win over ours (knowledge/data_dir.h, user_tables); empty: none.
  std::string user_dir = {};
  // How "mardi" is read when nothing tells past from future. The press reports: past.
  bool prefer_future = false;
  // Also fill Document::predicates.
  bool predicates = false;
  // Slugs of actors that change places in what the tables know of them, see Actors::exchange.
  std::vector<std::pair<std::string, std::string>> exchanged = {};
  // Called behind each stage with its name, on the thread that works; for measuring.
  std::function<void(std::string_view stage, const Document& document)> after_stage = {};
};

// Read-only after open(): one Analyzer serves any number of threads. The models of a language are
// read when its first document comes.
class Analyzer {
 public:
  // Reads the tables. kNotFound, kBadFormat: each bad line of each table.
  static Result<Analyzer> open(const AnalyzerOptions& options);

  // What made the results: same input and same coder, same output.
  const Coder& coder() const;

  // Whom it knows. Lives as long as the Analyzer.
  const Actors& actors() const;

  // The first stage: bytes to text, metadata, language and blocks. What is wrong with the bytes is
  // an error that names file and place, see intake/intake.h.
  Result<Document> read(RawArticle article, const IntakeOptions& options) const;

  // All other stages, on a document that was read. One in a language without a model keeps its
  // blocks and gets nothing more. kNotFound, kBadFormat: the file of a model.
  Status analyze(Document& document) const;

  // The first half alone: sentences, tokens, words and their tree.
  Status parse(Document& document) const;

  // The second half alone, on words that carry a tree already: a treebank's, or a test case's.
  Status interpret(Document& document) const;

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

 private:
  struct Stages;
  explicit Analyzer(std::unique_ptr<Stages> stages);
  std::unique_ptr<Stages> stages_;
};

}  // namespace selon
