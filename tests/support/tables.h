// Our own tables, as tests open them: each once, and a table that cannot be read ends the test.
//
//   static const TimeFinder finder = opened(TimeFinder::open(kSourceData));
//   actors_of_build(), gazetteer_of_build()     what the stages of mentions need
#pragma once
#include <stdexcept>
#include <string>

#include "knowledge/actors.h"
#include "knowledge/gazetteer.h"
#include "selon/result.h"

namespace selon {

// The tables of the tree, and those that a build has compiled (with the gazetteer).
inline const std::string kSourceData = SELON_SOURCE_DIR "/data";
inline const std::string kBuildData = SELON_BUILD_DIR "/share/selon";

// The value; throws its error.
template <typename T>
T opened(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return std::move(*result);
}

inline const Actors& actors_of_build() {
  static const Actors kActors = opened(Actors::open(kBuildData));
  return kActors;
}

inline const Gazetteer& gazetteer_of_build() {
  static const Gazetteer kGazetteer = opened(Gazetteer::open(kBuildData));
  return kGazetteer;
}

}  // namespace selon
