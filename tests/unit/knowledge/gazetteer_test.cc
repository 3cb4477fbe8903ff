#include "knowledge/gazetteer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "base/files.h"
#include "knowledge/data_dir.h"

namespace selon {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer kGazetteer = [] {
    auto opened = Gazetteer::open(SELON_BUILD_DIR "/share/selon");
    EXPECT_TRUE(opened) << opened.error().to_string();
    return std::move(*opened);
  }();
  return kGazetteer;
}

Gazetteer::Match match(std::vector<std::string_view> words, size_t first = 0) {
  return gazetteer().match(words, first);
}

TEST(Gazetteer, TownsInBothLanguages) {
  for (const char* name : {"Aleppo", "Alep"}) {
    auto m = match({name});
    ASSERT_FALSE(m.entries.empty()) << name;
    EXPECT_EQ(m.entries[0].name, "Aleppo");
    EXPECT_EQ(m.entries[0].country, "SYR");
    EXPECT_NEAR(m.entries[0].lat, 36.2, 0.1);
    EXPECT_NEAR(m.entries[0].lon, 37.16, 0.1);
  }
  EXPECT_EQ(match({"Londres"}).entries.at(0).country, "GBR");
  EXPECT_EQ(match({"Pékin"}).entries.at(0).kind, PlaceKind::kCapital);
  EXPECT_EQ(match({"Paris"}).entries.at(0).country, "FRA");
}

TEST(Gazetteer, LongestNameWins) {
  auto m = match({"à", "Khan", "Younès", "hier"}, 1);
  EXPECT_EQ(m.end, 3u);
  EXPECT_EQ(m.entries.at(0).country, "PSE");
  EXPECT_EQ(match({"New", "York", "City"}).end, 3u);
}

TEST(Gazetteer, RegionsAndSeas) {
  EXPECT_EQ(match({"Crimée"}).entries.at(0).kind, PlaceKind::kRegion);
  EXPECT_EQ(match({"Catalogne"}).entries.at(0).country, "ESP");
  EXPECT_EQ(gazetteer().find("mer Noire").at(0).kind, PlaceKind::kArea);
  EXPECT_EQ(gazetteer().find("mer Noire").at(0).country, "");
}

TEST(Gazetteer, NoCapitalNoPlace) {
  EXPECT_EQ(match({"nice"}).end, 0u);
  EXPECT_EQ(match({"xyzzy"}).end, 0u);
  EXPECT_EQ(match({","}).end, 0u);
  EXPECT_TRUE(gazetteer().find("").empty());
}

TEST(Gazetteer, EveryCountryIsAlpha3) {
  EXPECT_GT(gazetteer().size(), 40'000u);
  EXPECT_EQ(gazetteer().hash().size(), 64u);
}

TEST(Gazetteer, BadFilesAreErrors) {
  const std::string dir = testing::TempDir() + "selon_gazetteer";
  std::filesystem::create_directories(dir);
  std::filesystem::remove(dir + "/gazetteer.bin");
  auto none = Gazetteer::open(dir);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
  auto whole = read_file(SELON_BUILD_DIR "/share/selon/gazetteer.bin");
  ASSERT_TRUE(whole);
  for (size_t size : {size_t{0}, size_t{10}, size_t{100}, whole->size() - 1}) {
    ASSERT_TRUE(write_file(dir + "/gazetteer.bin", std::string_view(*whole).substr(0, size)));
    auto cut = Gazetteer::open(dir);
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().code, ErrorCode::kBadFormat);
  }
}

}  // namespace
}  // namespace selon
