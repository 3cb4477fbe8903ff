// Store::save and the question before it: has this been coded already?
#include <algorithm>

#include "base/edtf.h"
#include "base/files.h"
#include "base/utf8.h"
#include "document/conllu.h"
#include "store/store.h"

namespace selon {
namespace {

constexpr const char* kNow = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";

// The row of the document with this id or address; 0: a new one.
Result<int64_t> find_row(Database& db, const Metadata& meta) {
  Statement by_name(db, "SELECT document_id FROM versions WHERE name = ? LIMIT 1");
  by_name.bind(meta.id);
  if (by_name.step()) return by_name.number(0);
  if (Status s = by_name.status(); !s) return s.error();
  if (meta.url.empty()) return 0;
  Statement by_url(db, "SELECT id FROM documents WHERE url = ? LIMIT 1");
  by_url.bind(meta.url);
  if (by_url.step()) return by_url.number(0);
  if (Status s = by_url.status(); !s) return s.error();
  return 0;
}

struct LatestVersion {
  int64_t id = 0, number = 0;
  std::string sha256;
};

Result<LatestVersion> latest_version(Database& db, int64_t document) {
  Statement s(db,
              "SELECT id, number, sha256 FROM versions WHERE document_id = ? "
              "ORDER BY number DESC LIMIT 1");
  s.bind(document);
  LatestVersion out;
  if (s.step()) out = {s.number(0), s.number(1), s.text(2)};
  if (Status status = s.status(); !status) return status.error();
  return out;
}

// The version that these bytes are: the latest one, or a new one behind it.
Result<int64_t> version_row(Database& db, const Metadata& meta) {
  Result<int64_t> document = find_row(db, meta);
  if (!document) return document.error();
  if (*document == 0) {
    Statement insert(db, "INSERT INTO documents (name, url) VALUES (?, ?)");
    document = insert.run(meta.id, meta.url);
    if (Status s = insert.status(); !s) return s.error();
  } else if (!meta.url.empty()) {
    Statement update(db, "UPDATE documents SET url = ? WHERE id = ?");
    update.run(meta.url, *document);
    if (Status s = update.status(); !s) return s.error();
  }
  const Result<LatestVersion> latest = latest_version(db, *document);
  if (!latest) return latest.error();
  if (latest->id != 0 && latest->sha256 == meta.sha256) return latest->id;
  Statement insert(db, std::string("INSERT INTO versions (document_id, number, name, file, sha256, "
                                   "added) VALUES (?, ?, ?, ?, ?, ") +
                           kNow + ")");
  const int64_t id = insert.run(*document, latest->number + 1, meta.id, meta.file, meta.sha256);
  if (Status s = insert.status(); !s) return s.error();
  return id;
}

Result<int64_t> text_row(Database& db, const std::string& text) {
  const std::string hash = sha256(text);
  Statement insert(db, "INSERT OR IGNORE INTO texts (sha256, text) VALUES (?, ?)");
  insert.run(hash, text);
  Statement select(db, "SELECT id FROM texts WHERE sha256 = ?");
  select.bind(hash);
  const int64_t id = select.step() ? select.number(0) : 0;
  for (const Statement* s : {&insert, &select})
    if (Status status = s->status(); !status) return status.error();
  return id;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

std::optional<std::string> from_day(const std::optional<DayRange>& range) {
  return range ? std::optional(range->from) : std::nullopt;
}
std::optional<std::string> to_day(const std::optional<DayRange>& range) {
  return range ? std::optional(range->to) : std::nullopt;
}

// When a claim's event was: from the first of its own days to the last, else when it was published.
std::optional<DayRange> days_of(const Document& d, const Claim& claim) {
  std::optional<DayRange> out;
  for (int32_t i : claim.when) {
    const std::optional<DayRange> range = day_range(d.times[i].value);
    if (!range) continue;
    if (!out) out = range;
    out = DayRange{std::min(out->from, range->from), std::max(out->to, range->to)};
  }
  return out ? out : day_range(d.meta.published);
}

// Writes the layers of one coding; row ids stand at the layers' positions.
class LayerWriter {
 public:
  LayerWriter(Database& db, const Document& d, int64_t coding)
      : db_(db), d_(d), points_(d.text), coding_(coding) {}

  Status run() {
    for (auto step :
         {&LayerWriter::cites, &LayerWriter::blocks, &LayerWriter::sentences, &LayerWriter::times,
          &LayerWriter::quantities, &LayerWriter::places, &LayerWriter::entities,
          &LayerWriter::mentions, &LayerWriter::attributions, &LayerWriter::claims})
      if (Status s = (this->*step)(); !s) return s;
    return Ok{};
  }

 private:
  using Rows = std::vector<int64_t>;

  size_t start(Span s) const { return points_.at(s.begin); }
  size_t stop(Span s) const { return points_.at(s.end); }
  static std::optional<int64_t> row(const Rows& rows, int32_t i) {
    return i == kNone ? std::nullopt : std::optional(rows[i]);
  }

  // Each layer may point into itself, ahead too: the row ids are known beforehand.
  Result<Rows> reserve(const char* table, size_t size) {
    const Result<int64_t> last = db_.number(std::string("SELECT max(id) FROM ") + table);
    if (!last) return last.error();
    Rows rows(size);
    for (size_t i = 0; i < size; ++i) rows[i] = *last + 1 + static_cast<int64_t>(i);
    return rows;
  }

  Status cites() {
    Statement s(db_, "INSERT INTO cites VALUES (?, ?, ?)");
    for (size_t i = 0; i < d_.meta.cites.size(); ++i) s.run(coding_, i, d_.meta.cites[i]);
    return s.status();
  }

  Status blocks() {
    Statement s(db_, "INSERT INTO blocks VALUES (NULL, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.blocks.size(); ++i) {
      const Block& b = d_.blocks[i];
      s.run(coding_, i, start(b.span), stop(b.span), to_string(b.kind), b.speaker);
    }
    return s.status();
  }

  Status sentences() {
    std::vector<int32_t> kept;
    for (const Claim& c : d_.claims)
      if (c.trigger_word != kNone) kept.push_back(d_.words[c.trigger_word].sentence);
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    Statement s(db_, "INSERT INTO sentences VALUES (NULL, ?, ?, ?, ?, ?)");
    for (int32_t i : kept) {
      const Span span = d_.sentences[i].span;
      s.run(coding_, i, start(span), stop(span), write_conllu(d_, i));
    }
    return s.status();
  }

  Status times() {
    Statement s(db_, "INSERT INTO times VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.times.size(); ++i) {
      const TimeExpression& t = d_.times[i];
      const std::optional<DayRange> days = day_range(t.value);
      times_.push_back(s.run(coding_, i, start(t.span), stop(t.span), d_.str(t.span), t.value,
                             t.timex, to_string(t.kind), to_string(t.anchor), from_day(days),
                             to_day(days), t.rule));
    }
    return s.status();
  }

  Status quantities() {
    Statement s(db_, "INSERT INTO quantities VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.quantities.size(); ++i) {
      const Quantity& q = d_.quantities[i];
      quantities_.push_back(s.run(coding_, i, start(q.span), stop(q.span), d_.str(q.span), q.value,
                                  q.low, q.high, q.unit, q.of, to_string(q.approx), q.rule));
    }
    return s.status();
  }

  Status places() {
    Statement s(db_, "INSERT INTO places VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.places.size(); ++i) {
      const Place& p = d_.places[i];
      places_.push_back(s.run(coding_, i, start(p.span), stop(p.span), d_.str(p.span), p.name,
                              p.country, p.lat, p.lon, p.gazetteer_id, p.rule));
    }
    return s.status();
  }

  Status entities() {
    Statement s(db_,
                "INSERT INTO entities (coding_id, position, slug, name, code, country, sector, "
                "kind, public, plural, gender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.entities.size(); ++i) {
      const Entity& e = d_.entities[i];
      entities_.push_back(s.run(coding_, i, e.id, e.name, e.code, e.country, e.sector,
                                to_string(e.kind), e.is_public, e.plural,
                                static_cast<int32_t>(e.gender)));
    }
    Statement member(db_, "INSERT INTO entity_members VALUES (?, ?, ?)");
    for (size_t i = 0; i < d_.entities.size(); ++i)
      for (size_t k = 0; k < d_.entities[i].members.size(); ++k)
        member.run(entities_[i], k, entities_[d_.entities[i].members[k]]);
    return s.status() ? member.status() : s.status();
  }

  Status mentions() {
    Result<Rows> rows = reserve("mentions", d_.mentions.size());
    if (!rows) return rows.error();
    mentions_ = std::move(*rows);
    Statement s(db_, "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.mentions.size(); ++i) {
      const Mention& m = d_.mentions[i];
      s.run(mentions_[i], coding_, i, start(m.span), stop(m.span), d_.str(m.span),
            row(entities_, m.entity), row(mentions_, m.coref), static_cast<int32_t>(m.form),
            m.rule);
    }
    return s.status();
  }

  Status attributions() {
    Result<Rows> rows = reserve("attributions", d_.attributions.size());
    if (!rows) return rows.error();
    attributions_ = std::move(*rows);
    Statement s(db_,
                "INSERT INTO attributions VALUES "
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < d_.attributions.size(); ++i) {
      const Attribution& a = d_.attributions[i];
      s.run(attributions_[i], coding_, i, start(a.cue), stop(a.cue), d_.str(a.cue), start(a.source),
            stop(a.source), d_.str(a.source), row(entities_, a.entity), a.name, a.kind,
            start(a.content), stop(a.content), to_string(a.report), to_string(a.certainty),
            row(attributions_, a.parent), a.rule);
    }
    return s.status();
  }

  Status claims() {
    Statement s(db_,
                "INSERT INTO claims VALUES "
                "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Rows rows;
    for (size_t i = 0; i < d_.claims.size(); ++i) {
      const Claim& c = d_.claims[i];
      const std::optional<DayRange> days = days_of(d_, c);
      rows.push_back(s.run(
          coding_, i, c.id, start(c.quote), stop(c.quote), d_.str(c.quote), start(c.trigger),
          stop(c.trigger), d_.str(c.trigger), c.event, c.mode, joined(c.contexts), c.cameo, c.score,
          to_string(c.polarity), to_string(c.certainty), to_string(c.time), c.hypothetical,
          joined(c.auxiliary_modes), from_day(days), to_day(days), c.confidence, c.rule));
    }
    if (Status status = s.status(); !status) return status;
    struct Join {
      const char* table;
      std::vector<int32_t> Claim::*list;
      const Rows& targets;
    };
    const Join joins[] = {{"claim_actors", &Claim::actors, mentions_},
                          {"claim_recipients", &Claim::recipients, mentions_},
                          {"claim_voices", &Claim::voices, attributions_},
                          {"claim_times", &Claim::when, times_},
                          {"claim_places", &Claim::where, places_},
                          {"claim_quantities", &Claim::quantities, quantities_}};
    for (const Join& join : joins) {
      Statement insert(db_, std::string("INSERT INTO ") + join.table + " VALUES (?, ?, ?)");
      for (size_t i = 0; i < d_.claims.size(); ++i) {
        const std::vector<int32_t>& list = d_.claims[i].*join.list;
        for (size_t k = 0; k < list.size(); ++k) insert.run(rows[i], k, join.targets[list[k]]);
      }
      if (Status status = insert.status(); !status) return status;
    }
    return Ok{};
  }

  Database& db_;
  const Document& d_;
  CodePointIndex points_;
  int64_t coding_;
  Rows times_, quantities_, places_, entities_, mentions_, attributions_;
};

}  // namespace

Result<bool> Store::coded(const Metadata& meta, int64_t run) {
  const Result<int64_t> document = find_row(db_, meta);
  if (!document) return document.error();
  Statement s(db_,
              "SELECT 1 FROM versions v JOIN codings c ON c.version_id = v.id AND c.run_id = ?1 "
              "WHERE v.sha256 = ?2 AND (?3 = 0 OR v.document_id = ?3) AND v.number = "
              "(SELECT max(number) FROM versions w WHERE w.document_id = v.document_id) LIMIT 1");
  s.bind(run, meta.sha256, *document);
  const bool found = s.step();
  if (Status status = s.status(); !status) return status.error();
  return found;
}

Status Store::save(const Document& document, int64_t run) {
  Transaction transaction(db_);
  if (!transaction.begun()) return transaction.begun();
  const Metadata& m = document.meta;
  const Result<int64_t> version = version_row(db_, m);
  if (!version) return version.error();
  const Result<int64_t> text = text_row(db_, document.text);
  if (!text) return text.error();
  // Another process may have coded it in the meantime: the later one stays.
  Statement remove(db_, "DELETE FROM codings WHERE version_id = ? AND run_id = ?");
  remove.run(*version, run);
  Statement insert(db_, std::string("INSERT INTO codings VALUES (NULL, ?, ?, ?, ") + kNow +
                            ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const std::optional<DayRange> days = day_range(m.published);
  const int64_t coding =
      insert.run(*version, run, *text, m.language, m.title, m.subtitle, m.outlet, m.author,
                 m.translator, m.url, m.published, from_day(days), to_day(days), m.original.outlet,
                 m.original.author, m.original.published, m.original.language, m.original.title);
  for (const Statement* s : {&remove, &insert})
    if (Status status = s->status(); !status) return status;
  if (Status s = LayerWriter(db_, document, coding).run(); !s) return s;
  return transaction.commit();
}

}  // namespace selon
