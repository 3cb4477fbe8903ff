#include "document/document.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace selon {

std::string_view to_string(BlockKind kind) {
  constexpr std::array<std::string_view, 10> kNames = {
      "title",    "subtitle", "byline", "dateline", "paragraph",
      "epigraph", "turn",     "note",   "caption",  "boilerplate"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view to_string(EntityKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"person", "organisation", "state",
                                                      "people", "outlet",       "unknown"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view to_string(Anchor anchor) {
  constexpr std::array<std::string_view, 3> kNames = {"none", "published", "text"};
  return kNames[static_cast<size_t>(anchor)];
}

std::string_view to_string(TimeKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"date", "time", "duration", "set"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view to_string(Approx approx) {
  constexpr std::array<std::string_view, 4> kNames = {"exact", "min", "max", "about"};
  return kNames[static_cast<size_t>(approx)];
}

std::string_view to_string(Report report) {
  constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(report)];
}

std::string_view to_string(Certainty certainty) {
  constexpr std::array<std::string_view, 5> kNames = {"asserted", "hedged", "possible",
                                                      "questioned", "denied"};
  return kNames[static_cast<size_t>(certainty)];
}

std::string_view to_string(Polarity polarity) { return polarity == Polarity::kPos ? "pos" : "neg"; }

std::string_view to_string(ClaimTime time) {
  constexpr std::array<std::string_view, 3> kNames = {"past", "present", "future"};
  return kNames[static_cast<size_t>(time)];
}

std::vector<Participant> participants(const Document& document,
                                      const std::vector<int32_t>& mentions) {
  std::vector<Participant> out;
  for (int32_t m : mentions) {
    const int32_t entity = document.mentions[m].entity;
    if (entity == kNone || document.entities[entity].members.empty())
      out.push_back({m, entity});
    else
      for (int32_t member : document.entities[entity].members) out.push_back({m, member});
  }
  return out;
}

std::string code_without_sector(const Entity& entity) {
  std::string_view code = entity.code;
  if (code.size() > entity.sector.size() && code.ends_with(entity.sector))
    code.remove_suffix(entity.sector.size());
  return std::string(code);
}

namespace {

// Names the first thing wrong, so that a failing assert says which layer a stage broke.
class Checker {
 public:
  explicit Checker(const Document& d) : d_(d) {}

  std::string run() {
    blocks();
    sentences();
    words();
    mentions();
    quotations();
    attributions();
    claims();
    predicates();
    return problem_;
  }

 private:
  void fail(const std::string& what, size_t i) {
    if (problem_.empty()) problem_ = what + " " + std::to_string(i);
  }
  bool inside(Span s) const {
    return s.begin <= s.end && s.end <= d_.text.size() && is_boundary(d_.text, s.begin) &&
           is_boundary(d_.text, s.end);
  }
  bool index(int32_t i, size_t size) const { return i >= kNone && i < static_cast<int32_t>(size); }
  bool all_inside(const std::vector<int32_t>& indices, size_t size) const {
    return std::ranges::all_of(indices, [&](int32_t i) { return i != kNone && index(i, size); });
  }

  void blocks() {
    uint32_t at = 0;
    for (size_t i = 0; i < d_.blocks.size(); ++i) {
      const Span s = d_.blocks[i].span;
      if (!inside(s) || s.begin < at) fail("span of block", i);
      at = s.end;
    }
  }
  void sentences() {
    int32_t token = 0, word = 0;
    for (size_t i = 0; i < d_.sentences.size(); ++i) {
      const Sentence& s = d_.sentences[i];
      if (!inside(s.span)) fail("span of sentence", i);
      if (s.first_token != token || s.end_token < token) fail("tokens of sentence", i);
      if (s.first_word != word || s.end_word < word) fail("words of sentence", i);
      if (!index(s.block, d_.blocks.size())) fail("block of sentence", i);
      token = s.end_token;
      word = s.end_word;
    }
    if (!d_.sentences.empty() && token != static_cast<int32_t>(d_.tokens.size()))
      fail("tokens outside sentences from", token);
    if (!d_.sentences.empty() && word != static_cast<int32_t>(d_.words.size()))
      fail("words outside sentences from", word);
  }
  void words() {
    for (size_t i = 0; i < d_.tokens.size(); ++i)
      if (!inside(d_.tokens[i].span) || d_.tokens[i].span.empty()) fail("span of token", i);
    for (size_t i = 0; i < d_.words.size(); ++i) {
      const Word& w = d_.words[i];
      if (!inside(w.span)) fail("span of word", i);
      if (!index(w.sentence, d_.sentences.size())) {
        fail("sentence of word", i);
        continue;
      }
      if (w.head == kNone) continue;
      const Sentence& s = d_.sentences[w.sentence];
      if (w.head < s.first_word || w.head >= s.end_word) fail("head of word", i);
    }
  }
  bool words_inside(int32_t first, int32_t end) const {
    return 0 <= first && first <= end && end <= static_cast<int32_t>(d_.words.size());
  }
  void mentions() {
    for (size_t i = 0; i < d_.mentions.size(); ++i) {
      const Mention& m = d_.mentions[i];
      if (!inside(m.span)) fail("span of mention", i);
      if (!index(m.entity, d_.entities.size())) fail("entity of mention", i);
      if (!index(m.coref, d_.mentions.size())) fail("coref of mention", i);
      if (!index(m.head, d_.words.size())) fail("head of mention", i);
      if (!words_inside(m.first_word, m.end_word)) fail("words of mention", i);
    }
    for (size_t i = 0; i < d_.times.size(); ++i)
      if (!inside(d_.times[i].span)) fail("span of time", i);
    for (size_t i = 0; i < d_.quantities.size(); ++i)
      if (!inside(d_.quantities[i].span)) fail("span of quantity", i);
    for (size_t i = 0; i < d_.places.size(); ++i)
      if (!inside(d_.places[i].span)) fail("span of place", i);
  }
  void quotations() {
    for (size_t i = 0; i < d_.quotations.size(); ++i) {
      const Quotation& q = d_.quotations[i];
      if (!inside(q.span)) fail("span of quotation", i);
      if (!words_inside(q.first_word, q.end_word)) fail("words of quotation", i);
      if (!index(q.parent, d_.quotations.size()) || q.parent == static_cast<int32_t>(i))
        fail("parent of quotation", i);
    }
  }
  void attributions() {
    for (size_t i = 0; i < d_.attributions.size(); ++i) {
      const Attribution& a = d_.attributions[i];
      if (!inside(a.cue) || !inside(a.source) || !inside(a.content)) fail("span of attribution", i);
      if (!index(a.entity, d_.entities.size())) fail("entity of attribution", i);
      if (!index(a.parent, d_.attributions.size()) || a.parent == static_cast<int32_t>(i))
        fail("parent of attribution", i);
    }
  }
  void claims() {
    for (size_t i = 0; i < d_.claims.size(); ++i) {
      const Claim& c = d_.claims[i];
      if (!inside(c.quote) || !inside(c.trigger) || !c.quote.contains(c.trigger))
        fail("span of claim", i);
      if (c.rule.empty()) fail("rule of claim", i);
      if (!all_inside(c.actors, d_.mentions.size())) fail("actor of claim", i);
      if (!all_inside(c.recipients, d_.mentions.size())) fail("recipient of claim", i);
      if (!all_inside(c.voices, d_.attributions.size())) fail("voice of claim", i);
      if (!all_inside(c.when, d_.times.size())) fail("time of claim", i);
      if (!all_inside(c.where, d_.places.size())) fail("place of claim", i);
      if (!all_inside(c.quantities, d_.quantities.size())) fail("quantity of claim", i);
      for (size_t k = 0; k < c.voices.size(); ++k)
        if (std::find(c.voices.begin(), c.voices.begin() + k, c.voices[k]) != c.voices.begin() + k)
          fail("a voice twice in claim", i);
    }
  }
  void predicates() {
    for (size_t i = 0; i < d_.predicates.size(); ++i) {
      const Predicate& p = d_.predicates[i];
      if (!all_inside({p.word}, d_.words.size())) fail("word of predicate", i);
      if (!all_inside(p.governors, d_.words.size())) fail("governor of predicate", i);
      if (!all_inside(p.voices, d_.attributions.size())) fail("voice of predicate", i);
    }
  }

  const Document& d_;
  std::string problem_;
};

}  // namespace

std::string check_invariants(const Document& document) { return Checker(document).run(); }

}  // namespace selon
