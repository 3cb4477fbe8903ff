// The words with which a text hands over to somebody else: verbs, nouns and prepositions of saying,
// thinking and knowing, and the common nouns that can speak.
//
//   reporting_verbs.tsv:         mettre en garde  warn  asserted  that,direct
//   reporting_nouns.tsv:         accusation       accuse  hedged  that,de
//   reporting_prepositions.tsv:  de l' avis de …  asserted  speaker
//   source_nouns.tsv:            responsable      unnamed
//
// One ReportingLexicon a language; read-only after open(), any number of threads.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/word_classes.h"
#include "selon/result.h"

namespace selon {

enum class Stance : uint8_t {
  kSay,
  kAdmit,
  kClaim,
  kDeny,
  kDoubt,
  kWarn,
  kPromise,
  kThreaten,
  kSuggest,
  kWish,
  kAsk,
  kOrder,
  kAccuse,
  kCall,
  kThink,
  kFeel,
  kFear,
  kKnow,
  kHear,
  kSee,
  kShow
};

// How the content follows its cue; a set of these in one number.
enum Way : uint16_t {
  kThat = 1,            // que, that + clause
  kInfinitive = 2,      // "affirme avoir vu", "claims to have seen"
  kDirect = 4,          // words in quotation marks, a colon, an incise
  kIf = 8,              // si, if, whether + clause
  kHow = 16,            // comment, why, ce que, la façon dont
  kOfDoing = 32,        // "accuser X d'avoir menti", "accuse X of lying", "denies having lied"
  kAs = 64,             // "qualifier X de Y", "call X Y"
  kQuotedObject = 128,  // only the object's words in quotation marks: évoquer un « incident »
  kWholeObject = 256,   // the whole object: revendiquer un attentat
  kAsTo = 1024,         // with kAs: "comparer X à Y", "compare X to Y"
  kWords = 512,         // a noun that introduces words after a colon: "un message : …"
  kNobody = 2048        // a noun that needs no owner: "la rumeur que" is nobody's
};

struct ReportingPhrase {            // a verb or noun, with its fixed words
  std::string phrase;               // as in the table
  std::vector<std::string> lemmas;  // content lemmas in text order; the first heads the phrase
  bool pronominal = false;          // "se demander"
  Stance stance = Stance::kSay;
  Certainty certainty = Certainty::kAsserted;
  uint16_t ways = 0;
};

struct ReportingPreposition {
  std::vector<std::string> before, after;  // forms around the source: "in … 's view"
  bool has_source = true;                  // false: "de bonne source" is cue and source in one
  bool actors_only = false;                // only a person, state, body or outlet
  bool anything = false;                   // "de source policière": an adjective will do
  bool passes_on = false;                  // "selon X, citant Y": what X says is Y's
  Certainty certainty = Certainty::kAsserted;
};

enum class SourceNoun : uint8_t {
  kNone,      // cannot speak: "la saison"
  kUnnamed,   // "un responsable"
  kOutlet,    // "le quotidien"
  kBody,      // "la préfecture"
  kDocument,  // "un communiqué": its owner is the voice, if it has one
  kWords      // "des informations": its owner is the voice, else nobody
};

class ReportingLexicon {
 public:
  // Reads data_dir/lang/<language>/{reporting_verbs,reporting_nouns,reporting_prepositions,
  // source_nouns}.tsv. kNotFound, kBadFormat with every bad line.
  static Result<ReportingLexicon> open(const std::string& data_dir, const std::string& language);

  // Entries by first lemma, those with more fixed words first.
  const std::vector<ReportingPhrase>& verbs(std::string_view lemma) const {
    return find(verbs_, lemma);
  }
  const std::vector<ReportingPhrase>& nouns(std::string_view lemma) const {
    return find(nouns_, lemma);
  }
  // By first form, in lower case; the longest first.
  const std::vector<ReportingPreposition>& prepositions(std::string_view form) const {
    return find(prepositions_, form);
  }
  SourceNoun source_noun(std::string_view lemma) const;
  // Whether somebody signs such a document: "l'article" is whoever its author is.
  bool signed_document(std::string_view lemma) const { return signed_.contains(lemma); }
  // The words that rules of grammar ask about.
  const WordClasses& words() const { return words_; }

  size_t verb_count() const { return verb_count_; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  template <typename T>
  static const std::vector<T>& find(const Map<std::vector<T>>& map, std::string_view key) {
    static const std::vector<T> kNothing;
    const auto it = map.find(key);
    return it == map.end() ? kNothing : it->second;
  }
  static Status read_phrases(const std::string& path, Map<std::vector<ReportingPhrase>>& into);

  Map<std::vector<ReportingPhrase>> verbs_, nouns_;
  Map<std::vector<ReportingPreposition>> prepositions_;
  Map<SourceNoun> source_nouns_;
  std::unordered_set<std::string, Hash, std::equal_to<>> signed_;
  WordClasses words_;
  size_t verb_count_ = 0;
};

}  // namespace selon
