#include "intake/http_response.h"

#include <gtest/gtest.h>

#include "support/gzip.h"
#include "support/zstd.h"

namespace selon {
namespace {

std::string body(const std::string& fields, const std::string& bytes, size_t limit = 1000) {
  const Result<std::string> out = http_body(HeaderFields::read(fields), bytes, limit);
  return out ? *out : "!" + out.error().to_string();
}

TEST(HttpResponse, HeadIsParted) {
  const std::string bytes =
      "HTTP/1.1 203 Non-Authoritative\r\nContent-Type: text/html;\r\n charset=x\r\n\r\n<p>";
  const auto head = read_http_head(bytes);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 203);
  EXPECT_EQ(head->fields.get("content-type"), "text/html; charset=x");
  EXPECT_EQ(bytes.substr(head->body), "<p>");
  EXPECT_EQ(read_http_head("HTTP/1.0 200\n\nx")->body, 14u);
  EXPECT_FALSE(read_http_head("HTTP/1.1 200 OK\r\nServer: x\r\n"));
  EXPECT_FALSE(read_http_head("<html>"));
  EXPECT_EQ(read_http_head("HTTP/1.1\r\n\r\n")->status, 0);
}

TEST(HttpResponse, MediaTypes) {
  EXPECT_EQ(media_type("Text/HTML; Charset=\"ISO-8859-15\"; x=y").type, "text/html");
  EXPECT_EQ(media_type("Text/HTML; Charset=\"ISO-8859-15\"; x=y").charset, "iso-8859-15");
  EXPECT_EQ(media_type("text/plain").charset, "");
  EXPECT_EQ(media_type("").type, "");
}

TEST(HttpResponse, ChunksAreJoined) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body(chunked, "4\r\nPari\r\n1;a=b\r\ns\r\n0\r\n\r\n"), "Paris");
  EXPECT_EQ(body(chunked, "<p>Unwrapped by the crawler"), "<p>Unwrapped by the crawler");
  EXPECT_EQ(body(chunked, "4\r\nPari\r\nff\r\ns"), "!the page's chunks are damaged or cut off");
  EXPECT_EQ(body(chunked, "4\r\nPari\r\n"), "!the page's chunks are damaged or cut off");
  EXPECT_EQ(body("", "4\r\nPari\r\n"), "4\r\nPari\r\n");
}

TEST(HttpResponse, PackedPagesAreUnpacked) {
  EXPECT_EQ(body("Content-Encoding: gzip\n", packed("Paris")), "Paris");
  EXPECT_EQ(body("Content-Encoding: zstd\n", zstd_packed("Paris")), "Paris");
  EXPECT_EQ(body("Content-Encoding: zstd\n", "<p>Paris"), "<p>Paris");
  EXPECT_EQ(body("Content-Encoding: deflate\n", packed("Paris", 15)), "Paris");
  EXPECT_EQ(body("Content-Encoding: deflate\n", packed("Paris", -15)), "Paris");
  EXPECT_EQ(body("Content-Encoding: gzip\n", "<p>Paris"), "<p>Paris");
  EXPECT_EQ(body("Content-Encoding: gzip\n", packed("Paris").substr(0, 15)),
            "!the packed data is cut off");
  EXPECT_EQ(body("Content-Encoding: br\n", "x"),
            "!the page is packed with \"br\", which is not read");
  std::string damaged = packed("Paris");
  damaged[damaged.size() - 6] ^= 1;
  EXPECT_EQ(body("Content-Encoding: gzip\n", damaged), "!the packed data is damaged");
}

TEST(HttpResponse, SizesAreLimited) {
  const std::string bomb = packed(std::string(10'000'000, 'x'));
  EXPECT_LT(bomb.size(), 20000u);
  for (const char* fields : {"Content-Encoding: gzip\n", ""})
    EXPECT_TRUE(body(fields, *fields ? bomb : std::string(1001, 'x')).find("limit of 1000") !=
                std::string::npos);
  EXPECT_EQ(body("", std::string(1000, 'x')).size(), 1000u);
}

}  // namespace
}  // namespace selon
