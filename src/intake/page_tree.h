// A web page as a flat list of its text blocks, each with what is needed to tell an article from
// the rest.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/page_metadata.h"
#include "intake/tables.h"

namespace selon {

enum class PagePart : uint8_t { kText, kTitle, kHeading, kCaption, kByline, kDate, kSubtitle };

struct PageBlock {
  std::string text;  // white space collapsed
  PagePart part = PagePart::kText;
  bool item = false;       // of a list or a table
  size_t link_bytes = 0;   // of the text, inside <a>
  uint32_t container = 0;  // the nearest element that may hold an article
};

// <body>, <article>, <div> …
struct PageContainer {
  uint32_t parent = 0;   // itself for the root
  bool article = false;  // <article>, <main>, itemprop=articleBody
  bool dropped = false;  // navigation, advertising, comments
};

struct PageTree {
  std::vector<PageBlock> blocks;  // in page order
  std::vector<PageContainer> containers;
  PageMetadata meta;
};

// Precondition: valid UTF-8. Never recurses.
PageTree read_page(std::string_view page, const IntakeTables& tables);

}  // namespace selon
