#include "intake/outlets.h"

#include <algorithm>

#include "base/utf8.h"

namespace selon {
namespace {

// Words with inner dots, hyphens and apostrophes kept: "l'" "Est-Éclair", "lelien.example".
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    char32_t c = decode(text, at);
    if (!is_letter(c) && !is_digit(c)) continue;
    size_t end = at, letters = 1;
    while (at < text.size()) {
      const size_t before = at;
      c = decode(text, at);
      if (is_letter(c) || is_digit(c)) {
        end = at, ++letters;
      } else if ((c == '\'' || c == 0x2019) && letters <= 2) {
        end = at;  // an elided article is a word of its own
        break;
      } else if (c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != '&') {
        at = before;
        break;
      }
    }
    at = end;
    out.push_back(text.substr(begin, end - begin));
  }
  return out;
}

const Reading* outlet_reading(const Match& match) {
  for (const Reading& reading : match.readings)
    if (reading.actor && reading.actor->kind == ActorKind::kOutlet) return &reading;
  return nullptr;
}

}  // namespace

std::string OutletNames::known(std::string_view name) const {
  if (!actors_ || name.size() > 100) return "";
  for (Lang lang : {Lang::kFr, Lang::kEn})
    if (const Match match = actors_->match_name(trim(name), lang))
      if (const Reading* reading = outlet_reading(match)) return reading->actor->name;
  return "";
}

std::string OutletNames::canonical(std::string_view name) const {
  std::string found = known(name);
  return found.empty() ? std::string(trim(name)) : found;
}

bool OutletNames::other_actor(std::string_view name) const {
  if (!actors_ || name.size() > 100) return false;
  for (Lang lang : {Lang::kFr, Lang::kEn})
    if (const Match match = actors_->match_name(trim(name), lang))
      for (const Reading& reading : match.readings)
        if (reading.actor && reading.actor->kind != ActorKind::kOutlet) return true;
  return false;
}

std::vector<OutletNames::Found> OutletNames::find(std::string_view text) const {
  std::vector<Found> out;
  if (!actors_) return out;
  const std::vector<std::string_view> words = words_of(text);
  for (size_t i = 0; i < words.size();) {
    const size_t first = i++;
    // Outlets' names begin with a capital, a figure ("20 Minutes") or an elided article.
    const char c = words[first].front();
    if (c >= 'a' && c <= 'z' && words[first].find('.') == std::string_view::npos) continue;
    for (Lang lang : {Lang::kFr, Lang::kEn}) {
      const Match match = actors_->match(words, first, lang);
      if (!match) continue;
      const Reading* reading = outlet_reading(match);
      if (!reading) continue;
      const auto begin = static_cast<uint32_t>(words[first].data() - text.data());
      const std::string_view last = words[match.end - 1];
      out.push_back({{begin, static_cast<uint32_t>(last.data() - text.data() + last.size())},
                     reading->actor->name});
      i = match.end;
      break;
    }
  }
  return out;
}

std::string domain_of(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.front() == '<' || text.front() == '(')) text.remove_prefix(1);
  for (std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
  std::string host = lower(text.substr(0, text.find_first_of("/>?#:) \t\n")));
  if (host.starts_with("www.")) host.erase(0, 4);
  while (!host.empty() && host.back() == '.') host.pop_back();
  const size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0 || host.size() - dot - 1 < 2 || host.size() - dot > 8)
    return "";
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  const bool letters = std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  return plain && letters && host.find("..") == std::string::npos ? host : "";
}

}  // namespace selon
