#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <cassert>

namespace selon {
namespace {

// Lower case and fold of the Basic Multilingual Plane's first 0x600 characters, filled once from
// ICU: almost every letter that press text holds, without a call each.
struct LatinTable {
  std::array<char16_t, 0x600> lower;
  std::array<std::array<char, 4>, 0x250>
      fold;  // UTF-8, NUL-terminated; empty: the lower-cased character itself
  std::array<bool, 0x600> upper, letter;

  LatinTable() {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    for (UChar32 c = 0; c < 0x600; ++c) {
      lower[c] = static_cast<char16_t>(u_tolower(c));
      upper[c] = u_isupper(c);
      letter[c] = u_isalpha(c);
    }
    for (UChar32 c = 0; c < 0x250; ++c) {
      fold[c] = {};
      UChar buffer[8];
      const UChar32 low = lower[c];
      const int32_t n = unorm2_getDecomposition(nfd, low, buffer, 8, &status);
      if (n > 0 && buffer[0] < 0x80) fold[c] = {static_cast<char>(buffer[0])};
    }
    for (char32_t c : {0x152, 0x153}) fold[c] = {'o', 'e'};
    for (char32_t c : {0xC6, 0xE6}) fold[c] = {'a', 'e'};
    for (char32_t c : {0xD8, 0xF8}) fold[c] = {'o'};
    for (char32_t c : {0x141, 0x142}) fold[c] = {'l'};
    for (char32_t c : {0x110, 0x111, 0xD0, 0xF0}) fold[c] = {'d'};
    fold[0xDF] = {'s', 's'};
    fold[0x131] = {'i'};
    fold[0x130] = {'i'};
  }
};

const LatinTable& table() {
  static const LatinTable t;
  return t;
}

char32_t plain(char32_t c) {
  switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
      return '\'';
    case 0xA0:
    case 0x202F:
    case 0x2009:
    case 0x2007:
      return ' ';
    default:
      return c;
  }
}

}  // namespace

std::optional<size_t> find_invalid_utf8(std::string_view s) {
  size_t i = 0;
  const auto byte = [&](size_t k) { return static_cast<uint8_t>(s[k]); };
  while (i < s.size()) {
    const uint8_t b = byte(i);
    if (b < 0x80) {
      ++i;
      continue;
    }
    size_t length = b >= 0xC2 && b <= 0xDF   ? 2
                    : (b & 0xF0) == 0xE0     ? 3
                    : b >= 0xF0 && b <= 0xF4 ? 4
                                             : 0;
    if (length == 0 || i + length > s.size()) return i;
    for (size_t k = 1; k < length; ++k)
      if ((byte(i + k) & 0xC0) != 0x80) return i;
    const uint8_t second = byte(i + 1);
    if ((b == 0xE0 && second < 0xA0) || (b == 0xED && second > 0x9F) ||
        (b == 0xF0 && second < 0x90) || (b == 0xF4 && second > 0x8F))
      return i;
    i += length;
  }
  return std::nullopt;
}

char32_t decode(std::string_view s, size_t& at) {
  assert(at < s.size());
  const auto byte = [&](size_t k) {
    return k < s.size() ? static_cast<uint8_t>(s[k]) : uint8_t{0x80};
  };
  const uint8_t b = byte(at);
  if (b < 0x80) return ++at, b;
  if (b < 0xE0) {
    const char32_t c = (b & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu);
    at += 2;
    return c;
  }
  if (b < 0xF0) {
    const char32_t c = (b & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
    at += 3;
    return c;
  }
  const char32_t c = (b & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 |
                     (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu);
  at += 4;
  return c;
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

size_t count_code_points(std::string_view text) {
  size_t n = 0;
  for (char c : text) n += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return n;
}

char32_t lower(char32_t c) {
  return c < 0x600 ? table().lower[c] : static_cast<char32_t>(u_tolower(c));
}
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }
bool is_upper(char32_t c) { return c < 0x600 ? table().upper[c] : u_isupper(c); }
bool is_letter(char32_t c) { return c < 0x600 ? table().letter[c] : u_isalpha(c); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0xFEFF || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool starts_upper(std::string_view text) {
  size_t at = 0;
  return !text.empty() && is_upper(decode(text, at));
}

bool starts_lower(std::string_view text) {
  if (text.empty()) return false;
  size_t at = 0;
  const char32_t c = decode(text, at);
  return is_letter(c) && lower(c) == c && !is_upper(c);
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) append_utf8(lower(plain(decode(text, at))), out);
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t c = plain(decode(text, at));
    if (c >= 0x300 && c < 0x370) continue;  // combining accents
    if (c < 0x250 && table().fold[c][0])
      out += table().fold[c].data();
    else
      append_utf8(lower(c), out);
  }
  return out;
}

std::string_view trim(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t next = begin;
    if (!is_space(decode(text, next))) break;
    begin = next;
  }
  size_t end = text.size();
  while (end > begin) {
    size_t start = end - 1;
    while (start > begin && !is_boundary(text, start)) --start;
    size_t at = start;
    if (!is_space(decode(text, at))) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const size_t at = text.find(separator);
    out.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / 64 + 1);
  uint32_t n = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) blocks_.push_back(n);
    n += (static_cast<uint8_t>(text[i]) & 0xC0) != 0x80;
  }
  if (text.size() % 64 == 0) blocks_.push_back(n);
}

size_t CodePointIndex::at(size_t byte) const {
  assert(byte <= text_.size());
  const size_t block = byte / 64;
  return blocks_[block] + count_code_points(text_.substr(block * 64, byte - block * 64));
}

}  // namespace selon
