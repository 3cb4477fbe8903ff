#include "knowledge/petrarch.h"

#include <algorithm>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"
#include "knowledge/event_types.h"
#include "knowledge/petrarch_lines.h"

namespace selon {
namespace petrarch {

void reject(PetrarchImport& out, size_t line, std::string reason, std::string_view text) {
  out.rejected.push_back({line, std::move(reason), std::string(trim(text))});
}

std::vector<Line> lines_of(std::string_view text, PetrarchImport& out) {
  std::vector<Line> lines;
  size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (find_invalid_utf8(line)) {
      ++out.lines;
      reject(out, number, "not UTF-8", "");
      continue;
    }
    line = line.substr(0, line.find_first_of("#;"));
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) != std::string_view::npos)
      line.remove_suffix(1);
    if (trim(line).empty()) continue;
    ++out.lines;
    std::string clean(line);
    // A tab or another control character would break the tables; both are white space here.
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; },
        ' ');
    lines.push_back({number, std::move(clean)});
  }
  return lines;
}

bool split_codes(std::string_view text, std::string& rest, std::vector<std::string>& codes) {
  const size_t first = text.find('[');
  rest = trim(text.substr(0, first));
  for (size_t at = first; at != std::string_view::npos && at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (text[at] != '[') return false;
    const size_t close = text.find(']', at);
    if (close == std::string_view::npos) return false;
    codes.emplace_back(trim(text.substr(at + 1, close - at - 1)));
    at = close + 1;
  }
  return true;
}

std::string words_of(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  std::string squeezed;
  for (std::string_view word : split(out, ' '))
    if (!word.empty()) squeezed += (squeezed.empty() ? "" : " ") + std::string(word);
  return squeezed;
}

std::string in_title_case(std::string_view name) {
  constexpr size_t kAcronym = 3;  // letters
  const std::vector<std::string_view> words = split(name, ' ');
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string low = lower(words[i]);
    const bool small = i > 0 && (low == "of" || low == "the" || low == "and" || low == "for" ||
                                 low == "in" || low == "de" || low == "du" || low == "la");
    const bool digits = low.find_first_of("0123456789") != std::string::npos;
    if (i > 0) out += ' ';
    if (small) {
      out += low;
    } else if (digits || (words.size() == 1 && count_code_points(low) <= kAcronym)) {
      out += words[i];
    } else {
      bool start = true;  // of a part: Al-Amin, O'Neill
      for (size_t at = 0; at < low.size();) {
        const char32_t c = decode(low, at);
        append_utf8(start ? upper(c) : c, out);
        start = !is_letter(c);
      }
    }
  }
  return out;
}

std::optional<std::string> day_of(std::string_view digits) {
  constexpr int kThisCentury = 30;
  if ((digits.size() != 6 && digits.size() != 8) ||
      digits.find_first_not_of("0123456789") != std::string_view::npos)
    return {};
  std::string year(digits.substr(0, digits.size() - 4));
  if (year.size() == 2) year = (std::stoi(year) <= kThisCentury ? "20" : "19") + year;
  const std::string month(digits.substr(digits.size() - 4, 2)),
      day(digits.substr(digits.size() - 2));
  if (month < "01" || month > "12" || day < "01" || day > "31") return {};
  return year + "-" + month + "-" + day;
}

std::optional<std::string> range_of(std::string_view dates) {
  dates = trim(dates);
  if (dates.empty()) return "";
  if (dates.front() == '<' || dates.front() == '>') {
    const auto day = day_of(trim(dates.substr(1)));
    if (!day) return {};
    return dates.front() == '>' ? *day + ".." : ".." + *day;
  }
  const size_t dash = dates.find('-');
  if (dash == std::string_view::npos) return {};
  const auto from = day_of(trim(dates.substr(0, dash)));
  const auto until = day_of(trim(dates.substr(dash + 1)));
  if (!from || !until || *until < *from) return {};
  return *from + ".." + *until;
}

}  // namespace petrarch

std::string_view to_string(PetrarchKind kind) {
  return kind == PetrarchKind::kActors   ? "actors"
         : kind == PetrarchKind::kAgents ? "agents"
                                         : "verbs";
}

PetrarchKind petrarch_kind(std::string_view text) {
  PetrarchImport dummy;
  size_t patterns = 0, agents = 0, lines = 0;
  for (const petrarch::Line& line : petrarch::lines_of(text, dummy)) {
    ++lines;
    patterns +=
        line.text.starts_with("- ") || line.text.starts_with("---") || line.text.starts_with('&');
    agents += line.text.find("[~") != std::string::npos;
  }
  if (patterns > 0) return PetrarchKind::kVerbs;
  return agents > 0 ? PetrarchKind::kAgents : PetrarchKind::kActors;
}

Result<PetrarchReader> PetrarchReader::open(const std::string& data_dir, const Actors& actors) {
  PetrarchReader reader;
  Knowledge& k = reader.knowledge_;
  k.actors = &actors;
  auto read =
      read_table(data_dir + "/ontology/cameo.tsv", 2, 3, [&](const Row& row) -> std::string {
        if (!row[1].empty() && !among(row[1], kEventTypes))
          return "\"" + row.string(1) + "\" is no event type";
        k.events[row.string(0)] = {row.string(1), row.string(2)};
        return {};
      });
  if (!read) return read.error();
  read = read_table(data_dir + "/ontology/cameo_actors.tsv", 2, 2, [&](const Row& row) {
    k.bodies[row.string(0)] = row.string(1);
    return std::string();
  });
  if (!read) return read.error();
  read = read_table(data_dir + "/actors/first_names.tsv", 2, 2, [&](const Row& row) -> std::string {
    if (!among(row[1], {"m", "f", ""})) return "gender is not m or f, nor - for both";
    k.first_names[fold(row[0])] = row[1] == "m"   ? Gender::kMasc
                                  : row[1] == "f" ? Gender::kFem
                                                  : Gender::kNone;
    return {};
  });
  if (!read) return read.error();
  Result<EventPhrases> phrases = EventPhrases::open(data_dir, "en");
  if (!phrases) return phrases.error();
  k.phrases = std::move(*phrases);
  return reader;
}

PetrarchImport PetrarchReader::read(std::string_view text, PetrarchKind kind,
                                    std::string_view name) const {
  PetrarchImport out;
  const std::vector<petrarch::Line> lines = petrarch::lines_of(text, out);
  const std::string stem(name);
  if (kind == PetrarchKind::kActors)
    petrarch::read_actors(lines, knowledge_, stem, out);
  else if (kind == PetrarchKind::kAgents)
    petrarch::read_agents(lines, knowledge_, stem, out);
  else
    petrarch::read_verbs(lines, knowledge_, stem, out);
  std::stable_sort(out.rejected.begin(), out.rejected.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
  return out;
}

}  // namespace selon
