// Claims as brat's standoff annotations: for each article NAME.ann, and NAME.txt where the texts
// may be handed on; for all of them annotation.conf, which tells brat the types.
//
//   T1	ASSAULT 24 32	bombardé
//   T2	State 11 20	la Russie
//   E1	ASSAULT:T1 Actor:T2 Recipient:T3 Voice:T4
//   A1	Certainty E1 hedged
//   #1	AnnotatorNotes E1	8d8483db…: Russia → ASSAULT/aerial → Kharkiv, according to Norway
//
// Places count code points, as brat does. brat's spans do not cross lines: one that does is written
// in pieces.
#pragma once
#include <string>

#include "document/document.h"

namespace selon {

// The article's annotations; its claims may be some of them.
std::string brat_annotations(const Document& document);
// annotation.conf for all types that brat_annotations() knows.
std::string brat_configuration();
// A file's name without its ending, of letters, digits and "-": the end of the article's id, and of
// its hash as much as tells it from others.
std::string brat_name(const Document& document);

}  // namespace selon
