// selon import petrarch: dictionaries that researchers own become tables of their data folder.
#include <cctype>
#include <filesystem>
#include <map>
#include <memory>

#include "base/files.h"
#include "knowledge/data_dir.h"
#include "knowledge/petrarch.h"
#include "terminal.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLimit = size_t{64} << 20;

struct Options {
  std::vector<std::string> paths;
  std::string data_dir, kind = "auto";
  bool dry_run = false;
};

// "dictionaries/Phoenix.agents.txt" → "Phoenix.agents": part of the names of the tables.
std::string table_name(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  if (name.ends_with(".txt")) name.resize(name.size() - 4);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-') c = '_';
  return name;
}

Result<std::string> read_dictionary(const std::string& path) {
  Result<std::string> bytes = read_file(path, kLimit);
  if (!bytes) return bytes;
  if (bytes->starts_with("\xFD"
                         "7zXZ"))
    return Error{ErrorCode::kBadFormat, "is compressed; unpack it first: unxz --keep", path};
  if (bytes->starts_with("\x1F\x8B"))
    return Error{ErrorCode::kBadFormat, "is compressed; unpack it first: gunzip --keep", path};
  if (bytes->find('\0') != std::string::npos)
    return Error{ErrorCode::kBadFormat, "is no text", path};
  return bytes;
}

int run(const Options& options, const Context& context) {
  const std::string to = options.data_dir.empty() ? user_data_dir() : options.data_dir;
  if (to.empty()) {
    std::fputs("selon: no home for your tables: give --data-dir\n", stderr);
    return kUsage;
  }
  const Result<std::string> own = find_data_dir();
  if (!own) return report(own.error()), kUsage;
  const Result<Actors> actors = Actors::open(*own);
  if (!actors) return report(actors.error()), kUsage;
  const Result<PetrarchReader> reader = PetrarchReader::open(*own, *actors);
  if (!reader) return report(reader.error()), kUsage;

  size_t rejected_files = 0, tables_written = 0;
  std::map<std::string, size_t> reasons;
  std::vector<std::vector<std::string>> rows;
  std::map<std::string, std::string> written;  // table → the dictionary that it comes from
  for (const std::string& path : options.paths) {
    const Result<std::string> text = read_dictionary(path);
    if (!text) {
      report(text.error());
      ++rejected_files;
      continue;
    }
    const PetrarchKind kind = options.kind == "actors"   ? PetrarchKind::kActors
                              : options.kind == "agents" ? PetrarchKind::kAgents
                              : options.kind == "verbs"  ? PetrarchKind::kVerbs
                                                         : petrarch_kind(*text);
    const PetrarchImport got = reader->read(*text, kind, table_name(path));
    for (const PetrarchRejection& r : got.rejected) {
      std::fprintf(stderr, "%s:%zu: %s: %s\n", path.c_str(), r.line, r.reason.c_str(),
                   one_line(r.text).c_str());
      // Counted without what is quoted in them.
      ++reasons[r.reason.substr(0, r.reason.find(": "))];
    }
    for (const auto& [table, content] : got.tables) {
      const auto [before, fresh] = written.emplace(table, path);
      if (!fresh) {
        std::fprintf(stderr, "selon: %s: %s was made from %s just now; rename one of them\n",
                     path.c_str(), table.c_str(), before->second.c_str());
        ++rejected_files;
        continue;
      }
      if (options.dry_run) continue;
      const fs::path target = fs::path(to) / table;
      std::error_code error;
      fs::create_directories(target.parent_path(), error);
      if (Status done = write_file(target.string(), content); !done) {
        report(done.error());
        return kStoreFailed;
      }
      ++tables_written;
    }
    rows.push_back({table_name(path), std::string(to_string(kind)), std::to_string(got.lines),
                    std::to_string(got.used), std::to_string(got.known),
                    std::to_string(got.rejected.size())});
  }
  // The tables must be readable, or the next run of any command would stop.
  if (!options.dry_run) {
    if (const auto check = Actors::open(*own, to); !check)
      return report(check.error()), kStoreFailed;
  }
  size_t rejected = 0;
  for (const auto& [reason, count] : reasons) rejected += count;
  if (!context.quiet) {
    std::string summary;
    if (!rows.empty())
      summary = table({"dictionary", "kind", "lines", "used", "known", "rejected"}, rows,
                      terminal_width());
    for (const auto& [reason, count] : reasons)
      summary += std::to_string(count) + " rejected: " + reason + '\n';
    summary += options.dry_run       ? "nothing written (--dry-run)\n"
               : tables_written == 0 ? "nothing written\n"
                                     : "written to " + to + '\n';
    std::fputs(summary.c_str(), stderr);
  }
  return rejected + rejected_files > 0 ? kRejected : kDone;
}

}  // namespace

void add_import_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("import", "Add your own dictionaries to the tables");
  command->require_subcommand(1);
  CLI::App* petrarch = command->add_subcommand(
      "petrarch",
      "TABARI and PETRARCH dictionaries of actors, agents and verbs. Each becomes tables of its "
      "own in your data folder, which `code` and `ingest` read and which win over ours; importing "
      "it again replaces them, deleting them undoes it. Every line that cannot be used is printed");
  petrarch->add_option("files", options->paths, "Dictionaries, unpacked")->required();
  petrarch->add_option("--kind", options->kind, "What they are; auto: by what stands in them")
      ->check(CLI::IsMember({"auto", "actors", "agents", "verbs"}))
      ->capture_default_str();
  petrarch->add_option(
      "--data-dir", options->data_dir,
      "Your data folder (default: $XDG_DATA_HOME/selon, else ~/.local/share/selon)");
  petrarch->add_flag("--dry-run", options->dry_run, "Only say what could be used");
  petrarch->footer("Example: selon import petrarch --dry-run Phoenix.Countries.actors.txt");
  petrarch->callback([options, &context] { context.exit_code = run(*options, context); });
  command->footer("Example: selon import petrarch Phoenix.agents.txt");
}

}  // namespace selon
