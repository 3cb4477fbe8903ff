#include "ftm_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/edtf.h"
#include "claim_files.h"
#include "claim_text.h"
#include "corpus/worlds.h"
#include "terminal.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

const char* schema_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return "Person";
    case EntityKind::kState:
      return "PublicBody";
    case EntityKind::kOrganisation:
    case EntityKind::kOutlet:
      return "Organization";
    default:
      return "LegalEntity";
  }
}

// Properties hold lists; an empty value is none.
void put(Json& properties, const char* name, std::vector<std::string> values) {
  std::erase(values, "");
  if (!values.empty()) properties[name] = std::move(values);
}

std::string article_id(const Document& d) { return "selon-" + d.meta.sha256.substr(0, 16); }

// FollowTheMoney's languages have three letters.
std::string language_of(const Document& d) {
  return d.meta.language == "fr" ? "fra" : d.meta.language == "en" ? "eng" : "";
}

// "Le Phare > Reuters (“selon”) > a U.S. official (“said”)"
std::string chain(const Document& d, const Claim& claim) {
  std::string out = narrator(d);
  for (int32_t v : claim.voices) {
    const Attribution& a = d.attributions[v];
    out += " > " + one_line(a.name);
    if (!a.cue.empty()) out += " (“" + one_line(d.str(a.cue)) + "”)";
  }
  return out;
}

}  // namespace

void FtmFile::write(const std::string& id, const char* schema, Json properties) {
  if (!written_.insert(id).second) return;
  const Json entity = {{"id", id}, {"schema", schema}, {"properties", std::move(properties)}};
  out_ += entity.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string FtmFile::entity(const Document& d, int32_t index) {
  const Entity& e = d.entities[index];
  std::string id = "selon-" + e.id;
  if (e.id.empty() || e.id.starts_with("local/"))
    id = article_id(d) + "-" + std::to_string(index);  // known to this article alone
  std::replace(id.begin(), id.end(), '/', '-');
  Json properties = Json::object();
  put(properties, "name", {one_line(e.name)});
  put(properties, "keywords", {e.code, e.sector});
  write(id, schema_of(e.kind), std::move(properties));
  return id;
}

std::vector<std::string> FtmFile::involved(const Document& d,
                                           const std::vector<int32_t>& mentions) {
  std::vector<std::string> out;
  for (const Participant& p : participants(d, mentions))
    if (p.entity != kNone && !d.entities[p.entity].name.empty()) out.push_back(entity(d, p.entity));
  return out;
}

void FtmFile::add(const Document& d) {
  write_article(d);
  for (const Claim& claim : d.claims) {
    write_event(d, claim);
    write_note(d, claim);
  }
}

void FtmFile::write_article(const Document& d) {
  Json article = Json::object();
  put(article, "title", {d.meta.title});
  put(article, "fileName", {d.meta.id});
  put(article, "author", {d.meta.author});
  put(article, "publisher", {d.meta.outlet});
  put(article, "publishedAt", {d.meta.published.substr(0, 10)});
  put(article, "sourceUrl", {d.meta.url});
  put(article, "language", {language_of(d)});
  write(article_id(d), "Article", std::move(article));
}

void FtmFile::write_event(const Document& d, const Claim& claim) {
  std::vector<std::string> parties = involved(d, claim.actors);
  for (std::string& party : involved(d, claim.recipients)) parties.push_back(std::move(party));
  std::vector<std::string> places;
  for (int32_t p : scenes(d, claim)) places.push_back(d.places[p].name);
  Json event = Json::object();
  put(event, "name", {claim_text(d, claim) + ", according to " + voices_text(d, claim)});
  put(event, "summary", {one_line(d.str(claim.quote))});
  for (int32_t t : claim.when)
    if (const auto days = day_range(d.times[t].value)) {
      put(event, "startDate", {days->from});
      put(event, "endDate", {days->to});
      break;
    }
  put(event, "location", places);
  put(event, "involved", parties);
  put(event, "keywords",
      {claim.event, claim.mode, std::string(to_string(claim.certainty)),
       claim.polarity == Polarity::kNeg ? "negated" : "",
       claim.hypothetical ? "hypothetical" : ""});
  put(event, "publisher", {d.meta.outlet});
  put(event, "sourceUrl", {d.meta.url});
  put(event, "proof", {article_id(d)});
  write("selon-" + claim.id, "Event", std::move(event));
}

void FtmFile::write_note(const Document& d, const Claim& claim) {
  const std::string actors = participants_text(d, claim.actors),
                    recipients = participants_text(d, claim.recipients);
  Json note = Json::object();
  put(note, "name", {"On whose word"});
  put(note, "description",
      {"Reported, not established. Whose words: " + chain(d, claim) +
       ". Who: " + (actors.empty() ? "not said" : actors) + ". To whom: " +
       (recipients.empty() ? "not said" : recipients) + ". Rule: " + claim.rule + "."});
  put(note, "entity", {"selon-" + claim.id});
  write("selon-note-" + claim.id, "Note", std::move(note));
}

}  // namespace selon
