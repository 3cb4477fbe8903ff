#include "knowledge/version.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/files.h"
#include "knowledge/gazetteer.h"

namespace selon {

namespace fs = std::filesystem;

namespace {

// The digests of all tables of a folder, in the order of their paths, which are relative to it, so
// that its own place does not count. `must_exist`: a part that is missing is an error.
Result<std::string> digests_of(const std::string& dir, bool must_exist) {
  std::vector<std::string> paths;
  for (const char* part : {"actors", "lang", "ontology"}) {
    std::error_code error;
    if (!must_exist && !fs::is_directory(fs::path(dir) / part, error)) continue;
    fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator it(fs::path(dir) / part, error); !error && it != end;
         it.increment(error)) {
      if (it->path().extension() == ".tsv")
        paths.push_back(it->path().lexically_relative(dir).generic_string());
    }
    if (error) return Error{ErrorCode::kNotReadable, error.message(), dir + "/" + part};
  }
  std::sort(paths.begin(), paths.end());
  std::string digests;
  for (const std::string& path : paths) {
    Result<std::string> bytes = read_file(dir + "/" + path);
    if (!bytes) return bytes.error();
    digests += path + " " + sha256(*bytes) + "\n";
  }
  return digests;
}

}  // namespace

Result<std::string> lexicon_hash(const std::string& data_dir, const std::string& user_dir) {
  Result<std::string> digests = digests_of(data_dir, true);
  if (!digests) return digests.error();
  Result<std::string> user = user_dir.empty() ? std::string() : digests_of(user_dir, false);
  if (!user) return user.error();
  Result<Gazetteer> gazetteer = Gazetteer::open(data_dir);
  if (!gazetteer) return gazetteer.error();
  return sha256(*digests + gazetteer->hash() + (user->empty() ? "" : "user\n" + *user));
}

}  // namespace selon
