#include "store/sqlite.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace selon {
namespace {

// A database whose folder cannot be written is opened as one that nobody changes: WAL mode needs
// its side files otherwise.
bool needs_immutable(sqlite3* db, const std::string& path) {
  if (sqlite3_exec(db, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr) == SQLITE_OK)
    return false;
  std::error_code ec;
  const int code = sqlite3_errcode(db) & 0xFF;
  return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) &&
         (!std::filesystem::exists(path + "-wal", ec) ||
          std::filesystem::file_size(path + "-wal", ec) == 0);
}

std::string as_uri(const std::string& path) {
  std::string out = "file:";
  for (char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kHex[] = "0123456789abcdef";
      out += '%';
      out += kHex[c >> 4 & 15];
      out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

Result<Database> Database::open(const std::string& path, OpenMode mode) {
  Database db;
  db.path_ = path;
  const auto connect = [&](const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    db.handle_.reset(handle);
    return code;
  };
  std::error_code ec;
  if (mode != OpenMode::kCreate && !std::filesystem::exists(path, ec))
    return Error{ErrorCode::kStore, "no such store", path};
  const int flags = mode == OpenMode::kReadOnly    ? SQLITE_OPEN_READONLY
                    : mode == OpenMode::kReadWrite ? SQLITE_OPEN_READWRITE
                                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (connect(path, flags) != SQLITE_OK) return db.error();
  if (mode == OpenMode::kReadOnly && needs_immutable(db.handle_.get(), path) &&
      connect(as_uri(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI) != SQLITE_OK)
    return db.error();
  sqlite3_busy_timeout(db.handle_.get(), 10'000);
  return db;
}

Error Database::error() const {
  Error error{ErrorCode::kStore, sqlite3_errmsg(handle_.get()), path_};
  const int reason = sqlite3_system_errno(handle_.get());
  const int code = sqlite3_errcode(handle_.get()) & 0xFF;
  if (reason != 0 && (code == SQLITE_CANTOPEN || code == SQLITE_IOERR))
    error.message += std::string(": ") + std::strerror(reason);
  return error;
}

Status Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return error();
  return Ok{};
}

Result<int64_t> Database::number(const std::string& sql) {
  Statement s(*this, sql);
  const int64_t value = s.step() ? s.number(0) : 0;
  if (Status status = s.status(); !status) return status.error();
  return value;
}

Statement::Statement(Database& db, std::string_view sql) : db_(&db) {
  sqlite3_stmt* handle = nullptr;
  check(
      sqlite3_prepare_v2(db.handle(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr));
  handle_.reset(handle);
}

void Statement::check(int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE && !error_)
    error_ = db_->error();
}

void Statement::bind_one(std::nullptr_t) { check(sqlite3_bind_null(handle_.get(), next_++)); }
void Statement::bind_one(int64_t v) { check(sqlite3_bind_int64(handle_.get(), next_++, v)); }
void Statement::bind_one(double v) { check(sqlite3_bind_double(handle_.get(), next_++, v)); }
void Statement::bind_one(std::string_view v) {
  // A null pointer would bind NULL: an empty view may have one.
  check(sqlite3_bind_text(handle_.get(), next_++, v.empty() ? "" : v.data(),
                          static_cast<int>(v.size()), SQLITE_STATIC));
}

bool Statement::step() {
  if (error_) return false;
  const int code = sqlite3_step(handle_.get());
  check(code);
  return code == SQLITE_ROW;
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  next_ = 1;
}

std::string Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
}

Status Statement::status() const {
  if (error_) return *error_;
  return Ok{};
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself (full disk): then this fails, as it should.
  if (open_ && begun_) (void)db_->execute("ROLLBACK");
}

Status Transaction::commit() {
  Status done = db_->execute("COMMIT");
  if (done) open_ = false;
  return done;
}

}  // namespace selon
