// Test cases as a linguist writes them: a text, maybe its parse, and what must or must not be
// found.
//
//   === selon + nom propre, en tête
//   lang: fr
//   published: 2024-03-05
//   text: Selon Oslo, la trêve tient.
//   parse:
//     1 Selon selon ADP   2 case
//     2 Oslo  Oslo  PROPN 5 obl:mod
//     …
//   expect: attribution cue="Selon" source="Oslo" report=indirect
//   absent: claim event=ASSAULT
//   swap: Oslo Rome
//   known-failure: why
//
// An expectation names a kind of record and fields of it. A quoted value stands for a span's words,
// "Paris"#2 for their second occurrence; capitals do not count. actor, recipient, when, where and
// quantity ask whether one of the list is so; voice asks for the innermost; voices="A" > "B" for
// the whole chain; actors="A" + "B" for the whole list; none for nothing there. Beside the records
// of `selon code` there are sentence (span), word (form lemma upos feats head deprel) and quotation
// (span speech closed).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "selon/analyzer.h"
#include "selon/result.h"

namespace selon {

struct Expectation {
  struct Value {
    std::string text;    // empty with `none` for "none"
    int occurrence = 0;  // "Paris"#2; 0: any
  };
  struct Field {
    std::string key;
    std::vector<Value> values;
    bool none = false;
  };
  bool absent = false;
  std::string line;  // as written
  std::string kind;
  std::vector<Field> fields;
};

struct Case {
  std::string title, file;
  size_t line = 0;       // of the title
  std::string language;  // else the folder's name, fr or en
  std::string published, text, parse;
  std::vector<Expectation> expectations;
  std::vector<std::pair<std::string, std::string>> swaps;
  std::string known_failure;  // why; empty: must hold
};

// kNotFound, kBadFormat with the line.
Result<std::vector<Case>> read_cases(const std::string& path);

// On the parse that the case gives, or from raw text with our own.
enum class CaseMode { kGate, kScore };

// What does not hold, in words; empty when all does. Nothing when the gate has no parse to run on.
// Known failures are not turned round here.
std::optional<std::vector<std::string>> run_case(const Analyzer& analyzer, const Case& c,
                                                 CaseMode mode);

// The parse of the case's text by our own parser, in the form of `parse:`. What read() or the
// models refuse is an error.
Result<std::string> propose_parse(const Analyzer& analyzer, const Case& c);

}  // namespace selon
