#include "intake/metadata.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/press_lines.h"

namespace selon {
namespace {

void set(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  const std::string plain = strip_markup(text);
  for (size_t at = 0; at < plain.size();) {
    const size_t begin = at;
    const char32_t c = decode(plain, at);
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out.append(plain, begin, at - begin);
  }
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Block>& blocks, const IntakeTables& tables,
         const OutletNames& outlets, Metadata& meta)
      : text_(text), blocks_(blocks), tables_(tables), outlets_(outlets), meta_(meta) {}

  void run() {
    bool body = false;  // behind the first paragraph
    for (const Block& block : blocks_) {
      switch (block.kind) {
        case BlockKind::kTitle:
          set(meta_.title, one_line(str(block)));
          break;
        case BlockKind::kSubtitle:
          if (!body) set(meta_.subtitle, one_line(str(block)));
          break;
        case BlockKind::kByline:
        case BlockKind::kDateline:
          if (block.speaker.empty()) line(str(block), body);
          break;
        case BlockKind::kParagraph:
        case BlockKind::kTurn:
          if (!body) opening(str(block));
          body = true;
          break;
        default:
          break;
      }
      if (block.kind != BlockKind::kBoilerplate && block.kind != BlockKind::kCaption &&
          block.kind != BlockKind::kByline && block.kind != BlockKind::kDateline)
        cited_in(str(block));
    }
    set(meta_.outlet, head_outlet_);
    set(meta_.outlet, source_);
    for (const std::string* name : {&head_outlet_, &source_}) cite(*name);
    if (!meta_.outlet.empty()) meta_.outlet = outlets_.canonical(meta_.outlet);
    if (!meta_.original.outlet.empty())
      meta_.original.outlet = outlets_.canonical(meta_.original.outlet);
    if (meta_.published.empty()) anchored_date();
    if (!meta_.original.empty() || !meta_.translator.empty())
      set(meta_.original.author, meta_.author);
    std::erase(meta_.cites, meta_.outlet);
  }

 private:
  std::string_view str(const Block& b) const { return text_.substr(b.span.begin, b.span.size()); }

  void cite(const std::string& name) {
    if (name.empty()) return;
    const std::string canonical = outlets_.canonical(name);
    if (std::find(meta_.cites.begin(), meta_.cites.end(), canonical) == meta_.cites.end())
      meta_.cites.push_back(canonical);
  }

  void line(std::string_view text, bool body) {
    const auto found = read_press_line(text, tables_, outlets_);
    if (!found) return bare_line(text, body);
    for (const std::string& name : found->cites) cite(name);
    switch (found->about) {
      case PressLine::About::kOwn:
        set(meta_.author, found->author);
        set(meta_.outlet, found->outlet);
        set(meta_.published, found->published);
        set(meta_.url, found->url);
        break;
      case PressLine::About::kDate:
        // Behind the article a date may be a comment's or the next story's.
        if (body && meta_.title.empty()) break;
        set(meta_.published, found->published);
        set(meta_.outlet, found->outlet);
        break;
      case PressLine::About::kOriginal:
        set(meta_.original.outlet, found->outlet);
        set(meta_.original.title, found->title);
        set(meta_.original.published, found->published);
        set(meta_.original.language, found->language);
        set(meta_.original.author, found->author);
        if (found->outlet_known) cite(found->outlet);
        break;
      case PressLine::About::kTranslation:
        set(meta_.translator, found->translator);
        set(meta_.original.language, found->language);
        cite(outlets_.known(found->translator));
        break;
      case PressLine::About::kSource:
        if (!found->url.empty())
          cite(domain_of(found->url));
        else
          set(source_, found->outlet);
        break;
    }
  }

  // A line that names somebody or an outlet and says nothing else.
  void bare_line(std::string_view text, bool body) {
    std::string plain = one_line(text);
    if (plain.size() > 2 && plain.front() == '(' && plain.back() == ')')
      plain = plain.substr(1, plain.size() - 2);
    if (const std::string known = outlets_.known(plain); !known.empty()) {
      if (!body && head_outlet_.empty())
        head_outlet_ = known;
      else if (body)
        set(source_, known);  // "AFP" under the text
      else
        cite(known);
      return;
    }
    for (const WrittenDate& date : find_dates(plain, tables_))
      if (!body && date.full()) set(meta_.published, date.edtf());
    const std::vector<OutletNames::Found> found = outlets_.find(plain);
    if (!found.empty()) {
      // "Le Lien avec Agence Une": who publishes, then on whose word.
      std::string_view before = trim(std::string_view(plain).substr(0, found.front().span.begin));
      const size_t space = before.find_last_of(' ');
      if (space != std::string_view::npos && looks_like_name(before.substr(0, space), 1)) {
        set(head_outlet_, std::string(before.substr(0, space)));
        cite(found.front().name);
      } else {
        set(head_outlet_, found.front().name);
      }
      for (size_t i = 1; i < found.size(); ++i) cite(found[i].name);
    } else if (looks_like_name(plain, 2)) {
      set(meta_.author, plain);
    }
  }

  // "OSLO, 3 mars 2022 (AFP) –" at the start of the text; false where no agency is named so.
  bool agency_line(std::string_view start) {
    const size_t open = start.find('('), close = start.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return false;
    const std::string agency = outlets_.known(start.substr(open + 1, close - open - 1));
    const std::string_view after = trim(start.substr(close + 1));
    if (agency.empty() ||
        !(after.starts_with("-") || after.starts_with("–") || after.starts_with("—")))
      return false;
    set(source_, agency);
    for (const WrittenDate& date : find_dates(start.substr(0, open), tables_))
      if (date.full()) set(meta_.published, date.edtf());
    return true;
  }

  // "Oslo, 3 mars 2022 –" there: a place, a day, a dash and nothing else.
  void place_line(std::string_view start) {
    size_t dash = std::string_view::npos;
    for (std::string_view mark : {" — ", " – ", " - "}) dash = std::min(dash, start.find(mark));
    if (dash == std::string_view::npos) return;
    const std::string_view before = start.substr(0, dash);
    const std::vector<WrittenDate> dates = find_dates(before, tables_);
    if (dates.size() != 1 || !dates[0].full() || dates[0].span.end != before.size()) return;
    std::string_view place = trim(before.substr(0, dates[0].span.begin));
    for (std::string_view last : {" le", ","})
      if (place.ends_with(last)) place.remove_suffix(last.size());
    const bool sentence = place == "Le" || place == "On";  // "Le 3 mars 2022 – jour de …"
    if (!sentence && looks_like_name(place, 1)) set(meta_.published, dates[0].edtf());
  }

  // What stands before the first sentence and belongs to no line of its own.
  void opening(std::string_view text) {
    size_t end = std::min<size_t>(text.size(), 100);
    while (!is_boundary(text, end)) --end;
    if (!agency_line(text.substr(0, end))) place_line(text.substr(0, end));
  }

  // Outlets beside a word of saying or publishing, sentence by sentence.
  void cited_in(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      size_t end = at;
      do {
        end = std::min(text.find_first_of(".!?\n", end), text.size());
        if (end < text.size()) ++end;
      } while (end < text.size() && text[end] != ' ' && text[end] != '\n' &&
               text[end - 1] != '\n' && static_cast<unsigned char>(text[end]) < 0x80);
      while (end < text.size() && !is_boundary(text, end)) ++end;
      cited_in_sentence(text.substr(at, end - at));
      at = end;
    }
  }

  void cited_in_sentence(std::string_view sentence) {
    std::vector<std::pair<size_t, std::string>> names;
    const std::vector<OutletNames::Found> known = outlets_.find(sentence);
    for (const OutletNames::Found& found : known) names.emplace_back(found.span.begin, found.name);
    re2::StringPiece rest(sentence.data(), sentence.size()), name;
    while (re2::RE2::FindAndConsume(&rest, *tables_.outlet_noun, &name)) {
      std::string_view view(name.data(), name.size());
      while (view.ends_with(".")) view.remove_suffix(1);
      const auto at = static_cast<size_t>(name.data() - sentence.data());
      const bool part_of_known = std::any_of(known.begin(), known.end(), [&](const auto& found) {
        return found.span.begin <= at && at < found.span.end;
      });
      if (part_of_known || view.size() < 3 || !outlets_.find(view).empty() ||
          outlets_.other_actor(view))
        continue;
      names.emplace_back(at, std::string(view));
    }
    if (names.empty() || !has_cue(sentence)) return;
    std::sort(names.begin(), names.end());
    for (const auto& [at, found] : names) cite(found);
  }

  bool has_cue(std::string_view sentence) const {
    const std::string key = " " + normalise(sentence) + " ";
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return std::any_of(tables_.cues.begin(), tables_.cues.end(), [&](const std::string& cue) {
      for (size_t at = key.find(cue); at != std::string::npos; at = key.find(cue, at + 1))
        if (!letter(key[at - 1]) && !letter(key[at + cue.size()])) return true;
      return false;
    });
  }

  // "hier, 6 novembre" in the text tells the day; the year may stand in a caption.
  void anchored_date() {
    constexpr size_t kHead = 8000;  // bytes of running text that are looked at
    std::vector<WrittenDate> known;
    for (const Block& block : blocks_)
      if (block.kind == BlockKind::kCaption)
        for (const WrittenDate& date : find_dates(str(block), tables_))
          if (date.full()) known.push_back(date);
    size_t seen = 0;
    for (const Block& block : blocks_) {
      if (!block.prose() || block.kind == BlockKind::kCaption) continue;
      if (seen > kHead) return;
      size_t end = std::min<size_t>(block.span.size(), kHead);
      while (!is_boundary(str(block), end)) --end;
      const std::string_view text = str(block).substr(0, end);
      seen += text.size();
      for (WrittenDate date : find_dates(text, tables_)) {
        if (date.day == 0) continue;
        size_t from = date.span.begin > 30 ? date.span.begin - 30 : 0;
        while (!is_boundary(text, from)) ++from;
        const std::string before = fold(text.substr(from, date.span.begin - from));
        std::string word;
        if (!re2::RE2::PartialMatch(before, *tables_.anchor, &word)) continue;
        if (date.year == 0) date.year = year_of(date, known);
        if (date.year == 0) continue;
        meta_.published = add_days(date, -tables_.anchor_days.at(word)).edtf();
        return;
      }
    }
  }

  // The year of a caption's date that is the same day, or at most a month before it.
  static int year_of(const WrittenDate& date, const std::vector<WrittenDate>& known) {
    for (const WrittenDate& k : known) {
      const int days = (date.month - k.month) * 31 + date.day - k.day;
      if (days >= 0 && days <= 31) return k.year;
      if (days + 12 * 31 <= 31) return k.year + 1;  // a picture of December, a text of January
    }
    return 0;
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const IntakeTables& tables_;
  const OutletNames& outlets_;
  Metadata& meta_;
  std::string head_outlet_, source_;  // of an outlet's own line under the title; of "Source :"
};

}  // namespace

void find_metadata(std::string_view text, const std::vector<Block>& blocks,
                   const IntakeTables& tables, const OutletNames& outlets, Metadata& meta) {
  Reader(text, blocks, tables, outlets, meta).run();
}

}  // namespace selon
