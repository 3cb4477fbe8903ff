// Metadata, boilerplate and interview turns of real articles, compared with what a reader noted
// down (gold/NNN.meta.json). Needs the folder $SELON_SHARED, or ../shared beside the project.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"
#include "intake/intake.h"
#include "intake/outlets.h"

namespace selon {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path shared() {
  const char* given = std::getenv("SELON_SHARED");
  return given ? fs::path(given) : fs::path(SELON_SOURCE_DIR) / ".." / "shared";
}

class Documents : public testing::TestWithParam<std::string> {
 protected:
  // The article whose name begins with the parameter; false: not here.
  bool load(const std::string& name) {
    const fs::path folder = shared() / "documents";
    if (!fs::is_directory(folder)) return false;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().filename().string().starts_with(name)) path_ = entry.path();
    if (path_.empty()) return false;
    static const Result<IntakeTables> tables = IntakeTables::open(SELON_SOURCE_DIR "/data");
    static const Result<Actors> actors = Actors::open(SELON_SOURCE_DIR "/data");
    EXPECT_TRUE(tables) << tables.error().to_string();
    EXPECT_TRUE(actors) << actors.error().to_string();
    if (!tables || !actors) return false;
    actors_ = &*actors;
    auto raw = Inputs({path_.string()}, {}).next();
    Result<Document> doc = make_document(std::move(**raw), {}, *tables, actors_);
    EXPECT_TRUE(doc) << doc.error().to_string();
    if (doc) doc_ = std::move(*doc);
    return true;
  }
  std::string outlet(const std::string& name) const { return OutletNames(actors_).canonical(name); }

  fs::path path_;
  const Actors* actors_ = nullptr;
  Document doc_;
};

#define LOAD(name) \
  if (!load(name)) GTEST_SKIP() << "no " << shared().string() << "/documents/" << name << "*"

TEST_P(Documents, AsTheReaderNoted) {
  LOAD(GetParam());
  std::ifstream file(shared() / "gold" / (GetParam() + ".meta.json"));
  if (!file) GTEST_SKIP() << "no gold/" << GetParam() << ".meta.json";
  const json gold = json::parse(file);
  const Metadata& meta = doc_.meta;
  EXPECT_EQ(meta.title, gold["title"]);
  EXPECT_EQ(meta.outlet, outlet(gold["outlet"]));
  EXPECT_EQ(meta.author, gold["author"]);
  EXPECT_EQ(meta.published, gold["date"]);
  EXPECT_EQ(meta.language, gold["language"]);
  EXPECT_EQ(meta.translator, gold["translator"]);
  const json& original = gold["original"];
  EXPECT_EQ(meta.original.outlet, outlet(original["outlet"]));
  EXPECT_EQ(meta.original.author, original["author"]);
  EXPECT_EQ(meta.original.published, original["date"]);
  EXPECT_EQ(meta.original.language, original["language"]);
  EXPECT_EQ(meta.original.title, original["title"]);
  std::set<std::string> cited;
  for (const json& name : gold["cited_outlets"]) cited.insert(outlet(name));
  EXPECT_EQ(std::set<std::string>(meta.cites.begin(), meta.cites.end()), cited);

  // What is no article is boilerplate, and only that.
  std::vector<Span> outside;
  for (const json& words : gold["not_article"]) {
    const std::string part = words;
    const size_t at = doc_.text.find(part);
    ASSERT_NE(at, std::string::npos) << part;
    outside.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())});
    bool found = false;
    for (const Block& b : doc_.blocks)
      found = found || (b.kind == BlockKind::kBoilerplate && b.span.contains(outside.back()));
    EXPECT_TRUE(found) << part;
  }
  for (const Block& b : doc_.blocks) {
    if (b.kind != BlockKind::kBoilerplate) continue;
    bool found = false;
    for (Span s : outside) found = found || s.contains(b.span);
    EXPECT_TRUE(found) << doc_.str(b.span);
  }

  std::vector<const Block*> turns;
  for (const Block& b : doc_.blocks)
    if (b.kind == BlockKind::kTurn && !b.continues) turns.push_back(&b);
  ASSERT_EQ(turns.size(), gold["speaker_turns"].size());
  for (size_t i = 0; i < turns.size(); ++i) {
    EXPECT_EQ(turns[i]->speaker, gold["speaker_turns"][i]["speaker"]);
    EXPECT_TRUE(
        doc_.str(turns[i]->span).starts_with(std::string(gold["speaker_turns"][i]["first_words"])))
        << doc_.str(turns[i]->span);
  }
}

INSTANTIATE_TEST_SUITE_P(Shared, Documents, testing::Values("000", "001", "002", "003", "004"),
                         [](const auto& info) { return "document_" + info.param; });

using One = Documents;

TEST_F(One, TranslationOnABlog) {
  LOAD("000");
  const Metadata& meta = doc_.meta;
  EXPECT_TRUE(meta.title.starts_with("Comment le général"));
  EXPECT_EQ(meta.author, "Musa Iqbal");
  EXPECT_EQ(meta.published, "2025-08-28");
  EXPECT_EQ(meta.outlet, "The Intel Drop");
  EXPECT_EQ(meta.translator, "Résistance 71");
  EXPECT_EQ(meta.original.language, "en");
  EXPECT_TRUE(std::find(meta.cites.begin(), meta.cites.end(), "Press TV") != meta.cites.end());
  std::set<std::string> speakers;
  size_t notes = 0, boilerplate = 0;
  for (const Block& b : doc_.blocks) {
    if (b.kind == BlockKind::kEpigraph) speakers.insert(b.speaker);
    notes += b.kind == BlockKind::kNote;
    boilerplate += b.kind == BlockKind::kBoilerplate;
  }
  EXPECT_EQ(speakers, (std::set<std::string>{"Hassan Nasrallah", "General Qassem Soleimani",
                                             "Résistance 71", "Gustav Landauer"}));
  EXPECT_EQ(notes, 3u);
  EXPECT_EQ(boilerplate, 2u);
}

TEST_F(One, TextWithTitleOnly) {
  LOAD("004");
  EXPECT_TRUE(doc_.meta.title.starts_with("Venezuela sollicite"));
  EXPECT_EQ(doc_.meta.author, "");
  EXPECT_EQ(doc_.meta.outlet, "");
  EXPECT_EQ(doc_.meta.published, "");
  EXPECT_EQ(doc_.meta.cites, std::vector<std::string>{"The Washington Post"});
  EXPECT_EQ(doc_.blocks.size(), 4u);
}

}  // namespace
}  // namespace selon
