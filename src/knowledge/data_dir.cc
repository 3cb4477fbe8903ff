#include "knowledge/data_dir.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace selon {

namespace fs = std::filesystem;

Result<std::string> find_data_dir() {
  if (const char* given = std::getenv("SELON_DATA"); given && *given) {
    std::error_code none;
    if (fs::is_directory(fs::path(given) / "actors", none)) return std::string(given);
    return Error{ErrorCode::kNotFound, "SELON_DATA is no data folder of Selon's: it has no actors/",
                 given};
  }
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  std::string tried;
  for (const fs::path& place : {program / "share" / "selon", program / ".." / "share" / "selon",
                                fs::path(SELON_BUILD_DATA)}) {
    if (fs::is_directory(place / "actors", error)) return place.lexically_normal().string();
    tried += (tried.empty() ? "" : ", ") + place.lexically_normal().string();
  }
  return Error{ErrorCode::kNotFound,
               "no data folder in " + tried + "; set SELON_DATA to the folder that has actors/"};
}

}  // namespace selon
