#include "store/queries.h"

#include <algorithm>

#include "base/edtf.h"
#include "base/utf8.h"

namespace selon {
namespace {

// FTS5 syntax from what people type: every word must occur; a phrase in quotes and a final * keep
// their meaning, everything else is taken literally. Empty where there is no word to look for.
std::string fts_query(std::string_view text) {
  std::string out;
  const auto add = [&](std::string_view term, bool phrase) {
    const bool prefix = !phrase && term.ends_with('*');
    if (prefix) term.remove_suffix(1);
    bool words = false;
    for (size_t at = 0; at < term.size() && !words;) {
      const char32_t c = decode(term, at);
      words = is_letter(c) || is_digit(c) || c > 0xFF;
    }
    if (!words) return;
    out += out.empty() ? "\"" : " \"";
    for (size_t at = 0; at < term.size();) {
      const size_t from = at;
      switch (decode(term, at)) {
        case U'"':
          break;
        case U'œ':
        case U'Œ':
          out += "oe";
          break;
        case U'æ':
        case U'Æ':
          out += "ae";
          break;
        default:
          out += term.substr(from, at - from);
      }
    }
    out += prefix ? "\"*" : "\"";
  };
  bool inside = false;
  for (std::string_view part : split(text, '"')) {
    if (inside)
      add(part, true);
    else
      for (std::string_view word : split(part, ' ')) add(word, false);
    inside = !inside;
  }
  return out;
}

// Conditions and their values, in step.
struct Where {
  std::string sql;
  std::vector<std::string> values;
  void add(const std::string& condition, std::vector<std::string> more) {
    sql += " AND (" + condition + ")";
    for (std::string& value : more) values.push_back(std::move(value));
  }
};

const char* const kVoiceIs =
    "EXISTS (SELECT 1 FROM claim_voices p JOIN attributions a ON a.id = p.attribution_id "
    "LEFT JOIN entities e ON e.id = a.entity_id WHERE p.claim_id = c.id AND "
    "names(?, a.name, e.slug, e.code)";

std::string participant_is(const std::string& table) {
  return "EXISTS (SELECT 1 FROM " + table +
         " p JOIN mentions m ON m.id = p.mention_id LEFT JOIN entities e ON e.id = m.entity_id "
         "LEFT JOIN entity_members g ON g.entity_id = e.id LEFT JOIN entities f ON f.id = "
         "g.member_id WHERE p.claim_id = c.id AND (names(?, coalesce(nullif(e.name, ''), m.words), "
         "e.slug, e.code) OR (f.id IS NOT NULL AND names(?, f.name, f.slug, f.code))))";
}

// The hits of a statement whose rows are codings and positions; its values are bound.
Result<std::vector<ClaimHit>> all_hits(Statement& s) {
  std::vector<ClaimHit> out;
  while (s.step()) out.push_back({s.number(0), static_cast<int32_t>(s.number(1))});
  if (Status status = s.status(); !status) return status.error();
  return out;
}

// The codings that a query looks at, as a FROM clause with aliases c (claim), k (coding), v
// (version).
std::string from_run(int64_t run) {
  const std::string n = std::to_string(run);
  const std::string codings =
      run == 0
          ? "latest_codings"
          : "(SELECT codings.* FROM codings JOIN versions ON versions.id = version_id "
            "WHERE run_id = " +
                n +
                " AND number = (SELECT max(w.number) FROM versions w JOIN "
                "codings d ON d.version_id = w.id WHERE w.document_id = versions.document_id AND "
                "d.run_id = " +
                n + "))";
  return " FROM claims c JOIN " + codings +
         " k ON k.id = c.coding_id JOIN versions v ON v.id = k.version_id ";
}

}  // namespace

Result<std::vector<ClaimHit>> find_claims(Store& store, const ClaimQuery& query) {
  if (query.run > 0) {
    Statement known(store.database(), "SELECT 1 FROM runs WHERE id = ?");
    known.bind(query.run);
    const bool found = known.step();
    if (Status status = known.status(); !status) return status.error();
    if (!found)
      return Error{ErrorCode::kBadArgument,
                   "no run " + std::to_string(query.run) + " in " + store.database().path()};
  }
  const auto since = day_range(query.since), until = day_range(query.until);
  if (since && until && since->from > until->to)
    return Error{ErrorCode::kBadArgument,
                 "nothing is since " + query.since + " and until " + query.until};
  Where where;
  if (!query.according_to.empty()) {
    std::string any;
    std::vector<std::string> values;
    for (const std::string& name : query.according_to) {
      any += any.empty() ? "" : " OR ";
      any += std::string(kVoiceIs) +
             " AND p.position = (SELECT max(position) FROM claim_voices x WHERE x.claim_id = c.id))"
             " OR (NOT EXISTS (SELECT 1 FROM claim_voices x WHERE x.claim_id = c.id) AND "
             "(names(?, k.outlet, '', '') OR names(?, k.author, '', '') OR "
             // Whoever has neither speaks under the id, of a path under the file's name.
             "(k.outlet = '' AND k.author = '' AND (v.name = ? OR substr(v.name, -length(?) - 1) = "
             "'/' || ?))))";
      values.insert(values.end(), 6, name);
    }
    where.add(any, std::move(values));
  }
  if (!query.via.empty()) where.add(std::string(kVoiceIs) + ")", {query.via});
  if (!query.actor.empty()) where.add(participant_is("claim_actors"), {query.actor, query.actor});
  if (!query.recipient.empty())
    where.add(participant_is("claim_recipients"), {query.recipient, query.recipient});
  if (!query.event.empty()) where.add("c.event = upper(?)", {query.event});
  if (!query.certainty.empty()) where.add("c.certainty = ?", {query.certainty});
  if (query.min_confidence > 0)
    where.add("c.confidence >= CAST(? AS REAL)", {std::to_string(query.min_confidence)});
  for (const auto& [day, condition] :
       {std::pair(&query.since, "c.day_to >= ?"), std::pair(&query.until, "c.day_from <= ?")}) {
    if (day->empty()) continue;
    const std::optional<DayRange> range = day_range(*day);
    if (!range)
      return Error{ErrorCode::kBadArgument,
                   "'" + *day + "' is no date (2024, 2024-03, 2024-03-05)"};
    where.add(condition, {day == &query.since ? range->from : range->to});
  }
  if (!query.text.empty()) {
    const std::string words = fts_query(query.text);
    if (words.empty())
      return Error{ErrorCode::kBadArgument, "no word to look for in '" + query.text + "'"};
    where.add("c.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)", {words});
  }
  if (!query.document.empty()) {
    const Result<FoundDocument> found = store.find(query.document, query.run);
    if (!found) return found.error();
    where.add("k.id = CAST(? AS INTEGER)", {std::to_string(found->coding)});
  }
  Statement s(store.database(), "SELECT c.coding_id, c.position" + from_run(query.run) + "WHERE 1" +
                                    where.sql + " ORDER BY v.document_id, c.position");
  for (const std::string& value : where.values) s.bind(value);
  return all_hits(s);
}

Result<ClaimHit> find_claim(Store& store, const std::string& id, int64_t run) {
  Statement names(store.database(), "SELECT DISTINCT c.name" + from_run(run) +
                                        "WHERE c.name >= ?1 AND c.name < ?1 || 'g' LIMIT 2");
  names.bind(id);
  std::vector<std::string> found;
  while (names.step()) found.push_back(names.text(0));
  if (Status status = names.status(); !status) return status.error();
  if (found.empty() || id.empty())
    return Error{ErrorCode::kNotFound, "no such claim in " + store.database().path(), id};
  if (found.size() > 1) return Error{ErrorCode::kBadArgument, "several claims begin like this", id};
  Statement latest(store.database(), "SELECT c.coding_id, c.position" + from_run(run) +
                                         "WHERE c.name = ? ORDER BY c.id DESC LIMIT 1");
  latest.bind(found[0]);
  const Result<std::vector<ClaimHit>> hits = all_hits(latest);
  if (!hits) return hits.error();
  return hits->front();
}

Result<std::vector<ClaimHit>> other_tellings(Store& store, const ClaimHit& claim) {
  // Two participants are the same when the tables know both by one slug, or when both go by one
  // name.
  const auto shared = [](const std::string& table) {
    return "EXISTS (SELECT 1 FROM " + table +
           " p JOIN mentions m ON m.id = p.mention_id LEFT JOIN entities e ON e.id = m.entity_id "
           "JOIN " +
           table +
           " q ON q.claim_id = o.id JOIN mentions n ON n.id = q.mention_id "
           "LEFT JOIN entities f ON f.id = n.entity_id WHERE p.claim_id = c.id AND "
           "(e.slug = f.slug AND e.slug NOT LIKE 'local/%' OR "
           "coalesce(nullif(e.name, ''), m.words) = coalesce(nullif(f.name, ''), n.words)))";
  };
  const auto none = [](const std::string& table, const char* alias) {
    return "NOT EXISTS (SELECT 1 FROM " + table + " WHERE claim_id = " + alias + ".id)";
  };
  const std::string sql =
      "SELECT c.coding_id, c.position" + from_run(0) +
      "JOIN claims o ON o.coding_id = ? AND o.position = ? WHERE c.id <> o.id AND "
      "c.event = o.event AND " +
      shared("claim_actors") + " AND (" + shared("claim_recipients") + " OR " +
      none("claim_recipients", "c") + " AND " + none("claim_recipients", "o") +
      ") ORDER BY v.document_id, c.position";
  Statement s(store.database(), sql);
  s.bind(claim.coding, claim.position);
  return all_hits(s);
}

Result<StoreCounts> count_all(Store& store) {
  StoreCounts counts;
  const std::string claims = from_run(0);
  const std::pair<int64_t StoreCounts::*, std::string> questions[] = {
      {&StoreCounts::documents, "SELECT count(*) FROM latest_codings"},
      {&StoreCounts::claims, "SELECT count(*)" + claims},
      {&StoreCounts::attributed,
       "SELECT count(*)" + claims +
           "WHERE EXISTS (SELECT 1 FROM claim_voices WHERE claim_id = c.id)"},
      {&StoreCounts::voices, "SELECT count(DISTINCT a.name)" + claims +
                                 "JOIN claim_voices p ON p.claim_id = c.id JOIN attributions a ON "
                                 "a.id = p.attribution_id"},
      {&StoreCounts::actors,
       "SELECT count(DISTINCT coalesce(nullif(e.name, ''), m.words))" + claims +
           "JOIN claim_actors p ON p.claim_id = c.id JOIN mentions m ON m.id = p.mention_id "
           "LEFT JOIN entities e ON e.id = m.entity_id"}};
  for (const auto& [field, sql] : questions) {
    const Result<int64_t> n = store.database().number(sql);
    if (!n) return n.error();
    counts.*field = *n;
  }
  return counts;
}

}  // namespace selon
