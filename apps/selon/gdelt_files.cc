#include "gdelt_files.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "claim_files.h"
#include "claim_text.h"
#include "corpus/worlds.h"

namespace selon {
namespace {

using Cells = std::vector<std::string>;

void append(Cells& cells, const Cells& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

// "2024-03-05" → 20240305, 202403, 2024 and 2024.1781, GDELT's share of the year, with months of 30
// days.
Cells day_cells(const std::string& day) {
  if (day.size() != 10) return Cells(4);
  const std::string year = day.substr(0, 4), month = day.substr(5, 2);
  const int days = (std::atoi(month.c_str()) - 1) * 30 + std::atoi(day.substr(8).c_str());
  char fraction[16];
  std::snprintf(fraction, sizeof fraction, "%.4f", days / 365.0);
  return {year + month + day.substr(8), year + month, year, year + (fraction + 1)};
}

// "2024-03-06T16:00" → 20240306160000: when the article came out, which GDELT reads within minutes.
std::string published(const Document& d) {
  const std::optional<DayRange> days = day_range(d.meta.published);
  if (!days || days->from.size() != 10) return "";
  std::string out;
  for (char c : days->from)
    if (c != '-') out += c;
  const size_t hour = d.meta.published.find('T');
  if (hour != std::string::npos)  // up to its zone
    for (char c : std::string_view(d.meta.published).substr(hour + 1)) {
      if (c >= '0' && c <= '9') out += c;
      if (c == '+' || c == '-' || c == 'Z' || c == '.') break;
    }
  out.resize(14, '0');
  return out;
}

// Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code
// Type3Code
Cells actor_cells(const Party& party) {
  const std::string group = party.code == party.country ? "" : party.code;
  Cells cells = {party.code + party.sector, tab_cell(party.name), party.country, group, "", "", ""};
  for (size_t type = 0; type < 3; ++type)
    cells.push_back(party.sector.size() > 3 * type ? party.sector.substr(3 * type, 3) : "");
  return cells;
}

// Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID
Cells geo_cells(const Place* place, const CountryName& country_name) {
  if (!place) return {"0", "", "", "", "", "", "", ""};
  const std::string country = country_name(place->country);
  const bool whole = place->name == country, located = place->lat != 0 || place->lon != 0;
  const char* type = whole ? "1" : place->country == "USA" ? "3" : "4";  // a country, a city
  return {type,
          tab_cell(whole || country.empty() ? place->name : place->name + ", " + country),
          "",
          "",
          "",
          located ? decimal(place->lat) : "",
          located ? decimal(place->lon) : "",
          ""};
}

// GDELT's root events are those of the lead: here of title, subtitle and first paragraph.
bool in_lead(const Document& d, const Claim& claim) {
  for (const Block& block : d.blocks) {
    if (block.span.contains(claim.trigger)) return block.prose();
    if (block.kind == BlockKind::kParagraph || block.kind == BlockKind::kTurn) return false;
  }
  return d.blocks.empty();
}

std::string source(const Document& d) { return d.meta.url.empty() ? d.meta.id : d.meta.url; }

std::string extras(const Document& d, const Claim& claim) {
  std::string out = "claim:" + claim.id + "; voices:" + voices_text(d, claim) +
                    "; certainty:" + std::string(to_string(claim.certainty));
  if (!d.meta.language.empty()) out += "; language:" + d.meta.language;
  return out;
}

}  // namespace

std::string gdelt_events(const Document& d, const Claim& claim, const CountryName& country_name,
                         const CodePointIndex& points) {
  const std::optional<DayRange> days = days_of(d, claim);
  std::string out;
  for (const EventRow& row : event_rows(d, claim, points)) {
    Cells cells = {std::to_string(row.number)};
    append(cells, day_cells(days ? days->from : ""));
    append(cells, actor_cells(row.actor));
    append(cells, actor_cells(row.recipient));
    append(cells, {in_lead(d, claim) ? "1" : "0", claim.cameo, claim.cameo.substr(0, 3),
                   claim.cameo.substr(0, 2), std::to_string(quad_code(claim.event)),
                   decimal(claim.score), "1", "1", "1", ""});
    append(cells, geo_cells(nullptr, country_name));
    append(cells, geo_cells(nullptr, country_name));
    append(cells, geo_cells(event_place(d, claim), country_name));
    append(cells, {published(d), tab_cell(source(d))});
    out += tab_row(cells);
  }
  return out;
}

std::string gdelt_mentions(const Document& d, const Claim& claim, int sentence,
                           const CodePointIndex& points) {
  const std::string when = published(d);
  std::string out;
  for (const EventRow& row : event_rows(d, claim, points))
    out += tab_row({std::to_string(row.number), when, when,
                    d.meta.url.empty() ? "2" : "1",  // a citation, a page of the web
                    tab_cell(narrator(d)), tab_cell(source(d)),
                    sentence > 0 ? std::to_string(sentence) : "", std::to_string(row.actor.begin),
                    std::to_string(row.recipient.begin),
                    std::to_string(points.at(claim.trigger.begin)), "1",
                    std::to_string(std::lround(claim.confidence * 100)),
                    std::to_string(points.at(d.text.size())), "", "", tab_cell(extras(d, claim))});
  return out;
}

}  // namespace selon
