// Who "je" and "nous" are: known once attributions are.
#include <algorithm>

#include "mentions/coreference.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

constexpr size_t kNested = 64;  // attributions looked back over: deeper nesting is no prose

// "notre armée": what the speaker calls theirs is of the speaker's state.
void give_to(Document& doc, const Mention& possessive) {
  const int32_t owned = mention_at_head(doc, doc.words[possessive.head].head);
  const Entity& speaker = doc.entities[possessive.entity];
  if (owned == kNone || speaker.country.empty()) return;
  Mention& m = doc.mentions[owned];
  if (m.form != MentionForm::kDescription || m.entity == kNone || m.coref != kNone) return;
  Entity entity = doc.entities[m.entity];
  if (entity.code != "UNK" || !entity.id.starts_with("local/") || !entity.members.empty()) return;
  entity.country = speaker.country;
  if (entity.kind == EntityKind::kState) {  // "notre pays"
    entity.id = "state/" + speaker.country;
    const auto known = std::find_if(doc.entities.begin(), doc.entities.end(),
                                    [&](const Entity& e) { return e.id == entity.id; });
    if (known != doc.entities.end()) {
      m.entity = static_cast<int32_t>(known - doc.entities.begin());
      return;
    }
  }
  entity.code = speaker.country + entity.sector;
  doc.entities[m.entity] = std::move(entity);
}

}  // namespace

void resolve_speakers(Document& doc) {
  std::vector<int32_t> direct;  // by where their words begin
  for (size_t a = 0; a < doc.attributions.size(); ++a)
    if (doc.attributions[a].report != Report::kIndirect && doc.attributions[a].entity != kNone)
      direct.push_back(static_cast<int32_t>(a));
  std::stable_sort(direct.begin(), direct.end(), [&](int32_t a, int32_t b) {
    return doc.attributions[a].content.begin < doc.attributions[b].content.begin;
  });
  for (Mention& m : doc.mentions) {
    if ((m.rule != "speaker" && m.rule != "author") || m.entity != kNone) continue;
    const auto behind = std::upper_bound(
        direct.begin(), direct.end(), m.span.begin,
        [&](uint32_t at, int32_t a) { return at < doc.attributions[a].content.begin; });
    const Attribution* innermost = nullptr;
    for (auto it = behind; it != direct.begin() && static_cast<size_t>(behind - it) < kNested;) {
      const Attribution& a = doc.attributions[*--it];
      if (a.content.contains(m.span) &&
          (!innermost || a.content.size() < innermost->content.size()))
        innermost = &a;
    }
    // outside quotation marks only an interview's answers are not the author's
    if (innermost && (m.rule == "speaker" || innermost->rule == "turn")) {
      m.entity = innermost->entity;
      m.rule = "speaker";
    }
  }
  for (size_t m = 0; m < doc.mentions.size(); ++m)
    if (doc.mentions[m].rule == "speaker" && doc.mentions[m].form == MentionForm::kPossessive &&
        doc.mentions[m].entity != kNone)
      give_to(doc, doc.mentions[m]);
}

}  // namespace selon
