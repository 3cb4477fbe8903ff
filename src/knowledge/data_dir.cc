#include "knowledge/data_dir.h"

#include <algorithm>
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

std::string user_data_dir() {
  if (const char* given = std::getenv("XDG_DATA_HOME"); given && *given)
    return (fs::path(given) / "selon").string();
  if (const char* home = std::getenv("HOME"); home && *home)
    return (fs::path(home) / ".local" / "share" / "selon").string();
  return {};
}

std::vector<std::string> user_tables(const std::string& user_dir, const std::string& room,
                                     const std::string& stem) {
  std::vector<std::string> out;
  if (user_dir.empty()) return out;
  std::error_code error;
  for (fs::directory_iterator it(fs::path(user_dir) / room, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name == stem + ".tsv" || (name.starts_with(stem + ".") && name.ends_with(".tsv")))
      out.push_back(it->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace selon
