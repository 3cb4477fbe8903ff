#include "claims/implied_dealings.h"

#include "claims/parties.h"
#include "claims/recall.h"
#include "mentions/lookup.h"

namespace selon {

void ImpliedDealings::agreed_on(FoundEvent& noun) const {
  if (!noun.actors.empty() || noun.recipients.empty() || noun.light != kNone ||
      noun.entry->frame.reciprocal || !among(type(noun), {"SANCTION", "AID", "COERCE"}))
    return;
  const int32_t verb = arguments_.governor(noun.word);
  const FoundEvent* const deal = verb == kNone ? nullptr : event_at(verb);
  if (deal == nullptr || deal->nominal || type(*deal) != "AGREE" || !deal->entry->frame.reciprocal)
    return;
  int32_t at = noun.word;
  while (word(at).head != verb && word(at).head != kNone) at = word(at).head;
  if (tree_.is(at, "obl") && tree_.preposition(at) == "sur")
    noun.actors = without(deal->actors, noun.recipients);
}

void ImpliedDealings::by_whose_help(FoundEvent& noun) {
  if (noun.actors.empty() || !noun.recipients.empty() || noun.light != kNone) return;
  const std::string_view preposition = tree_.preposition(noun.word);
  const bool mediated = doc_.french() && noun.entry->mode == "third-party" &&
                        !noun.entry->frame.reciprocal;  // "grâce à la médiation d'Oslo"
  const bool help =
      (type(noun) == "AID" || type(noun) == "SUPPORT" || type(noun) == "AGREE" || mediated) &&
      among(preposition, {"avec", "grâce", "sans", "with", "thanks", "without"});
  const bool bidding = (type(noun) == "REQUEST" && among(preposition, {"à", "sur", "at", "on"})) ||
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

void ImpliedDealings::under_deal(FoundEvent& noun) {
  if (doc_.french() || type(noun) != "AGREE" || !noun.actors.empty() || noun.recipients.empty() ||
      noun.light != kNone || !tree_.is(noun.word, "obl") ||
      !among(tree_.preposition(noun.word), {"under", "after", "following", "through", "as"}))
    return;
  const int32_t verb = arguments_.governor(noun.word);
  if (verb == kNone || arguments_.fill(noun.word, Slot{SlotKind::kPreposition, "with"}).empty())
    return;
  noun.actors = without(people(arguments_.surface_subject(verb)), noun.recipients);
}

void ImpliedDealings::in_favour(FoundEvent& noun) {
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

void ImpliedDealings::despite_which(FoundEvent& noun) {
  int32_t at = noun.word;
  if (!doc_.french() && tree_.is(at, "nmod") && tree_.preposition(at) == "of" &&
      word(at).head != kNone && tree_.is(word(at).head, "obl") &&
      (time_at(doc_, word(at).head) != kNone ||
       arguments_.words().is(word(word(at).head).lemma, WordClass::kAmount)))
    at = word(at).head;
  const int32_t above = word(at).head;
  // "en dépit de", "en réponse à"
  const bool answer = doc_.french() && above != kNone && tree_.preposition(above) == "en" &&
                      among(word(above).lemma, {"réponse", "réaction", "riposte", "représailles"});
  const bool in_spite = answer || (above != kNone && word(above).lemma == "dépit");
  const bool faced = doc_.french() && tree_.preposition(at) == "face" && tree_.is(at, "obl");
  // "after threats from Rome": of the clause they come before, not "attacked Oslo after"
  const bool upon =
      tree_.is(at, "obl") && among(tree_.preposition(at), {"after", "following", "amid", "après"});
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

void ImpliedDealings::common(FoundEvent& noun) {
  if (!noun.entry->frame.reciprocal || noun.actors.size() > 1) return;
  for (int32_t c : tree_.children(noun.word))
    if (word(c).morph.pron_type == PronType::kDem) return;  // "cette rencontre" was told before
  for (int32_t at = noun.word, up = word(at).head; up != kNone; at = up, up = word(up).head) {
    if (word(at).deprel == "acl:relcl" || tree_.is(at, "parataxis") || tree_.is(at, "nsubj"))
      return;
    if (event_at(up) == nullptr) continue;
    const FoundEvent& above = *event_at(up);
    if (type(above) != "CONSULT" && type(above) != "AGREE" && type(above) != "COOPERATE") continue;
    Mentions all = above.actors;
    all.insert(all.end(), above.recipients.begin(), above.recipients.end());
    if (parties(doc_, all).size() != 2) continue;
    if (!noun.actors.empty() && without(noun.actors, all) == noun.actors) continue;
    noun.actors = all;
    return;
  }
}

void ImpliedDealings::met_to(FoundEvent& e) const {
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

void ImpliedDealings::ruled_by(FoundEvent& e) {
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

}  // namespace selon
