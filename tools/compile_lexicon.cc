// Compiles a hunspell dictionary with grammar fields into the lexicon that src/syntax/lexicon.h
// reads.
//
//   compile_lexicon /usr/share/hunspell/fr build/share/selon/lexicon.fr.bin
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "base/utf8.h"
#include "hunspell.h"
#include "syntax/features.h"
#include "syntax/lexicon.h"

namespace selon {
namespace {

// Minimal acyclic automaton from strings in byte order (Daciuk et al. 2000): the last path stays
// open, and a state that no later string can reach is replaced by an equal one seen before.
class AutomatonBuilder {
 public:
  AutomatonBuilder() : open_(1) {}

  // Precondition: strings come in ascending order, without repetition.
  void add(const std::string& s) {
    std::size_t common = 0;
    while (common < last_.size() && common < s.size() && last_[common] == s[common]) ++common;
    close(common);
    for (std::size_t i = common; i < s.size(); ++i) {
      open_[i].push_back({static_cast<unsigned char>(s[i]), 0});
      open_.emplace_back();
    }
    last_ = s;
  }

  // The arcs as stored, and the root's place among them.
  std::vector<std::uint32_t> finish(std::uint32_t& root) {
    close(0);
    root = place(open_[0]);
    return std::move(arcs_);
  }

 private:
  struct Arc {
    unsigned char label;
    std::uint32_t target;
  };
  using State = std::vector<Arc>;

  void close(std::size_t depth) {
    while (open_.size() > depth + 1) {
      const std::uint32_t at = place(open_.back());
      open_.pop_back();
      open_.back().back().target = at;
    }
  }

  std::uint32_t place(const State& state) {
    if (state.empty()) return 0;  // the end of a value: never followed
    std::string key;
    for (const Arc& arc : state) {
      key.push_back(static_cast<char>(arc.label));
      key.append(reinterpret_cast<const char*>(&arc.target), sizeof(arc.target));
    }
    const auto [found, fresh] =
        register_.try_emplace(key, static_cast<std::uint32_t>(arcs_.size()));
    if (fresh) {
      for (const Arc& arc : state) arcs_.push_back(arc.label | arc.target << kArcTargetShift);
      arcs_.back() |= kArcLast;
    }
    return found->second;
  }

  std::vector<State> open_;  // the states along the last string
  std::string last_;
  std::unordered_map<std::string, std::uint32_t> register_;
  std::vector<std::uint32_t> arcs_;
};

std::size_t common_characters(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  while (!is_boundary(a, n) || !is_boundary(b, n)) --n;
  return n;
}

std::string ending_script(std::string_view form, std::string_view lemma) {
  const std::size_t n = common_characters(form, lemma);
  return std::to_string(count_code_points(form.substr(n))) + "+" + std::string(lemma.substr(n));
}

template <typename T>
std::string bytes_of(const std::vector<T>& v) {
  return {reinterpret_cast<const char*>(v.data()), v.size() * sizeof(T)};
}

// Numbers strings in the order of their first use.
class Names {
 public:
  std::uint32_t operator[](const std::string& name) {
    const auto [found, fresh] = ids_.try_emplace(name, static_cast<std::uint32_t>(ids_.size()));
    if (fresh) lines_ += name + '\n';
    return found->second;
  }
  std::size_t size() const { return ids_.size(); }
  const std::string& lines() const { return lines_; }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::string lines_;
};

int compile(const std::string& dictionary, const std::string& path) {
  const auto inflected = expand_hunspell(dictionary);
  if (!inflected) {
    std::fprintf(stderr, "%s\n", inflected.error().to_string().c_str());
    return 1;
  }
  std::map<std::string, std::set<std::pair<std::string, std::string>>> forms;  // → tag, script
  for (const Inflected& i : *inflected) {
    const std::string key = normalize_form(i.form);
    if (key.find('\0') != std::string::npos) continue;
    forms[key].insert({i.tag, ending_script(key, normalize_form(i.lemma))});
  }
  Names tags, scripts, classes, value_ids;
  std::vector<std::uint32_t> values;
  std::vector<std::uint16_t> analyses;
  AutomatonBuilder automaton;
  for (const auto& [form, set] : forms) {
    std::string signature;
    std::string lexicon_class;
    for (const auto& [tag, script] : set) {
      signature += tag + '\t' + script + '\t';
      if (lexicon_class != tag && !lexicon_class.ends_with(';' + tag)) {
        lexicon_class += (lexicon_class.empty() ? "" : ";") + tag;
      }
    }
    const std::size_t known = value_ids.size();
    const std::uint32_t value = value_ids[signature];
    if (value == known) {
      values.push_back(classes[lexicon_class]);
      values.push_back(static_cast<std::uint32_t>(analyses.size() / 2));
      for (const auto& [tag, script] : set) {
        analyses.push_back(static_cast<std::uint16_t>(tags[tag]));
        analyses.push_back(static_cast<std::uint16_t>(scripts[script]));
      }
      values.push_back(static_cast<std::uint32_t>(analyses.size() / 2));
    }
    std::string path_bytes = form;
    path_bytes += '\0';
    for (const int shift : {16, 8, 0}) path_bytes += static_cast<char>(value >> shift & 0xFF);
    automaton.add(path_bytes);
  }
  std::vector<std::uint32_t> root(1);
  const auto arcs = automaton.finish(root[0]);
  if (arcs.size() >= std::size_t{1} << 23 || tags.size() >= 65536 || scripts.size() >= 65536 ||
      value_ids.size() >= std::size_t{1} << 24) {
    std::fprintf(stderr, "%s: too large for the lexicon's format\n", dictionary.c_str());
    return 1;
  }
  const std::string file = build_binary_file(kLexiconMagic, kLexiconVersion,
                                             {{"arcs", bytes_of(arcs)},
                                              {"root", bytes_of(root)},
                                              {"tags", tags.lines()},
                                              {"scripts", scripts.lines()},
                                              {"classes", classes.lines()},
                                              {"values", bytes_of(values)},
                                              {"analyses", bytes_of(analyses)}});
  if (const Status written = write_file(path, file); !written) {
    std::fprintf(stderr, "%s\n", written.error().to_string().c_str());
    return 1;
  }
  std::printf("%s: %zu forms, %zu values, %zu classes, %zu arcs, %zu bytes\n", path.c_str(),
              forms.size(), value_ids.size(), classes.size(), arcs.size(), file.size());
  return 0;
}

}  // namespace
}  // namespace selon

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: compile_lexicon DICTIONARY (without .aff, .dic) LEXICON\n");
    return 2;
  }
  return selon::compile(argv[1], argv[2]);
}
