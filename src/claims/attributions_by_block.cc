// Attributions of whole blocks: turns of an interview, epigraphs, translators' notes.
//
//   turn        "Le général : Nous avons …"       the whole block
#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "claims/attribution_context.h"

namespace selon {
namespace {

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
      d.content = WordSet(c_.first_word_at(block.span.begin), c_.first_word_at(block.span.end));
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

}  // namespace

void find_block_attributions(AttributionContext& c) { BlockFinder(c).run(); }

}  // namespace selon
