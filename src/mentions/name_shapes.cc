#include "mentions/name_shapes.h"

#include "base/utf8.h"

namespace selon {

bool hyphen_or_slash(char32_t c) {
  return c == U'-' || c == U'/' || c == U'‐' || c == U'‑' || c == U'–';
}

bool all_upper(std::string_view form) {
  size_t letters = 0;
  for (size_t at = 0; at < form.size();) {
    const char32_t c = decode(form, at);
    if (is_letter(c)) {
      if (!is_upper(c)) return false;
      ++letters;
    }
  }
  return letters > 1;
}

bool initial(std::string_view form) {  // "W." or "W"
  return starts_upper(form) &&
         (count_code_points(form) == 1 || (count_code_points(form) == 2 && form.ends_with('.')));
}

bool locative(std::string_view lemma) {
  for (const char* p : {"à", "en", "dans", "vers", "depuis", "près", "in", "at", "near", "into"})
    if (lemma == p) return true;
  return false;
}

}  // namespace selon
