// Attributions that the layout carries: colons, signatures, interview turns, epigraphs, notes, and
// what goes on without a cue of its own.
//
//   colon       "Réaction du maire : « … »", "X plante le décor :" + a paragraph in marks
//   signature   "« … » (Jeanne Morel)", "« … » — Jeanne Morel"
//   turn        "Le général : Nous avons …"       the whole block
//   carried     a free-standing paragraph in marks; "Il aurait aussi …" after an attributed
//   sentence
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

using Doc = Document;

int32_t first_word_at(const Doc& doc, uint32_t offset) {
  return static_cast<int32_t>(
      std::partition_point(doc.words.begin(), doc.words.end(),
                           [&](const Word& w) { return w.span.begin < offset; }) -
      doc.words.begin());
}

// Words longer than this beside a quotation are no signature.
constexpr int32_t kMaxSignature = 8;

class ColonFinder {
 public:
  explicit ColonFinder(AttributionContext& c) : c_(c) {}

  void run() {
    for (int32_t q = 0; q < static_cast<int32_t>(c_.doc.quotations.size()); ++q) {
      if (c_.attributed[q] || c_.doc.quotations[q].first_word >= c_.doc.quotations[q].end_word)
        continue;
      if (!after_colon(q)) signature(q);
    }
  }

 private:
  const Word& word(int32_t i) const { return c_.doc.words[i]; }

  // The colon before a quotation: in its own sentence, or at the end of the block before.
  bool after_colon(int32_t q) {
    const Quotation& it = c_.doc.quotations[q];
    const int32_t colon = it.first_word - 1;
    if (colon < 0 || word(colon).form != ":") return false;
    if (c_.quotation_at(colon) != it.parent) return false;
    if (!c_.sentence_like(q)) return false;
    const Sentence& s = c_.sentence_of(colon);
    int32_t from = s.first_word;
    if (it.parent != kNone) from = std::max(from, c_.doc.quotations[it.parent].first_word);
    int32_t last = from;  // behind an earlier colon of the sentence
    for (int32_t w = from; w < colon; ++w)
      if (word(w).form == ":") last = w + 1;
    Draft d;
    if (!speaker_before(last, colon, d) && (last == from || !speaker_before(from, last - 1, d)))
      return false;
    d.content = WordSet(it.first_word, it.end_word);
    d.report = Report::kDirect;
    d.rule = "colon";
    d.content.remove(d.cue);
    c_.attributed[q] = true;
    c_.doc.quotations[q].speech = true;
    c_.drafts.push_back(std::move(d));
    return true;
  }

  // Who speaks in [first, colon): the subject of its main verb, or the name that it consists of.
  bool speaker_before(int32_t first, int32_t colon, Draft& d) const {
    int32_t root = kNone;
    for (int32_t w = first; w < colon; ++w)
      if (word(w).head == kNone || word(w).head < first || word(w).head >= colon) {
        const auto rank = [&](int32_t x) {
          const Upos pos = word(x).upos;
          return c_.arguments.verbal(x)                      ? 3
                 : pos == Upos::kNoun || pos == Upos::kPropn ? 2
                 : pos == Upos::kPunct                       ? 0
                                                             : 1;
        };
        if (rank(w) > 0 && (root == kNone || rank(w) > rank(root))) root = w;
      }
    if (root == kNone) return false;
    if (c_.finite_between(first, colon)) {
      // "X plante le décor :", whatever the verb
      Arguments::Words subjects = c_.arguments.subject(root);
      if (!c_.arguments.passive(root)) {
        const int32_t near = c_.nearest_subject(root);
        if (near != kNone && near < root) {
          subjects = {near};
        } else if (const int32_t noun = c_.noun_before(WordSet(root, root + 1)); noun != kNone) {
          subjects = {noun};
        }
      }
      for (int32_t subject : subjects)
        if (subject >= first && subject < colon)
          if (auto who = c_.sources.read(subject); who && !who->name.empty()) {
            d.source = std::move(*who);
            d.cue.add(root);
            for (int32_t child : c_.tree.children(root))
              if (c_.tree.is(child, "aux") && child >= first) d.cue.add(child);
            d.cue_word = root;
            return true;
          }
      return false;
    }
    // "Jeanne Morel, maire de Caen : « … »"; "Et la lettre de conclure : « … »"
    for (int32_t w : {root, word(root).head})
      if (w != kNone && w >= first && w < colon) {
        if (!c_.sources.is_actor(w) &&
            c_.lexicon.source_noun(lower(word(w).lemma)) != SourceNoun::kDocument)
          continue;
        if (auto who = c_.sources.read(w); who && !who->name.empty()) {
          d.source = std::move(*who);
          d.cue.add(colon);
          d.cue_word = colon;
          for (int32_t v = w + 1; v < colon; ++v)
            if (word(v).morph.verb_form == VerbForm::kInf) d.cue.add(d.cue_word = v);
          return true;
        }
      }
    return false;
  }

  // « … » (Jeanne Morel)      "…" - Jeanne Morel
  void signature(int32_t q) {
    const Quotation& it = c_.doc.quotations[q];
    if (!it.closed || it.parent != kNone || !c_.sentence_like(q)) return;
    const Sentence& opened = c_.sentence_of(it.first_word);
    const Block& block = c_.doc.blocks[opened.block];
    // Nothing but the quotation stands before it in its block
    for (int32_t w = first_word_at(c_.doc, block.span.begin); w < it.first_word; ++w)
      if (word(w).upos != Upos::kPunct) return;
    const int32_t end = first_word_at(c_.doc, block.span.end);
    int32_t first = it.end_word;
    while (first < end && word(first).upos == Upos::kPunct) ++first;
    int32_t last = end;
    while (last > first && word(last - 1).upos == Upos::kPunct) --last;
    if (first >= last || last - first > kMaxSignature || c_.finite_between(first, last)) return;
    int32_t head = kNone;
    for (int32_t w = first; w < last && head == kNone; ++w)
      if (mention_at_head(c_.doc, w) != kNone || word(w).upos == Upos::kPropn ||
          c_.sources.is_actor(w))
        head = w;
    if (head == kNone) return;
    auto who = c_.sources.read(head);
    if (!who || who->name.empty()) return;
    Draft d;
    d.cue = WordSet(first, last);
    d.cue_word = head;
    d.source = std::move(*who);
    d.source_is_cue = true;
    d.content = WordSet(it.first_word, it.end_word);
    d.report = Report::kDirect;
    d.rule = "signature";
    c_.attributed[q] = true;
    c_.drafts.push_back(std::move(d));
  }

  AttributionContext& c_;
};

class BlockFinder {
 public:
  explicit BlockFinder(AttributionContext& c) : c_(c) {}

  void run() {
    for (size_t b = 0; b < c_.doc.blocks.size(); ++b) {
      const Block& block = c_.doc.blocks[b];
      std::string speaker = block.speaker;
      std::string rule;
      if (block.kind == BlockKind::kTurn) {
        rule = "turn";
      } else if (block.kind == BlockKind::kEpigraph) {
        rule = "epigraph";
      } else if (block.kind == BlockKind::kNote && !c_.doc.meta.translator.empty()) {
        rule = "note";
        speaker = c_.doc.meta.translator;
      }
      if (rule.empty() || speaker.empty()) continue;
      Draft d;
      d.content =
          WordSet(first_word_at(c_.doc, block.span.begin), first_word_at(c_.doc, block.span.end));
      if (d.content.empty()) continue;
      d.rule = rule;
      d.report = Report::kDirect;
      d.source_is_cue = true;
      d.cue_span = label(b, speaker);
      name(speaker, d);
      if (rule == "epigraph") mark_quotations(d.content);
      if (rule == "turn") turns_.push_back(c_.drafts.size());
      c_.drafts.push_back(std::move(d));
    }
    name_the_addressed();
  }

 private:
  // Of two who talk, one may bear only his part as a label ("L'hôte", "Question"); the other calls
  // him by his name: "M. Morel, il y a là …".
  void name_the_addressed() {
    std::vector<std::string> speakers;
    for (size_t t : turns_)
      if (std::find(speakers.begin(), speakers.end(), c_.drafts[t].source.name) == speakers.end())
        speakers.push_back(c_.drafts[t].source.name);
    if (speakers.size() != 2) return;
    for (size_t part = 0; part < 2; ++part) {
      std::string called;
      bool unnamed = false, named_twice = false;
      for (size_t t : turns_) {
        const Draft& d = c_.drafts[t];
        if (d.source.name == speakers[part]) {
          unnamed = d.source.entity == kNone && only_a_part(d.source.name);
          continue;
        }
        const std::string name = addressed(d.content);
        named_twice |= !name.empty() && !called.empty() && name != called;
        if (!name.empty()) called = name;
      }
      if (!unnamed || called.empty() || named_twice) continue;
      for (size_t t : turns_)
        if (c_.drafts[t].source.name == speakers[part]) c_.drafts[t].source.name = called;
      return;
    }
  }

  // A label with an article, or a noun that names no one in particular.
  bool only_a_part(const std::string& label) const {
    const std::string low = lower(label);
    for (std::string_view article : {"le ", "la ", "l'", "l’", "the ", "un ", "une "})
      if (low.starts_with(article)) return true;
    return c_.lexicon.source_noun(low) != SourceNoun::kNone;
  }

  // "M. Morel," at the head of a sentence of these words, or between commas.
  std::string addressed(const WordSet& words) const {
    const int32_t count = static_cast<int32_t>(c_.doc.words.size());
    for (const WordRange& r : words.ranges())
      for (int32_t w = r.first; w + 2 < r.end && w + 2 < count; ++w) {
        const Word& title = c_.doc.words[w];
        if (!c_.lexicon.words().is(lower(title.form), WordClass::kCourtesy)) continue;
        const bool opens = w == c_.sentence_of(w).first_word || c_.is_form(w - 1, ",") ||
                           c_.doc.words[w - 1].form.starts_with("...") ||
                           c_.doc.words[w - 1].form == "…";
        int32_t end = w + 1;
        while (end < r.end && end < w + 4 && starts_upper(c_.doc.words[end].form)) ++end;
        if (!opens || end == w + 1 || end >= count || !c_.is_form(end, ",")) continue;
        return std::string(c_.doc.str(c_.doc.words[w + 1].span.cover(c_.doc.words[end - 1].span)));
      }
    return {};
  }

  // The label stands in a block of its own beside the turn or epigraph, or at the block's head.
  Span label(size_t b, const std::string& speaker) const {
    for (const size_t other : {b - 1, b + 1})
      if (other < c_.doc.blocks.size() && c_.doc.blocks[other].kind == BlockKind::kByline &&
          c_.doc.blocks[other].speaker == speaker)
        return c_.doc.blocks[other].span;
    const Span own = c_.doc.blocks[b].span;
    if (c_.doc.str(own).starts_with(speaker))
      return {own.begin, own.begin + static_cast<uint32_t>(speaker.size())};
    return {};
  }

  // The entity that bears the label's name, or the end of it: "Sayyed Nasrallah".
  void name(const std::string& speaker, Draft& d) {
    d.source.name = speaker;
    d.source.kind = "person";
    if (names_.empty())
      for (const Mention& m : c_.doc.mentions) {
        if (m.entity == kNone || m.form != MentionForm::kName) continue;
        const std::string text = fold(c_.doc.str(m.span));
        names_.emplace(text, m.entity);
        names_.emplace(text.substr(text.rfind(' ') + 1), m.entity);
      }
    const std::string wanted = fold(speaker);
    for (size_t at = 0; at != std::string::npos;) {  // the longest end first
      if (const auto it = names_.find(wanted.substr(at)); it != names_.end()) {
        d.source.entity = it->second;
        d.source.name = c_.doc.entities[it->second].name;
        d.source.kind = voice_kind(c_.doc.entities[it->second]);
        return;
      }
      at = wanted.find(' ', at);
      if (at != std::string::npos) ++at;
    }
  }

  void mark_quotations(const WordSet& content) {
    for (size_t q = 0; q < c_.doc.quotations.size(); ++q)
      if (content.contains(c_.doc.quotations[q].first_word)) c_.attributed[q] = true;
  }

  AttributionContext& c_;
  std::vector<size_t> turns_;                       // drafts
  std::unordered_map<std::string, int32_t> names_;  // folded names and their last words
};

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
    return first.upos == Upos::kDet && first.head != kNone &&
           std::find(kThese.begin(), kThese.end(), form) != kThese.end() &&
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

void find_colon_attributions(AttributionContext& c) { ColonFinder(c).run(); }
void find_block_attributions(AttributionContext& c) { BlockFinder(c).run(); }
void find_carried_attributions(AttributionContext& c) { CarryFinder(c).run(); }

}  // namespace selon
