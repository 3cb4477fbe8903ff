#include "intake/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr size_t kSample = 20000;

struct Evidence {
  int words = 0, french = 0, english = 0;
};

Evidence count(std::string_view text, const IntakeTables& tables) {
  Evidence e;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    ++e.words;
    const std::string folded = fold(word);
    e.french += tables.french.contains(folded);
    e.english += tables.english.contains(folded);
    for (char c : word)
      if (static_cast<unsigned char>(c) >= 0xC3 && folded != word) {
        ++e.french;  // an accent: English has few
        break;
      }
    word.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (is_letter(c)) {
      append_utf8(lower(c), word);
    } else if ((c == '\'' || c == 0x2019) && !word.empty() && word.size() <= 2) {
      word += '\'';  // "l'", "qu'" are words
      finish();
    } else {
      finish();
    }
  }
  finish();
  return e;
}

}  // namespace

std::string detect_language(std::string_view text, const IntakeTables& tables) {
  if (text.size() > kSample) {
    size_t end = kSample;
    while (!is_boundary(text, end)) --end;
    text = text.substr(0, end);
  }
  // CLD2 needs some length; French and English are told by their commonest words in a few, and
  // where there are hardly any, by what CLD2 takes it for.
  constexpr size_t kEnough = 200;
  bool reliable = false;
  const CLD2::Language found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()),
                                                    /*is_plain_text=*/true, &reliable);
  const std::string code = CLD2::LanguageCode(found);
  if (text.size() >= kEnough && reliable && found != CLD2::UNKNOWN_LANGUAGE && code.size() == 2)
    return code;
  const Evidence e = count(text, tables);
  const int best = std::max(e.french, e.english), other = std::min(e.french, e.english);
  const std::string likely = e.french > e.english ? "fr" : "en";
  if (best < 2 * other || best < (e.words < 8 ? 1 : 2)) return "";
  return best * 6 >= e.words || code == likely ? likely : "";
}

}  // namespace selon
