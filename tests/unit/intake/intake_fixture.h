// Tables, and short ways from a text to a Document.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "intake/intake.h"

namespace selon {

inline const IntakeTables& intake_tables() {
  static const Result<IntakeTables> tables = IntakeTables::open(SELON_SOURCE_DIR "/data");
  if (!tables) ADD_FAILURE() << tables.error().to_string();
  return *tables;
}

inline const Actors* intake_actors() {
  static const Result<Actors> actors = Actors::open(SELON_SOURCE_DIR "/data");
  if (!actors) ADD_FAILURE() << actors.error().to_string();
  return actors ? &*actors : nullptr;
}

inline Result<Document> read_article(const std::string& bytes, bool html = false,
                                     const IntakeOptions& options = {}) {
  RawArticle raw;
  raw.bytes = bytes;
  raw.html = html;
  raw.sha256 = sha256(bytes);
  raw.given.id = raw.given.file = "article";
  return make_document(std::move(raw), options, intake_tables(), intake_actors());
}

inline Document read_text(const std::string& text) {
  Result<Document> doc = read_article(text);
  if (!doc) {
    ADD_FAILURE() << doc.error().to_string();
    return {};
  }
  EXPECT_EQ(doc->text, text);
  EXPECT_EQ(check_invariants(*doc), "");
  return std::move(*doc);
}

// "title: Le titre" "turn+ <Mme Roy>: Nous." for each block
inline std::vector<std::string> outline(const Document& doc) {
  std::vector<std::string> out;
  for (const Block& b : doc.blocks)
    out.push_back(std::string(to_string(b.kind)) + (b.continues ? "+" : "") +
                  (b.speaker.empty() ? "" : " <" + b.speaker + ">") + ": " +
                  std::string(doc.str(b.span)));
  return out;
}

using Outline = std::vector<std::string>;

}  // namespace selon
