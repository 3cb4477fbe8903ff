#include "document/redaction.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr char32_t kBlock = U'█';

// Words of a text, folded, with where they stand: stretches of letters.
struct FoundWord {
  Span span;
  std::string folded;
  bool capital = false;
};
std::vector<FoundWord> words_of(std::string_view text) {
  std::vector<FoundWord> out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t first = decode(text, at);
    if (!is_letter(first)) continue;
    size_t end = at;
    while (at < text.size() && is_letter(decode(text, at))) end = at;
    out.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                   fold(text.substr(begin, end - begin)),
                   is_upper(first)});
    at = end;
  }
  return out;
}

class Redactor {
 public:
  explicit Redactor(Document& d) : d_(d) {}

  int run() {
    find_private();
    if (private_.empty()) return 0;
    find_words();
    mask_text();
    mask_metadata();
    name_anew();
    return static_cast<int>(private_.size());
  }

 private:
  bool is_private(int32_t entity) const {
    return entity != kNone && std::binary_search(private_.begin(), private_.end(), entity);
  }

  // Who signs an article is no private person.
  bool signs(const std::string& name) const {
    const std::string folded = fold(name);
    for (const std::string* by : {&d_.meta.author, &d_.meta.translator, &d_.meta.original.author})
      if (!folded.empty() && fold(*by).find(folded) != std::string::npos) return true;
    return false;
  }

  // A person of the text alone ("sa fille, Anne Morel") whom nothing ties to a country or a sector
  // has no public role, either.
  static bool has_public_role(const Entity& entity) {
    const bool coded = !entity.code.empty() && entity.code != "UNK";
    return entity.is_public && (coded || !entity.id.starts_with("local/"));
  }

  void find_private() {
    for (size_t e = 0; e < d_.entities.size(); ++e) {
      const Entity& entity = d_.entities[e];
      if (entity.kind == EntityKind::kPerson && !has_public_role(entity) && !signs(entity.name))
        private_.push_back(static_cast<int32_t>(e));
    }
  }

  // The capitalised words of private names, but for those that other names of the text share:
  // "France" in "France Morel" stays a country elsewhere.
  void find_words() {
    std::set<std::string> shared;
    const auto add = [](std::string_view name, std::set<std::string>& to) {
      for (const FoundWord& word : words_of(name))
        if (word.capital && word.span.size() > 1) to.insert(word.folded);
    };
    for (size_t e = 0; e < d_.entities.size(); ++e)
      add(d_.entities[e].name, is_private(static_cast<int32_t>(e)) ? words_ : shared);
    for (const Place& place : d_.places) add(place.name, shared);
    for (const Mention& m : d_.mentions)
      if (m.form == MentionForm::kName) add(d_.str(m.span), is_private(m.entity) ? words_ : shared);
    for (const std::string& word : shared) words_.erase(word);
  }

  // Where a name stands, sorted: each word of the private ones', and the names themselves.
  std::vector<Span> places(std::string_view text) const {
    std::vector<Span> out;
    for (const FoundWord& word : words_of(text))
      if (word.capital && words_.contains(word.folded)) out.push_back(word.span);
    return out;
  }

  std::string masked(std::string_view text, const std::vector<Span>& hidden) const {
    std::string out;
    size_t next = 0;
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      const char32_t c = decode(text, at);
      while (next < hidden.size() && hidden[next].end <= begin) ++next;
      const bool inside = next < hidden.size() && hidden[next].begin <= begin;
      append_utf8(inside && (is_letter(c) || is_digit(c)) ? kBlock : c, out);
    }
    return out;
  }

  void mask(std::string& text) const { text = masked(text, places(text)); }

  void mask_text() {
    std::vector<Span> hidden = places(d_.text);
    for (const Mention& m : d_.mentions)
      if (m.form == MentionForm::kName && is_private(m.entity)) hidden.push_back(m.span);
    std::sort(hidden.begin(), hidden.end(), [](Span a, Span b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    const std::string text = masked(d_.text, hidden);
    move_spans(text);
    d_.text = text;
  }

  // A masked letter may take more bytes than it did: every span of every layer moves along.
  void move_spans(std::string_view text) {
    std::vector<uint32_t> to(d_.text.size() + 1);
    size_t there = 0;
    for (size_t here = 0; here < d_.text.size();) {
      to[here] = static_cast<uint32_t>(there);
      decode(d_.text, here);
      decode(text, there);
    }
    to[d_.text.size()] = static_cast<uint32_t>(text.size());
    const auto move = [&to](Span& span) { span = {to[span.begin], to[span.end]}; };
    for (Block& b : d_.blocks) move(b.span);
    for (TimeExpression& t : d_.times) move(t.span);
    for (Quantity& q : d_.quantities) move(q.span);
    for (Place& p : d_.places) move(p.span);
    for (Mention& m : d_.mentions) move(m.span);
    for (Quotation& q : d_.quotations) move(q.span);
    for (Attribution& a : d_.attributions)
      for (Span* span : {&a.cue, &a.source, &a.content}) move(*span);
    for (Claim& c : d_.claims)
      for (Span* span : {&c.quote, &c.trigger}) move(*span);
  }

  void mask_metadata() {
    Metadata& m = d_.meta;
    for (std::string* field : {&m.title, &m.subtitle, &m.original.title}) mask(*field);
    for (Block& b : d_.blocks) mask(b.speaker);
    for (Quantity& q : d_.quantities) mask(q.of);
    for (Entity& e : d_.entities) mask(e.name);  // "la famille Morel"
    for (Attribution& a : d_.attributions) mask(a.name);
  }

  void name_anew() {
    for (size_t i = 0; i < private_.size(); ++i) {
      const std::string name = "private person " + std::to_string(i + 1);
      d_.entities[private_[i]].name = name;
      for (Attribution& a : d_.attributions)
        if (a.entity == private_[i]) a.name = name;
    }
  }

  Document& d_;
  std::vector<int32_t> private_;  // entities, sorted
  std::set<std::string> words_;   // of their names, folded
};

}  // namespace

int redact_private(Document& document) {
  assert(document.tokens.empty() && document.words.empty());
  return Redactor(document).run();
}

}  // namespace selon
