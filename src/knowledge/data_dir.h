// Where the program's own data lie: a folder with actors/, lang/, ontology/, gazetteer.bin,
// models/.
//
//   Result<std::string> data = find_data_dir();
//   auto actors = Actors::open(*data);
#pragma once
#include <string>
#include <vector>

#include "selon/result.h"

namespace selon {

// The first that exists of: $SELON_DATA; share/selon beside the executable (the build tree) or
// beside its folder (an install prefix); the build tree that the program comes from. kNotFound,
// with the places that were tried.
Result<std::string> find_data_dir();

// The user's own data folder: $XDG_DATA_HOME/selon, else ~/.local/share/selon; empty without a
// home. It need not exist. Tables in it stand beside ours and win over them.
std::string user_data_dir();

// The user's tables of one kind, sorted: in user_dir/room (actors, lang/en) all files stem.tsv and
// stem.*.tsv ("coded_actors.Phoenix.tsv"). Empty for an empty user_dir or a missing folder.
std::vector<std::string> user_tables(const std::string& user_dir, const std::string& room,
                                     const std::string& stem);

}  // namespace selon
