// Whom words other than pronouns take up: somebody called by where they are from, the other of two
// states, troops by who sent them. Internal to coreference.
//
//   "Jan Maes a été arrêté. Le Belge …"                     Jan Maes
//   "Le Chili accuse le Pérou. Santiago a prié son voisin"  the Pérou
//   "Oslo a déployé des soldats au Mali. Ces soldats …"     of Norway
#pragma once
#include <string>

#include "document/document.h"
#include "mentions/candidates.h"
#include "mentions/entities.h"
#include "mentions/tree.h"

namespace selon {

class TakenUp {
 public:
  TakenUp(const Document& doc, const Tree& tree, const Candidates& candidates,
          const EntityTable& entities, const NounSenses& senses)
      : doc_(doc), tree_(tree), all_(candidates), entities_(entities), senses_(senses) {}

  // The candidate of the person that "le Belge", "cette Belge" was; kNone: a new one.
  int32_t compatriot(int32_t demonym) const;
  // The candidate of the other state of two that "son voisin", "son rival" is, said of somebody of
  // the country `owner`; kNone: not to be told.
  int32_t counterpart(int32_t description, const std::string& owner) const;
  // The word that heads who sends the described troops: the subject of "envoyer", "déployer".
  int32_t sender(int32_t description) const;

 private:
  int32_t entity(int32_t candidate) const;
  int32_t sentence(int32_t candidate) const {
    return doc_.words[all_.list[candidate].mention.head].sentence;
  }

  const Document& doc_;
  const Tree& tree_;
  const Candidates& all_;
  const EntityTable& entities_;
  const NounSenses& senses_;
};

}  // namespace selon
