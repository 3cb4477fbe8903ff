// Writing for people: errors, colours, tables, and text that does not steer the terminal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands.h"
#include "selon/result.h"

namespace selon {

// Prints the error to stderr and gives the exit code that belongs to it.
int report(const Error& error);

// Writes to stdout and flushes; false once nobody reads it or the disk is full.
bool write_out(std::string_view bytes);

// Colours on stdout: only on a terminal, and not with NO_COLOR.
struct Style {
  static Style for_stdout();
  bool on = false;
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string underlined(std::string_view text) const { return wrap("4", text); }
  std::string coloured(int colour, std::string_view text) const {  // 1 red 2 green … as in ANSI
    return wrap("3" + std::to_string(colour), text);
  }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
};

// Columns of the terminal, or 100 when stdout is none.
size_t terminal_width();

// A stretch of a text on one line: white space squeezed, control characters shown as ·
std::string one_line(std::string_view text);
// At most `width` code points, the last an ellipsis if some had to go.
std::string shortened(std::string_view text, size_t width);
// Filled with spaces to `width` code points.
std::string padded(std::string_view text, size_t width);

// Rows in columns as wide as they need be, the last one cut to fit the terminal.
std::string table(const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows, size_t width);

}  // namespace selon
