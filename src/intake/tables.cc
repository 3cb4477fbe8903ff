#include "intake/tables.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"
#include "intake/dates.h"

namespace selon {

std::string strip_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') continue;
    if (text[i] == '[') {
      // A link's words are short: the bound keeps a text full of "[" linear.
      const std::string_view ahead = text.substr(i, 400);
      const size_t middle = ahead.find("](");
      const size_t inner = ahead.find('[', 1);
      if (middle != std::string_view::npos && (inner == std::string_view::npos || inner > middle)) {
        const size_t close = text.substr(i + middle, 2000).find(')');
        if (close != std::string_view::npos) {
          out += strip_markup(ahead.substr(1, middle - 1));
          i += middle + close;
          continue;
        }
      }
    }
    out += text[i];
  }
  return out;
}

std::string normalise(std::string_view text) {
  const std::string folded = fold(strip_markup(text));
  std::string out;
  out.reserve(folded.size());
  bool space = false;
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    if (is_space(decode(folded, at))) {
      space = !out.empty();
      continue;
    }
    if (space && folded[begin] != ':') out += ' ';
    space = false;
    out.append(folded, begin, at - begin);
  }
  constexpr std::string_view kMarks = ".,;!?~_|<>\"";
  while (!out.empty() && (kMarks.find(out.back()) != std::string_view::npos || out.back() == ' '))
    out.pop_back();
  const size_t first = out.find_first_not_of("~_|<>\" ");
  return first == std::string::npos ? std::string() : out.substr(first);
}

const re2::RE2& LazyPattern::get() const {
  std::call_once(state_->once, [&] {
    re2::RE2::Options options;
    options.set_dot_nl(true);
    state_->compiled.emplace(state_->pattern, options);
  });
  return *state_->compiled;
}

namespace {

// The pattern of one field. Names are checked by the reader of the line, not here.
std::string field_pattern(std::string_view field) {
  if (field == "title") return R"re((\x01[^\x01\x02]+\x02|[«“"][^»”"]+[»”"]|.+?))re";
  if (field == "url") return R"re((<?(?:https?://|www\.)[^\s>]+>?))re";
  if (field == "language") return R"re(([\p{L}]+))re";
  if (field == "date") return R"re((.{6,40}?))re";
  return "(.+?)";
}

// Of the template's words and fields; what is wrong with it is said in `problem`.
LineTemplate compile(std::string_view text, std::string& problem) {
  std::vector<std::string> fields;
  std::string pattern = R"((?i)^[\s\x01~(]*)";
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '{') {
      const size_t close = text.find('}', i);
      if (close == std::string_view::npos) {
        problem = "a brace is not closed";
        break;
      }
      const std::string field(text.substr(i + 1, close - i - 1));
      constexpr std::array<std::string_view, 9> kFields = {
          "author", "translator", "outlet", "title", "date", "language", "url", "cited", "rest"};
      if (!among(field, kFields)) problem = "no such field: " + field;
      fields.push_back(field);
      pattern += field_pattern(field);
      i = close + 1;
    } else if (text[i] == ' ') {
      pattern += text.substr(i).starts_with(" :") ? R"([\s\x{A0}\x{202F}]*)"
                                                  : R"([\s\x01\x02\x{A0}\x{202F}]+)";
      ++i;
    } else if (text[i] == '\'') {
      pattern += "['’]";
      ++i;
    } else if (text[i] == ':') {
      pattern += R"(\s*:[\s\x{A0}\x{202F}]*)";
      i += text.substr(i).starts_with(": ") ? 2 : 1;
    } else {
      const size_t end = std::min(text.find_first_of("{ ':", i + 1), text.size());
      pattern += re2::RE2::QuoteMeta(std::string(text.substr(i, end - i)));
      i = end;
    }
  }
  pattern += R"([\s\x02~).]*$)";
  return {.pattern = LazyPattern(std::move(pattern)),
          .start = normalise(text.substr(0, text.find('{'))),
          .fields = std::move(fields),
          .about = {}};
}

std::string number(const Row& row, int low, int high, int& out) {
  const std::optional<double> value = row.number(2, low, high);
  if (!value || *value != std::floor(*value))
    return "value is no number from " + std::to_string(low) + " to " + std::to_string(high);
  out = static_cast<int>(*value);
  return "";
}

// Words that become part of one pattern.
struct Alternatives {
  std::vector<std::string> months, outlet_nouns;
};

std::string press_line(const Row& row, IntakeTables& t, Alternatives& words) {
  const std::string_view kind = row[0];
  const std::string phrase = normalise(row[1]);
  int value = 0;
  if (phrase.empty()) return "the phrase is empty";
  if (kind == "line") {
    std::string problem;
    LineTemplate line = compile(row[1], problem);
    line.about = row.string(2);
    if (line.about != "own" && line.about != "original" && line.about != "translation" &&
        line.about != "source")
      return "value is none of own, original, translation, source";
    if (!problem.empty()) return problem;
    t.lines.push_back(std::move(line));
  } else if (kind == "language") {
    t.languages[phrase] = row.string(2);
  } else if (kind == "month") {
    if (std::string problem = number(row, 1, 12, value); !problem.empty()) return problem;
    for (const std::string& name : row.list(1)) {
      t.months[fold(name)] = value;
      words.months.push_back(name);
    }
  } else if (kind == "anchor") {
    if (std::string problem = number(row, -7, 7, value); !problem.empty()) return problem;
    t.anchor_days[phrase] = value;
  } else if (kind == "day") {
    for (std::string_view word : split(phrase, ' ')) t.date_words.emplace(word);
  } else if (kind == "note") {
    t.notes.push_back(phrase);
  } else if (kind == "credit") {
    t.credits.push_back(phrase);
  } else if (kind == "label") {
    t.labels.insert(phrase);
  } else if (kind == "nolabel") {
    t.no_labels.insert(phrase);
  } else if (kind == "cue") {
    t.cues.push_back(phrase);
  } else if (kind == "outlet") {
    words.outlet_nouns.push_back(re2::RE2::QuoteMeta(row.string(1)));
  } else {
    return "no such kind: " + std::string(kind);
  }
  return "";
}

std::string boilerplate(const Row& row, IntakeTables& t) {
  const std::string_view where = row[0];
  const std::string phrase = normalise(row[1]);
  if (phrase.empty()) return "the phrase is empty";
  if (where == "line")
    t.boilerplate_line.insert(phrase);
  else if (where == "start")
    t.boilerplate_start.push_back(phrase);
  else if (where == "tail")
    t.boilerplate_tail.push_back(phrase);
  else if (where == "end")
    t.boilerplate_end.insert(phrase);
  else
    return "no such place: " + std::string(where);
  return "";
}

}  // namespace

Result<IntakeTables> IntakeTables::open(const std::string& data_dir) {
  IntakeTables t;
  Alternatives words;
  for (const char* language : {"fr", "en"}) {
    const std::string folder = data_dir + "/lang/" + language + "/";
    Status read = read_table(folder + "press_lines.tsv", 2, 3,
                             [&](const Row& row) { return press_line(row, t, words); });
    if (!read) return read.error();
    read = read_table(folder + "boilerplate.tsv", 2, 2,
                      [&](const Row& row) { return boilerplate(row, t); });
    if (!read) return read.error();
    read = read_table(folder + "page_parts.tsv", 2, 2, [&](const Row& row) -> std::string {
      constexpr std::array<std::string_view, 6> kParts = {"drop", "article",  "byline",
                                                          "date", "subtitle", "caption"};
      if (!among(row[0], kParts)) return "no such part: " + row.string(0);
      t.page_parts[row.string(1)] = row.string(0);
      return "";
    });
    if (!read) return read.error();
    auto& common = language[0] == 'f' ? t.french : t.english;
    read = read_table(folder + "stopwords.tsv", 1, 2, [&](const Row& row) -> std::string {
      common.insert(fold(row[0]));
      if (row[1] == "open") t.open_words.insert(fold(row[0]));
      return "";
    });
    if (!read) return read.error();
  }
  t.dates = compile_dates(words.months);
  std::string anchors, nouns;
  for (const auto& [word, days] : t.anchor_days) anchors += (anchors.empty() ? "" : "|") + word;
  for (const std::string& noun : words.outlet_nouns) nouns += (nouns.empty() ? "" : "|") + noun;
  t.anchor = std::make_unique<re2::RE2>("(?:^|[^a-z])(" + anchors + R"()[,(]?\s*(?:le |the )?$)");
  constexpr const char* kName = R"(\p{Lu}[\p{L}\d'’.-]*)";
  t.outlet_noun = std::make_unique<re2::RE2>(R"((?:^|[\s'’(])(?i:)" + nouns +
                                             R"()(?:\s+\p{Ll}[\p{L}-]*)?\s+[«“"*]?\s?()" + kName +
                                             "(?: " + kName + "){0,3})");
  return t;
}

}  // namespace selon
