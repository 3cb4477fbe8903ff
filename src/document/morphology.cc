#include "document/morphology.h"

#include <array>

namespace selon {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

void apply(std::string_view key, std::string_view value, Morph& m) {
  if (key == "Gender") {
    m.gender = value == "Masc" ? Gender::kMasc : value == "Fem" ? Gender::kFem : Gender::kNone;
  } else if (key == "Number") {
    m.number = value == "Sing" ? Number::kSing : value == "Plur" ? Number::kPlur : Number::kNone;
  } else if (key == "Mood") {
    m.mood = value == "Ind"   ? Mood::kInd
             : value == "Sub" ? Mood::kSub
             : value == "Cnd" ? Mood::kCnd
             : value == "Imp" ? Mood::kImp
                              : Mood::kNone;
  } else if (key == "Tense") {
    m.tense = value == "Past"   ? Tense::kPast
              : value == "Pres" ? Tense::kPres
              : value == "Fut"  ? Tense::kFut
              : value == "Imp"  ? Tense::kImp
                                : Tense::kNone;
  } else if (key == "VerbForm") {
    m.verb_form = value == "Fin"    ? VerbForm::kFin
                  : value == "Inf"  ? VerbForm::kInf
                  : value == "Part" ? VerbForm::kPart
                  : value == "Ger"  ? VerbForm::kGer
                                    : VerbForm::kNone;
  } else if (key == "PronType") {
    m.pron_type = value == "Prs"   ? PronType::kPrs
                  : value == "Rel" ? PronType::kRel
                  : value == "Int" ? PronType::kInt
                  : value == "Dem" ? PronType::kDem
                  : value == "Ind" ? PronType::kInd
                  : value == "Art" ? PronType::kArt
                  : value == "Neg" ? PronType::kNeg
                                   : PronType::kOther;
  } else if (key == "Person") {
    m.person = value.size() == 1 && value[0] >= '1' && value[0] <= '3' ? value[0] - '0' : 0;
  } else if (key == "Voice") {
    m.passive = value == "Pass";
  } else if (key == "Polarity") {
    m.negative = value == "Neg";
  } else if (key == "Poss") {
    m.possessive = value == "Yes";
  } else if (key == "Reflex") {
    m.reflexive = value == "Yes";
  } else if (key == "Definite") {
    m.definite = value == "Def";
  }
}

}  // namespace

std::string_view to_string(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

std::string_view to_string(Mood mood) {
  constexpr std::array<std::string_view, 5> kNames = {"", "indicative", "subjunctive",
                                                      "conditional", "imperative"};
  return kNames[static_cast<size_t>(mood)];
}

Upos parse_upos(std::string_view name) {
  for (size_t i = 0; i < kUposNames.size(); ++i)
    if (kUposNames[i] == name) return static_cast<Upos>(i);
  return Upos::kX;
}

Morph parse_morph(std::string_view feats) {
  Morph m;
  while (!feats.empty()) {
    const size_t bar = feats.find('|');
    const std::string_view one = feats.substr(0, bar);
    const size_t eq = one.find('=');
    if (eq != std::string_view::npos) apply(one.substr(0, eq), one.substr(eq + 1), m);
    if (bar == std::string_view::npos) break;
    feats.remove_prefix(bar + 1);
  }
  return m;
}

}  // namespace selon
