// Regular inflection of what the tables give in one form.
#include <string>

#include "base/among.h"
#include "base/utf8.h"
#include "knowledge/actor_tables.h"

namespace selon {
namespace {

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (std::string_view e : endings)
    if (word.ends_with(e)) return true;
  return false;
}

std::string french_plural_word(std::string_view word) {
  if (ends_in_any(word, {"s", "x", "z"})) return std::string(word);
  if (word.ends_with("al")) return std::string(word.substr(0, word.size() - 2)) + "aux";
  if (ends_in_any(word, {"eau", "eu"})) return std::string(word) + "x";
  return std::string(word) + "s";
}

std::string feminine(std::string_view m) {
  if (m.ends_with("e")) return std::string(m);
  if (ends_in_any(m, {"ien", "éen", "yen"})) return std::string(m) + "ne";
  return std::string(m) + "e";
}

std::string english_plural_word(std::string_view word) {
  if (ends_in_any(word, {"sh", "ch", "x", "ss"})) return std::string(word) + "es";
  if (word.ends_with("s")) return std::string(word);
  if (word.ends_with("y") && word.size() > 1 &&
      std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos)
    return std::string(word.substr(0, word.size() - 1)) + "ies";
  if (word.ends_with("man")) return std::string(word.substr(0, word.size() - 3)) + "men";
  return std::string(word) + "s";
}

bool is_preposition(std::string_view word) {
  return among(word, {"de", "du", "des", "à", "au", "aux", "en", "par", "sans", "pour", "sur", "of",
                      "to", "for", "in", "at", "on"}) ||
         word.starts_with("d'") || word.starts_with("l'");
}

// Calls `change` for each word before the first preposition; `only_last`: for the last of them
// alone.
template <typename F>
std::string change_head(std::string_view phrase, bool only_last, F change) {
  const std::vector<std::string_view> words = split(phrase, ' ');
  size_t head = words.size();
  for (size_t i = 1; i < words.size() && head == words.size(); ++i)
    if (is_preposition(words[i])) head = i;
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    if (i < head && (!only_last || i + 1 == head))
      out += change(words[i]);
    else
      out += words[i];
  }
  return out;
}

}  // namespace

std::string french_plural(std::string_view phrase) {
  return change_head(phrase, false, french_plural_word);
}

std::string english_plural(std::string_view phrase) {
  return change_head(phrase, true, english_plural_word);
}

std::array<std::string, 4> french_adjective(std::string_view cell) {
  std::array<std::string, 4> out;
  size_t n = 0;
  for (std::string_view form : split(cell, ',')) {
    if (n < 4) out[n] = trim(form);
    ++n;
  }
  if (out[1].empty()) out[1] = feminine(out[0]);
  if (out[2].empty()) out[2] = french_plural_word(out[0]);
  if (out[3].empty()) out[3] = french_plural_word(out[1]);
  return out;
}

}  // namespace selon
