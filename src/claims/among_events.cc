#include "claims/among_events.h"

#include <algorithm>

#include "claims/parties.h"

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

bool AmongEvents::among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
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
  const Parties known = parties(doc_, others);
  Mentions out;
  for (int32_t m : mentions) {
    const Parties own = parties(doc_, {m});
    const bool same = std::any_of(own.begin(), own.end(),
                                  [&](const std::string& p) { return known.contains(p); });
    if (!same && std::find(out.begin(), out.end(), m) == out.end()) out.push_back(m);
  }
  return out;
}

}  // namespace selon
