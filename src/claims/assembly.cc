#include "claims/assembly.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/among.h"
#include "base/edtf.h"
#include "base/utf8.h"
#include "claims/arguments.h"
#include "claims/aspect.h"
#include "claims/confidence.h"
#include "claims/contrasts.h"
#include "claims/events.h"
#include "claims/firmness.h"
#include "claims/speech_acts.h"
#include "claims/voice_map.h"
#include "mentions/calendar.h"
#include "mentions/lookup.h"
#include "mentions/tree.h"

namespace selon {
namespace {

class Assembly {
 public:
  Assembly(Document& doc, const EventLexicon& lexicon, const Ontology& ontology)
      : doc_(doc),
        lexicon_(lexicon),
        ontology_(ontology),
        tree_(doc),
        arguments_(doc, tree_, lexicon.words()),
        firmness_(doc, tree_, arguments_, lexicon),
        voices_(doc),
        acts_(doc, tree_, arguments_, lexicon, voices_),
        contrasts_(doc, tree_) {}

  void run() {
    events_ = find_events(doc_, tree_, arguments_, firmness_, lexicon_);
    acts_.add_demands(events_);
    for (size_t i = 0; i < events_.size(); ++i) {
      by_word_[events_[i].word] = i;
      for (int32_t p : events_[i].part_words) by_word_.emplace(p, i);
      if (events_[i].light != kNone) by_word_.emplace(events_[i].light, i);
    }
    std::vector<int32_t> claim_of(events_.size(), kNone);
    for (size_t i = 0; i < events_.size(); ++i) {
      Claim claim;
      if (!make(events_[i], claim)) continue;
      as_told_before(events_[i], claim);
      claim_of[i] = static_cast<int32_t>(doc_.claims.size());
      std::optional<Claim> other;
      if (!events_[i].entry->needs_negation) other = contrasts_.split(claim);
      doc_.claims.push_back(std::move(claim));
      if (other) doc_.claims.push_back(std::move(*other));
    }
    titles_look_ahead(claim_of);
    attach(claim_of);
    for (Claim& c : doc_.claims) c.auxiliary_modes = auxiliary_modes(c);
    for (Claim& claim : doc_.claims) claim.confidence = confidence_of(doc_, claim);
  }

 private:
  const Word& word(int32_t i) const { return doc_.words[i]; }

  bool make(const FoundEvent& e, Claim& c) const {
    const bool predicate =
        !e.nominal || tree_.child(e.word, "cop") != kNone;  // "n'est plus membre"
    const std::string& type = e.entry->event;
    const bool lasts =
        lasting(type) ||
        (e.nominal && (names_somebody(e) || lexicon_.goes_on(lower(word(e.word).lemma))));
    Firmness f = predicate ? firmness_.of_predicate(e.word)
                           : firmness_.of_noun(e.word, {.light = e.light,
                                                        .aspect = e.aspect,
                                                        .lasting = lasts,
                                                        .planned = planned(type),
                                                        .verbal = verbal(type),
                                                        .done = done(type, e.entry->mode),
                                                        .names_somebody = names_somebody(e)});
    // "la coalition dirigée par X", "les villes occupées par X": what a participle names goes on
    if ((lasts || (type == "COERCE" && lexicon_.lasts(word(e.word).lemma))) && !e.nominal &&
        (tree_.is(e.word, "acl") || tree_.is(e.word, "amod")) && arguments_.passive(e.word) &&
        word(e.word).deprel != "acl:relcl")
      f.time = firmness_.time_of_state(e.word);
    // "les territoires occupés", "ce membre du réseau"
    if (!e.nominal && word(e.word).upos == Upos::kAdj && tree_.is(e.word, "amod"))
      f.time = firmness_.time_of_state(e.word);
    if (e.nominal && type == "MEMBER" && names_somebody(e) && f.governors.empty())
      f.time = ClaimTime::kPresent;
    if (demanded(e)) {  // said when the speaker speaks, whatever the demand is about
      f = Firmness();
      const std::vector<int32_t> chain = voices_.chain(e.word);
      const int32_t cue = chain.empty() ? kNone : doc_.attributions[chain.back()].cue_word;
      f.time = chain.empty() ? ClaimTime::kPresent : f.time;
      if (cue != kNone) f.time = firmness_.of_predicate(cue).time;
    } else if (!under_another(e, f)) {
      return false;
    }
    c.trigger = e.trigger;
    c.trigger_word = e.word;
    const bool agreed = engagement(e, f);
    c.event = agreed ? "AGREE" : e.entry->event;
    c.mode = agreed ? "" : e.entry->mode;
    c.rule = e.entry->rule + (e.recalled ? " recalled" : "");
    if (const std::string act = acts_.commitment(e, f.polarity == Polarity::kNeg); !act.empty()) {
      c.event = act;
      c.mode.clear();
      c.rule += " announced";
      f.polarity = Polarity::kPos;
    }
    const EventValue& value = ontology_.value(c.event, c.mode);
    c.cameo = e.entry->cameo.empty() ? value.cameo : e.entry->cameo;
    c.score = value.score;
    c.actors = e.actors;
    c.recipients = e.recipients;
    c.voices = voices_.chain(e.word);
    if (f.certainty == Certainty::kAsserted) f.certainty = voices_.certainty(e.word);
    c.polarity = e.entry->needs_negation ? Polarity::kPos : f.polarity;
    c.certainty = f.certainty;
    c.time = f.time;
    c.hypothetical = f.hypothetical;
    c.quote = quote(e, c);
    for (int32_t w = doc_.sentences[word(e.word).sentence].first_word;
         w < doc_.sentences[word(e.word).sentence].end_word; ++w) {
      if (!c.quote.contains(word(w).span)) continue;
      const std::string_view context = ontology_.context(word(w).lemma, doc_.french());
      if (!context.empty() &&
          std::find(c.contexts.begin(), c.contexts.end(), context) == c.contexts.end())
        c.contexts.emplace_back(context);
    }
    return true;
  }

  // "La guerre", after a war that so far was only feared or planned, is no more than that. Only
  // while every telling of that type lay ahead.
  void as_told_before(const FoundEvent& e, Claim& c) {
    Telling& told = told_[c.event];
    const bool plain = c.time == ClaimTime::kPast && c.certainty == Certainty::kAsserted &&
                       c.polarity == Polarity::kPos && !c.hypothetical;
    const bool known = e.nominal && e.light == kNone && plain && c.actors.size() < 2 &&
                       firmness_.presupposed(e.word);
    if (known && told.last != kNone && !told.came_true) {
      c.time = ClaimTime::kFuture;
      c.certainty = doc_.claims[told.last].certainty;
    }
    if (c.time != ClaimTime::kFuture)
      told.came_true = true;
    else if (c.polarity == Polarity::kPos && c.certainty != Certainty::kDenied)
      told.last = static_cast<int32_t>(doc_.claims.size());
  }

  // "Réunion du conseil. Le conseil se réunira mardi": a title without a verb is of the time of
  // what the text tells of it next.
  void titles_look_ahead(const std::vector<int32_t>& claim_of) {
    constexpr int32_t kReach = 3;  // sentences
    for (size_t i = 0; i < events_.size(); ++i) {
      const FoundEvent& title = events_[i];
      const Word& w = word(title.word);
      const int32_t block = doc_.sentences[w.sentence].block;
      const bool heads =
          w.sentence == 0 || (block != kNone && doc_.blocks[block].kind == BlockKind::kTitle);
      if (claim_of[i] == kNone || !title.nominal || title.light != kNone || w.head != kNone ||
          !heads || !planned(title.entry->event))
        continue;
      Claim& c = doc_.claims[claim_of[i]];
      if (c.time != ClaimTime::kPast || c.polarity != Polarity::kPos) continue;
      for (size_t next = i + 1; next < events_.size(); ++next) {
        const int32_t sentence = word(events_[next].word).sentence;
        if (sentence > w.sentence + kReach) break;
        if (sentence == w.sentence || claim_of[next] == kNone ||
            events_[next].entry->event != title.entry->event)
          continue;
        const Claim& told = doc_.claims[claim_of[next]];
        if (told.time == ClaimTime::kFuture && told.polarity == Polarity::kPos) {
          c.time = told.time;
          c.certainty = told.certainty;
          c.event = told.event;
          c.mode = told.mode;
          c.cameo = told.cameo;
          c.score = told.score;
        }
        break;
      }
    }
  }

  // Whether speech_acts.h made it of a word of duty.
  static bool demanded(const FoundEvent& e) {
    return !e.entry->frame.actor.empty() && e.entry->frame.actor.front().kind == SlotKind::kVoice;
  }

  static bool names_somebody(const FoundEvent& e) {
    return std::any_of(e.entry->frame.actor.begin(), e.entry->frame.actor.end(),
                       [](const Slot& s) { return s.kind == SlotKind::kHead; });
  }

  // "Oslo recevra Rome mardi": a meeting or visit that is announced for a time to come is an
  // engagement, whoever announces it; one that is only wished for is not.
  static bool engagement(const FoundEvent& e, const Firmness& f) {
    return e.entry->event == "CONSULT" && f.time == ClaimTime::kFuture && f.scheduled &&
           !f.hypothetical && f.polarity == Polarity::kPos &&
           (f.certainty == Certainty::kAsserted || f.certainty == Certainty::kHedged);
  }

  // What is asked for is no claim; what is refused or threatened is possible; what is promised lies
  // ahead.
  bool under_another(const FoundEvent& e, Firmness& f) const {
    int32_t at = e.word;
    for (int step = 0; step < 4; ++step) {
      const int32_t up = word(at).head;
      if (up == kNone || word(at).deprel == "acl:relcl" || tree_.is(at, "parataxis") ||
          tree_.is(at, "nsubj") ||
          (tree_.is(at, "ccomp") && (tree_.behind_colon(at) || tree_.put_before(at))))
        return true;
      // "demande la libération de soldats détenus par Rome": they are held; "conclut un accord
      // contesté par Rome": it is contested
      const bool judged = among(e.entry->event, {"ACCUSE", "REJECT", "SUPPORT", "CONSULT"});
      if (doc_.french() && at == e.word && !e.nominal && tree_.is(at, "acl") && at > up &&
          arguments_.passive(at) && (judged || mention_at_head(doc_, up) != kNone) &&
          word(at).morph.verb_form == VerbForm::kPart)
        return true;
      // also hung on a noun: "annonce la fin d'une aide après l'arrestation de X"
      const bool around = tree_.is(at, "obl") ||
                          (doc_.french() && tree_.is(at, "nmod") &&
                           among(tree_.preposition(at), {"après", "avant", "depuis", "malgré"}));
      if (around && circumstance(tree_.preposition(at))) return true;
      const auto found = by_word_.find(up);
      // "a écrit à X pour obtenir une aide": asked for, too, but not "avant d'annoncer une aide"
      const int32_t mark = tree_.is(at, "advcl") ? tree_.child(at, "mark") : kNone;
      const bool beside =
          mark != kNone && among(word(mark).lemma, {"avant", "après", "before", "after"});
      if (tree_.is(at, "advcl") && e.light == at && !beside && found != by_word_.end() &&
          events_[found->second].entry->event == "REQUEST")
        return false;
      // "called on Oslo to release the prisoners", where the parser took it for a purpose
      if (tree_.is(at, "advcl") && found != by_word_.end() && asked_of(e, events_[found->second]))
        return false;
      if (tree_.is(at, "advcl") || (tree_.is(at, "conj") && arguments_.verbal(at))) return true;
      if (found != by_word_.end() && !tree_.is(at, "conj")) {
        const FoundEvent& outer = events_[found->second];
        if (outer.word == e.word || outer.light == up) {
          at = up;
          continue;
        }
        // "un opposant arrêté à Oslo": whoever opposes something, this was done to him
        if (outer.nominal && names_somebody(outer)) return true;
        const std::string& type = outer.entry->event;
        if (type == "REQUEST") return implicative(outer.word) || presupposed(e);
        if (type == "REJECT" || type == "THREATEN") {
          // "n'a pas empêché un tir": it was fired
          if (e.nominal && !outer.entry->needs_negation && firmness_.negated(outer.word))
            return true;
          // "ne pas permettre de": it did not happen
          if (outer.entry->needs_negation && !e.nominal) return true;
          // "rejette les accusations de X": they were made
          if (e.nominal && spoken(e) && firmness_.presupposed(e.word)) {
            f.polarity = Polarity::kPos;
            return true;
          }
          // only what is itself refused: "résister à 40 ans de pression" speaks of a pressure that
          // there was
          if (presupposed(e) || (e.nominal && (foiled(outer) || exists(e))) ||
              f.certainty == Certainty::kDenied || (e.nominal && at != e.word))
            return true;
          f.time = ClaimTime::kFuture;
          if (f.certainty == Certainty::kAsserted) f.certainty = Certainty::kPossible;
          f.polarity = Polarity::kPos;
        }
        // "accepte la demande": it was made
        const bool made = e.nominal && verbal(e.entry->event) && firmness_.presupposed(e.word);
        if (type == "AGREE" && !made) f.time = ClaimTime::kFuture;
        return true;
      }
      at = up;
    }
    return true;
  }

  // Whether an infinitive is what the request asks for: it is to be done by those who are asked.
  bool asked_of(const FoundEvent& e, const FoundEvent& request) const {
    return !doc_.french() && request.entry->event == "REQUEST" && !e.nominal && !e.actors.empty() &&
           word(e.word).morph.verb_form == VerbForm::kInf && !implicative(request.word) &&
           std::all_of(e.actors.begin(), e.actors.end(), [&](int32_t m) {
             return std::find(request.recipients.begin(), request.recipients.end(), m) !=
                    request.recipients.end();
           });
  }

  // "ne cèdera pas aux pressions": a state that is known holds, whoever resists it.
  bool exists(const FoundEvent& e) const {
    return firmness_.presupposed(e.word) && lexicon_.goes_on(lower(word(e.word).lemma));
  }
  // "a déjoué une offensive": it was under way; "refuse une offensive": it is only possible.
  bool foiled(const FoundEvent& outer) const {
    const auto& rows = lexicon_.modal_words(word(outer.word).lemma);
    return !outer.nominal && std::none_of(rows.begin(), rows.end(), [](const ModalWord& m) {
      return m.possible || m.negates || m.denied;
    }) && firmness_.of_predicate(outer.word).time == ClaimTime::kPast;
  }

  // "demande un soutien face à la pression": what stands under such a preposition, or under none
  // ("mardi"), is around the event, not in it.
  static bool circumstance(std::string_view preposition) {
    constexpr std::array<std::string_view, 13> kComplement = {
        "à",  "de", "pour", "en", "sur",   "contre", "à propos de",
        "to", "of", "for",  "on", "about", "against"};
    return !among(preposition, kComplement);
  }

  // "a convaincu Rome d'aider": the aid took place
  bool implicative(int32_t verb) const {
    for (const ModalWord& m : lexicon_.modal_words(word(verb).lemma))
      if (m.parts.empty() && !m.future && !m.negates && !m.possible && !m.denied && !m.questioned)
        return true;
    return false;
  }
  // Acts of speech: an accusation, a demand or a threat that is answered was uttered.
  static bool spoken(const FoundEvent& e) {
    const std::string& type = e.entry->event;
    return type == "ACCUSE" || type == "REQUEST" || type == "THREATEN";
  }
  // "demande la fin des sanctions": a noun with its definite article, deeper down, exists whatever
  // is asked
  bool presupposed(const FoundEvent& e) const {
    return e.nominal && tree_.is(e.word, "nmod") && firmness_.presupposed(e.word);
  }

  std::vector<std::string> auxiliary_modes(const Claim& c) const {
    std::vector<std::string> modes;
    const auto published = day_range(doc_.meta.published);
    bool historical = false;
    if (const auto day = published ? parse_iso(published->from) : std::nullopt) {
      const std::string news_begins = iso(add_days(*day, -kNewsDays));
      for (int32_t t : c.when)
        if (const auto days = day_range(doc_.times[t].value))
          historical |= c.time == ClaimTime::kPast && days->to < news_begins;
    }
    if (historical) modes.emplace_back("historical");
    if (c.time == ClaimTime::kFuture) modes.emplace_back("future");
    if (c.hypothetical) modes.emplace_back("hypothetical");
    if (c.polarity == Polarity::kNeg || c.certainty == Certainty::kDenied)
      modes.emplace_back("negation");
    return modes;
  }

  Span quote(const FoundEvent& e, const Claim& c) const {
    const Span sentence = doc_.sentences[word(e.word).sentence].span;
    Span q = e.trigger;
    if (e.light != kNone) q = q.cover(word(e.light).span);
    for (const auto* list : {&c.actors, &c.recipients})
      for (int32_t m : *list)
        if (sentence.contains(doc_.mentions[m].span)) q = q.cover(doc_.mentions[m].span);
    if (!c.voices.empty()) {
      const Attribution& a = doc_.attributions[c.voices.back()];
      if (sentence.contains(a.cue)) q = q.cover(a.cue);
      if (sentence.contains(a.source)) q = q.cover(a.source);
    }
    return q;
  }

  // The event that a time, place or quantity belongs to: the nearest one above its head.
  int32_t owner(Span span, int32_t sentence) const {
    const Sentence& s = doc_.sentences[sentence];
    int32_t head = kNone;
    for (int32_t w = s.first_word; w < s.end_word && head == kNone; ++w)
      if (span.contains(word(w).span) &&
          (word(w).head == kNone || !span.contains(word(word(w).head).span)))
        head = w;
    for (int32_t at = head, steps = 0; at != kNone && steps < 32; at = word(at).head, ++steps)
      if (const auto found = by_word_.find(at); found != by_word_.end())
        return static_cast<int32_t>(found->second);
    return kNone;
  }

  template <typename Layer, typename Field>
  void attach_layer(const Layer& layer, Field field, const std::vector<int32_t>& claim_of) {
    size_t sentence = 0;
    for (size_t i = 0; i < layer.size(); ++i) {
      const Span span = layer[i].span;
      while (sentence + 1 < doc_.sentences.size() &&
             doc_.sentences[sentence].span.end <= span.begin)
        ++sentence;
      if (sentence >= doc_.sentences.size() || !doc_.sentences[sentence].span.contains(span))
        continue;
      const int32_t event = owner(span, static_cast<int32_t>(sentence));
      if (event != kNone && claim_of[event] != kNone)
        (doc_.claims[claim_of[event]].*field).push_back(static_cast<int32_t>(i));
    }
  }

  void attach(const std::vector<int32_t>& claim_of) {
    attach_layer(doc_.times, &Claim::when, claim_of);
    attach_layer(doc_.places, &Claim::where, claim_of);
    attach_layer(doc_.quantities, &Claim::quantities, claim_of);
  }

  Document& doc_;
  const EventLexicon& lexicon_;
  const Ontology& ontology_;
  const Tree tree_;
  const Arguments arguments_;
  const FirmnessReader firmness_;
  const VoiceMap voices_;
  const SpeechActs acts_;
  const Contrasts contrasts_;
  std::vector<FoundEvent> events_;
  struct Telling {
    int32_t last = kNone;    // the last claim of the type that lies ahead
    bool came_true = false;  // one of the type does not
  };
  std::unordered_map<std::string, Telling> told_;
  std::unordered_map<int32_t, size_t> by_word_;  // trigger, phrase and light-verb words
};

}  // namespace

void find_claims(Document& doc, const EventLexicon& lexicon, const Ontology& ontology) {
  Assembly(doc, lexicon, ontology).run();
}

}  // namespace selon
