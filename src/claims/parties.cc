#include "claims/parties.h"

#include "mentions/lookup.h"

namespace selon {

Parties parties(const Document& doc, const std::vector<int32_t>& mentions) {
  Parties out;
  for (int32_t m : mentions)
    for (int32_t e : resolve_members(doc, m)) {
      const Entity& entity = doc.entities[e];
      std::string base = entity.code;
      const bool against = entity.sector == "REB" || entity.sector == "OPP";
      if (!against && base.size() > entity.sector.size() && base.ends_with(entity.sector))
        base.resize(base.size() - entity.sector.size());
      const bool own = base == "UNK" || entity.sector == "PTY" || entity.sector == "LAB";
      out.insert(own ? entity.code + std::to_string(e) : base);
    }
  return out;
}

}  // namespace selon
