#include "mentions/pronouns.h"

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"
#include "mentions/candidates.h"

namespace selon {
namespace {

// "-t-il", "-nous": the hyphens are no part of the pronoun.
Span without_hyphens(const Document& doc, Span span) {
  const std::string_view s = doc.str(span);
  if (s.starts_with("-t-") || s.starts_with("-T-")) {
    span.begin += 3;
  } else if (s.starts_with("-")) {
    span.begin += 1;
  }
  return span;
}

void possessive(Candidate& c, bool speaker, bool quoted) {
  c.mention.form = MentionForm::kPossessive;
  c.mention.rule = "possessive";
  c.kind = speaker ? CandidateKind::kSpeaker : CandidateKind::kPossessive;
  c.gender = Gender::kNone;
  if (speaker) c.mention.rule = quoted ? "speaker" : "author";
}

}  // namespace

Result<Impersonal> Impersonal::open(const std::string& data_dir) {
  Impersonal impersonal;
  for (const char* language : {"fr", "en"}) {
    const Status status = read_table(data_dir + "/lang/" + language + "/impersonal.tsv", 2, 2,
                                     [&](const Row& row) -> std::string {
                                       auto* set = row[1] == "always"   ? &impersonal.always_
                                                   : row[1] == "clause" ? &impersonal.clause_
                                                   : row[1] == "noun"   ? &impersonal.noun_
                                                                        : nullptr;
                                       if (!set) return "unknown condition " + row.string(1);
                                       set->insert(row.string(0));
                                       return {};
                                     });
    if (!status) return status.error();
  }
  return impersonal;
}

// "poursuit-il": what the parser takes for the doubling of a subject is one where none stands.
bool lone_clitic(const Document& doc, const Tree& tree, int32_t pronoun) {
  const Word& il = doc.words[pronoun];
  return il.form.starts_with('-') && il.deprel == "expl:subj" && il.head != kNone &&
         tree.child(il.head, "nsubj") == kNone;
}

// "il a poussé Oslo à partir", "il lui a promis de partir": with an object that no verb without a
// subject takes, whatever the parser says.
bool Impersonal::acts_on_somebody(const Tree& tree, const Document& doc, int32_t pronoun) const {
  const int32_t verb = doc.words[pronoun].head;
  if (verb == kNone || doc.words[verb].upos != Upos::kVerb ||
      (tree.child(verb, "obj") == kNone &&
       (tree.child(verb, "iobj") == kNone || doc.words[pronoun].form.starts_with('-'))))
    return false;
  const std::string& lemma = doc.words[verb].lemma;
  if (always_.contains(lemma) || clause_.contains(lemma) || noun_.contains(lemma)) return false;
  for (int32_t c : tree.children(verb))
    if (c != pronoun && (tree.is(c, "expl") || (lower(doc.words[c].form) == "y" &&
                                                (lemma == "avoir" || lemma == "aller"))))
      return false;
  return true;
}

bool Impersonal::empty_subject(const Document& doc, const Tree& tree, int32_t pronoun) const {
  const Word& il = doc.words[pronoun];
  if (tree.is(pronoun, "expl") && !lone_clitic(doc, tree, pronoun) &&
      !acts_on_somebody(tree, doc, pronoun))
    return true;
  if (!among(lower(il.form), {"il", "-il", "-t-il", "it"}) || il.head == kNone) return false;
  const int32_t verb = il.head;
  if (pronoun >= 2 && lower(doc.words[pronoun - 2].form) == "quoi")
    return true;  // quoi qu'il en soit
  if (always_.contains(doc.words[verb].lemma)) return true;
  bool clause = false, y = false, copula = false;
  for (int32_t c : tree.children(verb)) {
    // "il semble que", "il suffit de partir"; in "il semble hésiter" he is somebody
    const int32_t mark = tree.child(c, "mark");
    const bool infinitive = (tree.is(c, "xcomp") || tree.is(c, "advcl")) && c > verb &&
                            mark != kNone && among(doc.words[mark].lemma, {"de", "à", "to"});
    clause = clause || tree.is(c, "csubj") || (tree.is(c, "ccomp") && c > verb) || infinitive;
    y = y || (lower(doc.words[c].form) == "y" && c < verb);
    copula = copula || tree.is(c, "cop");
  }
  if (y && doc.words[verb].lemma == "avoir") return true;
  if (doc.words[verb].lemma == "agir")  // il s'agit de
    return tree.child(verb, "expl") != kNone || tree.child(verb, "obj") < verb;
  if (copula) {
    // "il est clair que"; "il est prêt à partir" has a person: only a clause that could be the
    // subject
    const Upos upos = doc.words[verb].upos;
    if (upos != Upos::kAdj && upos != Upos::kNoun && upos != Upos::kAdv && upos != Upos::kVerb)
      return false;
    for (int32_t c : tree.children(verb)) {
      if (tree.is(c, "csubj")) return true;
      if (!(tree.is(c, "ccomp") || tree.is(c, "xcomp")) || c < verb) continue;
      const int32_t mark = tree.child(c, "mark");
      const std::string_view word = mark == kNone ? "" : std::string_view(doc.words[mark].lemma);
      if (tree.is(c, "ccomp") && upos == Upos::kAdj && (word == "que" || word == "that"))
        return true;
      if (upos == Upos::kAdj && word == "de") return true;
    }
    return false;
  }
  const std::string& lemma = doc.words[verb].lemma;
  const bool object = tree.child(verb, "obj") != kNone;
  if (noun_.contains(lemma)) return object || clause;
  if (lemma == "être") return true;  // "quoi qu'il en soit", "à l'heure qu'il est"
  return clause && !object && clause_.contains(lemma);
}

bool Pronouns::of_saying(int32_t w) const {
  const int32_t verb = doc_.words[w].head;
  if (verb == kNone) return false;
  for (const ReportingPhrase& phrase : reporting_.verbs(doc_.words[verb].lemma))
    if (phrase.lemmas.size() == 1 && (phrase.ways & kThat)) return true;
  return false;
}

bool Pronouns::latter(int32_t w) const {
  const Word& word = doc_.words[w];
  if (lang_ == Lang::kEn)  // "after the latter resigned"
    return lower(word.form) == "latter" && !tree_.is(w, "amod") && w > 0 &&
           lower(doc_.words[w - 1].form) == "the";
  return word.lemma == "dernier" && (word.upos == Upos::kAdj || word.upos == Upos::kNoun) &&
         !tree_.is(w, "amod") && w > 0 && doc_.words[w - 1].head == w &&
         doc_.words[w - 1].lemma == "ce";
}

// "L'intéressé a nié": whoever was spoken of.
bool Pronouns::concerned(int32_t w) const {
  const std::string form = lower(doc_.words[w].form);
  if ((form != "intéressé" && form != "intéressée") || w == 0) return false;
  const std::string before = lower(doc_.words[w - 1].form);
  return (before == "l'" || before == "l’") && doc_.words[w - 1].head == w &&
         (tree_.is(w, "nsubj") || tree_.is(w, "obl") || tree_.is(w, "obj") || tree_.is(w, "nmod"));
}

bool Pronouns::read(int32_t w, bool quoted, Candidate& c) const {
  const Word& word = doc_.words[w];
  if (latter(w)) {  // "ce dernier", "the latter", as celui-ci
    c.mention.first_word = w - 1;
    c.mention.span = doc_.words[w - 1].span.cover(word.span);
    c.gender = word.morph.gender;
    c.number = lang_ == Lang::kEn ? Number::kSing : word.morph.number;
    c.demonstrative = true;
    c.speaks = tree_.is(w, "nsubj") && of_saying(w);
    return true;
  }
  if (lang_ == Lang::kFr && concerned(w)) {
    c.mention.first_word = w - 1;
    c.mention.span = doc_.words[w - 1].span.cover(word.span);
    c.gender = lower(word.form).ends_with("ée") ? Gender::kFem : Gender::kMasc;
    c.number = Number::kSing;
    c.demonstrative = true;
    c.wanted = Wanted::kPerson;
    return true;
  }
  if (word.upos != Upos::kPron && word.upos != Upos::kDet) return false;
  c.mention.span = without_hyphens(doc_, word.span);
  c.gender = word.morph.gender;
  c.number = word.morph.number;
  const std::string form = lower(doc_.str(c.mention.span));
  if (lang_ == Lang::kFr ? !french(w, form, quoted, c) : !english(w, form, quoted, c)) return false;
  c.speaks = tree_.is(w, "nsubj") && of_saying(w);
  if (c.kind == CandidateKind::kPossessive && word.head != kNone) owned(word.head, c);
  // "Il a été arrêté": no state
  if (lang_ == Lang::kFr && word.deprel == "nsubj:pass" && word.head != kNone &&
      c.kind == CandidateKind::kPersonal && senses_.of_person(doc_.words[word.head].lemma))
    c.wanted = Wanted::kPerson;
  return true;
}

// Who can have such a thing, and whose act its clause is.
void Pronouns::owned(int32_t noun, Candidate& c) const {
  const std::string lemma = lower(doc_.words[noun].lemma);
  if (senses_.of_person(lemma)) c.wanted = Wanted::kPerson;
  if (senses_.of_sufferer(lemma)) c.wanted = Wanted::kSufferer;
  if (senses_.of_state(lemma)) c.wanted = Wanted::kState;
  c.controller = controller(noun);
}

// "a demandé à Oslo de partir", "called on Oslo to leave"; the parser may hang "à Oslo" on
// "partir".
int32_t Pronouns::dative(int32_t verb, int32_t infinitive) const {
  for (const int32_t above : {verb, infinitive})
    for (const int32_t c : tree_.children(above)) {
      const std::string_view to = tree_.preposition(c);
      if (tree_.is(c, "obl") && verb < c && c < infinitive &&
          (to == "à" || to == "on" || to == "upon"))
        return c;
    }
  return kNone;
}

// "rompre", "avoir rompu", "of breaking".
bool Pronouns::bare(int32_t verb) const {
  const auto form = [&](int32_t w) { return doc_.words[w].morph.verb_form; };
  const int32_t aux = tree_.child(verb, "aux");
  const bool marked = tree_.child(verb, "mark") != kNone || tree_.child(verb, "case") != kNone;
  return form(verb) == VerbForm::kInf || form(verb) == VerbForm::kGer ||
         (form(verb) == VerbForm::kPart && marked) || (aux != kNone && form(aux) == VerbForm::kInf);
}

// "Oslo accuse Paris d'avoir rompu ses promesses": the object whose act the infinitive is that
// the noun belongs to; kNone: there is none, or the subject of all is meant.
int32_t Pronouns::controller(int32_t noun) const {
  if (const int32_t judged = judged_for(noun); judged != kNone) return judged;
  int32_t clause = noun;
  while (clause != kNone && doc_.words[clause].upos != Upos::kVerb)
    clause = doc_.words[clause].head;
  if (clause == kNone || tree_.child(clause, "nsubj") != kNone || !bare(clause)) return kNone;
  int32_t object = doc_.words[clause].head;  // "accused X of breaking": below the object itself
  int32_t verb = object == kNone ? kNone : doc_.words[object].head;
  if (!tree_.is(clause, "acl") || verb == kNone || !tree_.is(object, "obj")) {
    const bool below = tree_.is(clause, "xcomp") || tree_.is(clause, "ccomp") ||
                       tree_.is(clause, "advcl") || tree_.is(clause, "obl");
    verb = object;
    object = verb == kNone || !below ? kNone : tree_.child(verb, "obj");
    if (object == kNone && verb != kNone && below) object = tree_.child(verb, "iobj");
    if (object == kNone && verb != kNone && below) object = dative(verb, clause);
  }
  if (object == kNone || object > clause || senses_.subject_control(doc_.words[verb].lemma))
    return kNone;
  for (const int32_t k : tree_.children(clause)) {
    const std::string_view lemma = doc_.words[k].lemma;
    if ((tree_.is(k, "mark") || tree_.is(k, "case")) && lemma != "de" && lemma != "à" &&
        lemma != "of" && lemma != "to")
      return kNone;  // "pour", "by": the subject's
  }
  // "Oslo accuse Paris d'avoir violé ses frontières": what is wronged is the accuser's
  if (senses_.blames(doc_.words[verb].lemma) && senses_.wrongs(doc_.words[clause].lemma) &&
      (tree_.is(noun, "obj") || tree_.is(noun, "obl") || tree_.is(noun, "nmod")))
    if (const int32_t subject = tree_.child(verb, "nsubj"); subject != kNone) return subject;
  return object;
}

// "Oslo a remercié Paris pour son aide", "l'a félicité de sa victoire": the object, whose the noun
// is; kNone.
int32_t Pronouns::judged_for(int32_t noun) const {
  const std::string_view why = tree_.preposition(noun);
  if (why != "pour" && why != "de" && why != "for") return kNone;
  int32_t verb = doc_.words[noun].head;
  if (verb == kNone) return kNone;
  int32_t object = tree_.child(verb, "obj");
  if (tree_.is(verb, "obj") && why != "for") {  // hung on the object
    object = verb;
    verb = doc_.words[verb].head;
  }
  if (object == kNone || verb == kNone || object >= noun) return kNone;
  return senses_.judges_for(doc_.words[verb].lemma) ? object : kNone;
}

bool Pronouns::relative(int32_t w, Candidate& c) const {
  for (int32_t up = w, step = 0; up != kNone && step < 6; up = doc_.words[up].head, ++step) {
    if (tree_.is(up, "acl") || tree_.is(up, "advcl:cleft")) {
      if (doc_.words[up].head >= w) return false;
      c.kind = CandidateKind::kRelative;
      c.mention.rule = "relative";
      c.owners = {doc_.words[up].head};
      return true;
    }
  }
  return false;
}

bool Pronouns::french(int32_t w, const std::string& form, bool quoted, Candidate& c) const {
  const Word& word = doc_.words[w];
  const std::string& lemma = word.lemma;
  if (word.upos == Upos::kDet) {
    if (among(form, {"son", "sa", "ses"})) {
      possessive(c, false, quoted);
      c.number = Number::kSing;
      return true;
    }
    if (among(form, {"leur", "leurs"})) {
      possessive(c, false, quoted);
      c.number = Number::kPlur;
      return true;
    }
    if (among(form, {"mon", "ma", "mes", "notre", "nos"})) {
      possessive(c, true, quoted);
      c.number = form[0] == 'm' ? Number::kSing : Number::kPlur;
      return true;
    }
    return false;
  }
  if (among(form, {"je", "j'", "j’", "me", "m'", "m’", "moi", "nous", "on"}) ||
      among(lemma, {"je", "moi"})) {
    if (tree_.is(w, "expl") && form != "nous") return false;
    c.kind = CandidateKind::kSpeaker;
    c.mention.rule = quoted ? "speaker" : (form == "on" ? "generic" : "author");
    c.number = form == "nous" || form == "on" ? Number::kPlur : Number::kSing;
    return true;
  }
  if (among(form, {"vous", "tu", "te", "t'", "t’", "toi"})) {
    c.kind = CandidateKind::kSpeaker;
    c.mention.rule = "addressee";
    return !tree_.is(w, "expl");
  }
  if (among(form, {"se", "s'", "s’", "soi"})) {
    if (tree_.is(w, "expl")) return false;
    c.kind = CandidateKind::kReflexive;
    c.mention.rule = "reflexive";
    return true;
  }
  if (among(form, {"qui", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "auquel",
                   "auxquels", "auxquelles", "duquel", "desquels", "desquelles"}) ||
      (among(form, {"que", "qu'", "qu’"}) && tree_.is(w, "obj")))
    return relative(w, c);
  if (among(form, {"il", "ils", "elle", "elles", "lui", "leur", "eux", "celui-ci", "celle-ci",
                   "ceux-ci", "celles-ci"})) {
    if (form == "il" && impersonal_.empty_subject(doc_, tree_, w)) return false;
    if (form != "il" && tree_.is(w, "expl") && !lone_clitic(doc_, tree_, w)) return false;
    if (among(form, {"il"})) c.gender = Gender::kMasc;
    if (among(form, {"elle", "elles", "celle-ci", "celles-ci"})) c.gender = Gender::kFem;
    if (among(form, {"lui", "leur"})) c.gender = Gender::kNone;
    if (among(form, {"ils", "eux", "ceux-ci"})) c.gender = Gender::kMasc;
    c.number = among(form, {"ils", "elles", "leur", "eux", "ceux-ci", "celles-ci"}) ? Number::kPlur
                                                                                    : Number::kSing;
    if (form.ends_with("-ci")) c.demonstrative = true;
    return true;
  }
  if (among(form, {"le", "la", "les", "l'", "l’"}) && (tree_.is(w, "obj") || tree_.is(w, "iobj"))) {
    c.number = form == "les" ? Number::kPlur : Number::kSing;
    c.gender = form == "le" ? Gender::kMasc : (form == "la" ? Gender::kFem : Gender::kNone);
    // "il l'a dit": the clitic stands for what was said.
    return form == "la" || form == "les" || !of_saying(w);
  }
  return false;
}

bool Pronouns::english(int32_t w, const std::string& form, bool quoted, Candidate& c) const {
  const Word& word = doc_.words[w];
  if (among(form, {"his", "her", "its"}) &&
      (tree_.is(w, "nmod") || tree_.is(w, "det") || word.morph.possessive)) {
    possessive(c, false, quoted);
    c.number = Number::kSing;
    c.gender = form == "his" ? Gender::kMasc : (form == "her" ? Gender::kFem : Gender::kNone);
    return true;
  }
  if (form == "their" || form == "theirs") {
    possessive(c, false, quoted);
    c.number = Number::kPlur;
    return true;
  }
  if (form == "mine" && (tree_.child(w, "det") != kNone || tree_.child(w, "amod") != kNone))
    return false;  // "an illegal mine"
  if (among(form, {"my", "our", "mine", "ours"})) {
    possessive(c, true, quoted);
    return true;
  }
  if (among(form, {"i", "me", "we", "us", "myself", "ourselves"})) {
    c.kind = CandidateKind::kSpeaker;
    c.mention.rule = quoted ? "speaker" : "author";
    return true;
  }
  if (form == "you") {
    c.kind = CandidateKind::kSpeaker;
    c.mention.rule = "addressee";
    return true;
  }
  if (among(form, {"himself", "herself", "itself", "themselves"})) {
    c.kind = CandidateKind::kReflexive;
    c.mention.rule = "reflexive";
    return true;
  }
  if (form == "whose") {
    if (!relative(w, c)) return false;
    c.mention.form = MentionForm::kPossessive;
    return true;
  }
  if (among(form, {"who", "whom", "which", "that"})) {
    if (form == "that" && word.morph.pron_type == PronType::kDem) return false;
    return relative(w, c);
  }
  if (among(form, {"he", "she", "it", "they", "him", "her", "them"})) {
    if (form == "it" && impersonal_.empty_subject(doc_, tree_, w)) return false;
    if (tree_.is(w, "expl")) return false;
    c.number = form == "they" || form == "them" ? Number::kPlur : Number::kSing;
    c.gender = among(form, {"he", "him"})    ? Gender::kMasc
               : among(form, {"she", "her"}) ? Gender::kFem
                                             : Gender::kNone;
    c.agent = form == "it" ? AgentKind::kBody : AgentKind::kPerson;
    return true;
  }
  return false;
}

}  // namespace selon
