#include "claims/implied.h"

#include <algorithm>
#include <string_view>

#include "claims/parties.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

using Mentions = std::vector<int32_t>;

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Implied {
 public:
  Implied(const Document& doc, const Tree& tree, const Arguments& arguments,
          std::vector<FoundEvent>& events)
      : doc_(doc),
        tree_(tree),
        arguments_(arguments),
        events_(events),
        event_of_(doc.words.size(), kNone) {
    for (size_t i = 0; i < events.size(); ++i) event_of_[events[i].word] = static_cast<int32_t>(i);
  }

  void run() {
    for (FoundEvent& e : events_) {
      if (!e.nominal) continue;
      in_which(e);
      by_whose_help(e);
      over_which(e);
      despite_which(e);
      blamed_for(e);
      behind_which(e);
      in_favour(e);
      common(e);
    }
    if (!doc_.french())
      for (FoundEvent& e : events_) tell_again(e);
    for (FoundEvent& e : events_) {
      towards_an_act(e);
      towards_a_thing(e);
      towards_a_clause(e);
      as_demanded(e);
      towards_it(e);
    }
  }

 private:
  const Word& word(int32_t i) const { return doc_.words[i]; }
  static const std::string& type(const FoundEvent& e) { return e.entry->event; }

  Mentions people(const Arguments::Words& words) const {
    Mentions out;
    for (int32_t w : words)
      for (int32_t m : arguments_.people_of(w)) out.push_back(m);
    return out;
  }

  // Those of `mentions` that are no party of `others`.
  Mentions without(const Mentions& mentions, const Mentions& others) const {
    const Parties known = parties(doc_, others);
    Mentions out;
    for (int32_t m : mentions) {
      const Parties own = parties(doc_, {m});
      const bool same = std::any_of(own.begin(), own.end(),
                                    [&](const std::string& p) { return known.contains(p); });
      if (!same && std::find(out.begin(), out.end(), m) == out.end()) out.push_back(m);
    }
    return out;
  }

  static bool within(const Mentions& mentions, const FoundEvent& act) {
    return std::all_of(mentions.begin(), mentions.end(), [&](int32_t m) {
      return std::find(act.actors.begin(), act.actors.end(), m) != act.actors.end() ||
             std::find(act.recipients.begin(), act.recipients.end(), m) != act.recipients.end();
    });
  }

  // "tués dans une attaque kurde": who attacked killed, who was killed was attacked.
  void in_which(FoundEvent& noun) {
    if (type(noun) != "ASSAULT") return;
    int32_t verb = arguments_.governor(noun.word);
    // "the killing of X in a Kurdish attack": of a noun, too
    if (const int32_t above = word(noun.word).head;
        !doc_.french() && above != kNone && tree_.is(noun.word, "nmod") &&
        event_of_[above] != kNone && tree_.preposition(noun.word) == "in")
      verb = above;
    if (verb == kNone || event_of_[verb] == kNone) return;
    FoundEvent& e = events_[event_of_[verb]];
    if (type(e) != "ASSAULT" && type(e) != "COERCE") return;
    const std::string_view preposition = tree_.preposition(noun.word);
    const bool undergone = e.nominal || arguments_.passive(verb);
    if (noun.actors.empty() && !undergone) return with_which(noun, e, preposition);
    if (!undergone || !e.actors.empty()) return;
    if (among(preposition, {"après", "avant", "depuis", "pour", "contre", "selon", "malgré",
                            "after", "before", "since", "for", "against", "despite"}) ||
        tree_.is(noun.word, "nsubj"))
      return;
    e.actors = without(noun.actors, e.recipients);
    if (e.recipients.empty()) return;
    // "tués dans une embuscade au Mali": not Mali
    const bool inside = among(preposition, {"dans", "par", "lors", "in", "during", "by"});
    if (!noun.actors.empty() || (inside && only_where(noun))) noun.recipients = e.recipients;
  }

  // Whether those who seem to undergo an attack only say where it was.
  bool only_where(const FoundEvent& noun) const {
    return std::all_of(noun.recipients.begin(), noun.recipients.end(), [&](int32_t m) {
      return among(tree_.preposition(doc_.mentions[m].head),
                   {"à", "en", "dans", "in", "at", "near"});
    });
  }

  // "killed two men in a raid", "retaliated with air strikes": the raid is of whoever killed.
  void with_which(FoundEvent& noun, const FoundEvent& e, std::string_view preposition) const {
    if (doc_.french() || e.actors.empty() || e.nominal || arguments_.passive(e.word) ||
        noun.light != kNone || !among(preposition, {"in", "with", "during"}))
      return;
    if (word(noun.word).head == e.word && !parties_overlap(e.actors, noun.recipients))
      noun.actors = e.actors;
  }

  bool parties_overlap(const Mentions& a, const Mentions& b) const {
    return !a.empty() && without(a, b).size() < a.size();
  }

  // "vaincre avec l'aide de X", "intervenir à la demande de X": who does it is helped, is asked.
  void by_whose_help(FoundEvent& noun) {
    if (noun.actors.empty() || !noun.recipients.empty() || noun.light != kNone) return;
    const std::string_view preposition = tree_.preposition(noun.word);
    const bool help = (type(noun) == "AID" || type(noun) == "SUPPORT" || type(noun) == "AGREE") &&
                      among(preposition, {"avec", "grâce", "sans", "with", "thanks", "without"});
    const bool bidding =
        (type(noun) == "REQUEST" && among(preposition, {"à", "sur", "at", "on"})) ||
        (type(noun) == "COERCE" && among(preposition, {"sous", "under"}));
    if ((!help && !bidding) || tree_.is(noun.word, "obj") || tree_.is(noun.word, "nmod")) return;
    const int32_t verb = arguments_.governor(noun.word);
    if (verb == kNone || !arguments_.verbal(verb)) return;
    // "céder à la demande de X", "répondre à l'appel de X" are no biddings
    if (bidding && event_of_[verb] != kNone &&
        among(type(events_[event_of_[verb]]), {"AGREE", "REJECT", "CONCEDE", "SUPPORT", "REQUEST"}))
      return;
    Mentions who = people(arguments_.subject(verb));
    if (who.empty() && help) who = people(arguments_.surface_subject(verb));
    noun.recipients = without(who, noun.actors);
  }

  // "Oslo was behind the attack", "accused Oslo of being behind the attack".
  void behind_which(FoundEvent& noun) {
    if (doc_.french() || !noun.actors.empty() || tree_.preposition(noun.word) != "behind" ||
        tree_.child(noun.word, "cop") == kNone)
      return;
    noun.actors = without(people(arguments_.surface_subject(noun.word)), noun.recipients);
  }

  // "fired on a ship in solidarity with Oslo", "left in protest at the vote": the noun says what
  // the clause's subject means by it.
  void in_favour(FoundEvent& noun) {
    if (doc_.french() || !noun.actors.empty() || tree_.preposition(noun.word) != "in" ||
        noun.entry->frame.reciprocal || noun.light != kNone || !tree_.is(noun.word, "obl") ||
        !among(type(noun), {"SUPPORT", "PROTEST", "REJECT"}) ||
        word(noun.word).morph.number == Number::kPlur)
      return;
    for (int32_t c : tree_.children(noun.word))
      if (tree_.is(c, "det") || tree_.is(c, "amod") || word(c).morph.possessive) return;
    const int32_t verb = word(noun.word).head;
    if (verb == kNone || !arguments_.verbal(verb)) return;
    noun.actors = without(people(arguments_.subject(verb)), noun.recipients);
  }

  // "Oslo fired a missile despite warnings from Rome": they were to whoever did it.
  void despite_which(FoundEvent& noun) {
    if (doc_.french() || noun.actors.empty() || !noun.recipients.empty() ||
        noun.entry->frame.reciprocal || noun.light != kNone ||
        !among(tree_.preposition(noun.word), {"despite", "over"}) ||
        !among(type(noun), {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "PROTEST", "COERCE"}))
      return;
    // "approved over the objections of Rome", but "fell out over a threat by Rome"
    if (tree_.preposition(noun.word) == "over" && type(noun) != "REJECT") return;
    const int32_t verb = arguments_.governor(noun.word);
    if (verb == kNone || !arguments_.verbal(verb) || word(noun.word).head != verb) return;
    noun.recipients = without(people(arguments_.subject(verb)), noun.actors);
  }

  // "sanctioned Oslo over the crackdown": who is blamed or punished for an act did it.
  void over_which(FoundEvent& noun) {
    if (doc_.french() || noun.entry->frame.reciprocal ||
        !among(tree_.preposition(noun.word), {"over", "for", "of"}))
      return;
    int32_t verb = word(noun.word).head;
    // "holds Oslo responsible for the attack"
    const int32_t above = verb;
    if (verb != kNone && tree_.is(verb, "xcomp") && word(verb).upos == Upos::kAdj)
      verb = word(verb).head;
    // "accused Oslo of the attack", where the attack was hung on the name
    const bool on_name = verb != kNone && tree_.is(noun.word, "nmod") && tree_.is(verb, "obj") &&
                         word(verb).upos == Upos::kPropn;
    if (on_name) verb = word(verb).head;
    if (verb == kNone || event_of_[verb] == kNone || !(on_name || tree_.is(noun.word, "obl")) ||
        !among(type(noun), {"ASSAULT", "COERCE", "SANCTION", "THREATEN", "RETREAT"}))
      return;
    const FoundEvent& e = events_[event_of_[verb]];
    if (!among(type(e), {"ACCUSE", "SANCTION"}) || e.entry->frame.reciprocal) return;
    if (noun.light == verb || noun.light == above)
      noun.actors.clear();  // "imposed sanctions over": imposed no crackdown
    if (noun.actors.empty()) noun.actors = e.recipients;
  }

  // "poursuit X pour le meurtre de Y", "accuse X d'attaques contre Y": whoever is blamed did it.
  void blamed_for(FoundEvent& noun) const {
    if (!doc_.french() || !among(type(noun), {"ASSAULT", "COERCE"})) return;
    const std::string_view preposition = tree_.preposition(noun.word);
    if (!among(preposition, {"pour", "de"}) || word(noun.word).morph.possessive) return;
    int32_t up = word(noun.word).head;
    if (up != kNone && event_of_[up] == kNone && !arguments_.verbal(up) && preposition == "pour")
      up = word(up).head;  // hung on whoever is blamed
    if (up != kNone && among(word(up).lemma, {"responsable", "coupable"}) && preposition == "de")
      up = word(up).head;  // "tient X pour responsable des violences"
    if (up == kNone || event_of_[up] == kNone) return;
    const FoundEvent& blame = events_[event_of_[up]];
    const bool accuses = type(blame) == "ACCUSE";
    if (blame.recipients.empty() || &blame == &noun) return;
    const bool below = tree_.is(noun.word, "obl") || word(noun.word).head != up;
    if (preposition == "de" ? (!accuses || blame.nominal || !below)
                            : (!accuses && type(blame) != "SANCTION" && type(blame) != "COERCE"))
      return;
    if (!noun.actors.empty() && !without(noun.actors, blame.actors).empty()) return;
    if (const Mentions did = without(blame.recipients, noun.recipients); !did.empty())
      noun.actors = did;
  }

  // "X a reçu Y pour parler de leur coopération": a reciprocal noun that names nobody is of those
  // whom the clause above brings together.
  void common(FoundEvent& noun) {
    if (!noun.entry->frame.reciprocal || noun.actors.size() > 1) return;
    for (int32_t c : tree_.children(noun.word))
      if (word(c).morph.pron_type == PronType::kDem) return;  // "cette rencontre" was told before
    for (int32_t at = noun.word, up = word(at).head; up != kNone; at = up, up = word(up).head) {
      if (word(at).deprel == "acl:relcl" || tree_.is(at, "parataxis") || tree_.is(at, "nsubj"))
        return;
      if (event_of_[up] == kNone) continue;
      const FoundEvent& above = events_[event_of_[up]];
      if (type(above) != "CONSULT" && type(above) != "AGREE" && type(above) != "COOPERATE")
        continue;
      Mentions all = above.actors;
      all.insert(all.end(), above.recipients.begin(), above.recipients.end());
      if (parties(doc_, all).size() != 2) continue;
      if (!noun.actors.empty() && without(noun.actors, all) == noun.actors) continue;
      noun.actors = all;
      return;
    }
  }

  // "a petition asking the government to resign": the participle tells what the noun is, once more.
  void tell_again(FoundEvent& e) {
    const Morph& m = word(e.word).morph;
    const bool gerund = m.verb_form == VerbForm::kGer ||
                        (m.verb_form == VerbForm::kPart && m.tense == Tense::kPres);
    const int32_t up = word(e.word).head;
    if (e.nominal || !gerund || up == kNone || tree_.child(e.word, "nsubj") != kNone ||
        tree_.child(e.word, "aux") != kNone || tree_.child(e.word, "mark") != kNone)
      return;
    const auto same = [&](int32_t noun) {
      return noun != kNone && noun < e.word && event_of_[noun] != kNone &&
             events_[event_of_[noun]].nominal && type(events_[event_of_[noun]]) == type(e);
    };
    int32_t noun = kNone;
    if (same(up)) noun = up;
    if (noun == kNone && tree_.is(up, "nmod") && same(word(up).head)) noun = word(up).head;
    if (noun == kNone && tree_.is(e.word, "advcl"))
      for (int32_t c : tree_.children(up))
        if (noun == kNone && tree_.is(c, "obj") && same(c)) noun = c;
    if (noun == kNone) return;
    FoundEvent& told = events_[event_of_[noun]];
    if (told.actors.empty()) told.actors = without(e.actors, e.recipients);
    if (told.recipients.empty()) told.recipients = without(e.recipients, told.actors);
    e.actors.clear();
    e.recipients.clear();
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
    for (int32_t c : told) {
      if (event_of_[c] == kNone) continue;
      if (tree_.is(c, "obl") &&  // "a salué X lors de l'accord": only when
          among(tree_.preposition(c), {"après", "avant", "dans", "depuis", "durant", "en", "lors",
                                       "pendant", "after", "before", "during", "in", "since"}))
        continue;
      FoundEvent& act = events_[event_of_[c]];
      if (&act == &e || (!act.nominal && act.word == c)) continue;
      if (act.light == e.word && type(e) != "REQUEST") continue;
      if (type(e) == "REQUEST") {
        if (e.recipients.empty()) e.recipients = without(act.actors, e.actors);
        return;
      }
      const Mentions doers = without(act.actors, e.actors);
      if (!doers.empty())
        e.recipients = doers;
      else if (type(e) != "SUPPORT" && within(e.recipients, act))
        e.recipients.clear();  // "condamne l'assassinat de X": not X
      // "a rejeté les accusations de X": they were of who rejects them
      if ((type(e) == "REJECT" || type(e) == "CONCEDE") && act.recipients.empty() &&
          !act.entry->frame.reciprocal && !doers.empty() &&
          among(type(act), {"ACCUSE", "REQUEST", "COERCE", "THREATEN", "SANCTION", "AGREE"}))
        act.recipients = e.actors;
      return;
    }
  }

  // "un plan de Rome. (…) Oslo a déjoué ce plan": a thing is still of whom it was.
  void towards_a_thing(FoundEvent& e) {
    constexpr int32_t kFar = 20;  // sentences back
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT", "AGREE"}) || e.nominal) return;
    if (!e.recipients.empty() || e.actors.empty() || e.entry->frame.recipient.empty()) return;
    for (int32_t thing : arguments_.object(e.word)) {
      if (word(thing).upos != Upos::kNoun || event_of_[thing] != kNone ||
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

  // "Oslo a livré des chars, une décision critiquée par Rome": what sums up a clause is judged for
  // what the clause's subject did.
  void towards_a_clause(FoundEvent& e) const {
    if (!among(type(e), {"ACCUSE", "SUPPORT", "REJECT"}) || e.actors.empty()) return;
    const int32_t verb = e.nominal ? e.light : e.word;
    const int32_t sum = verb == kNone || !tree_.is(verb, "acl") ? kNone : word(verb).head;
    if (!e.recipients.empty() || sum == kNone || sum > verb) return;
    const Arguments::Words subject = arguments_.subject_of_summed(sum);
    const int32_t told = event_of_[sum];
    const bool named = told != kNone && !events_[told].actors.empty();
    if (!subject.empty())
      e.recipients = without(named ? events_[told].actors : people(subject), e.actors);
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

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  std::vector<FoundEvent>& events_;
  std::vector<int32_t> event_of_;  // by the trigger's word
};

}  // namespace

void imply_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                        std::vector<FoundEvent>& events) {
  Implied(doc, tree, arguments, events).run();
}

}  // namespace selon
