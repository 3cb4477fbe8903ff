// Finds notes of a translator or editor inside a paragraph: "(NdT : …)", "[Note de la rédaction :
// …]".
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/span.h"
#include "intake/tables.h"

namespace selon {

// Spans with their brackets, in order, `offset` added. A note that is not closed ends with the
// paragraph.
std::vector<Span> find_notes(std::string_view paragraph, uint32_t offset,
                             const IntakeTables& tables);

}  // namespace selon
