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

const char* sign_text(Sign sign);
// Whether a voice tells it, or only asks or supposes it: "told", "open".
const char* standing_text(const Edge& edge);

std::string as_gexf(const std::vector<Tie>& ties);     // GEXF 1.3: Gephi
std::string as_graphml(const std::vector<Tie>& ties);  // GraphML 1.0: igraph, NetworkX, Gephi, yEd

}  // namespace selon
