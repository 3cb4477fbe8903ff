#include "knowledge/event_phrases.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"

namespace selon {
namespace {

// Words that a phrase holds for the reader's eye only: "mettre fin à" is mettre + fin.
constexpr std::array<std::string_view, 37> kFrenchFunctionWords = {
    "le",   "la",   "les",    "l",     "un",   "une",       "des",    "du",    "de",   "d",
    "à",    "au",   "aux",    "en",    "sur",  "sous",      "dans",   "par",   "pour", "contre",
    "avec", "que",  "qu",     "son",   "sa",   "ses",       "leur",   "leurs", "se",   "s",
    "y",    "vers", "envers", "entre", "chez", "quelqu'un", "quelque"};
constexpr std::array<std::string_view, 8> kEnglishFunctionWords = {"the",   "a",   "an", "of",
                                                                   "one's", "its", "to", "his"};

// Prepositions and particles of English phrases: they stay parts, and never head a phrase.
constexpr std::array<std::string_view, 22> kEnglishPrepositions = {
    "in",  "at", "on",  "with", "for",    "from", "by",      "against", "into",   "over", "under",
    "out", "up", "off", "down", "behind", "as",   "between", "about",   "around", "away", "back"};

// Where the head of an English noun phrase stands: "air strike", "exchange of prisoners", "at war",
// "a close ally of": the last word before a preposition, once one has been passed at the start.
size_t english_head(const std::vector<std::string>& words) {
  size_t head = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool preposition =
        among(words[i], kEnglishPrepositions) || words[i] == "of" || words[i] == "to";
    if (!preposition)
      head = i;
    else if (i > 0 && !among(words[i - 1], kEnglishPrepositions))
      break;
  }
  return head;
}

}  // namespace

Result<EventPhrases> EventPhrases::open(const std::string& data_dir, const std::string& language) {
  EventPhrases out;
  out.french_ = language == "fr";
  const std::string path = data_dir + "/lang/" + language + "/tokens.tsv";
  const Status status = read_table(path, 2, 3, [&](const Row& row) -> std::string {
    if (row[0] == "prefix") out.kept_prefixes_.insert(row.string(1));
    return {};
  });
  if (!status) return status.error();
  return out;
}

EventPhrase EventPhrases::read(std::string_view phrase, bool nominal) const {
  if (!french_) return english(phrase, nominal);
  EventPhrase out;
  std::string spaced = lower(phrase);
  // l'objet → l objet; but aujourd'hui stays
  for (std::string_view clitic : {"l'", "d'", "s'", "qu'", "n'"})
    for (size_t at = spaced.find(clitic); at != std::string::npos; at = spaced.find(clitic, at + 1))
      if (at == 0 || spaced[at - 1] == ' ') spaced[at + clitic.size() - 1] = ' ';
  for (std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    if (out.lemma.empty() && (word == "se" || word == "s")) {
      out.pronominal = true;
    } else if (out.lemma.empty() && (word == "en" || word == "y")) {
      continue;  // "s'en prendre", "y renoncer"
    } else if (out.lemma.empty()) {
      out.lemma = word;
    } else if (!among(word, kFrenchFunctionWords)) {
      out.parts.emplace_back(word);
    }
  }
  if (out.lemma == "être" && !out.parts.empty()) {
    out.copula = true;
    out.lemma = out.parts.front();
    out.parts.erase(out.parts.begin());
  }
  return out;
}

// The words as the tokenizer cuts them: "cease-fire" is three tokens, "re-elect" one.
std::vector<std::string> EventPhrases::english_words(std::string_view text) const {
  std::vector<std::string> out;
  for (std::string_view word : split(text, ' ')) {
    const std::vector<std::string_view> halves = split(word, '-');
    if (halves.size() == 1 || kept_prefixes_.contains(std::string(halves.front()))) {
      if (!word.empty()) out.emplace_back(word);
      continue;
    }
    for (std::string_view half : halves)
      if (!half.empty()) out.emplace_back(half);
  }
  return out;
}

// A verb's head comes first, a noun's and a predicate's last.
EventPhrase EventPhrases::english(std::string_view phrase, bool nominal) const {
  EventPhrase out;
  std::vector<std::string> words = english_words(lower(phrase));
  if (words.size() > 1 && words.front() == "be") {
    out.copula = nominal = true;
    words.erase(words.begin());
  }
  std::erase_if(words, [&](const std::string& w) {
    return among(w, kEnglishFunctionWords) && w != "of" && w != "to";
  });
  if (words.empty()) return out;
  // "tear-gas": the tokenizer parts the verb, and its last half is the head
  const std::string_view first = phrase.substr(0, phrase.find(' '));
  const std::vector<std::string> halves = english_words(lower(first));
  const size_t last = std::clamp<size_t>(halves.size(), 1, words.size()) - 1;  // "-- a": no half
  const size_t head = nominal ? english_head(words) : last;
  out.lemma = words[head];
  for (size_t i = 0; i < words.size(); ++i)
    if (i != head && !among(words[i], kEnglishFunctionWords)) out.parts.push_back(words[i]);
  return out;
}

}  // namespace selon
