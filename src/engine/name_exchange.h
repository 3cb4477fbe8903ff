// Exchanges names in a text, to see whether the same words get the same code whoever the actors
// are.
//
//   for (const NameExchange& x : draw_exchanges(first, analyzer.actors())) {
//     // x.text: "La Suède a attaqué la Norvège.", of "La Norvège a attaqué la Suède."
//     auto second = code_text(other, first, x.text);  // by an Analyzer with x.slugs exchanged
//     compare_exchanged(first, *second, x).changed;
//   }
//
// An exchange takes one kind of name (countries, peoples, organisations, outlets, persons) and
// pairs those that the text names: with one another where they fit, else with the next of the
// tables that fits and that the text does not name. Two fit when every name under which the text
// has one of them has a counterpart among the names of the other: of the same sort (name, demonym,
// capital, surname), gender, number, elision and spelling pattern ("Corée du Nord", "Corée du
// Sud"; an acronym for an acronym). So a country changes with its demonyms and its capital, and
// the whole text tells of one other world. What the tables know of a pair changes places too
// (Actors::exchange): who presides over one country presides over the other in that world, and a
// description finds the same person in both.
//
// What is left unexchanged: ambiguous names ("Orange"), names with common words of their own
// ("Parti de la justice") that no other name shares, and what the tables do not know.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "selon/analyzer.h"
#include "selon/result.h"

namespace selon {

struct NameExchange {
  struct Piece {  // a name, before and after
    Span before, after;
  };
  std::string kind;  // countries peoples organisations outlets persons
  std::vector<std::pair<std::string, std::string>> slugs;  // who changes places with whom
  std::vector<std::pair<std::string, std::string>>
      names;                  // "Norvège" "Suède", as the text has them
  std::string text;           // the exchanged text
  std::vector<Piece> pieces;  // in text order

  // The place in the first text of a place in the exchanged one.
  uint32_t before(uint32_t after) const;
};

// One exchange for each kind of which the text names somebody who fits; none for a text without
// such names. The document was analysed; the same document gives the same exchanges.
std::vector<NameExchange> draw_exchanges(const Document& document, const Actors& actors);

// A claim as far as it must stay the same: trigger by place, event, mode, polarity, firmness, time,
// actors, recipients and voices by place and identity, times by place and value, places and
// quantities by place.
struct ComparedClaim {
  std::string signature;  // places of the first text, identities of the first text
  Span trigger;           // in the first text
  std::string words;      // for people: "ASSAULT attaqué: La Norvège > la Suède"
};

struct ExchangeComparison {
  size_t unchanged = 0;
  // Claims of the first text without an equal in the second, and the other way round; the two of
  // one trigger stand together, an empty signature for none.
  std::vector<std::pair<ComparedClaim, ComparedClaim>> changed;
};

ExchangeComparison compare_exchanged(const Document& first, const Document& second,
                                     const NameExchange& exchange);

// The text of a document on its own, through all stages, with what is known about the article.
Result<Document> code_text(const Analyzer& analyzer, const Document& document,
                           const std::string& text);

}  // namespace selon
