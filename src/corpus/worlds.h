// The world of each voice: who stands with whom and against whom, according to it.
//
//   worlds(tellings)["Hassan Nasrallah"] → RUS → SYR, +, 7 claims;  USA → IRN, −, 2 claims
//
// A claim is filed under its innermost voice, or, without one, under the document's own. No I/O, no
// state.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

// What of a claim a world is made of.
struct Telling {
  std::string claim;  // its id
  std::string voice;  // innermost voice, or the narrator
  std::string event;  // PLOVER type, ALLIED, HOSTILE, MEMBER
  std::vector<std::string> actors,
      recipients;     // keys of the parties: codes or names, as the caller counts
  bool holds = true;  // false: negated or denied; such a claim ties nobody
};

enum class Sign { kPositive, kNegative, kAsking };
// + for AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT ALLIED MEMBER, ? for REQUEST, − for the
// rest.
Sign sign_of(std::string_view event);

struct Edge {
  std::string actor, recipient;
  Sign sign = Sign::kPositive;
  std::vector<std::string> claims;  // in the order given
};

// Voice → its edges, sorted by number of claims, then by name. Parties of a reciprocal event
// without recipients are tied both ways, and count as one edge, from the first in the alphabet.
std::map<std::string, std::vector<Edge>> worlds(const std::vector<Telling>& tellings);

}  // namespace selon
