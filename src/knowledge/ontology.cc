#include "knowledge/ontology.h"

#include "base/among.h"
#include "base/table.h"
#include "knowledge/event_types.h"

namespace selon {

Result<Ontology> Ontology::open(const std::string& data_dir) {
  Ontology out;
  auto types =
      read_table(data_dir + "/ontology/plover.tsv", 4, 5, [&](const Row& row) -> std::string {
        if (!among(row[0], kEventTypes)) return "\"" + row.string(0) + "\" is no event type";
        const std::optional<double> score = row.number(3, -10, 10);
        if (!score) return "the score is no number from -10 to 10";
        const EventValue v{row.string(2), *score};
        if (!out.values_.emplace(row.string(0) + "/" + row.string(1), v).second)
          return "a second row for the same mode";
        return {};
      });
  if (!types) return types.error();
  for (const bool french : {false, true}) {
    auto words = read_table(data_dir + "/lang/" + (french ? "fr" : "en") + "/contexts.tsv", 2, 2,
                            [&](const Row& row) -> std::string {
                              out.contexts_[french][row.string(0)] = row.string(1);
                              return {};
                            });
    if (!words) return words.error();
  }
  return out;
}

const EventValue& Ontology::value(std::string_view type, std::string_view mode) const {
  static const EventValue kUnknown;
  auto it = values_.find(std::string(type) + "/" + std::string(mode));
  if (it == values_.end()) it = values_.find(std::string(type) + "/");
  return it == values_.end() ? kUnknown : it->second;
}

std::string_view Ontology::context(std::string_view lemma, bool french) const {
  const auto it = contexts_[french].find(std::string(lemma));
  return it == contexts_[french].end() ? std::string_view() : std::string_view(it->second);
}

}  // namespace selon
