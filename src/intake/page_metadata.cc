#include "intake/page_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "base/among.h"
#include "base/utf8.h"
#include "intake/dates.h"

namespace selon {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::string text_of(const object& o, const char* key) {
  std::string_view value;
  return o[key].get(value) ? std::string() : std::string(value);
}

// A name, {"name": …}, or a list of them.
std::string name_of(const object& o, const char* key) {
  element value;
  if (o[key].get(value)) return "";
  std::vector<element> items;
  simdjson::dom::array list;
  if (!value.get(list)) {
    for (element item : list) items.push_back(item);
  } else {
    items.push_back(value);
  }
  std::string out;
  for (element item : items) {
    std::string_view name;
    object inner;
    std::string found;
    if (!item.get(name))
      found = name;
    else if (!item.get(inner))
      found = text_of(inner, "name");
    if (!found.empty()) out += (out.empty() ? "" : ", ") + found;
  }
  return out;
}

bool is_article(const object& o) {
  element type;
  if (o["@type"].get(type)) return false;
  const auto fits = [](element e) {
    std::string_view name;
    if (e.get(name)) return false;
    return name.ends_with("Article") || name == "BlogPosting" || name == "LiveBlogPosting" ||
           name == "Report";
  };
  simdjson::dom::array list;
  if (type.get(list)) return fits(type);
  for (element e : list)
    if (fits(e)) return true;
  return false;
}

}  // namespace

void PageMetadata::set(Field& field, Rank rank, std::string_view value) {
  std::string& slot = field[static_cast<size_t>(rank)];
  value = trim(value);
  constexpr size_t kLongest = 1000;
  if (slot.empty() && value.size() <= kLongest) slot = value;
}

void PageMetadata::author(Rank rank, std::string_view value) {
  if (value.find("://") != std::string_view::npos) return;  // a profile's address
  set(author_, rank, value);
}
void PageMetadata::published(Rank rank, std::string_view iso) {
  set(published_, rank, iso_date(iso));
}
void PageMetadata::language(Rank rank, std::string_view tag) {
  const std::string low = lower(trim(tag));
  if (low.size() < 2 || (low.size() > 2 && low[2] != '-' && low[2] != '_')) return;
  if (low[0] < 'a' || low[0] > 'z' || low[1] < 'a' || low[1] > 'z') return;
  set(language_, rank, low.substr(0, 2));
}

void PageMetadata::add_json(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root)) return;
  std::vector<element> waiting = {root};
  while (!waiting.empty()) {
    const element e = waiting.back();
    waiting.pop_back();
    simdjson::dom::array list;
    if (!e.get(list)) {
      std::vector<element> items;
      for (element item : list) items.push_back(item);
      waiting.insert(waiting.end(), items.rbegin(), items.rend());
      continue;
    }
    object o;
    if (e.get(o)) continue;
    for (const char* key : {"@graph", "mainEntity"})
      if (element inner; !o[key].get(inner)) waiting.push_back(inner);
    if (!is_article(o)) continue;
    title(Rank::kJson, text_of(o, "headline"));
    author(Rank::kJson, name_of(o, "author"));
    outlet(Rank::kJson, name_of(o, "publisher"));
    published(Rank::kJson, text_of(o, "datePublished"));
    language(Rank::kJson, text_of(o, "inLanguage"));
    url(Rank::kJson, text_of(o, "url"));
    object page;
    if (!o["mainEntityOfPage"].get(page)) url(Rank::kJson, text_of(page, "@id"));
    url(Rank::kJson, text_of(o, "mainEntityOfPage"));
  }
}

void PageMetadata::add_meta(std::string_view given, std::string_view content) {
  const std::string name = lower(trim(given));
  if (among(name, {"og:title", "twitter:title", "dc.title", "headline"}))
    title(Rank::kElement, content);
  if (among(name,
            {"author", "article:author", "dc.creator", "twitter:creator:name", "parsely-author"}))
    author(Rank::kMeta, content);
  if (among(name, {"og:site_name", "application-name", "dc.publisher", "publisher"}))
    outlet(Rank::kMeta, content);
  if (among(name, {"og:url"})) url(Rank::kMeta, content);
  if (among(name, {"article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
                   "pubdate", "publishdate", "parsely-pub-date", "og:published_time"}))
    published(Rank::kMeta, content);
  if (among(name, {"og:locale", "content-language", "dc.language", "language"}))
    language(Rank::kMeta, content);
}

Metadata PageMetadata::result() const {
  const auto best = [](const Field& field) {
    const auto found =
        std::find_if(field.begin(), field.end(), [](const std::string& s) { return !s.empty(); });
    return found == field.end() ? std::string() : *found;
  };
  Metadata out;
  out.title = best(title_);
  out.author = best(author_);
  out.outlet = best(outlet_);
  out.url = best(url_);
  out.published = best(published_);
  out.language = best(language_);
  // "La trêve tient | Le Lien"
  for (std::string_view separator : {" | ", " - ", " – ", " — "})
    if (const std::string ending = std::string(separator) + out.outlet;
        !out.outlet.empty() && out.title.size() > ending.size() && out.title.ends_with(ending))
      out.title.resize(out.title.size() - ending.size());
  return out;
}

}  // namespace selon
