#include "corpus/worlds.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/among.h"
#include "corpus/mutual.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, 9> kPositive = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "ALLIED", "MEMBER"};

}  // namespace

Sign sign_of(std::string_view event) {
  if (event == "REQUEST") return Sign::kAsking;
  return among(event, kPositive) ? Sign::kPositive : Sign::kNegative;
}

std::string narrator(const Document& d) {
  if (!d.meta.outlet.empty()) return d.meta.outlet;
  if (!d.meta.author.empty()) return d.meta.author;
  const size_t slash =
      d.meta.id.find("://") == std::string::npos ? d.meta.id.rfind('/') : std::string::npos;
  return slash == std::string::npos ? d.meta.id : d.meta.id.substr(slash + 1);
}

Standing standing_of(const Claim& claim) {
  if (claim.polarity == Polarity::kNeg || claim.certainty == Certainty::kDenied)
    return Standing::kRejected;
  return claim.hypothetical || claim.certainty == Certainty::kQuestioned ? Standing::kOpen
                                                                         : Standing::kTold;
}

std::map<std::string, std::vector<Edge>> worlds(const std::vector<Telling>& tellings) {
  using Key = std::tuple<bool, std::string, std::string, Sign>;  // open or not first
  std::map<std::string, std::map<Key, std::vector<std::string>>> found;
  for (const Telling& t : tellings) {
    if (t.standing == Standing::kRejected) continue;
    const bool open = t.standing == Standing::kOpen;
    auto& world = found[t.voice];
    const auto tie = [&](const std::string& a, const std::string& b) {
      if (a == b) return;
      auto& claims = world[{open, a, b, sign_of(t.event)}];
      if (claims.empty() || claims.back() != t.claim) claims.push_back(t.claim);
    };
    for (const std::string& a : t.actors)
      for (const std::string& b : t.recipients) tie(a, b);
    if (t.recipients.empty() && is_mutual(t.event))
      for (size_t i = 0; i < t.actors.size(); ++i)
        for (size_t j = i + 1; j < t.actors.size(); ++j)
          tie(std::min(t.actors[i], t.actors[j]), std::max(t.actors[i], t.actors[j]));
  }
  std::map<std::string, std::vector<Edge>> out;
  for (auto& [voice, world] : found) {
    std::vector<Edge>& edges = out[voice];
    for (auto& [key, claims] : world)
      edges.push_back({std::get<1>(key), std::get<2>(key), std::get<3>(key), std::get<0>(key),
                       std::move(claims)});
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
      return a.open != b.open ? b.open : a.claims.size() > b.claims.size();
    });
    if (edges.empty()) out.erase(voice);
  }
  return out;
}

}  // namespace selon
