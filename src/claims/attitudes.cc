#include "claims/attitudes.h"

#include <algorithm>

#include "base/utf8.h"
#include "claims/among_events.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

class Attitudes : AmongEvents {
 public:
  using AmongEvents::AmongEvents;

  void run() {
    for (FoundEvent& e : events_) {
      towards_an_act(e);
      towards_a_thing(e);
      towards_a_thing_of_the_clause(e);
      towards_a_clause(e);
      towards_what_was_said(e);
      towards_what_was_told(e);
      towards_the_decision(e);
      as_demanded(e);
      towards_whose_deed(e);
      towards_it(e);
    }
  }

 private:
  static bool within(const Mentions& mentions, const FoundEvent& act) {
    return std::all_of(mentions.begin(), mentions.end(), [&](int32_t m) {
      return std::find(act.actors.begin(), act.actors.end(), m) != act.actors.end() ||
             std::find(act.recipients.begin(), act.recipients.end(), m) != act.recipients.end();
    });
  }

  // What is condemned, praised, refused or asked for is an act of somebody's.
  void towards_an_act(FoundEvent& e) {
    const bool attitude = among(type(e), {"ACCUSE", "SUPPORT", "REJECT", "CONCEDE"}) ||
                          (doc_.french() && type(e) == "PROTEST");
    if ((!attitude && type(e) != "REQUEST") || e.actors.empty() || e.nominal) return;
    Arguments::Words told;
    for (int32_t c : tree_.children(e.word))
      if (tree_.is(c, "obj") || tree_.is(c, "obl") || word(c).deprel == "nsubj:pass")
        told.push_back(c);
    if (!doc_.french())  // "the raid, which Oslo called a crime"
      for (int32_t o : arguments_.object(e.word)) told.push_back(o);
    // "ont signé un accord dénoncé par X": of the noun that the participle hangs on
    const int32_t noun = word(e.word).head;
    if (doc_.french() && attitude && noun != kNone && tree_.is(e.word, "acl") &&
        arguments_.passive(e.word) && word(noun).upos == Upos::kNoun && e.recipients.empty()) {
      const FoundEvent* act = event_at(noun);
      const FoundEvent* const above = event_at(word(noun).head);
      if (act == nullptr && above != nullptr && tree_.is(noun, "obj") &&
          std::find(above->part_words.begin(), above->part_words.end(), noun) !=
              above->part_words.end())
        act = above;
      if (act != nullptr) e.recipients = without(act->actors, e.actors);
      return;
    }
    for (int32_t c : told) {
      if (event_at(c) == nullptr) continue;
      if (tree_.is(c, "obl") &&  // "a salué X lors de l'accord": only when
          among(tree_.preposition(c),
                {"après", "avant", "dans", "depuis", "durant", "en", "lors", "malgré", "pendant",
                 "after", "before", "during", "in", "since"}))
        continue;
      // "accuse Oslo d'être derrière l'attentat, revendiqué par X": Oslo
      if (doc_.french() && tree_.is(c, "obl") && !e.recipients.empty())
        if (const int32_t object = tree_.child(e.word, "obj");
            object != kNone && object != c && !arguments_.people_of(object).empty())
          continue;
      FoundEvent& act = *event_at(c);
      if (&act == &e || (!act.nominal && act.word == c)) continue;
      // "a rejeté les accusations portées par X": of X
      const bool turned_down = doc_.french() && type(e) == "REJECT" && e.recipients.empty();
      // "a suspendu l'expulsion de X décidée par Y": against Y
      const bool by_another = doc_.french() && type(e) == "REJECT" && act.light == e.word &&
                              !without(act.actors, e.actors).empty() &&
                              without(e.recipients, act.recipients).size() < e.recipients.size();
      if (act.light == e.word && type(e) != "REQUEST" && !turned_down && !by_another) continue;
      if (type(e) == "REQUEST") {
        if (e.recipients.empty()) e.recipients = without(act.actors, e.actors);
        if (doc_.french() && e.recipients.empty() && type(act) == "RETREAT")
          e.recipients = without(whose_to_end(act), e.actors);
        return;
      }
      const Mentions doers = without(act.actors, e.actors);
      if (!doers.empty())
        e.recipients = doers;
      else if ((type(e) != "SUPPORT" ||
                (doc_.french() && among(type(act), {"ASSAULT", "COERCE", "SANCTION"}))) &&
               within(e.recipients, act))
        e.recipients.clear();  // "condamne l'assassinat de X": not X
      // "a rejeté les accusations de X": they were of who rejects them
      if ((type(e) == "REJECT" || type(e) == "CONCEDE") && act.recipients.empty() &&
          !act.entry->frame.reciprocal && !doers.empty() &&
          among(type(act), {"ACCUSE", "REQUEST", "COERCE", "THREATEN", "SANCTION", "AGREE"}))
        act.recipients = e.actors;
      return;
    }
  }

  // "appelle à la levée des sanctions chiliennes": of whoever they are; "à la libération de X": X.
  Mentions whose_to_end(const FoundEvent& act) const {
    for (int32_t part : act.part_words) {
      if (word(part).upos != Upos::kNoun) continue;
      Arguments::Words of = arguments_.fill(part, Slot{SlotKind::kAdjective, {}});
      for (int32_t w : arguments_.fill(part, Slot{SlotKind::kPreposition, "par"})) of.push_back(w);
      if (const Mentions who = people(of); !who.empty()) return who;
    }
    return act.entry->mode == "release" ? act.recipients : Mentions();
  }

  // "un plan de Rome. (…) Oslo a déjoué ce plan": a thing is still of whom it was.
  void towards_a_thing(FoundEvent& e) {
    constexpr int32_t kFar = 20;  // sentences back
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT", "AGREE"}) || e.nominal) return;
    if (!e.recipients.empty() || e.actors.empty() || e.entry->frame.recipient.empty()) return;
    for (int32_t thing : arguments_.object(e.word)) {
      if (word(thing).upos != Upos::kNoun || event_at(thing) != nullptr ||
          !definite(doc_, tree_, thing) || !arguments_.people_of(thing).empty())
        continue;
      for (int32_t w = thing - 1; w >= 0; --w) {
        if (word(thing).sentence - word(w).sentence > kFar) break;
        if (word(w).upos != Upos::kNoun || word(w).lemma != word(thing).lemma) continue;
        e.recipients = without(arguments_.people_of(w), e.actors);
        if (!e.recipients.empty()) return;
      }
    }
  }

  // "Oslo has a policy of fencing its borders, which Rome criticised": what a clause hangs on is of
  // whoever has it, makes it or does it.
  void towards_a_thing_of_the_clause(FoundEvent& e) {
    constexpr int kClimb = 4;
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT"}) || e.nominal) return;
    if (!e.recipients.empty() || e.actors.empty() || e.entry->frame.recipient.empty() ||
        word(e.word).deprel != "acl:relcl")
      return;
    for (int32_t thing : arguments_.object(e.word)) {
      if (word(thing).upos != Upos::kNoun || thing > e.word || !arguments_.people_of(thing).empty())
        continue;
      for (int step = 0; step < kClimb && thing != kNone; ++step) {
        const int32_t above = word(thing).head;
        if (above == kNone) break;
        if (tree_.is(thing, "obj") && arguments_.verbal(above)) {
          const FoundEvent* const act = event_at(above);
          if (act != nullptr && among(type(*act), {"ACCUSE", "SUPPORT", "REJECT"})) break;
          e.recipients = without(people(arguments_.subject(above)), e.actors);
          if (!e.recipients.empty()) return;
          thing = tree_.is(above, "acl") ? word(above).head : kNone;
        } else {
          thing = tree_.is(thing, "nmod") ? above : kNone;
        }
      }
    }
  }

  // "Oslo said that Rome had attacked it. Rome denied that", "Rome rejected the claim": to whoever
  // said so last.
  void towards_what_was_said(FoundEvent& e) {
    constexpr int32_t kFar = 3;  // sentences back
    if (type(e) != "REJECT" || e.nominal || e.actors.empty() || !e.recipients.empty() ||
        arguments_.passive(e.word))
      return;
    int32_t said = tree_.child(e.word, "obj");
    for (int32_t c : tree_.children(e.word)) {
      if (tree_.is(c, "ccomp") || tree_.is(c, "xcomp")) return;
      if (said == kNone && c == e.word + 1 && word(c).lemma == "that") said = c;
    }
    if (said == kNone) return;
    const bool pronoun = word(said).upos == Upos::kPron &&
                         among(word(said).lemma, {"that", "this", "it", "le", "lui", "cela"});
    const bool noun = arguments_.words().is(word(said).lemma, WordClass::kAssertion) &&
                      definite(doc_, tree_, said) && arguments_.people_of(said).empty();
    if (!pronoun && !noun) return;
    const Attribution* last = nullptr;
    int32_t at = kNone;
    for (const Attribution& a : doc_.attributions) {
      if (a.cue_word == kNone || a.cue_word >= e.word || a.source.empty() ||
          word(e.word).sentence - word(a.cue_word).sentence > kFar || a.cue_word < at)
        continue;
      last = &a;
      at = a.cue_word;
    }
    if (last == nullptr) return;
    int32_t speaker = kNone;  // the whole phrase, rather than whose minister he is
    for (size_t i = 0; i < doc_.mentions.size(); ++i) {
      const Mention& m = doc_.mentions[i];
      if (last->source.contains(m.span) && m.head < e.word &&
          resolve(doc_, static_cast<int32_t>(i)) != kNone &&
          (speaker == kNone || m.span.size() > doc_.mentions[speaker].span.size()))
        speaker = static_cast<int32_t>(i);
    }
    if (speaker != kNone) e.recipients = without({speaker}, e.actors);
  }

  // "The visit was criticised by Oslo, which called it a provocation": "it" is what was told last,
  // and so its doer's.
  void towards_what_was_told(FoundEvent& e) {
    if (doc_.french() || !among(type(e), {"ACCUSE", "SUPPORT", "REJECT"}) || e.nominal ||
        e.actors.empty() || e.recipients.size() > 1)
      return;
    if (!e.recipients.empty()) {
      const Mention& it = doc_.mentions[e.recipients.front()];
      if (word(it.head).lemma != "it" || resolve(doc_, e.recipients.front()) != kNone) return;
    } else {
      const int32_t it = tree_.child(e.word, "obj");
      if (it == kNone || word(it).lemma != "it" || !e.entry->frame.takes_object()) return;
    }
    const FoundEvent* told = nullptr;
    for (const FoundEvent& before : events_)
      if (before.word < e.word && before.nominal && !before.entry->frame.reciprocal &&
          word(e.word).sentence - word(before.word).sentence <= 1 &&
          !without(before.actors, e.actors).empty() &&
          (told == nullptr || before.word > told->word))
        told = &before;
    if (told != nullptr) e.recipients = without(told->actors, e.actors);
  }

  // "Oslo banned the agency. (…) Rome criticised the decision": whoever did what was told last.
  void towards_the_decision(FoundEvent& e) {
    constexpr int32_t kFar = 2;  // sentences back
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT"}) || e.nominal || e.actors.empty() ||
        !e.recipients.empty() || e.entry->frame.recipient.empty())
      return;
    const Arguments::Words objects = arguments_.object(e.word);
    if (objects.size() != 1) return;
    const int32_t thing = objects.front();
    const bool calls = doc_.french() && type(e) == "ACCUSE" && !definite(doc_, tree_, thing);
    const bool genitive = tree_.child(thing, "nmod") != kNone;
    if (thing < e.word || word(thing).upos != Upos::kNoun || !arguments_.people_of(thing).empty() ||
        (genitive && !calls) || tree_.child(thing, "acl") != kNone)
      return;
    // "a dénoncé une violation de la trêve": what was told last is one
    FoundEvent* const own = event_at(thing);
    const bool offence = own != nullptr && calls && own->actors.empty() &&
                         (type(*own) == "REJECT" ||
                          among(word(thing).lemma, {"agression", "provocation", "violation"}));
    if (own != nullptr && !offence && !(own->actors.empty() && own->recipients.empty())) return;
    const bool takes_up = arguments_.words().is(lower(word(thing).lemma), WordClass::kTakesUp) &&
                          (definite(doc_, tree_, thing) ||
                           (calls && (genitive || tree_.child(thing, "amod") != kNone)));
    if (!takes_up && !called(e, thing) && !offence) return;
    const FoundEvent* told = nullptr;
    for (const FoundEvent& before : events_)
      if (before.word < e.word && !before.entry->frame.reciprocal &&
          word(before.word).sentence < word(e.word).sentence &&
          word(e.word).sentence - word(before.word).sentence <= kFar &&
          !without(before.actors, e.actors).empty() &&
          !among(type(before), {"ACCUSE", "SUPPORT", "CONSULT", "HOSTILE", "ALLIED", "MEMBER"}) &&
          (told == nullptr || before.word > told->word))
        told = &before;
    if (told == nullptr) return;
    e.recipients = without(told->actors, e.actors);
    if (offence) own->actors = e.recipients;
  }

  // "Oslo a arrêté le maire. Rome a dénoncé une « dérive »", "une mesure injuste": what was told
  // last is called so.
  bool called(const FoundEvent& e, int32_t thing) const {
    if (!doc_.french() || type(e) != "ACCUSE") return false;
    const int32_t article = tree_.child(thing, "det");
    return article != kNone && article < thing && word(article).lemma == "un" &&
           word(article + 1).form == "«";
  }

  // "Oslo a livré des chars, une décision critiquée par Rome": what sums up a clause is judged for
  // what the clause's subject did.
  void towards_a_clause(FoundEvent& e) {
    if (denied_by_the_accused(e)) return;
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT"}) || e.actors.empty()) return;
    const int32_t verb = e.nominal ? e.light : e.word;
    const int32_t sum = verb == kNone || !tree_.is(verb, "acl") ? kNone : word(verb).head;
    if (sum == kNone || sum > verb) return;
    if (type(e) == "REJECT" && denied(e, sum)) return;
    if (!e.recipients.empty()) return;
    const Arguments::Words subject = arguments_.subject_of_summed(sum);
    const FoundEvent* const told = event_at(sum);
    const bool named = told != nullptr && !told->actors.empty();
    if (!subject.empty()) e.recipients = without(named ? told->actors : people(subject), e.actors);
  }

  // "Oslo accused Rome of blocking the road, which Rome denied": to the accuser.
  bool denied_by_the_accused(FoundEvent& e) const {
    if (type(e) != "REJECT" || e.nominal || e.actors.empty() ||
        (!e.recipients.empty() && word(e.word).lemma != "deny") ||
        word(e.word).deprel != "acl:relcl")
      return false;
    for (int32_t up = word(e.word).head; up != kNone; up = word(up).head) {
      const FoundEvent* const told = event_at(up);
      if (told == nullptr || type(*told) != "ACCUSE" || told->nominal || told->recipients.empty())
        continue;
      if (!without(e.actors, told->recipients).empty()) return false;
      e.recipients = without(told->actors, e.actors);
      return !e.recipients.empty();
    }
    return false;
  }

  // "Oslo accused Rome of spying, a charge it denied", "Oslo said that Rome spied, a claim Rome
  // denied": whoever did what is told denies it, to whoever told it.
  bool denied(FoundEvent& e, int32_t sum) const {
    if (word(sum).upos != Upos::kNoun || arguments_.subject_of_summed(sum).empty()) return false;
    for (int32_t up = word(sum).head; up != kNone; up = word(up).head) {
      const FoundEvent* const told = event_at(up);
      if (told != nullptr && type(*told) == "ACCUSE" && !told->nominal && !told->actors.empty() &&
          !told->recipients.empty()) {
        if (without(e.actors, told->actors).empty()) e.actors = told->recipients;
        e.recipients = without(told->actors, e.actors);
        return true;
      }
      const bool said = std::any_of(doc_.attributions.begin(), doc_.attributions.end(),
                                    [&](const Attribution& a) { return a.cue_word == up; });
      if (!said) continue;
      const Mentions doers = people(arguments_.subject_of_summed(sum));
      if (!without(doers, e.actors).empty()) return false;
      e.recipients = without(people(arguments_.subject(up)), e.actors);
      return !e.recipients.empty();
    }
    return false;
  }

  // "Oslo refuse de céder, comme l'exige Rome": of whom the clause tells.
  void as_demanded(FoundEvent& e) const {
    if (!doc_.french() || type(e) != "REQUEST" || e.nominal || !e.recipients.empty() ||
        !tree_.is(e.word, "advcl"))
      return;
    bool as = false, it = false;
    for (int32_t c : tree_.children(e.word)) {
      as |= c < e.word && word(c).lemma == "comme";
      it |= c < e.word && word(c).upos == Upos::kPron && tree_.is(c, "obj");
    }
    const int32_t clause = as && it ? arguments_.governor(e.word) : kNone;
    if (clause != kNone) e.recipients = without(people(arguments_.subject(clause)), e.actors);
  }

  // "« Oslo arme les rebelles », accuse Rome", "Oslo a tué dix civils, dénonce Rome": whoever does
  // what is told, where somebody known does.
  void towards_whose_deed(FoundEvent& e) const {
    if (!doc_.french() || type(e) != "ACCUSE" || e.nominal || !e.recipients.empty() ||
        e.actors.empty() || !tree_.is(e.word, "parataxis"))
      return;
    const int32_t told = word(e.word).head;
    if (told == kNone || told > e.word || !arguments_.verbal(told)) return;
    const FoundEvent* const deed = event_at(told);
    if (deed != nullptr && deed->entry->frame.reciprocal) return;
    const Mentions doers =
        without(deed != nullptr ? deed->actors : people(arguments_.subject(told)), e.actors);
    const bool known = std::any_of(doers.begin(), doers.end(), [&](int32_t m) {
      const int32_t who = resolve(doc_, m);
      return who != kNone && !doc_.entities[who].code.starts_with("UNK");
    });
    if (known) e.recipients = doers;
  }

  // "Oslo veut lever l'embargo. Rome s'y oppose": what "y" takes up is whose act was told last.
  void towards_it(FoundEvent& e) const {
    if (!doc_.french() || type(e) != "REJECT" || e.nominal || !e.recipients.empty() ||
        e.actors.empty())
      return;
    bool it = false;
    for (int32_t c : tree_.children(e.word)) it |= c < e.word && word(c).lemma == "y";
    if (!it) return;
    const FoundEvent* last = nullptr;
    for (const FoundEvent& before : events_)
      if (before.word < e.word && word(e.word).sentence - word(before.word).sentence <= 1 &&
          !without(before.actors, e.actors).empty() &&
          (last == nullptr || before.word > last->word))
        last = &before;
    if (last != nullptr) e.recipients = without(last->actors, e.actors);
  }
};

}  // namespace

void aim_attitudes(const Document& doc, const Tree& tree, const Arguments& arguments,
                   std::vector<FoundEvent>& events) {
  Attitudes(doc, tree, arguments, events).run();
}

}  // namespace selon
