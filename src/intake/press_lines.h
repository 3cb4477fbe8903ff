// What one line around an article says about it: who wrote, translated, published it and when.
//
//   read_press_line("Traduit de l'anglais par [Ligne 7](#)", …)    →  about translation, translator
//                                                             "Ligne 7", language "en"
//   read_press_line("lecourrier.example, 29 janvier 2021", …)  →  about date, outlet, published
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/outlets.h"
#include "intake/tables.h"

namespace selon {

struct PressLine {
  enum class About { kOwn, kOriginal, kTranslation, kSource, kDate };
  About about = About::kOwn;
  std::string author, translator, outlet, title, published, language, url;
  std::vector<std::string> cites;
  bool outlet_known = false;  // by the table, or a domain
};

// Nothing for a line of running text. Lines over 300 bytes are running text.
std::optional<PressLine> read_press_line(std::string_view line, const IntakeTables& tables,
                                         const OutletNames& outlets);

// "Nom d'Auteur", "J. Q. Writer and Zoé de Lune": at least `words` capitalised words (at most six
// in all), between them only particles; no figures, no end of a sentence.
bool looks_like_name(std::string_view text, int words = 2);

}  // namespace selon
