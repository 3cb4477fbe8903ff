// The best dependency tree from arc scores.
//
//   ArcScores scores(3);              // three words; node 0 is the root
//   scores.at(2, 0) = 5;              // word 2 hangs from the root
//   std::vector<int> heads = best_tree(scores);   // heads[i]: head of word i, heads[0] unused
#pragma once

#include <cstddef>
#include <vector>

namespace selon {

class ArcScores {
 public:
  explicit ArcScores(std::size_t words) : nodes_(words + 1), values_(nodes_ * nodes_, 0.0) {}
  std::size_t words() const { return nodes_ - 1; }
  double& at(std::size_t dependent, std::size_t head) { return values_[dependent * nodes_ + head]; }
  double at(std::size_t dependent, std::size_t head) const {
    return values_[dependent * nodes_ + head];
  }

 private:
  std::size_t nodes_;
  std::vector<double> values_;
};

// Whether every word reaches the root and exactly one hangs from it. heads[0] is not read.
bool is_tree(const std::vector<int>& heads);

// The tree of the highest sum of scores among those with one word below the root (Chu–Liu/Edmonds;
// the condition is met by making arcs from the root so dear that the best tree has the fewest of
// them). Scores must be finite and lie within ±1e6. One word or more.
std::vector<int> best_tree(const ArcScores& scores);

}  // namespace selon
