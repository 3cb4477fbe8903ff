#include "store/store.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/schema.h"

namespace selon {
namespace {

// "SELN": tells the store from every other SQLite file.
constexpr int64_t kApplicationId = 0x53454C4E;
constexpr int64_t kFormat = 3;

Status make_schema(Database& db) {
  if (Status s = db.execute("PRAGMA journal_mode = WAL"); !s) return s;
  Transaction transaction(db);
  if (!transaction.begun()) return transaction.begun();
  if (Status s = db.execute(std::string(kSchema)); !s) return s;
  const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                            "; PRAGMA user_version = " + std::to_string(kFormat);
  if (Status s = db.execute(marks); !s) return s;
  return transaction.commit();
}

// A name as people type it, against an entity: its slug, its code or the start of it (IRN is
// IRNGOV too), its name, or some words of its name (Nasrallah).
bool names(std::string_view asked, std::string_view name, std::string_view slug,
           std::string_view code) {
  if (asked.empty()) return false;
  if (asked == slug || asked == code) return true;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (asked.size() >= 3 && code.starts_with(asked) &&
      std::all_of(asked.begin(), asked.end(), capital))
    return true;
  const std::string wanted = fold(asked), words = ' ' + fold(name) + ' ';
  for (std::string_view word : split(wanted, ' '))
    if (!word.empty() && words.find(' ' + std::string(word) + ' ') == std::string::npos)
      return false;
  return true;
}

std::string_view argument(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return bytes ? std::string_view(bytes, sqlite3_value_bytes(value)) : std::string_view();
}

// SQL: names(asked, name, slug, code)
void sql_names(sqlite3_context* context, int, sqlite3_value** v) {
  sqlite3_result_int(context,
                     names(argument(v[0]), argument(v[1]), argument(v[2]), argument(v[3])));
}

Status prepare(Database& db, OpenMode mode) {
  sqlite3_create_function(db.handle(), "names", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                          sql_names, nullptr, nullptr);
  // secure_delete: what is forgotten is overwritten with zeros.
  if (mode == OpenMode::kReadOnly) return Ok{};
  return db.execute(
      "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL");
}

Status check_format(Database& db) {
  const Result<int64_t> application = db.number("PRAGMA application_id");
  if (!application) {
    Error error = application.error();
    if (error.message == "file is not a database")
      error.message = "is no Selon store: " + error.message;
    return error;
  }
  if (*application != kApplicationId)
    return Error{ErrorCode::kStore, "is no Selon store", db.path()};
  const Result<int64_t> format = db.number("PRAGMA user_version");
  if (!format) return format.error();
  if (*format != kFormat)
    return Error{ErrorCode::kStore,
                 "is a store of format " + std::to_string(*format) +
                     "; this program reads format " + std::to_string(kFormat),
                 db.path()};
  return Ok{};
}

// The document with this id, path or address; 0: there is none.
Result<int64_t> document_named(Database& db, const std::string& name) {
  Statement s(db,
              "SELECT document_id FROM versions WHERE name = ?1 OR file = ?1 UNION ALL "
              "SELECT id FROM documents WHERE url = ?1 LIMIT 1");
  s.bind(name);
  const int64_t found = s.step() ? s.number(0) : 0;
  if (Status status = s.status(); !status) return status.error();
  return found;
}

// The only document whose file has this name, in whatever folder: "a.txt" of "articles/a.txt".
Result<int64_t> document_in_a_folder(Database& db, const std::string& name) {
  Statement s(db,
              "SELECT DISTINCT document_id FROM versions "
              "WHERE substr(name, -length(?1) - 1) = '/' || ?1 LIMIT 2");
  s.bind(name);
  int64_t found = 0;
  size_t count = 0;
  for (; s.step(); ++count) found = s.number(0);
  if (Status status = s.status(); !status) return status.error();
  if (count == 1) return found;
  return Error{
      ErrorCode::kNotFound,
      (count == 0 ? "no such document in " : "several documents of this name in ") + db.path(),
      name};
}

}  // namespace

Result<Store> Store::create(const std::string& path) {
  Result<Database> db = Database::open(path, OpenMode::kCreate);
  if (!db) return db.error();
  // No table and no mark: a new file, or one whose first ingest was killed at once.
  const Result<int64_t> tables = db->number("SELECT count(*) FROM sqlite_master");
  const Result<int64_t> application = db->number("PRAGMA application_id");
  if (tables && application && *tables == 0 && *application == 0)
    if (Status s = make_schema(*db); !s) return s.error();
  if (Status s = check_format(*db); !s) return s.error();
  if (Status s = prepare(*db, OpenMode::kCreate); !s) return s.error();
  return Store(std::move(*db));
}

Result<Store> Store::open(const std::string& path, OpenMode mode) {
  Result<Database> db = Database::open(path, mode);
  if (!db) return db.error();
  if (Status s = check_format(*db); !s) return s.error();
  if (Status s = prepare(*db, mode); !s) return s.error();
  return Store(std::move(*db));
}

Result<int64_t> Store::run(const Coder& coder) {
  Statement insert(db_,
                   "INSERT OR IGNORE INTO runs (version, model, lexicons, begun) "
                   "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
  insert.run(coder.version, coder.model, coder.lexicons);
  if (Status s = insert.status(); !s) return s.error();
  Statement select(db_, "SELECT id FROM runs WHERE version = ? AND model = ? AND lexicons = ?");
  select.bind(coder.version, coder.model, coder.lexicons);
  const int64_t id = select.step() ? select.number(0) : 0;
  if (Status s = select.status(); !s) return s.error();
  return id;
}

Result<Coder> Store::coder_of(int64_t coding) {
  Statement s(db_,
              "SELECT version, model, lexicons FROM runs WHERE id = "
              "(SELECT run_id FROM codings WHERE id = ?)");
  s.bind(coding);
  Coder coder;
  if (s.step()) coder = {s.text(0), s.text(1), s.text(2)};
  if (Status status = s.status(); !status) return status.error();
  return coder;
}

Result<FoundDocument> Store::find(const std::string& name, int64_t run) {
  Result<int64_t> id = document_named(db_, name);
  if (id && *id == 0) id = document_in_a_folder(db_, name);
  if (!id) return id.error();
  Statement coding(db_,
                   "SELECT codings.id, versions.id, versions.name, codings.title FROM codings "
                   "JOIN versions ON versions.id = codings.version_id "
                   "WHERE versions.document_id = ?1 AND (?2 = 0 OR codings.run_id = ?2) "
                   "ORDER BY versions.number DESC, codings.id DESC LIMIT 1");
  coding.bind(*id, run);
  if (coding.step())
    return FoundDocument{coding.number(0), coding.number(1), coding.text(2), coding.text(3)};
  if (Status s = coding.status(); !s) return s.error();
  return Error{ErrorCode::kNotFound, "run " + std::to_string(run) + " has not coded it", name};
}

Result<std::vector<FoundDocument>> Store::documents(int64_t run) {
  Statement s(
      db_, run == 0 ? "SELECT c.id, c.version_id, v.name, c.title FROM latest_codings c "
                      "JOIN versions v ON v.id = c.version_id ORDER BY v.document_id"
                    : "SELECT c.id, c.version_id, v.name, c.title FROM codings c "
                      "JOIN versions v ON v.id = c.version_id WHERE c.run_id = ?1 AND v.number = "
                      "(SELECT max(w.number) FROM versions w JOIN codings d ON "
                      "d.version_id = w.id WHERE w.document_id = v.document_id AND "
                      "d.run_id = ?1) ORDER BY v.document_id");
  if (run != 0) s.bind(run);
  std::vector<FoundDocument> out;
  while (s.step()) out.push_back({s.number(0), s.number(1), s.text(2), s.text(3)});
  if (Status status = s.status(); !status) return status.error();
  return out;
}

Result<int64_t> Store::forget(const std::string& name) {
  int64_t versions = 0;
  {
    Transaction transaction(db_);
    if (!transaction.begun()) return transaction.begun().error();
    const Result<int64_t> document = document_named(db_, name);
    if (!document) return document.error();
    // The name of a file in whatever folder is not enough to delete it.
    if (*document == 0)
      return Error{ErrorCode::kNotFound, "no such document in " + db_.path(), name};
    Statement count(db_, "SELECT count(*) FROM versions WHERE document_id = ?");
    count.bind(*document);
    if (count.step()) versions = count.number(0);
    count.reset();
    Statement remove(db_, "DELETE FROM documents WHERE id = ?");
    remove.run(*document);
    for (const Statement* s : {&count, &remove})
      if (Status status = s->status(); !status) return status.error();
    // Another document may have the same text: then text and judgements are still its own.
    if (Status s =
            db_.execute("DELETE FROM judgements WHERE text_sha256 IN (SELECT sha256 FROM texts "
                        "WHERE id NOT IN (SELECT text_id FROM codings));"
                        "DELETE FROM texts WHERE id NOT IN (SELECT text_id FROM codings);"
                        // A deleted row stays in the index's segments until they are merged.
                        "INSERT INTO texts_fts (texts_fts) VALUES ('rebuild');"
                        "INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');");
        !s)
      return s.error();
    if (Status s = transaction.commit(); !s) return s.error();
  }
  // The words still stand in the log and in pages that were freed.
  if (Status s = db_.execute("VACUUM"); !s) return s.error();
  if (Status s = db_.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !s) return s.error();
  return versions;
}

}  // namespace selon
