// Any bytes as a dictionary of each kind: tables that our readers take, every line accounted for,
// and the same tables from the same bytes.
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "knowledge/events.h"
#include "knowledge/petrarch.h"

namespace {

namespace fs = std::filesystem;

const std::string kData = SELON_SOURCE_DIR "/data";

// Our tables without their rows, but for the states and what is written about them: reading back
// with these costs what the input costs, and not our tables over again.
const std::string& bare_tables() {
  static const std::string kDir = [] {
    const fs::path bare = fs::temp_directory_path() / "selon_fuzz_petrarch_bare";
    fs::remove_all(bare);
    for (const auto& file : fs::recursive_directory_iterator(kData)) {
      const fs::path into = bare / fs::relative(file.path(), kData);
      if (file.is_directory()) continue;
      fs::create_directories(into.parent_path());
      const bool whole = file.path().filename() == "countries.tsv";
      const auto content = selon::read_file(file.path().string());
      if (!content || !selon::write_file(into.string(), whole ? *content : "")) std::abort();
    }
    return bare.string();
  }();
  return kDir;
}

const selon::Actors& actors() {
  static const auto kActors = selon::Actors::open(kData);
  if (!kActors) std::abort();
  return *kActors;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto kReader = selon::PetrarchReader::open(kData, actors());
  if (!kReader) std::abort();
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  selon::petrarch_kind(bytes);
  const auto kind = static_cast<selon::PetrarchKind>(data[0] % 3);
  const selon::PetrarchImport got = kReader->read(bytes, kind, "fuzz");
  if (got.tables != kReader->read(bytes, kind, "fuzz").tables) std::abort();
  for (const auto& rejection : got.rejected)
    if (rejection.line == 0 || rejection.reason.empty()) std::abort();
  if (got.tables.empty()) return 0;
  // What was written is read back: by the reader of actors and agents, and by that of verbs. Now
  // and then beside all of our tables, which takes a hundred times as long.
  const std::string& ours = data[0] == 255 ? kData : bare_tables();
  const fs::path dir = fs::temp_directory_path() / "selon_fuzz_petrarch";
  fs::remove_all(dir);
  for (const auto& [table, content] : got.tables) {
    fs::create_directories((dir / table).parent_path());
    if (!selon::write_file((dir / table).string(), content)) std::abort();
  }
  const bool read_back = kind == selon::PetrarchKind::kVerbs
                             ? selon::EventLexicon::open(ours, "en", dir.string()).ok()
                             : selon::Actors::open(ours, dir.string()).ok();
  if (!read_back) std::abort();
  return 0;
}
