// Gives each paragraph its role: title, byline, epigraph, interview turn, note, caption,
// boilerplate …
//
//   "~ Traduit de l'anglais par Ligne 7 ~"                → byline
//   "L'hôte : Qui l'a demandé ?"                          → byline "L'hôte :", turn "Qui l'a …"
//   "« La paix tient. » / ~ Zoé Martin ~"                 → epigraph, byline; speaker "Zoé Martin"
//   "Il est parti (NdT : en mai) sans un mot."            → paragraph, note, paragraph (continues)
//
// Paragraphs that a blank line parts in mid-sentence are one block. The label of a turn and the
// signature of an epigraph are byline blocks of their own, beside the turn or epigraph and with the
// same speaker, so that what is said stands alone in its block.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "intake/outlets.h"
#include "intake/plain_text.h"
#include "intake/tables.h"

namespace selon {

// A paragraph with what its format already tells of it (an HTML heading, a figure's caption).
struct RoleHint {
  Paragraph paragraph;
  bool known = false;  // `kind` stands
  BlockKind kind = BlockKind::kParagraph;
};

// `language` is the document's; blocks come in text order, without overlap.
std::vector<Block> find_roles(std::string_view text, const std::vector<RoleHint>& paragraphs,
                              const std::string& language, const IntakeTables& tables,
                              const OutletNames& outlets);

}  // namespace selon
