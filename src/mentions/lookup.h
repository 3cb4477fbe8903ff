// Finds mentions from words, for the stages that read a tree: who is the subject of this verb?
//
//   "Paris et Berlin, qui hésitaient, ont signé": with the word Paris, mention_at_head gives the
//   mention Paris, conjunct_mentions gives Paris and Berlin; with "qui" they give the pronoun's
//   mention, which resolve() follows to the entity.
//
// Needs mentions in the order that actors.h leaves them: by head word, then by span.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "mentions/tree.h"

namespace selon {

// The mentions that this word heads: a half-open range of indices into doc.mentions. Several stand
// at one word when a compound names several: "USA/OTAN", "irano-vénézuélienne".
std::pair<int32_t, int32_t> mentions_at(const Document& doc, int32_t word);

// The first mention that the word heads. A word inside a name ("Chirac" in "Jacques Chirac") finds
// the mention of the whole name. kNone: nobody.
int32_t mention_at_head(const Document& doc, int32_t word);

// Everyone named by the phrase that the word heads: its mentions and those of its conjuncts, in
// text order. "Paris, Rome et Berlin" → three.
std::vector<int32_t> conjunct_mentions(const Document& doc, int32_t word);

// The mention that this one goes back to along coref; itself when it stands for itself.
int32_t antecedent(const Document& doc, int32_t mention);

// The entity of a mention, along coref; kNone when nobody is known.
int32_t resolve(const Document& doc, int32_t mention);

// The same with groups opened: "les deux pays" → Iran, Cuba. Without members: the entity alone;
// empty when nobody is known.
std::vector<int32_t> resolve_members(const Document& doc, int32_t mention);

// One mention an entity, in the order given, none whose entity stands among `others`.
std::vector<int32_t> distinct_mentions(const Document& doc, const std::vector<int32_t>& mentions,
                                       const std::vector<int32_t>& others);

// The letters that a name is grown together with, or joined to by a hyphen, in small letters:
// "anti-russe", "prorusse", "pro-Beijing" → "anti", "pro", "pro". Empty: it stands alone.
std::string prefix_before(const Document& doc, Span name);

// The time expression that the word is part of; kNone. Needs times, in text order.
int32_t time_at(const Document& doc, int32_t word);

}  // namespace selon
