// PETRARCH's verbs: sets of words, blocks of verbs with a code, and patterns of what stands with
// them.
//
//   - POLICE * {TEAR GAS} (AT +) [175]   subject police; tear, gas, at below the verb; target at
//
// A pattern's words must depend on the verb, in whatever order; a word before the star must be its
// subject. $ + % ^ stand for source, target, both and anybody.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "base/utf8.h"
#include "knowledge/names.h"
#include "knowledge/petrarch_lines.h"

namespace selon::petrarch {
namespace {

// Where a target may stand, the object first.
constexpr std::array<std::string_view, 12> kTargets = {
    "obj", "to", "against", "with", "for", "from", "in", "on", "at", "into", "over", "of"};

struct Code {
  std::string cameo;
  bool none = false;        // ---: no event
  bool reversed = false;    // :030: what the target does to the source
  bool reciprocal = false;  // 060:060
};

std::string read_code(std::string_view text, Code& out) {
  text = trim(text);
  if (text == "---") {
    out.none = true;
    return {};
  }
  const size_t colon = text.find(':');
  std::string_view first = text.substr(0, colon);
  const std::string_view second =
      colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  out.reversed = first.empty() && !second.empty();
  out.reciprocal = !first.empty() && first == second;
  if (out.reversed) first = second;
  const auto is_code = [](std::string_view c) {
    return (c.size() == 3 || c.size() == 4) &&
           std::all_of(c.begin(), c.end(), [](char d) { return d >= '0' && d <= '9'; });
  };
  if (!is_code(first) || (!second.empty() && !is_code(second))) return "no CAMEO code";
  out.cameo = first;
  return {};
}

// What a pattern asks for.
struct Pattern {
  std::vector<std::string> parts;     // words that depend on the verb
  std::vector<std::string> subjects;  // words that must be its subject
  std::string target;                 // the preposition of the target, if the pattern says it
  bool target_first = false;          // "+ * $"
};

class PatternReader {
 public:
  explicit PatternReader(const std::set<std::string>& sets) : sets_(sets) {}

  // What is wrong, or empty.
  std::string read(std::string_view text, Pattern& out) {
    bool before = true, starred = false;
    int braces = 0;
    bool in_parens = false, parens_have_word = false;
    std::string preposition, word, problem;
    const auto close_word = [&]() {
      if (word.empty()) return;
      std::string w = lower(word);
      word.clear();
      if (w.front() == '&') {
        while (w.ends_with('_')) w.pop_back();
        if (!sets_.contains(w.substr(1))) {
          problem = "a set of words that stands nowhere: " + w;
          return;
        }
      }
      std::replace(w.begin(), w.end(), '_', ' ');
      for (std::string_view one : split(w, ' ')) {
        if (one.empty()) continue;
        if (one.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789&'-./") != one.npos) {
          problem = "a sign that is no part of a word: " + std::string(one);
          return;
        }
        if (in_parens && preposition.empty()) {
          preposition = one;
          continue;
        }
        parens_have_word |= in_parens;
        if (before && braces == 0 && !in_parens)
          out.subjects.emplace_back(one);
        else
          out.parts.emplace_back(one);
      }
    };
    for (size_t i = 0; i < text.size() && problem.empty(); ++i) {
      const char c = text[i];
      if (std::isalnum(static_cast<unsigned char>(c)) ||
          std::string_view("_-'./").find(c) != std::string_view::npos ||
          (c == '&' && word.empty()) || static_cast<unsigned char>(c) >= 0x80) {
        word += c;
        continue;
      }
      close_word();
      switch (c) {
        case ' ':
          break;
        case '*':
          if (starred) return "two stars";
          starred = true;
          before = false;
          break;
        case '{':
          if (++braces > 1) return "braces in braces";
          break;
        case '}':
          if (--braces < 0) return "braces that do not match";
          break;
        case '(':
          if (in_parens) return "parentheses in parentheses";
          in_parens = true;
          parens_have_word = false;
          preposition.clear();
          break;
        case ')':
          if (!in_parens) return "parentheses that do not match";
          in_parens = false;
          // "(TO)", "(TO +)": the target; "(FOR HELP)": two words
          if (!parens_have_word && !preposition.empty())
            out.target = preposition;
          else if (!preposition.empty())
            out.parts.push_back(preposition);
          break;
        case '+':
          if (before) out.target_first = true;
          break;
        case '$':
        case '%':
        case '^':
          break;
        default:
          return std::string("a sign that no pattern has: ") + c;
      }
    }
    close_word();
    if (!problem.empty()) return problem;
    if (!starred) return "no star for the verb";
    if (braces != 0 || in_parens) return "brackets that do not match";
    if (out.parts.size() + out.subjects.size() > 8) return "more than eight words";
    return {};
  }

 private:
  const std::set<std::string>& sets_;
};

// "TO/FOR PROTEST" → two; what has no slash stays one.
std::vector<std::string> alternatives(const std::string& text) {
  const size_t slash = text.find('/');
  constexpr size_t kMost = 8;
  if (slash == std::string::npos) return {text};
  const auto word = [](char c) { return c != ' ' && c != '(' && c != ')' && c != '{' && c != '}'; };
  size_t first = slash, last = slash + 1;
  while (first > 0 && word(text[first - 1])) --first;
  while (last < text.size() && word(text[last])) ++last;
  std::vector<std::string> out;
  for (std::string_view one : split(std::string_view(text).substr(first, last - first), '/'))
    for (std::string& rest :
         alternatives(text.substr(0, first) + std::string(one) + text.substr(last)))
      if (out.size() < kMost) out.push_back(std::move(rest));
  return out;
}

class VerbReader {
 public:
  VerbReader(const PetrarchReader::Knowledge& k, std::string name, PetrarchImport& out)
      : k_(k), name_(std::move(name)), out_(out) {}

  void read(const std::vector<Line>& lines) {
    for (const Line& line : lines)  // a pattern may use a set that stands below
      if (line.text.starts_with('&')) sets_.insert(set_name(line.text));
    for (const Line& line : lines) {
      const std::string_view text = line.text;
      if (text.starts_with("---"))
        open_block(line);
      else if (text.starts_with("- "))
        pattern(line);
      else if (text.starts_with('&'))
        open_set(line);
      else if (text.starts_with('~'))
        reject(out_, line.number,
               "a rule about nested events, which Selon's chains of voices express", text);
      else if (text.starts_with('+') && in_set_)
        member(line);
      else
        verb(line);
    }
    close_block();
    for (const auto& [number, head] : set_heads_)
      if (members_[head].empty()) reject(out_, number, "a set without words", "&" + head);
  }

  std::string verbs() const {
    return rows_.empty()
               ? ""
               : "# Verbs from a PETRARCH dictionary; written anew by each import of it.\n"
                 "# As lang/en/event_verbs.tsv: phrase (verbs with one meaning between /); event, "
                 "a dash "
                 "for none; frame; mode; conditions; line of the dictionary; CAMEO code\n" +
                     rows_;
  }
  std::string sets() const {
    std::string out =
        "# Sets of words from a PETRARCH dictionary; written anew by each import.\n"
        "# set; members, the last word of each the one that counts\n";
    const size_t header = out.size();
    for (const auto& [head, members] : members_) {
      if (members.empty()) continue;
      out += head + '\t';
      for (size_t i = 0; i < members.size(); ++i) out += (i > 0 ? ";" : "") + members[i];
      out += '\n';
    }
    return out.size() == header ? "" : out;
  }

 private:
  static std::string set_name(std::string_view text) {
    std::string head = lower(trim(text.substr(1, text.find(' ') - 1)));
    while (head.ends_with('_')) head.pop_back();
    return head;
  }

  void open_set(const Line& line) {
    close_block();
    in_set_ = true;
    set_ = set_name(line.text);
    if (set_.empty() ||
        set_.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") != set_.npos) {
      reject(out_, line.number, "no name of a set", line.text);
      set_.clear();
      return;
    }
    members_[set_];
    set_heads_.emplace_back(line.number, set_);
    ++out_.used;
  }

  void member(const Line& line) {
    std::string word = lower(words_of(trim(std::string_view(line.text).substr(1))));
    if (set_.empty()) return reject(out_, line.number, "belongs to no set", line.text);
    if (name_atoms(word).empty() || word.find_first_of("&;+*(){}[]") != word.npos)
      return reject(out_, line.number, "no word", line.text);
    members_[set_].push_back(std::move(word));
    ++out_.used;
  }

  // "---  ADD   [---]  ---"
  void open_block(const Line& line) {
    close_block();
    in_set_ = false;
    block_code_.reset();
    const size_t open = line.text.find('['), close = line.text.find(']');
    Code code;
    if (open == std::string::npos || close == std::string::npos || close < open)
      return reject(out_, line.number, "a block without a code", line.text);
    if (const std::string bad = read_code(line.text.substr(open + 1, close - open - 1), code);
        !bad.empty())
      return reject(out_, line.number, bad, line.text);
    block_code_ = code;
    ++out_.used;
  }

  // "HURRY {HURRIES HURRYING HURRIED}", "+BRING_DOWN {…} [080]"; the parser knows the forms.
  void verb(const Line& line) {
    in_set_ = false;
    if (!patterns_.empty()) {  // a verb behind patterns begins a new group of the same block
      const auto code = block_code_;
      close_block();
      block_code_ = code;
    }
    std::string text = line.text;
    Verb v{.line = line.number, .lemma = {}, .parts = {}, .code = {}};
    if (const size_t brace = text.find('{'); brace != std::string::npos) {
      const size_t close = text.find('}', brace);
      if (close == std::string::npos)
        return reject(out_, line.number, "braces that do not match", text);
      text.erase(brace, close + 1 - brace);
    }
    std::string name;
    std::vector<std::string> codes;
    if (!split_codes(text, name, codes) || codes.size() > 1)
      return reject(out_, line.number, "brackets that do not match", line.text);
    if (!codes.empty()) {
      Code code;
      if (const std::string bad = read_code(codes[0], code); !bad.empty())
        return reject(out_, line.number, bad, line.text);
      v.code = code;
    }
    const bool marked = name.find('+') != std::string::npos;
    std::replace(name.begin(), name.end(), '_', ' ');
    for (std::string_view word : split(name, ' ')) {
      if (word.empty()) continue;
      const bool head = marked ? word.find('+') != word.npos : v.lemma.empty();
      std::string w = lower(word);
      std::erase(w, '+');
      if (w.empty() || w.find_first_not_of("abcdefghijklmnopqrstuvwxyz'-") != w.npos)
        return reject(out_, line.number, "no verb", line.text);
      if (head && v.lemma.empty())
        v.lemma = w;
      else
        v.parts.push_back(w);
    }
    if (v.lemma == "re" && v.parts.size() == 1) {  // "RE_ARREST" is what re-arrest has become
      v.lemma = "re-" + v.parts[0];
      v.parts.clear();
    }
    // "THE", "--": our tables read nothing there
    if (v.lemma.empty() || k_.phrases.read(v.lemma, false).lemma.empty())
      return reject(out_, line.number, "no verb", line.text);
    if (!block_code_) return reject(out_, line.number, "belongs to no block", line.text);
    verbs_.push_back(std::move(v));
  }

  void pattern(const Line& line) {
    in_set_ = false;
    if (verbs_.empty()) return reject(out_, line.number, "belongs to no verb", line.text);
    patterns_.push_back(line);
  }

  struct Verb {
    size_t line;
    std::string lemma;
    std::vector<std::string> parts;
    std::optional<Code> code;
  };

  void close_block() {
    for (const Line& line : patterns_) write_pattern(line);
    for (const Verb& v : verbs_) {
      const Code code = v.code.value_or(*block_code_);
      if (code.none) {
        ++out_.used;  // it lends itself to the patterns
        continue;
      }
      Pattern plain;
      plain.parts = v.parts;
      write(v.line, v.lemma, plain, code, line_text(v));
    }
    verbs_.clear();
    patterns_.clear();
  }

  static std::string line_text(const Verb& v) {
    std::string out = v.lemma;
    for (const std::string& part : v.parts) out += ' ' + part;
    return out;
  }

  void write_pattern(const Line& line) {
    const size_t open = line.text.rfind('[');
    const size_t close = line.text.find(']', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
      return reject(out_, line.number, "a pattern without a code", line.text);
    Code code;
    if (const std::string bad = read_code(line.text.substr(open + 1, close - open - 1), code);
        !bad.empty())
      return reject(out_, line.number, bad, line.text);
    std::string single;  // verbs of one word share a row
    std::set<std::string> lemmas;
    for (const Verb& v : verbs_)
      if (v.parts.empty() && lemmas.insert(v.lemma).second)
        single += (single.empty() ? "" : "/") + v.lemma;
    PatternReader reader(sets_);
    size_t written = 0;
    for (const std::string& text : alternatives(line.text.substr(1, open - 1))) {
      Pattern p;
      if (const std::string bad = reader.read(trim(text), p); !bad.empty())
        return reject(out_, line.number, bad, line.text);
      if (!single.empty()) written += write_row(line.number, single, p, code);
      for (const Verb& v : verbs_) {
        if (v.parts.empty()) continue;
        Pattern more = p;
        more.parts.insert(more.parts.begin(), v.parts.begin(), v.parts.end());
        written += write_row(line.number, v.lemma, more, code);
      }
    }
    if (written > 0)
      ++out_.used;
    else
      reject(out_, line.number, no_event(code), line.text);
  }

  void write(size_t line, const std::string& lemma, const Pattern& p, const Code& code,
             const std::string& text) {
    if (write_row(line, lemma, p, code))
      ++out_.used;
    else
      reject(out_, line, no_event(code), text);
  }

  static std::string no_event(const Code& code) {
    return "CAMEO " + code.cameo + " is no event of PLOVER";
  }

  const PetrarchReader::Event* event_of(const std::string& cameo) const {
    for (size_t length = cameo.size(); length >= 2; --length)
      if (const auto it = k_.events.find(cameo.substr(0, length)); it != k_.events.end())
        return &it->second;
    return nullptr;
  }

  static std::string frame_of(const Pattern& p, const Code& code) {
    std::string targets = p.target;
    const char bar = code.reciprocal ? '&' : '|';
    for (std::string_view slot : kTargets)
      if (slot != p.target)
        targets += (targets.empty() ? "" : std::string(1, bar)) + std::string(slot);
    if (code.reciprocal) return "subj&" + targets;
    return code.reversed != p.target_first ? targets + ">subj" : "subj>" + targets;
  }

  bool write_row(size_t line, const std::string& lemmas, const Pattern& p, const Code& code) {
    const PetrarchReader::Event* event = code.none ? nullptr : event_of(code.cameo);
    if (!code.none && (event == nullptr || event->type.empty())) return false;
    rows_ += lemmas;
    for (const std::string& part : p.parts) rows_ += ' ' + part;
    rows_ += '\t' + (code.none ? "-" : event->type) + '\t' + frame_of(p, code) + '\t' +
             (code.none || event->mode.empty() ? "-" : event->mode) + '\t';
    // PETRARCH counts nothing without a source and a target.
    std::string needs = code.none ? "" : code.reversed || code.reciprocal ? "actor" : "recipient";
    for (const std::string& subject : p.subjects)
      needs += (needs.empty() ? "subj:" : ",subj:") + subject;
    rows_ += (needs.empty() ? "-" : needs) + '\t' + name_ + ':' + std::to_string(line) + '\t' +
             (code.none ? "-" : code.cameo) + '\n';
    return true;
  }

  const PetrarchReader::Knowledge& k_;
  const std::string name_;
  PetrarchImport& out_;
  std::set<std::string> sets_;
  std::map<std::string, std::vector<std::string>> members_;
  std::vector<std::pair<size_t, std::string>> set_heads_;
  bool in_set_ = false;
  std::string set_;
  std::optional<Code> block_code_;
  std::vector<Verb> verbs_;
  std::vector<Line> patterns_;
  std::string rows_;
};

}  // namespace

void read_verbs(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                const std::string& name, PetrarchImport& out) {
  VerbReader reader(k, name, out);
  reader.read(lines);
  if (std::string sets = reader.sets(); !sets.empty())
    out.tables["lang/en/word_sets." + name + ".tsv"] = std::move(sets);
  if (std::string verbs = reader.verbs(); !verbs.empty())
    out.tables["lang/en/event_verbs." + name + ".tsv"] = std::move(verbs);
}

}  // namespace selon::petrarch
