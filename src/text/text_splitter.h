// The first stage after intake: sentences, tokens and words of every block.
//
//   "Il va aux États-Unis."  →  one sentence; tokens Il va aux États-Unis . ; words Il va à les
//   États-Unis .
//
// "du" and "des" stay one word here: whether they are "de le", "de les" is known after tagging.
//
// Needs meta.language and, where intake found any, blocks; without blocks it makes paragraphs from
// blank lines. Adds sentences, tokens, words (span, form, sentence).
#pragma once
#include <string>

#include "document/document.h"
#include "selon/result.h"
#include "text/language_tables.h"

namespace selon {

// Read-only after open(): one serves any number of threads.
class TextSplitter {
 public:
  // Reads the tables of both languages under DATA_DIR/lang. kNotFound, kBadFormat.
  static Result<TextSplitter> open(const std::string& data_dir);

  // Precondition: the text is valid UTF-8 and the document has no sentences yet. Languages other
  // than English are cut as French is.
  void split(Document& doc) const;

 private:
  TextSplitter(LanguageTables french, LanguageTables english)
      : french_(std::move(french)), english_(std::move(english)) {}

  LanguageTables french_, english_;
};

}  // namespace selon
