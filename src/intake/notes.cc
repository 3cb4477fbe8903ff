#include "intake/notes.h"

#include <algorithm>

#include "base/utf8.h"

namespace selon {
namespace {

bool begins_note(std::string_view inside, const IntakeTables& tables) {
  // Cheap first: a text may be full of brackets.
  const std::string_view letters = inside.substr(0, 2);
  if (std::none_of(letters.begin(), letters.end(),
                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }))
    return false;
  size_t end = std::min<size_t>(inside.size(), 60);
  while (!is_boundary(inside, end)) --end;
  const std::string key = normalise(inside.substr(0, end));
  return std::any_of(tables.notes.begin(), tables.notes.end(), [&](const std::string& phrase) {
    if (!key.starts_with(phrase)) return false;
    const char next = key.size() > phrase.size() ? key[phrase.size()] : ':';
    return !(next >= 'a' && next <= 'z');
  });
}

}  // namespace

std::vector<Span> find_notes(std::string_view paragraph, uint32_t offset,
                             const IntakeTables& tables) {
  std::vector<Span> out;
  for (size_t at = 0;;) {
    at = paragraph.find_first_of("([", at);
    if (at == std::string_view::npos) return out;
    if (!begins_note(paragraph.substr(at + 1), tables)) {
      ++at;
      continue;
    }
    size_t end = at, depth = 0;
    for (; end < paragraph.size(); ++end) {
      if (paragraph[end] == '(' || paragraph[end] == '[') ++depth;
      if ((paragraph[end] == ')' || paragraph[end] == ']') && --depth == 0) break;
    }
    end = std::min(end + 1, paragraph.size());
    out.push_back({offset + static_cast<uint32_t>(at), offset + static_cast<uint32_t>(end)});
    at = end;
  }
}

}  // namespace selon
