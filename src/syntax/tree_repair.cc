#include "syntax/tree_repair.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace selon {
namespace {

// In units of log-probability; chosen on the development sets of GSD, Sequoia and EWT.
constexpr float kRule = 4.0f;
constexpr float kCrossing = 2.0f;  // each pair of arcs that cross: rare in gold, not unheard of
constexpr float kChain = 1.5f;     // a conjunct below a conjunct: UD hangs all from the first

constexpr int kMostChanges = 8;                    // a sentence
constexpr std::size_t kMostSuspects = 24;          // words that are tried before a change is made
constexpr std::size_t kHeads = 6, kRelations = 4;  // next best ones that are tried

using Words = std::initializer_list<std::size_t>;

// Calls broken(price, words at fault) for every broken rule but crossings. Each rule asks only
// about a word, its head and its children.
template <typename Broken>
void check_rules(const RepairTree& tree, const std::vector<RelationRole>& roles, Broken broken) {
  const std::size_t n = tree.heads.size() - 1;
  struct Children {
    std::size_t subject = 0, object = 0, case_mark = 0, mark = 0;  // the last one
    std::uint16_t clause = 0;                                      // relation of the last one
    std::size_t clause_word = 0;
    std::size_t conjunction = 0;  // the last one before the word
    bool link = false;            // a conjunction or a comma before the word
  };
  std::vector<Children> below(n + 1);
  const auto role = [&](std::size_t w) { return roles[tree.relations[w]]; };
  for (std::size_t w = 1; w <= n; ++w) {
    Children& siblings = below[static_cast<std::size_t>(tree.heads[w])];
    const bool before = static_cast<int>(w) < tree.heads[w];
    switch (role(w)) {
      case RelationRole::kSubject:
        if (siblings.subject != 0) broken(kRule, Words{siblings.subject, w});
        siblings.subject = w;
        break;
      case RelationRole::kObject:
        if (siblings.object != 0) broken(kRule, Words{siblings.object, w});
        siblings.object = w;
        break;
      case RelationRole::kClause:
        if (siblings.clause_word != 0 && siblings.clause == tree.relations[w])
          broken(kRule, Words{siblings.clause_word, w});
        siblings.clause = tree.relations[w];
        siblings.clause_word = w;
        if (before) broken(kRule, Words{w});
        break;
      case RelationRole::kModifier:
        if (before) broken(kRule, Words{w});
        break;
      case RelationRole::kConjunct:
        if (before) broken(kRule, Words{w});
        if (role(static_cast<std::size_t>(tree.heads[w])) == RelationRole::kConjunct)
          broken(kChain, Words{w});
        break;
      case RelationRole::kConjunction:
        if (!before) {
          broken(kRule, Words{w});
        } else {
          siblings.conjunction = w;
          siblings.link = true;
        }
        break;
      case RelationRole::kPunctuation:
        siblings.link = siblings.link || before;
        break;
      case RelationRole::kCase:
        siblings.case_mark = w;
        if (!before) broken(kRule, Words{w});
        break;
      case RelationRole::kMark:
        siblings.mark = w;
        if (!before) broken(kRule, Words{w});
        break;
      default:
        break;
    }
  }
  for (std::size_t w = 1; w <= n; ++w) {
    const RelationRole own = role(w);
    // "et" joins its word to one before it, or opens the sentence
    if (below[w].conjunction != 0 && own != RelationRole::kConjunct &&
        own != RelationRole::kParataxis && tree.heads[w] != 0)
      broken(kRule, Words{w, below[w].conjunction});
    if (own == RelationRole::kConjunct && tree.heads[w] < static_cast<int>(w) && !below[w].link) {
      // the comma or conjunction before it may hang elsewhere
      std::size_t link = w;
      for (std::size_t k = w - 1; k > 0 && k + 4 > w && static_cast<int>(k) > tree.heads[w]; --k)
        if (role(k) == RelationRole::kConjunction || role(k) == RelationRole::kPunctuation)
          link = k;
      broken(kRule, Words{w, link});
    }
    // "dit que … et qu'il …": the second "que" joins its clause to the first's, not to "dit"
    if (own == RelationRole::kConjunct && below[w].mark != 0 &&
        below[static_cast<std::size_t>(tree.heads[w])].mark == 0)
      broken(kRule, Words{w, below[w].mark});
    if (own == RelationRole::kSubject && below[w].case_mark != 0)
      broken(kRule, Words{w, below[w].case_mark});
  }
}

// Calls crossed(other) for each word whose arc crosses that of `word`.
template <typename Crossed>
void check_crossings(const RepairTree& tree, std::size_t word, Crossed crossed) {
  const int a = std::min(static_cast<int>(word), tree.heads[word]);
  const int b = std::max(static_cast<int>(word), tree.heads[word]);
  for (std::size_t w = 1; w < tree.heads.size(); ++w) {
    const int c = std::min(static_cast<int>(w), tree.heads[w]);
    const int d = std::max(static_cast<int>(w), tree.heads[w]);
    if ((a < c && c < b && b < d) || (c < a && a < d && d < b)) crossed(w);
  }
}

int crossings_of(const RepairTree& tree, std::size_t word) {
  int count = 0;
  check_crossings(tree, word, [&](std::size_t) { ++count; });
  return count;
}

float price_of_rules(const RepairTree& tree, const std::vector<RelationRole>& roles) {
  float price = 0;
  check_rules(tree, roles, [&](float one, Words) { price += one; });
  return price;
}

// Words whose head or relation may be at fault, at most kMostSuspects.
std::vector<std::size_t> suspects(const RepairTree& tree, const std::vector<RelationRole>& roles) {
  std::vector<std::size_t> out;
  const auto add = [&](std::size_t w) {
    if (tree.heads[w] != 0 && out.size() < kMostSuspects &&
        std::find(out.begin(), out.end(), w) == out.end())
      out.push_back(w);
  };
  check_rules(tree, roles, [&](float, Words words) {
    for (const std::size_t w : words) add(w);
  });
  for (std::size_t w = 1; w < tree.heads.size() && out.size() < kMostSuspects; ++w)
    check_crossings(tree, w, add);
  return out;
}

// Whether `at` is `word` or hangs below it.
bool hangs_below(const RepairTree& tree, std::size_t at, std::size_t word) {
  for (; at != 0; at = static_cast<std::size_t>(tree.heads[at]))
    if (at == word) return true;
  return false;
}

// Places of the highest of `scores`, best first; returns how many, at most kMost.
template <std::size_t kMost>
std::size_t best_places(const float* scores, std::size_t size,
                        std::array<std::size_t, kMost>& out) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    std::size_t at = count;
    while (at > 0 && scores[out[at - 1]] < scores[i]) --at;
    if (at >= kMost) continue;
    count = std::min(count + 1, kMost);
    std::copy_backward(out.begin() + at, out.begin() + count - 1, out.begin() + count);
    out[at] = i;
  }
  return count;
}

struct Change {
  float gain = 0;
  std::size_t word = 0;
  int head = 0;
  std::uint16_t relation = 0;
};

// The best change of the word's head and relation, if it gains more than `best` does.
void try_changes(RepairTree& tree, std::size_t w, float rules,
                 const std::vector<RelationRole>& roles, const RepairScores& scores, Change& best) {
  const int old_head = tree.heads[w];
  const std::uint16_t old_relation = tree.relations[w];
  const int old_crossings = crossings_of(tree, w);
  const float* of_head = scores.heads(w);
  const float now =
      of_head[old_head] + scores.relations(w, static_cast<std::size_t>(old_head))[old_relation];
  std::array<std::size_t, kHeads> heads;
  const std::size_t head_count = best_places(of_head, tree.heads.size(), heads);
  for (std::size_t h = 0; h < head_count; ++h) {
    if (heads[h] == 0 || hangs_below(tree, heads[h], w)) continue;
    tree.heads[w] = static_cast<int>(heads[h]);
    const float uncrossed = kCrossing * static_cast<float>(old_crossings - crossings_of(tree, w));
    const float* of_relation = scores.relations(w, heads[h]);
    std::array<std::size_t, kRelations> relations;
    const std::size_t relation_count = best_places(of_relation, roles.size(), relations);
    for (std::size_t r = 0; r < relation_count; ++r) {
      const float gained = of_head[heads[h]] + of_relation[relations[r]] - now + uncrossed;
      if (roles[relations[r]] == RelationRole::kRoot || gained + rules <= best.gain) continue;
      tree.relations[w] = static_cast<std::uint16_t>(relations[r]);
      const float gain = gained + rules - price_of_rules(tree, roles);
      if (gain > best.gain) best = {gain, w, tree.heads[w], tree.relations[w]};
    }
    tree.heads[w] = old_head;
    tree.relations[w] = old_relation;
  }
}

}  // namespace

std::vector<RelationRole> roles_of(const std::vector<std::string_view>& relations) {
  constexpr std::array<std::pair<std::string_view, RelationRole>, 16> kRoles = {{
      {"root", RelationRole::kRoot},
      {"nsubj", RelationRole::kSubject},
      {"csubj", RelationRole::kSubject},
      {"obj", RelationRole::kObject},
      {"ccomp", RelationRole::kClause},
      {"xcomp", RelationRole::kClause},
      {"acl", RelationRole::kModifier},
      {"appos", RelationRole::kModifier},
      {"flat", RelationRole::kModifier},
      {"fixed", RelationRole::kModifier},
      {"conj", RelationRole::kConjunct},
      {"cc", RelationRole::kConjunction},
      {"case", RelationRole::kCase},
      {"mark", RelationRole::kMark},
      {"punct", RelationRole::kPunctuation},
      {"parataxis", RelationRole::kParataxis},
  }};
  std::vector<RelationRole> out;
  for (const std::string_view relation : relations) {
    const std::string_view base = relation.substr(0, relation.find(':'));
    const auto known = std::find_if(kRoles.begin(), kRoles.end(),
                                    [&](const auto& one) { return one.first == base; });
    out.push_back(known == kRoles.end() ? RelationRole::kOther : known->second);
  }
  return out;
}

float price_of(const RepairTree& tree, const std::vector<RelationRole>& roles) {
  float price = price_of_rules(tree, roles);
  for (std::size_t w = 1; w < tree.heads.size(); ++w)
    price += kCrossing / 2 * static_cast<float>(crossings_of(tree, w));
  return price;
}

bool repair(RepairTree& tree, const std::vector<RelationRole>& roles, const RepairScores& scores) {
  for (int changes = 0;; ++changes) {
    const std::vector<std::size_t> words = suspects(tree, roles);
    Change best;
    const float rules = price_of_rules(tree, roles);
    for (const std::size_t w : words) try_changes(tree, w, rules, roles, scores, best);
    if (best.word == 0 || changes == kMostChanges) return changes > 0;
    tree.heads[best.word] = best.head;
    tree.relations[best.word] = best.relation;
  }
}

}  // namespace selon
