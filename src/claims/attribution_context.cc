#include "claims/attribution_context.h"

#include <algorithm>
#include <array>

#include "base/among.h"

namespace selon {

AttributionContext::AttributionContext(Document& document, const ReportingLexicon& reporting)
    : doc(document),
      lexicon(reporting),
      tree(document),
      arguments(document, tree, reporting.words()),
      sources(document, tree, reporting),
      quotation_of(document.words.size(), kNone),
      opening(document.words.size(), kNone),
      closing(document.words.size(), kNone),
      attributed(document.quotations.size(), false),
      cue_used(document.words.size(), false) {
  for (size_t q = 0; q < doc.quotations.size(); ++q) {  // outer ones come first
    const Quotation& it = doc.quotations[q];
    const auto index = static_cast<int32_t>(q);
    std::fill(quotation_of.begin() + it.first_word, quotation_of.begin() + it.end_word, index);
    if (it.first_word >= it.end_word) continue;
    if (opening[it.first_word] == kNone) opening[it.first_word] = index;
    if (it.closed && closing[it.end_word - 1] == kNone) closing[it.end_word - 1] = index;
  }
}

bool AttributionContext::is_mark(int32_t i) const {
  constexpr std::array<std::string_view, 12> kMarks = {"«", "»", "“", "”", "„", "\"",
                                                       "'", "‘", "’", "‹", "›", "''"};
  return i >= 0 && i < static_cast<int32_t>(doc.words.size()) && among(doc.words[i].form, kMarks);
}

WordSet AttributionContext::subtree(int32_t root, const std::vector<int32_t>& cut) const {
  std::vector<int32_t> words = {root};
  for (size_t i = 0; i < words.size(); ++i)
    for (int32_t child : tree.children(words[i]))
      if (std::find(cut.begin(), cut.end(), child) == cut.end()) words.push_back(child);
  std::sort(words.begin(), words.end());
  WordSet set;
  for (size_t i = 0; i < words.size();) {
    size_t j = i + 1;
    while (j < words.size() && words[j] == words[j - 1] + 1) ++j;
    set.add(WordRange{words[i], words[j - 1] + 1});
    i = j;
  }
  return set;
}

WordRange AttributionContext::scope(int32_t i) const {
  const Sentence& s = sentence_of(i);
  WordRange range{s.first_word, s.end_word};
  if (const int32_t q = quotation_at(i); q != kNone) {
    range.first = std::max(range.first, doc.quotations[q].first_word);
    range.end = std::min(range.end, doc.quotations[q].end_word);
  }
  return range;
}

int32_t AttributionContext::first_word_at(uint32_t offset) const {
  return static_cast<int32_t>(
      std::partition_point(doc.words.begin(), doc.words.end(),
                           [&](const Word& w) { return w.span.begin < offset; }) -
      doc.words.begin());
}

bool AttributionContext::finite_between(int32_t first, int32_t end) const {
  for (int32_t i = std::max(first, 0); i < end; ++i)
    if (word(i).morph.verb_form == VerbForm::kFin &&
        (word(i).upos == Upos::kVerb || word(i).upos == Upos::kAux))
      return true;
  return false;
}

bool AttributionContext::sentence_like(int32_t quotation) const {
  const Quotation& q = doc.quotations[quotation];
  if (q.speech && finite_between(q.first_word, q.end_word)) return true;
  int words = 0;
  for (int32_t i = q.first_word; i < q.end_word; ++i) words += word(i).upos != Upos::kPunct;
  return words > (is_form(q.first_word - 1, ":") ? 2 : 6);
}

Report AttributionContext::settle(WordSet& content, int32_t cue) {
  const int32_t around = quotation_at(cue);
  bool quoted = false, plain = false;
  WordSet whole = content;
  for (const WordRange& r : content.ranges())
    for (int32_t w = r.first; w < r.end; ++w) {
      const int32_t q = quotation_at(w);
      if (q == around || q == kNone) {
        plain |= word(w).upos != Upos::kPunct && word(w).upos != Upos::kSconj;
        continue;
      }
      quoted = true;
      const int32_t opened = opens_at(w);
      if (opened != kNone && doc.quotations[opened].parent == around) {
        whole.add(WordRange{doc.quotations[opened].first_word, doc.quotations[opened].end_word});
        attributed[opened] = true;
      }
    }
  content = std::move(whole);
  if (around != kNone)
    content.clip({doc.quotations[around].first_word, doc.quotations[around].end_word});
  return quoted ? (plain ? Report::kMixed : Report::kDirect) : Report::kIndirect;
}

bool AttributionContext::parted(int32_t verb, int32_t subject) const {
  for (int32_t w = verb + 1; w < subject; ++w)
    if (word(w).upos == Upos::kSconj || word(w).lemma == "comment" || word(w).lemma == "how" ||
        word(w).form == ",")
      return true;
  return false;
}

int32_t AttributionContext::nearest_subject(int32_t verb) const {
  int32_t nearest = kNone;
  for (int32_t child : tree.children(verb))
    if (tree.is(child, "nsubj") && (child < verb || (nearest == kNone && !parted(verb, child))))
      nearest = child;
  if (nearest != kNone && word(nearest).morph.pron_type != PronType::kRel) return nearest;
  return kNone;
}

int32_t AttributionContext::noun_before(const WordSet& cue) const {
  const int32_t first = cue.front();
  bool finite = false;
  for (int32_t w = first; w <= cue.back(); ++w)
    finite |= cue.contains(w) && word(w).morph.verb_form == VerbForm::kFin;
  if (!finite) return kNone;
  const WordRange around = scope(first);
  int32_t w = first - 1;
  while (w >= around.first &&
         (word(w).upos == Upos::kAdv || word(w).form == "," || word(w).upos == Upos::kPron))
    --w;
  if (w < around.first || word(w).upos == Upos::kPunct || word(w).upos == Upos::kCconj)
    return kNone;
  int32_t best = kNone;
  for (int32_t steps = 0; w != kNone && w >= around.first && w < first && steps < 12; ++steps) {
    const Upos pos = word(w).upos;
    const bool nominal = pos == Upos::kNoun || pos == Upos::kPropn || pos == Upos::kNum;
    if (nominal && tree.child(w, "case") == kNone && !word(w).deprel.starts_with("flat")) best = w;
    if (pos == Upos::kVerb && !tree.is(w, "acl")) break;
    const int32_t up = word(w).head;
    if (best != kNone && up != kNone && (tree.is(w, "conj") || tree.is(w, "appos")))
      for (int32_t between = up + 1; between < w; ++between)
        if (word(between).form == ",") return best;  // a list or an aside, not one name
    w = up;
  }
  return best;
}

std::vector<int32_t> match_phrase(const AttributionContext& c, int32_t at,
                                  const ReportingPhrase& phrase) {
  // Adverbs and pronouns that may stand between two words of a phrase
  constexpr int32_t kGap = 3;
  if (phrase.pronominal != c.arguments.pronominal(at) && c.word(at).upos == Upos::kVerb) return {};
  std::vector<int32_t> words = {at};
  const int32_t end = c.sentence_of(at).end_word;
  for (size_t i = 1; i < phrase.lemmas.size(); ++i) {
    int32_t next = words.back() + 1;
    const int32_t limit = std::min(end, next + kGap);
    const auto meets = [&](int32_t w) {
      return c.word(w).lemma == phrase.lemmas[i] || c.word(w).form == phrase.lemmas[i];
    };
    while (next < limit && !meets(next) && c.word(next).upos != Upos::kPunct) ++next;
    if (next >= limit || !meets(next)) return {};
    words.push_back(next);
  }
  return words;
}

}  // namespace selon
