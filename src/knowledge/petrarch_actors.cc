// TABARI's and PETRARCH's actors: names with dated codes.
#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "knowledge/actor_tables.h"
#include "knowledge/name_sort.h"
#include "knowledge/petrarch_lines.h"

namespace selon::petrarch {
namespace {

struct Named {
  size_t line;
  std::string text;  // as in the dictionary
};
struct Entry {
  std::vector<Named> names;
  std::vector<Named> codes;  // "USAGOV 010120-090120"
};

// A row of coded_actors.
struct Row {
  std::string slug, name, gender;
  std::vector<std::string> names, codes;
};

class ActorReader {
 public:
  ActorReader(const PetrarchReader::Knowledge& k, PetrarchImport& out) : k_(k), out_(out) {}

  void read(const std::vector<Line>& lines) {
    Entry entry;
    for (const Line& line : lines) {
      std::string name;
      std::vector<std::string> codes;
      if (!split_codes(line.text, name, codes)) {
        reject(out_, line.number, "brackets that do not match", line.text);
        continue;
      }
      const bool synonym = name.starts_with('+');
      if (synonym) name.erase(0, 1);
      if (!name.empty() && !synonym) {
        close(entry);
        entry = {};
      }
      if (entry.names.empty() && (synonym || name.empty())) {
        reject(out_, line.number, "belongs to no name", line.text);
        continue;
      }
      if (!name.empty()) entry.names.push_back({line.number, name});
      for (std::string& code : codes) entry.codes.push_back({line.number, std::move(code)});
    }
    close(entry);
  }

  std::string table() const {
    std::string out =
        "# Actors from a TABARI or PETRARCH dictionary; written anew by each import of it.\n"
        "# slug; name; gender; names; codes: base.sector since..until, the first that holds on a "
        "day counts\n";
    for (const Row& row : rows_) {
      out += row.slug + '\t' + row.name + '\t' + row.gender + '\t';
      for (size_t i = 0; i < row.names.size(); ++i) out += (i > 0 ? ";" : "") + row.names[i];
      if (row.names.empty()) out += '-';
      out += '\t';
      for (size_t i = 0; i < row.codes.size(); ++i) out += (i > 0 ? "; " : "") + row.codes[i];
      out += '\n';
    }
    return out;
  }

  bool empty() const { return rows_.empty(); }

 private:
  // "IGOUNOBUS 970801-030731" → "UNO.BUS 1997-08-01..2003-07-31".
  std::optional<std::string> code_of(const Named& n) {
    const size_t space = std::min(n.text.find(' '), n.text.size());
    const std::string_view code = std::string_view(n.text).substr(0, space);
    const auto bad = [&](std::string reason) {
      reject(out_, n.line, std::move(reason), '[' + n.text + ']');
      return std::optional<std::string>();
    };
    if (code.starts_with("---"))
      return bad("says that the name is nobody, which no table of ours can");
    if (code.size() < 3 || code.size() > 24 ||
        !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return bad("no code");
    const auto range = range_of(std::string_view(n.text).substr(space));
    if (!range) return bad("no date of the form 970801, 19970801, <date, >date or date-date");
    std::string base(code.substr(0, 3));
    std::string_view sector = code.substr(3);
    for (size_t length = code.size(); length >= 3; --length)
      if (const auto body = k_.bodies.find(code.substr(0, length)); body != k_.bodies.end()) {
        base = body->second;
        sector = code.substr(length);
        break;
      }
    if (!k_.bodies.contains(code.substr(0, 3)) && k_.actors->country(base) == nullptr)
      return bad("no country and no code of cameo_actors.tsv: '" + base + "'");
    return base + (sector.empty() ? "" : "." + std::string(sector)) +
           (range->empty() ? "" : ' ' + *range);
  }

  // The forms of a name: "ADEN ARMY (AAIA)" has two.
  std::vector<std::string> forms_of(const Named& n) {
    std::string text = words_of(n.text);
    if (text.find_first_of("+[]{}=!~|\t") != std::string::npos) {
      reject(out_, n.line, "a sign that is no part of a name", n.text);
      return {};
    }
    std::vector<std::string> out;
    const size_t open = text.find('('), close = text.find(')');
    if (open != std::string::npos && close != std::string::npos && close > open) {
      const std::string inside = text.substr(open + 1, close - open - 1);
      text = words_of(text.substr(0, open) + ' ' + text.substr(close + 1));
      if (inside.find(' ') == std::string::npos && inside.size() > 1) out.push_back(inside);
    }
    if (name_atoms(text).empty()) {
      reject(out_, n.line, "a name without letters", n.text);
      return {};
    }
    out.insert(out.begin(), in_title_case(text));
    return out;
  }

  // The actor that our tables know by exactly this name, beyond doubt.
  const Actor* known(const std::string& name) const {
    for (const Lang lang : {Lang::kEn, Lang::kFr}) {
      const Match match = k_.actors->match_name(name, lang);
      if (!match) continue;
      const Reading& r = match.readings.front();
      if (!r.ambiguous && r.kind == NameKind::kProper) return r.actor;
    }
    return nullptr;
  }

  // Whether our tables have the name for that actor in both languages, as name, demonym or town.
  bool has(const std::string& name, const Actor& actor) const {
    const auto its = [&](Lang lang) {
      const Match match = k_.actors->match_name(name, lang);
      return std::any_of(match.readings.begin(), match.readings.end(),
                         [&](const Reading& r) { return r.actor == &actor; });
    };
    return its(Lang::kEn) || its(Lang::kFr);
  }

  bool looks_personal(const std::string& name, const std::vector<std::string>& codes,
                      Gender& gender) const {
    constexpr size_t kLongest = 5;  // words of a person's name
    const std::vector<std::string_view> words = split(name, ' ');
    const auto first = k_.first_names.find(fold(words.front()));
    if (first != k_.first_names.end() && words.size() > 1) {
      gender = first->second;
      return words.size() <= kLongest;
    }
    const bool dated = std::any_of(codes.begin(), codes.end(), [](const std::string& c) {
      return c.find("..") != std::string::npos;
    });
    return dated && words.size() <= kLongest && name.find(" of ") == std::string::npos;
  }

  void close(const Entry& entry) {
    if (entry.names.empty()) return;
    std::vector<std::string> codes;
    std::set<size_t> lines;  // that will have given something
    for (const Named& n : entry.codes)
      if (auto code = code_of(n)) {
        if (std::find(codes.begin(), codes.end(), *code) == codes.end())
          codes.push_back(std::move(*code));
        lines.insert(n.line);
      }
    if (codes.empty()) {
      for (const Named& n : entry.names)
        if (std::none_of(out_.rejected.begin(), out_.rejected.end(),
                         [&](const PetrarchRejection& r) { return r.line == n.line; }))
          reject(out_, n.line, "has no code that can be used", n.text);
      return;
    }
    std::vector<std::pair<size_t, std::string>> names;
    for (const Named& n : entry.names)
      for (std::string& form : forms_of(n)) names.emplace_back(n.line, std::move(form));
    if (names.empty()) return;

    const Actor* actor = nullptr;
    const bool country_code = codes.size() == 1 && codes[0].size() == 3;
    if (country_code) actor = k_.actors->country(codes[0]);
    for (size_t i = 0; i < names.size() && actor == nullptr; ++i) actor = known(names[i].second);
    Row row;
    if (actor != nullptr) {
      row.slug = actor->slug;
      row.name = actor->name;
      const bool same_code = codes.size() == 1 && codes[0] == actor->base &&
                             actor->sector.empty() && actor->kind != ActorKind::kPerson;
      bool more = false;  // than what we have
      for (const auto& [line, name] : names) {
        if (has(name, *actor)) continue;
        add_name(row, name);
        more = true;
      }
      if (same_code && !more) {
        for (const Named& n : entry.names) lines.insert(n.line);
        out_.known += lines.size();
        return;
      }
    } else {
      Gender gender = Gender::kNone;
      const bool person = looks_personal(names.front().second, codes, gender);
      row.name = names.front().second;
      row.slug = make_slug(person ? "person" : "organisation", row.name);
      row.gender = gender == Gender::kFem ? "f" : gender == Gender::kMasc ? "m" : "";
      for (const auto& [line, name] : names) add_name(row, name);
    }
    for (const auto& [line, name] : names) lines.insert(line);
    row.codes = std::move(codes);
    out_.used += lines.size();
    merge(std::move(row));
  }

  static void add_name(Row& row, const std::string& name) {
    std::string clean = name;
    std::replace(clean.begin(), clean.end(), ';', ' ');
    if (clean.front() == '?') clean.erase(0, 1);
    // One short word is as a rule also something else.
    if (clean.find(' ') == std::string::npos && count_code_points(clean) <= 2) clean = '?' + clean;
    if (!name_atoms(clean).empty() &&
        std::find(row.names.begin(), row.names.end(), clean) == row.names.end())
      row.names.push_back(std::move(clean));
  }

  // An actor may stand twice in a dictionary.
  void merge(Row row) {
    if (row.gender.empty()) row.gender = "-";
    const auto old = index_.find(row.slug);
    if (old == index_.end()) {
      index_.emplace(row.slug, rows_.size());
      rows_.push_back(std::move(row));
      return;
    }
    Row& first = rows_[old->second];
    for (std::string& name : row.names)
      if (std::find(first.names.begin(), first.names.end(), name) == first.names.end())
        first.names.push_back(std::move(name));
    for (std::string& code : row.codes)
      if (std::find(first.codes.begin(), first.codes.end(), code) == first.codes.end())
        first.codes.push_back(std::move(code));
  }

  const PetrarchReader::Knowledge& k_;
  PetrarchImport& out_;
  std::vector<Row> rows_;
  std::map<std::string, size_t> index_;
};

}  // namespace

void read_actors(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                 const std::string& name, PetrarchImport& out) {
  ActorReader reader(k, out);
  reader.read(lines);
  if (!reader.empty()) out.tables["actors/coded_actors." + name + ".tsv"] = reader.table();
}

}  // namespace selon::petrarch
