#include "syntax/lexicon.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "syntax/features.h"

namespace selon {
namespace {

constexpr std::uint32_t bit(Upos upos) { return 1u << static_cast<unsigned>(upos); }

std::size_t skip_back(std::string_view text, std::size_t characters) {
  std::size_t at = text.size();
  while (at > 0 && characters > 0) {
    --at;
    if (is_boundary(text, at)) --characters;
  }
  return at;
}

}  // namespace

std::string apply_ending(std::string_view form, std::string_view script) {
  const std::size_t plus = script.find('+');
  if (plus == std::string_view::npos) return std::string(form);
  std::size_t drop = 0;
  std::from_chars(script.data(), script.data() + plus, drop);
  return std::string(form.substr(0, skip_back(form, drop))) + std::string(script.substr(plus + 1));
}

std::uint32_t licensed_upos(std::string_view tag) {
  std::uint32_t out = 0;
  for (const std::string_view part : split(tag.substr(0, tag.find('/')), '+')) {
    if (part == "v") return bit(Upos::kVerb) | bit(Upos::kAux);
    if (part == "nom") out |= bit(Upos::kNoun);
    if (part == "adj") out |= bit(Upos::kAdj);
    if (part == "adv") out |= bit(Upos::kAdv);
  }
  return out;
}

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto file = BinaryFile::open(path, kLexiconMagic, kLexiconVersion);
  if (!file) return file.error();
  return parse(std::move(*file));
}

Result<Lexicon> Lexicon::parse(BinaryFile file) {
  Lexicon lexicon;
  lexicon.file_ = std::move(file);
  const BinaryFile& f = *lexicon.file_;
  const auto arcs = f.array<std::uint32_t>("arcs");
  if (!arcs) return arcs.error();
  const auto root = f.array<std::uint32_t>("root", 1);
  if (!root) return root.error();
  auto tags = f.lines("tags");
  if (!tags) return tags.error();
  auto scripts = f.lines("scripts");
  if (!scripts) return scripts.error();
  auto classes = f.lines("classes");
  if (!classes) return classes.error();
  const auto values = f.array<std::uint32_t>("values");  // class, first analysis, end of analyses
  if (!values) return values.error();
  const auto analyses = f.array<std::uint16_t>("analyses");  // tag, script
  if (!analyses) return analyses.error();
  lexicon.arcs_ = *arcs;
  lexicon.root_ = (*root)[0];
  lexicon.tags_ = std::move(*tags);
  lexicon.scripts_ = std::move(*scripts);
  for (const std::string_view tag : lexicon.tags_) lexicon.tag_upos_.push_back(licensed_upos(tag));
  for (std::size_t i = 0; i + 1 < analyses->size(); i += 2) {
    lexicon.analyses_.push_back({(*analyses)[i], (*analyses)[i + 1]});
    if (lexicon.analyses_.back().tag >= lexicon.tags_.size() ||
        lexicon.analyses_.back().script >= lexicon.scripts_.size()) {
      return f.bad_section("analyses", "names a tag or a script that does not exist");
    }
  }
  for (std::size_t i = 0; i + 2 < values->size(); i += 3) {
    const std::uint32_t c = (*values)[i];
    const std::uint32_t first = (*values)[i + 1];
    const std::uint32_t end = (*values)[i + 2];
    if (c >= classes->size() || first > end || end > lexicon.analyses_.size()) {
      return f.bad_section("values", "names a class or an analysis that does not exist");
    }
    lexicon.values_.push_back({first, end, (*classes)[c]});
  }
  return lexicon;
}

std::optional<std::uint32_t> Lexicon::find(std::string_view key) const {
  std::uint32_t state = root_;
  const auto step = [&](unsigned char label) {
    for (std::uint32_t at = state; at < arcs_.size(); ++at) {
      const std::uint32_t arc = arcs_[at];
      if ((arc & 0xFF) == label) {
        state = arc >> kArcTargetShift;
        return true;
      }
      if ((arc & kArcLast) != 0) return false;
    }
    return false;
  };
  for (const char c : key) {
    if (!step(static_cast<unsigned char>(c))) return std::nullopt;
  }
  if (!step(0)) return std::nullopt;
  std::uint32_t value = 0;
  for (int i = 0; i < 3; ++i) {
    if (state >= arcs_.size()) return std::nullopt;
    value = value << 8 | (arcs_[state] & 0xFF);
    state = arcs_[state] >> kArcTargetShift;
  }
  if (value >= values_.size()) return std::nullopt;
  return value;
}

void Lexicon::lookup(std::string_view form, Entry& entry) const {
  entry.values.clear();
  entry.keys.clear();
  entry.lexicon_class = empty() ? "" : "-";
  if (empty() || form.empty()) return;
  std::string& key = entry.buffer;
  const auto add = [&](const std::string& spelling) {
    const auto value = find(spelling);
    if (!value) return;
    entry.values.push_back(*value);
    entry.keys.push_back(spelling);
  };
  normalize_form(form, key);
  add(key);
  std::string low;
  low.reserve(key.size());
  std::string title;
  bool all_upper = true;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = decode(key, at);
    if (is_letter(c) && !is_upper(c)) all_upper = false;
    append_utf8(title.empty() ? c : lower(c), title);
    append_utf8(lower(c), low);
  }
  if (low != key) add(low);
  if (all_upper && title != key && title != low) add(title);
  // "Emeutes à Lima", "Etat d'urgence": the press may leave a capital without its accent
  if (entry.values.empty() && key.starts_with('E') && low.size() > 2 && !all_upper)
    for (const char* accented : {"é", "ê"})
      if (entry.values.empty()) add(accented + low.substr(1));
  if (entry.values.empty()) return;
  entry.lexicon_class = values_[entry.values[0]].lexicon_class;
  if (entry.values.size() == 1) return;
  std::vector<std::string_view> names;
  for (const std::uint32_t v : entry.values) {
    for (std::uint32_t a = values_[v].first; a < values_[v].end; ++a) {
      names.push_back(tags_[analyses_[a].tag]);
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  key.clear();
  for (const std::string_view name : names) {
    if (!key.empty()) key += ';';
    key += name;
  }
  entry.lexicon_class = key;
}

std::vector<std::string> Lexicon::lemmas(const Entry& entry, Upos upos) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < entry.values.size(); ++i) {
    const Value& value = values_[entry.values[i]];
    for (std::uint32_t a = value.first; a < value.end; ++a) {
      if ((tag_upos_[analyses_[a].tag] & bit(upos)) == 0) continue;
      std::string lemma = apply_ending(entry.keys[i], scripts_[analyses_[a].script]);
      if (std::ranges::find(out, lemma) == out.end()) out.push_back(std::move(lemma));
    }
  }
  return out;
}

}  // namespace selon
