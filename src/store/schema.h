// schema.sql as text, compiled in by module.cmake.
#pragma once
#include <string_view>

namespace selon {

extern const std::string_view kSchema;

}  // namespace selon
