// Finds the words between quotation marks: « » “ ” „ " ' ‘ ’, nested, unclosed, over paragraphs.
//
//   Il parle de « rebelles modérés » : « Nous ne céderons pas », dit-il.
//               └ distance, no speech    └ speech
//
// Marks decide before trees do. A pair opened in one block may close in a later one; a paragraph
// may begin with the opening mark again. What is never closed ends with its block. Apostrophes,
// markdown emphasis and glosses in parentheses do not close anything. Needs blocks, sentences,
// words. Adds doc.quotations in order of their beginning, parents before the quotations that they
// hold.
#pragma once
#include "document/document.h"

namespace selon {

void find_quotations(Document& doc);

}  // namespace selon
