#include "mentions/lookup.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace selon {

std::pair<int32_t, int32_t> mentions_at(const Document& doc, int32_t word) {
  const auto first = std::lower_bound(doc.mentions.begin(), doc.mentions.end(), word,
                                      [](const Mention& m, int32_t w) { return m.head < w; });
  auto last = first;
  while (last != doc.mentions.end() && last->head == word) ++last;
  return {static_cast<int32_t>(first - doc.mentions.begin()),
          static_cast<int32_t>(last - doc.mentions.begin())};
}

int32_t mention_at_head(const Document& doc, int32_t word) {
  const int32_t start = word;
  for (int step = 0; word != kNone && step < 8; ++step) {
    const auto [first, last] = mentions_at(doc, word);
    for (int32_t m = first; m < last; ++m)
      if (doc.mentions[m].first_word <= start && start < doc.mentions[m].end_word) return m;
    if (first != last) return kNone;
    // Only words of one name: "Chirac" below "Jacques", below "M." or below "le président".
    const Word& w = doc.words[word];
    const bool name =
        w.deprel.starts_with("flat") || w.deprel.starts_with("fixed") ||
        (w.upos == Upos::kPropn && (w.deprel.starts_with("nmod") || w.deprel.starts_with("appos")));
    if (!name) return kNone;
    word = w.head;
  }
  return kNone;
}

std::vector<int32_t> conjunct_mentions(const Document& doc, int32_t word) {
  std::vector<int32_t> found;
  if (word == kNone) return found;
  const Sentence& s = doc.sentences[doc.words[word].sentence];
  // Heads first; a conjunct may hang on the first one or on the one before it.
  std::vector<int32_t> heads = {word};
  for (size_t i = 0; i < heads.size(); ++i)
    for (int32_t w = s.first_word; w < s.end_word; ++w)
      if (doc.words[w].head == heads[i] && doc.words[w].deprel.starts_with("conj"))
        heads.push_back(w);
  std::sort(heads.begin(), heads.end());
  for (int32_t head : heads) {
    auto [first, last] = mentions_at(doc, head);
    if (first == last) {
      first = mention_at_head(doc, head);
      last = first == kNone ? first : first + 1;
    }
    for (int32_t m = first; m < last; ++m)
      if (std::find(found.begin(), found.end(), m) == found.end()) found.push_back(m);
  }
  return found;
}

int32_t antecedent(const Document& doc, int32_t mention) {
  for (size_t step = 0; step < doc.mentions.size(); ++step) {
    const int32_t next = doc.mentions[mention].coref;
    if (next == kNone || next == mention) break;
    mention = next;
  }
  return mention;
}

int32_t resolve(const Document& doc, int32_t mention) {
  if (mention == kNone) return kNone;
  const int32_t own = doc.mentions[mention].entity;
  return own != kNone ? own : doc.mentions[antecedent(doc, mention)].entity;
}

std::vector<int32_t> resolve_members(const Document& doc, int32_t mention) {
  const int32_t entity = resolve(doc, mention);
  if (entity == kNone) return {};
  const std::vector<int32_t>& members = doc.entities[entity].members;
  return members.empty() ? std::vector<int32_t>{entity} : members;
}

std::vector<int32_t> distinct_mentions(const Document& doc, const std::vector<int32_t>& mentions,
                                       const std::vector<int32_t>& others) {
  std::vector<int32_t> out;
  const auto same = [&](int32_t a, int32_t b) {
    const int32_t x = resolve(doc, a), y = resolve(doc, b);
    return a == b || (x != kNone && x == y);
  };
  for (int32_t m : mentions) {
    const auto known = [&](int32_t o) { return same(m, o); };
    if (std::none_of(out.begin(), out.end(), known) &&
        std::none_of(others.begin(), others.end(), known))
      out.push_back(m);
  }
  return out;
}

std::string prefix_before(const Document& doc, Span name) {
  const std::string_view text = doc.text;
  size_t end = name.begin;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view hyphen : {"-", "‐", "‑", "–"})
      if (text.substr(0, end).ends_with(hyphen)) {
        end -= hyphen.size();
        more = true;
      }
  }
  size_t begin = end;
  while (begin > 0 && std::isalpha(static_cast<unsigned char>(text[begin - 1]))) --begin;
  return lower(text.substr(begin, end - begin));
}

int32_t time_at(const Document& doc, int32_t word) {
  const Span span = doc.words[word].span;
  const auto next =
      std::partition_point(doc.times.begin(), doc.times.end(),
                           [&](const TimeExpression& t) { return t.span.begin <= span.begin; });
  if (next == doc.times.begin() || !(next - 1)->span.contains(span)) return kNone;
  return static_cast<int32_t>(next - doc.times.begin()) - 1;
}

}  // namespace selon
