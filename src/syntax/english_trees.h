// Mends English trees where the past and the participle of a verb look alike.
//
//   "Troops sent to Oslo were asked to leave."  with  root(sent), nsubj(sent, Troops)
//   → root(asked), nsubj:pass(asked, Troops), acl(Troops, sent)
//
//   "Rome said its ships had left and accused Oslo."  with  conj(left, accused)
//   → conj(said, accused)
//
// A finite verb has a subject, or shares that of the verb it is coordinated with: one that has
// neither shows that the verb before it was taken for more than a participle; and what "had" makes
// a participle is not coordinated with a past. Needs words with trees and changes those alone.
#pragma once
#include "document/document.h"
#include "knowledge/word_classes.h"

namespace selon {

// `words` are those of English.
void mend_english_trees(Document& document, const WordClasses& words);

}  // namespace selon
