// Turns the paths of a command line into raw articles, one at a time, in a stable order.
//
//   Inputs inputs({"articles/", "today.ndjson", "-"}, {});
//   while (auto article = inputs.next())
//     if (*article) code(std::move(**article)); else report(article->error());
//
// A folder is read in the order of its sorted paths, hidden files and unknown endings left out. A
// line of an NDJSON file is an article, and so is a page of a web archive (intake/warc.h). What
// cannot be read gives an error in its place, and the rest goes on.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "selon/result.h"

namespace selon {

enum class InputFormat : uint8_t { kAuto, kText, kHtml, kNdjson, kWarc };
// "auto" "txt" "text" "html" "ndjson" "jsonl" "warc". kBadArgument.
Result<InputFormat> parse_input_format(const std::string& name);

// One article as it came: bytes, and what the input says about it.
struct RawArticle {
  std::string bytes;  // the file's, or the "text" or "html" of a record
  bool html = false;
  std::string charset;  // as a server named it; empty: not known
  std::string sha256;   // of the file's bytes, of the record's line, of the page
  Metadata given;       // id and file always; of the rest what a record holds
};

struct InputOptions {
  InputFormat format = InputFormat::kAuto;  // kAuto: by ending, else by how the bytes begin
};

class Inputs {
 public:
  Inputs(const std::vector<std::string>& paths, InputOptions options);
  Inputs(Inputs&&) noexcept;
  Inputs& operator=(Inputs&&) noexcept;
  ~Inputs();

  // Nothing at the end. The error names file, line and reason; kNotFound, kNotReadable, kTooLarge,
  // kBadFormat. Not thread-safe.
  std::optional<Result<RawArticle>> next();

  // Bytes read so far and in all, for a progress bar; standard input counts nothing in `all`.
  uint64_t bytes_read() const;
  uint64_t bytes_all() const;
  // Records of web archives that are no page, so far.
  uint64_t passed_over() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace selon
