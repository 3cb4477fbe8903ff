// Who speaks: from the noun or pronoun that a cue names to a voice.
//
//   "a indiqué un communiqué de l'Alliance"   → NATO, organisation (the owner of the communiqué)
//   "affirme un responsable du ministère"     → the words themselves, unnamed
//   "le texte d'hier", "la saison", "cela"    → nobody: they cannot speak
//
// Needs words with trees, mentions, entities.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "claims/arguments.h"
#include "claims/word_set.h"
#include "document/document.h"
#include "knowledge/reporting.h"
#include "mentions/tree.h"

namespace selon {

struct Source {
  int32_t head = kNone;    // its head word
  WordSet words;           // the noun phrase
  int32_t entity = kNone;  // who, if known
  std::string name;  // canonical, else the words; empty: names nobody ("on", "des informations")
  std::string kind;  // person outlet government organisation unnamed
  bool anaphoric = false;  // "l'article", "the letter": a text without an owner beside it
  bool pronoun = false;  // a third-person pronoun or "ce dernier": may go back to the last speaker
};

class SourceReader {
 public:
  // All must outlive the object.
  SourceReader(const Document& doc, const Tree& tree, const ReportingLexicon& lexicon)
      : doc_(doc), tree_(tree), lexicon_(lexicon) {}

  // The voice that the phrase headed by `head` stands for; nothing when it cannot speak, or when it
  // is the speaker of the surrounding words himself (je, nous). `lenient`: any noun will do,
  // because words in quotation marks follow.
  std::optional<Source> read(int32_t head, bool lenient = false) const;

  // Only people, states, bodies and outlets; no document, no unknown common noun.
  bool is_actor(int32_t head) const;

 private:
  std::optional<Source> pronoun(int32_t head) const;
  bool nobody(int32_t head) const;
  std::string apposed_name(int32_t head) const;
  std::optional<Source> owner(int32_t head, int depth) const;
  std::optional<Source> read(int32_t head, bool lenient, int depth) const;
  void name_entity(Source& source, int32_t entity) const;
  std::string text(const WordSet& words) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const ReportingLexicon& lexicon_;
};

// person outlet government organisation unnamed
std::string voice_kind(const Entity& entity);

}  // namespace selon
