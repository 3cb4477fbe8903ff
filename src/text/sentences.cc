#include "text/sentences.h"

#include "base/utf8.h"

namespace selon {
namespace {

// What a token can do at the end of a sentence.
enum class Mark : uint8_t {
  kWord,
  kStop,       // .
  kQuestion,   // ? !
  kEllipsis,   // … ...
  kOpening,    // ( « “
  kClosing,    // ) » ”
  kStraight,   // " ' that open and close alike
  kSeparator,  // ; ,
  kColon,
  kDash,
  kBullet,
  kOther
};

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<RawToken>& tokens, const LanguageTables& tables,
           std::vector<size_t>& ends)
      : text_(text), tokens_(tokens), tables_(tables), ends_(ends) {}

  void run() {
    size_t start = 0;
    const auto cut = [&](size_t end) {
      if (end <= start) return;
      cap(start, end);
      ends_.push_back(end);
      start = end;
    };
    cut(dateline_end());
    for (size_t i = start; i < tokens_.size(); ++i) {
      if (i > start && list_item(i)) {
        cut(i);
        straight_open_ = false;
      }
      if (const size_t heading_words = heading(i, start); heading_words > 0) {
        cut(i);
        cut(i + heading_words);
        i = start - 1;
        continue;
      }
      if (i > start &&
          (starts_unmarked(i, start) || item_without_line(i, start) || title_ends(i, start)))
        cut(i);
      const Mark m = mark(i);
      if (m == Mark::kStraight) straight_open_ = !closes(i);
      if (m == Mark::kSeparator && list_ends(i)) {
        cut(i + 1);
        continue;
      }
      const bool terminator = m == Mark::kStop || m == Mark::kQuestion || m == Mark::kEllipsis ||
                              tokens_[i].abbreviation != Abbreviation::kNone;
      if (!terminator) continue;
      const size_t end = after_closers(i + 1);
      if (!ends_here(i, end, start)) continue;
      for (size_t k = i + 1; k < end; ++k)
        if (mark(k) == Mark::kStraight) straight_open_ = false;
      cut(end);
      i = end - 1;
    }
    cut(tokens_.size());
  }

 private:
  std::string_view str(size_t i) const {
    const Span s = tokens_[i].span;
    return text_.substr(s.begin, s.size());
  }
  bool space_before(size_t i) const {
    return i == 0 || tokens_[i - 1].span.end < tokens_[i].span.begin;
  }
  bool space_after(size_t i) const { return i + 1 == tokens_.size() || space_before(i + 1); }
  char32_t first(size_t i) const {
    size_t at = tokens_[i].span.begin;
    return decode(text_, at);
  }

  Mark mark(size_t i) const {
    const std::string_view s = str(i);
    switch (first(i)) {
      case '.':
        return s.size() == 1 ? Mark::kStop : s[1] == '.' ? Mark::kEllipsis : Mark::kWord;
      case '!':
      case '?':
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
      case 0x203D:
        return Mark::kQuestion;
      case 0x2026:
        return Mark::kEllipsis;
      case '(':
      case '[':
      case '{':
      case 0xAB:
      case 0x201C:
      case 0x201E:
      case 0x2018:
      case 0x2039:
        return Mark::kOpening;
      case ')':
      case ']':
      case '}':
      case 0xBB:
      case 0x201D:
      case 0x2019:
      case 0x203A:
        return Mark::kClosing;
      case '"':
        return Mark::kStraight;
      case '\'':
        return s.size() <= 2 ? Mark::kStraight : Mark::kWord;
      case ',':
      case ';':
        return Mark::kSeparator;
      case ':':
        return Mark::kColon;
      case '-':
        return s.find_first_not_of('-') == std::string_view::npos ? Mark::kDash : Mark::kWord;
      case 0x2013:
      case 0x2014:
      case 0x2015:
        return Mark::kDash;
      case '*':
      case 0x2022:
      case 0x25AA:
      case 0x25CF:
      case 0x2023:
        return Mark::kBullet;
      default:
        return is_letter(first(i)) || is_digit(first(i)) ? Mark::kWord : Mark::kOther;
    }
  }
  // Whether a straight quotation mark closes one; where its spaces do not say, they alternate.
  bool closes(size_t i) const {
    const bool before = space_before(i), after = space_after(i);
    return before == after ? straight_open_ : !before;
  }

  // "OSLO, March 3 (Reuters) -" before a sentence says where and by whom it was written: behind its
  // dash; 0: there is none.
  size_t dateline_end() const {
    constexpr size_t kLongest = 14;  // tokens
    bool dated = false, signed_by = false, figures = false;
    if (tokens_.empty() || mark(0) != Mark::kWord || !is_upper(first(0))) return 0;
    for (size_t i = 1; i + 1 < tokens_.size() && i < kLongest; ++i) {
      const Mark m = mark(i);
      if (m == Mark::kDash && space_before(i) && space_after(i)) {
        const bool goes_on = is_upper(first(next_telling(i + 1)));
        const bool capitals = !tables_.french() && str(0).size() > 3 && str(0) != lower(str(0)) &&
                              !is_lower_letter(str(0).back());
        return goes_on && (dated || signed_by || capitals) ? i + 1 : 0;
      }
      figures = is_digit(first(i));
      dated |= figures;
      signed_by |= m == Mark::kClosing;
      const bool month = m == Mark::kWord && !is_upper(first(i)) && !figures;
      if (month && !is_digit(first(i - 1))) return 0;  // "3 mars"
      if (m != Mark::kWord && m != Mark::kOpening && m != Mark::kClosing && first(i) != ',')
        return 0;
    }
    return 0;
  }
  static bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

  // A new line that begins with a dash or a bullet and a space.
  bool list_item(size_t i) const {
    const Mark m = mark(i);
    if (m != Mark::kDash && m != Mark::kBullet) return false;
    if (!space_before(i) || !space_after(i)) return false;
    const size_t from = tokens_[i - 1].span.end;
    return text_.substr(from, tokens_[i].span.begin - from).find('\n') != std::string_view::npos;
  }

  // "…, de guerre ; L'Union …": a capital that begins sentences never follows a semicolon inside
  // one.
  bool list_ends(size_t i) const {
    return first(i) == ';' && i + 1 < tokens_.size() && is_upper(first(i + 1)) && starter(i + 1);
  }
  // A title or caption without a full stop ran into the sentence behind it: "Sur le même sujet Les
  // habitants attendent". Only where a word that is no part of names has its capital before one
  // that has none, and not behind a word that a title could follow: "dans Les amants". English
  // titles have capitals of their own.
  bool starts_unmarked(size_t i, size_t start) const {
    const size_t next = i + 1, before = i - 1;
    if (!space_before(i) || !is_upper(first(i)) || str(i).size() < 2 || !starter(i)) return false;
    if (next >= tokens_.size() || mark(next) != Mark::kWord) return false;
    if (!is_lower_word(next) && !is_digit(first(next))) return false;
    if (mark(before) == Mark::kClosing) return true;
    const bool letters = before == start && in_capitals(before);  // "BCE Le taux directeur"
    return mark(before) == Mark::kWord && (str(before).size() > 3 || letters) && !starter(before) &&
           (tables_.french() || !is_upper(first(before))) &&
           tokens_[before].abbreviation == Abbreviation::kNone;
  }
  // The items of a list that lost its lines: "Deux affaires - Les emplois fictifs - Les lycées".
  // Behind a place alone the dash is a dateline's: "Oslo - Le roi".
  bool item_without_line(size_t i, size_t start) const {
    if (mark(i) != Mark::kDash || !space_before(i) || i + 2 >= tokens_.size()) return false;
    if (!is_upper(first(i + 1)) || !starter(i + 1) || !is_lower_word(i + 2)) return false;
    if (mark(i - 1) != Mark::kWord && mark(i - 1) != Mark::kClosing) return false;
    bool lower_word = false;
    for (size_t k = start; k < i; ++k) {
      if (mark(k) == Mark::kDash && k > start) return false;  // an insertion may close here
      lower_word |= is_lower_word(k);
    }
    return lower_word;
  }
  // The tokens of a page's usual heading at `i` that lost its line: "Voir aussi - Le pont d'Oslo";
  // 0: there is none. In the middle of a sentence only before what can begin one.
  size_t heading(size_t i, size_t start) const {
    constexpr size_t kMost = 4;
    if (mark(i) != Mark::kWord || !is_upper(first(i)) || !space_before(i)) return 0;
    for (size_t words = std::min(kMost, tokens_.size() - i - 1); words > 0; --words) {
      const Span all{tokens_[i].span.begin, tokens_[i + words - 1].span.end};
      const size_t next = i + words;
      if (!tables_.is(TokenKind::kHeading, lower(text_.substr(all.begin, all.size())))) continue;
      const bool item = mark(next) == Mark::kDash && space_before(next) && space_after(next);
      if (i == start) return item || is_upper(first(next)) ? words : 0;
      const bool begins = item || (is_upper(first(next)) && starter(next)) || heading(next, next);
      const bool after_word =
          mark(i - 1) == Mark::kWord && str(i - 1).size() > 3 && !starter(i - 1);
      return begins && (after_word || mark(i - 1) == Mark::kClosing) ? words : 0;
    }
    return 0;
  }
  // A title in capitals ran into the sentence behind it: "GUERRE EN UKRAINE Kiev accuse".
  bool title_ends(size_t i, size_t start) const {
    constexpr size_t kFewest = 3;  // words; fewer may be a name: "ONU Femmes"
    if (!tables_.french() || !space_before(i) || !is_upper(first(i))) return false;
    if (str(i).size() < 2 || in_capitals(i)) return false;
    size_t words = 0;
    for (size_t k = start; k < i; ++k) {
      if (mark(k) != Mark::kWord) continue;
      if (!in_capitals(k)) return false;
      words += is_letter(first(k));
    }
    return words >= kFewest;
  }
  bool in_capitals(size_t i) const {
    for (size_t at = 0; at < str(i).size();) {
      const char32_t c = decode(str(i), at);
      if (is_letter(c) && !is_upper(c)) return false;
    }
    return true;
  }
  bool is_lower_word(size_t i) const { return is_letter(first(i)) && str(i) == lower(str(i)); }
  // "[17]" or "(3)" glued to the end of a sentence: a note's number.
  bool note_number(size_t i) const {
    return i + 2 < tokens_.size() && (first(i) == '[' || (first(i) == '(' && !space_before(i))) &&
           numbering(i + 1) && mark(i + 2) == Mark::kClosing && !space_before(i + 2);
  }

  // Behind the quotation marks and brackets that close at `i`.
  size_t after_closers(size_t i) const {
    bool open = straight_open_;
    for (; i < tokens_.size(); ++i) {
      const Mark m = mark(i);
      if (note_number(i)) {
        i += 2;
        continue;
      }
      if (m == Mark::kClosing) {
        if (first(i) == 0xBB && !space_before(i) && !space_after(i) && i + 1 < tokens_.size() &&
            mark(i + 1) == Mark::kWord)
          break;  // »opening« the other way round
        continue;
      }
      if (m == Mark::kStraight) {
        const bool before = space_before(i), after = space_after(i);
        if (before == after ? open : !before) {
          open = false;
          continue;
        }
      }
      break;
    }
    return i;
  }

  // The first token from `i` on that says how the text goes on: a word or number, or a separator.
  size_t next_telling(size_t i) const {
    for (size_t k = i; k < tokens_.size() && k < i + 4; ++k) {
      const Mark m = mark(k);
      if (m != Mark::kOpening && m != Mark::kStraight && m != Mark::kDash && m != Mark::kBullet &&
          m != Mark::kOther && m != Mark::kEllipsis)
        return k;
    }
    return i;
  }

  bool ends_here(size_t i, size_t end, size_t start) const {
    if (end >= tokens_.size()) return true;
    const Mark m = mark(i);
    const Abbreviation abbreviation = tokens_[i].abbreviation;
    const size_t told = next_telling(end);
    const char32_t c = first(told);
    const bool closers = end > i + 1;
    if (mark(end) == Mark::kSeparator || mark(end) == Mark::kColon) return false;
    if (m == Mark::kEllipsis && i > 0 && mark(i - 1) == Mark::kOpening) return false;  // (...)
    if (abbreviation != Abbreviation::kNone) {
      if (!is_upper(c)) return false;
      if (abbreviation == Abbreviation::kEnd) return true;
      return abbreviation == Abbreviation::kName && told == end && starter(told);
    }
    if (m == Mark::kStop && i == start + 1 && numbering(start)) return false;  // "1. Le texte"
    if (!space_before(end) && !closers) return glued(i, end, m);
    if (m == Mark::kStop && !closers && mark(end) == Mark::kDash && space_after(end)) return true;
    if (mark(told) != Mark::kWord) return mark(told) == Mark::kOther || told == end;
    if (is_upper(c) || is_digit(c)) return true;
    if (lower(c) == c && is_letter(c)) {
      // Lower case goes on with the sentence, unless the letter has no case at all.
      if (!cased(c)) return true;
      if (closers || told != end) return false;
      return (m == Mark::kStop && long_word(i)) || (m == Mark::kQuestion && !tables_.french());
    }
    return true;
  }
  // No space behind the mark: "fin.Le début", but "version 2.x", "Yahoo!France".
  bool glued(size_t i, size_t end, Mark m) const {
    if (m == Mark::kEllipsis) return is_upper(first(end)) && mark(end) == Mark::kWord;
    return mark(end) == Mark::kWord && is_upper(first(end)) && i > 0 && long_word(i);
  }
  static bool cased(char32_t c) { return c < 0x590 || (c >= 0x1E00 && c < 0x2000); }
  // A word before the stop that is too long, or too usual, to be an unknown abbreviation.
  bool long_word(size_t i) const {
    return i > 0 && tokens_[i - 1].span.size() >= (tables_.french() ? 5 : 2) &&
           mark(i - 1) == Mark::kWord;
  }
  bool numbering(size_t i) const {
    const std::string_view s = str(i);
    return s.size() <= 3 && s.find_first_not_of("0123456789") == std::string_view::npos;
  }
  bool starter(size_t i) const {
    std::string form = lower(str(i));
    if (form.ends_with('\'')) form.pop_back();
    return tables_.is(TokenKind::kStarter, form);
  }

  // Cuts [start, end) where it is too long.
  void cap(size_t start, size_t end) {
    while (end - start > kLongestSentence) {
      size_t best = start + kLongestSentence;
      int best_rank = 0;
      for (size_t k = start + kLongestSentence - 1; k >= start + kLongestSentence / 2; --k) {
        const Mark m = mark(k);
        const int rank = m == Mark::kStop || m == Mark::kQuestion || m == Mark::kEllipsis ? 4
                         : first(k) == ';'                                                ? 3
                         : m == Mark::kColon || m == Mark::kDash                          ? 2
                         : first(k) == ','                                                ? 1
                                                                                          : 0;
        if (rank > best_rank) {
          best_rank = rank;
          best = k + 1;
        }
      }
      ends_.push_back(best);
      start = best;
    }
  }

  const std::string_view text_;
  const std::vector<RawToken>& tokens_;
  const LanguageTables& tables_;
  std::vector<size_t>& ends_;
  bool straight_open_ = false;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<RawToken>& tokens,
                     const LanguageTables& tables, std::vector<size_t>& ends) {
  Splitter(text, tokens, tables, ends).run();
}

}  // namespace selon
