#include "syntax/lemmatizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "syntax/features.h"

namespace selon {
namespace {

constexpr std::size_t kLongestAcronym = 5;

std::string upper_first(std::string_view text, bool all) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    append_utf8(out.empty() || all ? upper(c) : c, out);
  }
  return out;
}

// What a word's capitals say: "OTAN" is an acronym, "MACRON" stands in a headline.
enum class Capitals : std::uint8_t { kNone, kSome, kAcronym, kAll };

Capitals capitals_of(std::string_view form) {
  std::size_t upper_letters = 0;
  bool lower_letters = false;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = decode(form, at);
    upper_letters += is_upper(c);
    lower_letters |= is_letter(c) && !is_upper(c);
  }
  if (upper_letters == 0) return Capitals::kNone;
  if (lower_letters) return Capitals::kSome;
  return upper_letters <= kLongestAcronym ? Capitals::kAcronym : Capitals::kAll;
}

// "manœuvres": no "manoeuvre", whichever spelling the treebank had
std::string spelt_as(std::string_view form, std::string lemma) {
  if (const size_t at = lemma.find("oe");
      at != std::string::npos && form.find("œ") != std::string_view::npos)
    lemma.replace(at, 2, "œ");
  return lemma;
}

}  // namespace

std::string apply_lemma_script(std::string_view form, std::string_view script) {
  const bool all = script.starts_with('A');
  const bool first = script.starts_with('U');
  if (all || first) script.remove_prefix(1);
  std::string lemma =
      script.starts_with('=') ? std::string(script.substr(1)) : apply_ending(lower(form), script);
  return all || first ? upper_first(lemma, all) : lemma;
}

std::optional<std::string> Lemmatizer::seen(std::string_view form, Upos upos) const {
  std::string key = lower(form);
  key += '\t';
  key += to_string(upos);
  const std::uint32_t at = model_.lemma_keys.find(key);
  if (at == StringTable::kMissing) return std::nullopt;
  return spelt_as(form, std::string(model_.lemma_values[at]));
}

std::string Lemmatizer::guess(std::string_view form, Upos upos, std::string_view script) const {
  return spelt_as(form, guess_of(form, upos, script));
}

std::string Lemmatizer::guess_of(std::string_view form, Upos upos, std::string_view script) const {
  std::string guess = apply_lemma_script(form, script);
  Lexicon::Entry entry;
  lexicon_.lookup(form, entry);
  const std::vector<std::string> known = lexicon_.lemmas(entry, upos);
  if (known.empty() && (upos == Upos::kNoun || upos == Upos::kPropn)) {
    // "OTAN", "ONG"; "Haut-Karabakh" and not "Haut-karabakh"
    const Capitals capitals = capitals_of(form);
    const bool name = upos == Upos::kPropn && capitals == Capitals::kSome;
    if (capitals == Capitals::kAcronym || (name && lower(guess) == lower(form)))
      return std::string(form);
  }
  if (lexicon_.empty() && upos == Upos::kVerb)
    if (std::string verb = undoubled(form, guess); !verb.empty()) return verb;
  if (lexicon_.empty() && upos != Upos::kPropn) return spelt_as_known(std::move(guess));
  if (known.empty() || std::ranges::find(known, guess) != known.end()) return guess;
  return known.front();
}

bool Lemmatizer::knows(std::string_view word) const {
  return model_.tables.front().keys.find(normalize_form(word)) != StringTable::kMissing;
}

// "begged", "barring": the verb that doubles its last letter, "beg"; empty where there is none
// such.
std::string Lemmatizer::undoubled(std::string_view form, std::string_view guess) const {
  constexpr std::string_view kDoubled = "bdgmnprt";
  constexpr std::size_t kShortest = 3;  // "erred" is of "err"
  const std::string verb = lower(form);
  for (std::string_view ending : {"ed", "ing"}) {
    if (!verb.ends_with(ending)) continue;
    const std::string stem = verb.substr(0, verb.size() - ending.size());
    if (stem.size() <= kShortest || stem.back() != stem[stem.size() - 2] ||
        kDoubled.find(stem.back()) == std::string_view::npos)
      continue;
    std::string shorter = stem.substr(0, stem.size() - 1);
    if ((guess == stem || !knows(guess)) && knows(shorter)) return shorter;
  }
  return {};
}

std::string Lemmatizer::spelt_as_known(std::string guess) const {
  if (guess.size() < 3 || knows(guess)) return guess;
  const char last = guess.back(), before = guess[guess.size() - 2];
  const std::string shorter = guess.substr(0, guess.size() - 1);
  if (knows(guess + 'e')) return guess + 'e';
  if (last == 'i' && knows(shorter + 'y')) return shorter + 'y';
  if (last == 'e' && before == 'i')
    if (std::string y = shorter.substr(0, shorter.size() - 1) + 'y'; knows(y)) return y;
  if ((last == before || last == 'e') && knows(shorter)) return shorter;
  return guess;
}

}  // namespace selon
