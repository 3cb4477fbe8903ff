#include "claims/contrasts.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace selon {

// "mais le Hamas" behind somebody to whom it was not done, "pas la Chine" behind somebody to whom
// it was; not "mais aussi la Chine", "pas seulement la Chine".
bool Contrasts::set_off(int32_t mention, Polarity from) const {
  const int32_t head = doc_.mentions[mention].head;
  if (!tree_.is(head, "conj") && !tree_.is(head, "appos")) return false;
  bool but = false, no = false;
  for (int32_t c : tree_.children(head)) {
    if (c > head) break;
    const std::string form = lower(doc_.words[c].form), next = lower(doc_.words[c + 1].form);
    if (tree_.is(c, "cc") && (form == "mais" || form == "but"))
      but = next != "aussi" && next != "également" && next != "also";
    if (tree_.is(c, "advmod") && (form == "pas" || form == "non" || form == "not"))
      no = next != "seulement" && next != "only";
  }
  return from == Polarity::kNeg ? but && !no : no;
}

// Moves whoever is set off from a side to the other claim's, where the rest of the coordination
// does not stand.
bool Contrasts::part(std::vector<int32_t>& side, Polarity from, std::vector<int32_t>& other) const {
  std::vector<int32_t> off;
  for (int32_t m : side)
    if (set_off(m, from)) off.push_back(m);
  if (off.empty() || off.size() == side.size()) return false;
  const auto is_off = [&](int32_t m) { return std::find(off.begin(), off.end(), m) != off.end(); };
  const auto first_of = [&](int32_t m) {
    const int32_t head = doc_.mentions[m].head;
    return tree_.is(head, "conj") || tree_.is(head, "appos") ? doc_.words[head].head : head;
  };
  other.clear();
  for (int32_t m : side) {
    const bool opposed =
        std::any_of(off.begin(), off.end(), [&](int32_t o) { return first_of(o) == first_of(m); });
    if (is_off(m) || !opposed) other.push_back(m);
  }
  std::erase_if(side, is_off);
  return true;
}

std::optional<Claim> Contrasts::split(Claim& claim) const {
  Claim other = claim;
  const bool actors = part(claim.actors, claim.polarity, other.actors);
  const bool recipients = part(claim.recipients, claim.polarity, other.recipients);
  if (!actors && !recipients) return std::nullopt;
  other.polarity = claim.polarity == Polarity::kNeg ? Polarity::kPos : Polarity::kNeg;
  return other;
}

}  // namespace selon
