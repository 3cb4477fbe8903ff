#include "engine/case_parse.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/utf8.h"

namespace selon {
namespace {

using Cells = std::vector<std::string>;

bool parse_number(std::string_view text, int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 0;
}

std::string spaced(std::string form) {
  if (form != "_") std::replace(form.begin(), form.end(), '_', ' ');
  return form;
}

class ParseReader {
 public:
  explicit ParseReader(Document& d) : d_(d) {}

  Status read(const std::string& parse) {
    std::istringstream lines(parse);
    size_t number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
      std::istringstream in(line);
      Cells cells;
      for (std::string cell; in >> cell;) cells.push_back(cell);
      if (cells.empty()) continue;
      if (std::string problem = row(cells); !problem.empty())
        return Error{ErrorCode::kBadFormat,
                     "parse, line " + std::to_string(number) + ": " + problem};
    }
    if (std::string problem = end_sentence(); !problem.empty())
      return Error{ErrorCode::kBadFormat, "parse: " + problem};
    return Ok{};
  }

 private:
  std::string row(const Cells& cells) {
    int32_t first, last;
    const size_t dash = cells[0].find('-');
    if (!parse_number(std::string_view(cells[0]).substr(0, dash), first)) return "no id";
    if (first == 1 && !(range_end_ >= 1 && words_in_sentence() == 0)) {
      if (std::string problem = end_sentence(); !problem.empty()) return problem;
    }
    if (dash != std::string::npos) {
      if (!parse_number(std::string_view(cells[0]).substr(dash + 1), last) || last <= first ||
          cells.size() < 2)
        return "a multi-word token is written 3-4 du";
      range_end_ = last;
      return add_token(spaced(cells[1]));
    }
    if (cells.size() < 6) return "a word has id form lemma UPOS head deprel";
    if (first != words_in_sentence() + 1) return "ids must count up";
    if (first > range_end_)
      if (std::string problem = add_token(spaced(cells[1])); !problem.empty()) return problem;
    int32_t head;
    if (!parse_number(cells[4], head)) return "the head is no number";
    Word w;
    w.span = d_.tokens.back().span;
    w.form = lower_apostrophes(spaced(cells[1]));
    w.lemma = spaced(cells[2]);
    w.upos = parse_upos(cells[3]);
    if (w.upos == Upos::kX && cells[3] != "X") return "unknown part of speech " + cells[3];
    w.head = head == 0 ? kNone : sentence_word_ + head - 1;
    w.deprel = cells[5];
    w.feats = cells.size() > 6 ? cells[6] : "_";
    w.morph = parse_morph(w.feats);
    w.sentence = static_cast<int32_t>(d_.sentences.size());
    d_.words.push_back(std::move(w));
    d_.tokens.back().end_word = static_cast<int32_t>(d_.words.size());
    return {};
  }

  static std::string lower_apostrophes(std::string form) {
    for (size_t at; (at = form.find("’")) != std::string::npos;) form.replace(at, 3, "'");
    return form;
  }

  int32_t words_in_sentence() const {
    return static_cast<int32_t>(d_.words.size()) - sentence_word_;
  }

  // Finds the form in the text behind the last token; apostrophes and spaces of all kinds are
  // equal.
  std::string add_token(const std::string& form) {
    const std::string& text = d_.text;
    const size_t before = at_;
    size_t next = at_;
    while (next < text.size()) {
      size_t after = next;
      if (!is_space(decode(text, after))) break;
      next = after;
    }
    size_t end = next, in_form = 0;
    while (in_form < form.size() && end < text.size()) {
      const char32_t a = decode(form, in_form), b = decode(text, end);
      const bool same = a == b || (is_space(a) && is_space(b)) ||
                        ((a == U'\'' || a == U'’') && (b == U'\'' || b == U'’'));
      if (!same)
        return "'" + form + "' does not stand where the text goes on: '" + text.substr(next, 20) +
               "'";
    }
    if (in_form < form.size()) return "the text ends before '" + form + "'";
    if (!d_.tokens.empty() && before == next) d_.tokens.back().space_after = false;
    const auto word = static_cast<int32_t>(d_.words.size());
    d_.tokens.push_back(
        {{static_cast<uint32_t>(next), static_cast<uint32_t>(end)}, word, word, true});
    at_ = end;
    return {};
  }

  std::string end_sentence() {
    const auto token_end = static_cast<int32_t>(d_.tokens.size());
    const auto word_end = static_cast<int32_t>(d_.words.size());
    if (token_end == sentence_token_) return {};
    Sentence s;
    s.span = d_.tokens[sentence_token_].span.cover(d_.tokens.back().span);
    s.first_token = sentence_token_, s.end_token = token_end;
    s.first_word = sentence_word_, s.end_word = word_end;
    for (size_t b = 0; b < d_.blocks.size(); ++b)
      if (d_.blocks[b].span.contains(s.span.begin)) s.block = static_cast<int32_t>(b);
    for (int32_t w = s.first_word; w < s.end_word; ++w)
      if (d_.words[w].head >= word_end) return "a head lies outside its sentence";
    d_.sentences.push_back(s);
    sentence_token_ = token_end;
    sentence_word_ = word_end;
    range_end_ = 0;
    return {};
  }

  Document& d_;
  size_t at_ = 0;
  int32_t sentence_token_ = 0, sentence_word_ = 0, range_end_ = 0;
};

std::string cell(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    append_utf8(is_space(c) ? U'_' : c, out);
  }
  return out.empty() ? "_" : out;
}

}  // namespace

Status apply_parse(const std::string& parse, Document& document) {
  if (Status read = ParseReader(document).read(parse); !read) return read;
  const std::string problem = check_invariants(document);
  if (!problem.empty()) return Error{ErrorCode::kBadFormat, "parse: wrong " + problem};
  return Ok{};
}

std::string format_parse(const Document& d) {
  std::string out;
  for (const Sentence& s : d.sentences) {
    std::vector<Cells> rows;
    for (int32_t t = s.first_token; t < s.end_token; ++t) {
      const Token& token = d.tokens[t];
      const bool alone = token.end_word - token.first_word == 1;
      if (!alone)
        rows.push_back({std::to_string(token.first_word - s.first_word + 1) + "-" +
                            std::to_string(token.end_word - s.first_word),
                        cell(d.str(token.span))});
      for (int32_t i = token.first_word; i < token.end_word; ++i) {
        const Word& w = d.words[i];
        rows.push_back({std::to_string(i - s.first_word + 1),
                        cell(alone ? d.str(token.span) : std::string_view(w.form)), cell(w.lemma),
                        std::string(to_string(w.upos)),
                        std::to_string(w.head == kNone ? 0 : w.head - s.first_word + 1), w.deprel});
        if (w.feats != "_" && !w.feats.empty()) rows.back().push_back(w.feats);
      }
    }
    std::vector<size_t> widths(7, 0);
    for (const Cells& row : rows)
      for (size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], count_code_points(row[i]));
    for (const Cells& row : rows) {
      std::string line = " ";
      for (size_t i = 0; i < row.size(); ++i) {
        line += ' ' + row[i];
        if (i + 1 < row.size()) line += std::string(widths[i] - count_code_points(row[i]), ' ');
      }
      out += line + '\n';
    }
  }
  return out;
}

}  // namespace selon
