#include "mentions/actors.h"

#include <gtest/gtest.h>

#include "mentions/coreference.h"
#include "mentions/lookup.h"
#include "support/document_builder.h"
#include "support/tables.h"

namespace selon {
namespace {

const ActorMentions& stage() {
  static const ActorMentions kStage =
      opened(ActorMentions::open(kBuildData, actors_of_build(), gazetteer_of_build()));
  return kStage;
}

Document coded(const std::string& lines, const std::string& language = "fr",
               const std::string& published = "") {
  Document doc = build_document(lines, language);
  doc.meta.published = published;
  stage().run(doc);
  EXPECT_EQ(check_invariants(doc), "");
  return doc;
}

// The mention with exactly these words; the n-th one.
int32_t find(const Document& doc, const std::string& text, int n = 1) {
  for (size_t m = 0; m < doc.mentions.size(); ++m)
    if (doc.str(doc.mentions[m].span) == text && --n == 0) return static_cast<int32_t>(m);
  std::string all;
  for (const Mention& m : doc.mentions) all += "[" + std::string(doc.str(m.span)) + "]";
  ADD_FAILURE() << "no mention '" << text << "' among " << all;
  return kNone;
}

std::string code(const Document& doc, const std::string& text, int n = 1) {
  const int32_t m = find(doc, text, n);
  if (m == kNone) return "?";
  const int32_t e = resolve(doc, m);
  return e == kNone ? "-" : doc.entities[e].code;
}

std::string id(const Document& doc, const std::string& text, int n = 1) {
  const int32_t m = find(doc, text, n);
  const int32_t e = m == kNone ? kNone : resolve(doc, m);
  return e == kNone ? "-" : doc.entities[e].id;
}

bool mentioned(const Document& doc, const std::string& text) {
  for (const Mention& m : doc.mentions)
    if (doc.str(m.span) == text) return true;
  return false;
}

TEST(ActorMentions, DescriptionTakesItsCountryFromTheDemonym) {
  const Document doc = coded(R"(
    1 Les le DET 2 det Definite=Def|Number=Plur|PronType=Art
    2 soldats soldat NOUN 4 nsubj Gender=Masc|Number=Plur
    3 norvégiens norvégien ADJ 2 amod Gender=Masc|Number=Plur
    4 avancent avancer VERB 0 root Number=Plur|Person=3 SpaceAfter=No
    5 . . PUNCT 4 punct
  )");
  EXPECT_EQ(code(doc, "Les soldats norvégiens"), "NORMIL");
  EXPECT_EQ(code(doc, "norvégiens"), "NOR");
  EXPECT_EQ(doc.mentions[find(doc, "norvégiens")].form, MentionForm::kAdjective);
}

TEST(ActorMentions, GenitiveDescriptionAndPrepositionOut) {
  const Document doc = coded(R"(
    1 Il il PRON 2 nsubj Gender=Masc|Number=Sing|Person=3
    2 parle parler VERB 0 root
    3-4 du du
    3 de de ADP 5 case
    4 le le DET 5 det Definite=Def|Gender=Masc|Number=Sing|PronType=Art
    5 gouvernement gouvernement NOUN 2 obl:arg Gender=Masc|Number=Sing
    6-7 du du
    6 de de ADP 8 case
    7 le le DET 8 det Definite=Def|Gender=Masc|Number=Sing|PronType=Art
    8 Pérou Pérou PROPN 5 nmod Gender=Masc|Number=Sing
    9 . . PUNCT 2 punct
  )");
  EXPECT_EQ(code(doc, "gouvernement du Pérou"), "PERGOV");
  EXPECT_EQ(code(doc, "Pérou"), "PER");
}

TEST(ActorMentions, TitleAndUnknownNameAreOneMention) {
  const Document doc = coded(R"(
    1 Le le DET 2 det Definite=Def|Gender=Masc|Number=Sing|PronType=Art
    2 ministre ministre NOUN 6 nsubj Gender=Masc|Number=Sing
    3 bolivien bolivien ADJ 2 amod Gender=Masc|Number=Sing
    4 Aldo Aldo PROPN 2 appos
    5 Quispe Quispe PROPN 4 flat:name
    6 refuse refuser VERB 0 root
    7 . . PUNCT 6 punct

    1 M. monsieur NOUN 3 nsubj Gender=Masc|Number=Sing
    2 Quispe Quispe PROPN 1 flat:name
    3 part partir VERB 0 root
    4 . . PUNCT 3 punct
  )");
  EXPECT_EQ(code(doc, "Le ministre bolivien Aldo Quispe"), "BOLGOV");
  EXPECT_EQ(id(doc, "M. Quispe"), id(doc, "Le ministre bolivien Aldo Quispe"));
  const Entity& e = doc.entities[resolve(doc, find(doc, "M. Quispe"))];
  EXPECT_EQ(e.kind, EntityKind::kPerson);
  EXPECT_EQ(e.name, "Aldo Quispe");
  EXPECT_TRUE(e.is_public);
  EXPECT_EQ(mention_at_head(doc, 3), mention_at_head(doc, 1)) << "the name finds the whole";
}

TEST(ActorMentions, PersonWithoutOfficeIsPrivate) {
  const Document doc = coded(R"(
    1 Marie Marie PROPN 3 nsubj
    2 Delvaux Delvaux PROPN 1 flat:name
    3 témoigne témoigner VERB 0 root
    4 . . PUNCT 3 punct
  )");
  EXPECT_EQ(code(doc, "Marie Delvaux"), "UNK");
  EXPECT_FALSE(doc.entities[resolve(doc, 0)].is_public);
}

TEST(ActorMentions, CompoundAdjectiveNamesBoth) {
  const Document doc = coded(R"(
    1 Les le DET 2 det Number=Plur
    2 frappes frappe NOUN 4 nsubj Gender=Fem|Number=Plur
    3 turco-grecques turco-grec ADJ 2 amod Gender=Fem|Number=Plur
    4 cessent cesser VERB 0 root
  )");
  EXPECT_EQ(code(doc, "turco"), "TUR");
  EXPECT_EQ(code(doc, "grecques"), "GRC");
  EXPECT_EQ(conjunct_mentions(doc, 2).size(), 2u);
}

TEST(ActorMentions, CapitalActsAsItsState) {
  const Document doc = coded(R"(
    1 Oslo Oslo PROPN 2 nsubj
    2 accuse accuser VERB 0 root
    3 Lima Lima PROPN 2 obj
    4 à à ADP 5 case
    5 Genève Genève PROPN 2 obl:mod
  )");
  EXPECT_EQ(code(doc, "Oslo"), "NOR");
  EXPECT_EQ(doc.mentions[find(doc, "Oslo")].form, MentionForm::kMetonym);
  bool geneva = false;
  for (const Place& p : doc.places) {
    EXPECT_NE(doc.str(p.span), "Oslo") << "a subject is no place";
    if (doc.str(p.span) == "Genève") geneva = p.country == "CHE";
  }
  EXPECT_TRUE(geneva);
}

TEST(Coreference, SubjectPronounTakesTheSubject) {
  const Document doc = coded(R"(
    1 La le DET 2 det Gender=Fem|Number=Sing
    2 Norvège Norvège PROPN 4 nsubj Gender=Fem|Number=Sing
    3 a avoir AUX 4 aux:tense
    4 accusé accuser VERB 0 root
    5 la le DET 6 det Gender=Fem|Number=Sing
    6 Suède Suède PROPN 4 obj Gender=Fem|Number=Sing
    7 . . PUNCT 4 punct

    1 Elle il PRON 2 nsubj Gender=Fem|Number=Sing|Person=3
    2 retire retirer VERB 0 root
    3 ses son DET 4 det Number=Plur|Poss=Yes
    4 troupes troupe NOUN 2 obj Gender=Fem|Number=Plur
    5 . . PUNCT 2 punct
  )");
  EXPECT_EQ(code(doc, "Elle"), "NOR");
  EXPECT_EQ(code(doc, "ses"), "NOR");
  EXPECT_EQ(code(doc, "ses troupes"), "NORMIL");
}

TEST(Coreference, GenderDecidesAndCoArgumentsAreRuledOut) {
  const Document doc = coded(R"(
    1 Aldo Aldo PROPN 4 nsubj
    2 Ferrand Ferrand PROPN 1 flat:name
    3 a avoir AUX 4 aux:tense
    4 rencontré rencontrer VERB 0 root
    5 Clara Clara PROPN 4 obj
    6 Nilsen Nilsen PROPN 5 flat:name
    7 . . PUNCT 4 punct

    1 Il il PRON 3 nsubj Gender=Masc|Number=Sing|Person=3
    2 lui lui PRON 3 iobj Number=Sing|Person=3
    3 écrit écrire VERB 0 root
    4 . . PUNCT 3 punct
  )");
  EXPECT_EQ(id(doc, "Il"), id(doc, "Aldo Ferrand"));
  EXPECT_EQ(id(doc, "lui"), id(doc, "Clara Nilsen"));
}

TEST(Coreference, ImpersonalIlIsNobody) {
  const Document doc = coded(R"(
    1 Il il PRON 2 expl:subj Gender=Masc|Number=Sing|Person=3
    2 faut falloir VERB 0 root
    3 partir partir VERB 2 xcomp
  )");
  EXPECT_FALSE(mentioned(doc, "Il"));
  const Document clear = coded(R"(
    1 Il il PRON 3 nsubj Gender=Masc|Number=Sing|Person=3
    2 est être AUX 3 cop
    3 clair clair ADJ 0 root
    4 que que SCONJ 6 mark
    5 Oslo Oslo PROPN 6 nsubj
    6 cède céder VERB 3 ccomp
  )");
  EXPECT_FALSE(mentioned(clear, "Il"));
}

TEST(Coreference, RelativeTakesItsHead) {
  const Document doc = coded(R"(
    1 L' le DET 2 det Number=Sing
    2 armée armée NOUN 0 root Gender=Fem|Number=Sing
    3 chilienne chilien ADJ 2 amod Gender=Fem|Number=Sing
    4 qui qui PRON 5 nsubj PronType=Rel
    5 avance avancer VERB 2 acl:relcl
  )");
  EXPECT_EQ(code(doc, "qui"), "CHLMIL");
}

TEST(Coreference, NumberedGroupTakesTheLastStates) {
  const Document doc = coded(R"(
    1 Oslo Oslo PROPN 4 nsubj
    2 et et CCONJ 3 cc
    3 Lima Lima PROPN 1 conj
    4 négocient négocier VERB 0 root
    5 . . PUNCT 4 punct

    1 Les le DET 3 det Definite=Def|Number=Plur
    2 deux deux NUM 3 nummod
    3 pays pays NOUN 4 nsubj Gender=Masc|Number=Plur
    4 signent signer VERB 0 root
    5 . . PUNCT 4 punct

    1 Ils il PRON 2 nsubj Gender=Masc|Number=Plur|Person=3
    2 partent partir VERB 0 root
  )");
  const std::vector<int32_t> members = resolve_members(doc, find(doc, "Les deux pays"));
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(doc.entities[members[0]].code, "NOR");
  EXPECT_EQ(doc.entities[members[1]].code, "PER");
  EXPECT_EQ(resolve_members(doc, find(doc, "Ils")).size(), 2u);
}

TEST(Coreference, AcronymInBracketsIsTheSameBody) {
  const Document doc = coded(R"(
    1 La le DET 2 det Definite=Def|Gender=Fem|Number=Sing
    2 Ligue ligue PROPN 8 nsubj Gender=Fem|Number=Sing
    3 Ouvrière Ouvrière PROPN 2 flat:name
    4 Unifiée Unifiée PROPN 2 flat:name
    5 ( ( PUNCT 6 punct
    6 LOU LOU PROPN 2 appos
    7 ) ) PUNCT 6 punct
    8 proteste protester VERB 0 root
    9 . . PUNCT 8 punct

    1 La le DET 2 det Gender=Fem|Number=Sing
    2 LOU LOU PROPN 3 nsubj Gender=Fem|Number=Sing
    3 refuse refuser VERB 0 root
  )");
  EXPECT_EQ(id(doc, "La LOU"), id(doc, "La Ligue Ouvrière Unifiée"));
}

TEST(Coreference, SpeakersAreBoundAfterAttributions) {
  Document doc = coded(R"(
    1 « « PUNCT 3 punct
    2 Nous nous PRON 3 nsubj Number=Plur|Person=1
    3 partons partir VERB 0 root
    4 » » PUNCT 3 punct
    5 , , PUNCT 3 punct
    6 dit dire VERB 3 parataxis
    7 Oslo Oslo PROPN 6 nsubj
  )");
  const int32_t nous = find(doc, "Nous");
  EXPECT_EQ(doc.mentions[nous].rule, "speaker");
  EXPECT_EQ(resolve(doc, nous), kNone);
  Attribution a;
  a.entity = resolve(doc, find(doc, "Oslo"));
  a.content = {0, 20};
  a.report = Report::kDirect;
  doc.attributions.push_back(a);
  resolve_speakers(doc);
  EXPECT_EQ(resolve(doc, nous), a.entity);
}

TEST(Coreference, EnglishPronounsAndPossessives) {
  const Document doc = coded(R"(
    1 Norway Norway PROPN 2 nsubj Number=Sing
    2 said say VERB 0 root
    3 its its PRON 4 nmod:poss Number=Sing|Person=3|Poss=Yes
    4 army army NOUN 6 nsubj Number=Sing
    5 had have AUX 6 aux
    6 left leave VERB 2 ccomp
    7 . . PUNCT 2 punct

    1 It it PRON 2 nsubj Number=Sing|Person=3
    2 denied deny VERB 0 root
    3 it it PRON 2 obj Number=Sing|Person=3
  )",
                             "en");
  EXPECT_EQ(code(doc, "its"), "NOR");
  EXPECT_EQ(code(doc, "its army"), "NORMIL");
  EXPECT_EQ(code(doc, "It"), "NOR");
}

TEST(ActorMentions, TheOfficeReadsOnBehindTheDemonym) {
  // In January 2015 the foreign minister of Norway was Børge Brende.
  const Document doc = coded(R"(
    1 Le le DET 2 det Definite=Def|Gender=Masc|Number=Sing
    2 ministre ministre NOUN 8 nsubj Gender=Masc|Number=Sing
    3 norvégien norvégien ADJ 2 amod Gender=Masc|Number=Sing
    4-5 des des
    4 de de ADP 6 case
    5 les le DET 6 det
    6 Affaires affaire NOUN 2 nmod Gender=Fem|Number=Plur
    7 étrangères étranger ADJ 6 amod Gender=Fem|Number=Plur
    8 refuse refuser VERB 0 root
  )",
                             "fr", "2015-01-15");
  EXPECT_EQ(code(doc, "Le ministre norvégien des Affaires étrangères"), "NORGOV");
}

TEST(ActorMentions, AlliesAreNotTheirOwners) {
  const Document doc = coded(R"(
    1 Oslo Oslo PROPN 5 nsubj
    2 et et CCONJ 4 cc
    3 ses son DET 4 det Number=Plur|Poss=Yes
    4 alliés allié NOUN 1 conj Gender=Masc|Number=Plur
    5 refusent refuser VERB 0 root
  )");
  EXPECT_EQ(code(doc, "ses"), "NOR");
  EXPECT_EQ(code(doc, "ses alliés"), "UNK");
}

TEST(ActorMentions, CounterpartHasTheSameOfficeElsewhere) {
  const Document doc = coded(R"(
    1 Le le DET 2 det Definite=Def|Gender=Masc|Number=Sing
    2 ministre ministre NOUN 4 nsubj Gender=Masc|Number=Sing
    3 norvégien norvégien ADJ 2 amod Gender=Masc|Number=Sing
    4 reçoit recevoir VERB 0 root
    5 son son DET 6 det Number=Sing|Poss=Yes
    6 homologue homologue NOUN 4 obj Number=Sing
    7 péruvien péruvien ADJ 6 amod Gender=Masc|Number=Sing
  )");
  EXPECT_EQ(code(doc, "son"), "NORGOV");
  EXPECT_EQ(code(doc, "son homologue péruvien"), "PERGOV");
}

TEST(ActorMentions, AFrameIsNobody) {
  const Document doc = coded(R"(
    1 dans dans ADP 3 case
    2 le le DET 3 det
    3 cadre cadre NOUN 6 obl
    4 de de ADP 5 case
    5 débats débat NOUN 3 nmod
    6 parle parler VERB 0 root
  )");
  EXPECT_TRUE(doc.mentions.empty());
}

TEST(Coreference, WhoSpeaksIsNotHeInHisOwnWords) {
  const Document doc = coded(R"(
    1 Aldo Aldo PROPN 4 nsubj
    2 Ferrand Ferrand PROPN 1 flat:name
    3 a avoir AUX 4 aux:tense
    4 rencontré rencontrer VERB 0 root
    5 Luc Luc PROPN 4 obj
    6 Nilsen Nilsen PROPN 5 flat:name
    7 . . PUNCT 4 punct

    1 Ferrand Ferrand PROPN 2 nsubj
    2 dit dire VERB 0 root
    3 : : PUNCT 2 punct
    4 « « PUNCT 6 punct
    5 Il il PRON 6 nsubj Gender=Masc|Number=Sing|Person=3
    6 cède céder VERB 2 ccomp
    7 » » PUNCT 6 punct
  )");
  EXPECT_EQ(id(doc, "Il"), id(doc, "Luc Nilsen"));
}

TEST(Coreference, AGlossNamesThePronoun) {
  const Document doc = coded(R"(
    1 Aldo Aldo PROPN 3 nsubj
    2 Ferrand Ferrand PROPN 1 flat:name
    3 attend attendre VERB 0 root
    4 Luc Luc PROPN 3 obj
    5 Nilsen Nilsen PROPN 4 flat:name
    6 . . PUNCT 3 punct

    1 Il il PRON 5 nsubj Gender=Masc|Number=Sing|Person=3
    2 ( ( PUNCT 3 punct
    3 Nilsen Nilsen PROPN 1 appos
    4 ) ) PUNCT 3 punct
    5 vient venir VERB 0 root
  )");
  EXPECT_EQ(id(doc, "Il"), id(doc, "Luc Nilsen"));
}

TEST(Coreference, APossessiveThatOpensTheSentenceTakesTheSubject) {
  const Document doc = coded(R"(
    1 Dans dans ADP 3 case
    2 son son DET 3 det Number=Sing|Poss=Yes
    3 discours discours NOUN 7 obl:mod Gender=Masc|Number=Sing
    4 , , PUNCT 3 punct
    5 Luc Luc PROPN 7 nsubj
    6 Nilsen Nilsen PROPN 5 flat:name
    7 menace menacer VERB 0 root
  )");
  EXPECT_EQ(id(doc, "son"), id(doc, "Luc Nilsen"));
}

TEST(ActorMentions, SameWordsSameMentionsWhateverTheNames) {
  const std::string text = R"(
    1 NAME NAME PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense
    3 menacé menacer VERB 0 root
    4 le le DET 5 det Definite=Def|Gender=Masc|Number=Sing
    5 gouvernement gouvernement NOUN 3 obj Gender=Masc|Number=Sing
    6 . . PUNCT 3 punct

    1 Il il PRON 2 nsubj Gender=Masc|Number=Sing|Person=3
    2 recule reculer VERB 0 root
  )";
  const auto shape = [&](const std::string& name) {
    std::string lines = text;
    for (size_t at; (at = lines.find("NAME")) != std::string::npos;) lines.replace(at, 4, name);
    const Document doc = coded(lines);
    std::string out;
    for (const Mention& m : doc.mentions)
      out += m.rule + " " + std::to_string(m.entity) + " " + std::to_string(m.coref) + ";";
    return out;
  };
  EXPECT_EQ(shape("Oslo"), shape("Lima"));
}

}  // namespace
}  // namespace selon
