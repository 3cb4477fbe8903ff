#include "intake/charset.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <vector>

#include "base/among.h"
#include "base/utf8.h"

namespace selon {
namespace {

Error refuse(ErrorCode code, std::string message, size_t offset) {
  return Error{code, std::move(message), {}, offset};
}

std::string hex(char byte) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "0x%02X", static_cast<unsigned char>(byte));
  return buffer;
}

bool control(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) || b == 0x7F;
}

// Files that people take for texts, by how they begin.
std::optional<Error> other_format(std::string_view bytes) {
  struct Format {
    std::string_view begins, name;
  };
  constexpr std::array<Format, 5> kFormats = {
      {{"%PDF-", "a PDF"},
       {"PK\x03\x04", "a packed document (as of Word or LibreOffice) or another zip file"},
       {"\xD0\xCF\x11\xE0", "a document of an old Word"},
       {"{\\rtf", "an RTF document"},
       {"\x1F\x8B", "packed with gzip"}}};
  for (const Format& format : kFormats)
    if (bytes.starts_with(format.begins))
      return refuse(ErrorCode::kBadFormat,
                    "is " + std::string(format.name) + ", which is not read; save its text as .txt",
                    0);
  return std::nullopt;
}

// A NUL, or control characters in more than one byte of a hundred: no text.
std::optional<Error> binary(std::string_view bytes) {
  const size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos)
    return refuse(ErrorCode::kBadFormat, "is a binary file, no text: holds a NUL byte", nul);
  const auto controls = static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), control));
  if (controls * 100 <= bytes.size()) return std::nullopt;
  const auto first = std::find_if(bytes.begin(), bytes.end(), control);
  return refuse(ErrorCode::kBadFormat, "is a binary file, no text: full of control characters",
                static_cast<size_t>(first - bytes.begin()));
}

// Empty when ICU does not know the charset or a byte has no meaning in it.
std::string convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset.c_str(), &status),
                                                                ucnv_close);
  if (U_FAILURE(status)) return "";
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::vector<UChar> wide(bytes.size() + 16);
  const int32_t n = ucnv_toUChars(from.get(), wide.data(), static_cast<int32_t>(wide.size()),
                                  bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return "";
  std::string out(static_cast<size_t>(n) * 3 + 1, '\0');
  int32_t length = 0;
  u_strToUTF8(out.data(), static_cast<int32_t>(out.size()), &length, wide.data(), n, &status);
  if (U_FAILURE(status)) return "";
  out.resize(static_cast<size_t>(length));
  return out;
}

std::string guess(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
      uchardet_new(), uchardet_delete);
  constexpr size_t kSample = 200000;
  if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSample)) != 0)
    return "";
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// How much of the bytes above 0x7F is UTF-8.
struct HighBytes {
  size_t sequences = 0, bad = 0, first_bad = std::string_view::npos;
};

HighBytes high_bytes(std::string_view bytes) {
  HighBytes out;
  for (size_t i = 0; i < bytes.size();) {
    const auto b = static_cast<unsigned char>(bytes[i]);
    if (b < 0x80) {
      ++i;
      continue;
    }
    const size_t length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    if (!find_invalid_utf8(bytes.substr(i, length)) && i + length <= bytes.size()) {
      ++out.sequences;
      i += length;
    } else {
      if (out.bad++ == 0) out.first_bad = i;
      ++i;
    }
  }
  return out;
}

// Whether a text read as Windows-1252 looks like writing: its letters beyond ASCII stand in words,
// and the rest are marks that press texts use.
bool western(std::string_view text) {
  char32_t before = ' ';
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (c >= 0x80 && is_letter(c)) {
      if (c == 0xFF || c == 0xFE || c == 0xF0 || c == 0xD0 || c == 0xDE || c == 0xAA || c == 0x192)
        return false;
      size_t next = at;
      const char32_t after = next < text.size() ? decode(text, next) : ' ';
      const bool alone =
          c == 0xE0 || c == 0xC0 || c == 0xD4 || c == 0xF3 || c == 0xE9;  // à À Ô ó é
      if (!alone && !is_letter(before) && !is_letter(after)) return false;
    } else if (c >= 0x80) {
      constexpr std::u32string_view kMarks =
          U"\u00A0«»“”‘’„‚‹›–—…€£¥§©®°·•¡¿±²³½¼¾×÷µ¶†‡™ª\u00AD‰ˆ˜¹´";
      if (kMarks.find(c) == std::u32string_view::npos) return false;
    }
    before = c;
  }
  return true;
}

// Whether the guess is a charset of Latin letters, which no guesser tells from one another in a few
// words, or none.
bool latin(std::string_view charset) {
  return among(charset, {"ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "ISO-8859-3", "ISO-8859-9",
                         "WINDOWS-1250", "WINDOWS-1257", "WINDOWS-1258", "ISO-8859-2", "ISO-8859-4",
                         "ISO-8859-10", "ISO-8859-13", "ISO-8859-16", "MAC-CENTRALEUROPE", ""});
}

Result<DecodedText> bounded(std::string text, std::string charset) {
  if (text.size() > kMaxText)
    return Error{ErrorCode::kTooLarge, "the text is larger than the limit of 16 MiB (" +
                                           std::to_string(kMaxText) + " bytes of UTF-8)"};
  if (trim(text).empty()) return Error{ErrorCode::kBadFormat, "holds no text"};
  return DecodedText{std::move(text), std::move(charset)};
}

Result<DecodedText> as(std::string_view bytes, const std::string& charset) {
  std::string text = convert(bytes, charset);
  if (text.empty()) return refuse(ErrorCode::kBadEncoding, "is not valid " + charset, 0);
  if (auto error = binary(text)) return *error;
  return bounded(std::move(text), charset);
}

}  // namespace

Result<DecodedText> to_utf8(std::string bytes, const std::string& declared) {
  if (bytes.empty()) return Error{ErrorCode::kBadFormat, "is empty"};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return as(bytes, "UTF-16");
  const std::optional<size_t> invalid = find_invalid_utf8(bytes);
  if (auto error = other_format(bytes)) return *error;
  if (auto error = binary(bytes)) return *error;
  if (!invalid) return bounded(std::move(bytes), "");

  const HighBytes high = high_bytes(bytes);
  const Error bad = refuse(ErrorCode::kBadEncoding,
                           "byte " + hex(bytes[*invalid]) +
                               " is not UTF-8, and the text is in no other charset that fits",
                           *invalid);
  if (high.sequences > high.bad) return bad;  // UTF-8, damaged
  if (!declared.empty() && lower(declared) != "utf-8" && lower(declared) != "utf8") {
    const std::string name = lower(declared);
    // As browsers do: what is declared as Latin-1 is read as its superset.
    const bool latin1 = name == "iso-8859-1" || name == "latin1" || name == "us-ascii";
    std::string text = convert(bytes, latin1 ? "WINDOWS-1252" : declared);
    if (!text.empty()) return bounded(std::move(text), latin1 ? "WINDOWS-1252" : declared);
  }
  const std::string charset = guess(bytes);
  if (std::string text = convert(bytes, "WINDOWS-1252"); !text.empty() && western(text))
    if (latin(charset) || high.bad * 5 < bytes.size())
      return bounded(std::move(text), "WINDOWS-1252");
  // Other charsets need more evidence: they give nearly every byte a meaning.
  constexpr size_t kEnough = 20;
  if (high.bad + high.sequences < kEnough || latin(charset) || charset.starts_with("UTF-8"))
    return bad;
  std::string text = convert(bytes, charset);
  if (text.empty()) return bad;
  return bounded(std::move(text), charset);
}

}  // namespace selon
