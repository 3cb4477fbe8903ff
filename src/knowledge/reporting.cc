#include "knowledge/reporting.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"

namespace selon {
namespace {

template <typename T, size_t N>
bool lookup(const std::array<std::pair<std::string_view, T>, N>& names, std::string_view name,
            T& value) {
  for (const auto& [key, v] : names)
    if (key == name) {
      value = v;
      return true;
    }
  return false;
}

constexpr std::array<std::pair<std::string_view, Stance>, 21> kStances = {
    {{"say", Stance::kSay},         {"admit", Stance::kAdmit},       {"claim", Stance::kClaim},
     {"deny", Stance::kDeny},       {"doubt", Stance::kDoubt},       {"warn", Stance::kWarn},
     {"promise", Stance::kPromise}, {"threaten", Stance::kThreaten}, {"suggest", Stance::kSuggest},
     {"wish", Stance::kWish},       {"ask", Stance::kAsk},           {"order", Stance::kOrder},
     {"accuse", Stance::kAccuse},   {"call", Stance::kCall},         {"think", Stance::kThink},
     {"feel", Stance::kFeel},       {"fear", Stance::kFear},         {"know", Stance::kKnow},
     {"hear", Stance::kHear},       {"see", Stance::kSee},           {"show", Stance::kShow}}};

constexpr std::array<std::pair<std::string_view, Certainty>, 5> kCertainties = {
    {{"asserted", Certainty::kAsserted},
     {"hedged", Certainty::kHedged},
     {"possible", Certainty::kPossible},
     {"questioned", Certainty::kQuestioned},
     {"denied", Certainty::kDenied}}};

constexpr std::array<std::pair<std::string_view, Way>, 18> kWays = {{{"that", kThat},
                                                                     {"inf", kInfinitive},
                                                                     {"direct", kDirect},
                                                                     {"if", kIf},
                                                                     {"how", kHow},
                                                                     {"de", kOfDoing},
                                                                     {"of", kOfDoing},
                                                                     {"pour", kOfDoing},
                                                                     {"for", kOfDoing},
                                                                     {"with", kOfDoing},
                                                                     {"ger", kOfDoing},
                                                                     {"as", kAs},
                                                                     {"obj", kQuotedObject},
                                                                     {"all", kWholeObject},
                                                                     {"à", kAsTo},
                                                                     {"to", kAsTo},
                                                                     {"say", kWords},
                                                                     {"nobody", kNobody}}};

constexpr std::array<std::pair<std::string_view, SourceNoun>, 5> kSourceNouns = {
    {{"unnamed", SourceNoun::kUnnamed},
     {"outlet", SourceNoun::kOutlet},
     {"body", SourceNoun::kBody},
     {"document", SourceNoun::kDocument},
     {"say", SourceNoun::kWords}}};

// Words that hold a phrase together and may vary: "mettre en garde", "make the case".
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 21> kWords = {
      "le", "la", "les", "un",   "une",  "de",  "du",  "des", "à",  "au", "aux",
      "en", "l'", "d'",  "dans", "pour", "sur", "the", "a",   "an", "to"};
  return among(word, kWords);
}

// "tirer la sonnette d'alarme" → tirer sonnette alarme; "s'en prendre" → prendre, pronominal.
void parse_phrase(std::string_view text, ReportingPhrase& phrase) {
  for (std::string_view word : split(text, ' ')) {
    for (std::string_view clitic : {"s'", "l'", "d'"})
      if (word.starts_with(clitic) && word.size() > clitic.size()) {
        if (clitic == "s'") phrase.pronominal = true;
        word.remove_prefix(clitic.size());
      }
    if (word == "se" || word == "s'") {
      phrase.pronominal = true;
    } else if (!is_function_word(word)) {
      phrase.lemmas.emplace_back(word);
    }
  }
}

template <typename T>
void longest_first(T& map, auto size) {
  for (auto& [key, entries] : map)
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const auto& a, const auto& b) { return size(a) > size(b); });
}

}  // namespace

Status ReportingLexicon::read_phrases(const std::string& path,
                                      Map<std::vector<ReportingPhrase>>& into) {
  const Status status = read_table(path, 4, 5, [&](const Row& row) -> std::string {
    ReportingPhrase entry;
    entry.phrase = row.string(0);
    parse_phrase(row[0], entry);
    if (entry.lemmas.empty()) return "no content word in '" + entry.phrase + "'";
    if (!lookup(kStances, row[1], entry.stance)) return "unknown stance '" + row.string(1) + "'";
    if (!lookup(kCertainties, row[2], entry.certainty))
      return "unknown certainty '" + row.string(2) + "'";
    for (std::string_view name : split(row[3], ',')) {
      Way way = kThat;
      if (!lookup(kWays, name, way)) return "unknown way '" + std::string(name) + "'";
      entry.ways |= way;
    }
    into[entry.lemmas.front()].push_back(std::move(entry));
    return {};
  });
  longest_first(into, [](const ReportingPhrase& p) { return 2 * p.lemmas.size() + p.pronominal; });
  return status;
}

Result<ReportingLexicon> ReportingLexicon::open(const std::string& data_dir,
                                                const std::string& language) {
  ReportingLexicon lexicon;
  const std::string folder = data_dir + "/lang/" + language + "/";
  if (Status s = read_phrases(folder + "reporting_verbs.tsv", lexicon.verbs_); !s) return s.error();
  if (Status s = read_phrases(folder + "reporting_nouns.tsv", lexicon.nouns_); !s) return s.error();
  for (const auto& [lemma, entries] : lexicon.verbs_) lexicon.verb_count_ += entries.size();

  Status s =
      read_table(folder + "reporting_prepositions.tsv", 3, 4, [&](const Row& row) -> std::string {
        ReportingPreposition entry;
        entry.has_source = false;
        for (std::string_view word : split(row[0], ' ')) {
          auto& side = entry.has_source ? entry.after : entry.before;
          if (word == "…") {
            entry.has_source = true;
          } else if (word == "au" || word == "aux" || word == "du" || word == "des") {
            // Words as the parser counts them: "aux" is "à les"
            side.emplace_back(word.starts_with('a') ? "à" : "de");
            side.emplace_back(word == "au" || word == "du" ? "le" : "les");
          } else {
            side.emplace_back(word);
          }
        }
        if (entry.before.empty()) return "no word before the source";
        if (!lookup(kCertainties, row[1], entry.certainty))
          return "unknown certainty '" + row.string(1) + "'";
        entry.actors_only = row[2] == "actor";
        entry.anything = row[2] == "any";
        entry.passes_on = row[2] == "cited";
        if (!entry.actors_only && !entry.anything && !entry.passes_on && row[2] != "speaker")
          return "unknown source '" + row.string(2) + "'";
        lexicon.prepositions_[entry.before.front()].push_back(std::move(entry));
        return {};
      });
  if (!s) return s.error();
  longest_first(lexicon.prepositions_,
                [](const ReportingPreposition& p) { return p.before.size() + p.after.size(); });

  s = read_table(folder + "source_nouns.tsv", 2, 3, [&](const Row& row) -> std::string {
    SourceNoun kind = SourceNoun::kNone;
    const bool by_hand = row[1] == "signed";
    if (!lookup(kSourceNouns, by_hand ? "document" : row[1], kind))
      return "unknown kind '" + row.string(1) + "'";
    lexicon.source_nouns_[row.string(0)] = kind;
    if (by_hand) lexicon.signed_.insert(row.string(0));
    return {};
  });
  if (!s) return s.error();
  Result<WordClasses> words = WordClasses::open(data_dir, language);
  if (!words) return words.error();
  lexicon.words_ = std::move(*words);
  return lexicon;
}

SourceNoun ReportingLexicon::source_noun(std::string_view lemma) const {
  const auto it = source_nouns_.find(lemma);
  return it == source_nouns_.end() ? SourceNoun::kNone : it->second;
}

}  // namespace selon
