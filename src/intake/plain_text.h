// Cuts a plain text into its lines and paragraphs: blank lines part paragraphs, and so do line
// breaks, unless they are those of a hard-wrapped paragraph.
//
//   "Titre\n\nUne phrase qui va\njusqu'au bout.\nUne autre."
//     →  "Titre", "Une phrase qui va\njusqu'au bout.", "Une autre."
#pragma once
#include <string_view>
#include <vector>

#include "document/span.h"

namespace selon {

struct Paragraph {
  Span span;                  // without white space at its ends
  bool blank_before = false;  // a blank line, or the start of the text, goes before
};

// Precondition: valid UTF-8. Takes time linear in the text.
std::vector<Paragraph> find_paragraphs(std::string_view text);

// Whether the text ends like a sentence: . ! ? …, with quotation marks and brackets behind it.
bool ends_sentence(std::string_view text);

}  // namespace selon
