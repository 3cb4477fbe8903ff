// What a passage is about, where that decides whether an act in it is a political one.
//
//   "Metz a battu Sedan (2-1). L'entraîneur a dénoncé l'arbitrage."      a game
//   "Deux automobilistes ont été tués dans une collision."               a mishap
//   "Le maire affrontera la députée au second tour."                     a vote
//   "Deux automobilistes ont été tués par une bombe."                    none: there is force
//
// Words of data/lang/*/subject_words.tsv, each counted once around a sentence. Needs words and
// lemmas; reads only. Speed: linear in words.
#pragma once
#include <vector>

#include "document/document.h"
#include "knowledge/events.h"

namespace selon {

class SubjectMatter {
 public:
  SubjectMatter(const Document& doc, const EventLexicon& lexicon);

  // Whether the sentence stands in a passage about a game.
  bool game(int32_t sentence) const { return game_[sentence]; }
  // … about an accident, the weather or an illness, with nobody's force in it.
  bool mishap(int32_t sentence) const { return mishap_[sentence]; }
  // … about an election, with nobody's force in it.
  bool vote(int32_t sentence) const { return vote_[sentence]; }
  // Whether a word of war or terror stands in the sentence or beside it, other than this one.
  bool war_beside(int32_t word) const;
  // Whether the word is a title that in a game makes no officer: "capitaine", "président".
  bool title_in_game(int32_t word) const;

 private:
  const Document& doc_;
  const EventLexicon& lexicon_;
  std::vector<bool> game_, mishap_, vote_;  // by sentence
  std::vector<int> war_;                    // words of war or terror, by sentence
};

}  // namespace selon
