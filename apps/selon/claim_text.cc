#include "claim_text.h"

#include <cstdio>

#include "base/utf8.h"
#include "corpus/worlds.h"
#include "formulas.h"
#include "terminal.h"

namespace selon {
namespace {

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

const Entity* entity_of(const Document& d, const Participant& p) {
  return p.entity == kNone ? nullptr : &d.entities[p.entity];
}

std::string cell(std::string_view given) {
  const std::string text = no_formula(given);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string number(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%g", value);
  return out;
}

}  // namespace

std::string voices_text(const Document& d, const Claim& claim) {
  std::vector<std::string> names;
  for (int32_t v : claim.voices) names.push_back(one_line(d.attributions[v].name));
  return claim.voices.empty() ? narrator(d) : join(names, " > ");
}

std::string participants_text(const Document& d, const std::vector<int32_t>& mentions) {
  std::vector<std::string> names;
  for (const Participant& p : participants(d, mentions)) {
    const Entity* entity = entity_of(d, p);
    names.push_back(one_line(entity && !entity->name.empty() ? std::string_view(entity->name)
                                                             : d.str(d.mentions[p.mention].span)));
  }
  return join(names, "; ");
}

std::string codes_text(const Document& d, const std::vector<int32_t>& mentions) {
  std::vector<std::string> codes;
  for (const Participant& p : participants(d, mentions)) {
    const Entity* entity = entity_of(d, p);
    codes.push_back(entity && !entity->code.empty() ? entity->code : "UNK");
  }
  return join(codes, " ");
}

std::string when_text(const Document& d, const Claim& claim) {
  std::vector<std::string> values;
  for (int32_t t : claim.when)
    if (!d.times[t].value.starts_with('P')) values.push_back(d.times[t].value);
  return join(values, "; ");
}

std::string firmness_text(const Claim& claim) {
  std::vector<std::string> words;
  if (claim.certainty != Certainty::kAsserted) words.emplace_back(to_string(claim.certainty));
  if (claim.polarity == Polarity::kNeg) words.emplace_back("not");
  if (claim.time == ClaimTime::kFuture) words.emplace_back("future");
  if (claim.hypothetical) words.emplace_back("if");
  return join(words, " ");
}

std::string claim_text(const Document& d, const Claim& claim) {
  const std::string actors = participants_text(d, claim.actors);
  const std::string recipients = participants_text(d, claim.recipients);
  const std::string firmness = firmness_text(claim);
  std::string out = (actors.empty() ? "?" : actors) + " → " + claim.event;
  if (!claim.mode.empty()) out += "/" + claim.mode;
  if (!recipients.empty()) out += " → " + recipients;
  if (!firmness.empty()) out += " [" + firmness + "]";
  return out;
}

std::vector<std::pair<std::string_view, std::string>> claim_columns(const Document& d,
                                                                    const Claim& c,
                                                                    const CodePointIndex& points) {
  std::vector<std::string> names;
  for (int32_t v : c.voices) names.push_back(d.attributions[v].name);
  std::vector<std::string> places;
  for (int32_t p : c.where) places.push_back(d.places[p].name);
  return {{"claim", c.id},
          {"document", d.meta.id},
          {"title", d.meta.title},
          {"published", d.meta.published},
          {"narrator", narrator(d)},
          {"voices", join(names, " > ")},
          {"according_to", c.voices.empty() ? narrator(d) : names.back()},
          {"event", c.event},
          {"mode", c.mode},
          {"contexts", join(c.contexts, " ")},
          {"cameo", c.cameo},
          {"score", number(c.score)},
          {"actors", participants_text(d, c.actors)},
          {"actor_codes", codes_text(d, c.actors)},
          {"recipients", participants_text(d, c.recipients)},
          {"recipient_codes", codes_text(d, c.recipients)},
          {"polarity", std::string(to_string(c.polarity))},
          {"certainty", std::string(to_string(c.certainty))},
          {"time", std::string(to_string(c.time))},
          {"hypothetical", c.hypothetical ? "true" : "false"},
          {"auxiliary_modes", join(c.auxiliary_modes, " ")},
          {"when", when_text(d, c)},
          {"where", join(places, "; ")},
          {"quote", std::string(d.str(c.quote))},
          {"trigger", std::string(d.str(c.trigger))},
          {"start", std::to_string(points.at(c.quote.begin))},
          {"end", std::to_string(points.at(c.quote.end))},
          {"rule", c.rule}};
}

std::string csv_header() {
  std::string out;
  for (const auto& [name, value] : claim_columns(Document(), Claim(), CodePointIndex("")))
    out += (out.empty() ? "" : ",") + std::string(name);
  return out + "\r\n";
}

std::string csv_row(const Document& d, const Claim& claim, const CodePointIndex& points) {
  std::string out;
  bool first = true;
  for (const auto& [name, value] : claim_columns(d, claim, points)) {
    if (!first) out += ',';
    out += cell(value);
    first = false;
  }
  return out + "\r\n";
}

}  // namespace selon
