#include "claims/implied_speech.h"

#include <algorithm>

#include "claims/aspect.h"
#include "mentions/lookup.h"

namespace selon {

void ImpliedSpeech::sent_to(FoundEvent& e) const {
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

void ImpliedSpeech::towards_whom_meant(FoundEvent& e) const {
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

void ImpliedSpeech::threatened_with(FoundEvent& noun) const {
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

void ImpliedSpeech::joined_in(FoundEvent& e) const {
  if (type(e) != "MEMBER" || e.nominal) return;
  for (int32_t c : tree_.children(e.word))
    if (arguments_.done_together(c)) {
      e.actors.clear();
      e.recipients.clear();
    }
}

void ImpliedSpeech::thanked_for(FoundEvent& e) {
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

void ImpliedSpeech::tell_again(FoundEvent& e) {
  const Morph& m = word(e.word).morph;
  const bool gerund =
      m.verb_form == VerbForm::kGer || (m.verb_form == VerbForm::kPart && m.tense == Tense::kPres);
  if (e.nominal || !gerund || word(e.word).head == kNone || tree_.child(e.word, "nsubj") != kNone ||
      tree_.child(e.word, "aux") != kNone || tree_.child(e.word, "mark") != kNone)
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
FoundEvent* ImpliedSpeech::told_before(const FoundEvent& e) const {
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

}  // namespace selon
