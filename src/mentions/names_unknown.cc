// Names that no table knows: how far they reach, and whether they are of a person, a body or a
// place.
#include <algorithm>

#include "base/utf8.h"
#include "mentions/name_search.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

// "pervez", "pervaiz": prvs; letters that transliterations use for one another are one.
std::string consonants(std::string_view name) {
  std::string out;
  char before = 0;
  for (char c : name) {
    if (c == 'c' || c == 'q') c = 'k';
    if (c == 'z') c = 's';
    if (c == 'w') c = 'v';
    if (c == 'x') out += 'k';
    if (c == 'x') c = 's';
    const bool vowel = std::string_view("aeiouyhj").find(c) != std::string_view::npos;
    if (!vowel && c >= 'a' && c <= 'z' && c != before) out += c;
    before = c;
  }
  return out;
}

}  // namespace

namespace {

constexpr size_t kLongestAcronym = 8;  // bytes; longer capitals are a heading

}  // namespace

size_t NameFinder::Search::unknown_name(const Sentence& s, std::span<const std::string_view> words,
                                        size_t i, bool headline) {
  const int32_t first = s.first_word + static_cast<int32_t>(i);
  const bool particle_first = begins_with_particle(s, first);
  // "New York", also where the tagger takes "New" for an adjective; "Strait of Hormuz"
  const size_t place_end = starts_upper(words[i]) ? f.gazetteer_->match(words, i).end : 0;
  const bool place_first = place_end > i + 1;
  if (!particle_first && !place_first && !capital_word(s, first, headline)) return 0;
  if (f.actors_->match_title(words, i, lang).end) return 0;
  const auto agent = f.actors_->match_agent(words, i, lang);
  if (agent.end == i + 1 && all_upper(words[i])) return 0;  // "l'ONG X"
  const bool known_first = f.first_name(words[i], nullptr);
  int32_t end = first + (particle_first ? 2 : 1);
  if (place_first) end = std::max(end, s.first_word + static_cast<int32_t>(place_end));
  bool personal = known_first || particle_first || title_before(first, false);
  while (end < s.end_word) {
    const Word& next = doc.words[end];
    if (!next_to(end - 1, end)) break;
    if (capital_word(s, end, false) &&
        !f.actors_->match_title(words, end - s.first_word, lang).end) {
      if (!personal && known_name(words, static_cast<size_t>(end - s.first_word))) {
        if (!surname(s, end)) break;
        personal = true;
      }
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

// "de Villepin" behind "M.", "Le Pen" inside a sentence or where the whole name stood before.
bool NameFinder::Search::begins_with_particle(const Sentence& s, int32_t w) const {
  if (w + 1 >= s.end_word || taken[w] || !f.particles_.contains(fold(forms[w])) ||
      !capital_word(s, w + 1, false) || doc.words[w + 1].upos != Upos::kPropn)
    return false;
  if (!starts_upper(forms[w])) return title_before(w, true);
  return tails.contains(fold(forms[w]) + " " + fold(forms[w + 1])) ||
         (!first_in_sentence(s, w) && doc.words[w].upos == Upos::kPropn);
}

// "Ligue ouvrière unifiée": adjectives belong to the name of a body; before an acronym in
// brackets
// ("Mouvement pour la paix (MPP)") the whole phrase does.
int32_t NameFinder::Search::organisation_end(const Sentence& s, int32_t first, int32_t end) const {
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

void NameFinder::Search::guess(const Sentence& s, std::span<const std::string_view> words, Name& n,
                               bool personal) {
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
  // "Daniel Montalvo … Montalvo": no town of that name
  const bool of_person = length == 1 && !locative(preposition) && strangers.contains(fold(n.text));
  // "the Prague Spring": no town behind the name of another
  const int32_t before = n.first - 1;
  const bool part_of_name = lang == Lang::kEn && length == 1 && before >= s.first_word &&
                            next_to(before, n.first) && starts_upper(doc.words[before].form) &&
                            doc.words[before].head == n.head && tree.is(before, "compound");
  const bool is_place = !part_of_name && place.end == static_cast<size_t>(n.end - s.first_word) &&
                        !elsewhere && !common && !of_person;
  const int32_t above = doc.words[n.head].head;
  const bool after_group = above != kNone && above < n.first && !tree.is(n.head, "conj") &&
                           f.organisation_words_.contains(fold(doc.words[above].lemma)) &&
                           preposition.empty();
  const int32_t det = tree.child(n.head, "det");
  // "de Florence", "à Nancy": a town that is also a first name
  // "El Fasher": a town whose first word is also the particle of persons' names
  const bool with_particle = lang == Lang::kEn && is_place && length > 1 &&
                             f.particles_.contains(fold(forms[n.first])) &&
                             !title_before(n.first, false);
  const bool town = with_particle ||
                    (is_place && first && !preposition.empty() && !title_before(n.first, false) &&
                     (length > 1 || place.entries.front().population > 50000 ||
                      place.entries.front().population == 0));
  if (organisation || (after_group && !is_place)) {
    n.guess = NameGuess::kOrganisation;
  } else if (of_person || (!town && (personal || (first && length > 1)))) {
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
  if (n.guess == NameGuess::kPerson && length == 2)
    if (const auto who = spelled_otherwise(forms[n.first], forms[n.first + 1])) {
      n.guess = NameGuess::kTable;
      n.reading = *who;
    }
  if (n.gender == Gender::kNone) n.gender = doc.words[n.head].morph.gender;
  n.plural =
      n.guess != NameGuess::kPerson && det != kNone && doc.words[det].morph.number == Number::kPlur;
}

// "Yasir Arafat" is Yasser Arafat: a person of the tables with that surname, whose first name has
// the same letter first and the same consonants.
std::optional<Reading> NameFinder::Search::spelled_otherwise(std::string_view first_name,
                                                             std::string_view surname) const {
  if (first_name.size() < 5 || surname.size() < 4) return std::nullopt;
  const Match m = f.actors_->match_name(surname, lang);
  std::optional<Reading> found;
  for (const Reading& r : m.readings) {
    if (r.actor->kind != ActorKind::kPerson || r.ambiguous) continue;
    const std::string_view known_as =
        std::string_view(r.actor->name).substr(0, r.actor->name.find(' '));
    if (known_as.size() < 4 || known_as.size() == r.actor->name.size()) continue;
    Gender one = Gender::kNone, other = Gender::kNone;
    f.first_name(first_name, &one);
    f.first_name(known_as, &other);
    if (one != other && one != Gender::kNone && other != Gender::kNone) continue;
    const std::string a = fold(first_name), b = fold(known_as), bones = consonants(a);
    if (a == b || a.front() != b.front() || bones.size() < 3 || bones != consonants(b)) continue;
    if (found) return std::nullopt;  // two of that name
    found = r;
  }
  return found;
}

// "l'indien Tata", "le suédois Ericsson": a firm by where it is from; null.
const Actor* NameFinder::Search::demonym_before(int32_t first) const {
  if (lang != Lang::kFr || first < 2 || starts_upper(forms[first - 1])) return nullptr;
  const std::string article = lower(doc.words[first - 2].form);
  if (article != "l'" && article != "l’" && article != "le" && article != "la") return nullptr;
  for (const Reading& r : f.actors_->match_name(lower(forms[first - 1]), lang).readings)
    if (r.kind == NameKind::kAdjective && !r.ambiguous) return r.actor;
  return nullptr;
}

}  // namespace selon
