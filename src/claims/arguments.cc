#include "claims/arguments.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Longest chain of conjuncts, infinitives and participles that a subject is inherited through.
constexpr int kMaxDepth = 8;

// Verbs with an object or a dative whose infinitive nevertheless belongs to their subject.
constexpr std::array<std::string_view, 8> kSubjectControl = {
    "promettre", "jurer", "menacer", "promise", "threaten", "vow", "proposer", "refuser"};

bool relative_pronoun(const Word& w) {
  if (w.upos != Upos::kPron) return false;
  if (w.morph.pron_type == PronType::kRel) return true;
  return w.lemma == "qui" || w.lemma == "lequel" || w.lemma == "dont" || w.lemma == "who" ||
         w.lemma == "which";
}

// "au" and "du" are lemmatised as à and de; "to" marks the English dative.
bool dative(std::string_view preposition) { return preposition == "à" || preposition == "to"; }

// Prepositions that say the same of who undergoes something: "into" is "in", "upon" is "on".
bool variant(std::string_view own, std::string_view wanted) {
  return (own == "en" && wanted == "dans") || (own == "into" && wanted == "in") ||
         ((own == "upon" || own == "onto") && wanted == "on") ||
         ((own == "toward" || own == "towards") && (wanted == "toward" || wanted == "towards")) ||
         (own == "alongside" && wanted == "with") || (own == "inside" && wanted == "in");
}

}  // namespace

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

bool Arguments::passive(int32_t verb) const {
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Word& v = word(verb);
    bool own_subject = false, aux = false;
    const bool bare = !doc_.french() && bare_past(verb);
    for (int32_t c : tree_.children(verb)) {
      const std::string& rel = word(c).deprel;
      if (rel == "nsubj:pass" && bare) return false;
      if (rel == "aux:pass" || rel == "nsubj:pass" || rel == "expl:pass") return true;
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
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj")) continue;
    const int32_t head = word(verb).head;
    // "X, qui a frappé": the relative stands for the noun that its clause hangs on
    if (relative_pronoun(word(c)) && head != kNone &&
        (tree_.is(verb, "acl") || word(verb).deprel == "advcl:cleft" || tree_.is(verb, "ccomp"))) {
      // "X est celui qui a frappé"
      if (word(head).upos == Upos::kPron && tree_.child(head, "cop") != kNone)
        if (const int32_t who = tree_.child(head, "nsubj"); who != kNone) return {who};
      return {head};
    }
    // the parser hung the clause elsewhere: the nearest named phrase before the pronoun
    if (relative_pronoun(word(c)) && word(c).morph.pron_type == PronType::kRel)
      for (int32_t w = c - 1; w >= doc_.sentences[word(c).sentence].first_word && w > c - 4; --w)
        if (mention_at_head(doc_, w) != kNone && word(w).upos != Upos::kAdj) return {w};
    Words all = {c};
    // "the leader of X and President Y signed", where both conjuncts became subjects
    for (int32_t d : tree_.children(verb))
      if (d > c && d < verb && tree_.is(d, "nsubj") && !relative_pronoun(word(d)) &&
          tree_.child(d, "cop") == kNone)
        all.push_back(d);
    return all;
  }
  // "Oslo on Friday demanded that Rome leave", where the clause took both subjects
  if (!doc_.french())
    for (int32_t c : tree_.children(verb)) {
      if (!tree_.is(c, "ccomp") && !tree_.is(c, "xcomp")) continue;
      for (int32_t d : tree_.children(c))
        if (c > verb && d < verb && tree_.is(d, "nsubj")) return {d};
    }
  Words out = inherited_subject(verb, depth);
  if (out.empty() && depth == 0) out = subject_before(verb);
  return out;
}

// A finite verb whose subject the parser hung elsewhere: the nearest named phrase before it that
// stands under no preposition. "Selon le Post, le président, Pedro Ruiz, a écrit", where
// "président" became a conjunct of "Post".
Arguments::Words Arguments::subject_before(int32_t verb) const {
  int32_t first = verb;
  bool finite = word(verb).morph.verb_form == VerbForm::kFin;
  for (int32_t c : tree_.children(verb)) {
    if (tree_.is(c, "expl")) return {};
    if (!tree_.is(c, "aux")) continue;
    first = std::min(first, c);
    finite = finite || word(c).morph.verb_form == VerbForm::kFin;
  }
  if (!finite || word(verb).morph.mood == Mood::kImp) return {};
  const int32_t begin = doc_.sentences[word(verb).sentence].first_word;
  for (int32_t at = first - 1; at >= begin && at > first - 12; --at) {
    const Word& w = word(at);
    if (w.upos == Upos::kVerb || w.upos == Upos::kSconj || w.form == ";" || w.form == ":")
      return {};
    if (w.upos != Upos::kNoun && w.upos != Upos::kPropn) continue;
    int32_t phrase = at;  // from "Ruiz" to "Pedro", from there to what it stands in apposition to
    while ((tree_.is(phrase, "flat") || tree_.is(phrase, "appos")) && word(phrase).head != kNone &&
           word(phrase).head < phrase)
      phrase = word(phrase).head;
    if (!tree_.preposition(phrase).empty()) return {};
    if (mention_at_head(doc_, phrase) != kNone) return {phrase};
    return {};
  }
  return {};
}

Arguments::Words Arguments::inherited_subject(int32_t verb, int depth) const {
  const Word& v = word(verb);
  if (v.head == kNone) return {};
  const int32_t head = v.head;
  if (word(head).lemma == "afin" && word(head).head != kNone)
    return surface_subject(word(head).head, depth + 1);
  if (tree_.is(verb, "conj") && !complement_like(verb)) {
    if (verbal(head) || tree_.child(head, "nsubj") != kNone)
      return surface_subject(head, depth + 1);
    return {};
  }
  const bool finite = v.morph.verb_form == VerbForm::kFin;
  // "a convaincu Poutine d'intervenir", where the infinitive was hung on the name
  if (v.morph.verb_form == VerbForm::kInf && word(head).upos == Upos::kPropn) return {head};
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
    const int32_t above = word(head).head;
    if (above != kNone && verbal(above) && (tree_.is(head, "obj") || tree_.is(head, "obl")))
      return subject(above);
    return {};
  }
  if (finite && !tree_.is(verb, "xcomp")) return {};
  if (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp") || tree_.is(verb, "csubj") ||
      complement_like(verb)) {
    if (!verbal(head)) {
      for (std::string_view whose : {"pour", "for"})  // "il est normal pour la Syrie de demander"
        if (Words w = under(head, whose); !w.empty() && !people_of(w.front()).empty()) return w;
      return surface_subject(head, depth + 1);
    }
    const std::string& lemma = word(head).lemma;
    if (std::find(kSubjectControl.begin(), kSubjectControl.end(), lemma) == kSubjectControl.end()) {
      for (int32_t o : object(head))
        if (o != verb) return {o};
      for (std::string_view to : {"à", "to", "on"})
        if (Words w = under(head, to); !w.empty() && !people_of(w.front()).empty()) return w;
    }
    return surface_subject(head, depth + 1);
  }
  if (tree_.is(verb, "advcl") || tree_.is(verb, "obl") || tree_.is(verb, "parataxis") ||
      tree_.is(verb, "nmod"))
    return surface_subject(head, depth + 1);
  return {};
}

bool Arguments::complement_like(int32_t infinitive) const {
  const Word& v = word(infinitive);
  if (v.morph.verb_form != VerbForm::kInf || v.head == kNone || !verbal(v.head) ||
      v.head > infinitive)
    return false;
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
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "obl") && !tree_.is(c, "nmod")) continue;
    const std::string_view preposition = tree_.preposition(c);
    if (word(c).deprel == "obl:agent" || preposition == "par" || preposition == "by")
      agents.push_back(c);
  }
  return agents;
}

Arguments::Words Arguments::object(int32_t verb) const {
  if (passive(verb)) return surface_subject(verb);
  Words out;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "obj")) continue;
    const Word& w = word(c);
    if (w.form == "se" || w.form == "s'") continue;
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
  return out;
}

Arguments::Words Arguments::under(int32_t head, std::string_view preposition) const {
  const std::string_view first = preposition.substr(0, preposition.find(' '));
  Words out;
  int32_t opening = head;  // what stands before the mark of a clause belongs to the clause above
  for (int32_t c : tree_.children(head))
    if (tree_.is(c, "mark") && c < opening) opening = c;
  for (int32_t c : tree_.children(head)) {
    const Word& w = word(c);
    if (opening < head && c < opening) continue;
    if (tree_.is(c, "iobj") && dative(preposition) && w.form != "se" && w.form != "s'") {
      out.push_back(c);
      continue;
    }
    if (!tree_.is(c, "obl") && !tree_.is(c, "nmod") && !tree_.is(c, "obj") &&
        !tree_.is(c, "xcomp") && !tree_.is(c, "advmod"))
      continue;
    if (tree_.is(c, "xcomp") && verbal(c)) continue;
    const std::string_view own = tree_.preposition(c);
    if (own == first || variant(own, first)) {
      out.push_back(c);
    } else if (own.empty() && (first == "de" || first == "of") && w.deprel == "nmod:poss") {
      out.push_back(c);  // Israel's attack
    }
  }
  // "adressé une requête à X pour obtenir": a complement that stands before the mark of the clause
  // it was hung on
  if (out.empty())
    for (int32_t c : tree_.children(head)) {
      if (!tree_.is(c, "advcl") && !tree_.is(c, "xcomp")) continue;
      int32_t mark = c;
      for (int32_t d : tree_.children(c))
        if (tree_.is(d, "mark")) mark = std::min(mark, d);
      for (int32_t d : tree_.children(c))
        if (head < d && d < mark && tree_.is(d, "obl") && tree_.preposition(d) == first)
          out.push_back(d);
    }
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
        if (tree_.is(c, "xcomp") || tree_.is(c, "ccomp"))
          for (int32_t o : object(c)) out.push_back(o);
      return out;
    case SlotKind::kAdjective:
      for (int32_t c : tree_.children(trigger)) {
        const bool beside = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "flat") ||
                            (tree_.is(c, "nmod") && tree_.preposition(c).empty() &&
                             word(c).deprel != "nmod:poss") ||
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
      if (w.head != kNone) return {w.head};
      return {};
    }
    case SlotKind::kPreposition:
      out = under(trigger, slot.preposition);
      // "mener une attaque contre X": the complement may hang on the verb
      if (out.empty() && slot.preposition != "de" && slot.preposition != "of" && !verbal(trigger)) {
        const int32_t above = word(trigger).head;
        if (above != kNone && verbal(above) &&
            (tree_.is(trigger, "obj") || word(trigger).deprel == "nsubj:pass"))
          out = under(above, slot.preposition);
        // "le développement des coopérations entre X et Y": on the noun above
        else if (above != kNone && tree_.is(trigger, "nmod") && word(above).upos == Upos::kNoun)
          out = under(above, slot.preposition);
        // "le soutien de Cuba à X": on the genitive
        for (int32_t c : tree_.children(trigger))
          if (out.empty() && tree_.is(c, "nmod")) out = under(c, slot.preposition);
        std::erase(out, trigger);
      }
      return out;
  }
  return out;
}

void Arguments::add_people(int32_t at, int depth, std::vector<int32_t>& out) const {
  const size_t before = out.size();
  const auto [begin, end] = mentions_at(doc_, at);
  for (int32_t m = begin; m < end; ++m) out.push_back(m);
  if (out.size() == before)
    if (const int32_t m = mention_at_head(doc_, at); m != kNone) out.push_back(m);
  if (out.size() > before || depth >= 2) return;
  // A thing: the people that it belongs to
  for (int32_t c : tree_.children(at)) {
    const std::string_view preposition = tree_.preposition(c);
    const bool owner = tree_.is(c, "amod") || word(c).morph.possessive || tree_.is(c, "compound") ||
                       word(c).deprel == "nmod:poss" || tree_.is(c, "flat") ||
                       (tree_.is(c, "nmod") && (preposition == "de" || preposition == "of" ||
                                                preposition == "by" || preposition.empty()));
    if (owner) add_people(c, depth + 1, out);
  }
}

std::vector<int32_t> Arguments::people_of(int32_t at) const {
  std::vector<int32_t> out;
  add_people(at, 0, out);
  for (int32_t c : tree_.children(at))
    if ((tree_.is(c, "conj") && !verbal(c)) ||
        (c > 0 && word(c - 1).form == "/")) {  // "l'axe US/OTAN"
      for (int32_t m : people_of(c)) out.push_back(m);
    }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int32_t Arguments::governor(int32_t at) const {
  for (int32_t up = word(at).head; up != kNone; up = word(up).head)
    if (verbal(up) || tree_.child(up, "cop") != kNone || tree_.child(up, "nsubj") != kNone)
      return up;
  return kNone;
}

}  // namespace selon
