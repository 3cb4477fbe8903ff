// The network as a file for programs that draw and measure networks. Both formats hold the same:
// nodes with a label, and directed, often parallel edges with a weight (how many claims), a kind
// that tells parallel ones apart, and the attributes according_to, sign (+ − ?), claims, standing.
#pragma once
#include <string>
#include <vector>

#include "corpus/worlds.h"

namespace selon {

struct Tie {
  std::string voice;
  Edge edge;
};

// What a claim says about who stands with whom; parties go by their canonical names, so that a
// person and his government are two nodes.
Telling telling_of(const Document& document, const Claim& claim);
// Says on stderr how many claims are negated or denied and tie nobody, if any are.
void report_rejected(const std::vector<Telling>& tellings);
std::vector<Tie> find_ties(const std::vector<Telling>& tellings);

const char* sign_text(Sign sign);
// Whether a voice tells it, or only asks or supposes it: "told", "open".
const char* standing_text(const Edge& edge);

// `about`: which claims alone were asked for; empty: all. The file says so, and who made it.
std::string as_gexf(const std::vector<Tie>& ties, const std::string& about);  // GEXF 1.3: Gephi
// GraphML 1.0: igraph, NetworkX, Gephi, yEd.
std::string as_graphml(const std::vector<Tie>& ties, const std::string& about);

}  // namespace selon
