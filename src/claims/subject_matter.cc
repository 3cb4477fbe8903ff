#include "claims/subject_matter.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace selon {
namespace {

using Subject = SubjectWord::Subject;

// The weights of one subject's words, by lemma.
using Weights = std::map<std::string, int>;

int sum(const std::vector<Weights>& sentences, size_t at, size_t reach) {
  Weights all;
  const size_t first = at > reach ? at - reach : 0;
  const size_t end = std::min(sentences.size(), at + reach + 1);
  for (size_t s = first; s < end; ++s) all.insert(sentences[s].begin(), sentences[s].end());
  int total = 0;
  bool sure = false;
  for (const auto& [lemma, weight] : all) {
    total += weight;
    sure |= weight == 2;
  }
  return sure ? total : 0;  // words that only keep company prove nothing
}

}  // namespace

SubjectMatter::SubjectMatter(const Document& doc, const EventLexicon& lexicon)
    : doc_(doc),
      lexicon_(lexicon),
      game_(doc.sentences.size(), false),
      mishap_(doc.sentences.size(), false),
      vote_(doc.sentences.size(), false),
      war_(doc.sentences.size(), 0) {
  constexpr size_t kGameReach = 3, kNear = 1;       // sentences to either side
  constexpr int kGame = 5, kMishap = 2, kVote = 3;  // sums of weights
  std::vector<Weights> games(doc.sentences.size()), mishaps(doc.sentences.size()),
      votes(doc.sentences.size());
  std::vector<bool> force(doc.sentences.size(), false);
  for (size_t s = 0; s < doc.sentences.size(); ++s)
    for (int32_t w = doc.sentences[s].first_word; w < doc.sentences[s].end_word; ++w) {
      const std::string lemma = lower(doc.words[w].lemma);
      for (const SubjectWord& word : lexicon.subjects(lemma)) {
        if (word.subject == Subject::kForce) force[s] = true;
        if (word.subject == Subject::kForce && word.weight == 2) ++war_[s];
        if (word.weight == 0) continue;
        if (word.subject == Subject::kGame) games[s][lemma] = word.weight;
        if (word.subject == Subject::kMishap) mishaps[s][lemma] = word.weight;
        if (word.subject == Subject::kVote) votes[s][lemma] = word.weight;
      }
    }
  for (size_t s = 0; s < doc.sentences.size(); ++s) {
    game_[s] = sum(games, s, kGameReach) >= kGame;
    mishap_[s] = sum(mishaps, s, kNear) >= kMishap;
    vote_[s] = sum(votes, s, kNear) >= kVote;
    for (size_t near = s > 0 ? s - 1 : 0; near < std::min(force.size(), s + 2); ++near)
      if (force[near]) mishap_[s] = vote_[s] = false;
  }
}

bool SubjectMatter::war_beside(int32_t word) const {
  const auto& rows = lexicon_.subjects(lower(doc_.words[word].lemma));
  int others = std::any_of(rows.begin(), rows.end(),
                           [](const SubjectWord& row) {
                             return row.subject == Subject::kForce && row.weight == 2;
                           })
                   ? -1
                   : 0;
  const auto sentence = static_cast<size_t>(doc_.words[word].sentence);
  for (size_t near = sentence > 0 ? sentence - 1 : 0; near < std::min(war_.size(), sentence + 2);
       ++near)
    others += war_[near];
  return others > 0;
}

bool SubjectMatter::title_in_game(int32_t word) const {
  const auto& rows = lexicon_.subjects(lower(doc_.words[word].lemma));
  return std::any_of(rows.begin(), rows.end(), [](const SubjectWord& row) {
    return row.subject == Subject::kGame && row.weight == 0;
  });
}

}  // namespace selon
