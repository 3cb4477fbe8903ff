#include "claims/recall.h"

#include <gtest/gtest.h>

#include "claims/implied.h"
#include "claims/parties.h"
#include "support/scene.h"

namespace selon {
namespace {

// "Moscou a bombardé Kiev. Moscou intensifie ses frappes."
Document two_tellings() {
  Document doc = build_document(R"(
    1 Moscou Moscou PROPN 3 nsubj
    2 a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    3 bombardé bombarder VERB 0 root Tense=Past|VerbForm=Part
    4 Kiev Kiev PROPN 3 obj
    5 . . PUNCT 3 punct

    1 Moscou Moscou PROPN 2 nsubj
    2 intensifie intensifier VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    3 ses son DET 4 det Poss=Yes
    4 frappes frappe NOUN 2 obj
    5 . . PUNCT 2 punct
  )",
                                "fr");
  name(doc, 1, "RUS");
  name(doc, 4, "UKR");
  name(doc, 6, "RUS");
  return doc;
}

FoundEvent event(const EventEntry& entry, int32_t word, std::vector<int32_t> actors,
                 std::vector<int32_t> recipients, bool nominal) {
  FoundEvent e;
  e.word = word;
  e.entry = &entry;
  e.nominal = nominal;
  e.actors = std::move(actors);
  e.recipients = std::move(recipients);
  return e;
}

EventEntry entry(const std::string& type) {
  EventEntry e;
  e.event = type;
  e.frame = *parse_frame("subj>obj");
  return e;
}

TEST(RecallTest, AnotherTellingKnowsTheOtherSide) {
  const Document doc = two_tellings();
  const Tree tree(doc);
  const EventEntry assault = entry("ASSAULT");
  std::vector<FoundEvent> events = {event(assault, 2, {0}, {1}, false),
                                    event(assault, 8, {2}, {}, true)};
  recall_other_side(doc, tree, events);
  EXPECT_EQ(events[1].recipients, std::vector<int32_t>{1});
  EXPECT_TRUE(events[1].recalled);
  EXPECT_FALSE(events[0].recalled);
}

TEST(RecallTest, AnotherKindOfActTellsNothing) {
  const Document doc = two_tellings();
  const Tree tree(doc);
  const EventEntry assault = entry("ASSAULT"), accuse = entry("ACCUSE");
  std::vector<FoundEvent> events = {event(accuse, 2, {0}, {1}, false),
                                    event(assault, 8, {2}, {}, true)};
  recall_other_side(doc, tree, events);
  EXPECT_TRUE(events[1].recipients.empty());
}

TEST(RecallTest, AFrameWithoutRecipientStaysWithoutOne) {
  const Document doc = two_tellings();
  const Tree tree(doc);
  const EventEntry assault = entry("ASSAULT");
  EventEntry alone = assault;
  alone.frame = *parse_frame("subj>");
  std::vector<FoundEvent> events = {event(assault, 2, {0}, {1}, false),
                                    event(alone, 8, {2}, {}, true)};
  recall_other_side(doc, tree, events);
  EXPECT_TRUE(events[1].recipients.empty());
}

TEST(PartiesTest, SectorsAreOneParty) {
  Document doc = two_tellings();
  doc.entities.push_back({.id = "x", .name = "x", .code = "RUSGOV", .sector = "GOV"});
  doc.mentions[2].entity = static_cast<int32_t>(doc.entities.size()) - 1;
  EXPECT_EQ(parties(doc, {0}), parties(doc, {2}));
  EXPECT_NE(parties(doc, {0}), parties(doc, {1}));
}

// "Trois soldats sont tués dans une attaque kurde": soldats, kurde
TEST(ImpliedTest, KilledInAnAttack) {
  Document doc = build_document(R"(
    1 soldats soldat NOUN 3 nsubj:pass
    2 sont être AUX 3 aux:pass Mood=Ind|Tense=Pres|VerbForm=Fin
    3 tués tuer VERB 0 root Tense=Past|VerbForm=Part
    4 dans dans ADP 6 case
    5 une un DET 6 det
    6 attaque attaque NOUN 3 obl:mod
    7 kurde kurde ADJ 6 amod
  )",
                                "fr");
  name(doc, 1, "TUR");
  name(doc, 7, "UNK");
  const Tree tree(doc);
  const WordClasses words;
  const Arguments arguments(doc, tree, words);
  const EventEntry assault = entry("ASSAULT");
  std::vector<FoundEvent> events = {event(assault, 2, {}, {0}, false),
                                    event(assault, 5, {1}, {}, true)};
  imply_participants(doc, tree, arguments, events);
  EXPECT_EQ(events[0].actors, std::vector<int32_t>{1});
  EXPECT_EQ(events[1].recipients, std::vector<int32_t>{0});
}

}  // namespace
}  // namespace selon
