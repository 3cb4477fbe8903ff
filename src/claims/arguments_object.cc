// The part of Arguments that finds whom a verb is done to: its object, the subject of a passive,
// what a relative stands for, an object that the parser took for something else.
#include <algorithm>

#include "base/utf8.h"
#include "claims/arguments.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// "whom the court wants to arrest", "the man Oslo tried to kidnap": the infinitive below a relative
// clause's verb that the clause's head is the object of; kNone where that is the verb's own, "whom
// Oslo asked to leave".
int32_t infinitive_with_gap(const Document& doc, const Tree& tree, const WordClasses& words,
                            int32_t verb) {
  if (doc.french() || doc.words[verb].deprel != "acl:relcl" ||
      words.is(doc.words[verb].lemma, WordClass::kObjectControl))
    return kNone;
  const int32_t infinitive = tree.child(verb, "xcomp");
  if (infinitive == kNone || infinitive < verb ||
      doc.words[infinitive].morph.verb_form != VerbForm::kInf)
    return kNone;
  for (int32_t c : tree.children(infinitive)) {
    const bool complement = tree.is(c, "obj") || tree.is(c, "ccomp") || tree.is(c, "xcomp");
    if (tree.is(c, "cop") || tree.is(c, "aux") || (complement && c > infinitive)) return kNone;
  }
  return infinitive;
}

}  // namespace

Arguments::Words Arguments::object(int32_t verb) const {
  if (passive(verb)) return surface_subject(verb);
  if (const int32_t told = before_relative(verb); told != kNone) return {told};
  Words out;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "obj")) continue;
    const Word& w = word(c);
    // "a reçu mardi" has no object yet
    if (w.form == "se" || w.form == "s'" || w.upos == Upos::kAdv || time_at(doc_, c) != kNone ||
        c == inverted_speaker(verb) || c == inverted_subject(verb))
      continue;
    // "le plan que X a déjoué"
    const int32_t above = tree_.is(verb, "xcomp") ? word(verb).head : verb;
    if (w.upos == Upos::kPron && (w.morph.pron_type == PronType::kRel || w.lemma == "que") &&
        word(above).deprel == "acl:relcl" && word(above).head != kNone &&
        (above == verb || c < above))
      out.push_back(relative_head(above));
    else
      out.push_back(c);
  }
  // "warned Rome not to leave", "met President Diaz": no second object is about
  if (out.empty() && !doc_.french() && tree_.child(verb, "ccomp") == kNone)
    for (int32_t c : tree_.children(verb))
      if (tree_.is(c, "iobj") && c > verb) out.push_back(c);
  if (out.empty() && doc_.french())
    if (const int32_t hidden = hidden_object(verb); hidden != kNone) return {hidden};
  if (!out.empty()) return out;
  if (bare_relative(verb)) return {relative_head(verb)};
  if (const int32_t above = word(verb).head;
      tree_.is(verb, "xcomp") && infinitive_with_gap(doc_, tree_, words_, above) == verb &&
      bare_clause(above))
    return {relative_head(above)};
  // A second subject, behind the verb, is an object that the parser took for one.
  bool before = false;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj")) continue;
    if (c > verb && before) out.push_back(c);
    before = true;
  }
  if (const int32_t negated = negated_object(verb); out.empty() && negated != kNone)
    return {negated};
  if (out.empty() && doc_.french()) {
    const int32_t some = partitive_object(verb);
    out = some != kNone ? Words{some} : object_after(verb);
  }
  return out;
}

int32_t Arguments::kept_object(int32_t verb) const {
  if (doc_.french() || !passive(verb)) return kNone;
  for (int32_t c : tree_.children(verb))
    if (c > verb && time_at(doc_, c) == kNone &&
        (word(c).deprel == "obj" || (tree_.is(c, "xcomp") && word(c).upos == Upos::kNoun)))
      return c;
  return kNone;
}

// "a policy of turning away boats of migrants which Oslo has criticised": "which" is nobody, so
// that its clause belongs to the nearest thing above.
int32_t Arguments::relative_head(int32_t verb) const {
  const int32_t head = word(verb).head;
  if (doc_.french() || head == kNone) return head;
  for (int32_t c : tree_.children(verb)) {
    if (c > verb) break;
    if (word(c).lemma != "which" || !tree_.preposition(c).empty()) continue;
    int32_t thing = head;
    while (thing != kNone && people(thing))
      thing = tree_.is(thing, "nmod") ? word(thing).head : kNone;
    return thing == kNone ? head : thing;
  }
  return head;
}

// Whether the word names persons.
bool Arguments::people(int32_t noun) const {
  const int32_t m = mention_at_head(doc_, noun);
  const int32_t e = m == kNone ? kNone : resolve(doc_, m);
  return e != kNone && (doc_.entities[e].kind == EntityKind::kPerson ||
                        doc_.entities[e].kind == EntityKind::kPeople);
}

// "the attack Oslo condemned": English may leave the relative pronoun out.
bool Arguments::bare_relative(int32_t verb) const {
  return bare_clause(verb) && infinitive_with_gap(doc_, tree_, words_, verb) == kNone;
}

bool Arguments::bare_clause(int32_t verb) const {
  if (doc_.french() || word(verb).deprel != "acl:relcl" || word(verb).head == kNone) return false;
  bool subject = false;
  for (int32_t c : tree_.children(verb)) {
    if (c > verb) break;
    if (word(c).morph.pron_type == PronType::kRel || relative_pronoun(word(c))) return false;
    subject |= tree_.is(c, "nsubj");
  }
  return subject;
}

// "the raid, which Oslo called a crime": the relative is the object, though the parser gave that
// place to what the raid is called.
int32_t Arguments::before_relative(int32_t verb) const {
  if (doc_.french() || word(verb).deprel != "acl:relcl" || word(verb).head == kNone) return kNone;
  bool subject = false, bare = false;
  for (int32_t c : tree_.children(verb)) {
    if (c > verb) break;
    if (relative_pronoun(word(c)))
      bare = !tree_.is(c, "nsubj") && tree_.preposition(c).empty() && !tree_.is(c, "obj");
    else
      subject |= tree_.is(c, "nsubj");
  }
  return subject && bare ? relative_head(verb) : kNone;
}

// "…, a averti X": the parser may take who stands behind an inserted verb for its object.
int32_t Arguments::inverted_speaker(int32_t verb) const {
  const Word& v = word(verb);
  if (!tree_.is(verb, "parataxis") || v.head == kNone || v.head > verb || passive(verb))
    return kNone;
  int32_t first = verb, object = kNone;
  for (int32_t c : tree_.children(verb)) {
    if (tree_.is(c, "nsubj") || tree_.is(c, "ccomp")) return kNone;
    if (tree_.is(c, "aux")) first = std::min(first, c);
    if (tree_.is(c, "obj") && c > verb && object == kNone) object = c;
  }
  const bool apart = first > 0 && word(first - 1).upos == Upos::kPunct;
  return apart ? object : kNone;
}

// "n'a pas reçu d'aide", "n'enverra plus d'armes": a negated object takes de, and is often hung on
// the adverb.
int32_t Arguments::negated_object(int32_t verb) const {
  bool particle = false;
  for (int32_t c : tree_.children(verb)) {
    const std::string form = lower(word(c).form);
    if (form == "ne" || form == "n'") particle = true;
    if (!particle || c < verb || word(c).upos != Upos::kAdv) continue;
    for (int32_t d : tree_.children(c))
      if (tree_.preposition(d) == "de" && word(d).upos == Upos::kNoun) return d;
  }
  return kNone;
}

// "a arrêté des journalistes": "des" right behind the verb is rather the article than "de" with
// one, though the two words that it was cut into say otherwise.
int32_t Arguments::partitive_object(int32_t verb) const {
  if (pronominal(verb)) return kNone;
  int32_t at = verb + 1;
  const int32_t end = doc_.sentences[word(verb).sentence].end_word;
  while (at < end && word(at).upos == Upos::kAdv) ++at;
  if (at + 1 >= end || word(at).upos != Upos::kAdp || !(word(at).span == word(at + 1).span) ||
      word(at + 1).form != "les")
    return kNone;
  const int32_t noun = word(at).head;
  return noun != kNone && word(noun).head == verb && tree_.is(noun, "obl") ? noun : kNone;
}

// "a accusé mercredi Oslo de mentir", where the name was hung on the day; "a accueilli plus de cent
// réfugiés", where it hangs on how many.
int32_t Arguments::hidden_object(int32_t verb) const {
  for (int32_t c : tree_.children(verb)) {
    if (c < verb) continue;
    const bool day = time_at(doc_, c) != kNone && (tree_.is(c, "obl") || tree_.is(c, "obj"));
    const bool many = word(c).upos == Upos::kAdv && tree_.is(c, "obj");
    for (int32_t d : tree_.children(c)) {
      const bool named = day && d > c && word(d).upos == Upos::kPropn && first_of(d) == c + 1 &&
                         tree_.preposition(d).empty() && mention_at_head(doc_, d) != kNone;
      const bool counted =
          many && word(d).upos == Upos::kNoun && d > c && tree_.preposition(d) == "de";
      if (named || counted) return d;
    }
  }
  return kNone;
}

Arguments::Words Arguments::subject_of_complement(int32_t verb) const {
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "ccomp") && !tree_.is(c, "xcomp")) continue;
    if (passive(c)) return subject(c);  // "exiger que X soit jugé": by whom, not X
    for (int32_t s : tree_.children(c))
      if (tree_.is(s, "nsubj") && (s > verb || c < verb)) return {s};
  }
  return {};
}

}  // namespace selon
