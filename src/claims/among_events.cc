#include "claims/among_events.h"

#include <algorithm>

#include "claims/parties.h"
#include "mentions/lookup.h"

namespace selon {

AmongEvents::AmongEvents(const Document& doc, const Tree& tree, const Arguments& arguments,
                         std::vector<FoundEvent>& events)
    : doc_(doc),
      tree_(tree),
      arguments_(arguments),
      events_(events),
      event_of_(doc.words.size(), kNone) {
  for (size_t i = 0; i < events.size(); ++i) event_of_[events[i].word] = static_cast<int32_t>(i);
}

FoundEvent* AmongEvents::event_at(int32_t word) const {
  return word == kNone || event_of_[word] == kNone ? nullptr : &events_[event_of_[word]];
}

AmongEvents::Mentions AmongEvents::people(const Arguments::Words& words) const {
  Mentions out;
  for (int32_t w : words)
    for (int32_t m : arguments_.people_of(w)) out.push_back(m);
  return out;
}

AmongEvents::Mentions AmongEvents::without(const Mentions& mentions, const Mentions& others) const {
  Mentions out;
  for (int32_t m : mentions) {
    const bool same =
        std::any_of(others.begin(), others.end(), [&](int32_t o) { return one_party(m, o); });
    if (!same && std::find(out.begin(), out.end(), m) == out.end()) out.push_back(m);
  }
  return out;
}

// "the bishop criticised the court's ruling": two of one state who differ in what they are may well
// be opposed, unless one of them is the state itself.
bool AmongEvents::one_party(int32_t a, int32_t b) const {
  const Parties own = parties(doc_, {a}), theirs = parties(doc_, {b});
  if (std::none_of(own.begin(), own.end(),
                   [&](const std::string& p) { return theirs.contains(p); }))
    return false;
  if (own.size() > 1) {  // "both countries" are more than one of them, and not another party
    return std::includes(own.begin(), own.end(), theirs.begin(), theirs.end()) ||
           std::includes(theirs.begin(), theirs.end(), own.begin(), own.end());
  }
  const int32_t x = resolve(doc_, a), y = resolve(doc_, b);
  if (x == kNone || y == kNone || x == y) return true;
  const Entity &one = doc_.entities[x], &other = doc_.entities[y];
  if (one.kind == EntityKind::kState || other.kind == EntityKind::kState) return true;
  return one.sector == other.sector;
}

}  // namespace selon
