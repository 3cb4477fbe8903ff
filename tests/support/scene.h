// Names put by hand on a hand-built document, so that the event rules are tested without the
// mention stage.
#pragma once
#include <algorithm>
#include <string>

#include "support/document_builder.h"

namespace selon {

// Makes the word (1-based, in the whole document) a mention of an entity of that code; one entity a
// code.
inline void name(Document& doc, int32_t number, const std::string& code,
                 MentionForm form = MentionForm::kName) {
  int32_t entity = kNone;
  for (size_t i = 0; i < doc.entities.size(); ++i)
    if (doc.entities[i].code == code) entity = static_cast<int32_t>(i);
  if (entity == kNone) {
    entity = static_cast<int32_t>(doc.entities.size());
    doc.entities.push_back({.id = "state/" + code,
                            .name = code,
                            .code = code,
                            .country = code,
                            .kind = EntityKind::kState});
  }
  const int32_t word = number - 1;
  doc.mentions.push_back({.span = doc.words[word].span,
                          .head = word,
                          .first_word = word,
                          .end_word = word + 1,
                          .entity = entity,
                          .form = form,
                          .rule = "test"});
  std::stable_sort(doc.mentions.begin(), doc.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.head < b.head; });
}

}  // namespace selon
