// SQLite with its errors as Results: connections, prepared statements, transactions.
//
//   auto db = Database::open("news.db", OpenMode::kReadOnly);
//   Statement s(*db, "SELECT title FROM codings WHERE language = ?");
//   s.bind("fr");
//   while (s.step()) use(s.text(0));
//   if (!s.status()) return s.status().error();
//
// A statement keeps its first error, so that a run of binds and steps is checked once, at its end.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "selon/result.h"

namespace selon {

enum class OpenMode { kReadOnly, kReadWrite, kCreate };

class Database {
 public:
  // kStore: no such file, not readable, not a database.
  static Result<Database> open(const std::string& path, OpenMode mode);

  // Runs statements that give no rows.
  Status execute(const std::string& sql);
  // The first column of the first row; 0 when there is none.
  Result<int64_t> number(const std::string& sql);

  // The connection's last error, naming the file.
  Error error() const;
  int64_t last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }

 private:
  struct Closer {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  std::unique_ptr<sqlite3, Closer> handle_;
  std::string path_;
};

class Statement {
 public:
  Statement(Database& db, std::string_view sql);

  // Binds the arguments to the parameters in order, from the next one on.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    (bind_one(values), ...);
    return *this;
  }
  // The next row; false at the end or after an error.
  bool step();
  // For statements without rows: runs once with these values and is ready for the next. Gives the
  // row id of an INSERT.
  template <typename... Values>
  int64_t run(const Values&... values) {
    bind(values...);
    step();
    reset();
    return db_->last_id();
  }
  // Ready to bind and step again.
  void reset();

  int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  std::string text(int column) const;
  bool null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

  Status status() const;

 private:
  void bind_one(std::nullptr_t);
  void bind_one(int64_t value);
  void bind_one(int32_t value) { bind_one(int64_t{value}); }
  void bind_one(uint32_t value) { bind_one(int64_t{value}); }
  void bind_one(size_t value) { bind_one(static_cast<int64_t>(value)); }
  void bind_one(bool value) { bind_one(int64_t{value}); }
  void bind_one(double value);
  // The text must live until the next reset.
  void bind_one(std::string_view value);
  void bind_one(const std::string& value) { bind_one(std::string_view(value)); }
  void bind_one(const char* value) { bind_one(std::string_view(value)); }
  template <typename T>
  void bind_one(const std::optional<T>& value) {
    if (value)
      bind_one(*value);
    else
      bind_one(nullptr);
  }
  void check(int code);

  struct Finalizer {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  Database* db_;
  std::unique_ptr<sqlite3_stmt, Finalizer> handle_;
  int next_ = 1;
  std::optional<Error> error_;
};

// Rolls back unless commit() was called.
class Transaction {
 public:
  explicit Transaction(Database& db) : db_(&db), begun_(db.execute("BEGIN IMMEDIATE")) {}
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  const Status& begun() const { return begun_; }
  Status commit();

 private:
  Database* db_;
  Status begun_;
  bool open_ = true;
};

}  // namespace selon
