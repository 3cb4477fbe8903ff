#include "intake/html_nesting.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/among.h"

namespace selon {
namespace {

constexpr size_t kLongestTag = 8192;

bool formatting(std::string_view n) {
  constexpr std::array<std::string_view, 13> kNames = {
      "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  return among(n, kNames);
}
bool dropped(std::string_view n) { return n == "svg" || n == "math" || n == "img"; }
bool raw_text(std::string_view n) {
  constexpr std::array<std::string_view, 8> kNames = {"script", "style",   "textarea", "title",
                                                      "xmp",    "noembed", "noframes", "iframe"};
  return among(n, kNames);
}
// Elements without content, and those whose next start tag closes the one before.
bool never_nests(std::string_view n) {
  constexpr std::array<std::string_view, 23> kNames = {
      "area", "base",  "br",     "col",   "embed", "hr",    "input", "link",
      "meta", "param", "source", "track", "wbr",   "p",     "li",    "dt",
      "dd",   "a",     "html",   "head",  "body",  "frame", "image"};
  return among(n, kNames);
}
// An end tag of an ordinary element does not reach through these.
bool barrier(std::string_view n) {
  constexpr std::array<std::string_view, 9> kNames = {
      "table", "td", "th", "caption", "template", "object", "marquee", "applet", "select"};
  return among(n, kNames);
}
bool inline_element(std::string_view n) {
  constexpr std::array<std::string_view, 12> kNames = {
      "span", "abbr", "cite", "q", "sub", "sup", "time", "label", "mark", "ins", "del", "var"};
  return among(n, kNames);
}

class Limiter {
 public:
  explicit Limiter(std::string_view page) : page_(page) {}

  std::string run() {
    out_.reserve(page_.size());
    while (at_ < page_.size()) {
      const size_t open = std::min(page_.find('<', at_), page_.size());
      out_.append(page_, at_, open - at_);
      at_ = open;
      if (at_ < page_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  void markup() {
    if (page_.substr(at_).starts_with("<!--")) return copy_until("-->");
    size_t name_at = at_ + 1;
    const bool end_tag = name_at < page_.size() && page_[name_at] == '/';
    name_at += end_tag;
    std::string name;
    for (size_t i = name_at; i < page_.size() && name.size() < 32; ++i) {
      char c = page_[i];
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && !name.empty()) || c == '-')) break;
      name += c;
    }
    if (name.empty()) {
      out_ += page_[at_++];  // "<" in running text, or a declaration
      return;
    }
    const size_t end = tag_end(name_at);
    const std::string_view tag = page_.substr(at_, end - at_);
    at_ = end;
    if (tag.size() > kLongestTag || formatting(name)) return;
    if (end_tag) return close(name, tag);
    if (dropped(name)) return skip(name, tag);
    if (!raw_text(name) && !never_nests(name)) {
      if (open_.size() >= kMaxNesting) return;
      close_siblings(name);
      open_.push_back(name);
    }
    out_ += tag;
    if (raw_text(name)) copy_until("</" + name);
  }

  // Behind the ">" that ends a tag; quoted values may hold one.
  size_t tag_end(size_t from) const {
    char quote = 0;
    for (size_t i = from; i < page_.size(); ++i) {
      const char c = page_[i];
      if (quote) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && page_[i - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return page_.size();
  }

  void copy_until(std::string_view mark) {
    size_t end = at_;
    const auto same = [&](size_t i) {
      for (size_t k = 0; k < mark.size(); ++k) {
        const char c = page_[i + k];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != mark[k]) return false;
      }
      return true;
    };
    for (;; ++end) {
      end = page_.find(mark.front(), end);
      if (end == std::string_view::npos || end + mark.size() > page_.size()) {
        end = page_.size();
        break;
      }
      if (same(end)) break;
    }
    out_.append(page_, at_, end - at_);
    at_ = end;
    if (mark == "-->" && at_ < page_.size()) out_.append(mark), at_ += mark.size();
  }

  void skip(const std::string& name, std::string_view tag) {
    if (name == "img" || tag.ends_with("/>")) return;
    bool& unclosed = name == "svg" ? unclosed_svg_ : unclosed_math_;
    const size_t end = unclosed ? std::string_view::npos : page_.find("</" + name, at_);
    if (end != std::string_view::npos) at_ = end;
    unclosed = end == std::string_view::npos;  // then none follows: not looked for again
  }

  void close(const std::string& name, std::string_view tag) {
    if (dropped(name)) return;
    if (raw_text(name)) {
      out_ += tag;
      return;
    }
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        open_.resize(i);
        out_ += tag;
        return;
      }
      if (barrier(open_[i]) || (inline_element(name) && !inline_element(open_[i]))) break;
    }
    if (never_nests(name) && name != "body" && name != "html") out_ += tag;
  }

  // A new cell or row closes the one before it, up to their table.
  void close_siblings(const std::string& name) {
    const bool cell = name == "td" || name == "th", row = name == "tr";
    const bool group = name == "tbody" || name == "thead" || name == "tfoot";
    if (!cell && !row && !group && name != "option") return;
    for (size_t i = open_.size(); i-- > 0;) {
      const std::string& n = open_[i];
      if (n == "table" || n == "select" || n == "template") return;
      const bool same = n == "td" || n == "th" || n == "option" || (!cell && n == "tr") ||
                        (group && (n == "tbody" || n == "thead" || n == "tfoot"));
      if (same && has_table(i)) open_.resize(i);
    }
  }
  bool has_table(size_t below) const {
    for (size_t i = below; i-- > 0;)
      if (open_[i] == "table" || open_[i] == "select") return true;
    return false;
  }

  std::string_view page_;
  size_t at_ = 0;
  std::string out_;
  std::vector<std::string> open_;
  bool unclosed_svg_ = false, unclosed_math_ = false;
};

}  // namespace

std::string limit_nesting(std::string_view page) { return Limiter(page).run(); }

}  // namespace selon
