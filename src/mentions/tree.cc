#include "mentions/tree.h"

namespace selon {

Tree::Tree(const Document& doc) : doc_(doc), first_(doc.words.size() + 1, 0) {
  for (const Word& w : doc.words)
    if (w.head != kNone) ++first_[w.head + 1];
  for (size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<int32_t> at(first_.begin(), first_.end() - 1);
  for (size_t i = 0; i < doc.words.size(); ++i)
    if (doc.words[i].head != kNone) children_[at[doc.words[i].head]++] = static_cast<int32_t>(i);
}

bool Tree::is(int32_t word, std::string_view relation) const {
  if (doc_.words[word].head == kNone) return false;
  const std::string_view own = doc_.words[word].deprel;
  return own.starts_with(relation) &&
         (own.size() == relation.size() || own[relation.size()] == ':');
}

int32_t Tree::child(int32_t word, std::string_view relation) const {
  for (int32_t c : children(word))
    if (is(c, relation)) return c;
  return kNone;
}

std::string_view Tree::preposition(int32_t word) const {
  const int32_t c = child(word, "case");
  return c == kNone ? std::string_view() : std::string_view(doc_.words[c].lemma);
}

bool Tree::behind_colon(int32_t word) const {
  if (doc_.words[word].head == kNone) return false;
  for (int32_t w = doc_.words[word].head + 1; w < word; ++w)
    if (doc_.words[w].form == ":") return true;
  return false;
}

bool Tree::put_before(int32_t clause) const {
  return clause < doc_.words[clause].head && child(clause, "mark") == kNone;
}

bool Tree::below(int32_t word, int32_t ancestor) const {
  while (word != kNone && word != ancestor) word = doc_.words[word].head;
  return word == ancestor;
}

}  // namespace selon
