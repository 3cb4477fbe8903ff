#include "claims/voice_map.h"

#include <algorithm>
#include <numeric>

#include "base/among.h"
#include "mentions/lookup.h"

namespace selon {

VoiceMap::VoiceMap(const Document& doc) : doc_(doc), innermost_(doc.words.size(), kNone) {
  const auto count = static_cast<int32_t>(doc.attributions.size());
  std::vector<int32_t> depth(count, 0), order(count);
  for (int32_t i = 0; i < count; ++i)
    for (int32_t up = doc.attributions[i].parent; up != kNone && depth[i] <= count;
         up = doc.attributions[up].parent)
      ++depth[i];
  // Outer voices first, so that inner ones paint over them; among equals the longer first
  std::iota(order.begin(), order.end(), 0);
  const auto length = [&](int32_t i) { return doc.attributions[i].content.size(); };
  std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return depth[a] != depth[b] ? depth[a] < depth[b] : length(a) > length(b);
  });
  for (int32_t i : order) {
    const Attribution& a = doc.attributions[i];
    for (const WordRange& r : a.words)
      std::fill(innermost_.begin() + r.first, innermost_.begin() + r.end, i);
    if (a.cue_word != kNone &&
        (a.rule == "verb_clause" || a.rule == "verb_infinitive" || a.rule == "verb_predicate"))
      innermost_[a.cue_word] = i;
  }
}

std::vector<int32_t> VoiceMap::chain(int32_t word) const {
  std::vector<int32_t> voices;
  for (int32_t i = innermost_[word]; i != kNone; i = doc_.attributions[i].parent)
    if (!doc_.attributions[i].name.empty()) voices.push_back(i);
  std::reverse(voices.begin(), voices.end());
  return voices;
}

// "nie avoir armé les rebelles qui ont pris Rome", "denied that it fired after Rome attacked": who
// they are, and after what it was, is told beside what is denied.
bool VoiceMap::told_beside(int32_t word, int32_t cue) const {
  for (int32_t w = word; w != kNone && w != cue; w = doc_.words[w].head) {
    if (doc_.words[w].deprel == "acl:relcl") return true;
    if (describes(w)) return true;
    if (doc_.words[w].deprel == "advcl" && after_or_before(w)) return true;
  }
  return false;
}

// "nie avoir accueilli des rebelles armés par Rome": a past participle says who they are.
bool VoiceMap::describes(int32_t participle) const {
  const Word& w = doc_.words[participle];
  return doc_.french() && w.deprel == "acl" && w.morph.verb_form == VerbForm::kPart &&
         w.morph.tense != Tense::kPres && mention_at_head(doc_, w.head) != kNone;
}

bool VoiceMap::after_or_before(int32_t clause) const {
  const int32_t first = doc_.sentences[doc_.words[clause].sentence].first_word;
  for (int32_t w = clause - 1; w >= first; --w)
    if (const Word& mark = doc_.words[w]; mark.head == clause && mark.deprel == "mark")
      return among(mark.lemma, {"after", "before", "since", "après", "avant"});
  return false;
}

Certainty VoiceMap::certainty(int32_t word) const {
  // Denial and question concern the content itself; an outer frame only adds doubt.
  Certainty weakest = Certainty::kAsserted;
  for (int32_t i = innermost_[word]; i != kNone; i = doc_.attributions[i].parent) {
    const Certainty own = doc_.attributions[i].certainty;
    if (doc_.attributions[i].cue_word == word) continue;  // what he denies, not that he denies
    const bool open = own == Certainty::kDenied || own == Certainty::kQuestioned;
    if (open && told_beside(word, doc_.attributions[i].cue_word)) continue;
    if (i == innermost_[word] && own != Certainty::kAsserted) return own;
    if (own == Certainty::kHedged && weakest == Certainty::kAsserted) weakest = own;
  }
  return weakest;
}

}  // namespace selon
