// English pasts that the parser takes for participles, and participles that it takes for pasts.
//
//   "Troops sent to Oslo were asked to leave."  with  root(sent), nsubj(sent, Troops)
//   → root(asked), nsubj:pass(asked, Troops), acl(Troops, sent)
//
// A finite verb has a subject, or shares that of the verb it is coordinated with: one that has
// neither shows that the verb before it was taken for more than a participle. Part of
// english_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// "A coalition bombed the port." whose root is the coalition. Looks at the sentence; true when it
// changed the tree, which is then to be read again.
bool mend_verbless(SentenceTree& t, const WordClasses& words);

// Menders, as sentence_tree.h describes them.

// "Troops sent to Oslo were asked", "A raid carried out by troops targeted rebels".
bool mend_participle_as_main(SentenceTree& t, int32_t verb);
// "had supplied arms": not the arms that were supplied.
bool mend_perfect(SentenceTree& t, int32_t have);
// "was arrested and sentenced to five years": two passives.
bool mend_joined_passive(SentenceTree& t, int32_t verb, const WordClasses& words);

}  // namespace selon
