// One SQLite file that keeps documents in all their versions, what each coder made of them, and
// people's judgements. schema.sql says what lies where.
//
//   auto store = Store::create("news.db");
//   auto run = store->run(analyzer.coder());
//   if (!*store->coded(document.meta, *run)) store->save(document, *run);
//   auto found = store->find("a.txt");
//   Document again = *store->load(found->coding);
//
// One Store belongs to one thread. Every error is kStore and names the file; nothing that was saved
// before is lost by it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/records.h"
#include "selon/result.h"
#include "store/sqlite.h"

namespace selon {

// Which coding of a document answers a question.
struct FoundDocument {
  int64_t coding = 0;
  int64_t version = 0;  // row of versions
  std::string name;     // the document's id
  std::string title;
};

class Store {
 public:
  // Opens the store, or makes one where there is no file. Refuses a file of another version of the
  // format or of another program.
  static Result<Store> create(const std::string& path);
  static Result<Store> open(const std::string& path, OpenMode mode = OpenMode::kReadOnly);

  // The run of this coder, begun if it is new.
  Result<int64_t> run(const Coder& coder);

  // Whether these bytes are the document's latest version, or some other document's, and the run
  // has coded them.
  Result<bool> coded(const Metadata& meta, int64_t run);

  // Saves all layers but tokens, and of the words the parse of those sentences that hold a claim.
  // One transaction. New bytes under a known id or address become a new version.
  Status save(const Document& document, int64_t run);

  // The document by its id, its file or its address, in its latest version, as coded last, or by
  // `run` (0: any). kNotFound.
  Result<FoundDocument> find(const std::string& name, int64_t run = 0);
  // All documents, in the order in which they came.
  Result<std::vector<FoundDocument>> documents(int64_t run = 0);

  // A coding as the document that was saved, without sentences, tokens and words.
  Result<Document> load(int64_t coding);
  // The coder of a coding.
  Result<Coder> coder_of(int64_t coding);
  // CoNLL-U of the sentence around a byte of the text; empty if none was kept.
  Result<std::string> parse_at(int64_t coding, const Document& document, uint32_t byte);

  // Removes the document in all versions with all that rests on it, judgements on its words
  // included, and overwrites where it stood. kNotFound. Gives how many versions there were.
  Result<int64_t> forget(const std::string& name);

  Database& database() { return db_; }

 private:
  explicit Store(Database db) : db_(std::move(db)) {}
  Database db_;
};

}  // namespace selon
