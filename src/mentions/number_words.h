// Reads numbers in figures and words from a sentence's tokens.
//
//   "20 000" 20000 · "trois millions" 3000000 · "deux cent cinquante" 250 · "1,5 milliard" · "19e"
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "selon/result.h"

namespace selon {

// A sentence's tokens as the readers of times and quantities see them: folded (lower case, no
// accents, ’ made '). `form(i)` behind the end is empty.
//
// A token that joins figures and a word is parted where `joins` knows the word: "3heures" 3 heures,
// "22april" 22 april, "250ml" 250 ml, "jan-1" jan - 1, "10/1-11/2" 10/1 - 11/2. So a token below is
// one of these pieces.
class FoldedSentence {
 public:
  // Whether figures may be glued to this folded word. `before`: they stand before it.
  using Joins = std::function<bool(std::string_view word, bool before)>;

  FoldedSentence(const Document& doc, int32_t sentence, const Joins& joins = {});
  size_t size() const { return pieces_.size(); }
  std::string_view form(size_t i) const {
    return i < pieces_.size() ? std::string_view(pieces_[i].form) : std::string_view();
  }
  int32_t token(size_t i) const { return pieces_[i].token; }  // of the document
  Span span(size_t begin, size_t end) const {  // of tokens [begin, end); precondition: begin < end
    return pieces_[begin].span.cover(pieces_[end - 1].span);
  }
  std::string_view text(size_t i) const { return doc_.str(pieces_[i].span); }  // as written
  const Word& word(size_t i) const;  // the token's first word
  const Document& doc() const { return doc_; }
  bool glued(size_t i) const {  // no space between this token and the one before it
    return i > 0 && i < pieces_.size() && pieces_[i - 1].span.end == pieces_[i].span.begin;
  }

 private:
  struct Piece {
    std::string form;
    int32_t token = 0;
    Span span;
  };
  void part(int32_t token, const Joins& joins);

  const Document& doc_;
  std::vector<Piece> pieces_;
};

struct SpokenNumber {
  double value = 0;
  size_t end = 0;           // behind its last token
  bool ordinal = false;     // "3e", "troisième"
  bool figures = false;     // begins with a digit
  bool collective = false;  // "une dizaine", "dozens": rounded, takes "de", "of"
  bool plural = false;      // a collective without a number before it: "des centaines"
  bool article = false;     // "un", "une", "a": one, or only an article
};

class NumberWords {
 public:
  // Reads DATA_DIR/lang/LANGUAGE/number_words.tsv. kNotFound, kBadFormat.
  static Result<NumberWords> open(const std::string& data_dir, const std::string& language);

  // The longest number that begins at token i.
  std::optional<SpokenNumber> read(const FoldedSentence& s, size_t i) const;

  // Whether a number may begin with this form, when it is no figure.
  bool known(std::string_view form) const {
    return entries_.contains(std::string(form)) || form.find('-') != std::string_view::npos;
  }
  // The value of a word below a hundred that stands alone: "three" 3.
  std::optional<double> unit(std::string_view form) const {
    const Entry* e = find(form);
    return e && e->kind == Kind::kUnit ? std::optional(e->value) : std::nullopt;
  }
  // "20 000", "1,5", "3.600", "18,000" as the language writes them; nothing for other tokens.
  std::optional<double> figures(std::string_view token) const;

 private:
  enum class Kind : uint8_t { kUnit, kHundred, kThousand, kScale, kOrdinal, kCollective, kHalf };
  struct Entry {
    Kind kind;
    double value;
  };
  const Entry* find(std::string_view form) const;
  std::optional<SpokenNumber> read_words(const FoldedSentence& s, size_t i) const;

  bool french_ = true;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace selon
