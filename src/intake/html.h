// The article on a web page: its text, its blocks, and the metadata that the page declares.
//
//   read_html("<html lang=fr><body><nav>…</nav><article><h1>Titre</h1><p>Texte.</p>…", tables)
//       →  text "Titre\n\nTexte.", paragraphs {title, paragraph}, meta.language "fr"
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "intake/block_roles.h"

namespace selon {

struct HtmlArticle {
  std::string text;                  // UTF-8, blocks parted by a blank line
  std::vector<RoleHint> paragraphs;  // in text order; headings, captions and bylines known
  Metadata meta;  // JSON-LD, OpenGraph, <meta>, <time>, rel=author, canonical link
};

// Precondition: valid UTF-8. Any page is read, broken, cut off or nested without end; one without
// text gives an empty text.
HtmlArticle read_html(std::string_view page, const IntakeTables& tables);

// The charset that a page's first kilobytes declare, or empty.
std::string declared_charset(std::string_view page);

}  // namespace selon
