#include "base/table.h"

#include <charconv>

#include "base/files.h"
#include "base/utf8.h"

namespace selon {

std::vector<std::string> Row::list(size_t i, char separator) const {
  std::vector<std::string> out;
  for (std::string_view item : split((*this)[i], separator)) {
    item = trim(item);
    if (!item.empty()) out.emplace_back(item);
  }
  return out;
}

std::optional<double> Row::number(size_t i, double least, double most) const {
  const std::string_view cell = (*this)[i];
  double out = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
  if (cell.empty() || error != std::errc() || end != cell.data() + cell.size()) return {};
  return out >= least && out <= most ? std::optional(out) : std::nullopt;
}

Status read_table(const std::string& path, size_t min_cells, size_t max_cells,
                  const std::function<std::string(const Row&)>& row) {
  Result<std::string> text = read_file(path);
  if (!text) return text.error();
  if (auto bad = find_invalid_utf8(*text))
    return Error{ErrorCode::kBadFormat, "not UTF-8", path, *bad};
  std::string problems;
  std::optional<size_t> first_bad;
  size_t number = 0;
  for (std::string_view line : split(*text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
    for (std::string_view& cell : cells) {
      cell = trim(cell);
      if (cell == "-") cell = {};
    }
    std::string problem;
    if (cells.size() < min_cells || cells.size() > max_cells)
      problem = "has " + std::to_string(cells.size()) + " columns, not " +
                std::to_string(min_cells) +
                (max_cells > min_cells ? " to " + std::to_string(max_cells) : "");
    else
      problem = row(Row(std::move(cells), number));
    if (problem.empty()) continue;
    if (first_bad)
      problems += "\n  line " + std::to_string(number) + ": ";
    else
      first_bad = number;
    problems += problem;
  }
  if (first_bad) return Error{ErrorCode::kBadFormat, problems, path, {}, first_bad};
  return Ok{};
}

}  // namespace selon
