// The sentences of a coding that hold claims, with the parse that the claims rest on.
//
//   for (const StoredSentence& sentence : *stored_sentences(*store, hit.coding)) …
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace selon {

struct StoredSentence {
  int32_t position = 0;       // in the layer of sentences, from 0
  size_t begin = 0, end = 0;  // code points of the text
  std::string conllu;
};

// All that were kept, in the order of the text. kStore.
Result<std::vector<StoredSentence>> stored_sentences(Store& store, int64_t coding);

}  // namespace selon
