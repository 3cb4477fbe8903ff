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

// Sets the flag of this name; false: there is none.
template <typename T, size_t N>
bool set_flag(const std::array<std::pair<std::string_view, bool T::*>, N>& flags,
              std::string_view name, T& of) {
  const auto found = std::ranges::find(flags, name, &std::pair<std::string_view, bool T::*>::first);
  if (found == flags.end()) return false;
  of.*found->second = true;
  return true;
}

// "recipient,obj:a/b,!sur:table" → the entry's conditions; what is wrong, or empty.
std::string parse_needs(std::string_view text, EventEntry& e) {
  constexpr auto kNeeds = std::to_array<std::pair<std::string_view, bool EventEntry::*>>(
      {{"recipient", &EventEntry::needs_recipient},
       {"actor", &EventEntry::needs_actor},
       {"pers", &EventEntry::needs_person},
       {"plural", &EventEntry::needs_plural},
       {"neg", &EventEntry::needs_negation},
       {"pair", &EventEntry::needs_pair},
       {"inf", &EventEntry::needs_infinitive},
       {"hostile", &EventEntry::needs_hostile},
       {"armed", &EventEntry::needs_force},
       {"state", &EventEntry::needs_state},
       {"det", &EventEntry::needs_article},
       {"bare", &EventEntry::needs_no_article}});
  for (std::string_view one : split(text, ',')) {
    one = trim(one);
    if (one.empty() || set_flag(kNeeds, one, e)) continue;
    const size_t colon = one.find(':');
    if (colon == std::string_view::npos) return "\"" + std::string(one) + "\" is no condition";
    LemmaCondition c;
    c.negated = one.front() == '!';
    c.slot = parse_slot(one.substr(c.negated, colon - c.negated));
    for (std::string_view lemma : split(one.substr(colon + 1), '/'))
      c.lemmas.push_back(lower(trim(lemma)));
    e.conditions.push_back(std::move(c));
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
                  e.needs_infinitive || e.needs_force || e.needs_state
              ? 2
              : 0) +
         2 * e.needs_hostile + 2 * (e.needs_infinitive && e.event.empty()) + positive +
         e.needs_state;
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

// Reads the tables of one language, one after the other.
class EventLexicon::Reader {
 public:
  Reader(const std::string& data_dir, const std::string& language, const std::string& user_dir,
         EventPhrases phrases, EventLexicon& lexicon)
      : folder_(data_dir + "/lang/" + language + "/"),
        room_("lang/" + language),
        user_dir_(user_dir),
        phrases_(std::move(phrases)),
        out_(lexicon) {}

  Status run() {
    for (auto step : {&Reader::word_sets, &Reader::events, &Reader::light_verbs,
                      &Reader::modal_words, &Reader::subject_words, &Reader::lasting_words})
      if (Status s = (this->*step)(); !s) return s;
    sort_entries(out_.verbs_, specificity);
    sort_entries(out_.nouns_, specificity);
    sort_entries(out_.adjectives_, specificity);
    sort_entries(out_.modal_, [](const ModalWord& m) { return m.parts.size(); });
    sort_entries(out_.light_, [](const LightVerb& v) { return v.parts.size(); });
    return Ok{};
  }

 private:
  // The highest first; in the table's order where alike.
  template <typename T, typename F>
  static void sort_entries(Map<T>& map, F rank) {
    for (auto& [lemma, entries] : map)
      std::stable_sort(entries.begin(), entries.end(),
                       [&](const T& a, const T& b) { return rank(a) > rank(b); });
  }

  Status word_sets() {
    std::vector<std::string> paths = user_tables(user_dir_, room_, "word_sets");
    if (!out_.french_) paths.push_back(folder_ + "word_sets.tsv");
    for (const std::string& path : paths)
      if (Status s = read_table(path, 2, 2, [&](const Row& row) { return word_set(row); }); !s)
        return s;
    return Ok{};
  }
  std::string word_set(const Row& row) {
    for (const std::string& member : row.list(1)) {
      const std::string small = lower(member);
      std::vector<std::string> words;
      for (std::string_view word : split(small, ' '))
        if (!word.empty()) words.emplace_back(word);
      if (words.empty()) return "a member of the set is empty";
      const std::string last = std::move(words.back());
      words.pop_back();
      out_.sets_["&" + row.string(0) + " " + last].push_back(std::move(words));
    }
    return {};
  }

  Status events() {
    const auto read = [&](const std::string& path, Map<EventEntry>& into, bool user) {
      const std::string name = path.substr(path.rfind('/') + 1);
      return read_table(path, 3, 7, [&](const Row& row) { return event(row, name, user, into); });
    };
    for (const std::string& path : user_tables(user_dir_, room_, "event_verbs"))
      if (Status s = read(path, out_.verbs_, true); !s) return s;
    if (Status s = read(folder_ + "event_verbs.tsv", out_.verbs_, false); !s) return s;
    if (Status s = read(folder_ + "event_nouns.tsv", out_.nouns_, false); !s) return s;
    return read(folder_ + "event_adjectives.tsv", out_.adjectives_, false);
  }
  std::string event(const Row& row, const std::string& table, bool user, Map<EventEntry>& into) {
    EventEntry e;
    EventPhrase phrase = phrases_.read(row[0], &into != &out_.verbs_);
    if (phrase.lemma.empty()) return "no phrase";
    e.phrase = row.string(0);
    e.lemma = phrase.lemma;
    e.parts = std::move(phrase.parts);
    // an English noun behind its own words, with no preposition among them
    e.parts_before = !out_.french_ && &into == &out_.nouns_ && !e.parts.empty() &&
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
    e.rule = table + ":" + std::to_string(row.line());
    e.cameo = row.string(6);
    e.user = user;
    e.needs_copula = phrase.copula;
    if (phrase.copula) {
      for (auto* side : {&e.frame.actor, &e.frame.recipient})
        for (Slot& slot : *side)
          if (slot.kind == SlotKind::kSubject) slot.kind = SlotKind::kHead;
      out_.nouns_[e.lemma].push_back(e);
      out_.adjectives_[e.lemma].push_back(e);
      return {};
    }
    for (std::string_view lemma : split(phrase.lemma, '/')) {  // "hasten/expedite"
      e.lemma = lemma;
      if (e.lemma.empty()) return "no phrase";
      into[e.lemma].push_back(e);
    }
    return {};
  }

  Status light_verbs() {
    return read_table(folder_ + "light_verbs.tsv", 2, 4, [&](const Row& row) -> std::string {
      EventPhrase phrase = phrases_.read(row[0], false);
      if (phrase.lemma.empty()) return "no phrase";
      LightVerb v{phrase.lemma, phrase.parts, phrase.pronominal};
      if (!among(row[1], {"actor", "recipient", "aim", "cause", "foil"}))
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
        return "unknown aspect \"" + row.string(2) + "\"";
      out_.light_[v.lemma].push_back(std::move(v));
      return {};
    });
  }

  Status modal_words() {
    return read_table(folder_ + "modal_words.tsv", 3, 5,
                      [&](const Row& row) { return modal_word(row); });
  }
  std::string modal_word(const Row& row) {
    constexpr auto kKinds =
        std::to_array<std::string_view>({"verb", "noun", "adjective", "adverb", "preposition"});
    constexpr auto kEffects = std::to_array<std::pair<std::string_view, bool ModalWord::*>>(
        {{"neg", &ModalWord::negates},
         {"future", &ModalWord::future},
         {"scheduled", &ModalWord::scheduled},
         {"past", &ModalWord::past},
         {"hypothetical", &ModalWord::hypothetical},
         {"possible", &ModalWord::possible},
         {"hedged", &ModalWord::hedged},
         {"denied", &ModalWord::denied},
         {"questioned", &ModalWord::questioned},
         {"with", &ModalWord::simultaneous},
         {"accomplished", &ModalWord::accomplished},
         {"now", &ModalWord::now},
         {"unforeseen", &ModalWord::unforeseen},
         {"unproven", &ModalWord::unproven},
         {"disbelieved", &ModalWord::disbelieved},
         {"ended", &ModalWord::ended},
         {"unceasing", &ModalWord::unceasing}});
    EventPhrase phrase = phrases_.read(row[0], false);
    ModalWord m;
    m.lemma = phrase.lemma;
    m.parts = phrase.parts;
    m.pronominal = phrase.pronominal;
    m.copula = phrase.copula;
    const auto kind = std::ranges::find(kKinds, row[1]);
    if (kind == kKinds.end()) return "kind is verb, noun, adjective, adverb or preposition";
    m.kind = static_cast<ModalWord::Kind>(kind - kKinds.begin());
    if (m.kind == ModalWord::Kind::kPreposition) {  // whole, as it is written
      m.lemma = bare_preposition(row[0]);
      m.parts.clear();
    }
    if (m.lemma.empty()) return "no phrase";
    const size_t last = row[0].rfind(' ');
    if (last != std::string_view::npos) m.takes = row[0].substr(last + 1);
    m.on_object_only = row[3] == "obj";
    for (const std::string& scope : row.list(3, ',')) {
      m.on_complement |= scope == "comp";
      m.on_object |= scope == "obj";
      m.on_subject |= scope == "subj";
      if (!among(scope, {"comp", "obj", "subj", "head", "clause"}))
        return "\"" + scope + "\" is no scope";
    }
    for (const std::string& effect : row.list(2, ','))
      if (!set_flag(kEffects, effect, m) && effect != "pos" && effect != "happened")
        return "\"" + effect + "\" is no effect";
    out_.modal_[m.lemma].push_back(std::move(m));
    return {};
  }

  Status subject_words() {
    constexpr auto kSubjects =
        std::to_array<std::string_view>({"game", "mishap", "force", "text", "arm", "vote"});
    return read_table(folder_ + "subject_words.tsv", 3, 3, [&](const Row& row) -> std::string {
      SubjectWord word;
      const auto subject = std::ranges::find(kSubjects, row[1]);
      if (subject == kSubjects.end()) return "no subject \"" + row.string(1) + "\"";
      word.subject = static_cast<SubjectWord::Subject>(subject - kSubjects.begin());
      if (!among(row[2], {"0", "1", "2"})) return "a weight is 0, 1, 2";
      word.weight = row[2][0] - '0';
      out_.subjects_[row.string(0)].push_back(word);
      return {};
    });
  }

  Status lasting_words() {
    const auto read = [&](const char* table, auto& into) {
      return read_table(folder_ + table, 1, 2, [&](const Row& row) -> std::string {
        into.emplace(row[0]);
        return {};
      });
    };
    if (Status s = read("lasting_nouns.tsv", out_.lasting_); !s) return s;
    return read("lasting_verbs.tsv", out_.lasting_verbs_);
  }

  std::string folder_, room_;
  const std::string& user_dir_;
  EventPhrases phrases_;
  EventLexicon& out_;
};

Result<EventLexicon> EventLexicon::open(const std::string& data_dir, const std::string& language,
                                        const std::string& user_dir) {
  EventLexicon out;
  out.french_ = language == "fr";
  Result<EventPhrases> phrases = EventPhrases::open(data_dir, language);
  if (!phrases) return phrases.error();
  Result<WordClasses> words = WordClasses::open(data_dir, language);
  if (!words) return words.error();
  out.words_ = std::move(*words);
  if (Status s = Reader(data_dir, language, user_dir, std::move(*phrases), out).run(); !s)
    return s.error();
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
