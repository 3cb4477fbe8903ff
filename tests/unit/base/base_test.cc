#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/files.h"
#include "base/table.h"
#include "base/utf8.h"

namespace selon {
namespace {

TEST(Utf8, FoldsAccentsLigaturesAndApostrophes) {
  EXPECT_EQ(fold("Évènement"), "evenement");
  EXPECT_EQ(fold("L’Œuvre"), "l'oeuvre");
  EXPECT_EQ(fold("STRAßE Łódź"), "strasse lodz");
  EXPECT_EQ(fold("e\xCC\x81t\xCC\x81"), "et") << "decomposed accents go as well";
  EXPECT_EQ(lower("ÉTÉ\xC2\xA0’"), "été '");
}

TEST(Utf8, WhatIsNoCapitalStartsLower) {
  for (const char* text : {"à", "œuvre", "ж", "א"}) EXPECT_TRUE(starts_lower(text)) << text;
  for (const char* text : {"", "À", "Ж", "1a", "«a"}) EXPECT_FALSE(starts_lower(text)) << text;
}

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_FALSE(find_invalid_utf8("été 😀 \xE2\x80\xA8"));
  EXPECT_EQ(find_invalid_utf8("ab\xE9t"), 2u);
  EXPECT_EQ(find_invalid_utf8("a\xC0\xAF"), 1u) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0u) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u) << "beyond U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("ab\xE2\x80"), 2u) << "cut off";
}

TEST(Utf8, TrimsEveryWhiteSpace) {
  EXPECT_EQ(trim("\xEF\xBB\xBF \t été\xC2\xA0\r\n"), "été");
  EXPECT_EQ(trim(" \n"), "");
}

// The index counts by blocks; its slow twin counts from the start.
TEST(Utf8, CodePointIndexAgreesWithCounting) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    const size_t length = random() % 300;
    while (text.size() < length) {
      constexpr char32_t kSome[] = {'a', 0xE9, 0x20AC, 0x1F600, '\n', 0x301};
      append_utf8(kSome[random() % 6], text);
    }
    const CodePointIndex index(text);
    for (size_t at = 0; at <= text.size(); ++at)
      if (is_boundary(text, at)) {
        EXPECT_EQ(index.at(at), count_code_points(std::string_view(text).substr(0, at)));
      }
  }
}

TEST(Files, Sha256OfKnownVectors) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Files, ErrorsNameTheFile) {
  const auto missing = read_file("/nowhere/at/all");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().to_string().find("/nowhere/at/all"), std::string::npos);
  EXPECT_FALSE(read_file("/")) << "a folder is no file";
}

TEST(Tables, EveryBadLineIsReported) {
  const std::string path = std::filesystem::temp_directory_path() / "selon_table_test.tsv";
  std::ofstream(path) << "# a comment\none\ttwo\n\nalone\nthree\t-\r\nx\ty\tz\n";
  std::vector<std::string> rows;
  const Status read = read_table(path, 2, 2, [&](const Row& row) {
    rows.push_back(row.string(0) + "|" + row.string(1));
    return std::string();
  });
  std::remove(path.c_str());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().line, 4u);
  EXPECT_NE(read.error().message.find("\n  line 6: "), std::string::npos) << read.error().message;
  EXPECT_EQ(rows, (std::vector<std::string>{"one|two", "three|"}));
}

TEST(Tables, ACellIsANumberWholeAndWithinItsBounds) {
  const Row row({"-12.5", "90", "91", "", "12a", " 1", "nan"}, 1);
  EXPECT_EQ(row.number(0, -90, 90), -12.5);
  EXPECT_EQ(row.number(1, -90, 90), 90);
  for (size_t cell : {2, 3, 4, 5, 6, 7}) EXPECT_EQ(row.number(cell, -90, 90), std::nullopt) << cell;
}

}  // namespace
}  // namespace selon
