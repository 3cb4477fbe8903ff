#include "document/conllu.h"

#include <algorithm>
#include <cmath>

namespace selon {
namespace {

// A cell is one line without tabs; a form may hold spaces ("10 000").
std::string cell(std::string_view text) {
  std::string out(text.empty() ? "_" : text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

std::string thousandths(float share) {
  return std::to_string(std::round(share * 1000) / 1000).substr(0, 5);
}

void write_word(const Document& d, const Sentence& sentence, const Token& token, int32_t i,
                bool probabilities, std::string& out) {
  const Word& w = d.words[i];
  const bool alone = token.end_word - token.first_word == 1;
  const int32_t head = w.head == kNone ? 0 : w.head - sentence.first_word + 1;
  out += std::to_string(i - sentence.first_word + 1) + '\t';
  out += cell(alone ? d.str(token.span) : std::string_view(w.form)) + '\t';
  out += cell(w.lemma) + '\t';
  out += std::string(to_string(w.upos)) + "\t_\t";
  out += cell(w.feats) + '\t';
  out += std::to_string(head) + '\t';
  out += cell(w.deprel) + "\t_\t";
  std::string misc;
  if (probabilities)
    misc = "ArcProb=" + thousandths(w.confidence) + "|TagProb=" + thousandths(w.tag_confidence);
  if (alone && !token.space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  out += (misc.empty() ? "_" : misc) + '\n';
}

}  // namespace

std::string write_conllu(const Document& d, int32_t index, const ConlluStyle& style) {
  const Sentence& sentence = d.sentences[index];
  std::string out;
  const bool first = index == 0 ? !style.continues : d.sentences[index - 1].block != sentence.block;
  if (first) out += "# newpar\n";
  out += "# sent_id = " + std::to_string(style.sentences_before + index + 1) + '\n';
  out += "# text = " + cell(d.str(sentence.span)) + '\n';
  for (int32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const Token& token = d.tokens[t];
    if (token.end_word - token.first_word > 1) {
      out += std::to_string(token.first_word - sentence.first_word + 1) + '-' +
             std::to_string(token.end_word - sentence.first_word) + '\t' + cell(d.str(token.span)) +
             "\t_\t_\t_\t_\t_\t_\t_\t" + (token.space_after ? "_\n" : "SpaceAfter=No\n");
    }
    for (int32_t w = token.first_word; w < token.end_word; ++w)
      write_word(d, sentence, token, w, style.probabilities, out);
  }
  return out + '\n';
}

std::string write_conllu(const Document& document) {
  std::string out;
  for (size_t i = 0; i < document.sentences.size(); ++i)
    out += write_conllu(document, static_cast<int32_t>(i));
  return out;
}

}  // namespace selon
