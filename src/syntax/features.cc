#include "syntax/features.h"

#include "base/utf8.h"

namespace selon {
namespace {

constexpr std::size_t kShapeLength = 6;  // characters kept of a shape
constexpr std::size_t kShapeRun = 2;     // equal characters in a row that a shape keeps

// Byte offset of the start of the last `count` characters of `text`.
std::size_t suffix_start(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return at;
}

// Byte length of the first `count` characters of `text`.
std::size_t prefix_length(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count-- == 0) break;
    ++at;
  }
  return at;
}

void append_shape(std::string_view normal, std::string& out) {
  char32_t last = 0;
  std::size_t run = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < normal.size() && length < kShapeLength;) {
    char32_t c = decode(normal, at);
    if (is_digit(c)) {
      c = U'0';
    } else if (is_letter(c)) {
      c = is_upper(c) ? U'A' : U'a';
    }
    run = c == last ? run + 1 : 1;
    last = c;
    if (run > kShapeRun) continue;
    append_utf8(c, out);
    ++length;
  }
}

}  // namespace

void normalize_form(std::string_view form, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < form.size();) {
    if (static_cast<unsigned char>(form[at]) < 0x80) {
      out.push_back(form[at++]);
      continue;
    }
    const char32_t c = decode(form, at);
    switch (c) {
      case 0x2019:
      case 0x2018:
      case 0x02BC:
      case 0x00B4:
        out.push_back('\'');
        break;
      case 0x201C:
      case 0x201E:
        out.append("«");
        break;
      case 0x201D:
        out.append("»");
        break;
      case 0x0153:
        out.append("oe");
        break;
      case 0x0152:
        out.append("Oe");
        break;
      case 0x2026:
        out.append("...");
        break;
      case 0x00A0:
      case 0x202F:
      case 0x2009:
        out.push_back(' ');
        break;
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:  // the French treebanks write every dash so; unmapped, the tagger took – for a
                    // verb
      case 0x2014:
      case 0x2015:
        out.push_back('-');
        break;
      default:
        append_utf8(c, out);
    }
  }
}

std::string normalize_form(std::string_view form) {
  std::string out;
  normalize_form(form, out);
  return out;
}

void WordFeatures::compute(std::string_view form, std::string_view lexicon_class) {
  normalize_form(form, normal_);
  lower_.clear();
  for (std::size_t at = 0; at < normal_.size();) {
    append_utf8(lower(decode(normal_, at)), lower_);
  }
  shape_.clear();
  append_shape(normal_, shape_);
  const std::string_view lower = lower_;
  values_ = {lower,
             lower.substr(suffix_start(lower, 1)),
             lower.substr(suffix_start(lower, 2)),
             lower.substr(suffix_start(lower, 3)),
             lower.substr(suffix_start(lower, 4)),
             lower.substr(0, prefix_length(lower, 2)),
             lower.substr(0, prefix_length(lower, 3)),
             shape_,
             lexicon_class};
}

}  // namespace selon
