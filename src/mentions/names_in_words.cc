// Names inside one word: compounds, and demonyms grown together with an affix.
#include <algorithm>

#include "base/utf8.h"
#include "mentions/name_search.h"

namespace selon {
namespace {

constexpr size_t kShortestDemonym = 5;   // bytes, behind an affix
constexpr size_t kShortestStranger = 3;  // bytes of a name that no table knows, at least one more

}  // namespace

// "irano-cubaine", "USA/OTAN", "anti-russe": names inside one word.
bool NameFinder::Search::compound(int32_t w) {
  const Word& word = doc.words[w];
  const std::string_view printed = doc.str(word.span);
  if (w > 0 && doc.words[w - 1].span == word.span) return false;
  if (!f.gazetteer_->find(printed).empty()) return false;  // "Rhône-Alpes" is one place
  std::vector<std::pair<size_t, size_t>> parts;
  size_t begin = 0;
  for (size_t at = 0; at < printed.size();) {
    const size_t here = at;
    if (!hyphen_or_slash(decode(printed, at))) continue;
    parts.emplace_back(begin, here);
    begin = at;
  }
  if (parts.empty()) return false;
  parts.emplace_back(begin, printed.size());
  const bool slash = printed.find('/') != std::string_view::npos;
  std::vector<Name> found, strange;
  size_t understood = 0;
  for (size_t p = 0; p < parts.size(); ++p) {
    const auto [from, to] = parts[p];
    const std::string_view text = printed.substr(from, to - from);
    if (text.empty()) continue;
    const std::string key = fold(text);
    Name n = make(w, w + 1);
    n.span = {word.span.begin + static_cast<uint32_t>(from),
              word.span.begin + static_cast<uint32_t>(to)};
    n.text = std::string(text);
    n.guess = NameGuess::kTable;
    const auto prefix = f.prefixes_.find(key);
    if (p + 1 < parts.size() && prefix != f.prefixes_.end() && !slash) {
      n.reading.actor = f.actors_->country(prefix->second);
      n.reading.kind = NameKind::kAdjective;
      if (n.reading.actor) {
        found.push_back(n);
        ++understood;
        continue;
      }
    }
    if (p + 1 < parts.size() && f.affixes_.contains(key)) {
      ++understood;
      continue;
    }
    const Match m = f.actors_->match_name(text, lang);
    if (!m && starts_upper(text))
      if (const auto towns = f.gazetteer_->find(text); !towns.empty() && towns.front().primary) {
        n.guess = NameGuess::kPlace;
        n.country = std::string(towns.front().country);
        n.id = std::string(towns.front().id);
        found.push_back(n);
        ++understood;
        continue;
      }
    const size_t known_before = found.size();
    for (const Reading& r : m.readings) {
      if (r.ambiguous ||
          (r.kind != NameKind::kAdjective && r.kind != NameKind::kPeople && !starts_upper(text)))
        continue;
      n.reading = r;
      n.gender = r.gender;
      n.plural = r.plural;
      found.push_back(n);
      ++understood;
      break;
    }
    if (found.size() == known_before && starts_upper(text) && text.size() > kShortestStranger &&
        !f.plain_.contains(key) && !f.organisation_words_.contains(key)) {
      n.guess = NameGuess::kOrganisation;
      n.reading = {};
      strange.push_back(n);
    }
  }
  // "Iran-Résistance-Cuba": two names known are enough among capitals.
  if (found.empty() || (!slash && understood < parts.size() && found.size() < 2)) return false;
  if (found.size() > 1) {  // "Iran-Résistance-Cuba" is of three
    found.insert(found.end(), strange.begin(), strange.end());
    std::sort(found.begin(), found.end(),
              [](const Name& a, const Name& b) { return a.span.begin < b.span.begin; });
  }
  for (Name& n : found) add(std::move(n));
  return true;
}

// "interlibanais", "panarabe": an affix grown together with a demonym.
bool NameFinder::Search::prefixed(int32_t w) {
  const Word& word = doc.words[w];
  if (word.upos != Upos::kAdj && word.upos != Upos::kNoun) return false;
  const std::string_view printed = doc.str(word.span);
  for (size_t at = 3; at < 6 && at + kShortestDemonym <= printed.size(); ++at) {
    if (!f.affixes_.contains(fold(printed.substr(0, at)))) continue;
    const std::string_view rest = printed.substr(at);
    for (const Reading& r : f.actors_->match_name(rest, lang).readings) {
      if (r.kind != NameKind::kAdjective || r.ambiguous) continue;
      Name n = make(w, w + 1);
      n.span.begin += static_cast<uint32_t>(at);
      n.text = std::string(rest);
      n.guess = NameGuess::kTable;
      n.reading = r;
      n.gender = r.gender;
      n.plural = r.plural;
      add(std::move(n));
      return true;
    }
  }
  return false;
}

}  // namespace selon
