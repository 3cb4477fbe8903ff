// The part of Arguments that reads the form of a verb: its voice, whether it is finite, whether it
// is somebody's doing to himself, whether it is the complement of the verb above.
#include "claims/arguments.h"

namespace selon {

bool Arguments::verbal(int32_t i) const {
  const Word& w = word(i);
  if (w.upos == Upos::kVerb) return true;
  if (w.upos != Upos::kAdj) return false;
  if (w.morph.verb_form == VerbForm::kPart) return true;
  // "were wounded when": the parser sees the passive, the tagger does not
  if (doc_.french() || !w.form.ends_with("ed")) return false;
  for (int32_t c : tree_.children(i))
    if (word(c).deprel == "aux:pass") return true;
  return false;
}

bool Arguments::finite(int32_t verb) const {
  if (word(verb).morph.verb_form == VerbForm::kFin) return true;
  for (int32_t c : tree_.children(verb))
    if ((tree_.is(c, "aux") || tree_.is(c, "cop")) && word(c).morph.verb_form == VerbForm::kFin)
      return true;
  return false;
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
    // "l'Iran a de nouveau attaqué": with "avoir" alone, whatever the subject is called
    if (doc_.french() && (perfect_active(verb) || perfect_with_be(verb))) return false;
    const bool bare = !doc_.french() && bare_past(verb);
    if (!doc_.french() && headline_passive(verb)) return true;
    for (int32_t c : tree_.children(verb)) {
      const std::string& rel = word(c).deprel;
      if (rel == "nsubj:pass" && bare) return false;
      if (rel == "aux:pass" || rel == "nsubj:pass" || rel == "expl:pass")
        return !words_.is(v.lemma, WordClass::kNoPassive) &&  // "est revenu"
               (tree_.child(verb, "aux") != kNone ||
                !words_.is(v.lemma, WordClass::kNoHeadlinePassive));
      if (tree_.is(c, "nsubj")) own_subject = true;
      if (tree_.is(c, "aux") || tree_.is(c, "cop")) aux = true;
    }
    const bool participle = v.morph.verb_form == VerbForm::kPart && v.morph.tense != Tense::kPres;
    if (!participle || own_subject || aux || (bare && v.deprel == "root")) return false;
    if (tree_.is(verb, "acl") || tree_.is(verb, "amod") || tree_.is(verb, "advcl") ||
        v.deprel == "root" || tree_.is(verb, "appos") || tree_.is(verb, "parataxis") ||
        tree_.is(verb, "dislocated"))
      return true;
    if (tree_.is(verb, "xcomp") && words_.is(word(v.head).lemma, WordClass::kRemain))
      return true;  // "semblent blessés", "remains detained"
    if (v.deprel != "conj" || v.head == kNone || !verbal(v.head)) return false;
    verb = v.head;  // "a été arrêté et jugé"
  }
  return false;
}

// Whether "avoir" is the only auxiliary.
bool Arguments::perfect_active(int32_t verb) const {
  bool have = false;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "aux") && !tree_.is(c, "cop")) continue;
    if (word(c).lemma != "avoir") return false;
    have = true;
  }
  return have;
}

// "est passée à l'offensive", but "a été passé", "est monté par X": "être" alone, and no agent.
bool Arguments::perfect_with_be(int32_t verb) const {
  if (!words_.is(word(verb).lemma, WordClass::kPerfectWithBe)) return false;
  int auxiliaries = 0;
  for (int32_t c : tree_.children(verb)) {
    auxiliaries += tree_.is(c, "aux");
    if (word(c).deprel == "obl:agent" || (tree_.is(c, "obl") && tree_.preposition(c) == "par"))
      return false;
  }
  return auxiliaries == 1;
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

// Whether a full stop or another mark closes the sentence, behind which quotes and notes may stand:
// headlines have none.
static bool ends_with_stop(const Document& doc, int32_t sentence) {
  const Sentence& s = doc.sentences[sentence];
  int32_t last = s.end_word - 1;
  const auto one_of = [](std::string_view form, std::initializer_list<std::string_view> forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  const int32_t nearest = std::max(s.first_word, last - 4);
  while (last > nearest &&
         (one_of(doc.words[last].form, {"\"", "'", "”", "’", "»", ")", "]", "[", "("}) ||
          doc.words[last].upos == Upos::kNum))
    --last;
  const std::string_view form = doc.words[last].form;
  return form.ends_with(".") || form.ends_with("…") || one_of(form, {"!", "?", ":", ";"});
}

// "Three soldiers killed in Mali": a headline leaves out "were", and tells what somebody does in
// the present. In English, where past and participle look alike.
bool Arguments::headline_passive(int32_t verb) const {
  const Word& v = word(verb);
  if (v.upos != Upos::kVerb || v.morph.tense != Tense::kPast || v.deprel != "root" ||
      ends_with_stop(doc_, v.sentence) || words_.is(v.lemma, WordClass::kNoHeadlinePassive))
    return false;
  const char end = v.form.empty() ? ' ' : v.form.back();
  if (end != 'd' && end != 't') return false;  // "took", "fell" are no participles
  bool subject = false;
  for (int32_t c : tree_.children(verb)) {
    if (tree_.is(c, "aux") || tree_.is(c, "cop") || tree_.is(c, "ccomp")) return false;
    if (c > verb && (tree_.is(c, "obj") || tree_.is(c, "xcomp") || tree_.is(c, "compound")))
      return false;
    subject |= c < verb && tree_.is(c, "nsubj");
  }
  return subject;
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
  return marked && !opens_adverbial(infinitive);
}

// "avant de partir", "afin de partir": a word of its own before "de".
bool Arguments::opens_adverbial(int32_t infinitive) const {
  for (int32_t c : tree_.children(infinitive))
    if (tree_.is(c, "mark") && word(c).lemma == "de" && c > 0 && word(c - 1).head == infinitive)
      return true;
  return false;
}

}  // namespace selon
