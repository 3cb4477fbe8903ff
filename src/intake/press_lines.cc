#include "intake/press_lines.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "intake/dates.h"

namespace selon {
namespace {

// A link's words go between \x01 and \x02, so that a template can tell a title from what follows.
std::string mark_links(std::string_view line) {
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '*') continue;
    if (line[i] == '[') {
      const size_t middle = line.find("](", i);
      const size_t close = middle == std::string_view::npos ? middle : line.find(')', middle);
      if (close != std::string_view::npos) {
        out += '\x01' + std::string(line.substr(i + 1, middle - i - 1)) + '\x02';
        i = close;
        continue;
      }
    }
    out += line[i];
  }
  return out;
}

std::string clean(re2::StringPiece piece) {
  std::string out;
  for (char c : piece)
    if (c != '\x01' && c != '\x02') out += c;
  std::string_view view = trim(out);
  for (bool again = true; again && !view.empty();) {
    again = false;
    for (std::string_view mark :
         {"«", "»", "“", "”", "\"", "~", "<", ">", "|", ",", ";", ":", "–", "—"}) {
      if (view.starts_with(mark)) view = trim(view.substr(mark.size())), again = true;
      if (view.ends_with(mark))
        view = trim(view.substr(0, view.size() - mark.size())), again = true;
    }
  }
  return std::string(view);
}

// "Le Lien, via Autre" names an outlet in few words; a sentence does not.
bool outlet_name(std::string_view name) { return !name.empty() && looks_like_name(name, 1); }

void set_outlet(PressLine& line, const std::string& name, const OutletNames& outlets) {
  const std::string known = outlets.known(name);
  const std::string domain = domain_of(name);
  line.outlet_known = !known.empty() || !domain.empty();
  line.outlet = !known.empty() ? known : name;
  if (line.outlet_known || name.size() > 60) return;
  // "Agence de presse Xinhua"
  const std::vector<OutletNames::Found> inside = outlets.find(name);
  if (inside.size() != 1) return;
  line.outlet_known = true;
  line.outlet = inside.front().name;
}

std::optional<PressLine> fill(const LineTemplate& form, const std::vector<re2::StringPiece>& groups,
                              const IntakeTables& tables, const OutletNames& outlets) {
  PressLine line;
  line.about = form.about == "original"      ? PressLine::About::kOriginal
               : form.about == "translation" ? PressLine::About::kTranslation
               : form.about == "source"      ? PressLine::About::kSource
                                             : PressLine::About::kOwn;
  for (size_t i = 0; i < form.fields.size(); ++i) {
    const std::string& field = form.fields[i];
    const std::string value = clean(groups[i + 1]);
    if (value.empty()) return std::nullopt;
    if (field == "author") {
      if (!looks_like_name(value, 1)) return std::nullopt;
      line.author = value;
    } else if (field == "translator") {
      if (value.size() > 80) return std::nullopt;
      line.translator = value;
    } else if (field == "outlet") {
      set_outlet(line, value, outlets);
      if (!line.outlet_known && !outlet_name(value)) return std::nullopt;
    } else if (field == "title") {
      line.title = value;
    } else if (field == "date") {
      const std::vector<WrittenDate> dates = find_dates(value, tables);
      if (dates.empty() || dates.front().year == 0) return std::nullopt;
      line.published = dates.front().edtf();
    } else if (field == "language") {
      const auto found = tables.languages.find(fold(value));
      if (found == tables.languages.end()) return std::nullopt;
      line.language = found->second;
    } else if (field == "url") {
      line.url = value;
    } else if (field == "cited") {
      for (const OutletNames::Found& found : outlets.find(value)) line.cites.push_back(found.name);
      if (line.cites.empty()) return std::nullopt;
    }
  }
  return line;
}

// A date and few words more: "lecourrier.example, 29 janvier 2021", "Publié le 3 mars 2022 à 8h15".
std::optional<PressLine> date_line(std::string_view text, const IntakeTables& tables,
                                   const OutletNames& outlets) {
  if (text.size() > 120) return std::nullopt;
  const std::vector<WrittenDate> dates = find_dates(text, tables);
  if (dates.empty() || dates.front().day == 0) return std::nullopt;
  std::string rest;
  size_t at = 0;
  for (const WrittenDate& date : dates) {
    rest.append(text.substr(at, date.span.begin - at)).append(" , ");
    at = date.span.end;
  }
  rest.append(text.substr(at));
  PressLine line;
  line.about = PressLine::About::kDate;
  line.published = dates.front().edtf();
  // What is left are pieces between commas: names of outlets, authors, places, or words of a date.
  std::replace(rest.begin(), rest.end(), '|', ',');
  for (std::string_view piece : split(rest, ',')) {
    // "The Post with the wires", "L'Écho avec l'AFP": the first is the outlet
    for (std::string_view with : {" avec ", " with "})
      if (const size_t cut = piece.find(with); cut != std::string_view::npos)
        piece = piece.substr(0, cut);
    // Words of a date at either end ("publié le", "à 8h15") go; inside a name ("Le Courrier du
    // Rhin") they stay.
    std::vector<std::string_view> words;
    size_t first = std::string::npos, last = 0;
    for (std::string_view word : split(piece, ' ')) {
      if (trim(word).empty()) continue;
      std::string folded = normalise(word);
      while (!folded.empty() && folded.back() == ':') folded.pop_back();
      const bool clock = !folded.empty() && is_digit(static_cast<unsigned char>(folded[0]));
      if (!folded.empty() && folded != "-" && !clock && !tables.date_words.contains(folded)) {
        if (first == std::string::npos) first = words.size();
        last = words.size();
      }
      words.push_back(word);
    }
    std::string name;
    if (first != std::string::npos) {
      if (first > 0 && starts_upper(words[first - 1]) && normalise(words[first - 1]).size() <= 3)
        --first;
      for (size_t i = first; i <= last; ++i) name += (i > first ? " " : "") + std::string(words[i]);
    }
    name = clean(name);
    while (!name.empty() && (name.front() == '-' || name.front() == ':'))
      name = std::string(trim(std::string_view(name).substr(1)));
    if (name.empty() || name == "(" || name == ")") continue;
    if (line.outlet.empty() && !domain_of(name).empty()) {
      set_outlet(line, name, outlets);
    } else if (!outlets.known(name).empty()) {
      if (line.outlet.empty()) set_outlet(line, name, outlets);
    } else if (!looks_like_name(name, 1)) {
      return std::nullopt;  // running text that holds a date
    } else if (line.outlet.empty() && looks_like_name(name, 2) && !outlets.other_actor(name)) {
      line.outlet = name;
    }
  }
  return line;
}

}  // namespace

bool looks_like_name(std::string_view text, int words) {
  text = trim(text);
  if (text.empty() || text.size() > 90) return false;
  constexpr std::array<std::string_view, 22> kParticles = {
      "de", "du", "des", "d'", "van", "von", "der", "den", "bin", "ben", "ibn",
      "al", "el", "la",  "le", "les", "da",  "di",  "et",  "and", "of",  "the"};
  int capitals = 0, all = 0;
  for (std::string_view word : split(text, ' ')) {
    word = trim(word);
    if (word.empty()) continue;
    if (++all > 6) return false;
    while (word.size() > 1 && (word.back() == ',' || word.back() == ')')) word.remove_suffix(1);
    if (word.size() > 1 && word.front() == '(') word.remove_prefix(1);
    const std::string low = lower(word);
    if (starts_upper(word)) {
      ++capitals;
      if (word.back() == '.' && count_code_points(word) > 4) return false;
      for (char c : word)
        if (is_digit(static_cast<unsigned char>(c)) || c == ':' || c == '?' || c == '!')
          return false;
    } else if (word == "&") {
      continue;
    } else if (!among(low, kParticles) && !low.starts_with("d'") && !low.starts_with("l'") &&
               !low.starts_with("al-") && !low.starts_with("el-")) {
      return false;
    }
  }
  return capitals >= words;
}

std::optional<PressLine> read_press_line(std::string_view text, const IntakeTables& tables,
                                         const OutletNames& outlets) {
  text = trim(text);
  if (text.empty() || text.size() > 300) return std::nullopt;
  std::string key = normalise(text);
  key.erase(0, key.find_first_not_of("( "));
  const std::string line = mark_links(text);
  for (const LineTemplate& form : tables.lines) {
    if (!key.starts_with(form.start)) continue;
    std::vector<re2::StringPiece> groups(form.fields.size() + 1);
    if (!form.pattern.get().Match(line, 0, line.size(), re2::RE2::UNANCHORED, groups.data(),
                                  static_cast<int>(groups.size())))
      continue;
    if (std::optional<PressLine> found = fill(form, groups, tables, outlets)) return found;
  }
  return date_line(strip_markup(text), tables, outlets);
}

}  // namespace selon
