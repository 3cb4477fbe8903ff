#include "intake/turns.h"

#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace selon {
namespace {

// The words before the paragraph's first colon, if they could name a speaker.
bool candidate(std::string_view paragraph, Label& label) {
  constexpr size_t kLongest = 60;
  std::string_view head = paragraph.substr(0, kLongest);
  const size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (head.substr(colon).starts_with("://")) return false;
  std::string_view name = head.substr(0, colon);
  for (std::string_view dash : {"–", "—", "-", "•"})
    if (name.starts_with(dash)) name.remove_prefix(dash.size()), label.dash = true;
  size_t words = 1;
  for (std::string_view mark : {"«", "“", "\"", "(", ";", "?", "!", "\n"})
    if (name.find(mark) != std::string_view::npos) return false;
  label.speaker = trim(strip_markup(trim(name)));
  if (label.speaker.empty() || !starts_upper(label.speaker)) return false;
  for (char c : label.speaker) words += c == ' ';
  if (words > 5 || is_digit(static_cast<unsigned char>(label.speaker.back()))) return false;
  size_t content = colon + 1;
  while (content < paragraph.size() && paragraph[content] == '*') ++content;
  label.label_end = static_cast<uint32_t>(content);
  const std::string_view rest = trim(paragraph.substr(content));
  if (rest.empty()) return false;
  label.content_begin = static_cast<uint32_t>(rest.data() - paragraph.data());
  return true;
}

}  // namespace

std::vector<Label> find_labels(const std::vector<std::string_view>& paragraphs,
                               const IntakeTables& tables) {
  std::vector<Label> all;
  std::unordered_map<std::string, int> count;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    Label label;
    label.paragraph = i;
    if (!candidate(paragraphs[i], label)) continue;
    const std::string key = normalise(label.speaker);
    if (key.empty() || tables.no_labels.contains(key)) continue;
    ++count[key];
    all.push_back(std::move(label));
  }
  std::vector<bool> counts(all.size(), false);
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string key = normalise(all[i].speaker);
    counts[i] = all[i].dash || count[key] >= 2 || tables.labels.contains(key);
  }
  // A speaker may have one turn only, beside another's.
  std::vector<bool> beside = counts;
  for (size_t i = 1; i < all.size(); ++i) {
    if (all[i].paragraph != all[i - 1].paragraph + 1) continue;
    if (counts[i]) beside[i - 1] = true;
    if (counts[i - 1]) beside[i] = true;
  }
  std::unordered_set<std::string> speakers;
  std::vector<Label> out;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!beside[i]) continue;
    speakers.insert(normalise(all[i].speaker));
    out.push_back(std::move(all[i]));
  }
  if (out.size() < 2 || (speakers.size() < 2 && out.size() < 3)) return {};
  return out;
}

}  // namespace selon
