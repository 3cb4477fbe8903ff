// Runs a case and compares what was found with what it expects.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "document/records.h"
#include "engine/case_parse.h"
#include "engine/cases.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;
using Records = std::vector<Json>;
using Problems = std::vector<std::string>;

Records all_records(const Document& d) {
  Records out;
  for_each_record(d, {}, {}, [&](const Json& r) { out.push_back(r); });
  const CodePointIndex points(d.text);
  const auto span = [&](Span s) {
    return Json{{"start", points.at(s.begin)}, {"end", points.at(s.end)}, {"text", d.str(s)}};
  };
  for (const Sentence& s : d.sentences)
    out.push_back({{"record", "sentence"}, {"id", ""}, {"span", span(s.span)}});
  for (const Word& w : d.words)
    out.push_back({{"record", "word"},
                   {"id", ""},
                   {"span", span(w.span)},
                   {"form", w.form},
                   {"lemma", w.lemma},
                   {"upos", to_string(w.upos)},
                   {"feats", w.feats},
                   {"head", w.head == kNone ? std::string("root") : d.words[w.head].form},
                   {"deprel", w.deprel}});
  for (const Quotation& q : d.quotations)
    out.push_back({{"record", "quotation"},
                   {"id", ""},
                   {"span", span(q.span)},
                   {"speech", q.speech},
                   {"closed", q.closed}});
  return out;
}

class Matcher {
 public:
  Matcher(const std::string& text, const Records& records) : text_(text), records_(records) {}

  bool matches(const Json& record, const Expectation& e) const {
    if (record["record"] != e.kind) return false;
    return std::all_of(e.fields.begin(), e.fields.end(),
                       [&](const auto& field) { return field_matches(record, field); });
  }

 private:
  static std::string field_name(const std::string& key) {
    if (key == "actor" || key == "recipient") return key + "s";
    if (key == "quantity") return "quantities";
    return key == "voice" ? "voices" : key;
  }

  bool field_matches(const Json& record, const Expectation::Field& field) const {
    const Json* value = &record;
    const std::string name = field_name(field.key);
    for (std::string_view part : split(name, '.')) {
      const auto it = value->find(std::string(part));
      if (!value->is_object() || it == value->end()) return false;
      value = &*it;
    }
    if (field.none)
      return value->is_null() || (value->is_array() && value->empty()) ||
             (value->is_string() && value->get_ref<const std::string&>().empty());
    if (!value->is_array()) return equals(*value, field.values[0]);
    if (field.key == "voice") return !value->empty() && equals(value->back(), field.values[0]);
    if (field.key == "voices" || field.values.size() > 1)
      return std::equal(value->begin(), value->end(), field.values.begin(), field.values.end(),
                        [&](const Json& a, const auto& b) { return equals(a, b); });
    return std::any_of(value->begin(), value->end(),
                       [&](const Json& item) { return equals(item, field.values[0]); });
  }

  // Whether a value of a record is what was written: a span by its words, a participant or a voice
  // by its words, name or code, an id by what it points to.
  bool equals(const Json& value, const Expectation::Value& wanted) const {
    if (value.is_object()) {
      if (value.contains("start"))
        return same(value["text"], wanted.text) &&
               (wanted.occurrence == 0 || value["start"] == occurrence(wanted));
      for (const char* key : {"span", "name", "code", "value", "cue"})
        if (const auto it = value.find(key); it != value.end() && equals(*it, wanted)) return true;
      return false;
    }
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      if (same(text, wanted.text)) return true;
      const auto target = text.find('/') == std::string::npos
                              ? records_.end()
                              : std::find_if(records_.begin(), records_.end(),
                                             [&](const Json& r) { return r["id"] == text; });
      return target != records_.end() && equals(*target, wanted);
    }
    if (value.is_boolean()) return wanted.text == (value.get<bool>() ? "true" : "false");
    if (value.is_number()) {
      char* end = nullptr;
      const double number = std::strtod(wanted.text.c_str(), &end);
      return *end == 0 && std::abs(number - value.get<double>()) < 1e-9;
    }
    return false;
  }

  static bool same(const Json& a, const std::string& b) {
    return lower(a.get_ref<const std::string&>()) == lower(b);
  }
  static bool same(const std::string& a, const std::string& b) { return lower(a) == lower(b); }

  // Start of the n-th occurrence, in code points; -1 if there are fewer.
  int64_t occurrence(const Expectation::Value& wanted) const {
    size_t at = std::string::npos;
    for (int i = 0; i < wanted.occurrence; ++i) {
      at = text_.find(wanted.text, at == std::string::npos ? 0 : at + 1);
      if (at == std::string::npos) return -1;
    }
    return static_cast<int64_t>(count_code_points(std::string_view(text_).substr(0, at)));
  }

  const std::string& text_;
  const Records& records_;
};

Result<Document> read_text(const Analyzer& analyzer, const Case& c) {
  RawArticle raw;
  raw.bytes = c.text;
  raw.given.id = raw.given.file = c.title;
  return analyzer.read(std::move(raw), {.published = c.published, .language = c.language});
}

Result<Document> code(const Analyzer& analyzer, const Case& c, CaseMode mode) {
  Result<Document> document = read_text(analyzer, c);
  if (!document) return document;
  if (mode == CaseMode::kGate) {
    if (Status applied = apply_parse(c.parse, *document); !applied) return applied.error();
    if (Status interpreted = analyzer.interpret(*document); !interpreted)
      return interpreted.error();
  } else if (Status analyzed = analyzer.analyze(*document); !analyzed) {
    return analyzed.error();
  }
  return document;
}

bool is_word_byte(char ch) {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch & 0x80) != 0;
}

// Both names exchanged wherever they stand as whole words.
std::string exchanged(const std::string& text, const std::string& a, const std::string& b) {
  std::string out;
  const auto stands = [&](size_t at, const std::string& name) {
    return text.compare(at, name.size(), name) == 0 && (at == 0 || !is_word_byte(text[at - 1])) &&
           (at + name.size() >= text.size() || !is_word_byte(text[at + name.size()]));
  };
  for (size_t at = 0; at < text.size();) {
    if (stands(at, a)) {
      out += b;
      at += a.size();
    } else if (stands(at, b)) {
      out += a;
      at += b.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

// What must stay the same when names are exchanged: all of a claim but names, codes and places of
// words.
std::vector<std::string> signatures(const Records& records, const std::string& a,
                                    const std::string& b) {
  std::vector<std::string> out;
  const auto words = [&](const Json& span) {
    return span.is_null() ? std::string("-")
                          : exchanged(span["text"].get_ref<const std::string&>(), a, b);
  };
  for (const Json& r : records) {
    if (r["record"] != "claim") continue;
    std::string s = words(r["trigger"]) + " " + r["event"].get<std::string>();
    for (const char* key : {"mode", "polarity", "certainty", "time"})
      s += " " + r[key].get<std::string>();
    for (const char* key : {"actors", "recipients", "voices"}) {
      s += std::string(" ") + key;
      for (const Json& item : r[key]) s += " [" + words(item["span"]) + "]";
    }
    out.push_back(std::move(s));
  }
  std::sort(out.begin(), out.end());
  return out;
}

void check_swap(const Analyzer& analyzer, const Case& c, CaseMode mode, const Records& records,
                const std::pair<std::string, std::string>& names, Problems& problems) {
  const auto& [a, b] = names;
  Case other = c;
  other.text = exchanged(c.text, a, b);
  other.parse = exchanged(c.parse, a, b);
  const std::string label = "swap: " + a + " " + b + ": ";
  if (other.text == c.text) return problems.push_back(label + "neither name stands in the text");
  const Result<Document> document = code(analyzer, other, mode);
  if (!document) return problems.push_back(label + document.error().to_string());
  const auto before = signatures(records, a, b);
  const auto after = signatures(all_records(*document), "", "");
  std::vector<std::string> gone, come;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                      std::back_inserter(gone));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(come));
  for (const std::string& s : gone) problems.push_back(label + "gone: " + s);
  for (const std::string& s : come) problems.push_back(label + "come: " + s);
}

std::string brief(Json record) {
  for (const char* key : {"document", "record", "contexts", "score", "cameo"}) record.erase(key);
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::optional<Problems> run_case(const Analyzer& analyzer, const Case& c, CaseMode mode) {
  if (mode == CaseMode::kGate && c.parse.empty()) return {};
  const Result<Document> document = code(analyzer, c, mode);
  if (!document) return Problems{document.error().to_string()};
  Problems problems;
  const Records records = all_records(*document);
  const Matcher matcher(document->text, records);
  for (const Expectation& e : c.expectations) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Json& r) { return matcher.matches(r, e); });
    if (e.absent && found != records.end())
      problems.push_back("absent: " + e.line + "\n    but found " + brief(*found));
    if (e.absent || found != records.end()) continue;
    std::string problem = "expect: " + e.line;
    for (const Json& r : records)
      if (r["record"] == e.kind && e.kind != "word") problem += "\n    found " + brief(r);
    problems.push_back(std::move(problem));
  }
  for (const auto& names : c.swaps) check_swap(analyzer, c, mode, records, names, problems);
  return problems;
}

Result<std::string> propose_parse(const Analyzer& analyzer, const Case& c) {
  Result<Document> document = read_text(analyzer, c);
  if (!document) return document.error();
  if (Status parsed = analyzer.parse(*document); !parsed) return parsed.error();
  return format_parse(*document);
}

}  // namespace selon
