#include "mentions/noun_phrase.h"

#include <array>

#include "base/among.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// "Iran-backed": a hyphen inside one word ends no phrase.
bool glued(const Document& doc, int32_t w) {
  return !doc.french() && doc.words[w].form == "-" && w > 0 &&
         w + 1 < static_cast<int32_t>(doc.words.size()) &&
         doc.words[w - 1].span.end == doc.words[w].span.begin &&
         doc.words[w + 1].span.begin == doc.words[w].span.end;
}

bool comma_like(const Word& w) {
  return w.form == "," || w.form == ";" || w.form == ":" || w.form == "(" || w.form == "–" ||
         w.form == "—" || w.form == "-" || w.form == "[";
}

bool quote(const Word& w) {
  return w.form == "«" || w.form == "»" || w.form == "\"" || w.form == "“" || w.form == "”";
}

// Nouns that make a preposition of the one before them: "en échange de", "à coups de".
constexpr std::array<std::string_view, 8> kOfPrepositions = {
    "cas", "contrepartie", "coup", "dépit", "échange", "raison", "réponse", "signe"};

// A complement other than "de" with an owner of its own.
bool circumstance(const Document& doc, const Tree& tree, int32_t word) {
  const std::string_view p = tree.preposition(word);
  const std::string& lemma = doc.words[word].lemma;
  if (p == "de" && (lemma == "part" || lemma == "côté")) return true;  // "d'une part"
  if (p.empty() || p == "de" || p == "of" || p == "'s") return false;
  if (time_at(doc, word) != kNone) return true;  // "the government on Sunday"
  // "two diplomats in response to X", "in exchange for", "in connection with": a bare noun with a
  // complement of its own makes a preposition of "in"
  const auto next = static_cast<size_t>(word) + 1;
  const bool governs = tree.child(word, "nmod") > word ||
                       (next < doc.words.size() && doc.words[next].upos == Upos::kAdp);
  if (p == "in" && doc.words[word].upos == Upos::kNoun && tree.child(word, "det") == kNone &&
      governs)
    return true;
  if ((p == "en" || p == "à") && among(doc.words[word].lemma, kOfPrepositions) &&
      tree.child(word, "det") == kNone)
    return true;
  // "killed ten fighters in an air strike"
  if (const int32_t article = tree.child(word, "det");
      p == "in" && article != kNone && doc.words[article].lemma == "a")
    return true;
  // "attacks by settlers on farmers": of the attacks
  if (p == "on" && tree.preposition(doc.words[word].head) == "by") return true;
  // "enquête contre le maire pour corruption"; but "ministre pour l'Europe"
  if (p == "pour" && doc.words[word].upos == Upos::kNoun && tree.child(word, "det") == kNone)
    return true;
  bool complement = false;  // "conseiller à la sécurité", "ambassador to Peru", "alliance entre"
  for (const char* one : {"à", "en", "pour", "entre", "auprès", "sans", "aux", "for", "to", "at",
                          "in", "between", "on"})
    complement = complement || p == one;
  if (!complement) return true;
  for (int32_t c : tree.children(word)) {
    if (doc.words[c].morph.possessive) return true;
    for (int32_t k : tree.children(c))
      if (doc.words[k].morph.possessive) return true;
  }
  return false;
}

// "accuse le président X de massacres": what stands bare behind a title's name is the verb's.
bool behind_name(const Document& doc, const Tree& tree, int32_t complement) {
  const int32_t head = doc.words[complement].head;
  if (!doc.french() || tree.preposition(complement) != "de" ||
      doc.words[complement].upos != Upos::kNoun || tree.child(complement, "det") != kNone)
    return false;
  for (int32_t c : tree.children(head))
    if (c > head && c < complement && doc.words[c].upos == Upos::kPropn &&
        (tree.is(c, "appos") || tree.is(c, "flat")))
      return true;
  return false;
}

}  // namespace

std::vector<std::string_view> contracted_forms(const Document& doc, int32_t first, int32_t end) {
  std::vector<std::string_view> forms;
  for (int32_t w = first; w < end; ++w) {
    const Span span = doc.words[w].span;
    if (!doc.french()) {  // "country's" is looked up as "country"
      forms.push_back(doc.words[w].form);
      continue;
    }
    const bool starts = w + 1 < end && doc.words[w + 1].span == span;
    const bool goes_on = w > first && doc.words[w - 1].span == span;
    forms.push_back(goes_on ? "-" : starts ? doc.str(span) : std::string_view(doc.words[w].form));
  }
  return forms;
}

Span words_span(const Document& doc, int32_t first, int32_t end) {
  // Words of one multi-word token share its span: "du" belongs to "de" and "le".
  while (first < end - 1 && first > 0 && doc.words[first - 1].span == doc.words[first].span)
    ++first;
  Span tail;  // "Byron" of "Byron's"
  while (end - 1 > first && end < static_cast<int32_t>(doc.words.size()) &&
         doc.words[end].span == doc.words[end - 1].span) {
    --end;
    const Word& w = doc.words[end];
    if (!doc.french() && doc.words[end - 1].span != w.span && doc.str(w.span).starts_with(w.form))
      tail = {w.span.begin, w.span.begin + static_cast<uint32_t>(w.form.size())};
  }
  Span span;
  for (int32_t w = first; w < end; ++w) span = span.cover(doc.words[w].span);
  return tail.empty() ? span : span.cover(tail);
}

NounPhrase noun_phrase(const Document& doc, const Tree& tree, int32_t head) {
  const Sentence& sentence = doc.sentences[doc.words[head].sentence];
  // The child of the head through which `w` hangs below it; kNone when it does not.
  const auto branch = [&](int32_t w) {
    while (doc.words[w].head != kNone && doc.words[w].head != head) w = doc.words[w].head;
    return doc.words[w].head == head ? w : kNone;
  };
  const auto inside = [&](int32_t b) {
    for (const char* relation : {"det", "amod", "nummod", "nmod", "flat", "fixed", "compound",
                                 "appos", "advmod", "dep", "goeswith"})
      if (tree.is(b, relation)) return true;
    // "beaucoup d'officiers"
    return doc.words[head].upos == Upos::kAdv && tree.is(b, "obl") && tree.preposition(b) == "de";
  };
  NounPhrase np{head, head + 1, {}};
  for (int32_t w = head - 1; w >= sentence.first_word; --w) {
    if (comma_like(doc.words[w]) && !glued(doc, w)) break;
    if (quote(doc.words[w])) continue;
    const int32_t b = branch(w);
    if (b == kNone || !inside(b)) break;
    np.first = w;
  }
  for (int32_t w = head + 1; w < sentence.end_word; ++w) {
    if (comma_like(doc.words[w])) break;
    // "rebels of the Northern Army on Sunday", hung on the army
    const Word& x = doc.words[w];
    if (!doc.french() && x.upos == Upos::kAdp && x.lemma != "of" && x.head > w &&
        time_at(doc, x.head) != kNone)
      break;
    if (quote(doc.words[w])) continue;
    const int32_t b = branch(w);
    if (b == kNone || !inside(b)) break;
    // A clause inside a complement ends the phrase too, and so does a circumstance: "la chaîne X au
    // cours de sa visite".
    bool clause = tree.is(b, "nmod") && (circumstance(doc, tree, b) || behind_name(doc, tree, b));
    for (int32_t up = w; up != b && up != kNone; up = doc.words[up].head)
      clause = clause || tree.is(up, "acl") || tree.is(up, "advcl");
    if (clause) break;
    np.end = w + 1;
  }
  while (np.end - 1 > head &&
         (doc.words[np.end - 1].upos == Upos::kAdp || doc.words[np.end - 1].upos == Upos::kDet))
    --np.end;
  np.span = words_span(doc, np.first, np.end);
  return np;
}

}  // namespace selon
