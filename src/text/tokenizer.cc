#include "text/tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr size_t kLongestNetName = 256;  // bytes; bounds the look ahead
constexpr char32_t kNoBreakSpace = 0xA0, kThinSpace = 0x2009, kNarrowNoBreakSpace = 0x202F;

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

// What a word is made of, joiners and raised digits included.
bool is_word(char32_t c) {
  if (c < 0x80) return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || is_digit(c) || c == '_';
  return is_letter(c) || c == 0xAD || c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x200C ||
         c == 0x200D || is_mark(c) || u_isdigit(static_cast<UChar32>(c));
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_number_space(char32_t c) {
  return c == ' ' || c == kNoBreakSpace || c == kThinSpace || c == kNarrowNoBreakSpace;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span block, const std::vector<Span>& markup,
          const LanguageTables& tables, std::vector<RawToken>& out)
      : text_(text.substr(0, block.end)),
        at_(block.begin),
        markup_(markup),
        tables_(tables),
        out_(out) {}

  void run() {
    auto skip = std::lower_bound(markup_.begin(), markup_.end(), at_,
                                 [](Span s, size_t at) { return s.end <= at; });
    after_space_ = true;
    while (at_ < text_.size()) {
      if (skip != markup_.end() && at_ >= skip->begin) {
        at_ = std::max<size_t>(at_, std::min<size_t>(skip->end, text_.size()));
        ++skip;
        continue;
      }
      limit_ = skip == markup_.end() ? text_.size() : std::min<size_t>(skip->begin, text_.size());
      size_t next = at_;
      const char32_t c = decode(text_, next);
      if (is_space(c)) {
        at_ = next;
        after_space_ = true;
        continue;
      }
      if (is_digit(c))
        number(at_);
      else if (is_word(c) && c != '_')
        word(c);
      else
        symbol(c, next);
      after_space_ = false;
    }
  }

 private:
  // ---- looking
  char32_t peek(size_t at) const { return at < text_.size() ? decode(text_, at) : 0; }
  size_t after(size_t at) const {
    decode(text_, at);
    return at;
  }
  size_t before(size_t at) const {  // precondition: at > 0
    do --at;
    while (!is_boundary(text_, at));
    return at;
  }
  std::string_view str(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  bool is(TokenKind kind, size_t begin, size_t end) const {
    return end - begin < 40 && tables_.is(kind, lower(str(begin, end)));
  }
  size_t skip_word(size_t at) const {
    while (at < text_.size()) {
      size_t next = at;
      if (!is_word(decode(text_, next))) break;
      at = next;
    }
    return at;
  }
  size_t skip_spaces(size_t at) const {
    while (at < text_.size()) {
      size_t next = at;
      if (!is_space(decode(text_, next))) break;
      at = next;
    }
    return at;
  }
  // Whether the word that begins at `at` is one that often begins sentences.
  bool starter_at(size_t at) const { return is(TokenKind::kStarter, at, skip_word(at)); }

  // ---- writing
  RawToken& emit(size_t begin, size_t end) {
    out_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
    at_ = end;
    return out_.back();
  }

  // ---- numbers: "20 000", "1,5", "12:30", "2015-2016", "3e"
  bool number_goes_on(size_t at, size_t& next) const {
    const char32_t c = peek(at);
    if (c != '.' && c != ',' && c != ':' && c != '/' && !is_apostrophe(c)) return false;
    next = after(at);
    if (!is_digit(peek(next))) return false;
    return !is_apostrophe(c) || (is_digit(peek(next + 1)) && is_digit(peek(next + 2)));
  }
  // A space and exactly three digits more: "20 000". English groups only with no-break spaces.
  bool group_goes_on(size_t begin, size_t at, size_t& next) const {
    const char32_t c = peek(at);
    if (!is_number_space(c) || (c == ' ' && !tables_.french())) return false;
    next = after(at);
    for (int i = 0; i < 3; ++i)
      if (!is_digit(peek(next + i))) return false;
    return !is_digit(peek(next + 3)) && text_[begin] != '0';
  }
  void number(size_t begin) {
    size_t at = begin;
    while (at < text_.size() && !is_digit(peek(at))) at = after(at);  // a sign
    const size_t first = at;
    const auto digits = [&] {
      while (is_digit(peek(at))) ++at;
    };
    digits();
    size_t next = 0;
    if (at - first <= 3 && group_goes_on(first, at, next)) {
      while (group_goes_on(first, at, next)) at = next + 3;
    }
    while (number_goes_on(at, next)) {
      at = next;
      digits();
    }
    hyphenated_number(first, at);
    number_end(begin, at);
  }
  // "2015-2016" is one token in French; in English only telephone numbers and dates are.
  void hyphenated_number(size_t first, size_t& at) const {
    size_t end = at, parts = 1;
    while (peek(end) == '-' && is_digit(peek(end + 1))) {
      ++end;
      ++parts;
      while (is_digit(peek(end)) || (peek(end) == ',' && is_digit(peek(end + 1)))) ++end;
    }
    if (parts == 1 || is_word(peek(end))) return;
    const bool telephone = parts == 2 && at - first == 3 && end - at == 5;
    if (tables_.french() || parts > 2 || telephone) at = end;
  }
  void number_end(size_t begin, size_t at) {
    const size_t letters = skip_word(at);
    size_t end = letters;
    if (!tables_.french() && is_apostrophe(peek(letters))) {  // "the 60's"
      const size_t s = after(letters);
      if (letters == at && peek(s) == 's' && !is_word(peek(s + 1))) end = s + 1;
    }
    if (end == at) {
      emit(begin, at);
      return;
    }
    if (end > letters || is(TokenKind::kOrdinal, at, end)) {
      emit(begin, end);
      return;
    }
    const bool hour = (text_[at] | 0x20) == 'h' && (at + 1 == end || is_digit(peek(at + 1)));
    const bool mixed = std::any_of(text_.begin() + at, text_.begin() + end,
                                   [](char c) { return is_digit(static_cast<uint8_t>(c)); });
    const bool one_capital = end == at + 1 && is_upper(peek(at));
    const bool cut =
        tables_.french() ? hour || is(TokenKind::kUnit, at, end) : !mixed && !one_capital;
    if (!cut) {
      emit(begin, end);
      return;
    }
    emit(begin, at);
    emit(at, hour ? at + 1 : end);
  }

  // ---- words
  bool ascii_ci(size_t at, std::string_view what) const {
    if (at + what.size() > text_.size()) return false;
    for (size_t i = 0; i < what.size(); ++i)
      if ((text_[at + i] >= 'A' && text_[at + i] <= 'Z' ? text_[at + i] | 0x20 : text_[at + i]) !=
          what[i])
        return false;
    return true;
  }
  bool url(char32_t c) {
    const char32_t l = c | 0x20;
    if (l != 'h' && l != 'w' && l != 'f' && l != 'm') return false;
    bool found = false;
    for (std::string_view start : {"http://", "https://", "www.", "ftp://", "mailto:"})
      found = found || (ascii_ci(at_, start) && is_word(peek(at_ + start.size())));
    if (found) emit(at_, url_end(at_));
    return found;
  }
  // To the next white space, quotation mark or markup, without the punctuation of the sentence.
  size_t url_end(size_t begin) const {
    size_t at = begin, end = begin;
    bool open = false;
    while (at < limit_) {
      const char32_t c = peek(at);
      if (is_space(c) || c == '<' || c == '>' || c == '"' || c == 0xAB || c == 0xBB ||
          c == 0x201C || c == 0x201D || c == '|')
        break;
      at = after(at);
      open = open || c == '(';
      const bool tail = c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
                        c == ']' || c == '\'' || c == 0x2019 || c == 0x2026 || c == '*' ||
                        (c == ')' && !open);
      if (!tail) end = at;
    }
    return end;
  }
  static bool net_byte(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || c == '+' || c == '%';
  }
  // The end of an internet name or an address whose first label is [begin, at); `at` if it is none.
  size_t net_name_end(size_t begin, size_t at) const {
    const bool mail = text_[at] == '@';
    size_t end = at + 1;
    const size_t limit = std::min(text_.size(), at + kLongestNetName);
    while (end < limit && (net_byte(text_[end]) || (text_[end] == '@' && !mail))) ++end;
    while (end > at && (text_[end - 1] == '.' || text_[end - 1] == '-' || text_[end - 1] == '%'))
      --end;
    if (end <= at + 1) return at;
    if (mail || str(at, end).find('@') != std::string_view::npos) return end;
    const size_t dot = str(begin, end).rfind('.') + begin;
    const std::string_view last = str(dot + 1, end);
    if (dot < begin + 2 || !tables_.is(TokenKind::kDomain, last)) return at;
    return peek(end) == '/' && is_word(peek(end + 1)) ? url_end(begin) : end;
  }
  bool single_letter(size_t begin, size_t end) const {
    return begin < end && is_letter(peek(begin)) && after(begin) == end;
  }

  // Where the stretch ends that is one word, or several that an apostrophe or hyphen joins.
  size_t compound_end(size_t begin, bool& apostrophe, bool& hyphen) const {
    size_t at = skip_word(begin), part = begin;
    while (at < text_.size()) {
      size_t next = at;
      const char32_t c = decode(text_, next);
      const char32_t then = peek(next);
      if (is_apostrophe(c)) {
        const bool joins = is_word(then);
        if (!joins && !(tables_.french() && elision(part, at))) break;
        apostrophe = true;
        part = next;
        at = joins ? skip_word(next) : next;
        if (!joins) break;
      } else if (is_hyphen(c) && is_word(then)) {
        hyphen = true;
        part = next;
        at = skip_word(next);
      } else if (c == '.' && is_word(then)) {
        const size_t end = skip_word(next);
        if (single_letter(part, at) && (single_letter(next, end) || is_upper(peek(part)))) {
          // "D.III", but "M.Durand" is two tokens
          if (!single_letter(next, end) && !is_upper(peek(after(next)))) break;
          part = next;
          at = end;  // "U.S", "D.III"
        } else {
          const size_t name = net_name_end(part, at);
          if (name == at) break;
          at = name;
        }
      } else if (c == '.' && is_hyphen(then) && tables_.french() && single_letter(part, at)) {
        const size_t letter = after(next);
        if (!single_letter(letter, skip_word(letter)) || peek(skip_word(letter)) != '.') break;
        part = letter;
        at = skip_word(letter);  // "J.-C."
      } else if (c == '@' && is_word(then)) {
        const size_t name = net_name_end(part, at);
        if (name == at) break;
        at = name;
      } else if (c == '&' && at - part <= 3 && is_upper(peek(part)) && is_upper(then)) {
        part = next;
        at = skip_word(next);  // "R&D"
      } else {
        break;
      }
    }
    return at;
  }
  bool elision(size_t begin, size_t end) const {
    return end - begin < 10 && tables_.is(TokenKind::kElision, lower(str(begin, end)) + "'");
  }

  void word(char32_t first) {
    if (url(first)) return;
    bool apostrophe = false, hyphen = false;
    const size_t begin = at_, end = compound_end(begin, apostrophe, hyphen);
    if (peek(end) == 0xB0 && (str(begin, end) == "n" || str(begin, end) == "N")) {
      emit(begin, end + 2);  // "n°"
      return;
    }
    const size_t before = out_.size();
    if (tables_.french())
      french_compound(begin, end, apostrophe, hyphen);
    else
      english_compound(begin, end, apostrophe, hyphen);
    if (out_.size() > before) {
      inclusive_ending();
      full_stop();
    }
  }

  void french_compound(size_t begin, size_t end, bool apostrophe, bool hyphen) {
    while (apostrophe && begin < end && !is(TokenKind::kWhole, begin, end)) {
      size_t at = begin;
      while (at < end && !is_apostrophe(peek(at))) at = after(at);
      if (at >= end || !elision(begin, at)) break;
      at = after(at);
      emit(begin, at);
      begin = at;
    }
    if (begin == end) return;
    std::vector<size_t> cuts;  // clitics, last first: "donne-le-moi"
    size_t stop = end;
    while (hyphen && cuts.size() < 2 && !is(TokenKind::kWhole, begin, stop)) {
      const size_t cut = clitic_begin(begin, stop);
      if (cut == begin) break;
      cuts.push_back(cut);
      stop = cut;
    }
    emit(begin, stop);
    for (; !cuts.empty(); cuts.pop_back())
      emit(stop, cuts.size() > 1 ? cuts[cuts.size() - 2] : end), stop = at_;
  }
  // Where the clitic at the end of [begin, end) begins, hyphen included; `begin` if there is none.
  size_t clitic_begin(size_t begin, size_t end) const {
    size_t hyphen = begin, after_hyphen = begin;
    for (size_t at = begin; at < end; at = after(at))
      if (is_hyphen(peek(at))) hyphen = at, after_hyphen = after(at);
    if (hyphen == begin || !is(TokenKind::kClitic, after_hyphen, end)) return begin;
    const bool capital = is_upper(peek(after_hyphen));
    if (capital && !is_upper(peek(before(hyphen)))) return begin;  // a name, not a text in capitals
    const std::string clitic = lower(str(after_hyphen, end));
    const bool takes_t = clitic.starts_with("il") || clitic.starts_with("elle") || clitic == "on";
    if (takes_t && hyphen >= begin + 3 && (text_[hyphen - 1] | 0x20) == 't' &&
        text_[hyphen - 2] == '-')
      return hyphen - 2;
    return hyphen;
  }

  void english_compound(size_t begin, size_t end, bool apostrophe, bool hyphen) {
    if (apostrophe && is(TokenKind::kWhole, begin, end)) {
      emit(begin, end);
      return;
    }
    if (hyphen && !is(TokenKind::kWhole, begin, end)) {
      bool may_join = true;
      for (size_t at = begin; at < end;) {
        size_t cut = at;
        while (cut < end && !is_hyphen(peek(cut))) cut = after(cut);
        if (cut < end && may_join && is(TokenKind::kPrefix, at, cut)) {
          cut = after(cut);
          while (cut < end && !is_hyphen(peek(cut))) cut = after(cut);
        }
        may_join = false;
        english_word(at, cut, apostrophe);
        at = cut;
        if (at < end) {
          emit(at, after(at));
          at = at_;
        }
      }
      return;
    }
    english_word(begin, end, apostrophe);
  }
  void english_word(size_t begin, size_t end, bool apostrophe) {
    size_t mark = end;
    for (size_t at = begin; apostrophe && at < end; at = after(at))
      if (is_apostrophe(peek(at))) mark = at;
    if (mark > begin && mark < end) {
      const bool negation = (text_[mark - 1] | 0x20) == 'n' && mark - 1 > begin &&
                            (peek(after(mark)) | 0x20) == 't' && after(mark) + 1 == end;
      if (negation || is(TokenKind::kSuffix, mark, end)) {
        emit(begin, end).second_word = static_cast<uint32_t>(negation ? mark - 1 : mark);
        return;
      }
    }
    RawToken& token = emit(begin, end);
    // The possessive of a plural: "the states' armies", but not where a quotation may close.
    if (end < text_.size() && (text_[end - 1] | 0x20) == 's' && is_apostrophe(peek(end)) &&
        !single_quote_open_) {
      const size_t behind = after(end);
      if (peek(behind) == ' ' && is_letter(peek(behind + 1))) {
        token.second_word = static_cast<uint32_t>(end);
        token.span.end = static_cast<uint32_t>(behind);
        at_ = behind;
      }
    }
  }

  // "le(s) candidat(e)s": the bracket belongs to the word.
  void inclusive_ending() {
    if (!tables_.french() || at_ >= text_.size() || text_[at_] != '(') return;
    const size_t close = skip_word(at_ + 1);
    if (close == at_ + 1 || close > at_ + 4 || peek(close) != ')') return;
    at_ = skip_word(close + 1);
    out_.back().span.end = static_cast<uint32_t>(at_);
  }

  // Gives the full stop behind the last token to it, when it abbreviates.
  void full_stop() {
    if (at_ >= text_.size() || text_[at_] != '.') return;
    if (peek(at_ + 1) == '.' && peek(at_ + 2) == '.') return;
    RawToken& token = out_.back();
    const size_t begin = token.span.begin, end = at_ + 1;
    const size_t next = skip_spaces(end);
    const bool last = next >= text_.size();
    const std::string_view form = str(begin, end);
    Abbreviation kind = tables_.abbreviation(form);
    if (kind == Abbreviation::kNone && peek(end) == '.') return;
    const bool capital_follows = !last && is_upper(peek(next));
    if (kind == Abbreviation::kNone && form.find('.') + 1 < form.size() &&
        (single_letter(begin, begin + form.find('.')) || form.find(".-") < form.size()))
      kind = Abbreviation::kName;  // "O.T.A.N."
    if (kind == Abbreviation::kNone && single_letter(begin, end - 1) && is_upper(peek(begin)) &&
        capital_follows && (!starter_at(next) || peek(skip_word(next)) == '.'))
      kind = Abbreviation::kTitle;  // "J. Dupont"
    if (kind == Abbreviation::kReference && !is_digit(peek(next))) kind = Abbreviation::kNone;
    if (kind == Abbreviation::kTitle && !is_upper(peek(begin)) && capital_follows &&
        starter_at(next))
      kind = Abbreviation::kNone;  // "le salaire min. Le"
    if (kind == Abbreviation::kTitle && last) kind = Abbreviation::kNone;
    if (kind == Abbreviation::kNone) return;
    token.span.end = static_cast<uint32_t>(end);
    token.abbreviation = kind;
    at_ = end;
  }

  // ---- everything else
  size_t run_of(std::string_view signs, size_t at) const {
    while (at < text_.size() && signs.find(text_[at]) != std::string_view::npos) ++at;
    return at;
  }
  void symbol(char32_t c, size_t next) {
    const char32_t then = peek(next);
    if ((c == '#' || c == '@') && is_letter(then) && after_space_) {
      emit(at_, skip_word(next));
      return;
    }
    const bool sign = c == '+' || (c == '-' && tables_.french()) || c == '.';
    if (sign && after_space_ && is_digit(then)) {
      number(at_);
      return;
    }
    if (c == '!' || c == '?') {
      emit(at_, run_of("!?", next));
      return;
    }
    if (c < 0x80 &&
        std::string_view(".-=_*~<>+`'$").find(static_cast<char>(c)) != std::string_view::npos) {
      const char same[2] = {static_cast<char>(c), 0};
      const size_t end = run_of(same, next);
      if (c == '\'' && end == next) single_quote_open_ = after_space_;
      emit(at_, end);
      return;
    }
    if (!tables_.french() && after_space_ && (c == ':' || c == ';' || c == '=')) {
      const size_t mouth = then == '-' ? next + 1 : next;
      if ((peek(mouth) == ')' || peek(mouth) == '(') && !is_word(peek(mouth + 1))) {
        emit(at_, mouth + 1);
        return;
      }
    }
    if (c == 0xB0 && tables_.french() && (then == 'C' || then == 'F') && !is_word(peek(next + 1))) {
      emit(at_, next + 1);  // "25 °C"
      return;
    }
    if (c == 0x2018) single_quote_open_ = true;
    if (c == 0x2019) single_quote_open_ = false;
    emit(at_, cluster_end(c, next));
  }
  // A sign with what modifies it: marks, emoji sequences, flags.
  size_t cluster_end(char32_t c, size_t at) const {
    const auto regional = [](char32_t x) { return x >= 0x1F1E6 && x <= 0x1F1FF; };
    if (regional(c) && regional(peek(at))) at = after(at);
    while (at < text_.size()) {
      const char32_t m = peek(at);
      if (m == 0x200D) {
        at = after(at);
        const char32_t joined = peek(at);
        if (at < text_.size() && joined >= 0x2190 && !is_space(joined) && !is_word(joined))
          at = after(at);
      } else if (is_mark(m) || (m >= 0x1F3FB && m <= 0x1F3FF)) {
        at = after(at);
      } else {
        break;
      }
    }
    return at;
  }

  const std::string_view text_;  // to the block's end
  size_t at_, limit_ = 0;        // limit_: where the next markup begins
  const std::vector<Span>& markup_;
  const LanguageTables& tables_;
  std::vector<RawToken>& out_;
  bool after_space_ = true;
  bool single_quote_open_ = false;
};

}  // namespace

void tokenize(std::string_view text, Span block, const std::vector<Span>& markup,
              const LanguageTables& tables, std::vector<RawToken>& out) {
  Scanner(text, block, markup, tables, out).run();
}

}  // namespace selon
