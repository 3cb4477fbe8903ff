// What intake knows of the words around an article: data/lang/*/press_lines.tsv, boilerplate.tsv,
// page_parts.tsv and stopwords.tsv, of every language at once, since a French article may stand on
// an English page.
//
//   auto tables = IntakeTables::open(data_dir);
//   tables->boilerplate_line.contains(normalise("Partager Cet Article"))  →  true
#pragma once
#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "selon/result.h"

namespace selon {

// Text without the marks of a link or of emphasis: "Par [A. B.](#), *Le Lien*" → "Par A. B., Le
// Lien".
std::string strip_markup(std::string_view text);

// For look-ups: markup stripped, folded, runs of white space made one space, none before ":",
// nothing but the words at both ends.
std::string normalise(std::string_view text);

// A pattern that is compiled when it is first needed, by whatever thread: most of the hundreds of
// lines that a page may hold stand on none of today's pages.
class LazyPattern {
 public:
  explicit LazyPattern(std::string pattern) : state_(std::make_unique<State>(std::move(pattern))) {}
  const re2::RE2& get() const;

 private:
  struct State {
    explicit State(std::string p) : pattern(std::move(p)) {}
    std::string pattern;
    std::once_flag once;
    std::optional<re2::RE2> compiled;
  };
  std::unique_ptr<State> state_;
};

// A line's template: "traduit de l'{language} par {translator}".
struct LineTemplate {
  LazyPattern pattern;              // one group for each field
  std::string start;                // normalised words before the first field: a quick test
  std::vector<std::string> fields;  // author translator outlet title date language url cited rest
  std::string about;                // own original translation source
};

struct IntakeTables {
  // All bad rows of a table are reported in one error. kNotFound, kBadFormat.
  static Result<IntakeTables> open(const std::string& data_dir);

  std::vector<LineTemplate> lines;
  std::unordered_map<std::string, std::string> languages;  // folded name → ISO 639-1
  std::unordered_map<std::string, int> months;             // folded name → 1 … 12
  std::vector<std::unique_ptr<re2::RE2>> dates;            // see dates.cc
  std::unique_ptr<re2::RE2> anchor;                  // "hier, " before a date; group 1: the word
  std::unordered_map<std::string, int> anchor_days;  // folded word → days from publication
  std::unordered_set<std::string> date_words;        // folded, single words

  std::unique_ptr<re2::RE2> outlet_noun;  // "la chaîne publique Canal Un"; group 1: "Canal Un"

  // Normalised phrases.
  std::vector<std::string> notes, credits, cues;
  std::unordered_set<std::string> labels, no_labels;
  std::unordered_set<std::string> boilerplate_line, boilerplate_end;
  std::vector<std::string> boilerplate_start, boilerplate_tail;

  std::unordered_map<std::string, std::string> page_parts;  // word of a class or id → part

  std::unordered_set<std::string> french, english;  // stop words, folded
  std::unordered_set<std::string> open_words;       // a line that ends in one is not finished
};

}  // namespace selon
