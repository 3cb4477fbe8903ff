#include "claims/implied.h"

#include <algorithm>
#include <string_view>

#include "claims/among_events.h"
#include "claims/aspect.h"
#include "claims/parties.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

class Implied : AmongEvents {
 public:
  using AmongEvents::AmongEvents;

  void run() {
    for (FoundEvent& e : events_) {
      answers(e);
      if (doc_.french()) strikes_back(e);
    }
    for (FoundEvent& e : events_) {
      if (e.nominal || noun_of_phrase(e) != e.word) in_which(e);
      met_to(e);
      if (!e.nominal) continue;
      if (doc_.french()) {
        whom_it_hurt(e);
        fought_by(e);
        agreed_on(e);
      }
      by_whose_help(e);
      despite_which(e);
      blamed_for(e);
      behind_which(e);
      under_deal(e);
      threatened_with(e);
      in_favour(e);
      common(e);
      if (!doc_.french()) ruled_by(e);
    }
    for (FoundEvent& e : events_) {
      if (!doc_.french()) joined_in(e);
      tell_again(e);
      thanked_for(e);
      when_which(e);
      done_by_act(e);
      sent_to(e);
      towards_whom_meant(e);
    }
  }

 private:
  // "Oslo a riposté à des frappes chiliennes": against whoever struck.
  void answers(FoundEvent& e) const {
    if (type(e) != "ASSAULT" || e.nominal || e.actors.empty() || !e.recipients.empty()) return;
    for (int32_t c : tree_.children(e.word)) {
      const FoundEvent* const act = event_at(c);
      if (act == nullptr || !tree_.is(c, "obl") || type(*act) != "ASSAULT") continue;
      if (!among(tree_.preposition(c), {"à", "to"})) continue;
      e.recipients = without(act->actors, e.actors);
      return;
    }
  }

  // "Des rebelles ont attaqué un poste. L'armée a riposté", "a riposté après l'attaque d'un poste
  // par des rebelles": at whoever struck last, who had struck those who answer.
  void strikes_back(FoundEvent& e) const {
    constexpr int32_t kFar = 2;                         // sentences back
    const int32_t verb = e.nominal ? e.light : e.word;  // "a riposté par des frappes"
    if (type(e) != "ASSAULT" || verb == kNone || e.actors.empty() || !e.recipients.empty() ||
        !arguments_.words().is(word(verb).lemma, WordClass::kAnswers))
      return;
    FoundEvent* last = nullptr;
    for (FoundEvent& act : events_) {
      const int32_t back = word(e.word).sentence - word(act.word).sentence;
      if (&act == &e || type(act) != "ASSAULT" || act.entry->frame.reciprocal || back < 0 ||
          back > kFar || without(act.actors, e.actors).empty())
        continue;
      // "a riposté par des tirs contre X": its own shots
      if (tree_.below(act.word, verb) && !among(tree_.preposition(act.word), {"après", "à"}))
        continue;
      // "a blessé deux Norvégiens. L'armée norvégienne a riposté": of one state; else others were
      // struck
      const Parties own = parties(doc_, e.actors), struck = parties(doc_, act.recipients);
      if (!act.recipients.empty() &&
          std::none_of(own.begin(), own.end(), [&](const auto& p) { return struck.contains(p); }))
        continue;
      if (last == nullptr || act.word < e.word || last->word > e.word) last = &act;
    }
    if (last == nullptr) return;
    e.recipients = without(last->actors, e.actors);
    if (last->recipients.empty() && !last->entry->frame.recipient.empty())
      last->recipients = without(e.actors, last->actors);
  }

  // The noun of "des frappes menées par X", which is told as "mener une frappe"; the trigger of any
  // other event.
  int32_t noun_of_phrase(const FoundEvent& e) const {
    const int32_t noun = word(e.word).head;
    const bool carried =
        !e.nominal && noun != kNone && tree_.is(e.word, "acl") && arguments_.passive(e.word) &&
        std::find(e.part_words.begin(), e.part_words.end(), noun) != e.part_words.end();
    return carried ? noun : e.word;
  }

  // What a noun hangs on; "la mort de trois soldats dans une frappe", hung on the soldiers: the
  // death.
  int32_t of_whom_told(int32_t noun) const {
    const int32_t above = word(noun).head;
    if (!doc_.french() || above == kNone || event_at(above) != nullptr ||
        !tree_.is(above, "nmod") || tree_.preposition(above) != "de")
      return above;
    return word(above).head;
  }

  // "tués dans une attaque kurde": who attacked killed, who was killed was attacked.
  void in_which(FoundEvent& noun) {
    if (type(noun) != "ASSAULT") return;
    const int32_t at = noun_of_phrase(noun);
    int32_t verb = arguments_.governor(at);
    // "the killing of X in a Kurdish attack": of a noun, too
    if (const int32_t above = of_whom_told(at);
        above != kNone && tree_.is(at, "nmod") && event_at(above) != nullptr &&
        tree_.preposition(at) == (doc_.french() ? "dans" : "in"))
      verb = above;
    // "a annoncé la mort de X dans une frappe": of the death
    if (doc_.french() && verb != kNone && event_at(verb) == nullptr && word(at).head == verb)
      for (int32_t c : tree_.children(verb))
        if (tree_.is(c, "obj") && c < at && event_at(c) != nullptr) verb = c;
    FoundEvent* const told = event_at(verb);
    if (told == nullptr) return;
    FoundEvent& e = *told;
    if (type(e) != "ASSAULT" && type(e) != "COERCE") return;
    const std::string_view preposition = tree_.preposition(at);
    // "tués", "ont péri"
    const bool undergone =
        e.nominal || arguments_.passive(verb) ||
        std::any_of(e.entry->frame.recipient.begin(), e.entry->frame.recipient.end(),
                    [](const Slot& s) { return s.kind == SlotKind::kSubject; });
    if (noun.actors.empty() && !undergone) return with_which(noun, e, preposition);
    if (!undergone) return;
    // "blessés par un tir chilien": the shot was at them
    if (doc_.french() && preposition == "par" && noun.recipients.empty() &&
        !e.entry->frame.reciprocal && !noun.entry->frame.reciprocal && word(at).head == verb &&
        without(e.actors, noun.actors).empty())
      noun.recipients = without(e.recipients, noun.actors);
    if (!e.actors.empty()) return;
    if (among(preposition, {"après", "avant", "depuis", "pour", "contre", "selon", "malgré",
                            "after", "before", "since", "for", "against", "despite"}) ||
        tree_.is(at, "nsubj"))
      return;
    e.actors = without(noun.actors, e.recipients);
    // "trois civils tués dans une frappe chilienne": perhaps of their own state
    if (doc_.french() && e.actors.empty() && private_people(e.recipients)) e.actors = noun.actors;
    if (e.recipients.empty()) return;
    // "tués dans une embuscade au Mali": not Mali
    const bool inside = among(preposition, {"dans", "par", "lors", "in", "during", "by"});
    // "dix soldats et douze rebelles tués dans des combats": the fights were between them
    if (doc_.french() && noun.entry->frame.reciprocal && noun.actors.empty()) {
      if (inside && parties(doc_, e.recipients).size() > 1) noun.actors = e.recipients;
      return;
    }
    if (!noun.actors.empty() || (inside && only_where(noun))) noun.recipients = e.recipients;
  }

  // Whether those who seem to undergo an attack only say where it was.
  bool only_where(const FoundEvent& noun) const {
    return std::all_of(noun.recipients.begin(), noun.recipients.end(), [&](int32_t m) {
      int32_t place = doc_.mentions[m].head;
      const int32_t side = word(place).head;  // "dans le nord du Mali"
      if (doc_.french() && side != kNone && tree_.is(place, "nmod") &&
          tree_.preposition(place) == "de" && mention_at_head(doc_, side) == kNone)
        place = side;
      return among(tree_.preposition(place), {"à", "en", "dans", "in", "at", "near"});
    });
  }

  // "Une frappe chilienne a tué dix civils", "une frappe qui a tué dix civils": they were struck;
  // "le coup d'État qui a renversé X": against X.
  void whom_it_hurt(FoundEvent& noun) const {
    if (type(noun) != "ASSAULT" || noun.entry->frame.reciprocal || !noun.recipients.empty()) return;
    const FoundEvent* deed = nullptr;
    if (word(noun.word).deprel == "nsubj") {
      deed = event_at(word(noun.word).head);
      if (deed == nullptr) noun.recipients = without(victims(word(noun.word).head), noun.actors);
    }
    for (int32_t c : tree_.children(noun.word))
      if (word(c).deprel == "acl:relcl" && event_at(c) != nullptr)
        if (const Arguments::Words subject = arguments_.surface_subject(c);
            subject.size() == 1 && subject.front() == noun.word)
          deed = event_at(c);
    if (deed == nullptr || deed->nominal || deed->entry->frame.reciprocal ||
        arguments_.passive(deed->word) ||
        (type(*deed) != "ASSAULT" && deed->entry->mode != "expel" && deed->entry->mode != "seize"))
      return;
    noun.recipients = without(deed->recipients, noun.actors);
  }

  // "L'attaque a fait dix morts parmi les soldats", "a fait dix morts à Oslo": whose the dead are.
  Mentions victims(int32_t verb) const {
    const int32_t dead = tree_.child(verb, "obj");
    if (word(verb).lemma != "faire" || dead == kNone || dead < verb ||
        !among(word(dead).lemma, {"mort", "blessé", "victime"}))
      return {};
    const int32_t hurt = tree_.child(dead, "conj");  // "dix morts et trente blessés à Oslo"
    for (std::string_view where : {"parmi", "à", "dans", "en"})
      for (int32_t of : {dead, hurt == kNone ? dead : hurt, verb})
        if (const Mentions who =
                people(arguments_.fill(of, Slot{SlotKind::kPreposition, std::string(where)}));
            !who.empty())
          return who;
    return {};
  }

  // "ont pris la ville après des jours de combats contre l'armée": who took it fought.
  void fought_by(FoundEvent& noun) const {
    if (type(noun) != "ASSAULT" || !noun.actors.empty() || noun.recipients.empty() ||
        noun.light != kNone ||
        arguments_.fill(noun.word, Slot{SlotKind::kPreposition, "contre"}).empty())
      return;
    int32_t at = noun.word;
    if (const int32_t up = word(at).head; up != kNone && tree_.is(at, "nmod") &&
                                          tree_.preposition(at) == "de" &&
                                          mention_at_head(doc_, up) == kNone)
      at = up;  // "des jours de combats", "au terme de combats"
    if (!tree_.is(at, "obl") || event_at(word(at).head) == nullptr) return;
    const FoundEvent& won = *event_at(word(at).head);
    const bool upon =
        among(tree_.preposition(at), {"après", "lors", "pendant", "durant", "dans", "à", "au"});
    if (!upon || won.nominal || won.entry->frame.reciprocal ||
        (type(won) != "COERCE" && type(won) != "ASSAULT"))
      return;
    noun.actors = without(won.actors, noun.recipients);
  }

  // "se sont entendus sur un paquet de sanctions contre X": the sanctions are of those who agree.
  void agreed_on(FoundEvent& noun) const {
    if (!noun.actors.empty() || noun.recipients.empty() || noun.light != kNone ||
        noun.entry->frame.reciprocal || !among(type(noun), {"SANCTION", "AID", "COERCE"}))
      return;
    const int32_t verb = arguments_.governor(noun.word);
    const FoundEvent* const deal = verb == kNone ? nullptr : event_at(verb);
    if (deal == nullptr || deal->nominal || type(*deal) != "AGREE" ||
        !deal->entry->frame.reciprocal)
      return;
    int32_t at = noun.word;
    while (word(at).head != verb && word(at).head != kNone) at = word(at).head;
    if (tree_.is(at, "obl") && tree_.preposition(at) == "sur")
      noun.actors = without(deal->actors, noun.recipients);
  }

  // Whether all are people of every day.
  bool private_people(const Mentions& mentions) const {
    return !mentions.empty() && std::all_of(mentions.begin(), mentions.end(), [&](int32_t m) {
      const int32_t who = resolve(doc_, m);
      return who != kNone && doc_.entities[who].sector == "CVL";
    });
  }

  // "killed two men in a raid", "retaliated with air strikes": the raid is of whoever killed.
  void with_which(FoundEvent& noun, const FoundEvent& e, std::string_view preposition) const {
    if (e.actors.empty() || e.nominal || arguments_.passive(e.word) || noun.light != kNone ||
        !among(preposition, {"in", "with", "during", "dans", "avec", "par", "lors"}))
      return;
    // also hung on whom it was done to: "killed two men in an ambush"
    const int32_t up = word(noun.word).head;
    const bool on_object = up != kNone && tree_.is(noun.word, "nmod") && tree_.is(up, "obj") &&
                           word(up).head == e.word && among(preposition, {"in", "dans"});
    const bool where = only_where(noun);
    if ((up != e.word && !on_object) || (!where && parties_overlap(e.actors, noun.recipients)))
      return;
    noun.actors = e.actors;
    if (where && preposition != "with" && preposition != "avec") noun.recipients = e.recipients;
  }

  bool parties_overlap(const Mentions& a, const Mentions& b) const {
    return !a.empty() && without(a, b).size() < a.size();
  }

  // "vaincre avec l'aide de X", "intervenir à la demande de X": who does it is helped, is asked.
  void by_whose_help(FoundEvent& noun) {
    if (noun.actors.empty() || !noun.recipients.empty() || noun.light != kNone) return;
    const std::string_view preposition = tree_.preposition(noun.word);
    const bool mediated = doc_.french() && noun.entry->mode == "third-party" &&
                          !noun.entry->frame.reciprocal;  // "grâce à la médiation d'Oslo"
    const bool help =
        (type(noun) == "AID" || type(noun) == "SUPPORT" || type(noun) == "AGREE" || mediated) &&
        among(preposition, {"avec", "grâce", "sans", "with", "thanks", "without"});
    const bool bidding =
        (type(noun) == "REQUEST" && among(preposition, {"à", "sur", "at", "on"})) ||
        (type(noun) == "COERCE" && among(preposition, {"sous", "under"}));
    // "renonce à sa réforme sous la pression de X", hung on the reform
    const bool inside =
        tree_.is(noun.word, "nmod") && preposition != "sous" && preposition != "grâce";
    if ((!help && !bidding) || tree_.is(noun.word, "obj") || inside) return;
    const int32_t verb = arguments_.governor(noun.word);
    if (verb == kNone || !arguments_.verbal(verb)) return;
    // "céder à la demande de X", "répondre à l'appel de X" are no biddings
    const FoundEvent* const answer = event_at(verb);
    if (bidding && answer != nullptr && !among(preposition, {"sous", "under"}) &&
        among(type(*answer), {"AGREE", "REJECT", "CONCEDE", "SUPPORT", "REQUEST"}))
      return;
    Mentions who = people(arguments_.subject(verb));
    if (who.empty() && help) who = people(arguments_.surface_subject(verb));
    noun.recipients = without(who, noun.actors);
  }

  // "Oslo was behind the attack", "accused Oslo of being behind the attack".
  void behind_which(FoundEvent& noun) {
    if (!noun.actors.empty() || !among(tree_.preposition(noun.word), {"behind", "derrière"}) ||
        tree_.child(noun.word, "cop") == kNone)
      return;
    noun.actors = without(people(arguments_.surface_subject(noun.word)), noun.recipients);
  }

  // "Oslo will send troops under a deal with Rome": the other party is who does so.
  void under_deal(FoundEvent& noun) {
    if (doc_.french() || type(noun) != "AGREE" || !noun.actors.empty() || noun.recipients.empty() ||
        noun.light != kNone || !tree_.is(noun.word, "obl") ||
        !among(tree_.preposition(noun.word), {"under", "after", "following", "through", "as"}))
      return;
    const int32_t verb = arguments_.governor(noun.word);
    if (verb == kNone || arguments_.fill(noun.word, Slot{SlotKind::kPreposition, "with"}).empty())
      return;
    noun.actors = without(people(arguments_.surface_subject(verb)), noun.recipients);
  }

  // "fired on a ship in solidarity with Oslo", "left in protest at the vote": the noun says what
  // the clause's subject means by it.
  void in_favour(FoundEvent& noun) {
    if (!noun.actors.empty() || !among(tree_.preposition(noun.word), {"in", "en"}) ||
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

  // "Oslo fired a missile despite warnings from Rome", "after months of pressure from Rome": they
  // were to whoever did it.
  void despite_which(FoundEvent& noun) {
    int32_t at = noun.word;
    if (!doc_.french() && tree_.is(at, "nmod") && tree_.preposition(at) == "of" &&
        word(at).head != kNone && tree_.is(word(at).head, "obl") &&
        (time_at(doc_, word(at).head) != kNone ||
         arguments_.words().is(word(word(at).head).lemma, WordClass::kAmount)))
      at = word(at).head;
    const int32_t above = word(at).head;
    // "en dépit de", "en réponse à"
    const bool answer =
        doc_.french() && above != kNone && tree_.preposition(above) == "en" &&
        among(word(above).lemma, {"réponse", "réaction", "riposte", "représailles"});
    const bool in_spite = answer || (above != kNone && word(above).lemma == "dépit");
    const bool faced = doc_.french() && tree_.preposition(at) == "face" && tree_.is(at, "obl");
    // "after threats from Rome": of the clause they come before, not "attacked Oslo after"
    const bool upon = tree_.is(at, "obl") &&
                      among(tree_.preposition(at), {"after", "following", "amid", "après"});
    const bool against =
        in_spite || faced || upon || among(tree_.preposition(at), {"despite", "over", "malgré"});
    if (noun.actors.empty() || !noun.recipients.empty() || noun.entry->frame.reciprocal ||
        noun.light != kNone || !against ||
        (!among(type(noun), {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "PROTEST", "COERCE"}) &&
         !(answer && among(type(noun), {"ASSAULT", "SANCTION", "MOBILIZE"}))))
      return;
    // "après des menaces de X", but not "après la prise du pouvoir par X"
    if (doc_.french() && upon &&
        (!among(type(noun), {"REQUEST", "THREATEN", "ACCUSE", "COERCE"}) ||
         (type(noun) == "COERCE" && !noun.entry->mode.empty())))
      return;
    // "approved over the objections of Rome", but "fell out over a threat by Rome"
    if (tree_.preposition(at) == "over" && type(noun) != "REJECT") return;
    const int32_t verb = arguments_.governor(noun.word);
    const bool beside = in_spite || faced || above == verb || tree_.preposition(at) == "malgré";
    if (verb == kNone || !arguments_.verbal(verb) || !beside) return;
    noun.recipients = without(people(arguments_.subject(verb)), noun.actors);
  }

  // "poursuit X pour le meurtre de Y", "accused X of the attack", "sanctioned X over the
  // crackdown": whoever is blamed or punished for an act did it.
  void blamed_for(FoundEvent& noun) const {
    const std::string_view preposition = tree_.preposition(noun.word);
    if (noun.entry->frame.reciprocal || word(noun.word).morph.possessive ||
        !among(type(noun), {"ASSAULT", "COERCE", "SANCTION", "THREATEN", "RETREAT"}) ||
        !among(preposition, {"de", "pour", "of", "for", "over"}))
      return;
    const int32_t above = word(noun.word).head;
    const FoundEvent* const blame = blame_above(noun.word);
    if (blame == nullptr || blame == &noun || blame->entry->frame.reciprocal) return;
    const bool content = preposition == "de" || preposition == "of";  // of a charge
    if (type(*blame) != "ACCUSE" && (content || !among(type(*blame), {"SANCTION", "COERCE"})))
      return;
    if (content && blame->nominal) return;
    // "imposed sanctions over the crackdown": who imposed them did not crack down
    if (noun.light != blame->word && noun.light != above &&
        !without(noun.actors, blame->actors).empty())
      return;
    if (const Mentions did = without(blame->recipients, noun.recipients); !did.empty())
      noun.actors = did;
  }

  // The event that a noun is the charge of; null: none.
  FoundEvent* blame_above(int32_t noun) const {
    int32_t up = word(noun).head;
    if (up == kNone) return nullptr;
    // "tient X pour responsable des violences", "holds X responsible for the attack"
    if (word(up).upos == Upos::kAdj && (tree_.is(up, "xcomp") || tree_.is(up, "obl") ||
                                        tree_.is(up, "amod") || tree_.is(up, "nmod")))
      return event_at(word(up).head);
    if (tree_.is(noun, "obl")) return event_at(up);
    // hung on whoever is blamed
    return tree_.is(noun, "nmod") && event_at(up) == nullptr && !arguments_.verbal(up)
               ? event_at(word(up).head)
               : event_at(up);
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
      if (event_at(up) == nullptr) continue;
      const FoundEvent& above = *event_at(up);
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

  // "Oslo met Rome to negotiate a truce": what both do.
  void met_to(FoundEvent& e) const {
    if (doc_.french() || e.nominal || !e.entry->frame.reciprocal || e.actors.size() != 1 ||
        word(e.word).morph.verb_form != VerbForm::kInf ||
        (!tree_.is(e.word, "advcl") && !tree_.is(e.word, "xcomp")))
      return;
    const FoundEvent* const met = event_at(word(e.word).head);
    if (met == nullptr || met->nominal || !met->entry->frame.reciprocal || met->actors.size() < 2 ||
        without(e.actors, met->actors).size() == 1)
      return;
    e.actors = met->actors;
  }

  // "A court jailed the editor. (…) Oslo condemned the ruling": the court's.
  void ruled_by(FoundEvent& e) {
    constexpr int32_t kFar = 20;  // sentences back
    if (type(e) != "SANCTION" || e.entry->mode != "convict" || !e.actors.empty() ||
        e.light != kNone || !definite(doc_, tree_, e.word))
      return;
    for (size_t i = doc_.mentions.size(); i-- > 0;) {
      const Mention& court = doc_.mentions[i];
      if (court.head >= e.word) continue;
      if (word(e.word).sentence - word(court.head).sentence > kFar) return;
      const auto m = static_cast<int32_t>(i);
      const int32_t who = resolve(doc_, m);
      if (who == kNone || doc_.entities[who].sector != "JUD" ||
          doc_.entities[who].kind == EntityKind::kPerson)
        continue;
      e.actors = without({m}, e.recipients);
      return;
    }
  }

  // "Three people were killed when police opened fire": by the police.
  void when_which(FoundEvent& e) {
    if (type(e) != "ASSAULT" || e.nominal || !e.actors.empty() || e.recipients.empty() ||
        !arguments_.passive(e.word))
      return;
    for (int32_t c : tree_.children(e.word)) {
      const FoundEvent* const deed = tree_.is(c, "advcl") ? event_at(c) : nullptr;
      const int32_t mark = deed == nullptr ? kNone : tree_.child(c, "advmod");
      const int32_t as = deed == nullptr ? kNone : tree_.child(c, "mark");
      const bool at_once =
          (mark != kNone && (word(mark).lemma == "when" || word(mark).lemma == "quand")) ||
          (as != kNone && among(word(as).lemma, {"when", "as", "quand", "lorsque"}));
      if (!at_once || type(*deed) != "ASSAULT" || deed->entry->frame.reciprocal) continue;
      e.actors = without(deed->actors, e.recipients);
      if (!e.actors.empty()) return;
    }
  }

  // "Oslo sent soldiers to fight rebels": soldiers of nobody else's are Oslo's.
  void sent_to(FoundEvent& e) const {
    if (e.nominal || e.actors.size() != 1) return;
    const int32_t up = word(e.word).head;
    if (up == kNone || word(e.word).morph.verb_form != VerbForm::kInf) return;
    const FoundEvent* const sent = event_at(event_at(up) != nullptr ? up : arguments_.governor(up));
    const int32_t who = resolve(doc_, e.actors.front());
    if (sent == nullptr || type(*sent) != "MOBILIZE" || sent->nominal || sent->actors.empty() ||
        (who != kNone && !doc_.entities[who].country.empty()))
      return;
    for (int32_t o : arguments_.object(sent->word))
      if (const Mentions objects = arguments_.people_of(o);
          std::find(objects.begin(), objects.end(), e.actors.front()) != objects.end()) {
        e.actors = without(sent->actors, e.recipients);
        return;
      }
  }

  // "The attack killed four people", once it is known whose attack: who made it killed them.
  void done_by_act(FoundEvent& e) const {
    if (type(e) != "ASSAULT" || e.nominal || !e.actors.empty() || arguments_.passive(e.word) ||
        e.entry->frame.reciprocal)
      return;
    for (int32_t s : arguments_.surface_subject(e.word)) {
      // "des frappes de drones qui ont tué", hung on the drones
      if (doc_.french() && event_at(s) == nullptr && tree_.is(s, "nmod") &&
          tree_.preposition(s) == "de" && tree_.child(s, "det") == kNone)
        s = word(s).head;
      const FoundEvent* act = event_at(s);
      // "the strikes, which killed two men, were ordered by Oslo"
      for (const FoundEvent& told : events_)
        if (act == nullptr && !told.nominal &&
            std::find(told.part_words.begin(), told.part_words.end(), s) != told.part_words.end())
          act = &told;
      if (act == nullptr || act == &e || (act->word == s && !act->nominal) ||
          type(*act) != "ASSAULT" || act->entry->frame.reciprocal)
        continue;
      e.actors = without(act->actors, e.recipients);
      return;
    }
  }

  // "threatened to suspend trade with Oslo", "refused to hand over the man to Oslo": who is meant
  // by what is threatened or refused, where the verb names nobody.
  void towards_whom_meant(FoundEvent& e) const {
    if (!among(type(e), {"THREATEN", "REJECT"}) || e.nominal || e.actors.empty() ||
        !e.recipients.empty() || e.entry->frame.recipient.empty() || arguments_.passive(e.word))
      return;
    for (int32_t c : tree_.children(e.word)) {
      const FoundEvent* const meant = tree_.is(c, "xcomp") && c > e.word ? event_at(c) : nullptr;
      if (meant == nullptr || meant->entry->frame.reciprocal ||
          word(c).morph.verb_form != VerbForm::kInf)
        continue;
      // "refuse de livrer", but "nie soutenir" denies it to others
      if (doc_.french() && tree_.child(c, "mark") == kNone) continue;
      e.recipients = without(meant->recipients, e.actors);
      return;
    }
  }

  // "threatened Oslo with an invasion": by whoever threatens, of whom he threatens.
  void threatened_with(FoundEvent& noun) const {
    const FoundEvent* const threat =
        word(noun.word).head == kNone ? nullptr : event_at(word(noun.word).head);
    if (noun.entry->frame.reciprocal || threat == nullptr || threat->nominal ||
        type(*threat) != "THREATEN" || !tree_.is(noun.word, "obl") ||
        !among(tree_.preposition(noun.word), {"with", "de"}) ||
        !among(type(noun), {"ASSAULT", "SANCTION", "COERCE"}))
      return;
    if (noun.actors.empty()) noun.actors = without(threat->actors, noun.recipients);
    if (noun.recipients.empty()) noun.recipients = without(threat->recipients, noun.actors);
  }

  // "joined Oslo in condemning Rome" joins no body: what they do together is told by the gerund.
  void joined_in(FoundEvent& e) const {
    if (type(e) != "MEMBER" || e.nominal) return;
    for (int32_t c : tree_.children(e.word))
      if (arguments_.done_together(c)) {
        e.actors.clear();
        e.recipients.clear();
      }
  }

  // "Oslo thanked Rome for sending doctors", "for its support", "a remercié Rome de son aide": to
  // Oslo.
  void thanked_for(FoundEvent& e) {
    int32_t up = word(e.word).head;
    const bool on_object = doc_.french() && e.nominal && tree_.is(e.word, "nmod") && up != kNone &&
                           tree_.is(up, "obj");  // "remercie Rome de son aide", hung on Rome
    if (on_object) up = word(up).head;
    const FoundEvent* const thanks = up == kNone ? nullptr : event_at(up);
    if (!e.recipients.empty() || !among(type(e), {"AID", "SUPPORT"}) || thanks == nullptr ||
        type(*thanks) != "SUPPORT" || thanks->nominal)
      return;
    const int32_t mark = tree_.child(e.word, "mark");
    const bool behind_for = e.nominal
                                ? (on_object || tree_.is(e.word, "obl")) &&
                                      among(tree_.preposition(e.word), {"for", "pour", "de"})
                                : mark != kNone && among(word(mark).lemma, {"for", "pour", "de"});
    if (!behind_for) return;
    // "a remercié Rome pour la livraison de chars"
    if (doc_.french() && e.nominal && e.actors.empty() && e.light == kNone)
      e.actors = thanks->recipients;
    if (e.actors.empty() || without(e.actors, thanks->recipients).size() == e.actors.size()) return;
    e.recipients = without(thanks->actors, e.actors);
  }

  // "a petition asking the government to resign": the participle tells what the noun is, once more.
  void tell_again(FoundEvent& e) {
    const Morph& m = word(e.word).morph;
    const bool gerund = m.verb_form == VerbForm::kGer ||
                        (m.verb_form == VerbForm::kPart && m.tense == Tense::kPres);
    if (e.nominal || !gerund || word(e.word).head == kNone ||
        tree_.child(e.word, "nsubj") != kNone || tree_.child(e.word, "aux") != kNone ||
        tree_.child(e.word, "mark") != kNone)
      return;
    FoundEvent* const told = told_before(e);
    if (told == nullptr) return;
    if (told->actors.empty()) told->actors = without(e.actors, e.recipients);
    if (told->recipients.empty()) told->recipients = without(e.recipients, told->actors);
    e.actors.clear();
    e.recipients.clear();
  }

  // The act before a participle that tells of it: the noun above or beside it, the one whose phrase
  // ends right before it, or the verb above that makes a phrase with such a noun.
  FoundEvent* told_before(const FoundEvent& e) const {
    const int32_t up = word(e.word).head;
    const auto same = [&](int32_t at) {
      const FoundEvent* const told = at < e.word ? event_at(at) : nullptr;
      return told != nullptr && type(*told) == type(e) &&
             (told->nominal || (!told->part_words.empty() && verbal(type(e))));
    };
    if (same(up)) return event_at(up);  // "launched a petition, asking Oslo to pay"
    if (tree_.is(up, "nmod") && same(word(up).head)) return event_at(word(up).head);
    if (tree_.is(e.word, "advcl"))
      for (int32_t c : tree_.children(up))
        if (tree_.is(c, "obj") && same(c)) return event_at(c);
    // "launched a petition that has drawn support, asking Oslo to pay"
    if (const int32_t noun = word(up).head;
        noun != kNone && tree_.is(e.word, "advcl") && word(up).deprel == "acl:relcl") {
      if (same(noun)) return event_at(noun);
      FoundEvent* const above = same(word(noun).head) ? event_at(word(noun).head) : nullptr;
      if (above != nullptr && std::find(above->part_words.begin(), above->part_words.end(), noun) !=
                                  above->part_words.end())
        return above;
    }
    // "recognised the request of the city of Oslo asking hospitals to pay"
    for (int32_t at = e.word - 1; at >= 0 && word(at).sentence == word(e.word).sentence;
         at = word(at).head) {
      if (same(at)) return event_at(at);
      if (!tree_.is(at, "nmod") && !tree_.is(at, "flat")) break;
    }
    return nullptr;
  }
};

}  // namespace

void imply_participants(const Document& doc, const Tree& tree, const Arguments& arguments,
                        std::vector<FoundEvent>& events) {
  Implied(doc, tree, arguments, events).run();
}

}  // namespace selon
