// The trees of a document read from the top down: whom does this word govern?
//
//   Tree tree(doc);
//   for (int32_t child : tree.children(verb)) if (tree.is(child, "nsubj")) …
//
// "is" takes the bare relation: nsubj also stands for nsubj:pass.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace selon {

class Tree {
 public:
  explicit Tree(const Document& doc);  // the document must outlive it

  // Dependents in text order.
  std::span<const int32_t> children(int32_t word) const {
    return {children_.data() + first_[word], children_.data() + first_[word + 1]};
  }
  // Whether the word's relation is `relation` or a subtype of it; a root has none.
  bool is(int32_t word, std::string_view relation) const;
  // The first dependent with that relation, or kNone.
  int32_t child(int32_t word, std::string_view relation) const;
  // The lemma of the word's first preposition ("à", "of"), or empty.
  std::string_view preposition(int32_t word) const;
  // "Rome dément : Oslo a tiré": a colon parts the word from its head, so it stands by itself.
  bool behind_colon(int32_t word) const;
  // "Oslo did not strike, Rome denied": a clause before its verb, without a conjunction.
  bool put_before(int32_t clause) const;
  // Whether `word` is `ancestor` or hangs somewhere below it.
  bool below(int32_t word, int32_t ancestor) const;

 private:
  const Document& doc_;
  std::vector<int32_t> first_, children_;
};

}  // namespace selon
