#include "knowledge/petrarch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"
#include "knowledge/events.h"
#include "knowledge/petrarch_lines.h"

namespace selon {
namespace {

namespace fs = std::filesystem;
constexpr const char* kData = SELON_SOURCE_DIR "/data";

const Actors& ours() {
  static const auto kActors = Actors::open(kData);
  EXPECT_TRUE(kActors.ok()) << kActors.error().to_string();
  return *kActors;
}

PetrarchImport read(const std::string& text, PetrarchKind kind) {
  static const auto kReader = PetrarchReader::open(kData, ours());
  EXPECT_TRUE(kReader.ok()) << kReader.error().to_string();
  return kReader->read(text, kind, "test");
}

// A user's folder with the tables of an import.
std::string folder_with(const PetrarchImport& import) {
  const std::string dir = testing::TempDir() + "/selon_petrarch_test_" + std::to_string(getpid());
  fs::remove_all(dir);
  for (const auto& [table, content] : import.tables) {
    fs::create_directories(fs::path(dir + "/" + table).parent_path());
    EXPECT_TRUE(write_file(dir + "/" + table, content).ok());
  }
  return dir;
}

TEST(Petrarch, TellsTheKindsApart) {
  EXPECT_EQ(petrarch_kind("JANE_DOE_ [USAGOV]\n"), PetrarchKind::kActors);
  EXPECT_EQ(petrarch_kind("# [~x]\nLAKE_WARDEN [~GOV]\n"), PetrarchKind::kAgents);
  EXPECT_EQ(petrarch_kind("---  HASTEN  [---]  ---\nHASTEN\n- * AID [070]\n"),
            PetrarchKind::kVerbs);
}

TEST(Petrarch, Dates) {
  EXPECT_EQ(petrarch::range_of("010120-090120"), "2001-01-20..2009-01-20");
  EXPECT_EQ(petrarch::range_of("19450508-990101"), "1945-05-08..1999-01-01");
  EXPECT_EQ(petrarch::range_of(">010120"), "2001-01-20..");
  EXPECT_EQ(petrarch::range_of("> 010120"), "2001-01-20..");
  EXPECT_EQ(petrarch::range_of("<19991231"), "..1999-12-31");
  EXPECT_EQ(petrarch::range_of(""), "");
  for (const char* bad : {"010120", "011320-020101", "2004017-20061201", "090120-010120", "soon"})
    EXPECT_EQ(petrarch::range_of(bad), std::nullopt) << bad;
}

TEST(Petrarch, APersonHasTheCodeOfTheDay) {
  const PetrarchImport got = read(
      "ALINE_MOREST_ [BELGOV 010120-090120] [IGOUNO >090121]\n"
      "+A._MOREST_\n"
      "\t[BEL]\n",
      PetrarchKind::kActors);
  EXPECT_TRUE(got.rejected.empty());
  EXPECT_EQ(got.used, 3u);
  const auto actors = Actors::open(kData, folder_with(got));
  ASSERT_TRUE(actors.ok()) << actors.error().to_string();
  const Match match = actors->match_name("Aline Morest", Lang::kFr);
  ASSERT_TRUE(match);
  const Actor& actor = *match.readings.front().actor;
  EXPECT_EQ(actor.kind, ActorKind::kPerson);
  EXPECT_EQ(actors->role(actor, parse_day("2005-03-04")).code, "BELGOV");
  EXPECT_EQ(actors->role(actor, parse_day("2010")).code, "UNO");
  EXPECT_EQ(actors->role(actor, parse_day("1990")).code, "BEL");
  EXPECT_TRUE(actors->match_name("A. Morest", Lang::kEn));
}

TEST(Petrarch, WhomWeKnowGetsNamesAndCodesAndStaysTheSame) {
  const PetrarchImport got = read(
      "NORWAY_ [NOR]\n"
      "+KINGDOM_OF_THE_FJORDS_\n"
      "EMMANUEL_MACRON_ [FRAELI 300101-300202]\n",
      PetrarchKind::kActors);
  const auto actors = Actors::open(kData, folder_with(got));
  ASSERT_TRUE(actors.ok()) << actors.error().to_string();
  const Match match = actors->match_name("Kingdom of the Fjords", Lang::kEn);
  ASSERT_TRUE(match);
  EXPECT_EQ(match.readings.front().actor->slug, "state/NOR");
  const Actor* macron = actors->find("person/emmanuel-macron");
  ASSERT_NE(macron, nullptr);
  EXPECT_EQ(actors->role(*macron, parse_day("2030-01-15")).code, "FRAELI");
  EXPECT_EQ(actors->role(*macron, parse_day("2020-01-15")).code, "FRAGOV");
}

TEST(Petrarch, WhatWeHaveIsKnownAndWrittenNowhere) {
  const PetrarchImport got = read("NORWAY_ [NOR]\n", PetrarchKind::kActors);
  EXPECT_EQ(got.known, 1u);
  EXPECT_TRUE(got.tables.empty());
}

TEST(Petrarch, BadActorsAreToldWithLineAndReason) {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"+LONELY_SYNONYM\n", "belongs to no name"},
      {"NAMELESS_CODE_ [QQQGOV]\n", "no country"},
      {"OPEN_BRACKET_ [USAGOV\n", "brackets"},
      {"BAD_DATE_ [USAGOV 2004017-20061201]\n", "no date"},
      {"NOBODY_ [---]\n", "nobody"},
      {"NO_CODE_\n", "no code"},
      {"ONE+_TWO_ [USA]\n", "a sign"},
      {"\xFF\xFE [USA]\n", "not UTF-8"},
  };
  for (const auto& [text, reason] : bad) {
    const PetrarchImport got = read("# a comment\n" + text, PetrarchKind::kActors);
    ASSERT_FALSE(got.rejected.empty()) << text;
    EXPECT_EQ(got.rejected[0].line, 2u) << text;
    EXPECT_NE(got.rejected[0].reason.find(reason), std::string::npos) << got.rejected[0].reason;
  }
}

TEST(Petrarch, AgentsBecomeNouns) {
  const PetrarchImport got = read(
      "!SAILOR! = SEAMAN, BOATWOMAN\n"
      "!SAILOR! OF_THE_LAKE [~CVL]\n"
      "LAKE_OX {LAKE_OXEN} [~REB]\n"
      "OPEN [~GOV\n"
      "TWICE [~GOV] [~MIL]\n"
      "!NONE! OF_ALL [~GOV]\n"
      "UN_BODY [IGOUNO]\n",
      PetrarchKind::kAgents);
  EXPECT_EQ(got.used, 3u);
  EXPECT_EQ(got.rejected.size(), 4u);
  const auto actors = Actors::open(kData, folder_with(got));
  ASSERT_TRUE(actors.ok()) << actors.error().to_string();
  const Agent* sailor = actors->agent("boatwoman of the lake", Lang::kEn);
  ASSERT_NE(sailor, nullptr);
  EXPECT_EQ(sailor->sector, "CVL");
  EXPECT_EQ(sailor->kind, AgentKind::kPerson);
  const std::vector<std::string_view> words = {"lake", "oxen"};
  EXPECT_EQ(actors->match_agent(words, 0, Lang::kEn).agent.sector, "REB");
}

TEST(Petrarch, VerbsAndPatterns) {
  const PetrarchImport got = read(
      "&BOAT\n+CANOE\n+ROWING_BOAT_\n\n"
      "---  HASTEN   [---]  ---\n"
      "HASTEN {HASTENS HASTENED }  # a note\n"
      "HURRY\n"
      "+SPEED_UP [040]\n"
      "- POLICE * {FAST &BOAT} (TO +) [072]\n"
      "- * DERBY [---]\n"
      "- * (FOR HELP/AID) [:0331]\n"
      "- * TREATY [057:057]\n"
      "- * VIEWS [010]\n"
      "- * &NOWHERE [070]\n"
      "- AID [070]\n"
      "~ a (a b ATTACK) SAY = a b 015\n",
      PetrarchKind::kVerbs);
  ASSERT_EQ(got.rejected.size(), 4u);
  EXPECT_NE(got.rejected[0].reason.find("010"), std::string::npos);
  const auto events = EventLexicon::open(kData, "en", folder_with(got));
  ASSERT_TRUE(events.ok()) << events.error().to_string();
  const auto entry = [&](const char* lemma, auto test) -> const EventEntry* {
    for (const EventEntry& e : events->verbs(lemma))
      if (e.user && test(e)) return &e;
    return nullptr;
  };
  const EventEntry* ship = entry("hasten", [](const auto& e) { return e.cameo == "072"; });
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->event, "AID");
  EXPECT_EQ(ship->parts, (std::vector<std::string>{"fast", "&boat"}));
  ASSERT_EQ(ship->conditions.size(), 1u);
  EXPECT_EQ(ship->frame.recipient.front().preposition, "to");
  EXPECT_TRUE(ship->needs_recipient);
  EXPECT_NE(ship->rule.find("event_verbs.test.tsv:"), std::string::npos);
  EXPECT_NE(entry("hurry", [](const auto& e) { return e.event.empty(); }), nullptr);
  const EventEntry* offer = entry("hurry", [](const auto& e) {
    return e.cameo == "0331" && e.parts == std::vector<std::string>{"aid", "for"};
  });
  ASSERT_NE(offer, nullptr);
  EXPECT_EQ(offer->event, "AGREE");
  EXPECT_EQ(offer->frame.recipient.front().kind, SlotKind::kSubject);
  EXPECT_TRUE(entry("hasten", [](const auto& e) { return e.cameo == "057"; })->frame.reciprocal);
  EXPECT_EQ(entry("speed", [](const auto& e) { return e.cameo == "040"; })->parts.front(), "up");
  EXPECT_FALSE(events->members("&boat", "canoe").empty());
  EXPECT_EQ(events->members("&boat", "boat").front().front(), "rowing");
  // The user's rows are tried before ours.
  EXPECT_TRUE(events->verbs("hasten").front().user);
}

TEST(Petrarch, AVerbThatOurTablesCannotReadIsRefused) {
  const PetrarchImport got =
      read("--- ALLEGE [110] ---\nA\nTHE\n--\nHURRY\n- * TREATY [057]\n", PetrarchKind::kVerbs);
  ASSERT_EQ(got.rejected.size(), 3u);
  EXPECT_EQ(got.rejected[0].reason, "no verb");
  EXPECT_EQ(got.rejected[1].line, 3u);
  const auto events = EventLexicon::open(kData, "en", folder_with(got));
  ASSERT_TRUE(events.ok()) << events.error().to_string();
  EXPECT_TRUE(events->verbs("hurry").front().user);
}

TEST(Petrarch, TheSameBytesGiveTheSameTables) {
  const std::string text = "ALINE_MOREST_ [BELGOV 010120-090120]\nALINE_MOREST_ [BEL]\n";
  EXPECT_EQ(read(text, PetrarchKind::kActors).tables, read(text, PetrarchKind::kActors).tables);
}

}  // namespace
}  // namespace selon
