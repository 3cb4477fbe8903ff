// Whether a row's phrase stands at a word: its further words among the head's dependents.
//
//   "mener une attaque" at "menait", with obj(menait, attaques)  → the word "attaques"
//   "l'accord signé par X": "signer un accord" at "signé", whose noun stands above it
//
// Needs words with trees, times. Adds nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "claims/arguments.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class PhraseMatcher {
 public:
  // All must outlive the object.
  PhraseMatcher(const Document& doc, const Tree& tree, const Arguments& arguments,
                const EventLexicon& lexicon)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon) {}

  // Whether the word is that one of a table, by lemma or form, or a member of its word set ("&…");
  // English plurals that are their own lemma ("troops") count.
  bool is_word(int32_t word, const std::string& entry) const;

  // The words that bear the phrase's further parts, added to `out`; false when one is missing.
  bool match_parts(int32_t head, const std::vector<std::string>& parts,
                   std::vector<int32_t>& out) const;

  // The word below `head`, at most three steps down, that is `part`; kNone. `depth`: the steps that
  // were made; `parts`: all of the phrase.
  int32_t find_part(int32_t head, const std::string& part, int depth = 0,
                    const std::vector<std::string>* parts = nullptr) const;

 private:
  bool circumstance(int32_t word) const;
  bool stops(int32_t noun, const std::string& part) const;
  bool in_set(int32_t word, const std::string& set) const;
  int32_t object_above(int32_t verb, const std::string& part) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace selon
