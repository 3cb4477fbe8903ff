// The outcome of anything that input or disk can make fail: a value, or an Error that says what and
// where.
//
//   Result<std::string> text = read_file(path);
//   if (!text) return text.error();
//   use(*text);
#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace selon {

enum class ErrorCode {
  kNotFound,     // no such file, document, claim
  kNotReadable,  // exists, but cannot be read or written
  kBadEncoding,  // text that is not UTF-8 and whose charset cannot be found
  kBadFormat,    // a file that is not what its name or header promises
  kTooLarge,     // more than a limit allows
  kBadArgument,  // a value that an option does not accept
  kStore,        // the database refused: full disk, lock, corruption
};

// What went wrong, for a person: `file` and `offset` are empty where they make no sense.
struct Error {
  ErrorCode code = ErrorCode::kBadFormat;
  std::string message;                // "byte 0xE9 is not UTF-8"
  std::string file = {};              // the path or id as the user gave it
  std::optional<size_t> offset = {};  // byte offset in the file
  std::optional<size_t> line = {};    // 1-based line in the file

  // "articles.ndjson:7: not a JSON object" — the form in which every command prints it.
  std::string to_string() const {
    std::string out = file;
    if (line) out += ":" + std::to_string(*line);
    if (!out.empty()) out += ": ";
    out += message;
    if (offset) out += " (at byte " + std::to_string(*offset) + ")";
    return out;
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::move(error)) {}  // NOLINT

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Preconditions: ok().
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& value() {
    assert(ok());
    return std::get<T>(state_);
  }
  const T& value() const {
    assert(ok());
    return std::get<T>(state_);
  }

  // Precondition: !ok().
  const Error& error() const {
    assert(!ok());
    return std::get<Error>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

// For functions that only succeed or fail.
struct Ok {};
using Status = Result<Ok>;

}  // namespace selon
