// Reads the tables under data/: tab-separated, UTF-8, '#' starts a comment line, "-" or nothing is
// an empty cell.
//
//   # lemma <tab> event <tab> frame
//   bombarder	ASSAULT	subj>obj
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "selon/result.h"

namespace selon {

// One row: cells by position; a missing trailing cell is empty.
class Row {
 public:
  Row(std::vector<std::string_view> cells, size_t line) : cells_(std::move(cells)), line_(line) {}
  std::string_view operator[](size_t i) const {
    return i < cells_.size() ? cells_[i] : std::string_view();
  }
  std::string string(size_t i) const { return std::string((*this)[i]); }
  // A cell that holds a list: "Paris;l'Élysée"
  std::vector<std::string> list(size_t i, char separator = ';') const;
  // The whole cell as a number between the two; nothing when it is none, or empty.
  std::optional<double> number(size_t i, double least, double most) const;
  size_t size() const { return cells_.size(); }
  size_t line() const { return line_; }

 private:
  std::vector<std::string_view> cells_;
  size_t line_;
};

// Calls `row` for each row of the file. `row` returns an empty string, or what is wrong with the
// row; every bad line is reported, in one error. kNotFound, kNotReadable, kBadFormat. `min_cells`
// and `max_cells` bound the columns.
Status read_table(const std::string& path, size_t min_cells, size_t max_cells,
                  const std::function<std::string(const Row&)>& row);

}  // namespace selon
