#include "syntax/english_trees.h"

#include "syntax/english_clauses.h"
#include "syntax/english_complements.h"
#include "syntax/english_coordination.h"
#include "syntax/english_gerunds.h"
#include "syntax/english_participles.h"
#include "syntax/english_speech.h"
#include "syntax/english_tags.h"
#include "syntax/sentence_tree.h"

namespace selon {
namespace {

constexpr int kMostChanges = 8;  // a sentence

// The first that applies to the verb.
bool mend_verb(SentenceTree& t, int32_t verb, const WordClasses& words) {
  return mend_participle_as_main(t, verb) || mend_verdict(t, verb, words) ||
         mend_that_not_pronoun(t, verb) || mend_perfect(t, verb) ||
         mend_past_behind_perfect(t, verb, words) || mend_past_behind_gerund(t, verb) ||
         mend_noun_before_that(t, verb) || mend_listed_with_source(t, verb) ||
         mend_said_behind(t, verb) || mend_praise_and_blame(t, verb) ||
         mend_subject_behind_mark(t, verb) || mend_subject_behind_case(t, verb) ||
         mend_decision_to(t, verb, words) || mend_joined_passive(t, verb, words) ||
         mend_said_behind_participle(t, verb, words) || mend_contact_clause(t, verb) ||
         mend_contact_clause_of_pronoun(t, verb, words) || mend_whom_to(t, verb, words) ||
         mend_joined_in(t, verb, words) || mend_subject_behind_semicolon(t, verb) ||
         mend_called_so(t, verb, words) || mend_called_for_by(t, verb) ||
         mend_indirect_object(t, verb, words) || mend_goes_on_to(t, verb);
}

void mend(SentenceTree& t, const WordClasses& words) {
  mend_english_tags(t, words);
  mend_english_gerunds(t, words);
  for (int32_t w = t.first(); w < t.end(); ++w)
    if (mend_said_at_end(t, w, words)) t.read();
  if (mend_verbless(t, words)) t.read();
  int changes = 0;
  for (int32_t w = t.first(); w < t.end() && changes < kMostChanges; ++w) {
    if (t.word(w).upos != Upos::kVerb || !mend_verb(t, w, words)) continue;
    t.read();
    ++changes;
  }
}

}  // namespace

void mend_english_trees(Document& document, const WordClasses& words) {
  for (const Sentence& sentence : document.sentences) {
    SentenceTree tree(document, sentence);
    mend(tree, words);
  }
}

}  // namespace selon
