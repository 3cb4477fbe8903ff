#include "store/sentences.h"

namespace selon {

Result<std::vector<StoredSentence>> stored_sentences(Store& store, int64_t coding) {
  Statement s(store.database(),
              "SELECT position, start, stop, conllu FROM sentences WHERE coding_id = ? "
              "ORDER BY position");
  s.bind(coding);
  std::vector<StoredSentence> out;
  while (s.step())
    out.push_back({.position = static_cast<int32_t>(s.number(0)),
                   .begin = static_cast<size_t>(s.number(1)),
                   .end = static_cast<size_t>(s.number(2)),
                   .conllu = s.text(3)});
  if (Status status = s.status(); !status) return status.error();
  return out;
}

}  // namespace selon
