#include "syntax/name_mask.h"

#include <algorithm>

#include "base/among.h"
#include "base/table.h"
#include "base/utf8.h"
#include "knowledge/name_sort.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"country",      "capital", "demonym",
                                                    "organisation", "acronym", "person"};

// As it is, with a capital, and in capitals.
std::array<std::string, 3> spellings(std::string_view word) {
  return {std::string(word), with_capital(word), in_capitals(word)};
}

bool is_demonym(NameKind kind) { return kind == NameKind::kAdjective || kind == NameKind::kPeople; }

std::string_view kind_of(const Reading& r, const NameSort& sort) {
  if (is_demonym(r.kind)) return "demonym";
  if (r.actor->kind == ActorKind::kPerson) return "person";
  if (sort.pattern == "A") return "acronym";
  if (r.kind == NameKind::kMetonym) return "capital";
  return r.actor->kind == ActorKind::kCountry || r.actor->kind == ActorKind::kPeople
             ? "country"
             : "organisation";
}

}  // namespace

Result<NameMask> NameMask::open(const std::string& data_dir, const Actors& actors) {
  NameMask mask(actors);
  for (const Lang lang : {Lang::kFr, Lang::kEn}) {
    const std::string folder = lang == Lang::kFr ? "/lang/fr/" : "/lang/en/";
    auto& table = mask.stand_ins_[static_cast<size_t>(lang)];
    auto read =
        read_table(data_dir + folder + "stand_ins.tsv", 5, 6, [&](const Row& row) -> std::string {
          if (!among(row[0], kKinds)) return "\"" + row.string(0) + "\" is no kind of name";
          if (row[4].empty()) return "no stand-in";
          const StandIn s{.first = spellings(row[5]), .last = spellings(row[4])};
          const Key key{row.string(0), row.string(1), row.string(2), row.string(3)};
          return table.emplace(key, s).second ? "" : "a second row for the same kind";
        });
    if (!read) return read.error();
  }
  return mask;
}

const NameMask::StandIn* NameMask::find(const Reading& r, Lang lang) const {
  const NameSort sort = sort_of(r.name, r.kind, r.gender, r.plural, lang);
  const auto& table = stand_ins_[static_cast<size_t>(lang)];
  const std::string kind(kind_of(r, sort));
  // The tables have the gender of a French name; English has that of persons alone.
  const bool gendered = lang == Lang::kFr || kind == "person";
  const std::string gender = !gendered                   ? ""
                             : r.gender == Gender::kFem  ? "f"
                             : r.gender == Gender::kMasc ? "m"
                                                         : "";
  const std::string number = sort.both_numbers ? "sp" : r.plural ? "p" : "s";
  const auto found = table.find({kind, gender, number, sort.onset == 'v' ? "v" : "c"});
  return found == table.end() ? nullptr : &found->second;
}

std::vector<NameMask::Shown> NameMask::show(std::span<const std::string_view> forms,
                                            Lang lang) const {
  std::vector<Shown> out;
  for (const std::string_view form : forms) out.push_back({form, {}, false});
  for (size_t i = 0; i < forms.size();) {
    const Match match = actors_->match(forms, i, lang);
    if (!match) {
      ++i;
      continue;
    }
    const size_t first = i;
    i = match.end;
    const Reading& r = match.readings.front();
    // "la Suisse", "une Suisse": a country and its people have one form
    const bool two_kinds = std::any_of(
        match.readings.begin(), match.readings.end(),
        [&](const Reading& other) { return is_demonym(other.kind) != is_demonym(r.kind); });
    if (r.ambiguous || two_kinds) continue;
    const bool person = r.actor->kind == ActorKind::kPerson;
    std::vector<size_t> names;  // the words that are masked
    bool common = false;        // one that is no name
    for (size_t w = first; w < match.end; ++w) {
      if (is_article(forms[w], lang) || count_code_points(forms[w]) < 2) continue;
      if (starts_upper(forms[w]) || is_demonym(r.kind))
        names.push_back(w);
      else
        common = true;
    }
    if (names.empty() || (!person && (common || names.size() > 1))) continue;
    const StandIn* stand_in = find(r, lang);
    if (stand_in == nullptr) continue;
    for (const size_t w : names) {
      const bool last = w == names.back() || stand_in->first[0].empty();
      const size_t spelling = all_capitals(forms[w]) ? 2 : starts_upper(forms[w]) ? 1 : 0;
      Shown& shown = out[w];
      shown.form = (last ? stand_in->last : stand_in->first)[spelling];
      shown.masked = true;
      if (is_demonym(r.kind)) shown.lemma = r.lemma;
    }
  }
  return out;
}

}  // namespace selon
