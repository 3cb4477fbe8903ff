// Whom a sentence sets off from the others of a coordination by what it denies.
//
//   "a sanctionné la Russie, mais pas la Chine"    done to Russia, not done to China
//   "n'a pas condamné Israël mais le Hamas"        not done to Israel, done to Hamas
//   "Iran, not Yemen, attacked"                    by Iran, not by Yemen
//
// Needs words with trees, mentions.
#pragma once
#include <optional>
#include <vector>

#include "document/document.h"
#include "mentions/tree.h"

namespace selon {

class Contrasts {
 public:
  // Both must outlive the object.
  Contrasts(const Document& doc, const Tree& tree) : doc_(doc), tree_(tree) {}

  // Takes whoever is set off from the claim's sides; the claim of the other polarity that tells of
  // them, if there are any.
  std::optional<Claim> split(Claim& claim) const;

 private:
  bool set_off(int32_t mention, Polarity from) const;
  bool part(std::vector<int32_t>& side, Polarity from, std::vector<int32_t>& other) const;

  const Document& doc_;
  const Tree& tree_;
};

}  // namespace selon
