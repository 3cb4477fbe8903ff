#include "intake/ndjson.h"

#include <simdjson.h>

#include <array>

#include "base/files.h"
#include "intake/dates.h"

namespace selon {
namespace {

Error bad(std::string message) { return Error{ErrorCode::kBadFormat, std::move(message)}; }

}  // namespace

Result<RawArticle> read_record(const std::string& line) {
  simdjson::dom::parser parser;
  simdjson::dom::element record;
  if (const auto error = parser.parse(line).get(record))
    return bad(std::string("is no JSON: ") + simdjson::error_message(error));
  simdjson::dom::object object;
  if (record.get(object)) return bad("is JSON, but no object");

  RawArticle out;
  std::string text, html;
  struct Field {
    const char* name;
    std::string* to;
  };
  const std::array<Field, 9> fields = {{{"id", &out.given.id},
                                        {"text", &text},
                                        {"html", &html},
                                        {"published", &out.given.published},
                                        {"language", &out.given.language},
                                        {"outlet", &out.given.outlet},
                                        {"author", &out.given.author},
                                        {"title", &out.given.title},
                                        {"url", &out.given.url}}};
  for (const Field& field : fields) {
    simdjson::dom::element value;
    if (object[field.name].get(value) || value.is_null()) continue;
    std::string_view words;
    int64_t number = 0;
    if (!value.get(words))
      *field.to = words;
    else if (field.to == &out.given.id && !value.get(number))
      *field.to = std::to_string(number);  // ids are often numbers
    else
      return bad(std::string("field \"") + field.name + "\" is no string");
  }
  if (text.empty() && html.empty()) return bad("has neither \"text\" nor \"html\"");
  if (!out.given.published.empty()) {
    const std::string date = iso_date(out.given.published);
    if (date.empty())
      return bad("field \"published\" is no ISO 8601 date: \"" + out.given.published + "\"");
    out.given.published = date;
  }
  out.html = text.empty();
  out.bytes = text.empty() ? std::move(html) : std::move(text);
  out.sha256 = sha256(line);
  return out;
}

}  // namespace selon
