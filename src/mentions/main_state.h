// The state that a text speaks of most. Internal to coreference.
//
//   "Le ministre chilien … Santiago … le Pérou" → CHL, 0.67, 0.33
#pragma once
#include <string>
#include <vector>

#include "document/document.h"
#include "mentions/entities.h"
#include "mentions/names.h"
#include "mentions/noun_senses.h"
#include "mentions/tree.h"

namespace selon {

struct MainState {
  std::string country;  // alpha-3, of the text's time; or empty
  double share = 0;     // of all names of states, of their people and places; below three names: 0
  double next = 0;      // the share of the state that comes second
  // Where it happens: the state of most towns, and of most names of states behind "in" or "at",
  // with its share of them and that of the second one; below two, or one
  // beside names of other states: 0.
  std::string scene;
  double scene_share = 0, scene_next = 0;
};

MainState main_state(const Document& doc, const Tree& tree, const NounSenses& senses,
                     const std::vector<Name>& names, const EntityTable& table);

}  // namespace selon
