#include "syntax/spanning_tree.h"

#include <gtest/gtest.h>

#include <random>

namespace selon {
namespace {

double score_of(const ArcScores& scores, const std::vector<int>& heads) {
  double sum = 0;
  for (std::size_t d = 1; d < heads.size(); ++d) sum += scores.at(d, heads[d]);
  return sum;
}

// The best of all assignments of heads that are trees with one root.
double best_by_trying_all(const ArcScores& scores) {
  const int n = static_cast<int>(scores.words());
  std::vector<int> heads(n + 1, 0);
  double best = -1e18;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, score_of(scores, heads));
    int d = 1;
    while (d <= n && heads[d] == n) heads[d++] = 0;
    if (d > n) return best;
    ++heads[d];
  }
}

TEST(SpanningTree, EqualsTryingAllTrees) {
  std::mt19937 random(5);
  std::normal_distribution<double> value(0, 3);
  for (int round = 0; round < 400; ++round) {
    const std::size_t n = 1 + round % 5;
    ArcScores scores(n);
    for (std::size_t d = 1; d <= n; ++d) {
      for (std::size_t h = 0; h <= n; ++h) {
        scores.at(d, h) = round % 4 == 0 ? static_cast<int>(random() % 3) : value(random);
      }
    }
    const auto heads = best_tree(scores);
    ASSERT_TRUE(is_tree(heads)) << "round " << round;
    ASSERT_NEAR(score_of(scores, heads), best_by_trying_all(scores), 1e-6) << "round " << round;
  }
}

TEST(SpanningTree, LongSentencesStayTrees) {
  std::mt19937 random(6);
  std::normal_distribution<double> value(0, 20);
  for (const std::size_t n : {60u, 300u, 512u}) {
    ArcScores scores(n);
    for (std::size_t d = 1; d <= n; ++d) {
      for (std::size_t h = 0; h <= n; ++h) scores.at(d, h) = value(random);
    }
    EXPECT_TRUE(is_tree(best_tree(scores)));
  }
}

TEST(SpanningTree, OneWordHangsFromTheRoot) { EXPECT_EQ(best_tree(ArcScores(1))[1], 0); }

TEST(SpanningTree, RecognizesTrees) {
  EXPECT_TRUE(is_tree({0, 2, 0, 2}));
  EXPECT_FALSE(is_tree({0, 0, 0}));     // two roots
  EXPECT_FALSE(is_tree({0, 2, 1, 0}));  // a cycle beside the root
  EXPECT_FALSE(is_tree({0, 1}));        // its own head
}

}  // namespace
}  // namespace selon
