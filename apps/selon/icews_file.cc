#include "icews_file.h"

#include <cstdlib>

#include "base/files.h"
#include "claim_files.h"
#include "claim_text.h"
#include "corpus/worlds.h"

namespace selon {
namespace {

// "Le Phare > Reuters > Norway": outermost first, the article's own voice before all.
std::string publisher(const Document& d, const Claim& claim) {
  return claim.voices.empty() ? narrator(d) : narrator(d) + " > " + voices_text(d, claim);
}

std::string event_text(const Claim& claim) {
  const std::string firmness = firmness_text(claim);
  return claim.event + (claim.mode.empty() ? "" : "/" + claim.mode) +
         (firmness.empty() ? "" : " [" + firmness + "]");
}

// ICEWS's stories have numbers: this one is of the article's bytes.
std::string story(const Document& d) {
  return std::to_string(std::strtoull(d.meta.sha256.substr(0, 13).c_str(), nullptr, 16));
}

// City, District, Province, Country, Latitude, Longitude. The gazetteer knows no provinces.
std::vector<std::string> location(const Place* place, const CountryName& country_name) {
  if (!place) return std::vector<std::string>(6);
  const std::string country = country_name(place->country);
  const bool located = place->lat != 0 || place->lon != 0;
  return {place->name == country ? "" : tab_cell(place->name),
          "",
          "",
          country,
          located ? decimal(place->lat) : "",
          located ? decimal(place->lon) : ""};
}

}  // namespace

std::string icews_header() {
  return tab_row({"Event ID",        "Event Date",     "Source Name",    "Source Sectors",
                  "Source Country",  "Event Text",     "CAMEO Code",     "Intensity",
                  "Target Name",     "Target Sectors", "Target Country", "Story ID",
                  "Sentence Number", "Publisher",      "City",           "District",
                  "Province",        "Country",        "Latitude",       "Longitude"});
}

std::string icews_rows(const Document& d, const Claim& claim, int sentence,
                       const CountryName& country_name, const CodePointIndex& points) {
  const std::optional<DayRange> days = days_of(d, claim);
  const std::vector<std::string> where = location(event_place(d, claim), country_name);
  std::string out;
  for (const EventRow& row : event_rows(d, claim, points)) {
    std::vector<std::string> cells = {std::to_string(row.number),
                                      days ? days->from : "",
                                      tab_cell(row.actor.name),
                                      row.actor.sector,
                                      country_name(row.actor.country),
                                      event_text(claim),
                                      claim.cameo,
                                      decimal(claim.score),
                                      tab_cell(row.recipient.name),
                                      row.recipient.sector,
                                      country_name(row.recipient.country),
                                      story(d),
                                      sentence > 0 ? std::to_string(sentence) : "",
                                      tab_cell(publisher(d, claim))};
    cells.insert(cells.end(), where.begin(), where.end());
    out += tab_row(cells);
  }
  return out;
}

}  // namespace selon
