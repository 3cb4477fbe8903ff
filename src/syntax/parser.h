// Tags, lemmatizes and parses the sentences of a document.
//
//   auto parser = Parser::open({.model = "models/fr.selon-model", .lexicon = "lexicon.fr.bin",
//                               .data_dir = "data"});
//   parser->run(document);
//   // "Il tient." → Il nsubj(tient), tient root, lemma "tenir"
//
// Needs sentences, tokens and words with their forms; adds to each word lemma, upos, feats, morph,
// head, deprel and confidence, and splits "du" and "des" where they are two words.
#pragma once

#include <memory>
#include <string>

#include "document/document.h"
#include "selon/result.h"
#include "syntax/name_mask.h"

namespace selon {

struct ParserFiles {
  std::string model;         // a .selon-model
  std::string lexicon = {};  // a compiled lexicon; read only if the model was trained with one
  std::string data_dir;      // has lang/<language>/word_classes.tsv, which the menders of trees ask
  // Whose habits to follow, of the treebanks that the model learnt from; empty: those for press.
  std::string treebank = {};
};

// Read-only after open(): one Parser serves any number of threads.
class Parser {
 public:
  // kNotFound, kNotReadable, kBadFormat; kBadArgument for a treebank that the model does not know.
  static Result<Parser> open(const ParserFiles& files);

  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // Decides contractions, then parses. With a mask, the network sees stand-ins for known names.
  void run(Document& document, const NameMask* mask = nullptr) const;

  // Parses the words as they are: for sentences whose words are given.
  void parse_words(Document& document, const NameMask* mask = nullptr) const;

  // Splits the tokens "du" and "des" that hold a preposition and an article into two words. No word
  // may have a head yet.
  void decide_contractions(Document& document, const NameMask* mask = nullptr) const;

  // ISO 639-1 code of the model's language.
  const std::string& language() const;

 private:
  struct Parts;
  explicit Parser(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace selon
