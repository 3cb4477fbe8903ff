// Finds the labels that name the speakers of an interview.
//
//   "L'hôte : Qui l'a demandé ?" / "Mme Roy : Nous."  →  labels "L'hôte", "Mme Roy"
//
// A label counts when it comes back, stands behind a dash, is known to the table of labels, or is
// the next paragraph's neighbour of one that counts; "Bilan :" alone is none.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/tables.h"

namespace selon {

struct Label {
  size_t paragraph = 0;                       // index
  std::string speaker;                        // as printed: "Sayyed Nasrallah"
  uint32_t label_end = 0, content_begin = 0;  // bytes in the paragraph; the label holds its colon
  bool dash = false;                          // "– Mme Roy :"
};

std::vector<Label> find_labels(const std::vector<std::string_view>& paragraphs,
                               const IntakeTables& tables);

}  // namespace selon
