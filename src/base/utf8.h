// UTF-8 as bytes: validation, boundaries, code-point offsets, and the folding that look-ups share.
//
//   fold("Évènement") == "evenement"      fold("L’Œuvre") == "l'oeuvre"
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

// Byte offset of the first byte that is not valid UTF-8 (surrogates and overlong forms count as
// invalid), or nothing.
std::optional<size_t> find_invalid_utf8(std::string_view text);

// Whether a code point begins at `at`, or the text ends there.
inline bool is_boundary(std::string_view text, size_t at) {
  return at >= text.size() ? at == text.size() : (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80;
}

// Decodes the code point at `at` and moves `at` behind it. Precondition: valid UTF-8, at < size.
char32_t decode(std::string_view text, size_t& at);
void append_utf8(char32_t c, std::string& out);

// Number of code points. Precondition: valid UTF-8.
size_t count_code_points(std::string_view text);

// Lower-cases Latin, Greek and Cyrillic letters; ’ ‘ ʼ become ', no-break spaces become spaces.
// Other characters stay.
std::string lower(std::string_view text);
// lower(), and accents and ligatures of Latin letters undone: "Œ" → "oe", "ç" → "c".
std::string fold(std::string_view text);

char32_t lower(char32_t c);
char32_t upper(char32_t c);
bool is_upper(char32_t c);
bool is_letter(char32_t c);  // Latin, Greek, Cyrillic, Hebrew, Arabic and other alphabetic scripts
bool is_digit(char32_t c);   // ASCII digits
bool is_space(char32_t c);   // white space of every width, BOM included

// Whether the first code point is an upper-case letter; a letter that is none, also of a script
// without case.
bool starts_upper(std::string_view text);
bool starts_lower(std::string_view text);

// Text with white space trimmed at both ends (every width, BOM included).
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

// Byte offset → code-point offset, for many offsets of one text in amortised constant time (one
// entry each 64 bytes).
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);  // the text must outlive the index
  size_t at(size_t byte) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> blocks_;
};

}  // namespace selon
