#include "knowledge/events.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"
#include "knowledge/data_dir.h"
#include "knowledge/event_phrases.h"
#include "knowledge/event_types.h"

namespace selon {
namespace {

Slot parse_slot(std::string_view name) {
  if (name == "subj") return {SlotKind::kSubject, {}};
  if (name == "obj") return {SlotKind::kObject, {}};
  if (name == "comp") return {SlotKind::kComplement, {}};
  if (name == "infobj") return {SlotKind::kInfinitiveObject, {}};
  if (name == "adj") return {SlotKind::kAdjective, {}};
  if (name == "name") return {SlotKind::kName, {}};
  if (name == "voice") return {SlotKind::kVoice, {}};
  if (name == "poss") return {SlotKind::kPossessive, {}};
  if (name == "pred") return {SlotKind::kPredicate, {}};
  if (name == "head") return {SlotKind::kHead, {}};
  if (name == "au" || name == "aux") return {SlotKind::kPreposition, "à"};
  const size_t colon = name.find(':');
  return {SlotKind::kPreposition, std::string(name.substr(0, colon)),
          colon == std::string_view::npos ? std::string() : std::string(name.substr(colon + 1))};
}

Result<std::vector<Slot>> parse_side(std::string_view text) {
  std::vector<Slot> out;
  if (trim(text).empty()) return out;
  for (std::string_view name : split(text, '|')) {
    name = trim(name);
    const bool word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80 ||
             c == ' ' || c == '-' || c == '\'' || c == ':';
    });
    if (!word) return Error{ErrorCode::kBadFormat, "\"" + std::string(name) + "\" is no slot"};
    out.push_back(parse_slot(name));
  }
  return out;
}

// "recipient,obj:a/b,!sur:table" → the entry's conditions; what is wrong, or empty.
std::string parse_needs(std::string_view text, EventEntry& e) {
  for (std::string_view one : split(text, ',')) {
    one = trim(one);
    if (one.empty()) continue;
    if (one == "recipient")
      e.needs_recipient = true;
    else if (one == "actor")
      e.needs_actor = true;
    else if (one == "pers")
      e.needs_person = true;
    else if (one == "plural")
      e.needs_plural = true;
    else if (one == "neg")
      e.needs_negation = true;
    else if (one == "pair")
      e.needs_pair = true;
    else if (one == "inf")
      e.needs_infinitive = true;
    else if (one == "hostile")
      e.needs_hostile = true;
    else if (one == "armed")
      e.needs_force = true;
    else if (one == "det")
      e.needs_article = true;
    else if (one == "bare")
      e.needs_no_article = true;
    else if (const size_t colon = one.find(':'); colon != std::string_view::npos) {
      LemmaCondition c;
      c.negated = one.front() == '!';
      c.slot = parse_slot(one.substr(c.negated, colon - c.negated));
      for (std::string_view lemma : split(one.substr(colon + 1), '/'))
        c.lemmas.push_back(lower(trim(lemma)));
      e.conditions.push_back(std::move(c));
    } else {
      return "\"" + std::string(one) + "\" is no condition";
    }
  }
  return {};
}

// Negated before all others, phrases before single words, pronominal before plain, conditioned
// before free, and first by what stands there: the order of trying.
int specificity(const EventEntry& e) {
  constexpr int kUser = 2000;  // the user's before all of ours
  const bool positive = std::any_of(e.conditions.begin(), e.conditions.end(),
                                    [](const LemmaCondition& c) { return !c.negated; });
  return (e.user ? kUser : 0) + 128 * e.needs_negation + 8 * static_cast<int>(e.parts.size()) +
         4 * e.pronominal +
         (!e.conditions.empty() || e.needs_recipient || e.needs_person || e.needs_hostile ||
                  e.needs_infinitive || e.needs_force
              ? 2
              : 0) +
         2 * e.needs_hostile + 2 * (e.needs_infinitive && e.event.empty()) + positive;
}

}  // namespace

Result<Frame> parse_frame(std::string_view text) {
  Frame frame;
  const size_t cut = text.find_first_of(">&");
  if (cut == std::string_view::npos)
    return Error{ErrorCode::kBadFormat, "frame \"" + std::string(text) + "\" has neither > nor &"};
  frame.reciprocal = text[cut] == '&';
  // "de|adj&avec&poss": every further & adds slots to the second side
  std::string rest(text.substr(cut + 1));
  std::replace(rest.begin(), rest.end(), '&', '|');
  auto actor = parse_side(text.substr(0, cut)), recipient = parse_side(rest);
  if (!actor) return actor.error();
  if (!recipient) return recipient.error();
  frame.actor = std::move(*actor);
  frame.recipient = std::move(*recipient);
  return frame;
}

Result<EventLexicon> EventLexicon::open(const std::string& data_dir, const std::string& language,
                                        const std::string& user_dir) {
  const std::string folder = data_dir + "/lang/" + language + "/";
  EventLexicon out;
  out.french_ = language == "fr";
  const Result<EventPhrases> phrases = EventPhrases::open(data_dir, language);
  if (!phrases) return phrases.error();
  Result<WordClasses> words = WordClasses::open(data_dir, language);
  if (!words) return words.error();
  out.words_ = std::move(*words);

  const auto read_events = [&](const std::string& path, Map<EventEntry>& map, bool user) {
    const std::string name = path.substr(path.rfind('/') + 1);
    return read_table(path, 3, 7, [&](const Row& row) -> std::string {
      EventEntry e;
      EventPhrase phrase = phrases->read(row[0], &map != &out.verbs_);
      if (phrase.lemma.empty()) return "no phrase";
      e.phrase = row.string(0);
      e.lemma = phrase.lemma;
      e.parts = std::move(phrase.parts);
      // an English noun behind its own words, with no preposition among them
      e.parts_before = !out.french_ && &map == &out.nouns_ && !e.parts.empty() &&
                       split(row[0], ' ').size() == e.parts.size() + 1 &&
                       row[0].substr(row[0].rfind(' ') + 1).starts_with(e.lemma.substr(0, 3));
      e.pronominal = phrase.pronominal;
      e.event = row.string(1);
      if (!e.event.empty() && !among(e.event, kEventTypes))
        return "\"" + e.event + "\" is no event type";
      auto frame = parse_frame(row[2]);
      if (!frame) return frame.error().message;
      e.frame = std::move(*frame);
      e.mode = row.string(3);
      if (std::string bad = parse_needs(row[4], e); !bad.empty()) return bad;
      e.rule = name + ":" + std::to_string(row.line());
      e.cameo = row.string(6);
      e.user = user;
      e.needs_copula = phrase.copula;
      if (!phrase.copula) {
        for (std::string_view lemma : split(phrase.lemma, '/')) {  // "hasten/expedite"
          e.lemma = lemma;
          if (e.lemma.empty()) return "no phrase";
          map[e.lemma].push_back(e);
        }
        return {};
      }
      for (auto* side : {&e.frame.actor, &e.frame.recipient})
        for (Slot& slot : *side)
          if (slot.kind == SlotKind::kSubject) slot.kind = SlotKind::kHead;
      out.nouns_[e.lemma].push_back(e);
      out.adjectives_[e.lemma].push_back(e);
      return {};
    });
  };
  const std::string room = "lang/" + language;
  std::vector<std::string> sets = user_tables(user_dir, room, "word_sets");
  if (language != "fr") sets.push_back(folder + "word_sets.tsv");
  for (const std::string& path : sets) {
    auto s = read_table(path, 2, 2, [&](const Row& row) -> std::string {
      for (const std::string& member : row.list(1)) {
        const std::string small = lower(member);
        std::vector<std::string> words;
        for (std::string_view word : split(small, ' '))
          if (!word.empty()) words.emplace_back(word);
        if (words.empty()) return "a member of the set is empty";
        const std::string last = std::move(words.back());
        words.pop_back();
        out.sets_["&" + row.string(0) + " " + last].push_back(std::move(words));
      }
      return {};
    });
    if (!s) return s.error();
  }
  for (const std::string& path : user_tables(user_dir, room, "event_verbs"))
    if (auto s = read_events(path, out.verbs_, true); !s) return s.error();
  if (auto s = read_events(folder + "event_verbs.tsv", out.verbs_, false); !s) return s.error();
  if (auto s = read_events(folder + "event_nouns.tsv", out.nouns_, false); !s) return s.error();
  if (auto s = read_events(folder + "event_adjectives.tsv", out.adjectives_, false); !s)
    return s.error();
  for (auto* map : {&out.verbs_, &out.nouns_, &out.adjectives_})
    for (auto& [lemma, entries] : *map)
      std::stable_sort(
          entries.begin(), entries.end(),
          [](const EventEntry& a, const EventEntry& b) { return specificity(a) > specificity(b); });

  auto light = read_table(folder + "light_verbs.tsv", 2, 4, [&](const Row& row) -> std::string {
    EventPhrase phrase = phrases->read(row[0], false);
    LightVerb v{phrase.lemma, phrase.parts, phrase.pronominal};
    if (row[1] != "actor" && row[1] != "recipient" && row[1] != "aim" && row[1] != "cause" &&
        row[1] != "foil")
      return "role is actor, recipient, aim, cause or foil";
    v.foils = row[1] == "foil";
    v.subject_is_recipient = row[1] == "recipient";
    v.causes = row[1] == "cause";
    v.aims = row[1] == "aim";
    if (row[2] == "future")
      v.aspect = LightVerb::Aspect::kFuture;
    else if (row[2] == "past")
      v.aspect = LightVerb::Aspect::kEnded;
    else if (row[2] == "announced")
      v.aspect = LightVerb::Aspect::kAnnounced;
    else if (row[2] == "claimed")
      v.aspect = LightVerb::Aspect::kClaimed;
    else if (row[2] == "neg")
      v.aspect = LightVerb::Aspect::kNegated;
    else if (!row[2].empty() && row[2] != "happened")
      return "unknown aspect";
    out.light_[v.lemma].push_back(std::move(v));
    return {};
  });
  if (!light) return light.error();

  auto modal = read_table(folder + "modal_words.tsv", 3, 5, [&](const Row& row) -> std::string {
    EventPhrase phrase = phrases->read(row[0], false);
    ModalWord m;
    m.lemma = phrase.lemma;
    m.parts = phrase.parts;
    m.pronominal = phrase.pronominal;
    m.copula = phrase.copula;
    if (row[1] == "verb")
      m.kind = ModalWord::Kind::kVerb;
    else if (row[1] == "noun")
      m.kind = ModalWord::Kind::kNoun;
    else if (row[1] == "adjective")
      m.kind = ModalWord::Kind::kAdjective;
    else if (row[1] == "adverb")
      m.kind = ModalWord::Kind::kAdverb;
    else if (row[1] == "preposition") {  // whole, as it is written
      m.kind = ModalWord::Kind::kPreposition;
      m.lemma = bare_preposition(row[0]);
      m.parts.clear();
    } else
      return "kind is verb, noun, adjective, adverb or preposition";
    const size_t last = row[0].rfind(' ');
    if (last != std::string_view::npos) m.takes = row[0].substr(last + 1);
    m.on_object_only = row[3] == "obj";
    for (const std::string& scope : row.list(3, ',')) {
      m.on_complement |= scope == "comp";
      m.on_object |= scope == "obj";
      m.on_subject |= scope == "subj";
      if (scope != "comp" && scope != "obj" && scope != "subj" && scope != "head" &&
          scope != "clause")
        return "\"" + scope + "\" is no scope";
    }
    for (const std::string& effect : row.list(2, ',')) {
      if (effect == "neg")
        m.negates = true;
      else if (effect == "future")
        m.future = true;
      else if (effect == "scheduled")
        m.scheduled = true;
      else if (effect == "past")
        m.past = true;
      else if (effect == "hypothetical")
        m.hypothetical = true;
      else if (effect == "possible")
        m.possible = true;
      else if (effect == "hedged")
        m.hedged = true;
      else if (effect == "denied")
        m.denied = true;
      else if (effect == "questioned")
        m.questioned = true;
      else if (effect == "with")
        m.simultaneous = true;
      else if (effect == "accomplished")
        m.accomplished = true;
      else if (effect == "now")
        m.now = true;
      else if (effect == "unforeseen")
        m.unforeseen = true;
      else if (effect == "unproven")
        m.unproven = true;
      else if (effect == "disbelieved")
        m.disbelieved = true;
      else if (effect == "ended")
        m.ended = true;
      else if (effect == "unceasing")
        m.unceasing = true;
      else if (effect != "pos" && effect != "happened")
        return "\"" + effect + "\" is no effect";
    }
    out.modal_[m.lemma].push_back(std::move(m));
    return {};
  });
  if (!modal) return modal.error();
  auto lasting = read_table(folder + "lasting_nouns.tsv", 1, 2, [&](const Row& row) -> std::string {
    out.lasting_.emplace(row[0]);
    return {};
  });
  if (!lasting) return lasting.error();
  auto subjects = read_table(folder + "subject_words.tsv", 3, 3, [&](const Row& row) {
    using Subject = SubjectWord::Subject;
    SubjectWord word;
    constexpr std::array<std::string_view, 6> kSubjects = {"game", "mishap", "force",
                                                           "text", "arm",    "vote"};
    const auto subject = std::find(kSubjects.begin(), kSubjects.end(), row[1]);
    if (subject == kSubjects.end()) return "no subject \"" + row.string(1) + "\"";
    word.subject = static_cast<Subject>(subject - kSubjects.begin());
    if (row[2] != "0" && row[2] != "1" && row[2] != "2") return std::string("a weight is 0, 1, 2");
    word.weight = row[2][0] - '0';
    out.subjects_[row.string(0)].push_back(word);
    return std::string();
  });
  if (!subjects) return subjects.error();
  auto verbs = read_table(folder + "lasting_verbs.tsv", 1, 2, [&](const Row& row) -> std::string {
    out.lasting_verbs_.emplace(row[0]);
    return {};
  });
  if (!verbs) return verbs.error();
  for (auto& [lemma, words] : out.modal_)
    std::stable_sort(words.begin(), words.end(), [](const ModalWord& a, const ModalWord& b) {
      return a.parts.size() > b.parts.size();
    });
  for (auto& [lemma, verbs] : out.light_)
    std::stable_sort(verbs.begin(), verbs.end(), [](const LightVerb& a, const LightVerb& b) {
      return a.parts.size() > b.parts.size();
    });
  return out;
}

std::string bare_preposition(std::string_view phrase) {
  std::string out, word;
  const auto take = [&] {
    if (word == "au" || word == "aux") word = "à";
    if (word == "du" || word == "des" || word == "d") word = "de";
    if (!word.empty() && word != "le" && word != "la" && word != "les" && word != "l" &&
        word != "the")
      out += (out.empty() ? "" : " ") + word;
    word.clear();
  };
  for (char c : phrase)
    if (c == ' ' || c == '\'')
      take();
    else
      word += c;
  take();
  return out;
}

const EventLexicon::Befores& EventLexicon::members(std::string_view set,
                                                   std::string_view last) const {
  static const Befores kNothing;
  const auto it = sets_.find(std::string(set) + " " + std::string(last));
  return it == sets_.end() ? kNothing : it->second;
}

}  // namespace selon
