#include "engine/cases.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "base/files.h"
#include "base/utf8.h"

namespace selon {
namespace {

std::string_view trimmed_right(std::string_view s) {
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r'))
    s.remove_suffix(1);
  return s;
}

// What an expectation can ask of each kind of record; of "original.outlet" what stands before the
// dot. A misspelt field would never be found, so that its "absent:" always held.
struct KindOfRecord {
  std::string_view name, fields;
};
constexpr auto kKinds = std::to_array<KindOfRecord>(
    {{"document", "language title subtitle outlet author translator published url original cites"},
     {"block", "span kind speaker"},
     {"time", "span value timex kind anchor rule"},
     {"quantity", "span value low high unit of approx rule"},
     {"place", "span name country lat lon gazetteer_id rule"},
     {"mention", "span entity name code country sector kind coref public rule"},
     {"attribution", "cue source entity name kind content report certainty parent rule"},
     {"claim",
      "quote trigger event mode contexts cameo score actor actors recipient recipients voice "
      "voices "
      "polarity certainty time hypothetical auxiliary_modes when where quantity quantities "
      "confidence rule"},
     {"predicate",
      "span lemma upos mood polarity certainty time hypothetical governors voice voices"},
     {"sentence", "span"},
     {"word", "span form lemma upos feats head deprel"},
     {"quotation", "span speech closed"}});

bool has_field(const KindOfRecord& kind, std::string_view key) {
  const std::vector<std::string_view> fields = split(kind.fields, ' ');
  return std::ranges::find(fields, key.substr(0, key.find('.'))) != fields.end();
}

// Reads `kind key="value"#2 > "value" key=value …`.
class ExpectationReader {
 public:
  explicit ExpectationReader(std::string_view line) : rest_(line) {}

  // An empty string, or what is wrong.
  std::string read(Expectation& out) {
    out.line = std::string(rest_);
    out.kind = word();
    const auto kind = std::ranges::find(kKinds, out.kind, &KindOfRecord::name);
    if (kind == kKinds.end()) return "an expectation begins with a kind of record";
    while (skip_spaces(), !rest_.empty()) {
      Expectation::Field field;
      field.key = word();
      if (field.key.empty() || !take('='))
        return "expected key=value at '" + std::string(rest_) + "'";
      if (!has_field(*kind, field.key))
        return "a record of kind " + out.kind + " has no field '" + field.key + "'";
      do {
        Expectation::Value value;
        if (std::string problem = read_value(value, field.none); !problem.empty()) return problem;
        if (!field.none) field.values.push_back(value);
        skip_spaces();
      } while (take('>') || take('+'));
      out.fields.push_back(std::move(field));
    }
    return {};
  }

 private:
  void skip_spaces() {
    while (!rest_.empty() && rest_[0] == ' ') rest_.remove_prefix(1);
  }
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::string word() {
    const size_t end = std::min(rest_.find_first_of(" =\""), rest_.size());
    std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return out;
  }
  std::string read_value(Expectation::Value& value, bool& none) {
    skip_spaces();
    if (!take('"')) {
      const size_t end = std::min(rest_.find(' '), rest_.size());
      value.text = std::string(rest_.substr(0, end));
      rest_.remove_prefix(end);
      none = value.text == "none";
      return value.text.empty() ? "a value is missing" : "";
    }
    for (; !rest_.empty() && rest_[0] != '"'; rest_.remove_prefix(1)) {
      if (rest_[0] == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      value.text += rest_[0];
    }
    if (!take('"')) return "a quotation mark is missing";
    if (take('#')) {
      while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
        value.occurrence = value.occurrence * 10 + (rest_[0] - '0');
        rest_.remove_prefix(1);
      }
      if (value.occurrence == 0) return "a number is missing behind #";
    }
    return {};
  }

  std::string_view rest_;
};

class CaseReader {
 public:
  explicit CaseReader(std::string path) : path_(std::move(path)) {}

  Result<std::vector<Case>> read(const std::string& bytes) {
    std::istringstream in(bytes);
    for (std::string line; std::getline(in, line);) {
      ++line_;
      if (std::string problem = take(line); !problem.empty())
        return Error{ErrorCode::kBadFormat, problem, path_, {}, line_};
    }
    for (Case& c : cases_) {
      c.text = std::string(trimmed_right(c.text));
      while (c.text.ends_with('\n')) c.text.pop_back();
      if (c.text.empty() || c.expectations.empty())
        return Error{
            ErrorCode::kBadFormat, "a case needs text: and expect: or absent:", path_, {}, c.line};
    }
    return std::move(cases_);
  }

 private:
  std::string take(const std::string& line) {
    const std::string_view text = trimmed_right(line);
    if (text.starts_with("===")) {
      Case& c = cases_.emplace_back();
      c.title = std::string(trim(text.substr(3)));
      c.file = path_;
      c.line = line_;
      c.language = std::filesystem::absolute(path_).parent_path().filename() == "en" ? "en" : "fr";
      block_ = nullptr;
      return {};
    }
    if (text.starts_with('#')) return {};
    if (cases_.empty()) return text.empty() ? "" : "a case begins with ===";
    Case& c = cases_.back();
    if (text.empty() || text.starts_with("  ")) {  // goes on with text: or parse:
      if (block_) *block_ += '\n' + std::string(text.substr(std::min<size_t>(2, text.size())));
      return block_ || text.empty() ? "" : "indented, but neither text: nor parse: is open";
    }
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos) return "expected key: value";
    const std::string_view key = text.substr(0, colon);
    const std::string_view value = trim(text.substr(colon + 1));
    block_ = key == "text" ? &c.text : key == "parse" ? &c.parse : nullptr;
    if (block_) {
      *block_ = std::string(value);
    } else if (key == "expect" || key == "absent") {
      Expectation& e = c.expectations.emplace_back();
      e.absent = key == "absent";
      return ExpectationReader(value).read(e);
    } else if (key == "lang") {
      c.language = std::string(value);
    } else if (key == "published") {
      c.published = std::string(value);
    } else if (key == "known-failure") {
      c.known_failure = std::string(value);
      if (value.empty()) return "known-failure: needs a reason";
    } else if (key == "swap") {
      const size_t space = value.find(' ');
      if (space == std::string_view::npos) return "swap: needs two names";
      c.swaps.emplace_back(value.substr(0, space), trim(value.substr(space + 1)));
    } else {
      return "unknown key '" + std::string(key) + "'";
    }
    return {};
  }

  std::string path_;
  size_t line_ = 0;
  std::vector<Case> cases_;
  std::string* block_ = nullptr;
};

}  // namespace

Result<std::vector<Case>> read_cases(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (const auto bad = find_invalid_utf8(*bytes))
    return Error{ErrorCode::kBadEncoding, "is not UTF-8", path, *bad};
  return CaseReader(path).read(*bytes);
}

}  // namespace selon
