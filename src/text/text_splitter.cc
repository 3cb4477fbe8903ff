#include "text/text_splitter.h"

#include "base/utf8.h"
#include "text/markup.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace selon {
namespace {

// Paragraphs: stretches that blank lines part.
void make_paragraphs(Document& doc) {
  const std::string_view text = doc.text;
  size_t begin = 0;
  const auto close = [&](size_t end) {
    const std::string_view body = trim(text.substr(begin, end - begin));
    if (body.empty()) return;
    const auto at = static_cast<uint32_t>(body.data() - text.data());
    Block block;
    block.span = {at, at + static_cast<uint32_t>(body.size())};
    doc.blocks.push_back(std::move(block));
  };
  for (size_t line = 0; line < text.size();) {
    size_t end = text.find('\n', line);
    if (end == std::string_view::npos) end = text.size();
    if (trim(text.substr(line, end - line)).empty()) {
      close(line);
      begin = end;
    }
    line = end + 1;
  }
  close(text.size());
}

// The text with ’ made ' and every white space inside a number made a plain one.
std::string word_form(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (static_cast<uint8_t>(text[at]) < 0x80) {
      out += text[at++];
      continue;
    }
    const char32_t c = decode(text, at);
    if (c == 0x2019 || c == 0x2BC)
      out += '\'';
    else if (is_space(c))
      out += ' ';
    else
      out += text.substr(begin, at - begin);
  }
  return out;
}

// The words of a contraction in the case of its token: "Au" → "À le", "AUX" → "À LES".
std::vector<std::string> in_case(std::string_view token, std::string_view words) {
  std::vector<std::string> out;
  size_t second = 0;
  if (is_boundary(token, 1)) second = 1;
  const bool capital = starts_upper(token);
  const bool capitals = capital && second < token.size() && starts_upper(token.substr(second));
  for (std::string_view word : split(words, ' ')) {
    const bool first = out.empty();
    std::string form(word);
    if (capital && first && form == "à")
      form = "À";
    else if (capital && first)
      form[0] = static_cast<char>(form[0] - 0x20);
    if (capitals)
      for (char& c : form)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
    out.push_back(std::move(form));
  }
  return out;
}

}  // namespace

Result<TextSplitter> TextSplitter::open(const std::string& data_dir) {
  Result<LanguageTables> french = LanguageTables::open(data_dir, "fr");
  if (!french) return french.error();
  Result<LanguageTables> english = LanguageTables::open(data_dir, "en");
  if (!english) return english.error();
  return TextSplitter(std::move(*french), std::move(*english));
}

void TextSplitter::split(Document& doc) const {
  const LanguageTables& tables = doc.french() ? french_ : english_;
  if (doc.blocks.empty()) make_paragraphs(doc);
  const std::vector<Span> markup = find_markup(doc.text);
  std::vector<RawToken> raw;
  std::vector<size_t> ends;
  for (size_t b = 0; b < doc.blocks.size(); ++b) {
    raw.clear();
    ends.clear();
    tokenize(doc.text, doc.blocks[b].span, markup, tables, raw);
    split_sentences(doc.text, raw, tables, ends);
    size_t i = 0;
    for (const size_t end : ends) {
      Sentence sentence;
      sentence.span = raw[i].span.cover(raw[end - 1].span);
      sentence.block = static_cast<int32_t>(b);
      sentence.first_token = static_cast<int32_t>(doc.tokens.size());
      sentence.first_word = static_cast<int32_t>(doc.words.size());
      for (; i < end; ++i) {
        const RawToken& r = raw[i];
        Token token;
        token.span = r.span;
        token.first_word = static_cast<int32_t>(doc.words.size());
        token.space_after = i + 1 == raw.size();
        if (i + 1 < raw.size())
          for (size_t at = r.span.end; at < raw[i + 1].span.begin && !token.space_after;)
            token.space_after = is_space(decode(doc.text, at));
        const auto add_word = [&](std::string form) {
          Word word;
          word.span = r.span;
          word.form = std::move(form);
          word.sentence = static_cast<int32_t>(doc.sentences.size());
          doc.words.push_back(std::move(word));
        };
        const std::string_view form = doc.str(r.span);
        std::string_view contraction;
        if (form.size() <= tables.longest_contraction() + 3)
          contraction = tables.contraction(lower(form));
        if (!contraction.empty()) {
          for (std::string& word : in_case(form, contraction)) add_word(std::move(word));
        } else if (r.second_word != 0) {
          const size_t cut = r.second_word - r.span.begin;
          add_word(word_form(form.substr(0, cut)));
          add_word(word_form(form.substr(cut)));
        } else {
          add_word(word_form(form));
        }
        token.end_word = static_cast<int32_t>(doc.words.size());
        doc.tokens.push_back(token);
      }
      sentence.end_token = static_cast<int32_t>(doc.tokens.size());
      sentence.end_word = static_cast<int32_t>(doc.words.size());
      doc.sentences.push_back(sentence);
    }
  }
}

}  // namespace selon
