#include "intake/inputs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/ndjson.h"
#include "intake/warc.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

InputFormat format_of(const std::string& path) {
  const std::string name = lower(path);
  if (name.ends_with(".warc.gz") || name.ends_with(".warc.zst")) return InputFormat::kWarc;
  const std::string ending = lower(fs::path(path).extension().string());
  if (ending == ".txt" || ending == ".text") return InputFormat::kText;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return InputFormat::kHtml;
  if (ending == ".ndjson" || ending == ".jsonl") return InputFormat::kNdjson;
  if (ending == ".warc") return InputFormat::kWarc;
  return InputFormat::kAuto;
}

// By how the bytes begin.
InputFormat sniff(std::string_view bytes) {
  if (begins_as_archive(bytes)) return InputFormat::kWarc;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && std::strchr(" \t\r\n", bytes.front()) && bytes.front() != '\0')
    bytes.remove_prefix(1);
  if (bytes.starts_with("{")) {
    // A record says so by its first line; a text may begin with a brace too.
    const std::string_view line = bytes.substr(0, std::min<size_t>(bytes.find('\n'), 4096));
    for (std::string_view name : {"\"text\"", "\"html\"", "\"id\"", "\"title\"", "\"url\""})
      if (line.find(name) != std::string_view::npos) return InputFormat::kNdjson;
  }
  std::string start(bytes.substr(0, 1000));
  for (char& c : start) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"})
    if (start.starts_with(tag)) return InputFormat::kHtml;
  return InputFormat::kText;
}

// Lines of a file in constant memory; a line over the limit is skipped and said to be so.
class LineReader {
 public:
  // JSON may need six bytes for one of text.
  static constexpr size_t kLimit = 6 * kMaxText;

  // `begun`: what was read of the file already.
  LineReader(std::FILE* file, std::string begun) : file_(file), buffer_(std::move(begun)) {}
  ~LineReader() {
    if (file_ != stdin) std::fclose(file_);
  }
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  struct Line {
    std::string text;
    size_t number = 0, offset = 0;
    bool too_long = false;
  };
  // Nothing at the end of the file, or when it cannot be read further: see failed().
  std::optional<Line> next() {
    Line line;
    line.number = ++number_;
    line.offset = offset_;
    bool any = false;
    for (;;) {
      if (at_ == buffer_.size() && !fill()) break;
      any = true;
      const size_t end = buffer_.find('\n', at_);
      const size_t stop = std::min(end, buffer_.size());
      if (line.text.size() + (stop - at_) > kLimit)
        line.too_long = true;
      else if (!line.too_long)
        line.text.append(buffer_, at_, stop - at_);
      offset_ += stop - at_;
      at_ = stop;
      if (end != std::string::npos) {
        ++at_, ++offset_;
        break;
      }
    }
    if (!any) return std::nullopt;
    return line;
  }
  uint64_t read() const { return offset_; }
  int failed() const { return failed_; }  // errno, or 0

 private:
  bool fill() {
    buffer_.resize(size_t{1} << 16);
    const size_t n = std::fread(buffer_.data(), 1, buffer_.size(), file_);
    if (n == 0 && std::ferror(file_)) failed_ = errno;
    buffer_.resize(n);
    at_ = 0;
    return n > 0;
  }

  std::FILE* file_;
  std::string buffer_;
  size_t at_ = 0, number_ = 0, offset_ = 0;
  int failed_ = 0;
};

struct Source {
  std::string path;
  InputFormat format = InputFormat::kAuto;
  uint64_t size = 0;
  std::optional<Error> error;  // found while the folders were listed
};

}  // namespace

Result<InputFormat> parse_input_format(const std::string& name) {
  if (name == "auto") return InputFormat::kAuto;
  if (name == "txt" || name == "text") return InputFormat::kText;
  if (name == "html") return InputFormat::kHtml;
  if (name == "ndjson" || name == "jsonl") return InputFormat::kNdjson;
  if (name == "warc") return InputFormat::kWarc;
  return Error{ErrorCode::kBadArgument,
               "no such input format: " + name + " (auto, txt, html, ndjson, warc)"};
}

struct Inputs::State {
  std::vector<Source> sources;
  InputOptions options;
  size_t at = 0;  // the next source
  uint64_t done = 0, all = 0;
  std::unique_ptr<LineReader> lines;  // of the NDJSON file that is being read
  std::string lines_path;
  std::unique_ptr<WarcReader> archive;  // that is being read
  uint64_t passed_over = 0;

  void list(const std::string& path) {
    std::error_code error;
    if (path == "-") {
      sources.push_back({path, options.format, 0, {}});
    } else if (fs::is_directory(path, error)) {
      list_folder(path);
    } else {
      const InputFormat known = format_of(path);
      add(path, options.format != InputFormat::kAuto ? options.format : known);
    }
  }

  void add(const std::string& path, InputFormat format) {
    std::error_code error;
    const uint64_t size = fs::file_size(path, error);
    sources.push_back({path, format, error ? 0 : size, {}});
  }

  // Own recursion over sorted names: a folder that may not be read is one error, not the end.
  // Links to folders are not followed, so that a loop cannot trap it.
  void list_folder(const std::string& folder) {
    const size_t before = sources.size();
    std::vector<std::string> waiting = {folder};
    while (!waiting.empty()) {
      const std::string path = std::move(waiting.back());
      waiting.pop_back();
      std::error_code error;
      if (path != folder && !fs::is_directory(path, error)) {
        const InputFormat known = format_of(path);
        add(path, options.format != InputFormat::kAuto ? options.format : known);
        continue;
      }
      std::vector<std::string> found;
      fs::directory_iterator entry(path, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        const std::string name = entry->path().filename().string();
        if (name.starts_with(".")) continue;
        if (entry->is_directory(ignored)) {
          if (!entry->is_symlink(ignored)) found.push_back(entry->path().string());
        } else if (format_of(name) != InputFormat::kAuto) {
          found.push_back(entry->path().string());
        }
      }
      if (error)
        sources.push_back({path, {}, 0, Error{ErrorCode::kNotReadable, error.message(), path}});
      std::sort(found.rbegin(), found.rend());
      waiting.insert(waiting.end(), found.begin(), found.end());
    }
    if (sources.size() == before)
      sources.push_back({folder,
                         {},
                         0,
                         Error{ErrorCode::kNotFound,
                               "holds no .txt, .html, .htm, .xhtml, .ndjson, .jsonl, .warc, "
                               ".warc.gz or .warc.zst file",
                               folder}});
  }

  std::optional<Result<RawArticle>> record() {
    for (;;) {
      std::optional<LineReader::Line> line = lines->next();
      if (!line) {
        const int failed = lines->failed();
        done += lines->read();
        lines.reset();
        if (failed) return Error{ErrorCode::kNotReadable, std::strerror(failed), lines_path};
        return std::nullopt;
      }
      std::string& text = line->text;
      if (line->number == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
      if (line->too_long)
        return Error{
            ErrorCode::kTooLarge,
            "the line is larger than the limit of " + std::to_string(LineReader::kLimit) + " bytes",
            lines_path, line->offset, line->number};
      while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.pop_back();
      if (text.find_first_not_of(" \t") == std::string::npos) continue;
      Result<RawArticle> article = read_record(text);
      const std::string place = lines_path + ":" + std::to_string(line->number);
      if (!article) {
        Error error = article.error();
        error.file = lines_path;
        error.line = line->number;
        error.offset = line->offset;
        return error;
      }
      article->given.file = place;
      if (article->given.id.empty()) article->given.id = place;
      return article;
    }
  }

  std::optional<Result<RawArticle>> page() {
    std::optional<Result<RawArticle>> article = archive->next();
    if (!article) {
      done += archive->read();
      passed_over += archive->passed_over();
      archive.reset();
    }
    return article;
  }

  std::optional<Result<RawArticle>> open(const Source& source) {
    if (source.error) return *source.error;
    InputFormat format = source.format;
    // Of an unknown format the first bytes tell, so that records can come one by one.
    std::error_code ignored;
    const bool unknown = format == InputFormat::kAuto && !fs::is_directory(source.path, ignored);
    std::string begun;
    if (format == InputFormat::kNdjson || format == InputFormat::kWarc || unknown) {
      std::FILE* file = source.path == "-" ? stdin : std::fopen(source.path.c_str(), "rb");
      if (!file)
        return Error{errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kNotReadable,
                     std::strerror(errno), source.path};
      if (unknown) {
        begun.resize(size_t{1} << 16);
        begun.resize(std::fread(begun.data(), 1, begun.size(), file));
        format = sniff(begun);
      }
      if (format == InputFormat::kNdjson) {
        begin_lines(source.path, file, std::move(begun));
        return std::nullopt;
      }
      if (format == InputFormat::kWarc) {
        archive = std::make_unique<WarcReader>(source.path, file, std::move(begun));
        return std::nullopt;
      }
      if (file != stdin) std::fclose(file);
    }
    // What was read of standard input does not come again.
    const bool standard = source.path == "-";
    Result<std::string> bytes = read_file(source.path, kMaxText - (standard ? begun.size() : 0));
    done += source.size;
    if (!bytes) {
      Error error = bytes.error();
      if (error.code == ErrorCode::kTooLarge)
        error.message = "is larger than the limit of 16 MiB (" + std::to_string(kMaxText) +
                        " bytes) for one text";
      return error;
    }
    if (standard && !begun.empty()) bytes->insert(0, begun);
    RawArticle out;
    out.sha256 = sha256(*bytes);
    out.bytes = std::move(*bytes);
    out.html = format == InputFormat::kHtml;
    out.given.id = out.given.file = source.path;
    return out;
  }

  void begin_lines(const std::string& path, std::FILE* file, std::string begun) {
    lines = std::make_unique<LineReader>(file, std::move(begun));
    lines_path = path;
  }
};

Inputs::Inputs(const std::vector<std::string>& paths, InputOptions options)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  for (const std::string& path : paths) state_->list(path);
  for (const Source& source : state_->sources) state_->all += source.size;
}
Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;
Inputs::~Inputs() = default;

std::optional<Result<RawArticle>> Inputs::next() {
  for (;;) {
    if (state_->lines) {
      if (auto article = state_->record()) return article;
      continue;
    }
    if (state_->archive) {
      if (auto article = state_->page()) return article;
      continue;
    }
    if (state_->at == state_->sources.size()) return std::nullopt;
    if (auto article = state_->open(state_->sources[state_->at++])) return article;
  }
}

uint64_t Inputs::bytes_read() const {
  const uint64_t begun = state_->lines     ? state_->lines->read()
                         : state_->archive ? state_->archive->read()
                                           : 0;
  return std::min(state_->done + begun, std::max(state_->all, state_->done));
}
uint64_t Inputs::passed_over() const {
  return state_->passed_over + (state_->archive ? state_->archive->passed_over() : 0);
}
uint64_t Inputs::bytes_all() const { return state_->all; }

}  // namespace selon
