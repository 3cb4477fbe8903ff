// The part of Arguments that reads prepositions: what stands under one below a word, and where else
// the parser hangs such a complement.
#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/arguments.h"
#include "claims/prepositions.h"
#include "mentions/lookup.h"

namespace selon {

Arguments::Words Arguments::complements(int32_t trigger, const Slot& slot) const {
  const std::string_view preposition = slot.preposition;
  const bool genitive = preposition == "de" || preposition == "of";
  Words out = under(trigger, preposition);
  if (preposition == "à" && out.empty() && done_to_subject(trigger))
    return surface_subject(trigger);
  if (!verbal(trigger)) {
    // "ennemi juré d'Oslo", "opposant déclaré à Oslo": hung on the word between
    if (out.empty() && (preposition == "de" || preposition == "à" || preposition == "envers"))
      for (int32_t c : tree_.children(trigger))
        if (out.empty() && c == trigger + 1 && (tree_.is(c, "amod") || tree_.is(c, "acl")) &&
            tree_.child(c, "obl:agent") == kNone)
          out = under(c, preposition);
    if (preposition == "de") {
      if (out.empty()) out = under_manner(trigger, preposition);
      keep_genitive(out);
    }
    if (out.empty() && !genitive) out = near_noun(trigger, preposition);
    if (out.empty()) out = along(trigger, preposition);
  }
  if (const int32_t beyond = out.empty() ? kNone : conjunct_beyond(out.back(), trigger);
      beyond != kNone)
    out.push_back(beyond);
  if (out.empty() && verbal(trigger)) out = near_verb(trigger, preposition);
  if (!slot.noun.empty()) std::erase_if(out, [&](int32_t w) { return word(w).lemma != slot.noun; });
  return out;
}

// "s'est vu refuser l'asile", "se fait livrer des chars": the verb keeps its object, and its
// subject is to whom it is done.
bool Arguments::done_to_subject(int32_t verb) const {
  if (!doc_.french() || tree_.child(verb, "expl") == kNone) return false;
  bool causative = false, kept = false;
  for (int32_t c : tree_.children(verb)) {
    causative |= word(c).deprel == "aux:caus";
    kept |= c > verb && tree_.is(c, "obj");
  }
  return causative && kept && passive(verb);
}

// "membre à part entière de X": on what only says how; but "en mer de Chine" says where.
Arguments::Words Arguments::under_manner(int32_t noun, std::string_view preposition) const {
  for (int32_t c : tree_.children(noun))
    if (c > noun && tree_.is(c, "nmod") && tree_.preposition(c) != "de" &&
        mention_at_head(doc_, c) == kNone && tree_.child(c, "det") == kNone &&
        !words_.is(word(c).lemma, WordClass::kWaters))
      if (Words out = under(c, preposition); !out.empty()) return out;
  return {};
}

// What sides stand under: "entre X et Y", "avec X", "contre X".
static bool between_sides(std::string_view preposition) {
  constexpr std::array<std::string_view, 6> kSides = {"entre",   "avec", "contre",
                                                      "between", "with", "against"};
  return among(preposition, kSides);
}

// A noun's complement that hangs on a word around it.
Arguments::Words Arguments::near_noun(int32_t noun, std::string_view preposition) const {
  const int32_t above = word(noun).head;
  const bool governed = above != kNone && verbal(above);
  // Whoever does what is done with the noun does not do the noun: "the raids were condemned by X",
  // "Oslo's raids, condemned by X". A verb that only carries it is known to the light verbs.
  const bool agent = preposition == "by" || preposition == "par";
  Words out;
  // "mener une attaque contre X": on the verb
  const bool comes = governed && tree_.is(noun, "nsubj") && preposition == "from" &&
                     (word(above).lemma == "come" || word(above).lemma == "arrive");
  if (agent) {
    // left to the participle
  } else if (comes) {
    out = under(above, preposition);  // "calls for calm came from X"
  } else if (governed && (tree_.is(noun, "obj") || word(noun).deprel == "nsubj:pass")) {
    out = under(above, preposition);
  } else if (governed && word(noun).deprel == "nsubj" && between_sides(preposition)) {
    // "des combats ont éclaté entre X et Y", "a truce took effect between X and Y"
    const int32_t object = tree_.child(above, "obj");
    const bool both = preposition == "entre" || preposition == "between";
    const bool phrase = object != kNone && tree_.child(object, "det") == kNone;  // "took effect"
    if (both || object == kNone) out = under(above, preposition);
    if (both && phrase && out.empty()) out = under(object, preposition);
    // "des tirs ont eu lieu à la frontière entre X et Y"
    if (both && out.empty())
      for (int32_t c : tree_.children(above))
        if (c > above && tree_.is(c, "obl") && word(c).lemma == "frontière")
          out = under(c, preposition);
    // "les combats ont repris à Goma entre X et Y": hung on the place
    if (both && out.empty() && doc_.french())
      for (int32_t c : tree_.children(above))
        if (c > above && tree_.is(c, "obl") && out.empty()) out = under(c, preposition);
    // "resumed with the help of X" is no side
    if (!both) std::erase_if(out, [&](int32_t w) { return mention_at_head(doc_, w) == kNone; });
  } else if (above != kNone && tree_.is(noun, "nmod") && word(above).upos == Upos::kNoun) {
    // "le développement des coopérations entre X et Y": on the noun above
    out = under(above, preposition);
  }
  // "le soutien d'Oslo à X": on the genitive
  for (int32_t c : tree_.children(noun))
    if (out.empty() && tree_.is(c, "nmod")) out = under(c, preposition);
  // "l'accord signé entre X et Y", "les massacres commis contre X": on the participle
  for (int32_t c : tree_.children(noun))
    if (out.empty() && tree_.is(c, "acl") && c > noun && verbal(c) && passive(c) &&
        !(agent && word(c - 1).form == ",")) {
      out = under(c, preposition);
      // "l'offensive lancée par X contre Y": hung on X
      for (int32_t d : tree_.children(c))
        if (out.empty() && (tree_.is(d, "obl") || tree_.is(d, "nmod"))) out = under(d, preposition);
    }
  // "satisfait de ses discussions avec X": on the verb above, right behind the noun's phrase
  if (out.empty() && governed) {
    const int32_t next = last_of(noun) + 1;
    for (int32_t c : under(above, preposition))
      if (first_of(c) == next) out.push_back(c);
  }
  std::erase(out, noun);
  return out;
}

// A verb's complement that hangs on another word.
Arguments::Words Arguments::near_verb(int32_t verb, std::string_view preposition) const {
  Words out;
  // "qui s'est rendu hier à Oslo, s'est dit content": right behind its verb, but hung on a later
  // one
  for (int32_t w : along(verb, preposition))
    if (word(w).head > w && verbal(word(w).head)) out.push_back(w);
  // "n'enverra plus d'armes à X": on the object
  if (preposition != "de" && preposition != "of" && preposition != "en" && preposition != "in" &&
      preposition != "dans")
    for (int32_t o : object(verb))
      if (out.empty() && o > verb) out = under(o, preposition);
  // "a discuté de la pêche avec X": on what was discussed
  if (out.empty() && (preposition == "avec" || preposition == "with"))
    for (int32_t c : tree_.children(verb)) {
      const std::string_view about = tree_.preposition(c);
      if (out.empty() && c > verb && tree_.is(c, "obl") && mention_at_head(doc_, c) == kNone &&
          (about == "de" || about == "sur" || about == "about" || about == "on"))
        out = under(c, preposition);
    }
  return out;
}

Arguments::Words Arguments::under(int32_t head, std::string_view preposition) const {
  const std::string_view first = preposition.substr(0, preposition.find(' '));
  Words out = hung_under(head, first, dative(preposition));
  if (out.empty() && first == "de") out = under_dont(head);
  if (out.empty() && preposition == "to" && verbal(head)) {
    out = kept_object(head) == kNone ? first_of_two_objects(head) : surface_subject(head);
  }
  // "lui arracher un accord à Oslo": beside a clitic, "à" says where
  if (const auto clitic = std::find_if(out.begin(), out.end(),
                                       [&](int32_t c) {  // "granted Rome access to its bases": Rome
                                         return tree_.is(c, "iobj") &&
                                                (word(c).upos == Upos::kPron || !doc_.french());
                                       });
      clitic != out.end())
    out = {*clitic};
  if (out.empty() && preposition.size() > first.size()) out = under_adverb(head, first);
  return out;
}

// What the tree hangs there: under the preposition, as a dative clitic, as a possessive.
Arguments::Words Arguments::hung_under(int32_t head, std::string_view first, bool to_dative) const {
  Words out;
  for (int32_t c : dependents(head)) {
    const Word& w = word(c);
    const bool tonic = w.lemma == "eux" && w.form != "leur" && tree_.preposition(c).empty();
    if (tree_.is(c, "iobj") && to_dative && w.form != "se" && w.form != "s'" && !tonic) {
      out.push_back(c);
      continue;
    }
    if (!tree_.is(c, "obl") && !tree_.is(c, "nmod") && !tree_.is(c, "obj") &&
        !tree_.is(c, "xcomp") && !tree_.is(c, "advmod") && c != word(head).head)
      continue;
    if (tree_.is(c, "xcomp") && verbal(c)) continue;
    // a noun's complements stand behind it, what stands before belongs elsewhere
    if (c < head && tree_.is(c, "nmod") && w.deprel != "nmod:poss" && !verbal(head)) continue;
    const std::string_view own = tree_.preposition(c);
    if (first == "de" && only_near(c)) continue;
    if ((first == "par" || first == "by") && words_.is(w.lemma, WordClass::kMeans)) continue;
    // "contre l'avis du gouverneur" is not against him
    if (first == "contre" && among(w.lemma, {"avis", "gré", "volonté"})) continue;
    if ((first == "in" || first == "en") && words_.is(w.lemma, WordClass::kInPhrase) &&
        tree_.child(c, "det") == kNone)
      continue;
    if (own == first || variant(own, first)) {
      out.push_back(c);
    } else if (own.empty() && (first == "de" || first == "of") && w.deprel == "nmod:poss") {
      out.push_back(c);  // Israel's attack
    } else if (tree_.is(head, "acl") && relative_of(c, first) && word(head).head != kNone) {
      out.push_back(word(head).head);
    }
  }
  return out;
}

// "l'organisation dont X est membre": dont may hang on the subject.
Arguments::Words Arguments::under_dont(int32_t head) const {
  Words out;
  if (!tree_.is(head, "acl") || tree_.child(head, "cop") == kNone || word(head).head == kNone)
    return out;
  if (const int32_t s = tree_.child(head, "nsubj"); s != kNone)
    for (int32_t c : tree_.children(s))
      if (relative_of(c, "de")) out.push_back(word(head).head);
  return out;
}

// "gave Oslo ten tanks", where both became objects: the first of two is whom it is given to.
Arguments::Words Arguments::first_of_two_objects(int32_t verb) const {
  Words objects;
  for (int32_t c : tree_.children(verb))
    if (c > verb && word(c).deprel == "obj") objects.push_back(c);
  if (objects.size() == 2 && mention_at_head(doc_, objects[0]) != kNone &&
      mention_at_head(doc_, objects[1]) == kNone)
    return {objects[0]};
  // "will send Ukraine tanks", where the name was taken for a part of the thing; not "US tanks"
  const int32_t next = verb + 1;
  if (doc_.french() || objects.size() != 1 || next >= objects[0] || word(next).head != objects[0] ||
      !tree_.is(next, "compound") || word(next).upos != Upos::kPropn ||
      tree_.child(objects[0], "det") != kNone)
    return {};
  const int32_t m = mention_at_head(doc_, next);
  const int32_t e = m == kNone ? kNone : resolve(doc_, m);
  const std::string& form = word(next).form;
  const bool letters = form.size() < 3 || (form[1] >= 'A' && form[1] <= 'Z');
  if (e != kNone && doc_.entities[e].kind == EntityKind::kState && !letters) return {next};
  return {};
}

// "auprès de X": the first word may be an adverb of its own.
Arguments::Words Arguments::under_adverb(int32_t head, std::string_view first) const {
  constexpr int32_t kReach = 12;  // words
  Words out;
  const int32_t end = std::min(doc_.sentences[word(head).sentence].end_word, head + kReach);
  for (int32_t at = head + 1; at < end; ++at) {
    if (word(at).upos == Upos::kVerb && word(at).morph.verb_form == VerbForm::kFin) break;
    if (lower(word(at).form) != first || tree_.is(at, "case")) continue;
    for (int32_t d : tree_.children(at))
      if (tree_.is(d, "obl") || tree_.is(d, "nmod")) out.push_back(d);
    break;
  }
  return out;
}

// "l'organisation dont il est membre", "le pays où il s'est rendu": the relative holds its
// preposition.
bool Arguments::relative_of(int32_t pronoun, std::string_view preposition) const {
  const std::string& lemma = word(pronoun).lemma;
  if (lemma == "dont") return preposition == "de";
  return lemma == "où" && (preposition == "à" || preposition == "dans" || preposition == "en" ||
                           preposition == "chez");
}

}  // namespace selon
