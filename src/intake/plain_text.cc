#include "intake/plain_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace selon {
namespace {

struct Line {
  Span span;  // trimmed
  bool blank_before = false;
  size_t width = 0;  // code points
};

Span trimmed(std::string_view text, size_t begin, size_t end) {
  const std::string_view inner = trim(text.substr(begin, end - begin));
  if (inner.empty()) return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin)};
  const auto from = static_cast<uint32_t>(inner.data() - text.data());
  return {from, from + static_cast<uint32_t>(inner.size())};
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  bool blank = true;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of("\n\r", at), text.size());
    const Span span = trimmed(text, at, end);
    if (span.empty()) {
      blank = true;
    } else {
      out.push_back({span, blank, count_code_points(text.substr(span.begin, span.size()))});
      blank = false;
    }
    at = end + 1;
    if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') ++at;
  }
  return out;
}

// The column at which a hard-wrapped text breaks its lines; 0 for a text with a line a paragraph.
size_t wrap_width(const std::vector<Line>& lines) {
  constexpr size_t kWidest = 100, kNarrowest = 50;
  size_t wide = 0, full = 0, width = 0;
  for (const Line& line : lines) {
    wide += line.width > kWidest;
    full += line.width >= kNarrowest && line.width <= kWidest;
    if (line.width <= kWidest) width = std::max(width, line.width);
  }
  return full >= 3 && wide * 20 <= lines.size() && full * 3 >= lines.size() ? width : 0;
}

bool wrapped(std::string_view text, const Line& line, const Line& next, size_t width) {
  const std::string_view a = text.substr(line.span.begin, line.span.size());
  const std::string_view b = text.substr(next.span.begin, next.span.size());
  if (b.front() == '-' || b.front() == '~' || a.back() == '~' || b.starts_with("–") ||
      b.starts_with("—") || b.starts_with("•"))
    return false;
  if (a.back() == ',') return true;
  if (starts_lower(b) && !ends_sentence(a) && line.width >= 40) return true;
  if (width == 0) return false;
  // The next line's first word had no room in this line.
  const size_t word = count_code_points(b.substr(0, b.find(' ')));
  return line.width + 1 + word > width && (!ends_sentence(a) || line.width + 12 > width);
}

}  // namespace

bool ends_sentence(std::string_view text) {
  text = trim(text);
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (std::string_view mark : {"»", "”", "\"", "'", "’", ")", "]", " ", "\u00A0", "\u202F"})
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), again = true;
  }
  return text.ends_with(".") || text.ends_with("!") || text.ends_with("?") || text.ends_with("…");
}

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const size_t width = wrap_width(lines);
  std::vector<Paragraph> out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && !lines[i].blank_before && wrapped(text, lines[i - 1], lines[i], width))
      out.back().span.end = lines[i].span.end;
    else
      out.push_back({lines[i].span, lines[i].blank_before});
  }
  return out;
}

}  // namespace selon
