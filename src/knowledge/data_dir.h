// Where the program's own data lie: a folder with actors/, lang/, ontology/, gazetteer.bin,
// models/.
//
//   Result<std::string> data = find_data_dir();
//   auto actors = Actors::open(*data);
#pragma once
#include <string>

#include "selon/result.h"

namespace selon {

// The first that exists of: $SELON_DATA; share/selon beside the executable (the build tree) or
// beside its folder (an install prefix); the build tree that the program comes from. kNotFound,
// with the places that were tried.
Result<std::string> find_data_dir();

}  // namespace selon
