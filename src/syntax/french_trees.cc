#include "syntax/french_trees.h"

#include "syntax/french_auxiliaries.h"
#include "syntax/french_complements.h"
#include "syntax/french_noun_phrases.h"
#include "syntax/french_relatives.h"
#include "syntax/french_subjects.h"
#include "syntax/sentence_tree.h"

namespace selon {
namespace {

constexpr int kMostChanges = 8;  // a sentence

// In this order, each over the whole sentence.
void mend(SentenceTree& t, const WordClasses& words) {
  int changes = 0;
  const auto over_words = [&](const auto& mender) {
    for (int32_t w = t.first(); w < t.end() && changes < kMostChanges; ++w) {
      if (!mender(t, w)) continue;
      t.read();
      ++changes;
    }
  };
  for (const auto mender :
       {mend_noun_behind_name, mend_behind_compound, mend_name_behind_participle,
        mend_joined_subject, mend_inserted, mend_beyond_complement, mend_infinitive_behind_name,
        mend_infinitive_behind_genitive, mend_object_behind_aside, mend_set_off, mend_que,
        mend_denies, mend_lequel})
    over_words(mender);
  over_words([&](SentenceTree& tree, int32_t w) { return mend_auxiliary(tree, w, words); });
  over_words([&](SentenceTree& tree, int32_t w) { return mend_said_beside(tree, w, words); });
}

}  // namespace

void mend_french_trees(Document& document, const WordClasses& words) {
  for (const Sentence& sentence : document.sentences) {
    SentenceTree tree(document, sentence);
    mend(tree, words);
  }
}

}  // namespace selon
