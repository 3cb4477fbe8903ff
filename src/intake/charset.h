// Bytes of unknown charset to UTF-8 text, or the reason why they are no text.
//
//   to_utf8("d\xE9tente", "")  →  text "détente", charset "WINDOWS-1252"
#pragma once
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

inline constexpr size_t kMaxText = size_t{16} << 20;  // bytes of UTF-8 a document may hold

struct DecodedText {
  std::string text;     // valid UTF-8; the input's own bytes when it was UTF-8 already
  std::string charset;  // what it was converted from; empty for UTF-8
};

// `declared` is the charset that the input itself names, or empty. Byte-order marks count first,
// then valid UTF-8, then `declared`, then what the bytes look like. A text that is UTF-8 but for a
// few bytes is refused, not guessed at. kBadFormat (empty, binary, a PDF), kBadEncoding with the
// offset of the first bad byte, kTooLarge.
Result<DecodedText> to_utf8(std::string bytes, const std::string& declared);

}  // namespace selon
