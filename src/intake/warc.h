// The pages of a web archive (ISO 28500: .warc, .warc.gz, .warc.zst), one at a time.
//
//   WarcReader archive("crawl.warc.gz", std::fopen("crawl.warc.gz", "rb"), "");
//   while (auto page = archive.next())
//     if (*page) code(std::move(**page)); else report(page->error());
//
// An article is what a server answered with success ("response", status 2xx) or what was kept
// without an answer ("resource"), as HTML or plain text. Its id and url are WARC-Target-URI, its
// file is the archive's with the record's place behind it ("crawl.warc.gz@1234"), its sha256 that
// of the page as the server had it. The day of the crawl is no day of publication. Everything else
// in an archive (requests, pictures, redirections, robots.txt, the crawler's log) is passed over.
#pragma once
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "intake/archive_bytes.h"
#include "intake/http_response.h"
#include "intake/inputs.h"

namespace selon {

class WarcReader {
 public:
  // Closes the file, unless it is standard input. `begun`: what was read of it already.
  WarcReader(std::string path, std::FILE* file, std::string begun);

  // Nothing at the end. The error of a record that is cut off, damaged or too large names the file
  // and the place of the record in it, and the next call goes on behind. kBadFormat, kTooLarge,
  // kNotReadable.
  std::optional<Result<RawArticle>> next();

  uint64_t read() const { return bytes_.read(); }        // of the file so far
  uint64_t passed_over() const { return passed_over_; }  // records that are no page, so far

 private:
  struct Record {
    HeaderFields fields;
    uint64_t length = 0;           // of its block
    bool page = false;             // the block holds one
    std::string block;             // of a page that is not too large; else empty
    std::optional<HttpHead> head;  // of a server's answer
  };
  bool find_record();
  Result<Record> read_record();
  std::string_view more();
  Status read_head(Record& record);
  Status read_block(Record& record);
  Status take_block(uint64_t length, std::string* out);
  Status end_record();
  void go_on();
  void find_version();
  Result<RawArticle> page_of(Record record) const;
  Error error(ErrorCode code, std::string message) const;

  std::string path_, url_;
  ArchiveBytes bytes_;
  uint64_t offset_ = 0;  // of the record that is being read
  std::string line_;     // what is read already of the line at hand
  uint64_t passed_over_ = 0;
  bool ended_ = false;
};

}  // namespace selon
