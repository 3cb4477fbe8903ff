// Which language a text is in: French and English by their commonest words, others by CLD2.
//
//   detect_language("Le ministre a dit que la trêve tient.", tables)  →  "fr"
#pragma once
#include <string>
#include <string_view>

#include "intake/tables.h"

namespace selon {

// ISO 639-1, or empty when unsure. Reads the first 20,000 bytes.
std::string detect_language(std::string_view text, const IntakeTables& tables);

}  // namespace selon
