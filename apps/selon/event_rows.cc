#include "event_rows.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "base/files.h"
#include "base/utf8.h"
#include "claim_files.h"
#include "corpus/mutual.h"
#include "corpus/worlds.h"
#include "formulas.h"

namespace selon {
namespace {

std::vector<Party> parties_of(const Document& d, const std::vector<int32_t>& mentions,
                              const CodePointIndex& points) {
  std::vector<Party> out;
  for (const Participant& p : participants(d, mentions)) {
    const Span where = d.mentions[p.mention].span;
    Party& party = out.emplace_back();
    party.begin = static_cast<int64_t>(points.at(where.begin));
    party.name = d.str(where);
    if (p.entity == kNone) continue;
    const Entity& entity = d.entities[p.entity];
    if (!entity.name.empty()) party.name = entity.name;
    party.country = entity.country;
    party.sector = entity.sector;
    party.code = code_without_sector(entity);
    if (party.code == "UNK") party.code.clear();
  }
  return out;
}

// From the article and the claim, since two articles may hold the same words.
uint64_t row_number(const Document& d, const Claim& claim, size_t row) {
  const std::string hash =
      sha256(d.meta.id + '\n' + claim.id + '\n' + std::to_string(row)).substr(0, 13);
  return std::strtoull(hash.c_str(), nullptr, 16);
}

}  // namespace

bool fits_event_tables(const Claim& claim) {
  return quad_code(claim.event) != 0 && standing_of(claim) == Standing::kTold &&
         claim.time != ClaimTime::kFuture;
}

std::vector<EventRow> event_rows(const Document& d, const Claim& claim,
                                 const CodePointIndex& points) {
  std::vector<Party> actors = parties_of(d, claim.actors, points),
                     recipients = parties_of(d, claim.recipients, points);
  std::vector<EventRow> rows;
  const auto add = [&](const Party& actor, const Party& recipient) {
    rows.push_back({row_number(d, claim, rows.size()), actor, recipient});
  };
  if (recipients.empty() && actors.size() > 1 && is_mutual(claim.event)) {
    for (size_t i = 0; i < actors.size(); ++i)
      for (size_t j = 0; j < actors.size(); ++j)
        if (i != j) add(actors[i], actors[j]);
    return rows;
  }
  if (actors.empty()) actors.emplace_back();
  if (recipients.empty()) recipients.emplace_back();
  for (const Party& actor : actors)
    for (const Party& recipient : recipients) add(actor, recipient);
  return rows;
}

int sentence_number(const Claim& claim, const std::vector<StoredSentence>& sentences,
                    const CodePointIndex& points) {
  const size_t at = points.at(claim.trigger.begin);
  const auto behind =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](size_t point, const StoredSentence& s) { return point < s.begin; });
  if (behind == sentences.begin() || std::prev(behind)->end <= at) return 0;
  return std::prev(behind)->position + 1;
}

const Place* event_place(const Document& d, const Claim& claim) {
  const std::vector<int32_t> places = scenes(d, claim);
  for (int32_t p : places)
    if (d.places[p].lat != 0 || d.places[p].lon != 0) return &d.places[p];
  return places.empty() ? nullptr : &d.places[places.front()];
}

std::string tab_cell(std::string_view text) {
  std::string out = no_formula(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

std::string decimal(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.5f", value);
  std::string text = out;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string tab_row(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) out += (&cell == &cells.front() ? "" : "\t") + cell;
  return out + '\n';
}

}  // namespace selon
