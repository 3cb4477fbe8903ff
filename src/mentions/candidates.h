// What may be a mention, with all that deciding whom it means needs. Made by actors.cc from names,
// common nouns and pronouns; read by coreference.cc. Internal to the room.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "knowledge/actors.h"
#include "mentions/names.h"
#include "mentions/noun_senses.h"
#include "mentions/pronouns.h"
#include "mentions/tree.h"

namespace selon {

enum class CandidateKind : uint8_t {
  kName,         // Oslo, M. Ferrand, le président Ferrand
  kDescription,  // le ministre, des soldats
  kAdjective,    // iranien
  kPersonal,     // il, elles, lui, they
  kReflexive,    // se
  kRelative,     // qui, dont
  kPossessive,   // son, leur
  kSpeaker,      // je, nous, notre
  kThing         // a noun that is nobody: only stands in the way of wrong antecedents
};

// Who a word asks for: "son fils" a person, "son arrestation" one to whom somebody else does it,
// "ses frontières" a state or body.
enum class Wanted : uint8_t { kAnybody, kPerson, kSufferer, kState };

struct Candidate {
  CandidateKind kind = CandidateKind::kName;
  Mention mention;       // entity and coref are the linker's
  int32_t name = kNone;  // kName and kAdjective: index into the names
  Gender gender = Gender::kNone;
  Number number = Number::kNone;

  // Of a common noun, also where it goes before a name: "le président Ferrand".
  std::string lemma, office, sector;
  int32_t noun_end = 0;  // behind the words that the tables know: "ministre des Finances"
  AgentKind agent = AgentKind::kPerson;
  std::span<const std::string> takes_up;  // types of bodies that it may stand for: "l'agence"
  bool title = false, country_noun = false;
  bool definite = false, demonstrative = false, former = false;
  bool relational = false, homologue = false;  // not its owner's: "ses alliés", "son homologue"
  bool sided = false;                          // for or against whom it is named: "pro-russe"
  bool rival = false;                          // of two: "son voisin", "son rival"
  bool speaks = false;                         // a pronoun, subject of a verb of saying or thinking
  Wanted wanted = Wanted::kAnybody;            // of a pronoun or possessive
  int32_t controller = kNone;  // of a possessive under an infinitive: the word whose act that is
  int count = 0;               // "les deux pays"
  // Whose: indices of names, or words that head other noun phrases or possessives.
  std::vector<int32_t> nations;
  std::vector<int32_t> owners;
  std::vector<int32_t> where;  // names of where they are, when that may tell: "les civils à Oslo"
  int32_t apposed = kNone;     // candidate (index) that it only describes: "X, ministre de …"
};

struct Candidates {
  std::vector<Name> names;
  std::vector<Candidate> list;   // in text order
  std::vector<int32_t> at_word;  // the first candidate that a word heads, or kNone
  std::vector<int32_t> said_by;  // in direct speech: the word that names the speaker, else kNone
  std::vector<uint8_t> quoted;   // 1 where a word stands between quotation marks or in a turn
};

Candidates find_candidates(const Document& doc, const Tree& tree, const Actors& actors,
                           const Impersonal& impersonal, const NounSenses& senses,
                           const ReportingLexicon& reporting, std::vector<Name> names);

}  // namespace selon
