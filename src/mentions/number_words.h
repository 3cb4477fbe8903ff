// Reads numbers in figures and words from a sentence's tokens.
//
//   "20 000" 20000 · "trois millions" 3000000 · "deux cent cinquante" 250 · "1,5 milliard" · "19e"
#pragma once
#include <cstdint>
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
class FoldedSentence {
 public:
  FoldedSentence(const Document& doc, int32_t sentence);
  size_t size() const { return forms_.size(); }
  std::string_view form(size_t i) const {
    return i < forms_.size() ? std::string_view(forms_[i]) : std::string_view();
  }
  int32_t token(size_t i) const { return first_ + static_cast<int32_t>(i); }
  Span span(size_t begin, size_t end) const;  // of tokens [begin, end); precondition: begin < end
  std::string_view text(size_t i) const;      // as written
  const Word& word(size_t i) const;           // the token's first word
  const Document& doc() const { return doc_; }
  bool glued(size_t i) const {  // no space between this token and the one before it
    return i > 0 && doc_.tokens[token(i) - 1].span.end == doc_.tokens[token(i)].span.begin;
  }

 private:
  const Document& doc_;
  int32_t first_;
  std::vector<std::string> forms_;
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
