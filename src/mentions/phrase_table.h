// Phrases of a language table, found in a sentence by their first token; the longest wins.
//
//   table.add(Kind::kBound, "plus de", "min"); table.finish();
//   table.find(Kind::kBound, sentence, i)   →  the phrase that begins at token i, or null
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "mentions/number_words.h"

namespace selon {

template <typename Kind>
class PhraseTable {
 public:
  struct Phrase {
    Kind kind;
    std::string value;
    std::vector<std::string> forms;  // token by token, folded
    size_t size() const { return forms.size(); }
  };

  // `forms` are separated by spaces. Precondition: there is one.
  void add(Kind kind, std::string_view forms, std::string value) {
    Phrase phrase{kind, std::move(value), {}};
    for (std::string_view form : split(forms, ' '))
      if (!form.empty()) phrase.forms.emplace_back(form);
    longest_ = std::max(longest_, phrase.size());
    phrases_[phrase.forms[0]].push_back(std::move(phrase));
  }
  // After the last add().
  void finish() {
    for (auto& [form, list] : phrases_)
      std::stable_sort(list.begin(), list.end(),
                       [](const Phrase& a, const Phrase& b) { return a.size() > b.size(); });
  }

  const Phrase* find(Kind kind, const FoldedSentence& s, size_t i) const {
    if (i >= s.size()) return nullptr;
    const auto it = phrases_.find(s.form(i));
    if (it == phrases_.end()) return nullptr;
    for (const Phrase& phrase : it->second) {
      if (phrase.kind != kind) continue;
      bool fits = true;
      for (size_t k = 1; k < phrase.size() && fits; ++k) fits = s.form(i + k) == phrase.forms[k];
      if (fits) return &phrase;
    }
    return nullptr;
  }
  // The longest of that kind that ends before token i, or null.
  const Phrase* find_before(Kind kind, const FoldedSentence& s, size_t i) const {
    for (size_t n = std::min(longest_, i); n > 0; --n) {
      const Phrase* p = find(kind, s, i - n);
      if (p && p->size() == n) return p;
    }
    return nullptr;
  }
  // Every phrase that begins with this form, or null.
  const std::vector<Phrase>* starting(std::string_view form) const {
    const auto it = phrases_.find(form);
    return it == phrases_.end() ? nullptr : &it->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> phrases_;
  size_t longest_ = 0;
};

}  // namespace selon
