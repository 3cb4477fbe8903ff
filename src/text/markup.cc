#include "text/markup.h"

#include <algorithm>
#include <cctype>

namespace selon {
namespace {

constexpr size_t kLongestLabel = 400, kLongestTarget = 2000;  // bytes; bounds the look ahead

bool is_target_start(std::string_view target) {
  for (std::string_view start : {"#", "/", "http://", "https://", "mailto:", "www."})
    if (target.starts_with(start)) return true;
  return false;
}

// A link whose "[" stands at `at`: sets where its label and the whole end. Labels hold no bracket,
// targets no white space, so that every byte is looked at a bounded number of times.
bool read_link(std::string_view text, size_t at, size_t& label_end, size_t& end) {
  const std::string_view label = text.substr(at + 1, kLongestLabel);
  const size_t stop = label.find_first_of("[]\n");
  if (stop == std::string_view::npos || stop == 0 || label[stop] != ']') return false;
  label_end = at + 1 + stop;
  if (label_end + 1 >= text.size() || text[label_end + 1] != '(') return false;
  const std::string_view target = text.substr(label_end + 2, kLongestTarget);
  if (!is_target_start(target)) return false;
  const size_t close = target.find_first_of(") \t\r\n[");
  if (close == std::string_view::npos || target[close] != ')') return false;
  end = label_end + 2 + close + 1;
  return true;
}

bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

// Asterisks that open or close "*emphasis*" touch a word on one side only.
void find_emphasis(std::string_view text, std::vector<Span>& out) {
  size_t open = std::string_view::npos, open_size = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') open = std::string_view::npos;
    if (text[i] != '*') continue;
    size_t n = 1;
    while (i + n < text.size() && text[i + n] == '*') ++n;
    const bool before = i > 0 && !blank(text[i - 1]);
    const bool after = i + n < text.size() && !blank(text[i + n]);
    if (open != std::string_view::npos && before && n == open_size) {
      out.push_back({static_cast<uint32_t>(open), static_cast<uint32_t>(open + n)});
      out.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(i + n)});
      open = std::string_view::npos;
    } else if (after && n <= 3 && !(before && word_byte(text[i - 1]))) {
      open = i;
      open_size = n;
    }
    i += n - 1;
  }
}

}  // namespace

std::vector<Span> find_markup(std::string_view text) {
  std::vector<Span> out;
  for (size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    size_t label_end = 0, end = 0;
    if (!read_link(text, at, label_end, end)) continue;
    const bool image = at > 0 && text[at - 1] == '!';
    out.push_back({static_cast<uint32_t>(at - image), static_cast<uint32_t>(at + 1)});
    out.push_back({static_cast<uint32_t>(label_end), static_cast<uint32_t>(end)});
    at = end - 1;
  }
  if (out.empty()) return out;
  const size_t links = out.size();
  find_emphasis(text, out);
  std::inplace_merge(out.begin(), out.begin() + links, out.end());
  // An asterisk inside a link's target belongs to the link.
  std::vector<Span> apart;
  for (const Span s : out)
    if (apart.empty() || apart.back().end <= s.begin) apart.push_back(s);
  return apart;
}

}  // namespace selon
