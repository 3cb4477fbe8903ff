// One sentence's tree while it is being mended: who hangs on a word, and the changes that menders
// make. Internal to what mends trees.
//
//   if (t.is(noun, "obj") && !t.has(noun, "case")) t.hang(noun, verb, "nsubj");
//
// A mender looks at one word, mends what is wrong with it and then returns true. The sentence stays
// a tree with one root. It leaves read() to its caller: until then children() are as before.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace selon {

class SentenceTree {
 public:
  // The document must outlive the object. Needs words with trees.
  SentenceTree(Document& doc, const Sentence& sentence)
      : doc_(doc), first_(sentence.first_word), end_(sentence.end_word) {
    read();
  }

  int32_t first() const { return first_; }
  int32_t end() const { return end_; }
  Word& word(int32_t i) { return doc_.words[i]; }
  const Word& word(int32_t i) const { return doc_.words[i]; }

  // Whether the word's relation is one of these or a subtype of one.
  template <typename... Relations>
  bool is(int32_t w, Relations... relations) const {
    return (is_or_subtype(doc_.words[w].deprel, relations) || ...);
  }

  // After every change of heads. Linear in words.
  void read() {
    children_.assign(static_cast<std::size_t>(end_ - first_), {});
    for (int32_t w = first_; w < end_; ++w)
      if (const int32_t head = doc_.words[w].head; head >= first_ && head < end_)
        children_[static_cast<std::size_t>(head - first_)].push_back(w);
  }
  // In the order of the words.
  const std::vector<int32_t>& children(int32_t w) const {
    return children_[static_cast<std::size_t>(w - first_)];
  }
  template <typename F>
  bool any_child(int32_t of, F f) const {
    return std::ranges::any_of(children(of), f);
  }
  // Whether a child's relation is one of these or a subtype of one.
  template <typename... Relations>
  bool has(int32_t w, Relations... relations) const {
    return any_child(w, [&](int32_t c) { return is(c, relations...); });
  }

  // Whether the word is a finite verb or has a finite auxiliary or copula.
  bool finite(int32_t w) const {
    const auto is_finite = [&](int32_t v) { return word(v).morph.verb_form == VerbForm::kFin; };
    return is_finite(w) ||
           any_child(w, [&](int32_t c) { return is(c, "aux", "cop") && is_finite(c); });
  }

  // The first of the word and those that hang on it.
  int32_t opening(int32_t w) const {
    return children(w).empty() ? w : std::min(w, children(w).front());
  }

  // The form of the word's first preposition, or empty.
  std::string case_of(int32_t w) const {
    for (int32_t c : children(w))
      if (is(c, "case")) return doc_.words[c].form;
    return {};
  }

  void hang(int32_t w, int32_t head, std::string_view relation) {
    word(w).head = head;
    word(w).deprel = relation;
  }
  // `w` hangs where `old` does, which is to be hung elsewhere.
  void take_place(int32_t w, int32_t old) { hang(w, word(old).head, word(old).deprel); }

 private:
  static bool is_or_subtype(const std::string& own, std::string_view relation) {
    return own.starts_with(relation) &&
           (own.size() == relation.size() || own[relation.size()] == ':');
  }

  Document& doc_;
  int32_t first_, end_;
  std::vector<std::vector<int32_t>> children_;
};

// Gives the word a part of speech and the features of a treebank, in both of their forms.
inline void retag(Word& word, Upos upos, std::string_view feats) {
  word.upos = upos;
  word.feats = feats;
  word.morph = parse_morph(word.feats);
}

}  // namespace selon
