// What a French verb governs behind its object, though the parser hung it on a word between.
//
//   "Oslo accuse le président Diaz de massacres."  with  nmod(Diaz, massacres)
//   → obl:arg(accuse, massacres)
//
// A name takes neither a bare noun nor an infinitive; "avant de" behind a comma opens what is told
// beside the main verb. Part of french_trees.h.
#pragma once
#include "knowledge/word_classes.h"
#include "syntax/sentence_tree.h"

namespace selon {

// Menders, as sentence_tree.h describes them.

// "accuse Diaz de crimes": the crimes are the verb's.
bool mend_noun_behind_name(SentenceTree& t, int32_t noun);
// "accuse Oslo et Rome de mentir": so is the infinitive.
bool mend_infinitive_behind_name(SentenceTree& t, int32_t infinitive);
// "l'invitation d'Ana à se rendre à Oslo": it is the noun's whose genitive the name is.
bool mend_infinitive_behind_genitive(SentenceTree& t, int32_t infinitive);
// "a appelé Rome à céder, avant d'annoncer des sanctions": the announcing is no part of the call.
bool mend_set_off(SentenceTree& t, int32_t infinitive);

// "ont conclu, après dix ans, un accord": the object.
bool mend_object_behind_aside(SentenceTree& t, int32_t noun);
// "a démenti avoir tiré et accusé Rome": he has accused.
bool mend_said_beside(SentenceTree& t, int32_t participle, const WordClasses& words);

}  // namespace selon
