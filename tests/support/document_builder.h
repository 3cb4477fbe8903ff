// A Document from a few lines, for tests of the stages that come after the parser. One word a line:
// id form lemma UPOS head deprel [feats]; an empty line ends a sentence.
//
//   Document doc = build_document(R"(
//     # turn Claire Martin
//     1-2 Du du
//     1 de de ADP 3 case
//     2 le le DET 3 det Gender=Masc
//     3 pain pain NOUN 0 root Gender=Masc|Number=Sing
//     4 . . PUNCT 3 punct SpaceAfter=No
//   )");
//
// Lines with '#' open a block: title, subtitle, paragraph, turn SPEAKER, caption … The text is put
// together from the forms: no space before , . ) ] nor after ( [ or an apostrophe, nor where
// SpaceAfter=No stands among a word's own feats (then none follows that word).
#pragma once
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace selon {

class DocumentBuilder {
 public:
  explicit DocumentBuilder(const std::string& language) { doc_.meta.language = language; }

  Document build(const std::string& lines) {
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      std::istringstream cells(line);
      std::vector<std::string> row;
      for (std::string cell; cells >> cell;) row.push_back(cell);
      if (row.empty()) {
        end_sentence();
      } else if (row[0] == "#") {
        end_sentence();
        end_block();
        begin_block(row);
      } else if (row[0].find('-') != std::string::npos && row.size() < 5) {
        range_end_ = std::stoi(row[0].substr(row[0].find('-') + 1));
        add_token(row[1], true);
      } else {
        add_word(row);
      }
    }
    end_sentence();
    end_block();
    const std::string problem = check_invariants(doc_);
    if (!problem.empty()) {
      std::fprintf(stderr, "build_document: %s\n", problem.c_str());
      std::abort();
    }
    return std::move(doc_);
  }

 private:
  void begin_block(const std::vector<std::string>& row) {
    static const std::map<std::string, BlockKind> kKinds = {
        {"title", BlockKind::kTitle},
        {"subtitle", BlockKind::kSubtitle},
        {"byline", BlockKind::kByline},
        {"dateline", BlockKind::kDateline},
        {"epigraph", BlockKind::kEpigraph},
        {"turn", BlockKind::kTurn},
        {"note", BlockKind::kNote},
        {"caption", BlockKind::kCaption},
        {"boilerplate", BlockKind::kBoilerplate}};
    Block block;
    if (row.size() > 1 && kKinds.contains(row[1])) block.kind = kKinds.at(row[1]);
    for (size_t i = 2; i < row.size(); ++i) block.speaker += (i > 2 ? " " : "") + row[i];
    if (!doc_.text.empty()) doc_.text += "\n\n";
    block.span = {static_cast<uint32_t>(doc_.text.size()), static_cast<uint32_t>(doc_.text.size())};
    doc_.blocks.push_back(block);
    open_ = true;
    glue_ = true;
  }

  void end_block() {
    if (open_) doc_.blocks.back().span.end = static_cast<uint32_t>(doc_.text.size());
    open_ = false;
  }

  void add_token(const std::string& form, bool space_after) {
    if (!open_) begin_block({"#", "paragraph"});
    const bool closing = form == "," || form == "." || form == ")" || form == "]";
    if (!glue_ && !closing) {
      doc_.text += ' ';
    } else if (!doc_.tokens.empty() && sentence_open_) {
      doc_.tokens.back().space_after = false;
    }
    const auto begin = static_cast<uint32_t>(doc_.text.size());
    doc_.text += form;
    if (!sentence_open_) {
      Sentence s;
      s.span = {begin, begin};
      s.block = static_cast<int32_t>(doc_.blocks.size()) - 1;
      s.first_token = s.end_token = static_cast<int32_t>(doc_.tokens.size());
      s.first_word = s.end_word = static_cast<int32_t>(doc_.words.size());
      doc_.sentences.push_back(s);
      sentence_open_ = true;
    }
    Token t;
    t.span = {begin, static_cast<uint32_t>(doc_.text.size())};
    t.first_word = t.end_word = static_cast<int32_t>(doc_.words.size());
    doc_.tokens.push_back(t);
    const bool apostrophe = form.ends_with("'") || form.ends_with("’");
    glue_ = apostrophe || form == "(" || form == "[" || !space_after;
  }

  void add_word(const std::vector<std::string>& row) {
    assert(row.size() >= 6);
    const int id = std::stoi(row[0]);
    std::string feats = row.size() > 6 ? row[6] : "_";
    const bool space_after = feats.find("SpaceAfter=No") == std::string::npos;
    if (id > range_end_) {
      add_token(row[1], space_after);
      range_end_ = 0;
    }
    Word w;
    w.span = doc_.tokens.back().span;
    for (size_t at = 0; at < row[1].size(); ++at) {  // ’ as the text room writes it: '
      const bool curly = row[1].compare(at, 3, "’") == 0;
      w.form += curly ? '\'' : row[1][at];
      if (curly) at += 2;
    }
    w.lemma = row[2];
    w.upos = parse_upos(row[3]);
    w.head =
        std::stoi(row[4]) == 0 ? kNone : doc_.sentences.back().first_word + std::stoi(row[4]) - 1;
    w.deprel = row[5];
    w.feats = feats;
    w.morph = parse_morph(feats);
    w.sentence = static_cast<int32_t>(doc_.sentences.size()) - 1;
    doc_.words.push_back(w);
    doc_.tokens.back().end_word = static_cast<int32_t>(doc_.words.size());
  }

  void end_sentence() {
    if (!sentence_open_) return;
    Sentence& s = doc_.sentences.back();
    s.span.end = static_cast<uint32_t>(doc_.text.size());
    s.end_token = static_cast<int32_t>(doc_.tokens.size());
    s.end_word = static_cast<int32_t>(doc_.words.size());
    sentence_open_ = false;
    range_end_ = 0;
    glue_ = false;
  }

  Document doc_;
  bool open_ = false, sentence_open_ = false, glue_ = true;
  int range_end_ = 0;
};

inline Document build_document(const std::string& lines, const std::string& language = "fr") {
  return DocumentBuilder(language).build(lines);
}

// "form<head>relation ", one a word; the root's head is "-".
inline std::string arcs_of(const Document& doc) {
  std::string out;
  for (const Word& w : doc.words)
    out += w.form + "<" + (w.head == kNone ? "-" : doc.words[w.head].form) + ">" + w.deprel + " ";
  return out;
}

// Where the words first stand in the document's text.
inline Span span_of(const Document& doc, std::string_view words) {
  const auto at = static_cast<uint32_t>(doc.text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

}  // namespace selon
