// Hides private persons in a document that is handed on: those whom neither the text nor the tables
// give an office, a public role (Entity::is_public) or a code, and who did not write the article.
//
//   "Le boulanger Luc Morel accuse le maire de Lyon. Morel l'a dit hier."
//     →  "Le boulanger ███ █████ accuse le maire de Lyon. █████ l'a dit hier.", its actor "private
//        person 1"
//
// A letter stays a letter's width, so that places counted in code points still are those of the
// article. Codes, sectors and what is claimed stay. The document's id, file and address do, too:
// they may hold a name, and whoever hands the document on has to look at them.
#pragma once
#include "document/document.h"

namespace selon {

// For documents as a store gives them, without tokens and words. Gives how many persons it hid.
int redact_private(Document& document);

}  // namespace selon
