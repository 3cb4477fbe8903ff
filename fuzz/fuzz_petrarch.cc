// Any bytes as a dictionary of each kind: tables that our readers take, every line accounted for,
// and the same tables from the same bytes.
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "knowledge/events.h"
#include "knowledge/petrarch.h"

namespace {

const selon::Actors& actors() {
  static const auto kActors = selon::Actors::open(SELON_SOURCE_DIR "/data");
  if (!kActors) std::abort();
  return *kActors;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto kReader = selon::PetrarchReader::open(SELON_SOURCE_DIR "/data", actors());
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
  // What was written is read back: by the reader of actors and agents, and by that of verbs. They
  // read our own tables with it, so one input in sixteen has to do.
  if (data[0] / 3 % 16 != 0) return 0;
  namespace fs = std::filesystem;
  const fs::path dir = fs::temp_directory_path() / "selon_fuzz_petrarch";
  fs::remove_all(dir);
  for (const auto& [table, content] : got.tables) {
    fs::create_directories((dir / table).parent_path());
    if (!selon::write_file((dir / table).string(), content)) std::abort();
  }
  const bool read_back =
      kind == selon::PetrarchKind::kVerbs
          ? selon::EventLexicon::open(SELON_SOURCE_DIR "/data", "en", dir.string()).ok()
          : selon::Actors::open(SELON_SOURCE_DIR "/data", dir.string()).ok();
  if (!read_back) std::abort();
  return 0;
}
