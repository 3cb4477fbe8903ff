#include "engine/version.h"

namespace selon {

const char* const kVersion = SELON_VERSION;

}  // namespace selon
