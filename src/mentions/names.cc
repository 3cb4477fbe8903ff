#include "mentions/names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "mentions/name_shapes.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

constexpr size_t kShortestDemonym = 5;  // bytes, behind an affix
constexpr size_t kLongestAcronym = 8;   // bytes; longer capitals are a heading

}  // namespace

struct NameFinder::Search {
  const NameFinder& f;
  const Document& doc;
  const Tree& tree;
  const Lang lang;
  std::vector<Name> names;
  std::vector<std::string_view> forms;          // of the whole document
  std::unordered_set<std::string_view> known;   // slugs of whoever is named beyond doubt here
  std::unordered_set<std::string> tails;        // "le pen", of full names
  std::unordered_set<std::string> strangers;    // surnames of those whom the tables do not know
  std::unordered_set<std::string> first_parts;  // first names of those named in full here
  std::unordered_set<std::string_view> states;  // countries of whoever is named beyond doubt
  std::vector<std::string_view> merged;         // the same with contractions whole
  std::vector<bool> taken;
  std::vector<const Actor*> known_states;  // named here in two words or more: North Korea

  Search(const NameFinder& finder, const Document& document, const Tree& t)
      : f(finder), doc(document), tree(t), lang(lang_of(document.meta.language)) {
    forms.reserve(doc.words.size());
    for (const Word& w : doc.words) forms.push_back(w.form);
    merged = contracted_forms(doc, 0, static_cast<int32_t>(doc.words.size()));
    taken.resize(doc.words.size());
  }

  std::span<const std::string_view> sentence_forms(const Sentence& s) const {
    return {forms.data() + s.first_word, static_cast<size_t>(s.end_word - s.first_word)};
  }

  void run() {
    for (const Sentence& s : doc.sentences) collect_full_names(s);
    for (const Sentence& s : doc.sentences) sentence(s);
  }

  // Whoever is named in full: the surname alone, or a name that is also an ordinary word, means
  // them elsewhere in the document.
  void collect_full_names(const Sentence& s) {
    const auto words = sentence_forms(s);
    for (size_t i = 0; i < words.size(); ++i) {
      if (!starts_upper(words[i])) continue;
      if (i + 2 < words.size() && f.first_name(words[i], nullptr) && starts_upper(words[i + 1]) &&
          f.particles_.contains(fold(words[i + 1])) && starts_upper(words[i + 2]))
        tails.insert(fold(words[i + 1]) + " " + fold(words[i + 2]));
      const Match m = f.actors_->match(words, i, lang);
      if (m.end < i + 2 && i + 1 < words.size() && starts_upper(words[i + 1]) &&
          f.first_name(words[i], nullptr))
        strangers.insert(fold(words[i + 1]));
      if (!m) continue;
      for (const Reading& r : m.readings) {
        const bool person = r.actor->kind == ActorKind::kPerson;
        const int32_t first = s.first_word + static_cast<int32_t>(i);
        const int32_t end = s.first_word + static_cast<int32_t>(m.end);
        const bool shown =
            !r.ambiguous || (!person && (in_quotes(first, end) || capital_article(s, first, end)));
        if (r.kind == NameKind::kProper && shown && (!person || m.end > i + 1))
          known.insert(r.actor->slug);
        if (r.actor->kind == ActorKind::kCountry && m.end > i + 1 && r.kind == NameKind::kProper &&
            std::find(known_states.begin(), known_states.end(), r.actor) == known_states.end())
          known_states.push_back(r.actor);
        if (!r.ambiguous && r.kind != NameKind::kSurname && !r.actor->country.empty())
          states.insert(r.actor->country);
        if (person && m.end > i + 1) first_parts.insert(fold(words[i]));
      }
      i = m.end - 1;
    }
  }

  void sentence(const Sentence& s) {
    const auto words = sentence_forms(s);
    size_t upper = 0, letters = 0;
    for (std::string_view w : words) {
      upper += starts_upper(w);
      letters += !w.empty() && (starts_upper(w) || lower(w) != w || count_code_points(w) > 3);
    }
    const bool headline = letters > 3 && upper * 2 > letters;  // Title Case or capitals throughout
    size_t title_end = 0;
    for (size_t i = 0; i < words.size();) {
      if (i >= title_end)
        title_end = std::max(title_end, f.actors_->match_title(words, i, lang).end);
      const int32_t w = s.first_word + static_cast<int32_t>(i);
      size_t end = table_name(s, words, i);
      if (!end)
        end = compound(w) || prefixed(w) || shared_name(s, w) || short_country(w) ? i + 1 : 0;
      if (!end && i >= title_end) end = unknown_name(s, words, i, headline);
      i = end ? end : i + 1;
    }
  }

  bool first_in_sentence(const Sentence& s, int32_t w) const {
    return std::all_of(doc.words.begin() + s.first_word, doc.words.begin() + w,
                       [](const Word& k) { return k.upos == Upos::kPunct || k.form.empty(); });
  }

  // The word that the rest hangs on: a noun before an adjective that the parser hung outside.
  int32_t head_of(int32_t first, int32_t end) const {
    int32_t other = kNone;
    for (int32_t w = first; w < end; ++w) {
      const int32_t h = doc.words[w].head;
      const Upos upos = doc.words[w].upos;
      if ((h >= first && h < end) || upos == Upos::kPunct || upos == Upos::kDet ||
          upos == Upos::kAdp)
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

  Name make(int32_t first, int32_t end) const {
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
  bool title_before(int32_t w, bool honorific) const {
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

  // How well the surroundings bear out what a name may stand for; negative: not at all.
  int fit(const Sentence& s, int32_t first, int32_t end, const Reading& r) const {
    const Word& word = doc.words[first];
    const bool capital = starts_upper(word.form);
    if (r.actor->kind == ActorKind::kOrganisation && other_demonym(r.actor->country, s, end))
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
    // inside a sentence, tell that it is one.
    if (r.ambiguous && capital && !person &&
        (in_quotes(first, end) || capital_article(s, first, end)))
      score += 2;
    // "Jordan" alone is the country, unless somebody of that name is spoken of
    if (r.ambiguous && r.actor->kind == ActorKind::kCountry && alone && capital && proper_tag &&
        (lang == Lang::kEn || tree.child(first, "det") != kNone) && r.kind == NameKind::kProper &&
        !strangers.contains(fold(word.form)) && !title_before(first, false) &&
        !(first > s.first_word && starts_upper(forms[first - 1]) && next_to(first - 1, first) &&
          doc.words[first - 1].upos == Upos::kPropn))
      score += 2;
    // "le PAN" where Mexico is spoken of
    if (r.ambiguous && capital && !person && (proper_tag || all_upper(word.form)) &&
        states.contains(r.actor->country))
      score += 2;
    if (r.ambiguous && capital && !person && known.contains(r.actor->slug)) score += 2;
    if (r.ambiguous && score < 2) {
      const bool shown = proper_tag && !first_in_sentence(s, first) && capital;
      if (!shown || (person && score <= 0)) return -1;
      score -= 1;
    }
    return score + 1;
  }

  // "Parti socialiste portugais": a party of that name in another country than the table's.
  bool other_demonym(const std::string& country, const Sentence& s, int32_t end) const {
    if (country.empty() || lang != Lang::kFr || end >= s.end_word ||
        doc.words[end].upos != Upos::kAdj || starts_upper(forms[end]))
      return false;
    for (const Reading& r : f.actors_->match_name(forms[end], lang).readings)
      if (r.kind == NameKind::kAdjective && r.actor->kind == ActorKind::kCountry)
        return r.actor->country != country;
    return false;
  }

  bool in_quotes(int32_t first, int32_t end) const {
    if (first == 0 || end >= static_cast<int32_t>(forms.size())) return false;
    const std::string_view open = forms[first - 1], close = forms[end];
    return (open == "«" && close == "»") || (open == "“" && close == "”") ||
           (open == "\"" && close == "\"");
  }

  bool capital_article(const Sentence& s, int32_t first, int32_t end) const {
    return end > first + 1 && doc.words[first].upos == Upos::kDet && !first_in_sentence(s, first) &&
           starts_upper(forms[first]) && starts_upper(forms[end - 1]);
  }

  bool first_name_of_somebody(const Sentence& s, int32_t w) const {
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

  size_t table_name(const Sentence& s, std::span<const std::string_view> words, size_t i) {
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
      n.plural =
          best->plural || (best->kind == NameKind::kProper &&
                           (lang == Lang::kEn ? best->actor->plural_en : best->actor->plural));
      if (best->kind == NameKind::kPeople && doc.words[first].morph.number == Number::kPlur)
        n.plural = true;
      add(std::move(n));
      return m.end;
    }
    return 0;
  }

  // "l'indien Tata", "le suédois Ericsson": a firm by where it is from; null.
  const Actor* demonym_before(int32_t first) const {
    if (lang != Lang::kFr || first < 2 || starts_upper(forms[first - 1])) return nullptr;
    const std::string article = lower(doc.words[first - 2].form);
    if (article != "l'" && article != "l’" && article != "le" && article != "la") return nullptr;
    for (const Reading& r : f.actors_->match_name(lower(forms[first - 1]), lang).readings)
      if (r.kind == NameKind::kAdjective && !r.ambiguous) return r.actor;
    return nullptr;
  }

  // "La Suisse a refusé", "l'Argentine": the state, whose name is also that of a woman from there;
  // "une Suisse", "la Suisse Anna Blum" are such a woman.
  bool state_rather(const Reading& r, std::span<const Reading> all, int32_t first,
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

  void add(Name n) {
    for (int32_t w = n.first; w < n.end; ++w) taken[w] = true;
    names.push_back(std::move(n));
  }

  // "North and South Korea": the first shares the second's last word.
  bool shared_name(const Sentence& s, int32_t w) {
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
  bool short_country(int32_t w) {
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

  // "irano-cubaine", "USA/OTAN", "anti-russe": names inside one word.
  bool compound(int32_t w) {
    const Word& word = doc.words[w];
    const std::string_view printed = doc.str(word.span);
    if (w > 0 && doc.words[w - 1].span == word.span) return false;
    if (!f.gazetteer_->find(printed).empty()) return false;  // "Rhône-Alpes" is one place
    std::vector<std::pair<size_t, size_t>> parts;
    size_t begin = 0;
    for (size_t at = 0; at < printed.size();) {
      const size_t here = at;
      if (!hyphen_or_slash(decode(printed, at))) continue;
      parts.emplace_back(begin, here);
      begin = at;
    }
    if (parts.empty()) return false;
    parts.emplace_back(begin, printed.size());
    const bool slash = printed.find('/') != std::string_view::npos;
    std::vector<Name> found;
    size_t understood = 0;
    for (size_t p = 0; p < parts.size(); ++p) {
      const auto [from, to] = parts[p];
      const std::string_view text = printed.substr(from, to - from);
      if (text.empty()) continue;
      const std::string key = fold(text);
      Name n = make(w, w + 1);
      n.span = {word.span.begin + static_cast<uint32_t>(from),
                word.span.begin + static_cast<uint32_t>(to)};
      n.text = std::string(text);
      n.guess = NameGuess::kTable;
      const auto prefix = f.prefixes_.find(key);
      if (p + 1 < parts.size() && prefix != f.prefixes_.end() && !slash) {
        n.reading.actor = f.actors_->country(prefix->second);
        n.reading.kind = NameKind::kAdjective;
        if (n.reading.actor) {
          found.push_back(n);
          ++understood;
          continue;
        }
      }
      if (p + 1 < parts.size() && f.affixes_.contains(key)) {
        ++understood;
        continue;
      }
      const Match m = f.actors_->match_name(text, lang);
      if (!m && starts_upper(text))
        if (const auto towns = f.gazetteer_->find(text); !towns.empty() && towns.front().primary) {
          n.guess = NameGuess::kPlace;
          n.country = std::string(towns.front().country);
          n.id = std::string(towns.front().id);
          found.push_back(n);
          ++understood;
          continue;
        }
      for (const Reading& r : m.readings) {
        if (r.ambiguous ||
            (r.kind != NameKind::kAdjective && r.kind != NameKind::kPeople && !starts_upper(text)))
          continue;
        n.reading = r;
        n.gender = r.gender;
        n.plural = r.plural;
        found.push_back(n);
        ++understood;
        break;
      }
    }
    // "Iran-Résistance-Cuba": two names known are enough among capitals.
    if (found.empty() || (!slash && understood < parts.size() && found.size() < 2)) return false;
    for (Name& n : found) add(std::move(n));
    return true;
  }

  // "interlibanais", "panarabe": an affix grown together with a demonym.
  bool prefixed(int32_t w) {
    const Word& word = doc.words[w];
    if (word.upos != Upos::kAdj && word.upos != Upos::kNoun) return false;
    const std::string_view printed = doc.str(word.span);
    for (size_t at = 3; at < 6 && at + kShortestDemonym <= printed.size(); ++at) {
      if (!f.affixes_.contains(fold(printed.substr(0, at)))) continue;
      const std::string_view rest = printed.substr(at);
      for (const Reading& r : f.actors_->match_name(rest, lang).readings) {
        if (r.kind != NameKind::kAdjective || r.ambiguous) continue;
        Name n = make(w, w + 1);
        n.span.begin += static_cast<uint32_t>(at);
        n.text = std::string(rest);
        n.guess = NameGuess::kTable;
        n.reading = r;
        n.gender = r.gender;
        n.plural = r.plural;
        add(std::move(n));
        return true;
      }
    }
    return false;
  }

  bool capital_word(const Sentence& s, int32_t w, bool headline) const {
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

  bool next_to(int32_t a, int32_t b) const {  // nothing but one space or a hyphen between
    return doc.words[b].span.begin <= doc.words[a].span.end + 2;
  }

  bool known_name(std::span<const std::string_view> words, size_t i) const {
    const Match m = f.actors_->match(words, i, lang);
    return m && m.readings.front().actor->kind != ActorKind::kPerson &&
           !m.readings.front().ambiguous;
  }

  // "de Villepin" behind "M.", "Le Pen" inside a sentence or where the whole name stood before.
  bool begins_with_particle(const Sentence& s, int32_t w) const {
    if (w + 1 >= s.end_word || taken[w] || !f.particles_.contains(fold(forms[w])) ||
        !capital_word(s, w + 1, false) || doc.words[w + 1].upos != Upos::kPropn)
      return false;
    if (!starts_upper(forms[w])) return title_before(w, true);
    return tails.contains(fold(forms[w]) + " " + fold(forms[w + 1])) ||
           (!first_in_sentence(s, w) && doc.words[w].upos == Upos::kPropn);
  }

  size_t unknown_name(const Sentence& s, std::span<const std::string_view> words, size_t i,
                      bool headline) {
    const int32_t first = s.first_word + static_cast<int32_t>(i);
    const bool particle_first = begins_with_particle(s, first);
    if (!particle_first && !capital_word(s, first, headline)) return 0;
    if (f.actors_->match_title(words, i, lang).end) return 0;
    const auto agent = f.actors_->match_agent(words, i, lang);
    if (agent.end == i + 1 && all_upper(words[i])) return 0;  // "l'ONG X"
    const bool known_first = f.first_name(words[i], nullptr);
    int32_t end = first + (particle_first ? 2 : 1);
    bool personal = known_first || particle_first || title_before(first, false);
    while (end < s.end_word) {
      const Word& next = doc.words[end];
      if (!next_to(end - 1, end)) break;
      if (capital_word(s, end, false) &&
          !f.actors_->match_title(words, end - s.first_word, lang).end) {
        if (!personal && known_name(words, static_cast<size_t>(end - s.first_word))) break;
        ++end;
        continue;
      }
      if (starts_upper(next.form) && taken[end]) break;
      if (initial(next.form) && end + 1 < s.end_word && capital_word(s, end + 1, false)) {
        ++end;
        continue;
      }
      // A particle goes on when a capital follows and something shows that a name is under way.
      int32_t behind = end;
      while (behind < s.end_word && behind < end + 3 &&
             f.particles_.contains(fold(doc.words[behind].form)))
        ++behind;
      if (behind == end || behind == s.end_word || !capital_word(s, behind, false)) break;
      const std::string particle = fold(next.form);
      const bool genitive = particle == "de" || particle == "du" || particle == "des" ||
                            particle == "d'" || particle == "of" || particle == "la" ||
                            particle == "le" || particle == "the" || particle == "y" ||
                            particle == "e";  // these also just join phrases
      if (genitive && !(personal && end == first + 1) &&
          !doc.words[behind].deprel.starts_with("flat") && !next.deprel.starts_with("flat"))
        break;
      end = behind + 1;
    }
    end = organisation_end(s, first, end);
    if (std::all_of(forms.begin() + first, forms.begin() + end,
                    [&](auto form) { return f.plain_.contains(fold(form)) || initial(form); }))
      return 0;
    if (end == first + 1 && agent.end && !all_upper(words[i])) return 0;  // a common noun
    if (end == first + 1 && doc.words[first].upos == Upos::kAdj) return 0;
    Name n = make(first, end);
    guess(s, words, n, personal);
    if (n.guess == NameGuess::kUnknown && headline && all_upper(n.text)) return 0;
    if (n.guess == NameGuess::kUnknown && doc.words[n.head].upos != Upos::kPropn &&
        !all_upper(n.text))
      return 0;
    add(std::move(n));
    return static_cast<size_t>(end - s.first_word);
  }

  // "Ligue ouvrière unifiée": adjectives belong to the name of a body; before an acronym in
  // brackets
  // ("Mouvement pour la paix (MPP)") the whole phrase does.
  int32_t organisation_end(const Sentence& s, int32_t first, int32_t end) const {
    if (!f.organisation_words_.contains(fold(forms[first])) || doc.words[first].upos == Upos::kAdj)
      return end;
    const int32_t head = head_of(first, end);
    const int32_t phrase = noun_phrase(doc, tree, head).end;
    if (phrase > end && phrase + 1 < s.end_word && forms[phrase] == "(" &&
        all_upper(forms[phrase + 1]))
      return phrase;
    if (end + 1 < s.end_word && (forms[end] == "of" || forms[end] == "de" || forms[end] == "d'") &&
        capital_word(s, end + 1, false) &&
        !known_name(sentence_forms(s), static_cast<size_t>(end + 1 - s.first_word)) &&
        !f.gazetteer_->match(sentence_forms(s), static_cast<size_t>(end + 1 - s.first_word)).end) {
      end += 2;  // "Church of Light"
      while (end < s.end_word && capital_word(s, end, false) && next_to(end - 1, end)) ++end;
      return end;
    }
    while (end < s.end_word && doc.words[end].upos == Upos::kAdj && tree.is(end, "amod") &&
           doc.words[end].head >= first && doc.words[end].head < end && !taken[end] &&
           !f.actors_->match(sentence_forms(s), static_cast<size_t>(end - s.first_word), lang))
      ++end;
    return end;
  }

  void guess(const Sentence& s, std::span<const std::string_view> words, Name& n, bool personal) {
    const size_t i = static_cast<size_t>(n.first - s.first_word);
    Gender gender = Gender::kNone;
    const int32_t length = n.end - n.first;
    const bool organisation =
        std::any_of(doc.words.begin() + n.first, doc.words.begin() + n.end,
                    [&](const Word& w) { return f.organisation_words_.contains(fold(w.form)); });
    const bool first = f.first_name(forms[n.first], &gender);
    const std::string_view preposition = tree.preposition(n.head);
    auto place = f.gazetteer_->match(words, i);
    if (place.end != static_cast<size_t>(n.end - s.first_word))  // "Caroline du Nord"
      place = f.gazetteer_->match({merged.data() + s.first_word, words.size()}, i);
    // A company of that name is no town far off: "Orange", "Carrefour".
    bool elsewhere =
        place.end != 0 && !locative(preposition) && !states.contains(place.entries.front().country);
    if (elsewhere) {
      const Match m = f.actors_->match(words, i, lang);
      elsewhere = std::any_of(m.readings.begin(), m.readings.end(), [](const Reading& r) {
        return r.actor->kind == ActorKind::kOrganisation;
      });
    }
    // "Réunion du conseil": a common noun has its capital from the sentence's beginning
    const bool common = lang == Lang::kFr && n.first == s.first_word && length == 1 &&
                        n.end + 1 < s.end_word && doc.words[n.end].lemma == "de" &&
                        doc.words[n.end + 1].upos == Upos::kDet;
    const bool is_place =
        place.end == static_cast<size_t>(n.end - s.first_word) && !elsewhere && !common;
    const int32_t above = doc.words[n.head].head;
    const bool after_group = above != kNone && above < n.first && !tree.is(n.head, "conj") &&
                             f.organisation_words_.contains(fold(doc.words[above].lemma)) &&
                             preposition.empty();
    const int32_t det = tree.child(n.head, "det");
    // "de Florence", "à Nancy": a town that is also a first name
    const bool town = is_place && first && !preposition.empty() && !title_before(n.first, false) &&
                      (length > 1 || place.entries.front().population > 50000 ||
                       place.entries.front().population == 0);
    if (organisation || (after_group && !is_place)) {
      n.guess = NameGuess::kOrganisation;
    } else if (!town && (personal || (first && length > 1))) {
      n.guess = NameGuess::kPerson;
      n.gender = gender;
    } else if (is_place && (town || locative(preposition) || place.entries.front().primary ||
                            place.entries.front().population > 100000)) {
      n.guess = NameGuess::kPlace;
      n.country = std::string(place.entries.front().country);
      n.id = std::string(place.entries.front().id);
    } else if (all_upper(n.text) && length == 1 && n.text.size() <= kLongestAcronym) {
      n.guess = NameGuess::kOrganisation;
    } else if (length > 1 && length < 4 && det == kNone && !locative(preposition)) {
      n.guess = NameGuess::kPerson;
    } else if (det != kNone && lang == Lang::kEn && length > 1) {
      n.guess = NameGuess::kOrganisation;
    }
    if (const Actor* of = demonym_before(n.first);
        of && n.guess != NameGuess::kTable && n.guess != NameGuess::kPerson) {
      n.guess = NameGuess::kOrganisation;
      n.country = of->country;
      n.id.clear();
    }
    if (n.gender == Gender::kNone) n.gender = doc.words[n.head].morph.gender;
    n.plural = n.guess != NameGuess::kPerson && det != kNone &&
               doc.words[det].morph.number == Number::kPlur;
  }
};

std::vector<Name> NameFinder::find(const Document& doc, const Tree& tree) const {
  Search search(*this, doc, tree);
  search.run();
  return std::move(search.names);
}

}  // namespace selon
