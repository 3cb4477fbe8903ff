#include "mentions/number_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/table.h"
#include "base/utf8.h"

namespace selon {

FoldedSentence::FoldedSentence(const Document& doc, int32_t sentence, const Joins& joins)
    : doc_(doc) {
  const Sentence& s = doc.sentences[sentence];
  pieces_.reserve(s.end_token - s.first_token);
  for (int32_t t = s.first_token; t < s.end_token; ++t) part(t, joins);
}

namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// Behind the run that begins at `at`: a number ("4:00", "10/1"), a word, or one sign.
size_t run_end(std::string_view text, size_t at) {
  const auto letter = [&](size_t i) {
    return static_cast<uint8_t>(text[i]) >= 0x80 || is_letter(static_cast<uint8_t>(text[i]));
  };
  size_t end = at + 1;
  if (is_figure(text[at])) {
    while (end < text.size() && (is_figure(text[end]) ||
                                 (std::string_view(".,:/").find(text[end]) != std::string::npos &&
                                  end + 1 < text.size() && is_figure(text[end + 1]))))
      ++end;
  } else if (letter(at)) {
    while (end < text.size() && letter(end)) ++end;
  }
  return end;
}

}  // namespace

void FoldedSentence::part(int32_t token, const Joins& joins) {
  const Span span = doc_.tokens[token].span;
  const std::string_view text = doc_.str(span);
  const bool figures = std::any_of(text.begin(), text.end(), is_figure);
  if (!joins || !figures || text.size() > 32 || std::all_of(text.begin(), text.end(), is_figure)) {
    pieces_.push_back({fold(text), token, span});
    return;
  }
  std::vector<size_t> ends;
  for (size_t at = 0; at < text.size(); at = ends.back()) ends.push_back(run_end(text, at));
  const auto run = [&](size_t k) {
    const size_t begin = k == 0 ? 0 : ends[k - 1];
    return text.substr(begin, ends[k] - begin);
  };
  const auto word = [&](size_t k, bool before) {
    return !is_figure(run(k)[0]) && joins(fold(run(k)), before);
  };
  const auto dated = [&](size_t k) { return run(k).find_first_of(":/") != std::string::npos; };
  size_t begin = 0;
  for (size_t k = 0; k < ends.size(); ++k) {
    // Whether the token is cut behind run k; a sign stands apart from its number.
    bool cut = k + 1 == ends.size() || (k == 0 && (run(0) == "-" || run(0) == "−"));
    if (!cut && is_figure(run(k)[0])) {
      cut = word(k + 1, true);
      if (k + 2 < ends.size() && (run(k + 1) == "-" || run(k + 1) == "~"))
        cut = cut || run(k + 1) == "~" || word(k + 2, true) || dated(k) || dated(k + 2);
    } else if (!cut && is_figure(run(k + 1)[0])) {
      cut = word(k, false) || (k > 0 && is_figure(run(k - 1)[0]) && word(k, true));
      if (k > 0 && (run(k) == "-" || run(k) == "~"))
        cut = cut || run(k) == "~" || word(k - 1, false) || dated(k - 1) || dated(k + 1);
    } else if (!cut) {
      cut = word(k, false) || (k > 0 && is_figure(run(k - 1)[0]) && word(k + 1, true));
    }
    if (!cut) continue;
    const Span piece{static_cast<uint32_t>(span.begin + begin),
                     static_cast<uint32_t>(span.begin + ends[k])};
    pieces_.push_back({fold(doc_.str(piece)), token, piece});
    begin = ends[k];
  }
}

const Word& FoldedSentence::word(size_t i) const {
  return doc_.words[doc_.tokens[token(i)].first_word];
}

Result<NumberWords> NumberWords::open(const std::string& data_dir, const std::string& language) {
  NumberWords out;
  out.french_ = language != "en";
  Status read = read_table(
      data_dir + "/lang/" + language + "/number_words.tsv", 3, 3,
      [&](const Row& row) -> std::string {
        Kind kind;
        if (row[1] == "unit")
          kind = Kind::kUnit;
        else if (row[1] == "hundred")
          kind = Kind::kHundred;
        else if (row[1] == "thousand")
          kind = Kind::kThousand;
        else if (row[1] == "scale")
          kind = Kind::kScale;
        else if (row[1] == "ordinal")
          kind = Kind::kOrdinal;
        else if (row[1] == "collective")
          kind = Kind::kCollective;
        else if (row[1] == "half")
          kind = Kind::kHalf;
        else
          return "unknown kind " + row.string(1);
        out.entries_[row.string(0)] = {kind, std::strtod(row.string(2).c_str(), nullptr)};
        return {};
      });
  if (!read) return read.error();
  return out;
}

const NumberWords::Entry* NumberWords::find(std::string_view form) const {
  if (form.size() > 24) return nullptr;
  const auto it = entries_.find(std::string(form));
  return it == entries_.end() ? nullptr : &it->second;
}

std::optional<double> NumberWords::figures(std::string_view token) const {
  if (token.empty() || token.size() > 24) return std::nullopt;
  std::string plain;
  const char decimal = french_ ? ',' : '.', thousands = french_ ? '.' : ',';
  bool point = false;
  for (size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (c >= '0' && c <= '9') {
      plain += c;
      continue;
    }
    if (i == 0) return std::nullopt;
    size_t run = 0;
    while (i + 1 + run < token.size() && token[i + 1 + run] >= '0' && token[i + 1 + run] <= '9')
      ++run;
    if (c == ' ' || c == '\'' || (c == thousands && run == 3 && !point)) continue;
    if (static_cast<uint8_t>(c) >= 0x80) continue;  // a no-break space inside the number
    if ((c != decimal && c != thousands) || point || run == 0) return std::nullopt;
    point = true;
    plain += '.';
  }
  return std::strtod(plain.c_str(), nullptr);
}

// Puts the parts of a cardinal together: 4, 20, 10, 7 → 97. Each part must fit behind the last one.
class Cardinal {
 public:
  // False: the part belongs to another number.
  bool add_unit(double v) {
    const double below = std::fmod(current_, 100);
    if (v == 20 && below == 4) {  // quatre-vingts
      current_ += 76;
    } else if (!any_ || (scaled_ && current_ == 0)) {
      current_ = v;
    } else if (below == 0 && current_ >= 100) {
      current_ += v;
    } else if (below >= 20 && std::fmod(below, 10) == 0 && v < 10 && v > 0) {
      current_ += v;
    } else if ((below == 60 || below == 80) && v >= 10 && v < 20) {
      current_ += v;
    } else if ((below == 70 || below == 90) && v >= 7 && v < 10) {
      current_ += v;  // soixante-dix-sept
    } else {
      return false;
    }
    return any_ = true;
  }
  bool add_hundred() {
    if (current_ >= 100) return false;
    current_ = (current_ == 0 ? 1 : current_) * 100;
    return any_ = true;
  }
  bool add_scale(double v) {
    if (scaled_ && v >= last_scale_) return false;
    total_ += (current_ == 0 ? 1 : current_) * v;
    current_ = 0;
    last_scale_ = v;
    scaled_ = true;
    return any_ = true;
  }
  void start(double v) {
    current_ = v;
    any_ = true;
  }
  double value() const { return total_ + current_; }
  bool any() const { return any_; }

 private:
  double total_ = 0, current_ = 0, last_scale_ = 0;
  bool any_ = false, scaled_ = false;
};

std::optional<SpokenNumber> NumberWords::read_words(const FoldedSentence& s, size_t i) const {
  Cardinal cardinal;
  size_t end = i;
  bool ordinal = false;
  for (size_t k = i; k < s.size() && !ordinal; ++k) {
    const std::string_view form = s.form(k);
    if (cardinal.any() && (form == "et" || form == "and" || form == "-")) {
      const Entry* next = find(s.form(k + 1));
      const bool joins = next && (next->kind == Kind::kUnit || next->kind == Kind::kOrdinal) &&
                         (form != "et" || next->value == 1 || next->value == 11) &&
                         (form != "and" || cardinal.value() >= 100) &&
                         (form != "-" || (s.glued(k) && s.glued(k + 1)));
      if (!joins) break;
      continue;
    }
    Cardinal before = cardinal;
    bool fits = true;
    if (const Entry* whole = find(form); whole && whole->kind == Kind::kOrdinal) {
      if (cardinal.any()) {
        fits = !french_ && cardinal.add_unit(whole->value);
      } else {
        cardinal.start(whole->value);
      }
      ordinal = fits;
    } else {
      for (std::string_view part : split(form, '-')) {
        const Entry* e = find(part);
        if (part == "et" && cardinal.any()) continue;
        if (!e)
          fits = false;
        else if (e->kind == Kind::kUnit)
          fits = cardinal.add_unit(e->value);
        else if (e->kind == Kind::kHundred)
          fits = cardinal.add_hundred();
        else if (e->kind == Kind::kThousand)
          fits = cardinal.add_scale(e->value);
        else if (e->kind == Kind::kScale)
          fits = cardinal.any() && part.size() > 2 && cardinal.add_scale(e->value);
        else if (e->kind == Kind::kOrdinal && cardinal.any())
          fits = ordinal = cardinal.add_unit(e->value);
        else
          fits = false;
        if (!fits) break;
      }
    }
    if (!fits) {
      cardinal = before;
      ordinal = false;
      break;
    }
    end = k + 1;
  }
  if (end == i) return std::nullopt;
  SpokenNumber out;
  out.value = cardinal.value();
  out.end = end;
  out.ordinal = ordinal;
  out.article = end == i + 1 && (s.form(i) == "un" || s.form(i) == "une");
  return out;
}

std::optional<SpokenNumber> NumberWords::read(const FoldedSentence& s, size_t i) const {
  if (i >= s.size() || s.form(i).empty()) return std::nullopt;
  const std::string_view form = s.form(i);
  std::optional<SpokenNumber> out;
  if (form[0] >= '0' && form[0] <= '9') {
    size_t digits = 0;
    while (digits < form.size() && form[digits] >= '0' && form[digits] <= '9') ++digits;
    if (digits < form.size()) {
      for (std::string_view ending :
           {"er", "e", "re", "eme", "ieme", "nd", "nde", "st", "rd", "th", "ere", "o"})
        if (form.substr(digits) == ending && digits <= 4)
          return SpokenNumber{
              .value = std::strtod(std::string(form.substr(0, digits)).c_str(), nullptr),
              .end = i + 1,
              .ordinal = true,
              .figures = true};
    }
    const std::optional<double> value = figures(form);
    if (!value) return std::nullopt;
    out = SpokenNumber{.value = *value, .end = i + 1, .figures = true};
    while (const Entry* e = find(s.form(out->end))) {  // "3 millions", "20 mille"
      if (e->kind != Kind::kScale && e->kind != Kind::kThousand) break;
      if (s.form(out->end).size() <= 2 && !s.glued(out->end) && french_) break;
      if (s.form(out->end) == "m" && !french_ && !s.glued(out->end)) break;
      out->value *= e->value;
      ++out->end;
    }
  } else {
    const Entry* half = find(form);
    if (half && half->kind == Kind::kHalf && !french_) {  // "half a million"
      const size_t scale = s.form(i + 1) == "a" ? i + 2 : i + 1;
      const Entry* e = find(s.form(scale));
      if (e && e->kind == Kind::kScale && s.form(scale).size() > 2)
        return SpokenNumber{.value = e->value / 2, .end = scale + 1};
    }
    out = read_words(s, i);
  }
  // "une dizaine", "deux douzaines", "des centaines", "a dozen", "12 milliers", "des millions"
  const size_t at = out ? out->end : form == "a" || form == "des" || form == "les" ? i + 1 : i;
  const Entry* e = find(s.form(at));
  const bool plural_scale = e && !out && form != "a" && s.form(at).size() > 4 &&
                            e->kind == Kind::kScale && s.form(at).ends_with("s");
  if (e && (e->kind == Kind::kCollective || plural_scale) && (!out || !out->ordinal)) {
    SpokenNumber n;
    n.collective = true;
    n.plural = !out && form != "a";
    n.value = (out ? out->value : 1) * e->value;
    n.end = at + 1;
    // "des centaines de milliers", "hundreds of thousands"
    const std::string_view of = s.form(n.end);
    if (of == "de" || of == "of" || of == "d'") {
      if (const Entry* more = find(s.form(n.end + 1));
          more && ((more->kind == Kind::kCollective && more->value >= 100) ||
                   (more->kind == Kind::kScale && s.form(n.end + 1).size() > 3))) {
        n.value *= more->value;
        n.end += 2;
      }
    }
    return n;
  }
  // "un million et demi"
  if (out && out->value >= 1000 && s.form(out->end) == "et") {
    const Entry* e = find(s.form(out->end + 1));
    const Entry* scale = find(s.form(out->end - 1));
    if (e && e->kind == Kind::kHalf && scale && scale->kind == Kind::kScale) {
      out->value += scale->value / 2;
      out->end += 2;
    }
  }
  return out;
}

}  // namespace selon
