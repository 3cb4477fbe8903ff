#include "knowledge/version.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/files.h"
#include "knowledge/gazetteer.h"

namespace selon {

namespace fs = std::filesystem;

Result<std::string> lexicon_hash(const std::string& data_dir) {
  std::vector<std::string> paths;  // relative to data_dir, so that its own place does not count
  for (const char* part : {"actors", "lang", "ontology"}) {
    std::error_code error;
    fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator it(fs::path(data_dir) / part, error); !error && it != end;
         it.increment(error)) {
      if (it->path().extension() == ".tsv")
        paths.push_back(it->path().lexically_relative(data_dir).generic_string());
    }
    if (error) return Error{ErrorCode::kNotReadable, error.message(), data_dir + "/" + part};
  }
  std::sort(paths.begin(), paths.end());
  std::string digests;
  for (const std::string& path : paths) {
    Result<std::string> bytes = read_file(data_dir + "/" + path);
    if (!bytes) return bytes.error();
    digests += path + " " + sha256(*bytes) + "\n";
  }
  Result<Gazetteer> gazetteer = Gazetteer::open(data_dir);
  if (!gazetteer) return gazetteer.error();
  return sha256(digests + gazetteer->hash());
}

}  // namespace selon
