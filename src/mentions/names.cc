#include "mentions/names.h"

#include <algorithm>

#include "base/utf8.h"
#include "mentions/name_search.h"
#include "mentions/noun_phrase.h"

namespace selon {

NameFinder::Search::Search(const NameFinder& finder, const Document& document, const Tree& t)
    : f(finder), doc(document), tree(t), lang(lang_of(document.meta.language)) {
  forms.reserve(doc.words.size());
  for (const Word& w : doc.words) forms.push_back(w.form);
  merged = contracted_forms(doc, 0, static_cast<int32_t>(doc.words.size()));
  taken.resize(doc.words.size());
}

std::span<const std::string_view> NameFinder::Search::sentence_forms(const Sentence& s) const {
  return {forms.data() + s.first_word, static_cast<size_t>(s.end_word - s.first_word)};
}

void NameFinder::Search::run() {
  for (const Sentence& s : doc.sentences) collect_full_names(s);
  for (const Sentence& s : doc.sentences) sentence(s);
}

// Whoever is named in full: the surname alone, or a name that is also an ordinary word, means
// them elsewhere in the document.
void NameFinder::Search::collect_full_names(const Sentence& s) {
  const auto words = sentence_forms(s);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!starts_upper(words[i])) continue;
    if (i + 2 < words.size() && f.first_name(words[i], nullptr) && starts_upper(words[i + 1]) &&
        f.particles_.contains(fold(words[i + 1])) && starts_upper(words[i + 2]))
      tails.insert(fold(words[i + 1]) + " " + fold(words[i + 2]));
    const Match m = f.actors_->match(words, i, lang);
    if (m.end < i + 2 && i + 1 < words.size() && starts_upper(words[i + 1]))
      if (const auto who = spelled_otherwise(words[i], words[i + 1])) {
        known.insert(who->actor->slug);
        if (!who->actor->country.empty()) states.insert(who->actor->country);
        continue;
      }
    if (m.end < i + 2 && i + 1 < words.size() && starts_upper(words[i + 1]) &&
        f.first_name(words[i], nullptr))
      strangers.insert(fold(words[i + 1]));
    if (i + 1 < words.size() && starts_upper(words[i + 1]) &&
        surname(s, s.first_word + static_cast<int32_t>(i) + 1))
      strangers.insert(fold(words[i + 1]));
    if (!m) continue;
    for (const Reading& r : m.readings) {
      const bool person = r.actor->kind == ActorKind::kPerson;
      const int32_t first = s.first_word + static_cast<int32_t>(i);
      const int32_t end = s.first_word + static_cast<int32_t>(m.end);
      const bool shown =
          !r.ambiguous || (!person && (in_quotes(first, end) || capital_article(s, first, end)));
      // "the Neo Democrats" are other ones
      const bool part = r.actor->type == "party" && i > 1 && starts_upper(words[i - 1]);
      if (r.kind == NameKind::kProper && shown && !part && (!person || m.end > i + 1))
        known.insert(r.actor->slug);
      if (r.actor->kind == ActorKind::kCountry && m.end > i + 1 && r.kind == NameKind::kProper &&
          std::find(known_states.begin(), known_states.end(), r.actor) == known_states.end())
        known_states.push_back(r.actor);
      if (!r.ambiguous && !part && r.kind != NameKind::kSurname && !r.actor->country.empty())
        states.insert(r.actor->country);
      if (person && m.end > i + 1) first_parts.insert(fold(words[i]));
    }
    i = m.end - 1;
  }
}

void NameFinder::Search::sentence(const Sentence& s) {
  const auto words = sentence_forms(s);
  size_t upper = 0, letters = 0;
  for (std::string_view w : words) {
    upper += starts_upper(w);
    letters += !w.empty() && (starts_upper(w) || lower(w) != w || count_code_points(w) > 3);
  }
  const bool headline = letters > 3 && upper * 2 > letters;  // Title Case or capitals throughout
  size_t title_end = 0;
  for (size_t i = 0; i < words.size();) {
    if (i >= title_end) title_end = std::max(title_end, f.actors_->match_title(words, i, lang).end);
    const int32_t w = s.first_word + static_cast<int32_t>(i);
    size_t end = table_name(s, words, i);
    if (!end) end = compound(w) || prefixed(w) || shared_name(s, w) || short_country(w) ? i + 1 : 0;
    if (!end && i >= title_end) end = unknown_name(s, words, i, headline);
    i = end ? end : i + 1;
  }
}

bool NameFinder::Search::first_in_sentence(const Sentence& s, int32_t w) const {
  return std::all_of(doc.words.begin() + s.first_word, doc.words.begin() + w,
                     [](const Word& k) { return k.upos == Upos::kPunct || k.form.empty(); });
}

// The word that the rest hangs on: a noun before an adjective that the parser hung outside.
int32_t NameFinder::Search::head_of(int32_t first, int32_t end) const {
  int32_t other = kNone;
  for (int32_t w = first; w < end; ++w) {
    const int32_t h = doc.words[w].head;
    const Upos upos = doc.words[w].upos;
    if ((h >= first && h < end) || upos == Upos::kPunct || upos == Upos::kDet || upos == Upos::kAdp)
      continue;
    if (upos == Upos::kNoun || upos == Upos::kPropn) {
      // "North and South Korea": South hangs on North, which hangs on Korea
      for (int32_t up = w + 1; up < end; ++up)
        if (tree.below(w, up)) return up;
      return w;
    }
    if (other == kNone) other = w;
  }
  return other == kNone ? end - 1 : other;
}

Name NameFinder::Search::make(int32_t first, int32_t end) const {
  Name n;
  n.first = first;
  n.end = end;
  n.head = head_of(first, end);
  n.span = words_span(doc, first, end);
  for (int32_t w = first; w < end; ++w) {
    const bool contracted = w > first && doc.words[w - 1].span.end > doc.words[w].span.begin;
    if (contracted) continue;  // "du" is "de" and "le"
    if (w > first && doc.words[w - 1].span.end < doc.words[w].span.begin) n.text += ' ';
    const bool contracts = w + 1 < end && doc.words[w].span.end > doc.words[w + 1].span.begin;
    n.text += contracts ? std::string(doc.str(doc.words[w].span)) : doc.words[w].form;
  }
  return n;
}

// A title ("juge"), or only an honorific ("M."), ends right before the word.
bool NameFinder::Search::title_before(int32_t w, bool honorific) const {
  const int32_t start = doc.sentences[doc.words[w].sentence].first_word;
  if (w == start) return false;
  const std::span<const std::string_view> words(forms.data() + start,
                                                static_cast<size_t>(w - start));
  for (int32_t k = w - 1; k >= std::max(start, w - 4); --k) {
    const auto t = f.actors_->match_title(words, static_cast<size_t>(k - start), lang);
    if (t.end == static_cast<size_t>(w - start) && (!honorific || t.title.honorific)) return true;
  }
  return false;
}

bool NameFinder::Search::in_quotes(int32_t first, int32_t end) const {
  if (first == 0 || end >= static_cast<int32_t>(forms.size())) return false;
  const std::string_view open = forms[first - 1], close = forms[end];
  return (open == "«" && close == "»") || (open == "“" && close == "”") ||
         (open == "\"" && close == "\"");
}

bool NameFinder::Search::capital_article(const Sentence& s, int32_t first, int32_t end) const {
  return end > first + 1 && doc.words[first].upos == Upos::kDet && !first_in_sentence(s, first) &&
         starts_upper(forms[first]) && starts_upper(forms[end - 1]);
}

bool NameFinder::Search::capital_word(const Sentence& s, int32_t w, bool headline) const {
  const Word& word = doc.words[w];
  if (!starts_upper(word.form) || taken[w]) return false;
  if (word.upos == Upos::kPunct || word.upos == Upos::kNum || word.upos == Upos::kDet ||
      word.upos == Upos::kPron || word.upos == Upos::kAdp || word.upos == Upos::kVerb ||
      word.upos == Upos::kAux || word.upos == Upos::kCconj || word.upos == Upos::kSconj)
    return word.upos == Upos::kVerb && !headline && !first_in_sentence(s, w) &&
           word.deprel.starts_with("flat");
  if (word.upos == Upos::kPropn) return true;
  return !headline && !first_in_sentence(s, w);
}

bool NameFinder::Search::next_to(int32_t a,
                                 int32_t b) const {  // nothing but one space or a hyphen between
  return doc.words[b].span.begin <= doc.words[a].span.end + 2;
}

bool NameFinder::Search::known_name(std::span<const std::string_view> words, size_t i) const {
  const Match m = f.actors_->match(words, i, lang);
  return m && m.readings.front().actor->kind != ActorKind::kPerson && !m.readings.front().ambiguous;
}

void NameFinder::Search::add(Name n) {
  for (int32_t w = n.first; w < n.end; ++w) taken[w] = true;
  names.push_back(std::move(n));
}

std::vector<Name> NameFinder::find(const Document& doc, const Tree& tree) const {
  Search search(*this, doc, tree);
  search.run();
  return std::move(search.names);
}

}  // namespace selon
