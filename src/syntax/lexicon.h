// A compiled lexicon of inflected forms: what a form can be, and its lemma as each part of speech.
//
//   lexicon.lookup("chevaux", entry);
//   entry.lexicon_class == "nom/mas,pl"      lexicon.lemma(entry, Upos::kNoun) == "cheval"
//
// tools/compile_lexicon.cc builds it. The forms are the paths of a minimal acyclic automaton; after
// a form's bytes come a zero byte and three bytes with the number of its value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/morphology.h"
#include "selon/result.h"
#include "syntax/binary_file.h"

namespace selon {

// Steps of the automaton as stored: one word each, the arcs of a state next to one another.
//   bits 0–7 label, bit 8 last arc of its state, bits 9–31 first arc of the target state
inline constexpr std::uint32_t kArcLast = 1u << 8;
inline constexpr unsigned kArcTargetShift = 9;
inline constexpr std::string_view kLexiconMagic = "SELONLEX";
inline constexpr std::uint32_t kLexiconVersion = 1;

class Lexicon {
 public:
  // What lookup() finds; reused from word to word, so that nothing is allocated.
  struct Entry {
    std::string_view lexicon_class =
        "-";  // sorted analyses joined with ';', "-" for an unknown form
    std::vector<std::uint32_t>
        values;                     // of the spellings that were found: as written, lower, Title
    std::vector<std::string> keys;  // those spellings
    std::string buffer;
  };

  // An empty lexicon, of which every class is empty: for a language that has none.
  Lexicon() = default;

  // kNotFound, kNotReadable, kBadFormat.
  static Result<Lexicon> open(const std::string& path);
  static Result<Lexicon> parse(BinaryFile file);

  bool empty() const { return arcs_.empty(); }

  // Looks a form up as it is written, in lower case, and with only its first letter upper-case when
  // all are; one that begins with a bare "E" and is unknown, with the accent, too.
  // `entry.lexicon_class` is valid until the next call with the same entry.
  void lookup(std::string_view form, Entry& entry) const;

  // The lemmas that the lexicon gives the form as this part of speech, without repetition.
  std::vector<std::string> lemmas(const Entry& entry, Upos upos) const;

 private:
  struct Value {
    std::uint32_t first, end;  // range of analyses_
    std::string_view lexicon_class;
  };
  struct Analysis {
    std::uint32_t tag;     // line of tags_
    std::uint32_t script;  // line of scripts_
  };
  std::optional<std::uint32_t> find(std::string_view key) const;

  std::optional<BinaryFile> file_;
  std::span<const std::uint32_t> arcs_;
  std::uint32_t root_ = 0;
  std::vector<std::string_view> tags_;     // "nom/mas,pl"
  std::vector<std::string_view> scripts_;  // "3+al": drop three characters, add "al"
  std::vector<std::uint32_t> tag_upos_;    // bit set of the Upos that a tag licenses
  std::vector<Value> values_;
  std::vector<Analysis> analyses_;
};

// Bit set of the parts of speech (1 << Upos) that a lexicon tag such as "nom+adj/mas,pl" licenses.
std::uint32_t licensed_upos(std::string_view tag);

// "chevaux", "3+al" → "cheval". Characters, not bytes; drops at most the whole form.
std::string apply_ending(std::string_view form, std::string_view script);

}  // namespace selon
