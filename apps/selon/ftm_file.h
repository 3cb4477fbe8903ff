// Claims as entities of FollowTheMoney, which Aleph and OpenAleph load: an Article, its actors, an
// Event for each claim, and a Note on the event with whose word it is.
//
//   FtmFile file;
//   file.add(document);
//   write_file("claims.ftm.json", file.text());  // an entity a line
//
// An Event has involved parties, but no direction, no speaker and no doubt: its name says all three
// in words ("Russia → ASSAULT → Kharkiv [hedged], according to Norway"), its keywords say type,
// mode and firmness, and its Note holds the chain of voices, actors and recipients.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"

namespace selon {

class FtmFile {
 public:
  void add(const Document& document);
  const std::string& text() const { return out_; }

 private:
  void write_article(const Document& document);
  void write_event(const Document& document, const Claim& claim);
  void write_note(const Document& document, const Claim& claim);
  std::vector<std::string> involved(const Document& document, const std::vector<int32_t>& mentions);
  std::string entity(const Document& document, int32_t index);
  void write(const std::string& id, const char* schema, nlohmann::ordered_json properties);

  std::string out_;
  std::set<std::string> written_;  // ids: an actor of many articles is one entity
};

}  // namespace selon
