#include "hunspell.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/files.h"
#include "base/utf8.h"

namespace selon {
namespace {

// One place of a suffix rule's condition: any character, or one (not) of a set.
struct Place {
  std::u32string set;
  bool negated = true;  // with an empty set: any character
};

struct SuffixRule {
  std::string strip;
  std::string add;
  std::vector<Place> condition;
  std::vector<std::string> fields;
};

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  const auto space = [&](std::size_t i) {
    return line[i] == ' ' || line[i] == '\t' || line[i] == '\r';
  };
  while (at < line.size()) {
    while (at < line.size() && space(at)) ++at;
    const std::size_t begin = at;
    while (at < line.size() && !space(at)) ++at;
    if (at > begin) out.push_back(line.substr(begin, at - begin));
  }
  return out;
}

std::vector<Place> parse_condition(std::string_view text) {
  std::vector<Place> out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = decode(text, at);
    if (c == U'.') {
      out.emplace_back();
    } else if (c == U'[') {
      Place place{.set = {}, .negated = false};
      while (at < text.size() && (c = decode(text, at)) != U']') {
        if (c == U'^' && place.set.empty() && !place.negated) {
          place.negated = true;
        } else {
          place.set += c;
        }
      }
      out.push_back(std::move(place));
    } else {
      out.push_back({.set = std::u32string(1, c), .negated = false});
    }
  }
  if (out.size() == 1 && out[0].set.empty() && out[0].negated) out.clear();
  return out;
}

bool matches_end(const std::u32string& stem, const std::vector<Place>& condition) {
  if (condition.size() > stem.size()) return false;
  for (std::size_t i = 0; i < condition.size(); ++i) {
    const char32_t c = stem[stem.size() - condition.size() + i];
    const bool in_set = condition[i].set.find(c) != std::u32string::npos;
    if (in_set == condition[i].negated) return false;
  }
  return true;
}

// The tag of an entry: "nom/mas,pl". Verb groups and their valency (po:v1_it__…) all read "v".
std::string make_tag(const std::vector<std::string>& entry, const std::vector<std::string>& rule) {
  std::set<std::string> parts;
  std::vector<std::string> features;
  const auto value = [](const std::string& field) { return field.substr(field.find(':') + 1); };
  for (const std::string& field : entry) {
    if (field.starts_with("po:")) {
      const std::string part = value(field);
      const bool verb =
          part.size() > 1 && part[0] == 'v' && is_digit(static_cast<unsigned char>(part[1]));
      parts.insert(verb ? "v" : part);
    } else if (field.starts_with("is:")) {
      features.push_back(value(field));
    }
  }
  for (const std::string& field : rule) features.push_back(value(field));
  std::string tag;
  for (const std::string& part : parts) tag += (tag.empty() ? "" : "+") + part;
  tag += '/';
  for (std::size_t i = 0; i < features.size(); ++i) tag += (i == 0 ? "" : ",") + features[i];
  return tag;
}

using Rules = std::unordered_map<std::string, std::vector<SuffixRule>>;

Rules read_rules(std::string_view text) {
  Rules rules;
  for (const std::string_view line : split(text, '\n')) {
    const auto w = words_of(line);
    // "SFX flag Y count" opens a group; "SFX flag strip add condition fields…" is a rule
    if (w.size() < 5 || w[0] != "SFX") continue;
    SuffixRule rule;
    if (w[2] != "0") rule.strip = w[2];
    const std::string_view add = w[3].substr(0, w[3].find('/'));
    if (add != "0") rule.add = add;
    rule.condition = parse_condition(w[4]);
    for (std::size_t i = 5; i < w.size(); ++i) rule.fields.emplace_back(w[i]);
    rules[std::string(w[1])].push_back(std::move(rule));
  }
  return rules;
}

}  // namespace

Result<std::vector<Inflected>> expand_hunspell(const std::string& stem_path) {
  const auto affixes = read_file(stem_path + ".aff");
  if (!affixes) return affixes.error();
  const auto dictionary = read_file(stem_path + ".dic");
  if (!dictionary) return dictionary.error();
  if (affixes->find("FLAG long") == std::string::npos) {
    return Error{.code = ErrorCode::kBadFormat,
                 .message = "expected flags of two characters (FLAG long)",
                 .file = stem_path + ".aff"};
  }
  const Rules rules = read_rules(*affixes);
  std::vector<Inflected> out;
  std::size_t line_number = 0;
  for (const std::string_view line : split(*dictionary, '\n')) {
    if (++line_number == 1) continue;  // the number of entries
    const auto w = words_of(line);
    if (w.empty()) continue;
    if (find_invalid_utf8(line)) {
      return Error{.code = ErrorCode::kBadFormat,
                   .message = "not UTF-8",
                   .file = stem_path + ".dic",
                   .line = line_number};
    }
    const std::size_t slash = w[0].size() > 1 ? w[0].find('/') : std::string_view::npos;
    const std::string stem(w[0].substr(0, slash));
    const std::string_view flags = slash == std::string_view::npos ? "" : w[0].substr(slash + 1);
    std::string lemma = stem;
    std::vector<std::string> fields;
    for (std::size_t i = 1; i < w.size(); ++i) {
      if (w[i].starts_with("st:")) lemma = w[i].substr(3);
      fields.emplace_back(w[i]);
    }
    std::u32string letters;
    for (std::size_t at = 0; at < stem.size();) letters += decode(stem, at);
    bool inflected = false;
    for (std::size_t i = 0; i + 2 <= flags.size(); i += 2) {
      const auto found = rules.find(std::string(flags.substr(i, 2)));
      if (found == rules.end()) continue;
      for (const SuffixRule& rule : found->second) {
        if (!stem.ends_with(rule.strip) || !matches_end(letters, rule.condition)) continue;
        out.push_back({.form = stem.substr(0, stem.size() - rule.strip.size()) + rule.add,
                       .lemma = lemma,
                       .tag = make_tag(fields, rule.fields)});
        inflected = true;
      }
    }
    // A stem with suffix rules is itself a word only by one of them.
    if (!inflected) out.push_back({.form = stem, .lemma = lemma, .tag = make_tag(fields, {})});
  }
  return out;
}

}  // namespace selon
