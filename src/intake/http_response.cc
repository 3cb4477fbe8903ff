#include "intake/http_response.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "intake/inflater.h"

namespace selon {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The next line without its end; takes it off the front.
std::string_view next_line(std::string_view& text) {
  const size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// A chunk's size line, "1a2f;name=value"; nothing where it is none.
std::optional<size_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

Result<std::string> joined_chunks(std::string body) {
  std::string_view rest = body;
  const size_t first_end = rest.find('\n');
  if (first_end == std::string_view::npos || !chunk_size(rest.substr(0, first_end))) return body;
  std::string out;
  for (;;) {
    const std::optional<size_t> size =
        rest.find('\n') == std::string_view::npos ? std::nullopt : chunk_size(next_line(rest));
    if (!size || *size > rest.size())
      return Error{ErrorCode::kBadFormat, "the page's chunks are damaged or cut off"};
    if (*size == 0) return out;
    out += rest.substr(0, *size);
    rest.remove_prefix(*size);
    next_line(rest);  // behind each chunk
  }
}

// A zlib header: method 8, and both bytes a multiple of 31.
bool is_zlib(std::string_view bytes) {
  if (bytes.size() < 2 || (bytes[0] & 0x0F) != 8) return false;
  const int both =
      static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1]);
  return both % 31 == 0;
}

}  // namespace

HeaderFields HeaderFields::read(std::string_view lines) {
  HeaderFields out;
  while (!lines.empty()) {
    const std::string_view line = next_line(lines);
    if ((line.starts_with(' ') || line.starts_with('\t')) && !out.fields_.empty()) {
      out.fields_.back().second += ' ';
      out.fields_.back().second += trimmed(line);
    } else if (const size_t colon = line.find(':'); colon != std::string_view::npos) {
      out.fields_.emplace_back(lower(trimmed(line.substr(0, colon))),
                               trimmed(line.substr(colon + 1)));
    }
  }
  return out;
}

std::string_view HeaderFields::get(std::string_view name) const {
  for (const auto& [key, value] : fields_)
    if (key == name) return value;
  return {};
}

std::optional<HttpHead> read_http_head(std::string_view bytes) {
  std::string_view rest = bytes;
  if (!rest.starts_with("HTTP/")) return std::nullopt;
  std::string_view status = next_line(rest);
  HttpHead head;
  status.remove_prefix(std::min(status.find(' '), status.size()));
  status = trimmed(status);
  std::from_chars(status.data(), status.data() + status.size(), head.status);
  const std::string_view lines = rest;
  while (!rest.empty()) {
    const size_t line_at = lines.size() - rest.size();
    if (!next_line(rest).empty()) continue;
    head.fields = HeaderFields::read(lines.substr(0, line_at));
    head.body = bytes.size() - rest.size();
    return head;
  }
  return std::nullopt;
}

MediaType media_type(std::string_view content_type) {
  const std::string given = lower(content_type);
  const std::string_view all = given;
  MediaType out;
  out.type = trimmed(all.substr(0, all.find(';')));
  if (const size_t at = all.find("charset="); at != std::string_view::npos) {
    std::string_view name = all.substr(at + 8);
    name = trimmed(name.substr(0, name.find(';')));
    while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
    while (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
    out.charset = name;
  }
  return out;
}

Result<std::string> http_body(const HeaderFields& fields, std::string body, size_t limit) {
  if (lower(fields.get("transfer-encoding")).find("chunked") != std::string::npos) {
    Result<std::string> joined = joined_chunks(std::move(body));
    if (!joined) return joined.error();
    body = std::move(*joined);
  }
  const std::string packing = lower(fields.get("content-encoding"));
  if (packing == "gzip" || packing == "x-gzip") {
    if (body.starts_with("\x1F\x8B")) return unpack(body, Packing::kGzip, limit);
  } else if (packing == "zstd") {
    if (body.starts_with("\x28\xB5\x2F\xFD")) return unpack(body, Packing::kZstd, limit);
  } else if (packing == "deflate") {
    if (is_zlib(body)) return unpack(body, Packing::kZlib, limit);
    // Some servers leave zlib's header out; a body that is no such stream either is not packed.
    const Result<std::string> bare = unpack(body, Packing::kDeflate, limit);
    if (bare || bare.error().code == ErrorCode::kTooLarge) return bare;
  } else if (!packing.empty() && packing != "identity") {
    return Error{ErrorCode::kBadFormat,
                 "the page is packed with \"" + packing + "\", which is not read"};
  }
  if (body.size() > limit)
    return Error{ErrorCode::kTooLarge,
                 "the page is larger than the limit of " + std::to_string(limit) + " bytes"};
  return body;
}

}  // namespace selon
