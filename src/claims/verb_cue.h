// A verb that may be a cue, read against the tree and, where trees are unreliable, against the
// order of the words: who its subject is, which clause it governs, where that clause ends.
//
//   "Le maire, selon qui …, a fait savoir hier que le pont fermerait"
//     words faire savoir   subject maire   clause que … fermerait
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/attribution_context.h"

namespace selon {

struct Cue {
  const ReportingPhrase* phrase = nullptr;
  std::vector<int32_t> words;  // the phrase's own words, in text order
  int32_t verb = kNone;        // the one that governs subject and content in the tree
  WordSet all;                 // with auxiliaries and clitics

  bool has(int32_t word) const {
    return std::find(words.begin(), words.end(), word) != words.end();
  }
};

// The clause that a cue governs.
struct Clause {
  int32_t root = kNone;  // kNone: none
  Way way = kThat;
  int32_t end = kNone;  // set: the clause is [root, end), whatever the tree says
};

class CueReader {
 public:
  explicit CueReader(const AttributionContext& context)
      : c_(context), french_(context.doc.french()) {}

  // Finds the governing word, auxiliaries and clitics of a cue that has phrase and words.
  void complete(Cue& cue) const;

  // Who speaks; nothing when nobody who can. `lenient`: words in quotation marks follow, so any
  // noun will do.
  std::optional<Source> source(const Cue& cue, bool lenient) const;
  // The draft whose speaker goes on here: "…, soulignant que …". kNone.
  int32_t speaks_on(const Cue& cue) const;
  bool negated(const Cue& cue) const;
  bool passive(const Cue& cue) const;

  Clause clause(const Cue& cue) const;
  // All words of the clause with that root, without gaps.
  WordSet clause_words(const Cue& cue, int32_t root) const;
  // The end of [first, end), or where a semicolon or a dash before "et" breaks it off.
  int32_t until_break(int32_t first, int32_t end) const;

  // Lemma of the word's first child with that relation, or empty.
  std::string_view first_lemma_of(int32_t root, std::string_view relation) const;

 private:
  std::vector<int32_t> subjects(const Cue& cue) const;
  Way way_of(int32_t root) const;
  bool infinitive(int32_t word) const;
  Clause linked_by_position(const Cue& cue) const;
  std::string finite_shape(int32_t root) const;
  bool follows_directly(const Cue& cue, int32_t root) const;
  bool goes_on(int32_t cue, int32_t root, int32_t branch) const;
  const Word& word(int32_t i) const { return c_.doc.words[i]; }
  bool is(int32_t w, std::string_view relation) const { return c_.tree.is(w, relation); }

  const AttributionContext& c_;
  bool french_;
};

// Adds the draft of an incise ("…, dit-il, …", "« … », said X") when the cue is one.
bool find_incise(AttributionContext& c, const CueReader& reader, const Cue& cue);
// A draft with the cue's words and certainty; add_draft() puts it in, unless nothing is left of its
// content once cue and source are out of it.
Draft cue_draft(const Cue& cue, Source source, std::string rule);
// "X dément : les rebelles ont tiré", « Nous n'avons pas tiré », dément X: what a denial gives in
// its own words is what the voice asserts, not what it denies.
void as_own_version(Draft& draft);
void add_draft(AttributionContext& c, const CueReader& reader, const Cue& cue, Draft draft);

}  // namespace selon
