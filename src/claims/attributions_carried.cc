// Attributions that go on without a cue of their own.
//
//   "Le maire a parlé." + a free-standing paragraph in marks       still the maire
//   "X affirme que … . Il aurait aussi …"                          still X
//   "X a demandé … . Ces demandes englobent …"                     still X
#include <algorithm>
#include <array>
#include <map>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/attribution_context.h"

namespace selon {
namespace {

class CarryFinder {
 public:
  explicit CarryFinder(AttributionContext& c) : c_(c), covered_(c.doc.words.size(), false) {
    for (size_t i = 0; i < c.drafts.size(); ++i) enter(i);
  }

  void run() {
    free_standing_quotations();
    unclosed_quotations();
    reported_conditionals();
  }

 private:
  const Word& word(int32_t i) const { return c_.doc.words[i]; }

  static int32_t anchor(const Draft& d) {
    return d.cue.empty() ? d.content.front() : d.cue.front();
  }

  // Makes a draft known to last_before() and covered().
  void enter(size_t i) {
    const Draft& d = c_.drafts[i];
    if (d.source.name.empty() || d.content.empty() || d.rule == "turn" || d.rule == "note" ||
        d.rule == "epigraph")
      return;
    by_anchor_.emplace(anchor(d), i);
    for (const WordSet* set : {&d.content, &d.cue})
      for (const WordRange& r : set->ranges())
        std::fill(covered_.begin() + r.first, covered_.begin() + r.end, true);
  }

  // The named draft that comes last before a word, with its content within `blocks` blocks.
  const Draft* last_before(int32_t at, int32_t blocks) const {
    constexpr int kReach = 60;  // drafts looked back over
    const Draft* best = nullptr;
    auto it = by_anchor_.lower_bound(at);
    for (int steps = 0; it != by_anchor_.begin() && steps < kReach; ++steps) {
      const Draft& d = c_.drafts[(--it)->second];
      if (best != nullptr && word(anchor(d)).sentence != word(anchor(*best)).sentence) break;
      if (d.content.front() >= at) continue;
      // Nobody who only speaks inside another quotation
      const int32_t q = c_.quotation_at(anchor(d));
      if (q != kNone && c_.quotation_at(at) == kNone && !d.cue.empty() &&
          !d.content.contains(c_.doc.quotations[q].first_word))
        continue;
      if (c_.block_of(at) - c_.block_of(d.content.back()) > blocks) continue;
      if (best == nullptr || later(d, *best)) best = &d;
    }
    return best;
  }

  // Of two in one sentence, the one that stood for all of it is picked up again.
  bool later(const Draft& a, const Draft& b) const {
    if (word(anchor(a)).sentence == word(anchor(b)).sentence && whole(a) != whole(b))
      return whole(a);
    return anchor(a) > anchor(b);
  }

  void carry(const Draft& from, WordSet content, Report report, std::string rule) {
    Draft d;
    d.source = from.source;
    d.source.words = WordSet();
    d.content = std::move(content);
    d.report = report;
    d.rule = std::move(rule);
    if (report == Report::kIndirect) d.certainty = from.certainty;
    c_.drafts.push_back(std::move(d));
    enter(c_.drafts.size() - 1);
  }

  // A paragraph that consists of words in marks, or a sentence in marks behind an attributed one.
  void free_standing_quotations() {
    for (int32_t q = 0; q < static_cast<int32_t>(c_.doc.quotations.size()); ++q) {
      const Quotation& it = c_.doc.quotations[q];
      if (c_.attributed[q] || it.parent != kNone || it.first_word >= it.end_word) continue;
      if (!c_.sentence_like(q)) continue;
      const Sentence& s = c_.sentence_of(it.first_word);
      const Block& block = c_.doc.blocks[s.block];
      if (block.kind != BlockKind::kParagraph) continue;
      // Its own sentence holds nothing else
      bool alone = true;
      for (int32_t w = s.first_word; w < it.first_word; ++w) alone &= word(w).upos == Upos::kPunct;
      for (int32_t w = it.end_word; w < s.end_word; ++w) alone &= word(w).upos == Upos::kPunct;
      if (!alone) continue;
      const Draft* last = last_before(it.first_word, 1);
      if (last == nullptr) continue;
      c_.attributed[q] = true;
      carry(*last, WordSet(it.first_word, it.end_word), Report::kDirect, "carried_quotation");
    }
  }

  // A quotation that a colon opened and that nothing closes: it goes on while no new one of the
  // narrator's begins.
  void unclosed_quotations() {
    const size_t count = c_.drafts.size();
    for (size_t i = 0; i < count; ++i) {
      const Draft& d = c_.drafts[i];
      if (d.report != Report::kDirect || d.content.empty()) continue;
      const int32_t q = c_.quotation_at(d.content.front());
      if (q == kNone || c_.doc.quotations[q].closed || c_.doc.quotations[q].parent != kNone)
        continue;
      const Quotation& it = c_.doc.quotations[q];
      if (it.first_word == 0 || !c_.is_form(it.first_word - 1, ":")) continue;
      const int32_t block = c_.block_of(it.first_word);
      if (c_.word(it.end_word - 1).sentence == c_.word(it.first_word).sentence) continue;
      WordSet rest;
      for (size_t s = c_.word(it.end_word - 1).sentence + 1; s < c_.doc.sentences.size(); ++s) {
        const Sentence& sentence = c_.doc.sentences[s];
        if (sentence.block <= block || sentence.first_word < it.end_word) continue;
        const BlockKind kind = c_.doc.blocks[sentence.block].kind;
        if (kind == BlockKind::kBoilerplate || kind == BlockKind::kByline) continue;
        if (kind != BlockKind::kParagraph) break;
        if (narrator_resumes(sentence, d)) break;
        rest.add(WordRange{sentence.first_word, sentence.end_word});
      }
      if (!rest.empty()) carry(Draft(d), std::move(rest), Report::kDirect, "carried_unclosed");
    }
  }

  // The narrator is back when he names the speaker again, or opens a quotation that says something.
  bool narrator_resumes(const Sentence& s, const Draft& from) const {
    for (int32_t w = s.first_word; w < s.end_word; ++w) {
      const int32_t q = c_.opens_at(w);
      if (q == kNone || !c_.doc.quotations[q].closed || !c_.sentence_like(q)) continue;
      if (c_.attributed[q] || w == s.first_word) return true;
    }
    for (auto it = by_anchor_.lower_bound(s.first_word);
         it != by_anchor_.end() && it->first < s.end_word; ++it) {
      const Draft& d = c_.drafts[it->second];
      if (!d.cue.empty() && from.source.entity != kNone && d.source.entity == from.source.entity)
        return true;
    }
    return false;
  }

  // "Selon X, Y a frappé. Il aurait aussi …": the conditional of report carries on.
  void reported_conditionals() {
    for (size_t i = 1; i < c_.doc.sentences.size(); ++i) {
      const Sentence& s = c_.doc.sentences[i];
      if (c_.doc.blocks[s.block].kind != BlockKind::kParagraph || s.first_word >= s.end_word)
        continue;
      if (c_.quotation_at(s.first_word) != kNone || covered(s)) continue;
      const bool conditional = reported_conditional(s);
      if (!conditional && !picks_up(s)) continue;
      const Draft* last = last_before(s.first_word, conditional ? 1 : 0);
      if (last == nullptr || last->report == Report::kDirect) continue;
      if (!conditional &&
          (word(last->content.back()).sentence + 1 != static_cast<int32_t>(i) || !whole(*last)))
        continue;
      carry(Draft(*last), WordSet(s.first_word, s.end_word), Report::kIndirect,
            conditional ? "carried_conditional" : "carried_anaphora");
    }
  }

  bool covered(const Sentence& s) const { return covered_[main_word(s)]; }

  int32_t main_word(const Sentence& s) const {
    for (int32_t w = s.first_word; w < s.end_word; ++w)
      if (word(w).head == kNone) return w;
    return s.first_word;
  }

  // Main verb in the conditional perfect, or "serait en train", and no condition about.
  bool reported_conditional(const Sentence& s) const {
    const int32_t root = main_word(s);
    bool conditional = false;
    for (int32_t child : c_.tree.children(root))
      conditional |= (c_.tree.is(child, "aux") || c_.tree.is(child, "cop")) &&
                     word(child).morph.mood == Mood::kCnd;
    if (!conditional) return false;
    for (int32_t w = s.first_word; w < s.end_word; ++w) {
      const std::string form = lower(word(w).form);
      if ((form == "si" || form == "s'" || form == "sans") && word(w).upos != Upos::kAdv)
        return false;
      if (form == "?") return false;
    }
    return true;
  }

  // "Ces demandes englobent …": a demonstrative subject takes up what the sentence before said.
  bool picks_up(const Sentence& s) const {
    const Word& first = word(s.first_word);
    const std::string form = lower(first.form);
    constexpr std::array<std::string_view, 6> kThese = {"ces", "cette", "cet",
                                                        "ce",  "these", "this"};
    return first.upos == Upos::kDet && first.head != kNone && among(form, kThese) &&
           c_.tree.is(first.head, "nsubj") && word(first.head).upos == Upos::kNoun;
  }

  // A source that stood for its whole sentence.
  static bool whole(const Draft& d) {
    return d.rule == "preposition" || d.rule == "incise_indirect" ||
           d.rule == "carried_conditional" || d.rule == "carried_anaphora";
  }

  AttributionContext& c_;
  std::multimap<int32_t, size_t> by_anchor_;  // named drafts by the word where they begin
  std::vector<bool> covered_;                 // words that already have a voice
};

}  // namespace

void find_carried_attributions(AttributionContext& c) { CarryFinder(c).run(); }

}  // namespace selon
