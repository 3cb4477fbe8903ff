// Who "je" and "nous" are: known once attributions are.
#include <algorithm>

#include "mentions/coreference.h"

namespace selon {

void resolve_speakers(Document& doc) {
  // The attribution that holds a span most closely.
  const auto innermost = [&](Span span) {
    int32_t best = kNone;
    for (size_t a = 0; a < doc.attributions.size(); ++a) {
      const Attribution& candidate = doc.attributions[a];
      if (candidate.report == Report::kIndirect || !candidate.content.contains(span)) continue;
      if (best == kNone || candidate.content.size() < doc.attributions[best].content.size())
        best = static_cast<int32_t>(a);
    }
    return best;
  };
  for (Mention& m : doc.mentions) {
    if (m.rule != "speaker" || m.entity != kNone) continue;
    const int32_t a = innermost(m.span);
    if (a != kNone) m.entity = doc.attributions[a].entity;
  }
}

}  // namespace selon
