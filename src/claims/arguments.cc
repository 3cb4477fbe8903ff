#include "claims/arguments.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "claims/prepositions.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Longest chain of conjuncts, infinitives and participles that a subject is inherited through.
constexpr int kMaxDepth = 8;

// Verbs with an object or a dative whose infinitive nevertheless belongs to their subject.
constexpr std::array<std::string_view, 8> kSubjectControl = {
    "promettre", "jurer", "menacer", "promise", "threaten", "vow", "proposer", "refuser"};

// English verbs whose infinitive belongs to their object, also where it was taken for a purpose.
constexpr std::array<std::string_view, 28> kObjectControl = {
    "ask",   "tell",    "urge",   "order",     "persuade",  "convince",  "force",
    "press", "allow",   "permit", "enable",    "help",      "warn",      "invite",
    "push",  "request", "beg",    "instruct",  "require",   "compel",    "command",
    "lead",  "get",     "cause",  "authorize", "authorise", "encourage", "pressure"};

bool relative_pronoun(const Word& w) {
  if (w.upos != Upos::kPron) return false;
  if (w.morph.pron_type == PronType::kRel) return true;
  return w.lemma == "qui" || w.lemma == "lequel" || w.lemma == "dont" || w.lemma == "who" ||
         w.lemma == "which";
}

}  // namespace

// "l'organisation dont il est membre", "le pays où il s'est rendu": the relative holds its
// preposition.
bool Arguments::relative_of(int32_t pronoun, std::string_view preposition) const {
  const std::string& lemma = word(pronoun).lemma;
  if (lemma == "dont") return preposition == "de";
  return lemma == "où" && (preposition == "à" || preposition == "dans" || preposition == "en" ||
                           preposition == "chez");
}

// "lui seul", "eux-mêmes".
bool Arguments::alone(int32_t pronoun) const {
  const int32_t next = pronoun + 1;
  return word(pronoun).upos == Upos::kPron &&
         next < doc_.sentences[word(pronoun).sentence].end_word &&
         (word(next).lemma == "seul" || word(next).lemma == "même");
}

bool Arguments::verbal(int32_t i) const {
  const Word& w = word(i);
  return w.upos == Upos::kVerb || (w.upos == Upos::kAdj && w.morph.verb_form == VerbForm::kPart);
}

bool Arguments::pronominal(int32_t verb) const {
  for (int32_t c : tree_.children(verb)) {
    const Word& w = word(c);
    if (w.upos != Upos::kPron) continue;
    if (w.form == "se" || w.form == "s'" || w.form == "Se" || w.form == "S'" || w.form == "-se")
      return true;
    if (tree_.is(c, "expl") &&
        (w.morph.reflexive || w.form == "nous" || w.form == "me" || w.form == "m'"))
      return true;
  }
  return false;
}

// "est revenu", "sont tombés": verbs that take être and have no passive, whatever the tree says.
bool Arguments::moves(std::string_view lemma) {
  constexpr std::array<std::string_view, 18> kMove = {
      "aller",    "venir",  "revenir", "parvenir", "intervenir", "devenir",
      "survenir", "tomber", "arriver", "partir",   "repartir",   "entrer",
      "rentrer",  "rester", "naître",  "mourir",   "décéder",    "retomber"};
  return std::find(kMove.begin(), kMove.end(), lemma) != kMove.end();
}

bool Arguments::passive(int32_t verb) const {
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Word& v = word(verb);
    bool own_subject = false, aux = false;
    const bool bare = !doc_.french() && bare_past(verb);
    for (int32_t c : tree_.children(verb)) {
      const std::string& rel = word(c).deprel;
      if (rel == "nsubj:pass" && bare) return false;
      if (rel == "aux:pass" || rel == "nsubj:pass" || rel == "expl:pass")
        return !(doc_.french() && moves(v.lemma));
      if (tree_.is(c, "nsubj")) own_subject = true;
      if (tree_.is(c, "aux") || tree_.is(c, "cop")) aux = true;
    }
    const bool participle = v.morph.verb_form == VerbForm::kPart && v.morph.tense != Tense::kPres;
    if (!participle || own_subject || aux || (bare && v.deprel == "root")) return false;
    if (tree_.is(verb, "acl") || tree_.is(verb, "amod") || tree_.is(verb, "advcl") ||
        v.deprel == "root" || tree_.is(verb, "appos") || tree_.is(verb, "parataxis") ||
        tree_.is(verb, "dislocated"))
      return true;
    if (v.deprel != "conj" || v.head == kNone || !verbal(v.head)) return false;
    verb = v.head;  // "a été arrêté et jugé"
  }
  return false;
}

// "Oslo today threatened to leave", where past and participle look alike: without an auxiliary, and
// with an object or a clause of its own, the form is the past.
bool Arguments::bare_past(int32_t verb) const {
  if (tree_.is(verb, "acl") || tree_.is(verb, "advcl") || tree_.is(verb, "amod")) return false;
  bool complement = false;
  for (int32_t c : tree_.children(verb)) {
    if (tree_.is(c, "aux") || tree_.is(c, "cop") || word(c).deprel == "obl:agent") return false;
    if (tree_.preposition(c) == "by") return false;
    complement |= c > verb && (tree_.is(c, "obj") || tree_.is(c, "xcomp") || tree_.is(c, "ccomp"));
  }
  return complement;
}

Arguments::Words Arguments::surface_subject(int32_t verb) const { return surface_subject(verb, 0); }

Arguments::Words Arguments::surface_subject(int32_t verb, int depth) const {
  if (depth > kMaxDepth) return {};
  if (const int32_t speaker = inverted_speaker(verb); speaker != kNone) return {speaker};
  Words own;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj")) continue;
    // "les élus, les juges, les préfets ont …": a list whose commas the parser did not read; a
    // second subject behind the verb is no subject
    if (!own.empty()) {
      if (c < verb && !relative_pronoun(word(own.front())) &&
          people_of(c) != people_of(own.front()))
        own.push_back(c);
      continue;
    }
    own.push_back(c);
  }
  if (!own.empty()) {
    if (relative_pronoun(word(own.front()))) return {antecedent_of(own.front(), verb)};
    return own;
  }
  // French drops no subject: a finite clause has its own before it, unless it shares that of the
  // verb it is coordinated with
  if (finite(verb) && !tree_.is(verb, "conj") && !tree_.is(verb, "xcomp")) {
    if (Words before = subject_before(verb); !before.empty()) return before;
  }
  // "Oslo on Friday demanded that Rome leave", where the clause took both subjects
  if (!doc_.french())
    for (int32_t c : tree_.children(verb)) {
      if (!tree_.is(c, "ccomp") && !tree_.is(c, "xcomp")) continue;
      for (int32_t d : tree_.children(c))
        if (c > verb && d < verb && tree_.is(d, "nsubj")) return {d};
    }
  Words out = inherited_subject(verb, depth);
  if (out.empty()) out = subject_before(verb);
  return out;
}

// "X, qui a frappé": the relative stands for the noun that its clause hangs on.
int32_t Arguments::antecedent_of(int32_t pronoun, int32_t verb) const {
  const int32_t head = word(verb).head;
  if (head != kNone && head < pronoun &&
      (tree_.is(verb, "acl") || word(verb).deprel == "advcl:cleft" || tree_.is(verb, "ccomp"))) {
    // "X est celui qui a frappé"
    if (word(head).upos == Upos::kPron && tree_.child(head, "cop") != kNone)
      if (const int32_t who = tree_.child(head, "nsubj"); who != kNone) return who;
    return head;
  }
  // the parser hung the clause elsewhere: the nearest named phrase before the pronoun
  if (word(pronoun).morph.pron_type == PronType::kRel)
    for (int32_t w = pronoun - 1;
         w >= doc_.sentences[word(pronoun).sentence].first_word && w > pronoun - 4; --w)
      if (mention_at_head(doc_, w) != kNone && word(w).upos != Upos::kAdj) return w;
  return pronoun;
}

bool Arguments::finite(int32_t verb) const {
  if (word(verb).morph.verb_form == VerbForm::kFin) return true;
  for (int32_t c : tree_.children(verb))
    if ((tree_.is(c, "aux") || tree_.is(c, "cop")) && word(c).morph.verb_form == VerbForm::kFin)
      return true;
  return false;
}

Arguments::Words Arguments::inherited_subject(int32_t verb, int depth) const {
  const Word& v = word(verb);
  if (v.head == kNone) return {};
  const int32_t head = v.head;
  if (word(head).lemma == "afin" && word(head).head != kNone)
    return surface_subject(word(head).head, depth + 1);
  if (tree_.is(verb, "conj") && !complement_like(verb)) {
    // "dénoncer les raids menés par X et imposer": an infinitive is coordinated with an infinitive
    if (v.morph.verb_form == VerbForm::kInf && word(head).morph.verb_form == VerbForm::kPart &&
        tree_.is(head, "acl"))
      for (int32_t up = word(head).head; up != kNone; up = word(up).head)
        if (word(up).morph.verb_form == VerbForm::kInf) return surface_subject(up, depth + 1);
    if (verbal(head) || tree_.child(head, "nsubj") != kNone)
      return surface_subject(head, depth + 1);
    return {};
  }
  const bool own_clause = doc_.french() ? finite(verb) : v.morph.verb_form == VerbForm::kFin;
  // "a convaincu Rome d'intervenir", "légal pour Rome et Oslo d'intervenir", where the infinitive
  // was hung on the name
  if (v.morph.verb_form == VerbForm::kInf) {
    const int32_t who = mention_at_head(doc_, head);
    if (word(head).upos == Upos::kPropn ||
        (who != kNone && doc_.mentions[who].form == MentionForm::kName))
      return {tree_.is(head, "conj") && mention_at_head(doc_, word(head).head) != kNone
                  ? word(head).head
                  : head};
  }
  if (tree_.is(verb, "acl")) {
    if (v.morph.verb_form == VerbForm::kPart || v.morph.verb_form == VerbForm::kGer) {
      // "…, tuant trois soldats": behind a comma a present participle belongs to the subject, not
      // to the last noun
      const bool comma =
          verb > 0 && (word(verb - 1).form == "," || (verb > 1 && word(verb - 2).form == ","));
      if (comma && v.morph.tense == Tense::kPres)
        if (const int32_t up = governor(head); up != kNone && up != verb)
          if (Words main = surface_subject(up, depth + 1); !main.empty()) return main;
      return {head};
    }
    if (v.deprel == "acl:relcl") return {};
    // "la décision de Moscou d'intervenir", "sa volonté de", "X a pris la décision d'intervenir"
    for (std::string_view own : {"de", "of", "par"})
      for (int32_t w : under(head, own))
        if (w != verb && !people_of(w).empty()) return {w};
    for (int32_t c : tree_.children(head))
      if (word(c).morph.possessive || tree_.is(c, "amod"))
        if (mention_at_head(doc_, c) != kNone) return {c};
    // "X est sur le point d'intervenir"
    if (tree_.child(head, "cop") != kNone) return surface_subject(head, depth + 1);
    const int32_t above = word(head).head;
    if (above != kNone && verbal(above) && (tree_.is(head, "obj") || tree_.is(head, "obl")))
      return subject(above);
    return {};
  }
  if (own_clause && !tree_.is(verb, "xcomp")) return {};
  if (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp") || tree_.is(verb, "csubj") ||
      complement_like(verb)) {
    if (!verbal(head)) {
      // "il est normal pour Oslo de demander", on the adjective or before the infinitive's mark
      for (std::string_view whose : {"pour", "for"}) {
        if (Words w = under(head, whose); !w.empty() && !people_of(w.front()).empty()) return w;
        for (int32_t c : tree_.children(verb))
          if (head < c && c < opening_of(verb) && tree_.preposition(c) == whose &&
              !people_of(c).empty())
            return {c};
      }
      return surface_subject(head, depth + 1);
    }
    const std::string& lemma = word(head).lemma;
    if (std::find(kSubjectControl.begin(), kSubjectControl.end(), lemma) == kSubjectControl.end()) {
      for (int32_t o : object(head))
        if (o < verb) return {o};
      for (std::string_view to : {"à", "to", "on"})
        if (Words w = under(head, to);  // "ne suffit pas à lui seul à": no dative
            !w.empty() && !people_of(w.front()).empty() && !alone(w.front()))
          return w;
    }
    return surface_subject(head, depth + 1);
  }
  if (!doc_.french() && tree_.is(verb, "advcl") && v.morph.verb_form == VerbForm::kInf &&
      std::find(kObjectControl.begin(), kObjectControl.end(), word(head).lemma) !=
          kObjectControl.end())
    if (Words undergoer = object(head); !undergoer.empty() && undergoer.front() < verb)
      return {undergoer.front()};
  // "accused Oslo of bombing", "stopped Oslo from bombing": the gerund is the object's
  if (!doc_.french() && tree_.is(verb, "advcl") && verbal(head))
    for (int32_t c : tree_.children(verb))
      if (tree_.is(c, "mark") && (word(c).lemma == "of" || word(c).lemma == "from" ||
                                  word(c).lemma == "for" || word(c).lemma == "into"))
        if (Words undergoer = object(head); !undergoer.empty()) return {undergoer.front()};
  if (tree_.is(verb, "advcl") || tree_.is(verb, "obl") || tree_.is(verb, "parataxis") ||
      tree_.is(verb, "nmod"))
    return surface_subject(head, depth + 1);
  return {};
}

bool Arguments::complement_like(int32_t infinitive) const {
  const Word& v = word(infinitive);
  bool infinite = v.morph.verb_form == VerbForm::kInf;
  for (int32_t c : tree_.children(infinitive))  // "d'avoir abattu"
    infinite |= tree_.is(c, "aux") && word(c).morph.verb_form == VerbForm::kInf;
  if (!infinite || v.head == kNone || !verbal(v.head) || v.head > infinitive) return false;
  bool marked = false;
  for (int32_t c : tree_.children(infinitive)) {
    if (tree_.is(c, "cc")) return false;  // "demande de partir et de se taire" coordinates
    if ((tree_.is(c, "mark") || tree_.is(c, "case")) &&
        (word(c).lemma == "de" || word(c).lemma == "à"))
      marked = true;
    if (tree_.is(c, "punct") && c < infinitive) return false;
  }
  return marked;
}

Arguments::Words Arguments::subject(int32_t verb) const {
  if (!passive(verb)) return surface_subject(verb);
  Words agents;
  for (int32_t c : dependents(verb)) {
    if (!tree_.is(c, "obl") && !tree_.is(c, "nmod")) continue;
    const std::string_view preposition = tree_.preposition(c);
    if (preposition == "par" || preposition == "by" ||
        (word(c).deprel == "obl:agent" && (preposition.empty() || preposition == "de")))
      agents.push_back(c);
  }
  // "imposées à X par Y": hung on X
  if (agents.empty())
    for (int32_t c : tree_.children(verb))
      if (c > verb && (tree_.is(c, "obl") || tree_.is(c, "nmod")))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "nmod") &&
              (tree_.preposition(d) == "par" || tree_.preposition(d) == "by"))
            agents.push_back(d);
  return agents;
}

Arguments::Words Arguments::object(int32_t verb) const {
  if (passive(verb)) return surface_subject(verb);
  Words out;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "obj")) continue;
    const Word& w = word(c);
    // "a reçu mardi" has no object yet
    if (w.form == "se" || w.form == "s'" || w.upos == Upos::kAdv || time_at(doc_, c) != kNone ||
        c == inverted_speaker(verb))
      continue;
    // "le plan que X a déjoué"
    if (w.upos == Upos::kPron && (w.morph.pron_type == PronType::kRel || w.lemma == "que") &&
        word(verb).deprel == "acl:relcl" && word(verb).head != kNone)
      out.push_back(word(verb).head);
    else
      out.push_back(c);
  }
  if (!out.empty()) return out;
  // "the attack Oslo condemned": English may leave the relative pronoun out
  if (!doc_.french() && word(verb).deprel == "acl:relcl" && word(verb).head != kNone) {
    bool subject = false, relative = false;
    for (int32_t c : tree_.children(verb)) {
      if (c > verb) break;
      const bool pronoun = word(c).morph.pron_type == PronType::kRel || relative_pronoun(word(c));
      relative |= pronoun;
      subject |= tree_.is(c, "nsubj") && !pronoun;
    }
    if (subject && !relative) return {word(verb).head};
  }
  // A second subject, behind the verb, is an object that the parser took for one.
  bool before = false;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj")) continue;
    if (c > verb && before) out.push_back(c);
    before = true;
  }
  if (const int32_t negated = negated_object(verb); out.empty() && negated != kNone)
    return {negated};
  if (out.empty() && doc_.french()) out = object_after(verb);
  return out;
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
  if (!doc_.french()) return kNone;
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

Arguments::Words Arguments::under(int32_t head, std::string_view preposition) const {
  const std::string_view first = preposition.substr(0, preposition.find(' '));
  Words out;
  for (int32_t c : dependents(head)) {
    const Word& w = word(c);
    const bool tonic = w.lemma == "eux" && w.form != "leur" && tree_.preposition(c).empty();
    if (tree_.is(c, "iobj") && dative(preposition) && w.form != "se" && w.form != "s'" && !tonic) {
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
    if (own == first || variant(own, first)) {
      out.push_back(c);
    } else if (own.empty() && (first == "de" || first == "of") && w.deprel == "nmod:poss") {
      out.push_back(c);  // Israel's attack
    } else if (tree_.is(head, "acl") && relative_of(c, first) && word(head).head != kNone) {
      out.push_back(word(head).head);
    }
  }
  // "l'organisation dont X est membre": dont may hang on the subject
  if (out.empty() && first == "de" && tree_.is(head, "acl") && tree_.child(head, "cop") != kNone)
    if (const int32_t s = tree_.child(head, "nsubj"); s != kNone)
      for (int32_t c : tree_.children(s))
        if (relative_of(c, first) && word(head).head != kNone) out.push_back(word(head).head);
  // "lui arracher un accord à Oslo": beside a clitic, "à" says where
  // "gave Oslo ten tanks", where both became objects: the first of two is whom it is given to
  if (out.empty() && preposition == "to" && verbal(head)) {
    Words objects;
    for (int32_t c : tree_.children(head))
      if (c > head && word(c).deprel == "obj") objects.push_back(c);
    if (objects.size() == 2 && mention_at_head(doc_, objects[0]) != kNone &&
        mention_at_head(doc_, objects[1]) == kNone)
      out.push_back(objects[0]);
  }
  if (const auto clitic = std::find_if(
          out.begin(), out.end(),
          [&](int32_t c) { return tree_.is(c, "iobj") && word(c).upos == Upos::kPron; });
      clitic != out.end())
    out = {*clitic};
  if (out.empty() &&
      preposition.size() >
          first.size()) {  // "auprès de X": the first word may be an adverb of its own
    const int32_t end = doc_.sentences[word(head).sentence].end_word;
    for (int32_t at = head + 1; at < end && at < head + 12; ++at) {
      if (word(at).upos == Upos::kVerb && word(at).morph.verb_form == VerbForm::kFin) break;
      if (lower(word(at).form) != first || tree_.is(at, "case")) continue;
      for (int32_t d : tree_.children(at))
        if (tree_.is(d, "obl") || tree_.is(d, "nmod")) out.push_back(d);
      break;
    }
  }
  return out;
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

Arguments::Words Arguments::fill(int32_t trigger, const Slot& slot, bool active) const {
  Words out;
  switch (slot.kind) {
    case SlotKind::kSubject:
      return active ? surface_subject(trigger) : subject(trigger);
    case SlotKind::kObject:
      return object(trigger);
    case SlotKind::kComplement:
      return subject_of_complement(trigger);
    case SlotKind::kVoice:
      return {};
    case SlotKind::kInfinitiveObject:
      for (int32_t c : tree_.children(trigger))
        if ((tree_.is(c, "xcomp") || tree_.is(c, "ccomp")) && !passive(c))
          for (int32_t o : object(c)) out.push_back(o);
      return out;
    case SlotKind::kAdjective:
      for (int32_t c : tree_.children(trigger)) {
        const bool beside = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "flat") ||
                            (tree_.is(c, "nmod") && tree_.preposition(c).empty() &&
                             tree_.child(c, "det") == kNone && word(c).deprel != "nmod:poss") ||
                            (tree_.is(c, "appos") && word(c).upos == Upos::kPropn);
        if (beside && mention_at_head(doc_, c) != kNone) out.push_back(c);
      }
      return out;
    case SlotKind::kPossessive:
      for (int32_t c : tree_.children(trigger))
        if (word(c).morph.possessive || word(c).deprel == "nmod:poss") out.push_back(c);
      return out;
    case SlotKind::kHead: {
      const Word& w = word(trigger);
      if (w.upos == Upos::kNoun || w.upos == Upos::kPropn) {
        if (const int32_t s = tree_.child(trigger, "nsubj"); s != kNone)
          return {s};  // X est l'allié de Y
        if (tree_.child(trigger, "cop") != kNone)
          if (Words s = subject_before(trigger); !s.empty()) return s;
        if (tree_.is(trigger, "appos") && w.head != kNone) return {w.head};
        if (mention_at_head(doc_, trigger) == kNone)
          return {};  // not its owner: "les membres de X"
        return {trigger};
      }
      if (const int32_t s = tree_.child(trigger, "nsubj"); s != kNone) {
        if (relative_pronoun(word(s)) && tree_.is(trigger, "acl") && w.head != kNone)
          return {w.head};
        return {s};
      }
      if (w.head != kNone &&
          (tree_.is(trigger, "xcomp") || tree_.is(trigger, "conj") || tree_.is(trigger, "advcl")))
        return surface_subject(w.head);
      // "Oslo says it is willing to leave", where "it" was taken for nobody
      if (!doc_.french() && tree_.child(trigger, "cop") != kNone) return surface_subject(trigger);
      if (w.head != kNone) return {w.head};
      return {};
    }
    case SlotKind::kPreposition:
      out = under(trigger, slot.preposition);
      if (slot.preposition == "de" && !verbal(trigger)) {
        // "membre à part entière de X": on what only says how
        for (int32_t c : tree_.children(trigger))
          if (out.empty() && c > trigger && tree_.is(c, "nmod") && tree_.preposition(c) != "de" &&
              mention_at_head(doc_, c) == kNone && tree_.child(c, "det") == kNone)
            out = under(c, slot.preposition);
        keep_genitive(out);
      }
      // "mener une attaque contre X": the complement may hang on the verb
      if (out.empty() && slot.preposition != "de" && slot.preposition != "of" && !verbal(trigger)) {
        const int32_t above = word(trigger).head;
        if (above != kNone && verbal(above) &&
            (tree_.is(trigger, "obj") || word(trigger).deprel == "nsubj:pass"))
          out = under(above, slot.preposition);
        // "le développement des coopérations entre X et Y": on the noun above
        else if (above != kNone && tree_.is(trigger, "nmod") && word(above).upos == Upos::kNoun)
          out = under(above, slot.preposition);
        // "le soutien d'Oslo à X": on the genitive
        for (int32_t c : tree_.children(trigger))
          if (out.empty() && tree_.is(c, "nmod")) out = under(c, slot.preposition);
        // "l'accord signé entre X et Y", "les massacres commis contre X": on the participle
        for (int32_t c : tree_.children(trigger))
          if (out.empty() && tree_.is(c, "acl") && c > trigger && verbal(c) && passive(c)) {
            out = under(c, slot.preposition);
            // "l'offensive lancée par X contre Y": hung on X
            for (int32_t d : tree_.children(c))
              if (out.empty() && (tree_.is(d, "obl") || tree_.is(d, "nmod")))
                out = under(d, slot.preposition);
          }
        // "satisfait de ses discussions avec X": on the verb above, right behind the noun's phrase
        if (out.empty() && above != kNone && verbal(above)) {
          const int32_t next = last_of(trigger) + 1;
          for (int32_t c : under(above, slot.preposition))
            if (first_of(c) == next) out.push_back(c);
        }
        std::erase(out, trigger);
      }
      if (out.empty() && !verbal(trigger)) out = along(trigger, slot.preposition);
      if (const int32_t beyond = out.empty() ? kNone : conjunct_beyond(out.back(), trigger);
          beyond != kNone)
        out.push_back(beyond);
      // "qui s'est rendu hier à Oslo, s'est dit content": right behind its verb, but hung on a
      // later one
      if (out.empty() && verbal(trigger))
        for (int32_t w : along(trigger, slot.preposition))
          if (word(w).head > w && verbal(word(w).head)) out.push_back(w);
      // "n'enverra plus d'armes à X": on the object
      if (out.empty() && verbal(trigger) && slot.preposition != "de" && slot.preposition != "of" &&
          slot.preposition != "en" && slot.preposition != "in" && slot.preposition != "dans")
        for (int32_t o : object(trigger))
          if (out.empty() && o > trigger) out = under(o, slot.preposition);
      if (!slot.noun.empty())
        std::erase_if(out, [&](int32_t w) { return word(w).lemma != slot.noun; });
      return out;
  }
  return out;
}

int32_t Arguments::governor(int32_t at) const {
  for (int32_t up = word(at).head; up != kNone; up = word(up).head)
    if (verbal(up) || tree_.child(up, "cop") != kNone || tree_.child(up, "nsubj") != kNone)
      return up;
  return kNone;
}

}  // namespace selon
