#include "syntax/french_relatives.h"

#include <algorithm>

namespace selon {
namespace {

constexpr int32_t kReach = 24;  // words between a relative and its noun

bool disagrees(const Word& relative, const Word& noun) {
  const Morph &a = relative.morph, &b = noun.morph;
  return (a.gender != b.gender && b.gender != Gender::kNone) ||
         (a.number != b.number && b.number != Number::kNone);
}

// "les propos d'Anna, selon lesquels": a name, which shows nothing, of a noun that agrees.
bool belongs_to_agreeing(const SentenceTree& t, int32_t relative, int32_t name) {
  if (t.word(name).upos != Upos::kPropn || !t.is(name, "nmod")) return false;
  const Morph &a = t.word(relative).morph, &b = t.word(t.word(name).head).morph;
  return a.gender == b.gender && a.number == b.number;
}

// "les propos du maire, élu en mars, selon lesquels il partirait": the predicate of a clause with
// "lequel" that hangs on no noun before it, or on one that does not agree with it.
int32_t clause_of(const SentenceTree& t, int32_t relative) {
  int32_t clause = t.word(relative).head;
  for (int up = 0; up < 3 && clause != kNone && t.is(clause, "nmod"); ++up)
    clause = t.word(clause).head;
  if (clause == kNone || clause < relative || t.word(clause).head == kNone || !t.finite(clause))
    return kNone;
  const int32_t up = t.word(clause).head;
  const bool hangs_rightly = t.is(clause, "acl") && up < relative &&
                             !disagrees(t.word(relative), t.word(up)) &&
                             !belongs_to_agreeing(t, relative, up);
  const bool is_clause = t.is(clause, "acl", "parataxis") || t.word(clause).deprel == "advcl";
  return is_clause && !hangs_rightly ? clause : kNone;
}

// The last noun before the relative that agrees with it.
int32_t antecedent(const SentenceTree& t, int32_t relative) {
  for (int32_t w = relative - 1; w >= std::max(t.first(), relative - kReach); --w)
    if (t.word(w).upos == Upos::kNoun && t.word(w).morph.gender != Gender::kNone &&
        !disagrees(t.word(relative), t.word(w)))
      return w;
  return kNone;
}

// The noun right before "que", or what it says more of: "le général Ruiz, que"; kNone.
int32_t noun_before(const SentenceTree& t, int32_t que) {
  int32_t noun = t.word(que - 1).form == "," ? que - 2 : que - 1;
  if (t.word(noun).upos == Upos::kAdj || t.is(noun, "flat", "appos")) noun = t.word(noun).head;
  if (noun == kNone || noun > que) return kNone;
  const Upos upos = t.word(noun).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn ? noun : kNone;
}

// Whether the clause has a subject and, but for "que", no object.
bool lacks_object(const SentenceTree& t, int32_t verb, int32_t que) {
  bool subject = false;
  for (int32_t c : t.children(verb)) {
    if (c == que) continue;
    // not "accuse de crimes"
    const bool object = t.is(c, "obj") && !t.has(c, "case");
    if (object || t.is(c, "ccomp", "cop") || t.word(c).deprel == "nsubj:pass") return false;
    subject |= t.is(c, "nsubj");
  }
  return subject;
}

}  // namespace

// A "que" right behind a noun whose clause has a subject and no object is that noun, the clause's
// object.
bool mend_que(SentenceTree& t, int32_t que) {
  const int32_t verb = t.word(que).head;
  if (t.word(que).lemma != "que" || !t.is(que, "mark", "obj") || verb == kNone || verb < que ||
      que < t.first() + 2)
    return false;
  const int32_t noun = noun_before(t, que);
  if (noun == kNone) return false;
  const bool beside = t.word(verb).deprel == "acl:relcl" && t.word(verb).head == noun;
  if (beside && t.is(que, "obj") && t.word(que).upos == Upos::kPron) return false;  // it is already
  // "Le général, que Rome soutient, a fui", where the clause was hung on the verb of the general
  const bool before = t.word(que - 1).form == "," && t.is(verb, "advcl") && t.is(noun, "nsubj") &&
                      t.word(noun).head == t.word(verb).head && t.word(noun).head > verb;
  if ((!beside && !before) || !lacks_object(t, verb, que)) return false;
  for (int32_t c : t.children(verb))
    if (c > verb && t.is(c, "obj")) t.word(c).deprel = "obl:arg";
  Word& pronoun = t.word(que);
  pronoun.upos = Upos::kPron;
  pronoun.deprel = "obj";
  pronoun.feats = "PronType=Rel";
  pronoun.morph.pron_type = PronType::kRel;
  t.hang(verb, noun, "acl:relcl");
  return true;
}

// The clause is its antecedent's.
bool mend_lequel(SentenceTree& t, int32_t pronoun) {
  if (t.word(pronoun).lemma != "lequel") return false;
  const int32_t clause = clause_of(t, pronoun);
  const int32_t noun = clause == kNone ? kNone : antecedent(t, pronoun);
  if (noun == kNone) return false;
  // "Quant aux propos du maire, selon lesquels": what opens the sentence is the main verb's
  for (int32_t up = noun; up != kNone; up = t.word(up).head)
    if (t.word(up).head == clause) t.word(up).head = t.word(clause).head;
  t.hang(clause, noun, "acl:relcl");
  return true;
}

}  // namespace selon
