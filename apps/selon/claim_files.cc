#include "claim_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/edtf.h"
#include "base/files.h"
#include "base/utf8.h"
#include "claim_text.h"
#include "corpus/worlds.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

// "FRAGOV" is FRA and GOV; a code without a country stays whole.
Json plover_entities(const Document& d, const std::vector<int32_t>& mentions) {
  Json out = Json::array();
  for (const Participant& p : participants(d, mentions)) {
    const std::string text(d.str(d.mentions[p.mention].span));
    const Entity nobody{.code = "UNK"};
    const Entity& entity = p.entity == kNone ? nobody : d.entities[p.entity];
    out.push_back({{"code", entity.code.empty() ? "UNK" : code_without_sector(entity)},
                   {"sector", entity.sector},
                   {"entity_text", text},
                   {"name", entity.name.empty() ? text : entity.name}});
  }
  return out;
}

// "16:00" of a value or a day of publication with an hour.
std::string hour_of(const Document& d, const Claim& claim) {
  for (int32_t t : claim.when)
    if (const size_t at = d.times[t].value.find('T');
        d.times[t].kind == TimeKind::kTime && at != std::string::npos)
      return d.times[t].value.substr(at + 1);
  return "";
}

// Whether the place stands for who speaks or acts. On a map it would be where it happened.
bool acts(const Document& d, const Claim& claim, int32_t place) {
  const Span span = d.places[place].span;
  for (int32_t v : claim.voices)
    if (d.attributions[v].source.contains(span)) return true;
  return std::any_of(claim.actors.begin(), claim.actors.end(),
                     [&](int32_t m) { return d.mentions[m].span.contains(span); });
}

constexpr int kContext = 32;  // code points around a quote

std::string_view before(std::string_view text, size_t at) {
  size_t from = at;
  for (int n = 0; n < kContext && from > 0; ++n) {
    --from;
    while (!is_boundary(text, from)) --from;
  }
  return text.substr(from, at - from);
}

std::string_view behind(std::string_view text, size_t at) {
  size_t end = at;
  for (int n = 0; n < kContext && end < text.size(); ++n) decode(text, end);
  return text.substr(at, end - at);
}

}  // namespace

int quad_code(std::string_view event) {
  struct Quad {
    int code;
    std::array<std::string_view, 5> events;
  };
  constexpr std::array<Quad, 4> kQuads = {
      {{1, {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}},
       {2, {"COOPERATE", "AID", "RETREAT"}},
       {3, {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}},
       {4, {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}}}};
  for (const Quad& quad : kQuads)
    for (std::string_view e : quad.events)
      if (e == event) return quad.code;
  return 0;
}

std::optional<DayRange> days_of(const Document& d, const Claim& claim) {
  for (int32_t t : claim.when)
    if (const auto days = day_range(d.times[t].value)) return days;
  return day_range(d.meta.published);
}

std::vector<int32_t> scenes(const Document& d, const Claim& claim) {
  std::vector<int32_t> out;
  for (int32_t p : claim.where)
    if (!acts(d, claim, p)) out.push_back(p);
  return out;
}

double degrees(double value) { return std::round(value * 1e5) / 1e5; }

std::optional<Json> geojson_feature(const Document& d, const Claim& claim,
                                    const CodePointIndex& points) {
  Json located = Json::array();
  for (int32_t p : scenes(d, claim))
    if (const Place& place = d.places[p]; place.lat != 0 || place.lon != 0)
      located.push_back({degrees(place.lon), degrees(place.lat)});
  if (located.empty()) return std::nullopt;
  Json properties = Json::object();
  for (const auto& [column, value] : claim_columns(d, claim, points))
    properties[std::string(column)] = value;
  properties["start"] = points.at(claim.quote.begin);
  properties["end"] = points.at(claim.quote.end);
  properties["score"] = claim.score;
  properties["hypothetical"] = claim.hypothetical;
  properties["url"] = d.meta.url;
  const bool one = located.size() == 1;
  return Json{
      {"type", "Feature"},
      {"id", claim.id},
      {"geometry",
       {{"type", one ? "Point" : "MultiPoint"}, {"coordinates", one ? located[0] : located}}},
      {"properties", properties}};
}

std::optional<Json> plover_event(const Document& d, const Claim& claim, const Coder& coder,
                                 const CodePointIndex& points) {
  const int quad = quad_code(claim.event);
  if (quad == 0) return std::nullopt;
  const std::optional<DayRange> days = days_of(d, claim);
  Json modes = Json::array(), places = Json::array(), voices = Json::array();
  if (!claim.mode.empty()) modes.push_back(claim.mode);
  for (const std::string& mode : claim.auxiliary_modes) modes.push_back(mode);
  for (int32_t p : scenes(d, claim)) {
    const Place& place = d.places[p];
    const bool located = place.lat != 0 || place.lon != 0;
    places.push_back({{"name", place.name},
                      {"country", place.country},
                      {"lat", located ? Json(degrees(place.lat)) : Json()},
                      {"lon", located ? Json(degrees(place.lon)) : Json()}});
  }
  for (int32_t v : claim.voices) voices.push_back(d.attributions[v].name);
  const std::string firmness = firmness_text(claim);
  return Json{
      {"id", claim.id},
      {"date", days ? days->from : ""},
      {"time", hour_of(d, claim)},
      {"enddate", days ? days->to : ""},
      {"actor", plover_entities(d, claim.actors)},
      {"recipient", plover_entities(d, claim.recipients)},
      {"event", claim.event},
      {"event_loc", places},
      {"event_text", d.str(claim.trigger)},
      {"quad_code", quad},
      {"event_scale", claim.score},
      {"mode", modes},
      {"context", claim.contexts},
      {"text", d.str(claim.quote)},
      {"text_info", {{"start", points.at(claim.quote.begin)}, {"end", points.at(claim.quote.end)}}},
      {"cite_info",
       {{"citation", d.meta.id},
        {"url", d.meta.url},
        {"title", d.meta.title},
        {"language", d.meta.language},
        {"publication", d.meta.outlet}}},
      {"coder", "Selon " + coder.version},
      {"comment", "according to " + voices_text(d, claim) +
                      (firmness.empty() ? std::string() : " [" + firmness + "]")},
      {"according_to",
       claim.voices.empty() ? narrator(d) : d.attributions[claim.voices.back()].name},
      {"voices", voices},
      {"certainty", to_string(claim.certainty)},
      {"confidence", claim.confidence}};
}

Json web_annotation(const Document& d, const Claim& claim, const Coder& coder,
                    const CodePointIndex& points, const std::string& text_sha256) {
  const Span quote = claim.quote;
  const std::string told = claim_text(d, claim) + ", according to " + voices_text(d, claim);
  return Json{{"@context", "http://www.w3.org/ns/anno.jsonld"},
              {"id", "urn:selon:claim:" + claim.id},
              {"type", "Annotation"},
              {"motivation", "describing"},
              {"generator", {{"type", "Software"}, {"name", "Selon " + coder.version}}},
              {"body",
               {{{"type", "TextualBody"},
                 {"purpose", "describing"},
                 {"format", "text/plain"},
                 {"value", told}},
                {{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", claim.event}}}},
              {"target",
               {{"source", d.meta.url.empty() ? "hash://sha256/" + d.meta.sha256 : d.meta.url},
                {"selector",
                 {{{"type", "TextQuoteSelector"},
                   {"exact", d.str(quote)},
                   {"prefix", before(d.text, quote.begin)},
                   {"suffix", behind(d.text, quote.end)}},
                  {{"type", "TextPositionSelector"},
                   {"start", points.at(quote.begin)},
                   {"end", points.at(quote.end)}}}},
                {"text_sha256", text_sha256}}}};
}

}  // namespace selon
