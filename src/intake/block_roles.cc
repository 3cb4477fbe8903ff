#include "intake/block_roles.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/epigraphs.h"
#include "intake/language.h"
#include "intake/notes.h"
#include "intake/press_lines.h"
#include "intake/turns.h"

namespace selon {
namespace {

// Longer paragraphs are prose whatever they begin with; only their length is looked at.
constexpr size_t kShort = 1200;

struct Unit {
  Span span;
  bool blank_before = false;
  bool decided = false;
  BlockKind kind = BlockKind::kParagraph;
  std::string speaker;
  bool continues = false;
  std::string plain;  // without markup; empty when long
  std::string key;    // normalised; empty when long
  bool press_line = false;

  bool is_long() const { return span.size() > kShort; }
  void decide(BlockKind k) { kind = k, decided = true; }
};

size_t word_count(std::string_view text) {
  size_t n = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    const bool word = is_letter(c) || is_digit(c);
    n += word && !inside;
    if (is_space(c)) inside = false;
    if (word) inside = true;
  }
  return n;
}

bool starts_with_phrase(std::string_view key, std::string_view phrase) {
  if (!key.starts_with(phrase)) return false;
  const unsigned char next = key.size() > phrase.size() ? key[phrase.size()] : ' ';
  const unsigned char last = phrase.back();
  return !((next >= 'a' && next <= 'z') || next >= 0x80) || last == ':' || last >= 0x80;
}

bool holds_address(std::string_view key) {
  const size_t at = key.find('@');
  return at != std::string_view::npos && at > 0 && key[at - 1] != ' ' && at + 1 < key.size() &&
         key[at + 1] != ' ' && key.find('.', at) != std::string_view::npos;
}

class Roles {
 public:
  Roles(std::string_view text, const std::string& language, const IntakeTables& tables,
        const OutletNames& outlets)
      : text_(text), language_(language), tables_(tables), outlets_(outlets) {}

  std::vector<Block> run(const std::vector<RoleHint>& paragraphs) {
    for (const RoleHint& p : paragraphs) add(p);
    for (Unit& u : units_)
      if (!u.decided && !u.is_long()) single_line(u);
    epigraphs();
    tail();
    turns();
    head();
    headings();
    captions();
    return blocks();
  }

 private:
  void add(const RoleHint& p) {
    Unit u;
    u.span = p.paragraph.span;
    u.blank_before = p.paragraph.blank_before;
    u.decided = p.known;
    u.kind = p.kind;
    if (!u.is_long()) {
      u.plain = strip_markup(str(u.span));
      u.key = normalise(str(u.span));
    }
    units_.push_back(std::move(u));
  }
  std::string_view str(Span s) const { return text_.substr(s.begin, s.size()); }

  // ------------------------------------------------ lines that speak for themselves
  void single_line(Unit& u) const {
    if (u.key.empty() || boilerplate(u) || navigation(u)) {
      u.decide(BlockKind::kBoilerplate);
    } else if (const auto line = read_press_line(str(u.span), tables_, outlets_)) {
      u.decide(line->about == PressLine::About::kDate ? BlockKind::kDateline : BlockKind::kByline);
      u.press_line = true;
    } else if (!domain_of(u.key).empty() && word_count(u.key) == 1) {
      u.decide(BlockKind::kByline);
    } else if (credited(u)) {
      u.decide(BlockKind::kCaption);
    }
  }

  bool boilerplate(const Unit& u) const {
    if (tables_.boilerplate_line.contains(u.key)) return true;
    if (u.key.back() == ':' && tables_.boilerplate_line.contains(u.key.substr(0, u.key.size() - 1)))
      return true;
    std::string_view key = u.key;
    if (key.front() == '(' || key.front() == '[') key.remove_prefix(1);
    return std::any_of(tables_.boilerplate_start.begin(), tables_.boilerplate_start.end(),
                       [&](const std::string& p) { return starts_with_phrase(key, p); });
  }

  // "Infos / Monde / Europe": short names between separators.
  static bool navigation(const Unit& u) {
    if (u.key.size() > 200) return false;
    for (std::string_view separator : {"/", "|", ">", "»", "·", "•", "›"}) {
      size_t pieces = 1, longest = 0, at = 0;
      const std::string spaced = " " + std::string(separator) + " ";
      for (;;) {
        const size_t end = u.key.find(spaced, at);
        const std::string_view piece =
            std::string_view(u.key).substr(at, end == std::string::npos ? end : end - at);
        longest = std::max(longest, word_count(piece));
        if (end == std::string::npos) break;
        ++pieces;
        at = end + spaced.size();
      }
      if (pieces >= 3 && longest <= 5) return true;
    }
    return false;
  }

  // A photo's caption: its credit, or who stands where in it.
  bool credited(const Unit& u) const {
    constexpr size_t kLongest = 500;
    if (u.span.size() > kLongest) return false;
    if (u.key.find("\xC2\xA9") != std::string::npos) return true;  // ©
    for (const std::string& credit : tables_.credits)
      if (const size_t at = u.key.find(credit); at != std::string::npos)
        if (at == 0 || u.key[at - 1] == ' ' || credit.front() == '(' || credit.front() == '/' ||
            u.key[at - 1] == '(')
          return true;
    for (std::string_view side : {"(D)", "(G)", "(L)", "(R)", "(C)"})
      if (u.plain.find(side) != std::string::npos && u.plain.size() < 350) return true;
    return false;
  }

  // ------------------------------------------------ epigraphs
  static bool quoted(const Unit& u) {
    return !u.is_long() && !u.decided && opens_quote(u.plain) && closes_quote(u.plain);
  }

  void epigraphs() {
    size_t run = 0;  // where the lines may begin that a signature covers
    for (size_t i = 0; i < units_.size(); ++i) {
      inline_signature(units_[i]);
      bool strong = false;
      const Unit& u = units_[i];
      const std::string name = u.decided || u.is_long() ? "" : read_signature(u.plain, &strong);
      if (name.empty()) {
        if (units_[i].decided || units_[i].is_long()) run = i + 1;
        continue;
      }
      size_t first = i;
      while (first > run && quoted(units_[first - 1])) --first;
      if (first == i && strong && i > run)
        // Unquoted words over "~ X ~": all of them since the last signature, else the last only.
        first = run > 0 && units_[run - 1].kind == BlockKind::kByline && i - run <= 8 ? run : i - 1;
      if (first == i) first = long_quote(run, i);
      if (first == i) continue;
      for (size_t k = first; k < i; ++k) {
        units_[k].decide(BlockKind::kEpigraph);
        units_[k].speaker = name;
      }
      units_[i].decide(BlockKind::kByline);
      units_[i].speaker = name;
      run = i + 1;
    }
  }

  // A quotation of several lines above a signature: from the line that opens it. `end`: none.
  size_t long_quote(size_t run, size_t end) const {
    constexpr size_t kLines = 6;
    if (end == run || !closes_quote(units_[end - 1].plain)) return end;
    for (size_t i = end - 1; i > run && end - i <= kLines; --i)
      if (opens_quote(units_[i].plain) || units_[i].plain.starts_with("``")) return i;
    return end;
  }

  // “La paix tient.” (Zoé Martin): one line; blocks() cuts it in two.
  void inline_signature(Unit& u) const {
    if (u.decided || u.is_long()) return;
    const SignedQuote quote = read_signed_quote(str(u.span));
    if (quote.speaker.empty()) return;
    u.decide(BlockKind::kEpigraph);
    u.speaker = quote.speaker;
  }

  // ------------------------------------------------ title and what stands under it
  bool body_like(const Unit& u) const {
    if (u.is_long() || u.span.size() >= 350) return true;
    return ends_sentence(u.plain) && (u.span.size() >= 120 || sentences(u.plain) >= 2);
  }

  static size_t sentences(std::string_view s) {
    size_t n = 0;
    for (size_t i = 1; i < s.size(); ++i)
      n += (s[i - 1] == '.' || s[i - 1] == '!' || s[i - 1] == '?') && s[i] == ' ' && i > 4;
    return n + 1;
  }

  void head() {
    size_t title = units_.size();
    for (size_t i = 0; i < units_.size(); ++i)
      if (units_[i].kind == BlockKind::kTitle) title = i;  // the format told
    if (title == units_.size()) title = find_title();
    if (title == units_.size()) return;
    for (size_t i = 0; i < title; ++i)
      if (!units_[i].decided && !body_like(units_[i]) && word_count(units_[i].key) <= 3)
        // The paper's name, or a section's.
        units_[i].decide(outlets_.known(units_[i].plain).empty() ? BlockKind::kBoilerplate
                                                                 : BlockKind::kByline);
    units_[title].decide(BlockKind::kTitle);
    bool subtitle = false;
    for (size_t i = title + 1; i < units_.size(); ++i) {
      Unit& u = units_[i];
      if (u.decided) continue;
      if (u.is_long()) break;
      const bool in_head = head_line_near(i);
      if (!ends_sentence(u.plain) && under_title(u, in_head)) {
        u.decide(BlockKind::kByline);
      } else if (i == title + 1 && !subtitle && u.span.size() <= 400 && !starts_lower(u.plain) &&
                 !opens_quote(u.plain) &&
                 (followed_by_head(i) || (!ends_sentence(u.plain) && !body_like(u) &&
                                          word_count(u.key) >= 4 && u.key.back() != ':'))) {
        u.decide(BlockKind::kSubtitle);
        subtitle = true;
      } else {
        break;
      }
    }
  }

  bool has_full_date(std::string_view line) const {
    const std::vector<WrittenDate> dates = find_dates(line, tables_);
    return std::any_of(dates.begin(), dates.end(), [](const WrittenDate& d) { return d.full(); });
  }

  size_t find_title() {
    size_t fallback = units_.size();
    for (size_t i = 0; i < units_.size(); ++i) {
      const Unit& u = units_[i];
      if (u.decided) continue;
      if (body_like(u)) break;
      if (u.key.back() == ':' || u.plain.ends_with("…") || u.plain.ends_with("...") ||
          starts_lower(u.plain))
        break;
      const size_t next = next_undecided(i);
      if (next == units_.size()) break;  // a line alone is no title
      // "Journal du soir, édition du 3 mars 2022": the page's head, when a title follows.
      if (has_full_date(u.plain) && !body_like(units_[next])) {
        units_[i].decide(BlockKind::kDateline);
        continue;
      }
      // "Une démission." heads an article; a sentence among short sentences does not.
      if (u.plain.ends_with(".") && !body_like(units_[next]) &&
          units_[next].span.size() < 2 * u.span.size())
        break;
      if (word_count(u.key) >= 3) return i;
      if (fallback == units_.size()) fallback = i;
    }
    return fallback;
  }

  size_t next_undecided(size_t i) const {
    for (++i; i < units_.size(); ++i)
      if (!units_[i].decided) break;
    return i;
  }
  bool head_line(size_t i) const {
    return i < units_.size() && units_[i].decided &&
           (units_[i].kind == BlockKind::kByline || units_[i].kind == BlockKind::kDateline);
  }
  bool head_line_near(size_t i) const {
    return head_line(i + 1) || head_line(i + 2) || (i > 0 && head_line(i - 1));
  }
  // Lines of a head come next, and the article behind them.
  bool followed_by_head(size_t i) const {
    if (!head_line(i + 1) && !head_line(i + 2)) return false;
    for (++i; i < units_.size(); ++i)
      if (units_[i].decided ? units_[i].kind == BlockKind::kTurn : body_like(units_[i]))
        return true;
    return false;
  }

  // A name, an outlet, or "Outlet avec Outlet" in the lines below a title.
  bool under_title(const Unit& u, bool in_head) const {
    if (u.span.size() > 120) return false;
    if (!outlets_.known(u.plain).empty()) return true;
    if (!in_head) return false;
    if (looks_like_name(u.plain, 2) && word_count(u.key) <= 6) return true;
    // Few words, an outlet among them, and no sentence.
    return word_count(u.key) <= 8 && !outlets_.find(u.plain).empty();
  }

  // ------------------------------------------------ what follows the article
  void tail() {
    for (size_t i = units_.size(); i-- > 0;) {
      Unit& u = units_[i];
      if (u.decided) {
        if (u.kind == BlockKind::kParagraph || u.kind == BlockKind::kTitle) break;
        continue;
      }
      const bool byline =
          signs(i) || (i > 0 && !u.is_long() && !outlets_.known(strip_brackets(u.plain)).empty());
      if (!byline && !tail_phrase(u)) break;
      u.decide(byline ? BlockKind::kByline : BlockKind::kBoilerplate);
    }
    for (size_t i = 1; i < units_.size(); ++i) {
      if (!units_[i].decided && signs(i) && i + 1 < units_.size() && units_[i + 1].press_line)
        units_[i].decide(BlockKind::kByline);
      if (!tables_.boilerplate_end.contains(units_[i].key)) continue;
      const bool article =
          std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(i), units_.end(),
                      [&](const Unit& u) { return !u.decided && u.span.size() >= 350; });
      if (article) continue;
      for (size_t k = i; k < units_.size(); ++k)
        if (!units_[k].press_line && units_[k].kind != BlockKind::kEpigraph)
          units_[k].decide(BlockKind::kBoilerplate);
      break;
    }
  }

  bool tail_phrase(const Unit& u) const {
    if (u.is_long()) {
      constexpr size_t kLegalNotice = 3000;
      if (u.span.size() > kLegalNotice) return false;
      const std::string key = normalise(str(u.span));
      return holds_tail_phrase(key);
    }
    return holds_tail_phrase(u.key);
  }
  bool holds_tail_phrase(const std::string& key) const {
    if (holds_address(key)) return true;
    return std::any_of(tables_.boilerplate_tail.begin(), tables_.boilerplate_tail.end(),
                       [&](const std::string& p) { return key.find(p) != std::string::npos; });
  }

  static std::string_view strip_brackets(std::string_view s) {
    return s.size() > 2 && s.front() == '(' && s.back() == ')' ? s.substr(1, s.size() - 2) : s;
  }

  // The author's name alone under the text.
  bool signs(size_t i) const {
    const Unit& u = units_[i];
    return i > 0 && !u.is_long() && u.span.size() <= 60 && looks_like_name(u.plain, 2) &&
           word_count(u.key) <= 4 && !ends_sentence(u.plain);
  }

  // ------------------------------------------------ interviews
  void turns() {
    std::vector<std::string_view> open;
    std::vector<size_t> at;
    for (size_t i = 0; i < units_.size(); ++i)
      if (!units_[i].decided) open.push_back(str(units_[i].span)), at.push_back(i);
    const std::vector<Label> labels = find_labels(open, tables_);
    size_t last = units_.size();
    for (const Label& label : labels) {
      Unit& u = units_[at[label.paragraph]];
      u.decide(BlockKind::kTurn);
      u.speaker = label.speaker;
      label_[at[label.paragraph]] = label;
      last = at[label.paragraph];
    }
    if (last == units_.size()) return;
    // What follows a turn without a label is still that speaker's.
    const Unit* turn = nullptr;
    for (Unit& u : units_) {
      if (u.kind == BlockKind::kTurn && u.decided) {
        turn = &u;
      } else if (u.press_line || u.kind == BlockKind::kSubtitle) {
        turn = nullptr;
      } else if (!u.decided && turn) {
        u.decide(BlockKind::kTurn);
        u.speaker = turn->speaker;
        u.continues = true;
      }
    }
  }

  // ------------------------------------------------ section headings
  void headings() {
    const bool stopped = std::any_of(units_.begin(), units_.end(), [](const Unit& u) {
      return u.kind == BlockKind::kTitle && u.plain.ends_with(".");
    });
    for (size_t i = 1; i + 1 < units_.size(); ++i) {
      Unit& u = units_[i];
      if (u.decided || u.is_long() || u.span.size() > 100) continue;
      if (ends_sentence(u.plain)) {
        // Papers that put a full stop behind the title put one behind headings.
        if (stopped && u.plain.ends_with(".") && u.span.size() <= 60 && sentences(u.plain) == 1 &&
            body_like(units_[i - 1]) && body_like(units_[i + 1]))
          u.decide(BlockKind::kSubtitle);
        continue;
      }
      const bool open_end = u.plain.ends_with(":") || u.plain.ends_with(";") ||
                            u.plain.ends_with(",") || closes_quote(u.plain);
      if (open_end || !starts_upper(u.plain) || word_count(u.key) < 2 || unfinished(u.key))
        continue;
      // It stands between paragraphs: a list's items have neighbours like themselves.
      const Unit& next = units_[i + 1];
      const std::string_view last = str(units_[i - 1].span);
      const bool before = ends_sentence(last) || last.ends_with(":") || units_[i - 1].decided;
      const bool after = next.kind == BlockKind::kTurn || next.is_long() ||
                         (!next.decided && (ends_sentence(next.plain) || body_like(next)));
      if (before && after && (u.blank_before || next.span.size() > u.span.size()))
        u.decide(BlockKind::kSubtitle);
    }
  }

  bool unfinished(std::string_view key) const {
    const size_t space = key.find_last_of(" '");
    const std::string last(space == std::string_view::npos ? key : key.substr(space + 1));
    return tables_.open_words.contains(last) || tables_.open_words.contains(last + "'");
  }

  // ------------------------------------------------ captions of other stories
  void captions() {
    std::unordered_set<std::string> words;  // of the article, long ones
    bool read = false;
    for (Unit& u : units_) {
      if (u.kind != BlockKind::kCaption || u.is_long() || word_count(u.key) < 8) continue;
      const std::string language = detect_language(u.plain, tables_);
      if (!language.empty() && !language_.empty() && language != language_) {
        u.decide(BlockKind::kBoilerplate);
        continue;
      }
      if (!read) {
        constexpr size_t kEnough = 200000;
        size_t seen = 0;
        for (const Unit& other : units_)
          if (other.kind != BlockKind::kCaption && other.kind != BlockKind::kBoilerplate &&
              seen < kEnough) {
            size_t end = std::min<size_t>(other.span.size(), kEnough);
            while (!is_boundary(str(other.span), end)) --end;
            collect(str(other.span).substr(0, end), words);
            seen += end;
          }
        read = true;
      }
      std::unordered_set<std::string> own;
      collect(u.plain, own);
      const bool related = words.empty() || std::any_of(own.begin(), own.end(), [&](const auto& w) {
                             return words.contains(w);
                           });
      if (!related) u.decide(BlockKind::kBoilerplate);
    }
  }

  // Words of five letters and more, folded.
  static void collect(std::string_view text, std::unordered_set<std::string>& out) {
    std::string word;
    for (unsigned char c : fold(text) + " ") {
      if ((c >= 'a' && c <= 'z') || c >= 0x80) {
        word += static_cast<char>(c);
      } else {
        if (word.size() >= 5) out.insert(word);
        word.clear();
      }
    }
  }

  // ------------------------------------------------ units to blocks
  std::vector<Block> blocks() {
    std::vector<Block> out;
    for (size_t i = 0; i < units_.size(); ++i) {
      const Unit& u = units_[i];
      Span rest = u.span;
      bool continues = u.continues;
      if (const auto found = label_.find(i); found != label_.end()) {
        const Span label{rest.begin, rest.begin + found->second.label_end};
        out.push_back({label, BlockKind::kByline, u.speaker, false});
        rest.begin += found->second.content_begin;
      }
      if (u.kind == BlockKind::kEpigraph) {
        epigraph_blocks(u, out);
        continue;
      }
      // A sentence that runs over a blank line makes its paragraphs one block.
      const bool joins = !label_.contains(i) && !out.empty() && out.back().kind == u.kind &&
                         out.back().speaker == u.speaker && goes_on(out.back(), rest);
      const bool prose = u.kind == BlockKind::kParagraph || u.kind == BlockKind::kTurn;
      const std::vector<Span> notes =
          prose ? find_notes(str(rest), rest.begin, tables_) : std::vector<Span>();
      if (joins && (notes.empty() || notes.front().begin > rest.begin)) {
        const uint32_t end = notes.empty() ? rest.end : notes.front().begin;
        out.back().span.end =
            rest.begin + static_cast<uint32_t>(trim(str({rest.begin, end})).size());
        rest.begin = end;
        continues = true;
      }
      for (Span note : notes) {
        push({rest.begin, note.begin}, u, continues, out);
        if (rest.begin < note.begin) continues = true;
        out.push_back({note, BlockKind::kNote, "", false});
        rest.begin = note.end;
      }
      push(rest, u, continues, out);
    }
    return out;
  }

  void push(Span span, const Unit& u, bool continues, std::vector<Block>& out) const {
    const std::string_view inner = trim(str(span));
    if (inner.empty()) return;
    const auto begin = static_cast<uint32_t>(inner.data() - text_.data());
    const Span trimmed{begin, begin + static_cast<uint32_t>(inner.size())};
    // A full stop left over behind a note is no paragraph.
    if (span != u.span && word_count(inner.substr(0, 64)) == 0 && inner.size() < 8) return;
    out.push_back({trimmed, u.kind, u.speaker, continues});
  }

  void epigraph_blocks(const Unit& u, std::vector<Block>& out) const {
    const std::string_view s = str(u.span);
    const size_t end = closes_quote(s) ? s.size() : quote_end(s);
    const Span quote{u.span.begin, u.span.begin + static_cast<uint32_t>(end)};
    out.push_back({quote, BlockKind::kEpigraph, u.speaker, false});
    const std::string_view rest = trim(s.substr(end));
    if (rest.empty()) return;
    const auto begin = static_cast<uint32_t>(rest.data() - text_.data());
    out.push_back({{begin, begin + static_cast<uint32_t>(rest.size())},
                   BlockKind::kByline,
                   u.speaker,
                   false});
  }

  // A blank line inside a sentence: no end before it, and a small letter or an open word.
  bool goes_on(const Block& before, Span next) const {
    if (before.kind != BlockKind::kParagraph && before.kind != BlockKind::kTurn) return false;
    std::string_view tail = str(before.span);
    if (ends_sentence(tail) || tail.ends_with(":") || tail.ends_with(";")) return false;
    if (starts_lower(str(next))) return true;
    size_t from = tail.size() > 40 ? tail.size() - 40 : 0;
    while (!is_boundary(tail, from)) ++from;
    return unfinished(normalise(tail.substr(from)));
  }

  std::string_view text_;
  const std::string& language_;
  const IntakeTables& tables_;
  const OutletNames& outlets_;
  std::vector<Unit> units_;
  std::unordered_map<size_t, Label> label_;  // by unit
};

}  // namespace

std::vector<Block> find_roles(std::string_view text, const std::vector<RoleHint>& paragraphs,
                              const std::string& language, const IntakeTables& tables,
                              const OutletNames& outlets) {
  return Roles(text, language, tables, outlets).run(paragraphs);
}

}  // namespace selon
