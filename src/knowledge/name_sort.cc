#include "knowledge/name_sort.h"

#include "base/utf8.h"

namespace selon {
namespace {

char onset_of(std::string_view word, Lang lang) {
  const std::string folded = fold(word);
  if (folded.empty()) return 0;
  const char c = folded.front();
  if (lang == Lang::kEn && (c == 'u' || folded.starts_with("eu"))) return 'u';
  if (c == 'h') return 'h';
  return std::string_view("aeiou").find(c) == std::string_view::npos ? 'c' : 'v';
}

std::string pattern_of(std::string_view name, bool demonym, Lang lang) {
  std::string out, word;
  const auto close = [&] {
    if (word.empty()) return;
    if (is_article(word, lang))
      out += lower(word);
    else if (all_capitals(word))
      out += 'A';
    else if (demonym)
      out += 'x';
    else if (starts_upper(word))
      out += 'X';
    else
      out += word;
    word.clear();
  };
  for (size_t at = 0; at < name.size();) {
    const size_t from = at;
    const char32_t c = decode(name, at);
    if (is_letter(c) || is_digit(c)) {
      word.append(name.substr(from, at - from));
      continue;
    }
    close();
    out.append(name.substr(from, at - from));
  }
  close();
  return out;
}

bool both_numbers(std::string_view text, NameKind kind, Gender gender, bool plural, Lang lang) {
  const bool demonym = kind == NameKind::kAdjective || kind == NameKind::kPeople;
  if (!demonym || text.empty()) return false;
  if (lang == Lang::kFr)
    return !plural && gender != Gender::kFem && (text.back() == 's' || text.back() == 'x');
  for (std::string_view ending : {"se", "sh", "ch", "ss"})
    if (text.ends_with(ending)) return true;
  return false;
}

}  // namespace

bool all_capitals(std::string_view text) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (is_letter(c) && !is_upper(c)) return false;
    letters += is_letter(c);
  }
  return letters > 1;
}

bool is_article(std::string_view word, Lang lang) {
  const std::string w = fold(word);
  if (lang == Lang::kEn) return w == "the";
  return w == "le" || w == "la" || w == "les" || w == "l" || w == "l'";
}

std::string in_capitals(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) append_utf8(upper(decode(text, at)), out);
  return out;
}

std::string with_capital(std::string_view text) {
  if (text.empty()) return {};
  size_t at = 0;
  std::string out;
  append_utf8(upper(decode(text, at)), out);
  return out + std::string(text.substr(at));
}

NameSort sort_of(std::string_view text, NameKind kind, Gender gender, bool plural, Lang lang) {
  const bool demonym = kind == NameKind::kAdjective || kind == NameKind::kPeople;
  return {.kind = kind,
          .gender = gender,
          .plural = plural,
          .both_numbers = both_numbers(text, kind, gender, plural, lang),
          .onset = onset_of(text, lang),
          .pattern = pattern_of(text, demonym, lang)};
}

}  // namespace selon
