#include "intake/warc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "intake/charset.h"
#include "support/gzip.h"
#include "support/zstd.h"

namespace selon {
namespace {

std::string record(const std::string& type, const std::string& url, const std::string& content_type,
                   const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2021-02-03T04:05:06Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}
std::string page(const std::string& url, const std::string& html,
                 const std::string& more = "Content-Type: text/html; charset=utf-8\r\n") {
  return record("response", url, "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\n" + more + "\r\n" + html);
}

// Each article's url and bytes, or its error in "!…"; read from memory as from a file.
std::vector<std::string> all(const std::string& archive) {
  WarcReader reader("x.warc", fmemopen(const_cast<char*>(archive.data()), archive.size(), "rb"),
                    "");
  std::vector<std::string> out;
  while (auto article = reader.next()) {
    out.push_back(*article ? (*article)->given.url + " " + (*article)->bytes
                           : "!" + article->error().to_string());
    if (out.size() > 1000) break;
  }
  return out;
}
using Articles = std::vector<std::string>;

TEST(Warc, PagesAreArticles) {
  const std::string before = record("warcinfo", "", "application/warc-fields", "software: test");
  const std::string archive =
      before + page("https://a.org/1", "<p>Oslo.") +
      record("request", "https://a.org/1", "application/http", "GET /") +
      page("https://a.org/2", "Paris.", "Content-Type: text/plain\r\n") +
      page("https://a.org/robots.txt", "Disallow: /", "Content-Type: text/plain\r\n") +
      page("https://a.org/3", "png", "Content-Type: image/png\r\n") +
      record("response", "https://a.org/4", "application/http",
             "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No") +
      record("resource", "metadata://crawler/log", "text/plain", "200 OK") +
      record("resource", "<file:///5>", "text/html", "<p>Rome.");
  WarcReader reader("x.warc", fmemopen(const_cast<char*>(archive.data()), archive.size(), "rb"),
                    "");
  auto first = reader.next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->given.id, "https://a.org/1");
  EXPECT_EQ((*first)->given.url, "https://a.org/1");
  EXPECT_EQ((*first)->given.file, "x.warc@" + std::to_string(before.size()));
  EXPECT_EQ((*first)->given.published, "");
  EXPECT_EQ((*first)->charset, "utf-8");
  EXPECT_TRUE((*first)->html);
  auto second = reader.next();
  ASSERT_TRUE(second && *second);
  EXPECT_FALSE((*second)->html);
  auto third = reader.next();
  ASSERT_TRUE(third && *third);
  EXPECT_EQ((*third)->given.url, "file:///5");
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.passed_over(), 6u);
  EXPECT_EQ(reader.read(), archive.size());
}

TEST(Warc, PackedAsWellAsPlain) {
  const std::string one = page("https://a.org/1", "<p>Oslo."),
                    two = page("https://a.org/2", "<p>Bern.");
  const Articles wanted = {"https://a.org/1 <p>Oslo.", "https://a.org/2 <p>Bern."};
  EXPECT_EQ(all(one + two), wanted);
  EXPECT_EQ(all(packed(one) + packed(two)), wanted);
  EXPECT_EQ(all(packed(one + two)), wanted);
  EXPECT_EQ(all(one + two.substr(0, two.size() - 4)), wanted);  // no line ends at the end
}

TEST(Warc, WhatComesBehindACutRecordIsRead) {
  const std::string one = page("https://a.org/1", "<p>Oslo."),
                    two = page("https://a.org/2", "<p>Bern."),
                    three = page("https://a.org/3", "<p>Rome.");
  const std::string cut = one.substr(0, one.size() - 9);
  const std::string last = "https://a.org/3 <p>Rome.";
  Articles found = all(cut + two + three);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0],
            "!x.warc: https://a.org/1: the record does not end where its Content-Length says (at "
            "byte 0)");
  EXPECT_EQ(found[2], last);
  found = all(packed(cut) + packed(two) + packed(three));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], "!x.warc: https://a.org/1: the record is cut off (at byte 0)");
  EXPECT_EQ(found[2], last);
  found = all(two + cut);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1], "!x.warc: https://a.org/1: the record is cut off (at byte " +
                          std::to_string(two.size()) + ")");
}

TEST(Warc, DamagedMembersCostNoOther) {
  const std::string one = packed(page("https://a.org/1", "<p>Oslo.")),
                    two = packed(page("https://a.org/2", "<p>Bern."));
  for (size_t i = 0; i < one.size(); ++i) {
    std::string damaged = one;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    const Articles found = all(two + damaged + two);
    ASSERT_GE(found.size(), 2u) << i;
    EXPECT_EQ(found.front(), "https://a.org/2 <p>Bern.");
    EXPECT_EQ(found.back(), "https://a.org/2 <p>Bern.") << i;
  }
  const Articles found = all(two + one.substr(0, one.size() / 2) + two);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[1],
            "!x.warc: the packed data is damaged (at byte " + std::to_string(two.size()) + ")");
}

TEST(Warc, HeadsThatAreNone) {
  EXPECT_EQ(all("Oslo proteste.\n"), Articles{"!x.warc: is no WARC record (at byte 0)"});
  EXPECT_EQ(all("WARC/1.0\r\nWARC-Type: response\r\n\r\n"),
            Articles{"!x.warc: the record has no Content-Length that is a number (at byte 0)"});
  EXPECT_EQ(all("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n").size(), 1u);
  EXPECT_EQ(all("WARC/1.0\r\nWARC-Type: resp"),
            Articles{"!x.warc: the record's head is cut off (at byte 0)"});
  EXPECT_EQ(all(""), Articles{"!x.warc: is empty (at byte 0)"});
  const Articles found = all("x\n" + page("https://a.org/1", "<p>Oslo."));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1], "https://a.org/1 <p>Oslo.");
  EXPECT_EQ(all("WARC/1.0\r\n" + std::string(100000, 'x')),
            Articles{"!x.warc: the record's head does not end (at byte 0)"});
}

TEST(Warc, PagesTooLargeAreRefusedAndTheRestGoesOn) {
  const std::string small = page("https://a.org/1", "<p>Oslo.");
  const std::string bomb = page("https://a.org/2", packed(std::string(kMaxText + 1, ' ')),
                                "Content-Type: text/html\r\nContent-Encoding: gzip\r\n");
  const std::string large = page("https://a.org/3", std::string(2 * kMaxText, ' '));
  const std::string video =
      page("https://a.org/4", std::string(3 * kMaxText, ' '), "Content-Type: video/mp4\r\n");
  for (const std::string& archive :
       {bomb + large + video + small, packed(bomb) + packed(large) + packed(video) + packed(small),
        zstd_packed(bomb) + zstd_packed(large) + zstd_packed(video) + zstd_packed(small)}) {
    const Articles found = all(archive);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_TRUE(found[0].starts_with(
        "!x.warc: https://a.org/2: unpacks to more than the limit of 16777216"))
        << found[0];
    EXPECT_TRUE(found[1].starts_with(
        "!x.warc: https://a.org/3: the page is larger than the limit of 16777216"))
        << found[1];
    EXPECT_EQ(found[2], "https://a.org/1 <p>Oslo.");
  }
}

// A record may take several frames, and frames between them are passed over.
TEST(Warc, ZstandardAsWellAsGzip) {
  const std::string one = page("https://a.org/1", "<p>Oslo."),
                    two = page("https://a.org/2", "<p>Bern."),
                    three = page("https://a.org/3", "<p>Rome.");
  const Articles wanted = {"https://a.org/1 <p>Oslo.", "https://a.org/2 <p>Bern.",
                           "https://a.org/3 <p>Rome."};
  EXPECT_EQ(all(zstd_packed(one) + zstd_packed(two) + zstd_packed(three)), wanted);
  EXPECT_EQ(all(zstd_packed(one + two + three)), wanted);
  EXPECT_EQ(all(zstd_packed("") + zstd_skipped("padding") + zstd_packed(one) +
                zstd_skipped("index") + zstd_packed(two) + zstd_packed(three)),
            wanted);
  for (size_t cut = 1; cut < two.size(); ++cut)
    EXPECT_EQ(all(zstd_packed(one) + zstd_packed(two.substr(0, cut)) + zstd_skipped("x") +
                  zstd_packed(two.substr(cut)) + zstd_packed(three)),
              wanted)
        << cut;
}

TEST(Warc, DamagedFramesCostNoOther) {
  const std::string one = zstd_packed(page("https://a.org/1", "<p>Oslo.")),
                    two = zstd_packed(page("https://a.org/2", "<p>Bern."));
  const std::string good = "https://a.org/2 <p>Bern.";
  for (size_t i = 0; i < one.size(); ++i) {
    std::string damaged = one;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    const Articles found = all(two + damaged + two);
    ASSERT_EQ(found.size(), 3u) << i;
    EXPECT_EQ(found[0], good);
    EXPECT_TRUE(found[1].starts_with("!")) << i << found[1];
    EXPECT_EQ(found[2], good) << i;
  }
  // One that is too short takes the next one's frame for its own, and gives it back.
  const std::string whole = page("https://a.org/1", "<p>Oslo.");
  const Articles found = all(two + zstd_packed(whole.substr(0, whole.size() - 9)) + two);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[1],
            "!x.warc: https://a.org/1: the record does not end where its Content-Length "
            "says (at byte " +
                std::to_string(two.size()) + ")");
  EXPECT_EQ(found[2], good);
  EXPECT_EQ(all(two + one.substr(0, one.size() / 2)).back(),
            "!x.warc: the packed data is cut off (at byte " + std::to_string(two.size()) + ")");
}

TEST(Warc, ADictionaryOfZstandardStandsFirst) {
  std::vector<std::string> records;
  for (int i = 0; i < 400; ++i)
    records.push_back(page("https://a.org/" + std::to_string(i),
                           "<p>" + std::to_string(i * 7919 % 1000) + " voix pour Oslo, contre " +
                               std::to_string(i * i) + "."));
  const std::string dictionary = zstd_dictionary(records);
  ASSERT_FALSE(dictionary.empty());
  std::string packed;
  for (const std::string& record : records) packed += zstd_packed(record, dictionary);
  const Articles found = all(zstd_skipped(dictionary, '\x5D') + packed);
  ASSERT_EQ(found.size(), records.size());
  EXPECT_EQ(found[7], "https://a.org/7 <p>433 voix pour Oslo, contre 49.");
  EXPECT_EQ(all(zstd_skipped(zstd_packed(dictionary), '\x5D') + packed), found);
  EXPECT_EQ(all(packed).front(),
            "!x.warc: the packed data needs a dictionary that the archive does not hold (at byte "
            "0)");
  const Articles without = all(zstd_skipped(zstd_packed("no dictionary"), '\x5D') + packed);
  EXPECT_EQ(without, Articles{"!x.warc: the archive's dictionary is damaged (at byte 0)"});
  const std::string bomb = zstd_packed(std::string((size_t{8} << 20) + 1, ' '));
  EXPECT_EQ(all(zstd_skipped(bomb, '\x5D') + packed), without);
  EXPECT_EQ(all(std::string("\x5D\x2A\x4D\x18\xFF\xFF\xFF\xFF", 8) + packed),
            Articles{"!x.warc: the archive's dictionary is larger than the limit of 8388608 bytes "
                     "(at byte 0)"});
  EXPECT_EQ(all(zstd_skipped(dictionary, '\x5D').substr(0, 100)),
            Articles{"!x.warc: the archive's dictionary is cut off (at byte 0)"});
}

// Whatever happens to a packed archive, reading it ends, and a page comes out whole or not at all.
void expect_nothing_invented(const std::function<std::string(const std::string&)>& pack) {
  std::string whole;
  Articles pages;
  for (int i = 0; i < 5; ++i) {
    const std::string url = "https://a.org/" + std::to_string(i),
                      html = "<p>" + std::string(50 * i, 'a' + i);
    whole += pack(page(url, html));
    pages.push_back(url + " " + html);
  }
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    std::string damaged = whole;
    for (int n = random() % 4; n >= 0; --n) {
      const size_t at = random() % damaged.size();
      if (random() % 2)
        damaged[at] = static_cast<char>(random());
      else
        damaged.erase(at, random() % 50);
    }
    for (const std::string& found : all(damaged))
      EXPECT_TRUE(found.starts_with("!") || std::count(pages.begin(), pages.end(), found) == 1)
          << found;
  }
}

TEST(Warc, DamageInventsNothing) {
  expect_nothing_invented([](const std::string& bytes) { return packed(bytes); });
  expect_nothing_invented([](const std::string& bytes) { return zstd_packed(bytes); });
}

}  // namespace
}  // namespace selon
