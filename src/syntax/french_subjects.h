// Whose subject a French noun is where verbs stand beside each other or two names before one.
//
//   "Oslo a mené lundi des raids, a annoncé Rome."  with  nsubj(annoncé, raids), obj(annoncé, Rome)
//   → obj(mené, raids), nsubj(annoncé, Rome)
//
// An inserted verb of saying has its subject behind it; a plural verb has more than one; and right
// behind a name "dément" is a verb. Part of french_trees.h.
#pragma once
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "Oslo comme Rome ont dénoncé": both are the subject.
bool mend_joined_subject(SentenceTree& t, int32_t comme);
// "…, a annoncé Rome", "Dix marins sont morts, accuse Oslo": an inserted verb.
bool mend_inserted(SentenceTree& t, int32_t verb);
// "Oslo dément."
bool mend_denies(SentenceTree& t, int32_t w);

}  // namespace selon
