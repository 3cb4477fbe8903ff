#include "syntax/spanning_tree.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

namespace selon {
namespace {

constexpr double kAbsent = -std::numeric_limits<double>::infinity();

// Chu–Liu/Edmonds in n² steps (Tarjan 1977, for dense graphs). A path of best heads grows until it
// meets the root or what hangs from it; where it bites its own tail, the cycle is merged into one
// node in place.
class TreeSearch {
 public:
  explicit TreeSearch(const ArcScores& scores)
      : n_(scores.words() + 1),
        scores_(n_ * n_, kAbsent),
        arcs_(n_ * n_),
        state_(n_, kFresh),
        merged_(n_),
        best_(n_, 0) {
    double low = scores.at(1, 0);
    double high = low;
    for (std::size_t d = 1; d < n_; ++d) {
      for (std::size_t h = 0; h < n_; ++h) {
        if (d == h) continue;
        low = std::min(low, scores.at(d, h));
        high = std::max(high, scores.at(d, h));
        scores_[d * n_ + h] = scores.at(d, h);
      }
    }
    const double penalty = (high - low + 1) * static_cast<double>(n_);
    for (std::size_t d = 1; d < n_; ++d) scores_[d * n_] -= penalty;
    for (std::size_t i = 0; i < arcs_.size(); ++i) arcs_[i] = static_cast<std::uint32_t>(i);
    for (std::size_t i = 0; i < n_; ++i) {
      nodes_.push_back({});
      merged_[i] = i;
    }
    state_[0] = kDone;
  }

  std::vector<int> run() {
    for (std::size_t start = 1; start < n_; ++start) {
      if (state_[start] == kFresh) grow(start);
    }
    return unfold();
  }

 private:
  enum State : std::uint8_t { kFresh, kOnPath, kDone, kGone };
  // A word, or what a cycle was merged into; `arc` is the arc into it, as dependent * n + head of
  // words.
  struct Node {
    std::size_t parent = 0;  // the node that it was merged into; 0: none
    std::uint32_t arc = 0;
  };

  void grow(std::size_t at) {
    std::vector<std::size_t> path;
    for (;;) {
      path.push_back(at);
      state_[at] = kOnPath;
      const std::size_t head = best_head(at);
      best_[at] = head;
      nodes_[merged_[at]].arc = arcs_[at * n_ + head];
      if (state_[head] == kDone) break;
      if (state_[head] == kOnPath) merge(path, head);
      at = head;
    }
    for (const std::size_t node : path) state_[node] = kDone;
  }

  std::size_t best_head(std::size_t d) const {
    std::size_t best = 0;
    for (std::size_t h = 1; h < n_; ++h) {
      if (state_[h] != kGone && h != d && scores_[d * n_ + h] > scores_[d * n_ + best]) best = h;
    }
    return best;
  }

  // Takes the cycle that ends the path off it and makes it one node, in the place of `into`.
  void merge(std::vector<std::size_t>& path, std::size_t into) {
    const auto first = std::ranges::find(path, into);
    const std::vector<std::size_t> cycle(first, path.end());
    path.erase(first, path.end());
    const std::size_t node = nodes_.size();
    nodes_.push_back({});
    // Entering the cycle at one of its nodes means giving up that node's arc on it.
    for (const std::size_t c : cycle) {
      nodes_[merged_[c]].parent = node;
      const double given_up = scores_[c * n_ + best_[c]];
      for (std::size_t h = 0; h < n_; ++h) scores_[c * n_ + h] -= given_up;
    }
    for (const std::size_t c : cycle) {
      if (c == into) continue;
      state_[c] = kGone;
      for (std::size_t i = 0; i < n_; ++i) {
        take_better(into * n_ + i, c * n_ + i);
        take_better(i * n_ + into, i * n_ + c);
      }
    }
    scores_[into * n_ + into] = kAbsent;
    merged_[into] = node;
  }

  void take_better(std::size_t to, std::size_t from) {
    if (scores_[from] <= scores_[to]) return;
    scores_[to] = scores_[from];
    arcs_[to] = arcs_[from];
  }

  // The arc into a merged node goes to the one of its parts that holds the dependent; the other
  // parts keep their arcs on the cycle.
  std::vector<int> unfold() {
    for (std::size_t node = nodes_.size(); node-- > n_;) {
      std::size_t part = nodes_[node].arc / n_;
      while (nodes_[part].parent != node) part = nodes_[part].parent;
      nodes_[part].arc = nodes_[node].arc;
    }
    std::vector<int> heads(n_, 0);
    for (std::size_t d = 1; d < n_; ++d) heads[d] = static_cast<int>(nodes_[d].arc % n_);
    return heads;
  }

  std::size_t n_;                    // places; 0 is the root
  std::vector<double> scores_;       // [dependent place * n + head place]
  std::vector<std::uint32_t> arcs_;  // the words' arc behind each score
  std::vector<State> state_;         // of each place
  std::vector<std::size_t> merged_;  // the node that stands in a place
  std::vector<std::size_t> best_;    // place → its best head's place
  std::vector<Node> nodes_;          // words first, merged ones behind them
};

}  // namespace

bool is_tree(const std::vector<int>& heads) {
  int roots = 0;
  std::vector<std::size_t> seen(heads.size(), 0);  // from which start
  for (std::size_t start = 1; start < heads.size(); ++start) {
    roots += heads[start] == 0;
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = static_cast<std::size_t>(heads[node]);
    }
    if (node != 0 && seen[node] == start) return false;
  }
  return roots == 1;
}

std::vector<int> best_tree(const ArcScores& scores) {
  assert(scores.words() > 0);
  return TreeSearch(scores).run();
}

}  // namespace selon
