#include "help.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "terminal.h"

namespace selon {
namespace {

// Lines broken at blanks to fit `width`; what goes on stands below `indent` blanks. A word that is
// longer stays whole.
std::string wrapped(const std::string& text, size_t indent, size_t width) {
  std::string out;
  for (std::string_view whole : split(text, '\n')) {
    std::string line(whole);
    while (count_code_points(line) > width) {
      size_t cut = 0;
      for (size_t points = 0; points < width; ++points) decode(line, cut);
      const size_t blank = line.rfind(' ', cut);
      if (blank == std::string::npos || line.find_first_not_of(' ') >= blank || blank <= indent)
        break;
      out += line.substr(0, blank) + '\n';
      line = std::string(indent, ' ') + line.substr(blank + 1);
    }
    out += line + '\n';
  }
  out.pop_back();
  return out;
}

class WrappedHelp : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool positional) const override {
    return wrapped(Formatter::make_option(option, positional), get_column_width(),
                   terminal_width());
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return wrapped(Formatter::make_subcommand(command), get_column_width(), terminal_width());
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> help_formatter() { return std::make_shared<WrappedHelp>(); }

std::string told_mistake(const CLI::App* app, const CLI::Error& error) {
  const CLI::App* command = app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  const std::string name = command == app ? "selon" : "selon " + command->get_name();
  const std::string examples = command->get_footer();
  return name + ": " + error.what() + '\n' + examples.substr(0, examples.find("\n\n")) + '\n' +
         "More: " + name + " --help\n";
}

}  // namespace selon
