#include "claims/quotations.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace selon {
namespace {

// Families of marks: a quotation closes with its own family.
enum class Family : uint8_t { kGuillemets, kAngle, kDouble, kStraight, kSingle };

// Paragraphs that one quotation may run over; beyond, a missing mark is the likelier reading.
constexpr size_t kMaxBlocks = 12;
// Bytes within which a single quotation mark must find its partner; else it is an apostrophe.
constexpr uint32_t kMaxSingle = 240;
// Words up to which a quotation without a finite verb is a distance quote.
constexpr int kMaxDistanceWords = 6;
constexpr int kMaxTitleWords = 8;
// Quotations inside quotations; what opens deeper is noise.
constexpr size_t kMaxDepth = 8;

struct Mark {
  Span span;
  Family family = Family::kGuillemets;
  bool opens = false, closes = false;  // both: the stack decides
};

// The marks of one block, in text order, with what each can do where it stands.
class BlockMarks {
 public:
  BlockMarks(std::string_view text, Span block) : text_(text), block_(block) {
    for (size_t at = block.begin; at < block.end;) {
      const auto begin = static_cast<uint32_t>(at);
      const char32_t c = decode(text, at);
      add(c, {begin, static_cast<uint32_t>(at)});
    }
  }
  const std::vector<Mark>& marks() const { return marks_; }

  // The first character that is no white space.
  uint32_t start() const {
    size_t at = block_.begin;
    while (at < block_.end) {
      size_t next = at;
      if (!is_blank(decode(text_, next))) break;
      at = next;
    }
    return static_cast<uint32_t>(at);
  }

 private:
  // Markdown emphasis around a mark is no word: *"oui"*
  static bool is_blank(char32_t c) { return is_space(c) || c == '*' || c == '_'; }
  char32_t before(uint32_t at) const {
    if (at <= block_.begin) return ' ';
    size_t i = at - 1;
    while (i > block_.begin && !is_boundary(text_, i)) --i;
    return decode(text_, i);
  }
  char32_t after(uint32_t at) const {
    if (at >= block_.end) return ' ';
    size_t i = at;
    return decode(text_, i);
  }
  static bool is_wordlike(char32_t c) { return is_letter(c) || is_digit(c); }
  // Where a word may begin: after space, brackets, dashes, elisions, other marks.
  static bool leads_in(char32_t c) {
    return is_blank(c) || c == '(' || c == '[' || c == '/' || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == 0x00AB || c == 0x201C || c == '"' || c == '\'' || c == 0x2019 ||
           c == 0x2018;
  }
  bool after_colon(uint32_t at) const {
    while (at > block_.begin) {
      const char32_t c = before(at);
      if (c == ':') return true;
      if (!is_blank(c)) return false;
      --at;
      while (at > block_.begin && !is_boundary(text_, at)) --at;
    }
    return false;
  }

  void add(char32_t c, Span s) {
    Mark m{.span = s};
    const char32_t left = before(s.begin), right = after(s.end);
    switch (c) {
      case 0x00AB:  // «
        m.opens = true;
        break;
      case 0x00BB:  // »; after a colon and a space it can only be meant to open
        m.closes = true;
        m.opens = after_colon(s.begin) && is_space(right);
        break;
      case 0x2039:
      case 0x203A:
        m.family = Family::kAngle;
        (c == 0x2039 ? m.opens : m.closes) = true;
        break;
      case 0x201C:  // “
      case 0x201E:  // „
        m.family = Family::kDouble;
        m.opens = true;
        break;
      case 0x201D:  // ”
        m.family = Family::kDouble;
        m.closes = true;
        m.opens = after_colon(s.begin) && is_wordlike(right);
        break;
      case '"':
        m.family = Family::kStraight;
        m.opens = leads_in(left);
        m.closes = !is_blank(left) || !is_wordlike(right);
        break;
      case 0x2018:  // ‘
        m.family = Family::kSingle;
        m.opens = !is_letter(left) && !is_blank(right) && partner(s.end);
        break;
      case 0x2019:  // ’
      case '\'':
        m.family = Family::kSingle;
        m.closes = !is_blank(left) && !is_wordlike(right);
        m.opens = c == '\'' && leads_in(left) && is_letter(right) && partner(s.end);
        break;
      default:
        return;
    }
    if (m.opens || m.closes) marks_.push_back(m);
  }

  // Whether a closing single mark follows soon.
  bool partner(uint32_t from) const {
    const uint32_t limit = std::min(block_.end, from + kMaxSingle);
    for (size_t at = from; at < limit;) {
      const auto begin = static_cast<uint32_t>(at);
      const char32_t c = decode(text_, at);
      if ((c == 0x2019 || c == '\'') && !is_blank(before(begin)) &&
          !is_wordlike(after(static_cast<uint32_t>(at))))
        return true;
    }
    return false;
  }

  std::string_view text_;
  Span block_;
  std::vector<Mark> marks_;
};

class Finder {
 public:
  explicit Finder(Document& doc) : doc_(doc) {}

  void run() {
    for (size_t b = 0; b < doc_.blocks.size(); ++b) {
      if (!doc_.blocks[b].prose()) continue;
      read(b);
      finish(b);
    }
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<int32_t> holders;
    for (Quotation& q : found_) {
      while (!holders.empty() && doc_.quotations[holders.back()].span.end < q.span.end)
        holders.pop_back();
      q.parent = holders.empty() ? kNone : holders.back();
      words(q);
      q.speech = is_speech(q);
      holders.push_back(static_cast<int32_t>(doc_.quotations.size()));
      doc_.quotations.push_back(q);
    }
  }

 private:
  struct Open {
    Family family;
    uint32_t begin;
  };

  void read(size_t b) {
    const BlockMarks block(doc_.text, doc_.blocks[b].span);
    for (const Mark& m : block.marks()) {
      // A paragraph of a running quotation begins with its mark again, opening or closing
      if (!open_.empty() && resumed_ && m.span.begin == block.start() &&
          m.family == open_.front().family)
        continue;
      const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                     [&](const Open& o) { return o.family == m.family; });
      if (m.closes && same != open_.rend()) {
        const auto at = static_cast<size_t>(open_.rend() - same) - 1;
        while (open_.size() > at + 1) close(m.span.begin, false);
        close(m.span.end, true);
      } else if (m.opens && open_.size() < kMaxDepth) {
        open_.push_back({m.family, m.span.begin});
      }
    }
  }

  // The end of a block: what is still open runs on only when a later block closes it.
  void finish(size_t b) {
    const uint32_t end = doc_.blocks[b].span.end;
    const size_t next = next_block(b);
    resumed_ = false;
    if (next < doc_.blocks.size() && doc_.blocks[next].continues) return;
    const bool runs_on = !open_.empty() && runs_on_after(b, open_.front().family);
    while (open_.size() > (runs_on ? 1 : 0)) close(end, false);
    resumed_ = runs_on;
  }

  size_t next_block(size_t b) const {
    for (++b; b < doc_.blocks.size(); ++b)
      if (doc_.blocks[b].kind != BlockKind::kBoilerplate && doc_.blocks[b].kind != BlockKind::kNote)
        break;
    return b;
  }

  // Either every later paragraph begins with the mark again, or none does before the one that
  // closes.
  bool runs_on_after(size_t b, Family family) const {
    bool again = false;
    for (size_t count = 0; count < kMaxBlocks; ++count) {
      const size_t next = next_block(b);
      if (next >= doc_.blocks.size() || doc_.blocks[next].kind != doc_.blocks[b].kind) return false;
      b = next;
      const BlockMarks block(doc_.text, doc_.blocks[b].span);
      bool reopened = false;
      int depth = 0;
      for (const Mark& m : block.marks()) {
        if (m.family != family) continue;
        if (m.span.begin == block.start()) {
          reopened = true;
        } else if (family == Family::kStraight) {
          // A straight mark says which way it looks only where no word could begin
          if (m.closes && !m.opens) return true;
          return reopened && count == 0;
        } else if (m.opens && !m.closes) {
          ++depth;
        } else if (--depth < 0) {
          return reopened == again || count == 0;
        }
      }
      if (family == Family::kSingle || (family == Family::kStraight && reopened)) return reopened;
      if (count == 0) again = reopened;
      if (depth > 0 || reopened != again) return false;
    }
    return false;
  }

  void close(uint32_t end, bool closed) {
    Quotation q;
    q.span = {open_.back().begin, end};
    q.closed = closed;
    open_.pop_back();
    if (q.span.size() > 1) found_.push_back(q);
  }

  void words(Quotation& q) const {
    const auto at = [&](uint32_t offset) {
      return static_cast<int32_t>(
          std::partition_point(doc_.words.begin(), doc_.words.end(),
                               [&](const Word& w) { return w.span.begin < offset; }) -
          doc_.words.begin());
    };
    q.first_word = at(q.span.begin);
    q.end_word = at(q.span.end);
  }

  bool is_speech(const Quotation& q) const {
    int words = 0;
    bool finite = false, stop = false;
    for (int32_t i = q.first_word; i < q.end_word; ++i) {
      const Word& w = doc_.words[i];
      if (w.upos == Upos::kPunct) {
        stop |= w.form == "." || w.form == "!" || w.form == "?" || w.form == "…";
        continue;
      }
      ++words;
      finite |= w.morph.verb_form == VerbForm::kFin;
    }
    if (words == 0) return false;
    const Word* left = q.first_word > 0 ? &doc_.words[q.first_word - 1] : nullptr;
    const bool after_colon = left != nullptr && left->form == ":";
    if (after_colon || stop) return true;
    if (!finite && words <= kMaxDistanceWords) return false;
    // A name or slogan beside its noun: la campagne « Tous ensemble »
    const bool beside_noun = left != nullptr && left->upos == Upos::kNoun;
    return !(beside_noun && words <= kMaxTitleWords);
  }

  Document& doc_;
  std::vector<Open> open_;
  std::vector<Quotation> found_;
  bool resumed_ = false;
};

}  // namespace

void find_quotations(Document& doc) { Finder(doc).run(); }

}  // namespace selon
