// What a spreadsheet would take for a formula.
#pragma once
#include <string>
#include <string_view>

namespace selon {

// A cell that begins with = + - @ or a tab and is no number gets a ' in front, as OWASP advises:
// titles come from anybody's page.
std::string no_formula(std::string_view text);

}  // namespace selon
