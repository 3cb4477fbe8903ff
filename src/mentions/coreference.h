// Decides whom each candidate means: one entity a person or body across the document, whatever it
// is called, and the antecedents of pronouns and descriptions.
//
//   "M. Ferrand a reçu la ministre. Il lui a remis son rapport."
//     il → Ferrand (subject, masculine); lui → la ministre (not the verb's own subject); son →
//     Ferrand
//
// Names first, over the whole document; then descriptions and pronouns in text order. A pronoun
// takes the most salient antecedent that agrees, after Lappin & Leass (1994): weights by
// grammatical role, halved with each sentence, summed over an entity's mentions (salience.h).
#pragma once
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "mentions/candidates.h"
#include "mentions/noun_senses.h"
#include "mentions/tree.h"

namespace selon {

// Sets entity and coref of every candidate (coref as an index into the candidates) and gives the
// entities.
std::vector<Entity> link_candidates(const Document& doc, const Tree& tree, const Actors& actors,
                                    const NounSenses& senses, Candidates& candidates);

// Binds "je", "nous", "notre" to whoever speaks there. Needs mentions and attributions; changes the
// mentions whose rule is "speaker" and those that rest on them.
void resolve_speakers(Document& doc);

}  // namespace selon
