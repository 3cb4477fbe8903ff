#include "claims/arguments.h"

#include <algorithm>

#include "base/utf8.h"
#include "claims/prepositions.h"
#include "mentions/lookup.h"

namespace selon {

Arguments::Words Arguments::fill(int32_t trigger, const Slot& slot, bool active) const {
  switch (slot.kind) {
    case SlotKind::kSubject:
      return active ? surface_subject(trigger) : subject(trigger);
    case SlotKind::kObject:
      return object(trigger);
    case SlotKind::kComplement:
      return subject_of_complement(trigger);
    case SlotKind::kInfinitiveObject:
      return object_of_infinitive(trigger);
    case SlotKind::kAdjective:
      return adjectives(trigger);
    case SlotKind::kName:
      return names_before(trigger);
    case SlotKind::kPossessive:
      return possessives(trigger);
    case SlotKind::kPredicate:
      return predicates(trigger);
    case SlotKind::kHead:
      return bearer(trigger);
    case SlotKind::kPreposition:
      return complements(trigger, slot);
    case SlotKind::kVoice:
      break;
  }
  return {};
}

Arguments::Words Arguments::object_of_infinitive(int32_t verb) const {
  Words out, where;
  const auto take = [&](int32_t infinitive) {
    // "a promis d'envoyer des policiers en Haïti": whom one sends is not whom one promises
    if (words_.is(word(infinitive).lemma, WordClass::kSending)) {
      for (std::string_view to : {"en", "à", "vers", "to"})
        for (int32_t w : under(infinitive, to))
          if (mention_at_head(doc_, w) != kNone) where.push_back(w);
      return;
    }
    for (int32_t o : object(infinitive)) {
      out.push_back(o);
      if (doc_.french() && o > infinitive)  // "couper l'électricité à X", hung on the object
        for (int32_t w : under(o, "à"))
          if (mention_at_head(doc_, w) != kNone) where.push_back(w);
    }
    // "a décidé d'intervenir en Syrie": of a verb without an object
    for (std::string_view in : {"en", "à"})
      for (int32_t w : under(infinitive, in))
        if (doc_.french() && mention_at_head(doc_, w) != kNone) where.push_back(w);
  };
  for (int32_t c : tree_.children(verb)) {
    if ((tree_.is(c, "xcomp") || tree_.is(c, "ccomp")) && !passive(c)) take(c);
    // "a pris la décision d'intervenir"
    if (doc_.french() && tree_.is(c, "obj"))
      for (int32_t d : tree_.children(c))
        if (tree_.is(d, "acl") && word(d).morph.verb_form == VerbForm::kInf && !passive(d)) take(d);
  }
  // "menace de couper l'électricité à X"
  const bool nobody =
      std::all_of(out.begin(), out.end(), [&](int32_t o) { return people_of(o).empty(); });
  return nobody && !where.empty() ? where : out;
}

// "called the vote a farce", "described it as unjust", "which Oslo called a crime": what stands
// behind the object, or behind the verb where the object stands elsewhere.
Arguments::Words Arguments::predicates(int32_t verb) const {
  Words out;
  const Words objects = object(verb);
  const auto names = [&](int32_t c) {
    const std::string_view by = tree_.preposition(c);
    return by == "as" || by == "comme" || by.empty();
  };
  for (int32_t c : tree_.children(verb)) {
    if (c < verb || std::find(objects.begin(), objects.end(), c) != objects.end()) continue;
    const bool beside =
        tree_.is(c, "xcomp") || tree_.is(c, "obj") || tree_.is(c, "advcl") ||
        ((tree_.is(c, "obl") || tree_.is(c, "advmod")) && names(c) && time_at(doc_, c) == kNone);
    if (beside) out.push_back(c);
  }
  for (int32_t o : objects)  // hung on the object: "the vote a farce", "the vote as a farce"
    for (int32_t c : tree_.children(o))
      if (o > verb && c > o && names(c) &&
          (tree_.is(c, "nmod") || tree_.is(c, "appos") || tree_.is(c, "obj")))
        out.push_back(c);
  return out;
}

// "frappes russes", "Oslo talks".
Arguments::Words Arguments::adjectives(int32_t noun) const {
  Words out;
  for (int32_t c : tree_.children(noun)) {
    const bool beside = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "flat") ||
                        (tree_.is(c, "nmod") && tree_.preposition(c).empty() &&
                         tree_.child(c, "det") == kNone && word(c).deprel != "nmod:poss" &&
                         !tree_.behind_colon(c)) ||  // "Attaque à Oslo : dix soldats tués"
                        (tree_.is(c, "appos") && word(c).upos == Upos::kPropn);
    if (beside && mention_at_head(doc_, c) != kNone) out.push_back(c);
  }
  return out;
}

// "Trump supporters", but not "Iranian supporters", who are Iranians.
Arguments::Words Arguments::names_before(int32_t noun) const {
  Words out = adjectives(noun);
  std::erase_if(out, [&](int32_t w) {
    const std::string& rule = doc_.mentions[mention_at_head(doc_, w)].rule;
    return w > noun || word(w).upos != Upos::kPropn || rule == "demonym";
  });
  return out;
}

Arguments::Words Arguments::possessives(int32_t noun) const {
  Words out;
  for (int32_t c : tree_.children(noun))
    if (word(c).morph.possessive || word(c).deprel == "nmod:poss") out.push_back(c);
  return out;
}

// Of whom a noun or adjective is said.
Arguments::Words Arguments::bearer(int32_t trigger) const {
  const Word& w = word(trigger);
  const int32_t own = tree_.child(trigger, "nsubj");
  if (w.upos == Upos::kNoun || w.upos == Upos::kPropn) {
    if (own != kNone) return {own};  // "X est l'allié de Y"
    if (tree_.child(trigger, "cop") != kNone)
      if (Words s = subject_before(trigger); !s.empty()) return s;
    if (tree_.is(trigger, "appos") && w.head != kNone) return {w.head};
    // "X reste l'allié de Y", "called X an ally"
    const bool remains =
        tree_.is(trigger, "obj") && words_.is(word(w.head).lemma, WordClass::kRemain);
    if (w.head != kNone && (remains || tree_.is(trigger, "xcomp"))) {
      Words who = remains || passive(w.head) ? Words{} : object(w.head);
      if (who.empty()) who = surface_subject(w.head);
      if (!who.empty()) return who;
    }
    if (put_before(trigger))
      if (Words s = surface_subject(w.head); !s.empty()) return s;
    if (mention_at_head(doc_, trigger) == kNone) return {};  // not its owner: "les membres de X"
    return {trigger};
  }
  if (own != kNone) {
    if (relative_pronoun(word(own)) && tree_.is(trigger, "acl") && w.head != kNone) return {w.head};
    return {own};
  }
  if (w.head != kNone &&
      (tree_.is(trigger, "xcomp") || tree_.is(trigger, "conj") || tree_.is(trigger, "advcl")))
    return surface_subject(w.head);
  // "Oslo says it is willing to leave", where "it" was taken for nobody
  if (tree_.child(trigger, "cop") != kNone) return surface_subject(trigger);
  if (w.head != kNone) return {w.head};
  return {};
}

// "Allié de Moscou, le président a refusé": an apposition to the subject, put before its clause.
bool Arguments::put_before(int32_t noun) const {
  const int32_t verb = word(noun).head;
  if (verb == kNone || verb < noun || !verbal(verb)) return false;
  if (tree_.child(noun, "det") != kNone || tree_.child(noun, "case") != kNone) return false;
  const Sentence& s = doc_.sentences[word(noun).sentence];
  int32_t first = s.first_word;
  while (first < noun && word(first).upos == Upos::kPunct) ++first;
  const int32_t next = last_of(noun) + 1;
  return first_of(noun) == first && next < s.end_word && word(next).form == ",";
}

bool Arguments::relative_pronoun(const Word& w) {
  if (w.upos != Upos::kPron) return false;
  if (w.morph.pron_type == PronType::kRel) return true;
  return w.lemma == "qui" || w.lemma == "lequel" || w.lemma == "dont" || w.lemma == "who" ||
         w.lemma == "which";
}

int32_t Arguments::governor(int32_t at) const {
  for (int32_t up = word(at).head; up != kNone; up = word(up).head)
    if (verbal(up) || tree_.child(up, "cop") != kNone || tree_.child(up, "nsubj") != kNone)
      return up;
  return kNone;
}

}  // namespace selon
