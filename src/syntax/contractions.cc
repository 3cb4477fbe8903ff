#include "syntax/contractions.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "syntax/features.h"

namespace selon {
namespace {

// What a clue says of one token; empty outside the sentence.
struct Seen {
  std::string form = "<>", suffix = "<>", shape = "<>", lexicon = "<>";
};

using Shown = std::vector<NameMask::Shown>;  // of the tokens of a sentence

Seen look(const Lexicon& lexicon, const Shown& shown, const Sentence& sentence, int32_t token) {
  if (token < sentence.first_token || token >= sentence.end_token) return {};
  Lexicon::Entry entry;
  WordFeatures features;
  const std::string_view form = shown[token - sentence.first_token].form;
  lexicon.lookup(form, entry);
  features.compute(form, entry.lexicon_class);
  return {.form = std::string(features[Feature::kForm]),
          .suffix = std::string(features[Feature::kSuffix3]),
          .shape = std::string(features[Feature::kShape]),
          .lexicon = std::string(features[Feature::kLexicon])};
}

Shown shown_tokens(const Document& document, const Sentence& sentence, const NameMask* mask) {
  std::vector<std::string_view> forms;
  for (int32_t t = sentence.first_token; t < sentence.end_token; ++t)
    forms.push_back(document.str(document.tokens[t].span));
  if (mask != nullptr) return mask->show(forms, lang_of(document.meta.language));
  Shown out;
  for (const std::string_view form : forms) out.push_back({form, {}, false});
  return out;
}

constexpr std::array<std::string_view, 5> kLinks = {"et", "ou", ",", "mais", "-"};
constexpr std::array<std::string_view, 13> kDeterminers = {
    "de", "d'", "du", "des", "à", "au", "aux", "le", "la", "les", "l'", "un", "une"};
constexpr int32_t kNear = 12;   // tokens back to the last decision
constexpr int32_t kNearer = 8;  // tokens back to the last determiner

// What may join the word to one like it, among the first `count` links.
std::string link(const Seen& before, std::size_t count) {
  const auto end = kLinks.begin() + static_cast<std::ptrdiff_t>(count);
  return std::find(kLinks.begin(), end, before.form) == end ? "" : " " + before.form;
}

std::string last_determiner(const Document& document, const Sentence& sentence, int32_t token) {
  for (int32_t t = token; t-- > std::max(sentence.first_token, token - kNearer);) {
    const std::string form = lower(document.str(document.tokens[t].span));
    if (std::ranges::find(kDeterminers, form) != kDeterminers.end()) return form;
  }
  return "-";
}

struct Decided {
  int32_t token = kNone;
  bool two_words = false;
};

// The clues of train/contractions.py, under the same names.
bool is_two_words(const Model& model, const Lexicon& lexicon, const Document& document,
                  const Shown& shown, const Sentence& sentence, int32_t token,
                  const std::string& word, const Decided& last) {
  const auto seen = [&](int32_t at) { return look(lexicon, shown, sentence, at); };
  const Seen before = seen(token - 1), before2 = seen(token - 2);
  const Seen after = seen(token + 1), after2 = seen(token + 2);
  const bool near = last.token != kNone && token - last.token <= kNear;
  const std::string decided = !near ? "-" : last.two_words ? "2" : "1";
  const std::array<std::pair<char, std::string>, 13> clues = {{
      {'a', before.form},
      {'b', before2.form},
      {'c', after.form},
      {'d', after2.form},
      {'e', before.suffix},
      {'f', after.suffix},
      {'g', before.lexicon},
      {'h', after.lexicon},
      {'i', after.shape},
      {'j', before.lexicon + ' ' + after.lexicon},
      {'k', before2.lexicon + ' ' + before.form},
      {'l', decided + link(before, kLinks.size())},
      {'m', last_determiner(document, sentence, token) + link(before, 3)},
  }};
  const auto weight = [&](const std::string& clue) {
    const std::uint32_t at = model.contraction_keys.find(clue);
    return at == StringTable::kMissing ? 0.0f : model.contraction_weights[at];
  };
  float sum = weight(word + "  ");
  for (const auto& [name, value] : clues) sum += weight(word + ' ' + name + ' ' + value);
  return sum > 0;
}

}  // namespace

void decide_contractions(const Model& model, const Lexicon& lexicon, const NameMask* mask,
                         Document& document) {
  if (model.contraction_keys.size() == 0) return;
  std::vector<Word> words;
  words.reserve(document.words.size() + document.words.size() / 16);
  for (Sentence& sentence : document.sentences) {
    const auto first_word = static_cast<int32_t>(words.size());
    Shown shown;  // looked up when a token asks for it
    Decided last;
    for (int32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      Token& token = document.tokens[t];
      const auto first = static_cast<int32_t>(words.size());
      for (int32_t w = token.first_word; w < token.end_word; ++w) {
        words.push_back(std::move(document.words[w]));
      }
      if (token.end_word - token.first_word == 1) {
        Word& word = words.back();
        const std::string form = word.form.size() <= 3 ? lower(word.form) : "";
        const bool asks = form == "du" || form == "des";
        if (asks && shown.empty()) shown = shown_tokens(document, sentence, mask);
        if (asks)
          last = {t, is_two_words(model, lexicon, document, shown, sentence, t, form, last)};
        if (asks && last.two_words) {
          Word article = word;
          article.form = form == "du" ? "le" : "les";
          word.form = starts_upper(word.form) ? "De" : "de";
          words.push_back(std::move(article));
        }
      }
      token.first_word = first;
      token.end_word = static_cast<int32_t>(words.size());
    }
    sentence.first_word = first_word;
    sentence.end_word = static_cast<int32_t>(words.size());
  }
  document.words = std::move(words);
}

}  // namespace selon
