// Options that every command with a question about claims shares, and the walk over what it finds.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "base/utf8.h"
#include "document/document.h"
#include "store/queries.h"

namespace selon {

struct QueryArguments {
  std::string store;
  ClaimQuery query;

  // --store and --run.
  void add_store(CLI::App& command);
  // --according-to, --via, --actor …
  void add_filters(CLI::App& command);
  // The query with names as the tables have them: "Poutine" finds Vladimir Putin. Without the
  // tables, as typed.
  ClaimQuery resolved() const;
  // The question as it was asked, "according to Putin or May; since 2018"; empty when nothing was.
  std::string described() const;
};

// Loads each document of the hits once, and hands its claims over in order, with the index of its
// text; `take` returns false to stop.
Status for_each_hit(
    Store& store, const std::vector<ClaimHit>& hits,
    const std::function<bool(const Document&, const Claim&, const CodePointIndex&)>& take);

}  // namespace selon
