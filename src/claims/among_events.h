// Base of the passes that give events sides by way of other events; internal to claims.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/among.h"
#include "claims/arguments.h"
#include "claims/events.h"

namespace selon {

class AmongEvents {
 public:
  AmongEvents(const Document& doc, const Tree& tree, const Arguments& arguments,
              std::vector<FoundEvent>& events);

 protected:
  using Mentions = std::vector<int32_t>;

  const Word& word(int32_t i) const { return doc_.words[i]; }
  static const std::string& type(const FoundEvent& e) { return e.entry->event; }
  // The event whose trigger the word is; null: none.
  FoundEvent* event_at(int32_t word) const;
  Mentions people(const Arguments::Words& words) const;
  // Those of `mentions` that are no party of `others`, each once.
  Mentions without(const Mentions& mentions, const Mentions& others) const;

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  std::vector<FoundEvent>& events_;

 private:
  bool one_party(int32_t a, int32_t b) const;

  std::vector<int32_t> event_of_;  // by the trigger's word
};

}  // namespace selon
