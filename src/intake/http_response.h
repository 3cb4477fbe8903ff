// A server's answer as a crawler kept it: what it says about itself, and the page that it carries.
//
//   auto head = read_http_head("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>…");
//   head->status  // 200
//   media_type(head->fields.get("content-type")).type  // "text/html"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "selon/result.h"

namespace selon {

// "Name: value" lines, as HTTP and WARC have them; a line that begins with a blank goes on from the
// one before.
class HeaderFields {
 public:
  // Lines that hold no colon are passed over.
  static HeaderFields read(std::string_view lines);
  // The first value of the name, given in lower case; empty where there is none.
  std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpHead {
  int status = 0;
  HeaderFields fields;
  size_t body = 0;  // where the body begins
};

// Nothing where the bytes are no answer, or its head does not end in them.
std::optional<HttpHead> read_http_head(std::string_view bytes);

// "text/html; charset=\"ISO-8859-1\"" → "text/html", "iso-8859-1"
struct MediaType {
  std::string type, charset;  // lower case
};
MediaType media_type(std::string_view content_type);

// The page without the wrapping of its transport: chunks joined, gzip, deflate and zstd unpacked.
// What is not wrapped as its head says is taken as it stands: many crawlers keep the head and
// unwrap the body. kBadFormat: damaged, cut off or packed otherwise; kTooLarge.
Result<std::string> http_body(const HeaderFields& fields, std::string body, size_t limit);

}  // namespace selon
