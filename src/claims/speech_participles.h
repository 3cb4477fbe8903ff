// Participles of saying behind a reported clause: the speaker says that, too.
//
//   "Oslo a annoncé que les troupes partiraient, dénonçant le blocus."
//   advcl(partiraient, dénonçant) → advcl(annoncé, dénonçant)
//
// The parser hangs them on the nearer verb, whose subject would then be the accuser, inside Oslo's
// words. Only verbs of reporting move, and none from inside quotation marks that open in between.
#pragma once

#include "document/document.h"
#include "knowledge/reporting.h"

namespace selon {

// Changes heads in place; every tree stays a tree with one root. Needs words with trees. Linear in
// words but for the quotation marks, which are counted from the verb of saying to the participle.
void hang_speech_participles(Document& document, const ReportingLexicon& reporting);

}  // namespace selon
