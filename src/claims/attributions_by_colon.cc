// Attributions that a colon or a signature carries.
//
//   colon       "Réaction du maire : « … »", "X plante le décor :" + a paragraph in marks
//   signature   "« … » (Jeanne Morel)", "« … » — Jeanne Morel"
//   outlet      "Le Monde : Oslo a signé", a headline or a review of the press
#include <algorithm>

#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

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
    for (const Sentence& s : c_.doc.sentences) outlet(s);
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

  // "Le Monde : Oslo a signé": nothing but an outlet's name before the colon, and a clause behind.
  // A state or a person there is what the sentence is about.
  void outlet(const Sentence& s) {
    int32_t colon = s.first_word;
    while (colon < s.end_word && word(colon).form != ":") ++colon;
    if (colon == s.first_word || colon + 1 >= s.end_word || c_.is_mark(colon + 1) ||
        !c_.doc.blocks[s.block].speaker.empty() || !c_.finite_between(colon + 1, s.end_word))
      return;
    for (const Mention& m : c_.doc.mentions) {
      if (m.first_word != s.first_word || m.end_word != colon || m.entity == kNone ||
          c_.doc.entities[m.entity].kind != EntityKind::kOutlet || c_.cue_used[m.head])
        continue;
      auto who = c_.sources.read(m.head);
      if (!who || who->name.empty()) return;
      Draft d;
      d.source = std::move(*who);
      d.cue.add(colon);
      d.cue_word = colon;
      d.content = WordSet(colon + 1, s.end_word);
      d.rule = "outlet_colon";
      c_.drafts.push_back(std::move(d));
      return;
    }
  }

  // « … » (Jeanne Morel)      "…" - Jeanne Morel
  void signature(int32_t q) {
    const Quotation& it = c_.doc.quotations[q];
    if (!it.closed || it.parent != kNone || !c_.sentence_like(q)) return;
    const Sentence& opened = c_.sentence_of(it.first_word);
    const Block& block = c_.doc.blocks[opened.block];
    // Nothing but the quotation stands before it in its block
    for (int32_t w = c_.first_word_at(block.span.begin); w < it.first_word; ++w)
      if (word(w).upos != Upos::kPunct) return;
    const int32_t end = c_.first_word_at(block.span.end);
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

}  // namespace

void find_colon_attributions(AttributionContext& c) { ColonFinder(c).run(); }

}  // namespace selon
