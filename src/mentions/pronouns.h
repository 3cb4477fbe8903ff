// Pronouns and possessives that may stand for somebody, and those that only look so.
//
//   "Il faut qu'il cède ses armes." → the second "il" (masculine singular) and "ses"; the first is
//   the empty subject of "falloir"
#pragma once
#include <string>
#include <unordered_set>

#include "document/document.h"
#include "knowledge/actors.h"
#include "knowledge/reporting.h"
#include "mentions/noun_senses.h"
#include "mentions/tree.h"
#include "selon/result.h"

namespace selon {

struct Candidate;

// Empty subjects: "il" in "il faut", "it" in "it rains".
class Impersonal {
 public:
  // Reads lang/*/impersonal.tsv. kNotFound, kBadFormat.
  static Result<Impersonal> open(const std::string& data_dir);
  // Whether the pronoun is the empty subject of its verb.
  bool empty_subject(const Document& doc, const Tree& tree, int32_t pronoun) const;

 private:
  bool acts_on_somebody(const Tree& tree, const Document& doc, int32_t pronoun) const;

  std::unordered_set<std::string> always_, clause_, noun_;  // verb lemmas; see the table
};

class Pronouns {
 public:
  Pronouns(const Document& doc, const Tree& tree, const Impersonal& impersonal,
           const NounSenses& senses, const ReportingLexicon& reporting)
      : doc_(doc),
        tree_(tree),
        impersonal_(impersonal),
        senses_(senses),
        reporting_(reporting),
        lang_(lang_of(doc.meta.language)) {}

  // Whether the word is a pronoun or possessive that stands for somebody; then kind, span, form,
  // gender, number and rule of `c` are set, and of a possessive what its noun asks for. `quoted`:
  // the word stands in somebody's own words.
  bool read(int32_t word, bool quoted, Candidate& c) const;

 private:
  bool french(int32_t word, const std::string& form, bool quoted, Candidate& c) const;
  bool english(int32_t word, const std::string& form, bool quoted, Candidate& c) const;
  bool relative(int32_t word, Candidate& c) const;
  void owned(int32_t noun, Candidate& c) const;
  int32_t controller(int32_t noun) const;
  int32_t judged_for(int32_t noun) const;
  int32_t dative(int32_t verb, int32_t infinitive) const;
  bool bare(int32_t verb) const;
  bool latter(int32_t w) const;        // "ce dernier"
  bool concerned(int32_t w) const;     // "l'intéressé"
  bool of_saying(int32_t word) const;  // hangs on a verb of saying, thinking, knowing

  const Document& doc_;
  const Tree& tree_;
  const Impersonal& impersonal_;
  const NounSenses& senses_;
  const ReportingLexicon& reporting_;
  const Lang lang_;
};

}  // namespace selon
