// The world of each voice: who stands with whom and against whom, according to it.
//
//   worlds(tellings)["Hassan Nasrallah"] → RUS → SYR, +, 7 claims;  USA → IRN, −, 2 claims;
//                                          CHN → JPN, −, open, 1 claim ("if China attacked Japan")
//
// A claim is filed under its innermost voice, or, without one, under the document's own. No I/O, no
// state.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace selon {

// What a claim does to the world of its voice.
enum class Standing {
  kTold,     // ties its parties: told as so, firmly or not
  kOpen,     // only asked, supposed, a condition or contrary to fact: an edge apart
  kRejected  // negated or denied: ties nobody
};
// The one rule for the network and the report; of an open claim that is also denied, the denial
// counts.
Standing standing_of(const Claim& claim);

// The document's own voice: outlet, else author, else its id, of a path the file's name.
std::string narrator(const Document& document);

// What of a claim a world is made of.
struct Telling {
  std::string claim;  // its id
  std::string voice;  // innermost voice, or the narrator
  std::string event;  // PLOVER type, ALLIED, HOSTILE, MEMBER
  std::vector<std::string> actors,
      recipients;  // keys of the parties: codes or names, as the caller counts
  Standing standing = Standing::kTold;
};

enum class Sign { kPositive, kNegative, kAsking };
// + for AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT ALLIED MEMBER, ? for REQUEST, − for the
// rest.
Sign sign_of(std::string_view event);

struct Edge {
  std::string actor, recipient;
  Sign sign = Sign::kPositive;
  bool open = false;                // what is told and what is open are edges of their own
  std::vector<std::string> claims;  // in the order given
};

// Voice → its edges, those that are told first, sorted by number of claims, then by name. Parties
// of a reciprocal event without recipients are tied both ways, and count as one edge, from the
// first in the alphabet.
std::map<std::string, std::vector<Edge>> worlds(const std::vector<Telling>& tellings);

}  // namespace selon
