#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"

namespace selon {

int report(const Error& error) {
  std::fprintf(stderr, "selon: %s\n", error.to_string().c_str());
  switch (error.code) {
    case ErrorCode::kStore:
      return kStoreFailed;
    case ErrorCode::kBadArgument:
      return kUsage;
    case ErrorCode::kNotFound:
      return kNothingFound;
    default:
      return kRejected;
  }
}

bool write_out(std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() &&
         std::fflush(stdout) == 0;
}

Style Style::for_stdout() {
  const char* no_color = std::getenv("NO_COLOR");
  return {.on = isatty(STDOUT_FILENO) && (!no_color || !*no_color)};
}

std::string Style::wrap(std::string_view code, std::string_view text) const {
  if (!on) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
    return size.ws_col;
  return 100;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      out += "·";
    } else {
      append_utf8(c, out);
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string shortened(std::string_view text, size_t width) {
  size_t points = 0, keep = 0;
  for (size_t at = 0; at < text.size(); ++points) {
    if (points + 1 == width) keep = at;
    if (points == width) return std::string(text.substr(0, keep)) + "…";
    decode(text, at);
  }
  return std::string(text);
}

std::string padded(std::string_view text, size_t width) {
  const size_t points = count_code_points(text);
  return std::string(text) + std::string(width > points ? width - points : 0, ' ');
}

std::string table(const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows, size_t width) {
  std::vector<size_t> widths;
  for (const std::string& cell : header) widths.push_back(count_code_points(cell));
  for (const auto& row : rows)
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], count_code_points(row[i]));
  size_t before = 0;
  for (size_t i = 0; i + 1 < widths.size(); ++i) before += widths[i] + 2;
  const size_t last = width > before + 20 ? width - before : 20;
  const auto line = [&](const std::vector<std::string>& row) {
    std::string out;
    for (size_t i = 0; i + 1 < row.size(); ++i) out += padded(row[i], widths[i] + 2);
    return out + shortened(row.back(), last) + '\n';
  };
  std::string out = line(header);
  for (const auto& row : rows) out += line(row);
  return out;
}

}  // namespace selon
