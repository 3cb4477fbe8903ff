#include "document/records.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/utf8.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

std::string id_of(std::string_view layer, int32_t i) {
  return std::string(layer) + "/" + std::to_string(i);
}

// null for an empty cell that holds an identifier: JSON readers then see "none", not a name.
Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

class Writer {
 public:
  Writer(const Document& d, const CodePointIndex& points) : d_(d), points_(points) {}

  Json document(const Coder& coder, bool with_text) const {
    const Metadata& m = d_.meta;
    Json r = start("document", m.id);
    r["sha256"] = m.sha256;
    r["file"] = m.file;
    r["language"] = m.language;
    r["title"] = m.title;
    r["subtitle"] = m.subtitle;
    r["outlet"] = m.outlet;
    r["author"] = m.author;
    r["translator"] = m.translator;
    r["published"] = m.published;
    r["url"] = m.url;
    r["original"] = {{"outlet", m.original.outlet},
                     {"author", m.original.author},
                     {"published", m.original.published},
                     {"language", m.original.language},
                     {"title", m.original.title}};
    r["cites"] = m.cites;
    r["coder"] = {{"version", coder.version}, {"model", coder.model}, {"lexicons", coder.lexicons}};
    if (with_text) r["text"] = d_.text;
    return r;
  }

  Json block(int32_t i) const {
    const Block& b = d_.blocks[i];
    Json r = start("block", id_of("block", i));
    r["span"] = span(b.span);
    r["kind"] = to_string(b.kind);
    if (!b.speaker.empty()) r["speaker"] = b.speaker;
    return r;
  }

  Json time(int32_t i) const {
    const TimeExpression& t = d_.times[i];
    Json r = start("time", id_of("time", i));
    r["span"] = span(t.span);
    r["value"] = t.value;
    r["timex"] = t.timex;
    r["kind"] = to_string(t.kind);
    r["anchor"] = to_string(t.anchor);
    r["rule"] = t.rule;
    return r;
  }

  Json quantity(int32_t i) const {
    const Quantity& q = d_.quantities[i];
    Json r = start("quantity", id_of("quantity", i));
    r["span"] = span(q.span);
    r["value"] = q.value;
    r["low"] = q.low;
    r["high"] = q.high;
    r["unit"] = q.unit;
    r["of"] = q.of;
    r["approx"] = to_string(q.approx);
    r["rule"] = q.rule;
    return r;
  }

  Json place(int32_t i) const {
    const Place& p = d_.places[i];
    Json r = start("place", id_of("place", i));
    r["span"] = span(p.span);
    r["name"] = p.name;
    r["country"] = p.country;
    const bool located = p.lat != 0 || p.lon != 0;
    r["lat"] = located ? Json(p.lat) : Json();
    r["lon"] = located ? Json(p.lon) : Json();
    r["gazetteer_id"] = or_null(p.gazetteer_id);
    r["rule"] = p.rule;
    return r;
  }

  Json mention(int32_t i) const {
    const Mention& m = d_.mentions[i];
    Json r = start("mention", id_of("mention", i));
    r["span"] = span(m.span);
    put_entity(r, m.entity, m.span);
    const bool known = m.entity != kNone;
    r["kind"] = to_string(known ? d_.entities[m.entity].kind : EntityKind::kUnknown);
    r["coref"] = m.coref == kNone ? Json() : Json(id_of("mention", m.coref));
    r["public"] = !known || d_.entities[m.entity].is_public;
    r["rule"] = m.rule;
    return r;
  }

  Json attribution(int32_t i) const {
    const Attribution& a = d_.attributions[i];
    Json r = start("attribution", id_of("attribution", i));
    r["cue"] = span(a.cue);
    r["source"] = span(a.source);
    r["entity"] = entity_id(a.entity);
    r["name"] = a.name;
    r["kind"] = a.kind;
    r["content"] = span(a.content);
    r["report"] = to_string(a.report);
    r["certainty"] = to_string(a.certainty);
    r["parent"] = a.parent == kNone ? Json() : Json(id_of("attribution", a.parent));
    r["rule"] = a.rule;
    return r;
  }

  Json claim(const Claim& c) const {
    Json r = start("claim", c.id);
    r["quote"] = span(c.quote);
    r["trigger"] = span(c.trigger);
    r["event"] = c.event;
    r["mode"] = c.mode;
    r["contexts"] = c.contexts;
    r["cameo"] = c.cameo;
    r["score"] = c.score;
    r["actors"] = sides(c.actors);
    r["recipients"] = sides(c.recipients);
    r["voices"] = Json::array();
    for (int32_t v : c.voices) r["voices"].push_back(voice(v));
    r["polarity"] = to_string(c.polarity);
    r["certainty"] = to_string(c.certainty);
    r["time"] = to_string(c.time);
    r["hypothetical"] = c.hypothetical;
    r["auxiliary_modes"] = c.auxiliary_modes;
    r["when"] = ids("time", c.when);
    r["where"] = ids("place", c.where);
    r["quantities"] = ids("quantity", c.quantities);
    r["confidence"] = c.confidence;
    r["rule"] = c.rule;
    return r;
  }

  Json predicate(int32_t i) const {
    const Predicate& p = d_.predicates[i];
    Json r = start("predicate", id_of("predicate", i));
    r["span"] = span(d_.words[p.word].span);
    r["lemma"] = d_.words[p.word].lemma;
    r["upos"] = to_string(d_.words[p.word].upos);
    r["mood"] = to_string(p.mood);
    r["polarity"] = to_string(p.polarity);
    r["certainty"] = to_string(p.certainty);
    r["time"] = to_string(p.time);
    r["hypothetical"] = p.hypothetical;
    r["governors"] = Json::array();
    for (int32_t w : p.governors) r["governors"].push_back(span(d_.words[w].span));
    r["voices"] = Json::array();
    for (int32_t v : p.voices) r["voices"].push_back(voice(v));
    return r;
  }

 private:
  Json start(std::string_view record, std::string_view id) const {
    return {{"record", record}, {"document", d_.meta.id}, {"id", id}};
  }

  Json span(Span s) const {
    if (s.empty()) return {};
    return {{"start", points_.at(s.begin)}, {"end", points_.at(s.end)}, {"text", d_.str(s)}};
  }

  Json entity_id(int32_t entity) const {
    return entity == kNone ? Json() : or_null(d_.entities[entity].id);
  }

  void put_entity(Json& r, int32_t entity, Span s) const {
    const Entity none;
    const Entity& e = entity == kNone ? none : d_.entities[entity];
    r["entity"] = entity_id(entity);
    r["name"] = e.name.empty() ? d_.str(s) : std::string_view(e.name);
    r["code"] = e.code.empty() ? std::string_view("UNK") : std::string_view(e.code);
    r["country"] = e.country;
    r["sector"] = e.sector;
  }

  Json sides(const std::vector<int32_t>& mentions) const {
    Json out = Json::array();
    for (const Participant& p : participants(d_, mentions)) {
      const Span where = d_.mentions[p.mention].span;
      Json item = {{"mention", id_of("mention", p.mention)}, {"span", span(where)}};
      put_entity(item, p.entity, where);
      out.push_back(std::move(item));
    }
    return out;
  }

  Json voice(int32_t i) const {
    const Attribution& a = d_.attributions[i];
    return {{"attribution", id_of("attribution", i)},
            {"entity", entity_id(a.entity)},
            {"name", a.name},
            {"kind", a.kind},
            {"span", span(a.source)},
            {"cue", span(a.cue)},
            {"report", to_string(a.report)}};
  }

  static Json ids(std::string_view layer, const std::vector<int32_t>& indices) {
    Json out = Json::array();
    for (int32_t i : indices) out.push_back(id_of(layer, i));
    return out;
  }

  const Document& d_;
  const CodePointIndex& points_;
};

}  // namespace

void assign_claim_ids(Document& document) {
  const CodePointIndex points(document.text);
  const std::string text = sha256(document.text);
  const auto place = [&](Span s) {
    return std::to_string(points.at(s.begin)) + "-" + std::to_string(points.at(s.end));
  };
  std::map<std::string, int> seen;
  for (Claim& claim : document.claims) {
    std::string key = text + '\n' + place(claim.trigger) + '\n' + claim.event;
    for (const auto* list : {&claim.actors, &claim.recipients}) {
      key += '\n';
      for (int32_t m : *list) key += place(document.mentions[m].span) + ' ';
    }
    if (const int before = seen[key]++) key += '\n' + std::to_string(before);
    claim.id = sha256(key).substr(0, 16);
  }
}

void for_each_record(const Document& document, const Coder& coder, const RecordOptions& options,
                     const std::function<void(const Json&)>& take) {
  const CodePointIndex points(document.text);
  const Writer w(document, points);
  const auto layer = [&](size_t size, Json (Writer::*record)(int32_t) const) {
    for (size_t i = 0; i < size; ++i) take((w.*record)(static_cast<int32_t>(i)));
  };
  take(w.document(coder, options.with_text));
  layer(document.blocks.size(), &Writer::block);
  layer(document.times.size(), &Writer::time);
  layer(document.quantities.size(), &Writer::quantity);
  layer(document.places.size(), &Writer::place);
  layer(document.mentions.size(), &Writer::mention);
  layer(document.attributions.size(), &Writer::attribution);
  for (const Claim& claim : document.claims) take(w.claim(claim));
  layer(document.predicates.size(), &Writer::predicate);
}

std::string write_records(const Document& document, const Coder& coder,
                          const RecordOptions& options) {
  std::string out;
  for_each_record(document, coder, options, [&](const Json& record) {
    // The text is valid UTF-8; a path given as an id may not be.
    out += record.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
  });
  return out;
}

Json claim_record(const Document& document, const Claim& claim, const CodePointIndex& points) {
  return Writer(document, points).claim(claim);
}

}  // namespace selon
