#include "intake/warc.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/files.h"
#include "intake/charset.h"

namespace selon {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr size_t kMostHead = size_t{1} << 16;  // bytes of a record's or an answer's head
// A page may come in chunks, whose sizes stand between them.
constexpr size_t kMostBlock = 2 * kMaxText;

bool is_page(const MediaType& media) {
  return media.type == "text/html" || media.type == "application/xhtml+xml" ||
         media.type == "text/plain";
}

// Plain text that sites hold for programs: "https://a.org/robots.txt".
bool is_for_programs(std::string_view url) {
  const std::string_view file = url.substr(url.rfind('/') + 1);
  return file == "robots.txt" || file == "ads.txt" || file == "app-ads.txt";
}

// Crawlers keep their own logs and notes beside what they fetched, under "metadata:" and "urn:".
bool is_fetched(std::string_view url) {
  for (std::string_view scheme : {"http:", "https:", "ftp:", "file:"})
    if (url.starts_with(scheme)) return true;
  return false;
}

// WARC 1.0 shows addresses in angle brackets, and some programs write them so.
std::string address(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>') && uri.size() > 1)
    uri = uri.substr(1, uri.size() - 2);
  return std::string(uri);
}

}  // namespace

WarcReader::WarcReader(std::string path, std::FILE* file, std::string begun)
    : path_(std::move(path)), bytes_(file, std::move(begun)) {}

Error WarcReader::error(ErrorCode code, std::string message) const {
  return {code, url_.empty() ? std::move(message) : url_ + ": " + message, path_, offset_};
}

std::optional<Result<RawArticle>> WarcReader::next() {
  while (find_record()) {
    Result<Record> record = read_record();
    if (!record) {
      go_on();
      return record.error();
    }
    if (record->page) return page_of(std::move(*record));
    ++passed_over_;
  }
  if (ended_) return std::nullopt;
  ended_ = true;
  url_.clear();
  offset_ = bytes_.read();
  if (bytes_.failed()) return error(ErrorCode::kNotReadable, std::strerror(bytes_.failed()));
  if (bytes_.read() == 0) return error(ErrorCode::kBadFormat, "is empty");
  return std::nullopt;
}

// To the first byte of the next record, over the line ends between two.
bool WarcReader::find_record() {
  url_.clear();
  if (!line_.empty()) {  // found by find_version
    offset_ = bytes_.packed() ? bytes_.offset() : bytes_.offset() - line_.size();
    return true;
  }
  for (;;) {
    const std::string_view some = bytes_.peek();
    const size_t blank = std::min(some.find_first_not_of("\r\n"), some.size());
    bytes_.take(blank);
    if (blank < some.size() || !bytes_.damage().empty()) break;
    if (some.empty() && !bytes_.next_member()) return false;
  }
  offset_ = bytes_.offset();
  return true;
}

Result<WarcReader::Record> WarcReader::read_record() {
  Record record;
  if (const Status read = read_head(record); !read) return read.error();
  if (const Status read = read_block(record); !read) return read.error();
  if (const Status read = end_record(); !read) return read.error();
  return record;
}

// Bytes at hand of this record, also where it goes on in the next member.
std::string_view WarcReader::more() {
  std::string_view some = bytes_.peek();
  while (some.empty() && bytes_.damage().empty() && bytes_.records_go_on() && bytes_.next_member())
    some = bytes_.peek();
  return some;
}

Status WarcReader::read_head(Record& record) {
  std::string head = std::move(line_);
  line_.clear();
  size_t line_at = 0;
  for (;;) {
    const std::string_view some = more();
    if (some.empty())
      return error(ErrorCode::kBadFormat,
                   bytes_.damage().empty() ? "the record's head is cut off" : bytes_.damage());
    const size_t end = some.find('\n');
    const size_t n = end == std::string_view::npos ? some.size() : end + 1;
    head += some.substr(0, n);
    bytes_.take(n);
    if (!head.starts_with(kVersion.substr(0, head.size())))
      return error(ErrorCode::kBadFormat, "is no WARC record");
    if (head.size() > kMostHead)
      return error(ErrorCode::kBadFormat, "the record's head does not end");
    if (end == std::string_view::npos) continue;
    const std::string_view line = std::string_view(head).substr(line_at);
    if (line == "\r\n" || line == "\n") break;
    line_at = head.size();
  }
  record.fields = HeaderFields::read(head);
  const std::string_view length = record.fields.get("content-length");
  const auto [end, failed] =
      std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (length.empty() || failed != std::errc() || end != length.data() + length.size())
    return error(ErrorCode::kBadFormat, "the record has no Content-Length that is a number");
  url_ = address(record.fields.get("warc-target-uri"));
  return Ok{};
}

// Keeps the block of a page, in full or, of one that is too large, not at all.
Status WarcReader::read_block(Record& record) {
  const std::string_view type = record.fields.get("warc-type");
  const MediaType holds = media_type(record.fields.get("content-type"));
  uint64_t rest = record.length;
  if (type == "resource") {
    record.page = is_page(holds) && is_fetched(url_);
  } else if (type == "response" && holds.type == "application/http") {
    // The answer's head tells whether the rest is worth keeping.
    const uint64_t start = std::min<uint64_t>(rest, kMostHead);
    if (const Status taken = take_block(start, &record.block); !taken) return taken;
    rest -= start;
    record.head = read_http_head(record.block);
    record.page = record.head && record.head->status / 100 == 2 &&
                  is_page(media_type(record.head->fields.get("content-type")));
  }
  record.page = record.page && !is_for_programs(url_);
  const bool kept = record.page && record.length <= kMostBlock;
  if (!kept) record.block.clear();
  return take_block(rest, kept ? &record.block : nullptr);
}

Result<RawArticle> WarcReader::page_of(Record record) const {
  if (record.length > kMostBlock)
    return error(ErrorCode::kTooLarge,
                 "the page is larger than the limit of " + std::to_string(kMaxText) + " bytes");
  const HeaderFields& fields = record.head ? record.head->fields : record.fields;
  RawArticle page;
  page.bytes = std::move(record.block);
  if (record.head) {
    page.bytes.erase(0, record.head->body);
    Result<std::string> body = http_body(fields, std::move(page.bytes), kMaxText);
    if (!body) return error(body.error().code, body.error().message);
    page.bytes = std::move(*body);
  }
  const MediaType media = media_type(fields.get("content-type"));
  page.sha256 = sha256(page.bytes);
  page.html = media.type != "text/plain";
  page.charset = media.charset;
  page.given.file = path_ + "@" + std::to_string(offset_);
  page.given.url = url_;
  page.given.id = url_.empty() ? page.given.file : url_;
  return page;
}

// So many bytes, kept where `out` is given.
Status WarcReader::take_block(uint64_t length, std::string* out) {
  while (length > 0) {
    const std::string_view some = more().substr(0, length);
    if (some.empty())
      return error(ErrorCode::kBadFormat,
                   bytes_.damage().empty() ? "the record is cut off" : bytes_.damage());
    if (out) out->append(some);
    length -= some.size();
    bytes_.take(some.size());
  }
  return Ok{};
}

// A line end, twice, stands behind a block; one that stands elsewhere shows a wrong Content-Length.
// The checksum of a packed record comes behind it.
Status WarcReader::end_record() {
  for (std::string_view some; !(some = bytes_.peek()).empty();) {
    const size_t blank = std::min(some.find_first_not_of("\r\n"), some.size());
    bytes_.take(blank);
    if (blank == some.size()) continue;
    if (kVersion.starts_with(some.substr(blank, kVersion.size()))) return Ok{};
    return error(ErrorCode::kBadFormat, "the record does not end where its Content-Length says");
  }
  return bytes_.damage().empty() ? Status(Ok{}) : error(ErrorCode::kBadFormat, bytes_.damage());
}

// Behind a record that could not be read, to where the next one begins.
void WarcReader::go_on() {
  // A record that is too short may have taken the next one's member for its own.
  const bool beyond = bytes_.packed() && bytes_.offset() != offset_;
  if (!bytes_.damage().empty() || beyond) {
    bytes_.go_back_behind(offset_);
    bytes_.find_member();
  } else {
    // A wrong length may have swallowed records.
    if (!bytes_.packed()) bytes_.go_back_behind(offset_);
    find_version();
  }
}

// To the next version, within this member; it is then in line_. A record that is cut off leaves no
// line end before the next one.
void WarcReader::find_version() {
  constexpr std::string_view kSought = "WARC/1.";
  size_t matched = 0;
  for (std::string_view some; !(some = bytes_.peek()).empty();) {
    for (size_t i = 0; i < some.size(); ++i) {
      matched = some[i] == kSought[matched] ? matched + 1 : some[i] == kSought[0] ? 1 : 0;
      if (matched < kSought.size()) continue;
      bytes_.take(i + 1);
      line_ = kSought;
      return;
    }
    bytes_.take(some.size());
  }
}

}  // namespace selon
