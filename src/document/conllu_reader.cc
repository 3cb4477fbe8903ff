#include "document/conllu_reader.h"

#include <charconv>

#include "base/utf8.h"

namespace selon {
namespace {

bool to_number(std::string_view text, int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 0;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name, bool annotations)
      : bytes_(bytes), name_(name), annotations_(annotations) {}

  Result<Document> read() {
    if (const auto at = find_invalid_utf8(bytes_)) {
      return Error{ErrorCode::kBadEncoding, "a byte that is not UTF-8", name_, *at, std::nullopt};
    }
    if (bytes_.starts_with("\xEF\xBB\xBF")) bytes_.remove_prefix(3);
    bool more = true;
    while (more && problem_.empty()) {
      const size_t end = bytes_.find('\n');
      std::string_view line = bytes_.substr(0, end);
      more = end != std::string_view::npos;
      if (more) bytes_.remove_prefix(end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      if (line.empty()) {
        end_sentence();
      } else if (line.starts_with('#')) {
        if (line.starts_with("# newpar") || line.starts_with("# newdoc")) new_block_ = true;
      } else {
        read_word(line);
      }
    }
    if (problem_.empty()) end_sentence();
    if (!problem_.empty())
      return Error{ErrorCode::kBadFormat, problem_, name_, std::nullopt, line_};
    return std::move(document_);
  }

 private:
  void read_word(std::string_view line) {
    const auto cell = split(line, '\t');
    if (cell.size() != 10)
      return fail("has " + std::to_string(cell.size()) + " columns instead of 10");
    if (cell[0].find('.') != std::string_view::npos) return;
    if (cell[1].empty()) return fail("has an empty form");
    begin_sentence();
    const bool space = cell[9].find("SpaceAfter=No") == std::string_view::npos;
    const size_t dash = cell[0].find('-');
    const int32_t next = static_cast<int32_t>(document_.words.size()) - sentence_.first_word + 1;
    if (dash != std::string_view::npos) {
      int32_t first = 0;
      if (!to_number(cell[0].substr(0, dash), first) ||
          !to_number(cell[0].substr(dash + 1), range_end_) || first != next ||
          range_end_ <= first) {
        return fail("expected a range from " + std::to_string(next) + " on, not " +
                    std::string(cell[0]));
      }
      add_token(cell[1], space);
      return;
    }
    int32_t id = 0;
    if (!to_number(cell[0], id) || id != next) {
      return fail("expected word " + std::to_string(next) + ", not " + std::string(cell[0]));
    }
    if (id > range_end_) add_token(cell[1], space);
    Word word;
    word.span = document_.tokens.back().span;
    word.form = cell[1];
    word.sentence = static_cast<int32_t>(document_.sentences.size());
    if (annotations_ && !annotate(cell, word)) return;
    document_.words.push_back(std::move(word));
    document_.tokens.back().end_word = static_cast<int32_t>(document_.words.size());
  }

  bool annotate(const std::vector<std::string_view>& cell, Word& word) {
    int32_t head = 0;
    if (!to_number(cell[6], head)) return fail("has no head: " + std::string(cell[6])), false;
    word.lemma = cell[2];
    word.upos = parse_upos(cell[3]);
    word.feats = cell[5];
    word.morph = parse_morph(cell[5]);
    word.head = head == 0 ? kNone : sentence_.first_word + head - 1;
    word.deprel = cell[7];
    return true;
  }

  void begin_sentence() {
    if (in_sentence_) return;
    in_sentence_ = true;
    range_end_ = 0;
    space_ = false;
    if (!document_.text.empty()) document_.text += new_block_ ? "\n\n" : " ";
    const auto at = static_cast<uint32_t>(document_.text.size());
    if (new_block_ || document_.blocks.empty()) {
      Block block;
      block.span = {at, at};
      document_.blocks.push_back(block);
    }
    new_block_ = false;
    sentence_ = {};
    sentence_.span = {at, at};
    sentence_.block = static_cast<int32_t>(document_.blocks.size()) - 1;
    sentence_.first_token = static_cast<int32_t>(document_.tokens.size());
    sentence_.first_word = static_cast<int32_t>(document_.words.size());
  }

  void add_token(std::string_view form, bool space_after) {
    if (space_) document_.text += ' ';
    const auto begin = static_cast<uint32_t>(document_.text.size());
    document_.text += form;
    Token token;
    token.span = {begin, static_cast<uint32_t>(document_.text.size())};
    token.first_word = token.end_word = static_cast<int32_t>(document_.words.size());
    token.space_after = space_ = space_after;
    document_.tokens.push_back(token);
  }

  void end_sentence() {
    if (!in_sentence_) return;
    in_sentence_ = false;
    const auto end = static_cast<uint32_t>(document_.text.size());
    sentence_.span.end = document_.blocks.back().span.end = end;
    sentence_.end_token = static_cast<int32_t>(document_.tokens.size());
    sentence_.end_word = static_cast<int32_t>(document_.words.size());
    const int32_t words = sentence_.end_word - sentence_.first_word;
    if (words == 0 || words < range_end_) return fail("the sentence ends inside a range");
    for (int32_t w = sentence_.first_word; w < sentence_.end_word; ++w) {
      if (document_.words[w].head >= sentence_.end_word)
        return fail("a head lies outside its sentence");
    }
    document_.sentences.push_back(sentence_);
  }

  void fail(const std::string& problem) { problem_ = problem; }

  std::string_view bytes_;
  const std::string& name_;
  bool annotations_;
  size_t line_ = 0;
  std::string problem_;
  Document document_;
  Sentence sentence_;
  bool in_sentence_ = false;
  bool new_block_ = false;
  bool space_ = false;     // whether a space follows the last token
  int32_t range_end_ = 0;  // last word of the multi-word token being read
};

}  // namespace

Result<Document> read_conllu(std::string_view bytes, const std::string& name, bool annotations) {
  return Reader(bytes, name, annotations).read();
}

}  // namespace selon
