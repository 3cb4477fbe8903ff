// One article on its way through the engine: an immutable text and layers over it. A layer is
// written once, by one stage, and read by the stages after it.
//
//   blocks                      intake         which stretch is title, paragraph, turn …
//   sentences                   text           never across blocks
//   tokens                      text           what space and punctuation part: "du", "l'", "-t-il"
//   words                       text, syntax   what grammar counts: "du" is "de" and "le"
//   times, quantities, places   mentions
//   entities, mentions          mentions
//   quotations, attributions    claims
//   claims, predicates          claims
//
// Everything is a Span of the text or an index into a layer. Spans count bytes; they become code
// points only at the border (records.h). An index is an int32_t; kNone means "none".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/morphology.h"
#include "document/span.h"

namespace selon {

inline constexpr int32_t kNone = -1;

// ---------------------------------------------------------------- what is known about the article
// as a whole

struct Original {  // the article that this one translates or reprints; empty fields are unknown
  std::string outlet, author, published, language, title;
  bool empty() const {
    return outlet.empty() && author.empty() && published.empty() && language.empty() &&
           title.empty();
  }
};

struct Metadata {
  std::string id;    // given by the input, else the path as given
  std::string file;  // path, or "-" for standard input; with ":LINE" for a line of an NDJSON file,
                     // "@BYTE" for a record of a web archive
  std::string language;  // "fr", "en", or another ISO 639-1 code; empty while unknown
  std::string title, subtitle, outlet, author, translator, url;
  std::string published;  // EDTF: 2021-01-29 or 2020-11-06T16:00; empty when the text does not say
  std::string sha256;     // of the input's bytes, lower-case hex
  std::string charset;    // what the text was converted from ("WINDOWS-1252"); empty for UTF-8
  Original original;
  std::vector<std::string>
      cites;  // outlets that the text names as its sources, canonical names, in order of appearance
};

// ---------------------------------------------------------------- layout

enum class BlockKind : uint8_t {
  kTitle,
  kSubtitle,
  kByline,
  kDateline,
  kParagraph,
  kEpigraph,
  kTurn,
  kNote,
  kCaption,
  kBoilerplate
};
std::string_view to_string(BlockKind kind);

// A stretch of the text with one role. Blocks are in text order, do not overlap and need not cover
// the text. A translator's note inside a paragraph is a block of its own, which splits the
// paragraph in two.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
  std::string speaker;  // turn and epigraph: the label as printed ("Sayyed Nasrallah"); else empty
  bool prose() const { return kind != BlockKind::kBoilerplate && kind != BlockKind::kByline; }
  bool continues = false;  // this paragraph goes on from the block before it (split by a note, or a
                           // soft line break)
};

struct Sentence {
  Span span;
  int32_t block = kNone;
  int32_t first_token = 0, end_token = 0;  // half-open
  int32_t first_word = 0, end_word = 0;    // half-open
};

struct Token {
  Span span;
  int32_t first_word = 0, end_word = 0;  // more than one word in a multi-word token
  bool space_after = true;
};

// A Universal Dependencies word. Words of one sentence are contiguous; heads are indices into
// Document::words.
struct Word {
  Span span;         // the token's span (for each word of a multi-word token, the whole token's)
  std::string form;  // "le" for the second word of "du"; otherwise the text with ’ made '
  std::string lemma;
  Upos upos = Upos::kX;
  std::string feats;     // CoNLL-U FEATS, "_" when none
  Morph morph;           // the same, decoded
  int32_t head = kNone;  // kNone: root of its sentence
  std::string deprel;    // with subtype: "obl:agent"
  int32_t sentence = kNone;
  float confidence = 1;      // probability of the chosen arc and relation, 0 … 1
  float tag_confidence = 1;  // probability of upos
};

// ---------------------------------------------------------------- mentions

enum class Anchor : uint8_t { kNone, kPublished, kText };
enum class TimeKind : uint8_t { kDate, kTime, kDuration, kSet };
std::string_view to_string(Anchor anchor);
std::string_view to_string(TimeKind kind);

struct TimeExpression {
  Span span;          // determiner in, preposition out: "le 6 novembre"
  std::string value;  // EDTF, ISO 8601 duration, or empty when unresolved
  std::string timex;  // TIMEX3 notation
  TimeKind kind = TimeKind::kDate;
  Anchor anchor = Anchor::kNone;
  std::string rule;
};

enum class Approx : uint8_t { kExact, kMin, kMax, kAbout };
std::string_view to_string(Approx approx);

struct Quantity {
  Span span;
  double value = 0, low = 0, high = 0;
  std::string unit;  // person km km2 percent hour USD EUR item …
  std::string of;    // what is counted, as in the text
  Approx approx = Approx::kExact;
  std::string rule;
};

struct Place {
  Span span;
  std::string name;     // canonical
  std::string country;  // ISO 3166 alpha-3, or empty
  double lat = 0, lon = 0;
  std::string gazetteer_id;  // "geonames:…" or a slug of our tables
  std::string rule;
};

enum class EntityKind : uint8_t { kPerson, kOrganisation, kState, kPeople, kOutlet, kUnknown };
std::string_view to_string(EntityKind kind);

// Someone or something that acts or speaks, in this document. Several mentions share one entity.
struct Entity {
  std::string
      id;  // slug of our tables ("person/hassan-nasrallah", "state/IRN"), else local: "local/3"
  std::string
      name;  // canonical English name where the tables have one, else the fullest words of the text
  std::string code;     // ISO alpha-3 or organisation code, sectors behind it (IRNGOV); UNK
  std::string country;  // ISO alpha-3 or empty
  std::string sector;   // GOV, MIL … or empty
  EntityKind kind = EntityKind::kUnknown;
  bool is_public = true;  // false: a person with no office or public role in the text or tables
  bool plural = false;    // a group: "les deux pays" (members below), "les Russes"
  Gender gender = Gender::kNone;
  std::vector<int32_t> members;  // entities that a group stands for: "les deux pays" → Iran, Cuba
};

enum class MentionForm : uint8_t {
  kName,         // a name from the tables or a capitalised unknown one
  kDescription,  // "le haut diplomate", "le ministre iranien des Affaires étrangères"
  kAdjective,    // a demonym: "iranien" in "le ministre iranien"
  kPronoun,      // il, elle, nous, ils, le, leur, qui …
  kPossessive,   // son, sa, leur
  kMetonym       // Caracas, le Kremlin for the government
};

struct Mention {
  Span span;             // determiner in, preposition out
  int32_t head = kNone;  // the word that governs it
  int32_t first_word = 0, end_word = 0;
  int32_t entity = kNone;  // kNone: somebody, unresolved
  int32_t coref = kNone;   // the mention it stands for (pronoun, description)
  MentionForm form = MentionForm::kName;
  std::string rule;
};

// ---------------------------------------------------------------- who says it

// Words between quotation marks. Distance quotes ("rebelles modérés") have speech == false.
struct Quotation {
  Span span;  // marks included; an unclosed one ends with its block
  int32_t first_word = 0, end_word = 0;
  int32_t parent = kNone;  // the quotation that holds it
  bool speech = true;
  bool closed = true;
};

enum class Report : uint8_t { kDirect, kIndirect, kMixed };
enum class Certainty : uint8_t { kAsserted, kHedged, kPossible, kQuestioned, kDenied };
std::string_view to_string(Report report);
std::string_view to_string(Certainty certainty);

// Words first … end − 1 of Document::words.
struct WordRange {
  int32_t first = 0, end = 0;
  bool operator==(const WordRange&) const = default;
};

struct Attribution {
  Span cue;                      // "selon", "a déclaré", "«"
  int32_t cue_word = kNone;      // the word that heads the cue; kNone for a turn or an epigraph
  Span source;                   // empty span: carried on from an earlier sentence
  int32_t entity = kNone;        // who, if known
  std::string name;              // canonical name, else the words of the text
  std::string kind;              // person outlet government organisation unnamed
  Span content;                  // from the first to the last word of what is said
  std::vector<WordRange> words;  // not stored: what is said, word by word, in text order, without
                                 // cue and source; claims/voice_map.h reads it
  Report report = Report::kIndirect;
  Certainty certainty =
      Certainty::kAsserted;  // how the cue presents its content: "nie que" is denied
  int32_t parent = kNone;    // the attribution that holds this one
  std::string rule;
};

// ---------------------------------------------------------------- what is claimed

enum class Polarity : uint8_t { kPos, kNeg };
enum class ClaimTime : uint8_t { kPast, kPresent, kFuture };
std::string_view to_string(Polarity polarity);
std::string_view to_string(ClaimTime time);

struct Claim {
  std::string id;  // hash of text, trigger, event, actors, recipients
  Span quote;      // the shortest stretch that holds the whole claim
  Span trigger;
  int32_t trigger_word = kNone;
  std::string event;  // PLOVER type or ALLIED HOSTILE MEMBER
  std::string mode;
  std::vector<std::string> contexts;
  std::string cameo;
  double score = 0;
  std::vector<int32_t> actors, recipients;  // mentions
  std::vector<int32_t> voices;              // attributions, outermost first; empty: the narrator
  Polarity polarity = Polarity::kPos;
  Certainty certainty = Certainty::kAsserted;
  ClaimTime time = ClaimTime::kPast;
  bool hypothetical = false;
  std::vector<std::string>
      auxiliary_modes;  // PLOVER's, in this order: historical future
                        // hypothetical negation; claims/assembly.h has the rule
  std::vector<int32_t> when, where, quantities;
  double confidence = 1;  // how sure the parser is of what the claim rests on, 0 … 1
  std::string rule;
};

// A word that can say that something happens, claim or not, and how firmly it does.
struct Predicate {
  int32_t word = kNone;
  Mood mood = Mood::kNone;  // of its finite form; kNone without one
  Polarity polarity = Polarity::kPos;
  Certainty certainty = Certainty::kAsserted;
  ClaimTime time = ClaimTime::kPast;
  bool hypothetical = false;
  std::vector<int32_t> governors;  // words that made it so, nearest first: "veut" over "partir"
  std::vector<int32_t> voices;     // as a claim's
};

// ---------------------------------------------------------------- the whole

struct Document {
  std::string text;  // UTF-8, never changed after intake
  Metadata meta;

  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Word> words;

  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  std::vector<Place> places;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;

  std::vector<Quotation> quotations;
  std::vector<Attribution> attributions;
  std::vector<Claim> claims;
  std::vector<Predicate> predicates;  // only on request

  std::string_view str(Span s) const { return std::string_view(text).substr(s.begin, s.size()); }
  bool french() const { return meta.language != "en"; }
};

// Whom the mentions name, in their order; a group whose members are known is each of them.
struct Participant {
  int32_t mention = kNone;
  int32_t entity = kNone;  // kNone: somebody, unresolved
};
std::vector<Participant> participants(const Document& document,
                                      const std::vector<int32_t>& mentions);

// The entity's code without the sector behind it: "FRA" of "FRAGOV".
std::string code_without_sector(const Entity& entity);

// First violated invariant of the layers, in words, or empty. Debug builds assert that it is empty
// after each stage.
std::string check_invariants(const Document& document);

}  // namespace selon
