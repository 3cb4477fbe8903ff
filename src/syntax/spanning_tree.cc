#include "syntax/spanning_tree.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace selon {
namespace {

constexpr double kAbsent = -std::numeric_limits<double>::infinity();

// The graph while it shrinks: node 0 is the root; scores[d * n + h].
struct Graph {
  std::size_t n;
  std::vector<double> scores;
  double& at(std::size_t d, std::size_t h) { return scores[d * n + h]; }
  double at(std::size_t d, std::size_t h) const { return scores[d * n + h]; }
};

// The nodes of a cycle of `heads`, or none.
std::vector<int> find_cycle(const std::vector<int>& heads) {
  std::vector<int> seen(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    int node = static_cast<int>(start);
    while (node != 0 && seen[node] == 0) {
      seen[node] = static_cast<int>(start);
      node = heads[node];
    }
    if (node == 0 || seen[node] != static_cast<int>(start)) continue;
    std::vector<int> cycle = {node};
    for (int at = heads[node]; at != node; at = heads[at]) cycle.push_back(at);
    return cycle;
  }
  return {};
}

std::vector<int> best_heads(const Graph& graph) {
  std::vector<int> heads(graph.n, 0);
  for (std::size_t d = 1; d < graph.n; ++d) {
    for (std::size_t h = 1; h < graph.n; ++h) {
      if (graph.at(d, h) > graph.at(d, heads[d])) heads[d] = static_cast<int>(h);
    }
  }
  return heads;
}

// Each contraction removes at least one node, so that the loop below and the one that unfolds it
// run at most n times, each over n² scores.
struct Contraction {
  std::vector<int> heads;  // before it
  std::vector<int> rest;   // old numbers of the nodes that stay; the cycle becomes node rest.size()
  std::vector<int> leaves;  // a node that stays: which node of the cycle would be its head
  std::vector<int> enters;  // a node that stays: which node of the cycle it would be the head of
};

}  // namespace

bool is_tree(const std::vector<int>& heads) {
  int roots = 0;
  for (std::size_t i = 1; i < heads.size(); ++i) roots += heads[i] == 0;
  return roots == 1 && find_cycle(heads).empty();
}

std::vector<int> best_tree(const ArcScores& scores) {
  assert(scores.words() > 0);
  Graph graph{.n = scores.words() + 1, .scores = {}};
  graph.scores.assign(graph.n * graph.n, kAbsent);
  double low = scores.at(1, 0);
  double high = low;
  for (std::size_t d = 1; d < graph.n; ++d) {
    for (std::size_t h = 0; h < graph.n; ++h) {
      if (d == h) continue;
      low = std::min(low, scores.at(d, h));
      high = std::max(high, scores.at(d, h));
      graph.at(d, h) = scores.at(d, h);
    }
  }
  const double penalty = (high - low + 1) * static_cast<double>(graph.n);
  for (std::size_t d = 1; d < graph.n; ++d) graph.at(d, 0) -= penalty;

  std::vector<Contraction> done;
  std::vector<int> heads;
  for (;;) {
    heads = best_heads(graph);
    const std::vector<int> cycle = find_cycle(heads);
    if (cycle.empty()) break;
    Contraction c{.heads = heads, .rest = {}, .leaves = {}, .enters = {}};
    std::vector<bool> inside(graph.n, false);
    for (const int node : cycle) inside[node] = true;
    for (std::size_t i = 0; i < graph.n; ++i) {
      if (!inside[i]) c.rest.push_back(static_cast<int>(i));
    }
    const std::size_t m = c.rest.size();
    Graph small{.n = m + 1, .scores = {}};
    small.scores.assign(small.n * small.n, kAbsent);
    for (std::size_t a = 0; a < m; ++a) {
      const int i = c.rest[a];
      for (std::size_t b = 0; b < m; ++b) small.at(a, b) = graph.at(i, c.rest[b]);
      int leave = cycle[0];
      int enter = cycle[0];
      const auto gain = [&](int node) { return graph.at(node, i) - graph.at(node, heads[node]); };
      for (const int node : cycle) {
        if (graph.at(i, node) > graph.at(i, leave)) leave = node;
        if (gain(node) > gain(enter)) enter = node;
      }
      c.leaves.push_back(leave);
      c.enters.push_back(enter);
      if (a > 0) small.at(a, m) = graph.at(i, leave);
      small.at(m, a) = gain(enter);
    }
    done.push_back(std::move(c));
    graph = std::move(small);
  }
  for (std::size_t k = done.size(); k-- > 0;) {
    const Contraction& c = done[k];
    const int m = static_cast<int>(c.rest.size());
    std::vector<int> unfolded = c.heads;
    for (int a = 1; a < m; ++a)
      unfolded[c.rest[a]] = heads[a] == m ? c.leaves[a] : c.rest[heads[a]];
    unfolded[c.enters[heads[m]]] = c.rest[heads[m]];
    heads = std::move(unfolded);
  }
  return heads;
}

}  // namespace selon
