#include "intake/epigraphs.h"

#include <algorithm>

#include "base/utf8.h"
#include "intake/press_lines.h"

namespace selon {
namespace {

bool in_brackets(std::string_view s) { return s.size() > 2 && s.front() == '(' && s.back() == ')'; }

// Cuts the dash or the brackets that mark a signature; false: there are none.
bool cut_mark(std::string_view& s) {
  if (s.starts_with("—") || s.starts_with("–"))
    s = trim(s.substr(std::string_view("—").size()));
  else if (s.starts_with("- "))
    s = trim(s.substr(2));
  else if (in_brackets(s))
    s = trim(s.substr(1, s.size() - 2));
  else
    return false;
  return true;
}

// What stands before a comma, a year at its end left out.
std::string_view without_year(std::string_view s) {
  if (const size_t comma = s.find(','); comma != std::string_view::npos)
    s = trim(s.substr(0, comma));
  const size_t space = s.find_last_of(' ');
  if (space != std::string_view::npos && s.size() - space == 5 &&
      s.substr(space + 1).find_first_not_of("0123456789") == std::string_view::npos)
    s = trim(s.substr(0, space));
  return s;
}

}  // namespace

bool opens_quote(std::string_view s) {
  return s.starts_with("«") || s.starts_with("“") || s.starts_with("\"") || s.starts_with("„");
}
bool closes_quote(std::string_view s) {
  return s.ends_with("»") || s.ends_with("”") || s.ends_with("\"");
}

size_t quote_end(std::string_view s) {
  size_t end = 0;
  for (std::string_view mark : {"»", "”", "\""})
    if (const size_t at = s.rfind(mark); at != std::string_view::npos && at > 0)
      end = std::max(end, at + mark.size());
  return opens_quote(s) && end != 0 ? end : s.size();
}

std::string read_signature(std::string_view line, bool* strong) {
  constexpr size_t kLongest = 100;
  std::string_view s = trim(line);
  *strong = s.size() > 2 && s.size() <= kLongest && s.front() == '~' && s.back() == '~';
  if (s.size() > kLongest) return "";
  if (*strong) return std::string(without_year(trim(s.substr(1, s.size() - 2))));
  if (!cut_mark(s)) return "";
  s = without_year(s);
  return looks_like_name(s, 1) ? std::string(s) : "";
}

SignedQuote read_signed_quote(std::string_view line) {
  if (!opens_quote(line)) return {};
  const size_t end = quote_end(line);
  std::string_view rest = trim(line.substr(end));
  constexpr size_t kLongest = 90;
  if (rest.empty() || rest.size() > kLongest || !cut_mark(rest)) return {};
  rest = without_year(rest);
  if (!looks_like_name(rest, 1)) return {};
  return {end, std::string(rest)};
}

}  // namespace selon
