// One sentence's tree while it is being changed: who hangs on a word, read again after a change.
// Internal to what mends trees.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace selon {

class SentenceTree {
 public:
  // Both must outlive the object.
  SentenceTree(Document& doc, const Sentence& sentence) : doc_(doc), s_(sentence) {}

 protected:
  Word& word(int32_t i) { return doc_.words[i]; }
  // Whether the word's relation is `relation` or a subtype of it.
  bool is(int32_t w, std::string_view relation) const {
    const std::string& own = doc_.words[w].deprel;
    return own.starts_with(relation) &&
           (own.size() == relation.size() || own[relation.size()] == ':');
  }

  // To be called before children() and after every change of heads. Linear in words.
  void read() {
    children_.assign(static_cast<std::size_t>(s_.end_word - s_.first_word), {});
    for (int32_t w = s_.first_word; w < s_.end_word; ++w)
      if (const int32_t head = doc_.words[w].head; head >= s_.first_word && head < s_.end_word)
        children_[static_cast<std::size_t>(head - s_.first_word)].push_back(w);
  }
  bool was_read() const { return !children_.empty(); }
  const std::vector<int32_t>& children(int32_t w) const {
    return children_[static_cast<std::size_t>(w - s_.first_word)];
  }

  // The form of the word's first preposition, or empty.
  std::string case_of(int32_t w) const {
    for (int32_t c : children(w))
      if (is(c, "case")) return doc_.words[c].form;
    return {};
  }

  Document& doc_;
  const Sentence& s_;

 private:
  std::vector<std::vector<int32_t>> children_;
};

}  // namespace selon
