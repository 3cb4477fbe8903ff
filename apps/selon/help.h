// How --help and a mistake on the command line look.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace selon {

// CLI11's help with descriptions broken to fit the terminal, each under its column.
std::shared_ptr<CLI::Formatter> help_formatter();

// "selon code: paths is required", and an example of how it would be right.
std::string told_mistake(const CLI::App* app, const CLI::Error& error);

}  // namespace selon
