#include "formulas.h"

#include <charconv>

namespace selon {
namespace {

// A plain number may begin with a minus.
bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text[0]) == std::string_view::npos)
    return false;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error != std::errc() || end != text.data() + text.size();
}

}  // namespace

std::string no_formula(std::string_view text) {
  return is_formula(text) ? "'" + std::string(text) : std::string(text);
}

}  // namespace selon
