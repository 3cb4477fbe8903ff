// Parts of speech and features of Universal Dependencies, decoded once so that rules compare enums,
// not strings.
//
//   Morph m = parse_morph("Gender=Masc|Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
//   m.mood == Mood::kCnd
#pragma once
#include <cstdint>
#include <string_view>

namespace selon {

enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};
std::string_view to_string(Upos upos);   // "ADJ"
Upos parse_upos(std::string_view name);  // unknown names give kX

enum class Gender : uint8_t { kNone, kMasc, kFem };
enum class Number : uint8_t { kNone, kSing, kPlur };
enum class Mood : uint8_t { kNone, kInd, kSub, kCnd, kImp };
std::string_view to_string(Mood mood);  // "conditional"; empty for kNone
enum class Tense : uint8_t { kNone, kPast, kPres, kFut, kImp };
enum class VerbForm : uint8_t { kNone, kFin, kInf, kPart, kGer };
enum class PronType : uint8_t { kNone, kPrs, kRel, kInt, kDem, kInd, kArt, kNeg, kOther };

struct Morph {
  Gender gender = Gender::kNone;
  Number number = Number::kNone;
  Mood mood = Mood::kNone;
  Tense tense = Tense::kNone;
  VerbForm verb_form = VerbForm::kNone;
  PronType pron_type = PronType::kNone;
  uint8_t person = 0;  // 1 2 3; 0 none
  bool passive = false, negative = false, possessive = false, reflexive = false, definite = false;
};

// Reads a CoNLL-U FEATS string; unknown features are passed over.
Morph parse_morph(std::string_view feats);

}  // namespace selon
