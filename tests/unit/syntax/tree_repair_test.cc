#include "syntax/tree_repair.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "syntax/spanning_tree.h"

namespace selon {
namespace {

const std::vector<std::string_view> kRelations = {"root",  "nsubj", "obj",  "conj", "cc",   "case",
                                                  "punct", "nmod",  "mark", "det",  "ccomp"};

std::uint16_t relation(std::string_view name) {
  for (std::size_t i = 0; i < kRelations.size(); ++i)
    if (kRelations[i] == name) return static_cast<std::uint16_t>(i);
  ADD_FAILURE() << name;
  return 0;
}

// Scores that are alike for all but what a test sets.
struct Table {
  explicit Table(std::size_t words)
      : heads(words + 1, std::vector<float>(words + 1, -6)),
        relations(words + 1, std::vector<std::vector<float>>(
                                 words + 1, std::vector<float>(kRelations.size(), -6))) {}
  RepairScores scores() const {
    return {[this](std::size_t d) { return heads[d].data(); },
            [this](std::size_t d, std::size_t h) { return relations[d][h].data(); }};
  }
  std::vector<std::vector<float>> heads;
  std::vector<std::vector<std::vector<float>>> relations;
};

RepairTree tree_of(std::vector<int> heads, const std::vector<std::string_view>& names) {
  RepairTree out{{0}, {0}};
  out.heads.insert(out.heads.end(), heads.begin(), heads.end());
  for (const std::string_view name : names) out.relations.push_back(relation(name));
  return out;
}

TEST(TreeRepair, GoodTreeCostsNothing) {
  const auto roles = roles_of(kRelations);
  // Oslo et Rome négocient
  EXPECT_EQ(price_of(tree_of({4, 3, 1, 0}, {"nsubj", "cc", "conj", "root"}), roles), 0);
}

TEST(TreeRepair, SecondSubjectBecomesConjunct) {
  const auto roles = roles_of(kRelations);
  RepairTree tree = tree_of({4, 3, 4, 0}, {"nsubj", "cc", "nsubj", "root"});
  EXPECT_GT(price_of(tree, roles), 0);
  Table table(4);
  for (std::size_t w = 1; w <= 4; ++w) {
    table.heads[w][static_cast<std::size_t>(tree.heads[w])] = -0.1f;
    table.relations[w][static_cast<std::size_t>(tree.heads[w])][tree.relations[w]] = -0.1f;
  }
  table.heads[3][1] = -2.5f;
  table.relations[3][1][relation("conj")] = -0.2f;
  EXPECT_TRUE(repair(tree, roles, table.scores()));
  EXPECT_EQ(tree.heads[3], 1);
  EXPECT_EQ(kRelations[tree.relations[3]], "conj");
  EXPECT_EQ(price_of(tree, roles), 0);
}

TEST(TreeRepair, DearChangesAreNotMade) {
  const auto roles = roles_of(kRelations);
  RepairTree tree = tree_of({3, 3, 0}, {"nsubj", "nsubj", "root"});
  Table table(3);
  for (auto& row : table.heads) std::fill(row.begin(), row.end(), -50.0f);
  for (auto& of : table.relations)
    for (auto& row : of) std::fill(row.begin(), row.end(), -50.0f);
  for (std::size_t w = 1; w <= 3; ++w) {
    table.heads[w][static_cast<std::size_t>(tree.heads[w])] = 0;
    table.relations[w][static_cast<std::size_t>(tree.heads[w])][tree.relations[w]] = 0;
  }
  EXPECT_FALSE(repair(tree, roles, table.scores()));
  EXPECT_EQ(tree.heads[2], 3);
}

TEST(TreeRepair, EachRuleHasItsPrice) {
  const auto roles = roles_of(kRelations);
  const auto price = [&](std::vector<int> heads, const std::vector<std::string_view>& names) {
    return price_of(tree_of(std::move(heads), names), roles);
  };
  EXPECT_GT(price({2, 0, 2, 2}, {"nsubj", "root", "obj", "obj"}), 0);   // two objects
  EXPECT_GT(price({0, 1}, {"root", "mark"}), 0);                        // "que" behind
  EXPECT_GT(price({0, 1}, {"root", "conj"}), 0);                        // no "et", no comma
  EXPECT_GT(price({2, 3, 0}, {"case", "nsubj", "root"}), 0);            // "à Oslo" as subject
  EXPECT_GT(price({3, 4, 0, 3}, {"nsubj", "nmod", "root", "obj"}), 0);  // 1–3 crosses 2–4
  EXPECT_GT(price({0, 1, 1, 3}, {"root", "cc", "nmod", "nmod"}), 0);    // "et" behind its word
  // dit que X part et que Y revient
  const std::vector<std::string_view> clauses = {"root", "mark", "ccomp", "cc", "mark", "conj"};
  EXPECT_GT(price({0, 3, 1, 6, 6, 1}, clauses), 0);
  EXPECT_EQ(price({0, 3, 1, 6, 6, 3}, clauses), 0);
  EXPECT_EQ(price({3, 1, 0, 3}, {"nsubj", "nmod", "root", "obj"}), 0);
}

// On random scores: still a tree with the same root, and never dearer than before.
TEST(TreeRepair, StaysATree) {
  const auto roles = roles_of(kRelations);
  std::mt19937 random(7);
  std::uniform_real_distribution<float> score(-8, 0);
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 2 + random() % 12;
    Table table(n);
    for (auto& row : table.heads)
      for (float& value : row) value = score(random);
    for (auto& of : table.relations)
      for (auto& row : of)
        for (float& value : row) value = score(random);
    ArcScores arcs(n);
    for (std::size_t d = 1; d <= n; ++d)
      for (std::size_t h = 0; h <= n; ++h) arcs.at(d, h) = static_cast<double>(table.heads[d][h]);
    RepairTree tree{best_tree(arcs), {0}};
    for (std::size_t d = 1; d <= n; ++d)
      tree.relations.push_back(static_cast<std::uint16_t>(
          tree.heads[d] == 0 ? 0 : 1 + random() % (kRelations.size() - 1)));
    const RepairTree before = tree;
    const bool changed = repair(tree, roles, table.scores());
    EXPECT_TRUE(is_tree(tree.heads));
    EXPECT_EQ(changed, tree.heads != before.heads || tree.relations != before.relations);
    for (std::size_t d = 1; d <= n; ++d) EXPECT_EQ(tree.heads[d] == 0, before.heads[d] == 0);
  }
}

}  // namespace
}  // namespace selon
