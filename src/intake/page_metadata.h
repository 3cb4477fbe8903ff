// What a web page's head declares about its article: JSON-LD first, then OpenGraph and <meta>.
//
//   PageMetadata page;
//   page.add_json(R"({"@type":"NewsArticle","headline":"Titre"})");
//   page.add_meta("og:site_name", "Le Lien");
//   page.result().title  →  "Titre"
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "document/document.h"

namespace selon {

class PageMetadata {
 public:
  // Sources of one field, the best first.
  enum class Rank { kJson, kMeta, kElement, kGuess };

  // The content of a <script type="application/ld+json">; what is no JSON is passed over.
  void add_json(std::string_view json);
  // The name (or property or itemprop) and content of a <meta>.
  void add_meta(std::string_view name, std::string_view content);

  void title(Rank rank, std::string_view value) { set(title_, rank, value); }
  void author(Rank rank, std::string_view value);
  void outlet(Rank rank, std::string_view value) { set(outlet_, rank, value); }
  void url(Rank rank, std::string_view value) { set(url_, rank, value); }
  void published(Rank rank, std::string_view iso);
  void language(Rank rank, std::string_view tag);  // "fr-FR"

  Metadata result() const;

 private:
  using Field = std::array<std::string, 4>;  // by rank
  static void set(Field& field, Rank rank, std::string_view value);
  Field title_, author_, outlet_, url_, published_, language_;
};

}  // namespace selon
