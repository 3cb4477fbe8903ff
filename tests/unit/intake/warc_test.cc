#include "intake/warc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "intake/charset.h"
#include "support/gzip.h"

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
       {bomb + large + video + small,
        packed(bomb) + packed(large) + packed(video) + packed(small)}) {
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

// Whatever happens to a packed archive, reading it ends, and a page comes out whole or not at all.
TEST(Warc, DamageInventsNothing) {
  std::string whole;
  Articles pages;
  for (int i = 0; i < 5; ++i) {
    const std::string url = "https://a.org/" + std::to_string(i),
                      html = "<p>" + std::string(50 * i, 'a' + i);
    whole += packed(page(url, html));
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

}  // namespace
}  // namespace selon
