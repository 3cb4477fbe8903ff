#include "syntax/binary_file.h"

#include <gtest/gtest.h>

#include <random>

namespace selon {
namespace {

constexpr std::string_view kMagic = "SELONTST";

std::string sample() {
  return build_binary_file(
      kMagic, 3,
      {{"words", "un\ndix\n"}, {"numbers", std::string("\1\0\0\0\2\0\0\0", 8)}, {"none", ""}});
}

TEST(BinaryFile, GivesBackItsSections) {
  const auto file = BinaryFile::parse(sample(), "sample", kMagic, 3);
  ASSERT_TRUE(file) << file.error().to_string();
  EXPECT_EQ(*file->lines("words"), (std::vector<std::string_view>{"un", "dix"}));
  const auto numbers = file->array<std::uint32_t>("numbers", 2);
  ASSERT_TRUE(numbers);
  EXPECT_EQ((*numbers)[1], 2u);
  EXPECT_TRUE(file->lines("none")->empty());
  EXPECT_EQ(file->section_names().size(), 3u);
}

TEST(BinaryFile, NamesTheSectionAtFault) {
  const auto file = BinaryFile::parse(sample(), "sample", kMagic, 3);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->section("absent").error().to_string(), "sample: section \"absent\" is missing");
  EXPECT_FALSE(file->array<std::uint32_t>("numbers", 3));
  EXPECT_FALSE(file->array<std::uint32_t>("words"));
  EXPECT_FALSE(file->lines("numbers"));
}

TEST(BinaryFile, RefusesOtherKindsAndVersions) {
  EXPECT_NE(BinaryFile::parse(sample(), "x", "SELONMDL", 3).error().message.find("SELONMDL"),
            std::string::npos);
  EXPECT_NE(BinaryFile::parse(sample(), "x", kMagic, 4).error().message.find("version 3"),
            std::string::npos);
  std::string swapped = sample();
  std::swap(swapped[12], swapped[15]);
  EXPECT_NE(BinaryFile::parse(swapped, "x", kMagic, 3).error().message.find("byte order"),
            std::string::npos);
  EXPECT_EQ(BinaryFile::open("/nonexistent", kMagic, 3).error().code, ErrorCode::kNotFound);
}

TEST(BinaryFile, RefusesEveryTruncation) {
  const std::string whole = sample();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(BinaryFile::parse(whole.substr(0, size), "x", kMagic, 3)) << size;
  }
  EXPECT_FALSE(BinaryFile::parse(whole + "x", "x", kMagic, 3));
}

TEST(BinaryFile, RefusesEveryAlteredByte) {
  const std::string whole = sample();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 0x41);
    EXPECT_FALSE(BinaryFile::parse(altered, "x", kMagic, 3)) << at;
  }
}

TEST(Crc32, KnowsTheUsualCheckValue) {
  EXPECT_EQ(crc32("123456789"), 0xCBF43926u);
  EXPECT_EQ(crc32(""), 0u);
}

}  // namespace
}  // namespace selon
