// The program's version, from CMakeLists.txt.
#pragma once

namespace selon {

extern const char* const kVersion;  // "0.1.0"

}  // namespace selon
