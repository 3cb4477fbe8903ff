// Store::load: a coding becomes the Document that was saved, without its words.
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "store/store.h"

namespace selon {
namespace {

// The enumerator that is written this way; the first one for a word that a store of this format
// cannot hold.
template <typename Enum, size_t kSize>
Enum parse_name(std::string_view name) {
  for (size_t i = 0; i < kSize; ++i)
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return static_cast<Enum>(0);
}

class LayerReader {
 public:
  LayerReader(Database& db, int64_t coding) : db_(db), coding_(coding) {}

  Result<Document> run() {
    for (auto step :
         {&LayerReader::head, &LayerReader::cites, &LayerReader::blocks, &LayerReader::times,
          &LayerReader::quantities, &LayerReader::places, &LayerReader::entities,
          &LayerReader::mentions, &LayerReader::attributions, &LayerReader::claims})
      if (Status s = (this->*step)(); !s) return s.error();
    return std::move(d_);
  }

 private:
  // Row id → position in the layer.
  using Places = std::unordered_map<int64_t, int32_t>;

  Span span(const Statement& s, int column) const {
    const auto at = [&](int64_t point) {
      return point >= 0 && point < static_cast<int64_t>(bytes_.size()) ? bytes_[point]
                                                                       : bytes_.back();
    };
    return {at(s.number(column)), at(s.number(column + 1))};
  }

  static int32_t index(const Statement& s, int column, const Places& places) {
    if (s.null(column)) return kNone;
    const auto it = places.find(s.number(column));
    return it == places.end() ? kNone : it->second;
  }

  Status head() {
    Statement s(db_,
                "SELECT v.name, v.file, c.language, c.title, c.subtitle, c.outlet, c.author, "
                "c.translator, c.url, c.published, v.sha256, c.original_outlet, c.original_author, "
                "c.original_published, c.original_language, c.original_title, t.text "
                "FROM codings c JOIN versions v ON v.id = c.version_id "
                "JOIN texts t ON t.id = c.text_id WHERE c.id = ?");
    s.bind(coding_);
    if (!s.step()) {
      if (Status status = s.status(); !status) return status;
      return Error{ErrorCode::kNotFound, "no such coding", db_.path()};
    }
    Metadata& m = d_.meta;
    std::string* const fields[] = {&m.id,
                                   &m.file,
                                   &m.language,
                                   &m.title,
                                   &m.subtitle,
                                   &m.outlet,
                                   &m.author,
                                   &m.translator,
                                   &m.url,
                                   &m.published,
                                   &m.sha256,
                                   &m.original.outlet,
                                   &m.original.author,
                                   &m.original.published,
                                   &m.original.language,
                                   &m.original.title,
                                   &d_.text};
    for (int i = 0; std::string * field : fields) *field = s.text(i++);
    for (size_t at = 0; at <= d_.text.size(); ++at)
      if (is_boundary(d_.text, at)) bytes_.push_back(static_cast<uint32_t>(at));
    return Ok{};
  }

  Status cites() {
    Statement s(db_, "SELECT outlet FROM cites WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step()) d_.meta.cites.push_back(s.text(0));
    return s.status();
  }

  Status blocks() {
    Statement s(db_,
                "SELECT start, stop, kind, speaker FROM blocks WHERE coding_id = ? "
                "ORDER BY position");
    s.bind(coding_);
    while (s.step())
      d_.blocks.push_back(
          {.span = span(s, 0), .kind = parse_name<BlockKind, 10>(s.text(2)), .speaker = s.text(3)});
    return s.status();
  }

  Status times() {
    Statement s(db_,
                "SELECT id, start, stop, value, timex, kind, anchor, rule FROM times "
                "WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step()) {
      times_[s.number(0)] = static_cast<int32_t>(d_.times.size());
      d_.times.push_back({.span = span(s, 1),
                          .value = s.text(3),
                          .timex = s.text(4),
                          .kind = parse_name<TimeKind, 4>(s.text(5)),
                          .anchor = parse_name<Anchor, 3>(s.text(6)),
                          .rule = s.text(7)});
    }
    return s.status();
  }

  Status quantities() {
    Statement s(db_,
                "SELECT id, start, stop, value, low, high, unit, counted, approx, rule "
                "FROM quantities WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step()) {
      quantities_[s.number(0)] = static_cast<int32_t>(d_.quantities.size());
      d_.quantities.push_back({.span = span(s, 1),
                               .value = s.real(3),
                               .low = s.real(4),
                               .high = s.real(5),
                               .unit = s.text(6),
                               .of = s.text(7),
                               .approx = parse_name<Approx, 4>(s.text(8)),
                               .rule = s.text(9)});
    }
    return s.status();
  }

  Status places() {
    Statement s(db_,
                "SELECT id, start, stop, name, country, latitude, longitude, gazetteer_id, rule "
                "FROM places WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step()) {
      places_[s.number(0)] = static_cast<int32_t>(d_.places.size());
      d_.places.push_back({.span = span(s, 1),
                           .name = s.text(3),
                           .country = s.text(4),
                           .lat = s.real(5),
                           .lon = s.real(6),
                           .gazetteer_id = s.text(7),
                           .rule = s.text(8)});
    }
    return s.status();
  }

  Status entities() {
    Statement s(db_,
                "SELECT id, slug, name, code, country, sector, kind, public, plural, gender "
                "FROM entities WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step()) {
      entities_[s.number(0)] = static_cast<int32_t>(d_.entities.size());
      d_.entities.push_back({.id = s.text(1),
                             .name = s.text(2),
                             .code = s.text(3),
                             .country = s.text(4),
                             .sector = s.text(5),
                             .kind = parse_name<EntityKind, 6>(s.text(6)),
                             .is_public = s.number(7) != 0,
                             .plural = s.number(8) != 0,
                             .gender = static_cast<Gender>(s.number(9))});
    }
    Statement member(db_,
                     "SELECT entity_id, member_id FROM entity_members WHERE entity_id IN "
                     "(SELECT id FROM entities WHERE coding_id = ?) ORDER BY entity_id, position");
    member.bind(coding_);
    while (member.step())
      d_.entities[entities_[member.number(0)]].members.push_back(entities_[member.number(1)]);
    return s.status() ? member.status() : s.status();
  }

  // A mention or an attribution may point to a later one of its layer: ids first, then rows.
  Status number_rows(const char* table, Places& places) {
    Statement s(db_, std::string("SELECT id, position FROM ") + table + " WHERE coding_id = ?");
    s.bind(coding_);
    while (s.step()) places[s.number(0)] = static_cast<int32_t>(s.number(1));
    return s.status();
  }

  Status mentions() {
    if (Status numbered = number_rows("mentions", mentions_); !numbered) return numbered;
    Statement s(db_,
                "SELECT start, stop, entity_id, coref_id, form, rule FROM mentions "
                "WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step())
      d_.mentions.push_back({.span = span(s, 0),
                             .entity = index(s, 2, entities_),
                             .coref = index(s, 3, mentions_),
                             .form = static_cast<MentionForm>(s.number(4)),
                             .rule = s.text(5)});
    return s.status();
  }

  Status attributions() {
    if (Status numbered = number_rows("attributions", attributions_); !numbered) return numbered;
    Statement s(db_,
                "SELECT cue_start, cue_stop, source_start, source_stop, entity_id, name, kind, "
                "content_start, content_stop, report, certainty, parent_id, rule "
                "FROM attributions WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    while (s.step())
      d_.attributions.push_back({.cue = span(s, 0),
                                 .source = span(s, 2),
                                 .entity = index(s, 4, entities_),
                                 .name = s.text(5),
                                 .kind = s.text(6),
                                 .content = span(s, 7),
                                 .report = parse_name<Report, 3>(s.text(9)),
                                 .certainty = parse_name<Certainty, 5>(s.text(10)),
                                 .parent = index(s, 11, attributions_),
                                 .rule = s.text(12)});
    return s.status();
  }

  Status claims() {
    Statement s(db_,
                "SELECT id, name, quote_start, quote_stop, trigger_start, trigger_stop, event, "
                "mode, contexts, cameo, score, polarity, certainty, time, hypothetical, "
                "auxiliary_modes, confidence, rule "
                "FROM claims WHERE coding_id = ? ORDER BY position");
    s.bind(coding_);
    Places rows;
    while (s.step()) {
      rows[s.number(0)] = static_cast<int32_t>(d_.claims.size());
      Claim& c = d_.claims.emplace_back();
      c.id = s.text(1);
      c.quote = span(s, 2);
      c.trigger = span(s, 4);
      c.event = s.text(6);
      c.mode = s.text(7);
      const std::string contexts = s.text(8);
      for (std::string_view context : split(contexts, ' '))
        if (!context.empty()) c.contexts.emplace_back(context);
      c.cameo = s.text(9);
      c.score = s.real(10);
      c.polarity = parse_name<Polarity, 2>(s.text(11));
      c.certainty = parse_name<Certainty, 5>(s.text(12));
      c.time = parse_name<ClaimTime, 3>(s.text(13));
      c.hypothetical = s.number(14) != 0;
      const std::string modes = s.text(15);
      for (std::string_view mode : split(modes, ' '))
        if (!mode.empty()) c.auxiliary_modes.emplace_back(mode);
      c.confidence = s.real(16);
      c.rule = s.text(17);
    }
    if (Status status = s.status(); !status) return status;
    struct Join {
      const char *table, *column;
      std::vector<int32_t> Claim::*list;
      const Places& targets;
    };
    const Join joins[] = {{"claim_actors", "mention_id", &Claim::actors, mentions_},
                          {"claim_recipients", "mention_id", &Claim::recipients, mentions_},
                          {"claim_voices", "attribution_id", &Claim::voices, attributions_},
                          {"claim_times", "time_id", &Claim::when, times_},
                          {"claim_places", "place_id", &Claim::where, places_},
                          {"claim_quantities", "quantity_id", &Claim::quantities, quantities_}};
    for (const Join& join : joins) {
      Statement select(db_, std::string("SELECT claim_id, ") + join.column + " FROM " + join.table +
                                " WHERE claim_id IN (SELECT id FROM claims WHERE coding_id = ?) "
                                "ORDER BY claim_id, position");
      select.bind(coding_);
      while (select.step())
        (d_.claims[rows[select.number(0)]].*join.list).push_back(index(select, 1, join.targets));
      if (Status status = select.status(); !status) return status;
    }
    return Ok{};
  }

  Database& db_;
  int64_t coding_;
  Document d_;
  std::vector<uint32_t> bytes_;  // code point → byte
  Places times_, quantities_, places_, entities_, mentions_, attributions_;
};

}  // namespace

Result<Document> Store::load(int64_t coding) { return LayerReader(db_, coding).run(); }

Result<std::string> Store::parse_at(int64_t coding, const Document& document, uint32_t byte) {
  const CodePointIndex points(document.text);
  Statement s(db_, "SELECT conllu FROM sentences WHERE coding_id = ? AND start <= ? AND stop > ?");
  const size_t at = points.at(byte);
  s.bind(coding, at, at);
  const std::string out = s.step() ? s.text(0) : std::string();
  if (Status status = s.status(); !status) return status.error();
  return out;
}

}  // namespace selon
