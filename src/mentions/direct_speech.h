// A first look at direct speech, for pronouns only: which words stand in somebody's own voice, and
// whose. claims/quotations and claims/attributions decide it properly later.
//
//   "Oslo a prévenu : « Nous partirons. »" → quoted: « Nous partirons . »; said by Oslo
#pragma once
#include <cstdint>
#include <vector>

#include "document/document.h"
#include "knowledge/reporting.h"
#include "mentions/tree.h"

namespace selon {

struct DirectSpeech {            // one entry a word
  std::vector<uint8_t> quoted;   // between quotation marks, in a turn or an epigraph
  std::vector<int32_t> said_by;  // the word that heads the speaker, else kNone
};

DirectSpeech find_direct_speech(const Document& doc, const Tree& tree,
                                const ReportingLexicon& reporting);

}  // namespace selon
