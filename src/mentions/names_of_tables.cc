// Names of the tables, each with the reading that its surroundings bear out best.
#include <algorithm>

#include "base/utf8.h"
#include "knowledge/name_sort.h"
#include "mentions/name_search.h"

namespace selon {

size_t NameFinder::Search::table_name(const Sentence& s, std::span<const std::string_view> words,
                                      size_t i) {
  std::vector<Match> matches = f.actors_->matches(words, i, lang);
  // "Conseil des Nations unies": the table has "des", the tree "de les".
  const std::span<const std::string_view> whole(merged.data() + s.first_word, words.size());
  if (!matches.empty() || starts_upper(words[i])) {
    const std::vector<Match> more = f.actors_->matches(whole, i, lang);
    if (!more.empty() && (matches.empty() || more.front().end > matches.front().end))
      matches.insert(matches.begin(), more.front());
  }
  for (const Match& m : matches) {
    const int32_t first = s.first_word + static_cast<int32_t>(i);
    const int32_t end = s.first_word + static_cast<int32_t>(m.end);
    const Reading* best = nullptr;
    int best_score = 0;
    for (const Reading& r : m.readings) {
      if (state_rather(r, m.readings, first, end)) continue;
      const int score = fit(s, first, end, r);
      if (score > best_score) {
        best = &r;
        best_score = score;
      }
    }
    if (!best) continue;
    if (m.end == i + 2 && doc.words[first].upos == Upos::kDet &&
        f.actors_->match(words, i + 1, lang).end > m.end)
      continue;  // "the West" of "the West Bank"
    Name n = make(first, end);
    n.guess = NameGuess::kTable;
    n.reading = *best;
    n.gender = best->gender != Gender::kNone ? best->gender : best->actor->gender;
    n.plural = best->plural || (best->kind == NameKind::kProper &&
                                (lang == Lang::kEn ? best->actor->plural_en : best->actor->plural));
    if (best->kind == NameKind::kPeople && doc.words[first].morph.number == Number::kPlur)
      n.plural = true;
    if (lang == Lang::kFr && n.plural && best->kind == NameKind::kProper && one_by_article(n))
      n.plural = false;
    add(std::move(n));
    return m.end;
  }
  return 0;
}

// "l'ONU", of which the table knows that the Nations are many: the article decides, and an acronym
// without one is one body.
bool NameFinder::Search::one_by_article(const Name& n) const {
  const Word* before = n.first > 0 ? &doc.words[n.first - 1] : nullptr;
  const bool article = before != nullptr && before->upos == Upos::kDet;
  return article && before->morph.number != Number::kNone
             ? before->morph.number == Number::kSing
             : n.end == n.first + 1 && all_capitals(n.text);
}

// How well the surroundings bear out what a name may stand for; negative: not at all.
int NameFinder::Search::fit(const Sentence& s, int32_t first, int32_t end, const Reading& r) const {
  const Word& word = doc.words[first];
  const bool capital = starts_upper(word.form);
  if (r.actor->kind == ActorKind::kOrganisation &&
      (other_demonym(r.actor->country, s, end) || one_of_several(s, first, end)))
    return -1;
  const bool alone = end == first + 1;
  const bool person = r.actor->kind == ActorKind::kPerson;
  const bool proper_tag = word.upos == Upos::kPropn;
  int score = 0;
  if (r.kind == NameKind::kAdjective) {
    if (word.upos == Upos::kAdj) score += 3;
    if (!capital) score += 1;
    const bool noun = word.upos == Upos::kNoun || word.upos == Upos::kPropn;
    if (noun && lang == Lang::kFr) score -= 1;
    if (word.upos == Upos::kVerb && !capital) return -1;
    // "le gouvernement congolais": of the Congo that the text names otherwise
    if (lang == Lang::kFr && states.contains(r.actor->country)) score += 1;
  } else if (r.kind == NameKind::kPeople) {
    if (word.upos == Upos::kAdj && !capital) score -= 2;
    if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) score += 2;
  } else if (!capital && alone && !r.common) {
    return -1;
  }
  // "Dominique de Villepin", "Jordan Brown": a first name with a surname behind it.
  if (alone && !person && capital && r.kind != NameKind::kAdjective &&
      first_name_of_somebody(s, first))
    return -1;
  // "Valeska Paris … Paris": somebody's surname, not the capital
  if (alone && !person && r.kind != NameKind::kAdjective && surname(s, first)) return -1;
  if (alone && r.kind == NameKind::kMetonym && strangers.contains(fold(word.form)) &&
      !locative(tree.preposition(first)))
    return -1;
  if (person && alone) {
    if (r.kind == NameKind::kSurname && known.contains(r.actor->slug)) score += 6;
    // "Qassem" after "Qassem Soleimani" is no Naim Qassem
    else if (strangers.contains(fold(word.form)))
      return -1;
    else if (first_parts.contains(fold(word.form)))
      return -1;
    if (title_before(first, false)) score += 2;
    // Another first name before it: somebody else of that name.
    if (first > s.first_word && !taken[first - 1] && starts_upper(forms[first - 1]) &&
        f.first_name(forms[first - 1], nullptr))
      return -1;
    if (end < s.end_word && starts_upper(forms[end]) && doc.words[end].upos == Upos::kPropn &&
        doc.words[end].span.begin <= doc.words[first].span.end + 2 &&
        f.first_name(forms[first], nullptr))
      return -1;
  }
  // "«Le Monde»", "dans Le Monde": quotation marks around a name, or the capital of its article
  // inside a sentence, tell that it is one; so does the colon of "Le Monde : la Russie a attaqué".
  const bool opens = first_in_sentence(s, first) && end < s.end_word && forms[end] == ":";
  if (r.ambiguous && capital && !person &&
      (in_quotes(first, end) || capital_article(s, first, end) ||
       (opens && !alone && r.actor->kind == ActorKind::kOutlet && starts_upper(forms[end - 1]))))
    score += 2;
  // "Jordan" alone is the country, unless somebody of that name is spoken of
  if (r.ambiguous && r.actor->kind == ActorKind::kCountry && alone && capital && proper_tag &&
      (lang == Lang::kEn || tree.child(first, "det") != kNone) && r.kind == NameKind::kProper &&
      !strangers.contains(fold(word.form)) && !title_before(first, false) &&
      !(first > s.first_word && starts_upper(forms[first - 1]) && next_to(first - 1, first) &&
        doc.words[first - 1].upos == Upos::kPropn))
    score += 2;
  // "the Electoral Commission", "la Commission nationale": another one than that of the table
  if (r.ambiguous && alone && r.actor->kind == ActorKind::kOrganisation && !all_upper(word.form))
    for (int32_t c : tree.children(first))
      if (tree.is(c, "amod") || tree.is(c, "compound") || tree.is(c, "nmod") || tree.is(c, "flat"))
        return -1;
  // "le PAN" where Mexico is spoken of
  if (r.ambiguous && capital && !person && states.contains(r.actor->country) &&
      (all_upper(word.form) || std::any_of(doc.words.begin() + first, doc.words.begin() + end,
                                           [](const Word& w) { return w.upos == Upos::kPropn; })))
    score += 2;
  if (r.ambiguous && capital && !person && known.contains(r.actor->slug)) score += 2;
  // "the Labour Party" where only other states are spoken of: one of theirs
  const bool other = r.ambiguous || (first > s.first_word + 1 && starts_upper(forms[first - 1]));
  if (other && r.actor->type == "party" && !(alone && r.ambiguous) && !states.empty() &&
      !states.contains(r.actor->country) && !known.contains(r.actor->slug))
    return -1;
  if (r.ambiguous && score < 2) {
    const bool shown = proper_tag && !first_in_sentence(s, first) && capital;
    if (!shown || (person && score <= 0)) return -1;
    score -= 1;
  }
  return score + 1;
}

// "Parti socialiste portugais", "Assemblée nationale du Chili": a body of that name in another
// country than the table's.
bool NameFinder::Search::other_demonym(const std::string& country, const Sentence& s,
                                       int32_t end) const {
  if (country.empty() || lang != Lang::kFr || end >= s.end_word) return false;
  if (other_state_behind(country, s, end)) return true;
  if (doc.words[end].upos != Upos::kAdj || starts_upper(forms[end])) return false;
  for (const Reading& r : f.actors_->match_name(forms[end], lang).readings)
    if (r.kind == NameKind::kAdjective && r.actor->kind == ActorKind::kCountry)
      return r.actor->country != country;
  return false;
}

// "… de Corée du Sud", "… du Chili": the name of another state under "de".
bool NameFinder::Search::other_state_behind(const std::string& country, const Sentence& s,
                                            int32_t end) const {
  if (doc.words[end].upos != Upos::kAdp || doc.words[end].lemma != "de") return false;
  int32_t at = end + 1;
  if (at < s.end_word && doc.words[at].upos == Upos::kDet) ++at;
  if (at >= s.end_word || !starts_upper(forms[at])) return false;
  const Match m = f.actors_->match(sentence_forms(s), static_cast<size_t>(at - s.first_word), lang);
  for (const Reading& r : m.readings)
    if (r.kind == NameKind::kProper && r.actor->kind == ActorKind::kCountry)
      return r.actor->country != country;
  return false;
}

// "les forces américaines et britanniques", "British and French forces": not the one army alone.
bool NameFinder::Search::one_of_several(const Sentence& s, int32_t first, int32_t end) const {
  const auto demonym = [&](int32_t w) {
    if (w < s.first_word || w >= s.end_word) return false;
    const auto readings = f.actors_->match_name(forms[w], lang).readings;
    return std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
      return r.kind == NameKind::kAdjective && r.actor->kind == ActorKind::kCountry;
    });
  };
  const auto joins = [&](int32_t w) {
    return w >= s.first_word && w < s.end_word &&
           (forms[w] == "," || doc.words[w].upos == Upos::kCconj);
  };
  if (lang == Lang::kFr) return joins(end) && demonym(end - 1) && demonym(end + 1);
  return joins(first - 1) && demonym(first) && demonym(first - 2);
}

bool NameFinder::Search::first_name_of_somebody(const Sentence& s, int32_t w) const {
  if (!f.first_name(forms[w], nullptr) || tree.child(w, "det") != kNone) return false;
  int32_t next = w + 1;
  if (next < s.end_word && f.particles_.contains(fold(forms[next]))) {
    if (!doc.words[w + 1].deprel.starts_with("flat") && doc.words[next].head != w &&
        tree.preposition(w) != "")
      return false;
    ++next;
  }
  return next < s.end_word && capital_word(s, next, false) && next_to(next - 1, next) &&
         doc.words[next].upos == Upos::kPropn;
}

// "Valeska Paris": the parser reads one name, and no table knows the word before it.
bool NameFinder::Search::surname(const Sentence& s, int32_t w) const {
  const Word& word = doc.words[w];
  return w > s.first_word && word.deprel.starts_with("flat") && word.head == w - 1 &&
         next_to(w - 1, w) && doc.words[w - 1].upos == Upos::kPropn &&
         doc.words[w - 1].deprel != word.deprel && tree.child(w - 1, "det") == kNone &&
         starts_upper(forms[w - 1]) && !all_upper(forms[w - 1]) && !all_upper(forms[w]) &&
         !f.plain_.contains(fold(forms[w - 1])) &&
         !f.organisation_words_.contains(fold(forms[w - 1])) &&
         !known_name(sentence_forms(s), static_cast<size_t>(w - 1 - s.first_word)) &&
         !f.actors_->match_title(sentence_forms(s), static_cast<size_t>(w - 1 - s.first_word), lang)
              .end;
}

// "La Suisse a refusé", "l'Argentine": the state, whose name is also that of a woman from there;
// "une Suisse", "la Suisse Anna Blum" are such a woman.
bool NameFinder::Search::state_rather(const Reading& r, std::span<const Reading> all, int32_t first,
                                      int32_t end) const {
  if (lang != Lang::kFr || r.kind != NameKind::kPeople || first == 0) return false;
  const std::string before = lower(doc.words[first - 1].form);
  if (before != "la" && before != "l'" && before != "l’") return false;
  if (end < static_cast<int32_t>(doc.words.size()) && doc.words[end].upos == Upos::kPropn)
    return false;
  return std::any_of(all.begin(), all.end(), [&](const Reading& other) {
    return other.actor == r.actor && other.kind == NameKind::kProper;
  });
}

// "North and South Korea": the first shares the second's last word.
bool NameFinder::Search::shared_name(const Sentence& s, int32_t w) {
  if (lang != Lang::kEn || w + 3 >= s.end_word || doc.words[w + 1].upos != Upos::kCconj ||
      !starts_upper(forms[w]) || !starts_upper(forms[w + 2]) || !starts_upper(forms[w + 3]))
    return false;
  const std::array<std::string_view, 2> whole = {forms[w], forms[w + 3]};
  const Match m = f.actors_->match(whole, 0, lang);
  const Match second =
      f.actors_->match(sentence_forms(s), static_cast<size_t>(w + 2 - s.first_word), lang);
  if (m.end != 2 || m.readings.empty() || second.end != static_cast<size_t>(w + 4 - s.first_word))
    return false;
  Name n = make(w, w + 1);
  n.guess = NameGuess::kTable;
  n.reading = m.readings.front();
  if (n.reading.kind != NameKind::kProper || n.reading.actor->kind != ActorKind::kCountry)
    return false;
  add(std::move(n));
  return true;
}

// "the North" where North Korea is spoken of.
bool NameFinder::Search::short_country(int32_t w) {
  if (lang != Lang::kEn) return false;
  const int32_t up = doc.words[w].head;  // "the south side"
  const bool side = up != kNone && doc.words[up].lemma == "side" && known_states.size() > 1;
  if (doc.words[w].upos == Upos::kAdj && !side) return false;
  const std::string form = lower(forms[w]);
  if (form != "north" && form != "south" && form != "east" && form != "west") return false;
  const int32_t det = tree.child(w, "det");
  if (det == kNone && doc.words[w].upos != Upos::kPropn && !side) return false;
  for (const Actor* state : known_states) {
    if (!lower(state->name).starts_with(form + " ")) continue;
    Name n = make(w, w + 1);
    n.guess = NameGuess::kTable;
    n.reading.actor = state;
    n.reading.sector = state->sector;
    add(std::move(n));
    return true;
  }
  return false;
}

}  // namespace selon
