// The part of Arguments that finds who acts: the verb's own subject, that of the verb it is
// coordinated with, the noun that its clause hangs on, whoever controls its infinitive.
#include "base/among.h"
#include "base/utf8.h"
#include "claims/arguments.h"
#include "mentions/lookup.h"

namespace selon {
Arguments::Words Arguments::subject(int32_t verb) const {
  if (!passive(verb)) return surface_subject(verb);
  if (const int32_t maker = compounded_agent(verb); maker != kNone) return {maker};
  Words agents;
  for (int32_t c : dependents(verb)) {
    if (!tree_.is(c, "obl") && !tree_.is(c, "nmod")) continue;
    const std::string_view preposition = tree_.preposition(c);
    if (words_.is(word(c).lemma, WordClass::kMeans)) continue;  // "par le biais de X"
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
  // "was given tanks by X": hung on what was given
  if (const int32_t kept = kept_object(verb); agents.empty() && kept != kNone)
    agents = under(kept, "by");
  // "asked to leave by X": hung on the infinitive
  if (agents.empty() && !doc_.french())
    for (int32_t c : tree_.children(verb))
      if (c > verb && tree_.is(c, "xcomp") && !passive(c) && verbal(c))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "obl") && tree_.preposition(d) == "by" &&
              (tree_.child(c, "obj") == kNone || mention_at_head(doc_, d) != kNone))
            agents.push_back(d);
  // "urged to reopen the crossing by X": hung on the infinitive's object
  if (agents.empty() && !doc_.french())
    for (int32_t c : tree_.children(verb))
      if (c > verb && tree_.is(c, "xcomp") && !passive(c) && verbal(c))
        if (const int32_t object = tree_.child(c, "obj"); object != kNone)
          for (int32_t by : under(object, "by"))
            if (mention_at_head(doc_, by) != kNone) agents.push_back(by);
  // "banned from holding rallies by X": hung on the gerund
  if (agents.empty() && !doc_.french())
    for (int32_t c : tree_.children(verb))
      if (c > verb && tree_.is(c, "advcl") && gerund_of_object(c) && !passive(c))
        for (int32_t d : tree_.children(c))
          if (tree_.is(d, "obl") && tree_.preposition(d) == "by" &&
              mention_at_head(doc_, d) != kNone)
            agents.push_back(d);
  return agents;
}

int32_t Arguments::made_to(int32_t verb) const {
  int32_t made = kNone;
  bool causative = false;
  for (int32_t c : tree_.children(verb)) {
    if (word(c).deprel == "obj:agent" && mention_at_head(doc_, c) != kNone) made = c;
    causative |= word(c).deprel == "aux:caus";
  }
  return causative ? made : kNone;
}

// "Oslo-backed rebels": the name before the hyphen; kNone.
int32_t Arguments::compounded_agent(int32_t participle) const {
  if (doc_.french() || !tree_.is(participle, "amod") || participle < 2 ||
      word(participle - 1).form != "-" ||
      word(participle - 1).span.end != word(participle).span.begin)
    return kNone;
  const int32_t name = participle - 2;
  return word(name).span.end == word(participle - 1).span.begin &&
                 mention_at_head(doc_, name) != kNone
             ? name
             : kNone;
}

Arguments::Words Arguments::surface_subject(int32_t verb) const { return surface_subject(verb, 0); }

Arguments::Words Arguments::surface_subject(int32_t verb, int depth) const {
  if (depth > kMaxDepth) return {};
  if (const int32_t speaker = inverted_speaker(verb); speaker != kNone) return {speaker};
  if (Words own = own_subject(verb); !own.empty()) return own;
  // "extraditing him would violate the treaty": what is done has no doer of its own
  if (!doc_.french() && tree_.child(verb, "csubj") != kNone && tree_.child(verb, "csubj") < verb)
    return {};
  // French drops no subject: a finite clause has its own before it, unless it shares that of the
  // verb it is coordinated with
  if (finite(verb) && !tree_.is(verb, "conj") && !tree_.is(verb, "xcomp")) {
    if (Words before = subject_before(verb); !before.empty()) return before;
  }
  if (const int32_t behind = inverted_subject(verb); behind != kNone) return {behind};
  if (const int32_t above = subject_in_complement(verb); above != kNone) return {above};
  Words out = inherited_subject(verb, depth);
  if (out.empty()) out = subject_before(verb);
  return out;
}

// "À Goma combattent des milices": where nothing but when or where stands before a finite French
// verb, what the parser took for its object is its subject; kNone.
int32_t Arguments::inverted_subject(int32_t verb) const {
  const Word& v = word(verb);
  if (!doc_.french() || v.morph.verb_form != VerbForm::kFin || v.morph.mood == Mood::kImp ||
      v.deprel != "root")
    return kNone;
  int32_t object = kNone;
  for (int32_t c : tree_.children(verb)) {
    if (tree_.is(c, "nsubj") || tree_.is(c, "expl") || tree_.is(c, "aux")) return kNone;
    if (c > verb && tree_.is(c, "obj") && object == kNone) object = c;
    const bool around = tree_.is(c, "obl") || tree_.is(c, "advmod") || tree_.is(c, "cc");
    if (c < verb && !around && word(c).upos != Upos::kPunct) return kNone;
  }
  const bool opens = verb == doc_.sentences[v.sentence].first_word;  // rather an order
  return object == kNone || opens || word(object).upos == Upos::kPron ? kNone : object;
}

// What the tree calls its subject, a relative pronoun taken for what it stands for.
Arguments::Words Arguments::own_subject(int32_t verb) const {
  Words own;
  for (int32_t c : tree_.children(verb)) {
    // "il y a combattu" has a subject, though the parser took it for an empty one
    const bool taken_for_empty =
        word(c).deprel == "expl:subj" && c < verb && word(verb).upos == Upos::kVerb &&
        (tree_.child(verb, "obj") != kNone ||
         (tree_.child(verb, "iobj") != kNone && !word(c).form.starts_with('-'))) &&
        mention_at_head(doc_, c) != kNone && tree_.child(verb, "nsubj") == kNone;
    if (!tree_.is(c, "nsubj") && !taken_for_empty) continue;
    // "les élus, les juges, les préfets ont …": a list whose commas the parser did not read; a
    // second subject behind the verb is no subject
    const bool listed = own.empty() || (c < verb && !relative_pronoun(word(own.front())) &&
                                        people_of(c) != people_of(own.front()));
    if (listed) own.push_back(c);
  }
  if (!own.empty() && relative_pronoun(word(own.front())))
    return {antecedent_of(own.front(), verb)};
  if (own.size() == 1 && own.front() < verb) own = with_list_before(own.front());
  return own;
}

// "Oslo on Friday demanded that Rome leave", where the clause took both subjects.
int32_t Arguments::subject_in_complement(int32_t verb) const {
  if (doc_.french()) return kNone;
  for (int32_t c : tree_.children(verb)) {
    if (!tree_.is(c, "ccomp") && !tree_.is(c, "xcomp")) continue;
    for (int32_t d : tree_.children(c))
      if (c > verb && d < verb && tree_.is(d, "nsubj")) return d;
  }
  return kNone;
}

// "X, qui a frappé": the relative stands for the noun that its clause hangs on.
int32_t Arguments::antecedent_of(int32_t pronoun, int32_t verb) const {
  const int32_t head = word(verb).head;
  // "« … », a dit X, qui accuse Y": not what is said
  const bool behind_speaker = doc_.french() && head != kNone && tree_.is(verb, "ccomp") &&
                              word(head).upos == Upos::kVerb && word(pronoun - 1).form == ",";
  if (head != kNone && head < pronoun && !behind_speaker &&
      (tree_.is(verb, "acl") || word(verb).deprel == "advcl:cleft" ||
       (!doc_.french() && word(verb).deprel == "advcl:relcl") || tree_.is(verb, "ccomp"))) {
    // "It was X, not Y, that struck": hung on Y
    if (!doc_.french() && (tree_.is(head, "appos") || tree_.is(head, "conj")))
      for (int32_t c : tree_.children(head))
        if (c < head && word(c).lemma == "not" && word(head).head != kNone &&
            word(head).head < head)
          return word(head).head;
    // "X est celui qui a frappé"
    if (word(head).upos == Upos::kPron && tree_.child(head, "cop") != kNone)
      if (const int32_t who = tree_.child(head, "nsubj"); who != kNone) return who;
    return relative_head(verb);
  }
  // the parser hung the clause elsewhere: the nearest named phrase before the pronoun
  if (word(pronoun).morph.pron_type == PronType::kRel)
    for (int32_t w = pronoun - 1;
         w >= doc_.sentences[word(pronoun).sentence].first_word && w > pronoun - 4; --w)
      if (mention_at_head(doc_, w) != kNone && word(w).upos != Upos::kAdj) return w;
  return pronoun;
}

// The subject of a verb that has none of its own.
Arguments::Words Arguments::inherited_subject(int32_t verb, int depth) const {
  const Word& v = word(verb);
  const int32_t head = v.head;
  if (head == kNone) return {};
  if (word(head).lemma == "afin" && word(head).head != kNone)
    return surface_subject(word(head).head, depth + 1);
  if (tree_.is(verb, "conj") && !complement_like(verb)) return subject_of_conjunct(verb, depth);
  if (const int32_t who = name_above_infinitive(verb); who != kNone) return {who};
  if (tree_.is(verb, "acl")) return subject_in_noun(verb, depth);
  if (compounded_agent(verb) != kNone) return {head};
  const bool own_clause = doc_.french() ? finite(verb) : v.morph.verb_form == VerbForm::kFin;
  if (own_clause && !tree_.is(verb, "xcomp")) return {};
  if (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp") || tree_.is(verb, "csubj") ||
      complement_like(verb))
    return verbal(head) ? controller(verb, depth) : subject_of_predicate(verb, depth);
  // "il est normal pour Oslo de demander", where the infinitive was taken for a purpose
  const int32_t mark = tree_.child(verb, "mark");
  if (word(head).upos == Upos::kAdj && v.morph.verb_form == VerbForm::kInf && verb > head &&
      mark != kNone && word(mark).lemma == "de")
    return subject_of_predicate(verb, depth);
  return subject_of_adverbial(verb, depth);
}

// "X a frappé et tué": that of the first verb.
Arguments::Words Arguments::subject_of_conjunct(int32_t verb, int depth) const {
  const int32_t head = word(verb).head;
  // "dénoncer les raids menés par X et imposer": an infinitive is coordinated with an infinitive
  if (word(verb).morph.verb_form == VerbForm::kInf &&
      word(head).morph.verb_form == VerbForm::kPart && tree_.is(head, "acl"))
    for (int32_t up = word(head).head; up != kNone; up = word(up).head)
      if (word(up).morph.verb_form == VerbForm::kInf) return surface_subject(up, depth + 1);
  if (verbal(head) || tree_.child(head, "nsubj") != kNone) return surface_subject(head, depth + 1);
  return {};
}

// "a convaincu Rome d'intervenir", "légal pour Rome et Oslo d'intervenir", where the infinitive was
// hung on the name.
int32_t Arguments::name_above_infinitive(int32_t verb) const {
  const int32_t head = word(verb).head;
  if (word(verb).morph.verb_form != VerbForm::kInf) return kNone;
  const int32_t who = mention_at_head(doc_, head);
  if (word(head).upos != Upos::kPropn &&
      (who == kNone || doc_.mentions[who].form != MentionForm::kName))
    return kNone;
  const bool listed = tree_.is(head, "conj") && mention_at_head(doc_, word(head).head) != kNone;
  return listed ? word(head).head : head;
}

// Of a participle or infinitive that hangs on a noun.
Arguments::Words Arguments::subject_in_noun(int32_t verb, int depth) const {
  // "X was accused by Y of harbouring rebels", hung on Y
  int32_t by = word(verb).head;
  const int32_t of = tree_.child(verb, "mark");
  // "X a été accusé par Y et ses alliés d'abriter des rebelles", hung on the allies
  if (doc_.french() && tree_.is(by, "conj") && word(by).head != kNone) by = word(by).head;
  const std::string_view agent = tree_.preposition(by);
  if (of != kNone && (word(of).lemma == "of" || word(of).lemma == "de") && tree_.is(by, "obl") &&
      (agent == "by" || agent == "par") && passive(word(by).head))
    return surface_subject(word(by).head, depth + 1);
  const Word& v = word(verb);
  const int32_t head = v.head;
  // "released a statement Friday taking Rome to task", hung on the day
  if (!doc_.french() && time_at(doc_, head) != kNone && v.morph.tense != Tense::kPast)
    if (const int32_t above = governor(head); above != kNone && above != verb)
      return surface_subject(above, depth + 1);
  // "a policy of arming rebels" is of whoever has the policy, but "accused a Chinese ship of
  // firing"
  const bool marked = !doc_.french() && v.morph.tense != Tense::kPast &&
                      mention_at_head(doc_, head) == kNone && people_of(head).empty() && [&] {
                        const int32_t mark = tree_.child(verb, "mark");
                        return mark != kNone && mark > head && word(mark).lemma == "of";
                      }();
  // "paid Oslo compensation for killing two", "sentenced him to death for killing two"
  int32_t top = head;  // "to two years in jail for killing two"
  while (!doc_.french() && tree_.is(top, "nmod") && mention_at_head(doc_, top) == kNone &&
         word(top).head != kNone && word(word(top).head).upos == Upos::kNoun)
    top = word(top).head;
  const int32_t why = tree_.child(verb, "mark"), above_noun = word(top).head;
  if (!doc_.french() && why != kNone && why > head && word(why).lemma == "for" &&
      mention_at_head(doc_, head) == kNone && above_noun != kNone && verbal(above_noun)) {
    for (int32_t c : tree_.children(head))  // "made its apology for bombing Oslo"
      if (c < head && !tree_.is(c, "compound") && mention_at_head(doc_, c) != kNone) return {c};
    const bool of_another = words_.is(word(above_noun).lemma, WordClass::kOfAnother);
    if (tree_.is(head, "obj") && !of_another) return subject(above_noun);
    if (tree_.is(top, "obl"))
      for (int32_t o : object(above_noun))
        if (!people_of(o).empty()) return {o};
  }
  if (!marked && (v.morph.verb_form == VerbForm::kPart || v.morph.verb_form == VerbForm::kGer)) {
    // "…, tuant trois soldats": behind a comma a present participle belongs to the subject, not
    // to the last noun
    const bool comma =
        verb > 0 && (word(verb - 1).form == "," || (verb > 1 && word(verb - 2).form == ","));
    if (comma && v.morph.tense == Tense::kPres)
      if (const int32_t up = governor(head); up != kNone && up != verb)
        if (Words main = surface_subject(up, depth + 1); !main.empty()) return main;
    // "attacked a convoy, killing two"; "accused the army of killing two" is the army's
    if (!doc_.french() && !passive(verb) && words_.is(v.lemma, WordClass::kOfTheAct) &&
        !gerund_of_object(verb) && tree_.is(head, "obj") && verbal(word(head).head))
      if (Words main = surface_subject(word(head).head, depth + 1); !main.empty()) return main;
    if (const int32_t who = blamed_beside(verb); who != kNone) return {who};
    return {head};
  }
  if (v.deprel == "acl:relcl") return {};
  if (controlled_object(verb)) return {head};
  // "la décision de Moscou d'intervenir", "sa volonté de", "X a pris la décision d'intervenir"
  for (std::string_view own : {"de", "of", "par", "by"})
    for (int32_t w : under(head, own))
      if (w != verb && !people_of(w).empty()) return {w};
  for (int32_t c : tree_.children(head))
    if (word(c).morph.possessive || tree_.is(c, "amod") || word(c).deprel == "nmod:poss")
      if (mention_at_head(doc_, c) != kNone) return {c};
  // "X est sur le point d'intervenir"
  if (tree_.child(head, "cop") != kNone) return surface_subject(head, depth + 1);
  const int32_t above = word(head).head;
  if (above != kNone && verbal(above) && (tree_.is(head, "obj") || tree_.is(head, "obl")))
    return subject(above);
  return {};
}

// "a rompu le dialogue avec le Front, accusé d'avoir tué": no dialogue is accused, but whoever ends
// the noun's phrase before the comma; kNone.
int32_t Arguments::blamed_beside(int32_t participle) const {
  const int32_t head = word(participle).head;
  if (!doc_.french() || !words_.is(word(participle).lemma, WordClass::kBlames) ||
      !passive(participle) || participle < 2 || word(participle - 1).form != "," ||
      mention_at_head(doc_, head) != kNone)
    return kNone;
  int32_t phrase = participle - 2;
  while (word(phrase).head != kNone && word(phrase).head < phrase && word(phrase).head > head &&
         mention_at_head(doc_, phrase) == kNone)
    phrase = word(phrase).head;
  const int32_t m = phrase <= head ? kNone : mention_at_head(doc_, phrase);
  return m == kNone || last_of(phrase) != participle - 2 ? kNone : phrase;
}

// "accuse l'armée de bombarder", "charge le ministre de négocier": an infinitive of the verb above
// that the parser hung on the verb's object, who is to do it.
bool Arguments::controlled_object(int32_t infinitive) const {
  const int32_t head = word(infinitive).head;
  if (head == kNone || !tree_.is(infinitive, "acl") ||
      !(tree_.is(head, "obj") || (!doc_.french() && tree_.is(head, "iobj"))))
    return false;
  const int32_t above = word(head).head;
  return word(infinitive).morph.verb_form == VerbForm::kInf && above != kNone && verbal(above) &&
         words_.is(word(above).lemma, WordClass::kObjectControl) &&
         mention_at_head(doc_, head) != kNone;
}

// "il est normal pour Oslo de demander", on the adjective or before the infinitive's mark.
Arguments::Words Arguments::subject_of_predicate(int32_t verb, int depth) const {
  const int32_t head = word(verb).head;
  for (std::string_view whose : {"pour", "for"}) {
    if (Words w = under(head, whose); !w.empty() && !people_of(w.front()).empty()) return w;
    for (int32_t c : tree_.children(verb))
      if (head < c && c < opening_of(verb) && tree_.preposition(c) == whose &&
          !people_of(c).empty())
        return {c};
  }
  return surface_subject(head, depth + 1);
}

// Of the verb above an infinitive: its object or dative ("a demandé à Rome de partir"), else its
// subject ("veut partir").
Arguments::Words Arguments::controller(int32_t verb, int depth) const {
  const int32_t head = word(verb).head;
  if (!words_.is(word(head).lemma, WordClass::kSubjectControl)) {
    // "il est reproché à X d'avoir menti": of X
    const auto nobody = [&](int32_t o) {
      return word(o).upos == Upos::kPron && lower(word(o).form) == "il" && passive(head) &&
             !under(head, "à").empty();
    };
    for (int32_t o : object(head))
      if (o < verb && !(doc_.french() && nobody(o))) return {o};
    for (std::string_view to : {"à", "to", "on"})
      if (Words w = under(head, to);  // "ne suffit pas à lui seul à": no dative
          !w.empty() && !people_of(w.front()).empty() && !alone(w.front()))
        return w;
  }
  return surface_subject(head, depth + 1);
}

// "lui seul", "eux-mêmes".
bool Arguments::alone(int32_t pronoun) const {
  const int32_t next = pronoun + 1;
  return word(pronoun).upos == Upos::kPron &&
         next < doc_.sentences[word(pronoun).sentence].end_word &&
         (word(next).lemma == "seul" || word(next).lemma == "même");
}

// Of a clause that says how, why or when: that of the verb above, or in English its object.
Arguments::Words Arguments::subject_of_adverbial(int32_t verb, int depth) const {
  const int32_t head = word(verb).head;
  // "far from leaving, Oslo sent troops": hung on the adverb
  if (!doc_.french() && tree_.is(verb, "advcl") && word(head).upos == Upos::kAdv)
    if (const int32_t above = governor(head); above != kNone && above != verb)
      return surface_subject(above, depth + 1);
  // "was arrested, prompting a protest": not who was, but whoever did it
  if (!doc_.french() && tree_.is(verb, "advcl") && verb > 0 && word(verb - 1).form == "," &&
      words_.is(word(verb).lemma, WordClass::kOfTheAct) && !passive(verb) && finite(head) &&
      passive(head))
    return subject(head);
  // "tasked the army with disarming rebels, angering Rome": what the main clause tells did
  if (!doc_.french() && tree_.is(verb, "advcl") && verb > 0 && word(verb - 1).form == "," &&
      words_.is(word(verb).lemma, WordClass::kOfTheAct) && !passive(verb) && !finite(head)) {
    int32_t main = head;
    while (main != kNone && (!verbal(main) || !finite(main))) main = word(main).head;
    if (main != kNone && main < verb)
      if (Words who = surface_subject(main, depth + 1); !who.empty()) return who;
  }
  if (tree_.is(verb, "advcl")) {
    if (word(verb).morph.verb_form == VerbForm::kInf && !opens_adverbial(verb) &&
        words_.is(word(head).lemma, WordClass::kObjectControl))
      for (const Words& undergoer : {object(head), under(head, "on"), under(head, "upon"),
                                     under(head, "to"), under(head, "with")})
        if (!undergoer.empty() && undergoer.front() < verb) return {undergoer.front()};
    // "a remercié Oslo pour avoir libéré", "inculpe le maire pour avoir fait tuer": the object's
    if (verbal(head) && already_done(verb))
      for (int32_t o : object(head))
        if (!people_of(o).empty()) return {o};
    // "accused Oslo of bombing", "stopped Oslo from bombing": the gerund is the object's
    if (verbal(head) && gerund_of_object(verb))
      if (Words undergoer = object(head); !undergoer.empty()) return {undergoer.front()};
    if (done_together(verb)) return together(verb);
    if (const int32_t who = people_before_gerund(verb); who != kNone) return {who};
    // "attacked a bus carrying pilgrims, killing two": not the bus
    if (!doc_.french() && tree_.is(head, "acl") &&
        words_.is(word(verb).lemma, WordClass::kOfTheAct) && !passive(verb) && verb > 0 &&
        word(verb - 1).form == ",")
      if (const int32_t above = governor(word(head).head); above != kNone)
        if (Words main = surface_subject(above, depth + 1); !main.empty()) return main;
  }
  if (const int32_t beside = described_by(verb); beside != kNone) return {beside};
  if (tree_.is(verb, "advcl") || tree_.is(verb, "obl") || tree_.is(verb, "parataxis") ||
      tree_.is(verb, "nmod"))
    return surface_subject(head, depth + 1);
  return {};
}

// "dispersed protesters demanding reforms": right behind a word for people, a gerund is theirs,
// unless it says how the act was done or what came of it.
int32_t Arguments::people_before_gerund(int32_t verb) const {
  const Word& v = word(verb);
  const bool gerund = v.morph.verb_form == VerbForm::kGer ||
                      (v.morph.verb_form == VerbForm::kPart && v.morph.tense == Tense::kPres);
  if (!gerund || words_.is(v.lemma, WordClass::kOfTheAct)) return kNone;
  for (int32_t c : tree_.children(verb))
    if (c < verb) return kNone;  // a conjunction, a comma, an auxiliary
  const int32_t m = verb == 0 ? kNone : mention_at_head(doc_, verb - 1);
  if (m == kNone || doc_.mentions[m].form != MentionForm::kDescription ||
      doc_.mentions[m].head != verb - 1 || word(verb - 1).morph.number != Number::kPlur)
    return kNone;
  return verb - 1;
}

// "pour avoir frappé": an infinitive of what was done, for which somebody is thanked or blamed.
bool Arguments::already_done(int32_t infinitive) const {
  bool reason = false, perfect = false;
  for (int32_t c : tree_.children(infinitive)) {
    reason |= tree_.is(c, "mark") && word(c).lemma == "pour";
    perfect |= tree_.is(c, "aux") && word(c).morph.verb_form == VerbForm::kInf &&
               (word(c).lemma == "avoir" || word(c).lemma == "être");
  }
  return reason && perfect;
}

bool Arguments::done_together(int32_t gerund) const {
  const int32_t verb = word(gerund).head, mark = tree_.child(gerund, "mark");
  return !doc_.french() && verb != kNone && verb < gerund && tree_.is(gerund, "advcl") &&
         mark != kNone && word(mark).lemma == "in" &&
         words_.is(word(verb).lemma, WordClass::kTogether);
}

Arguments::Words Arguments::together(int32_t gerund) const {
  const int32_t verb = word(gerund).head;
  Words out = surface_subject(verb);
  for (int32_t other : passive(verb) ? subject(verb) : object(verb)) out.push_back(other);
  return out;
}

bool Arguments::gerund_of_object(int32_t verb) const {
  for (int32_t c : tree_.children(verb)) {
    const std::string& mark = word(c).lemma;
    if (tree_.is(c, "mark") &&
        (among(mark, {"of", "from", "for", "into", "against"}) ||
         (mark == "with" && words_.is(word(word(verb).head).lemma, WordClass::kObjectControl))))
      return true;
  }
  return false;
}

// "Oslo poursuit le général, accusé de": a passive participle behind a comma describes the phrase
// before it, where both agree; kNone.
int32_t Arguments::described_by(int32_t verb) const {
  const Word& v = word(verb);
  if (!doc_.french() || !tree_.is(verb, "advcl") || v.morph.verb_form != VerbForm::kPart ||
      v.morph.tense == Tense::kPres || verb < 2 || word(verb - 1).form != "," || v.head > verb)
    return kNone;
  int32_t phrase = verb - 2;
  while (word(phrase).head != kNone && word(phrase).head < phrase && word(phrase).head > v.head &&
         mention_at_head(doc_, phrase) == kNone)
    phrase = word(phrase).head;
  if (tree_.is(phrase, "amod") || tree_.is(phrase, "flat") || tree_.is(phrase, "appos"))
    phrase = word(phrase).head;
  const int32_t mention = phrase == kNone ? kNone : mention_at_head(doc_, phrase);
  if (mention == kNone || doc_.mentions[mention].end_word != verb - 1 || phrase <= v.head)
    return kNone;
  const Morph &own = v.morph, &other = word(phrase).morph;
  const bool agree =
      (own.number == Number::kNone || other.number == Number::kNone ||
       own.number == other.number) &&
      (own.gender == Gender::kNone || other.gender == Gender::kNone || own.gender == other.gender);
  return agree ? phrase : kNone;
}

// A pronoun "ce", or a noun with "un" or "a", set off by a comma from the clause before it.
Arguments::Words Arguments::subject_of_summed(int32_t noun) const {
  const Word& w = word(noun);
  if (w.upos == Upos::kPron) {
    if (w.lemma != "ce" || noun < 1 || word(noun - 1).form != ",") return {};
  } else {
    const int32_t article = tree_.child(noun, "det");
    if (w.upos != Upos::kNoun || article < 1 ||
        (word(article).lemma != "un" && word(article).lemma != "a") ||
        word(article - 1).form != "," || mention_at_head(doc_, noun) != kNone ||
        !tree_.preposition(noun).empty() || tree_.child(noun, "cc") != kNone ||
        (!tree_.is(noun, "appos") && !tree_.is(noun, "conj") && !tree_.is(noun, "parataxis")))
      return {};
  }
  const int32_t clause = governor(noun);
  if (clause == kNone || clause > noun) return {};
  return subject(clause);
}

}  // namespace selon
