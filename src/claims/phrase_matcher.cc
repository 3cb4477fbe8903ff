#include "claims/phrase_matcher.h"

#include <algorithm>

#include "base/utf8.h"
#include "mentions/lookup.h"

namespace selon {

// "ont pris le village après deux assauts", "hosted Oslo before meeting Rome": when something
// happened is no part of a phrase.
bool PhraseMatcher::circumstance(int32_t w) const {
  if (tree_.is(w, "advcl")) {
    const int32_t mark = tree_.child(w, "mark");
    return mark != kNone && lexicon_.words().is(word(mark).lemma, WordClass::kCircumstance);
  }
  if (!tree_.is(w, "obl")) return false;
  if (lexicon_.words().is(tree_.preposition(w), WordClass::kCircumstance)) return true;
  // "faisant dix morts, d'après l'opposition": no "faire opposition"
  if (const int32_t first = tree_.child(w, "case"); doc_.french() && first != kNone)
    if (const int32_t next = tree_.child(first, "fixed");
        next != kNone && word(next).lemma == "après")
      return true;
  // "renonce à augmenter l'impôt sous la pression de X" augments no pressure
  if (const int32_t object = tree_.child(word(w).head, "obj");
      doc_.french() && tree_.preposition(w) == "sous" && object != kNone && object != w &&
      word(w).lemma == "pression")
    return true;
  // "insisted on Tuesday" does not insist on anything
  const int32_t time = time_at(doc_, w);
  return time != kNone && doc_.times[time].kind == TimeKind::kDate;
}

// A member of a word set: its last word, and those before it below that one.
bool PhraseMatcher::in_set(int32_t w, const std::string& set) const {
  for (const std::string& last : {word(w).lemma, lower(word(w).form)})
    for (const std::vector<std::string>& before : lexicon_.members(set, last))
      if (std::all_of(before.begin(), before.end(),
                      [&](const std::string& b) { return find_part(w, b, 2) != kNone; }))
        return true;
  return false;
}

bool PhraseMatcher::is_word(int32_t w, const std::string& entry) const {
  const Word& x = word(w);
  if (entry.starts_with('&')) return in_set(w, entry);
  const bool preposition = x.upos == Upos::kVerb && tree_.is(w, "case");  // "according to"
  if (lower(x.form) == entry || (x.lemma == entry && !preposition)) return true;
  return !doc_.french() && x.upos == Upos::kNoun && x.lemma.size() == entry.size() + 1 &&
         x.lemma.back() == 's' && x.lemma.starts_with(entry);
}

bool PhraseMatcher::match_parts(int32_t head, const std::vector<std::string>& parts,
                                std::vector<int32_t>& out) const {
  for (const std::string& part : parts) {
    int32_t at = find_part(head, part, 0, &parts);
    // "l'accord signé par X": the noun is above
    if (const int32_t up = word(head).head; at == kNone && tree_.is(head, "acl") &&
                                            tree_.child(head, "obl:agent") != kNone &&
                                            is_word(up, part))
      at = up;
    if (at == kNone && word(head).deprel == "acl:relcl" && !arguments_.passive(head))
      at = object_above(head, part);
    if (at == kNone) return false;
    out.push_back(at);
  }
  return true;
}

// "l'accord que X a signé": the noun that the relative stands for; kNone.
int32_t PhraseMatcher::object_above(int32_t verb, const std::string& part) const {
  const int32_t up = word(verb).head;
  if (up == kNone || up > verb || !is_word(up, part)) return kNone;
  const Arguments::Words objects = arguments_.object(verb);
  return std::find(objects.begin(), objects.end(), up) == objects.end() ? kNone : up;
}

// "la suspension de l'aide": a phrase of its own, which is a sanction.
bool PhraseMatcher::stops(int32_t noun, const std::string& part) const {
  const EventLexicon::Entries& rows = lexicon_.nouns(lower(word(noun).lemma));
  return std::any_of(rows.begin(), rows.end(), [&](const EventEntry& e) {
    return e.event == "SANCTION" && e.parts.size() == 1 && e.parts.front() == part;
  });
}

int32_t PhraseMatcher::find_part(int32_t head, const std::string& part, int depth,
                                 const std::vector<std::string>* parts) const {
  for (int32_t c : tree_.children(head)) {
    // "prendre la décision d'intervenir": the noun's infinitive is of the phrase
    const bool infinitive = depth > 0 && doc_.french() && tree_.is(c, "acl") &&
                            word(c).morph.verb_form == VerbForm::kInf;
    if (tree_.is(c, "conj") || tree_.is(c, "parataxis") || tree_.is(c, "ccomp") ||
        (tree_.is(c, "acl") && !infinitive) || (tree_.is(c, "advcl") && c < head))
      continue;
    // "intelligence officials shared": who acts is no part of what is done
    if (depth == 0 && word(c).deprel == "nsubj" && arguments_.verbal(head) &&
        !arguments_.passive(head))
      continue;
    if (circumstance(c)) continue;
    // "guards at a prison opened fire": what stands before the verb is no complement of it, unless
    // a relative does
    if (depth == 0 && !doc_.french() && c < head && tree_.is(c, "obl") && arguments_.verbal(head) &&
        !arguments_.passive(head) && word(c).upos != Upos::kPron)
      continue;
    // "from leaving": a mark belongs to the clause above
    if (depth == 0 && tree_.is(c, "mark")) continue;
    // "aid to a state at war": what stands under another preposition is not said of the verb
    if (depth > 0 && !doc_.french() && tree_.is(c, "nmod") && !tree_.preposition(c).empty() &&
        tree_.preposition(c) != "of")
      continue;
    if (is_word(c, part)) return c;
    // "ordered him to appear in court": what its infinitive takes is not said of the verb
    // but how it is tied on is: "stopped them from leaving"
    if (!doc_.french() && (tree_.is(c, "xcomp") || tree_.is(c, "advcl")) && arguments_.verbal(c)) {
      for (int32_t d : tree_.children(c))
        if (depth == 0 && tree_.is(d, "mark") && is_word(d, part)) return d;
      continue;
    }
    // "imposées aux pays candidats" imposes no candidate: below what stands under a preposition of
    // its own there is nothing more of the phrase, unless that is in it, "placer en garde à vue"
    if (doc_.french() && parts != nullptr && (tree_.is(c, "obl") || tree_.is(c, "nmod")) &&
        !tree_.preposition(c).empty() && tree_.preposition(c) != "de" &&
        std::none_of(parts->begin(), parts->end(),
                     [&](const std::string& other) { return is_word(c, other); }))
      continue;
    // "annoncer la suspension de son aide" announces no aid
    const bool own = parts != nullptr &&
                     std::any_of(parts->begin(), parts->end(),
                                 [&](const std::string& other) { return is_word(c, other); });
    if (doc_.french() && word(c).upos == Upos::kNoun && !own && stops(c, part)) continue;
    if (depth < 2)
      if (const int32_t below = find_part(c, part, depth + 1, parts); below != kNone) return below;
  }
  return kNone;
}

}  // namespace selon
