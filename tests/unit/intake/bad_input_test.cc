// What is no article, or hardly one: each is read or refused with its reason, and none crashes.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>

#include "intake/charset.h"
#include "intake/html.h"
#include "intake/inputs.h"
#include "intake/ndjson.h"
#include "intake_fixture.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / ("selon_intake_" + std::to_string(getpid()) + "_" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override {
    for (const auto& entry :
         fs::recursive_directory_iterator(folder_, fs::directory_options::skip_permission_denied))
      fs::permissions(entry.path(), fs::perms::owner_all);
    fs::remove_all(folder_);
  }
  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  // Every article's text, or its error in "!…".
  static std::vector<std::string> all(const std::vector<std::string>& paths,
                                      InputOptions options = {}) {
    std::vector<std::string> out;
    Inputs inputs(paths, options);
    while (auto raw = inputs.next()) {
      if (!*raw) {
        out.push_back("!" + raw->error().to_string());
        continue;
      }
      Result<Document> doc = make_document(std::move(**raw), {}, intake_tables(), nullptr);
      if (doc) {
        EXPECT_EQ(check_invariants(*doc), "");
      }
      out.push_back(doc ? doc->text : "!" + doc.error().to_string());
    }
    return out;
  }
  std::string refused(const std::string& bytes) const {
    const std::string path = file("x.txt", bytes);
    const std::vector<std::string> out = all({path});
    EXPECT_EQ(out.size(), 1u);
    EXPECT_TRUE(out[0].starts_with("!" + path + ": ")) << out[0];
    return out[0].substr(std::min(out[0].size(), path.size() + 3));
  }
  std::string read(const std::string& bytes) const { return all({file("x.txt", bytes)}).at(0); }

  fs::path folder_;
};

TEST_F(BadInput, EmptyBlankAndLoneByteOrderMark) {
  EXPECT_EQ(refused(""), "is empty");
  EXPECT_EQ(refused(" \r\n\t\n"), "holds no text");
  EXPECT_EQ(refused("\xEF\xBB\xBF"), "holds no text");
}

TEST_F(BadInput, Binary) {
  EXPECT_EQ(refused(std::string("Un texte\0et un octet nul", 24)),
            "is a binary file, no text: holds a NUL byte (at byte 8)");
  EXPECT_TRUE(refused("\x7F"
                      "ELF\x01\x02\x03\x04 et des mots")
                  .starts_with("is a binary file"));
}

TEST_F(BadInput, InvalidUtf8InTheMiddle) {
  EXPECT_EQ(refused("La trêve \xFF tient à Genève, a-t-il dit."),
            "byte 0xFF is not UTF-8, and the text is in no other charset that fits (at byte 10)");
}

TEST_F(BadInput, Latin1AndWindows1252) {
  EXPECT_EQ(read("Le pr\xE9sident a cit\xE9 \xAB la tr\xEAve \xBB."),
            "Le président a cité « la trêve ».");
  EXPECT_EQ(read("L\x92\xE9t\xE9 \x96 enfin"), "L’été – enfin");
  EXPECT_EQ(read_article("d\xE9tente")->meta.charset, "WINDOWS-1252");
  EXPECT_EQ(read_article("d\xC3\xA9tente")->meta.charset, "");
}

TEST_F(BadInput, Utf16) { EXPECT_EQ(read(std::string("\xFF\xFEO\0s\0l\0o\0", 10)), "Oslo"); }

TEST_F(BadInput, TooLarge) {
  const std::string message = refused(std::string(50u << 20, 'a'));
  EXPECT_NE(message.find("limit of 16 MiB"), std::string::npos) << message;
}

TEST_F(BadInput, FifteenMegabytesInOneLine) {
  std::string line;
  while (line.size() < 15u << 20) line += "Le ministre (à Oslo) a dit : « la trêve tient » [1]. ";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(read(line).size(), line.size());
  // Generous: the sanitized build is slow. A quadratic step would take hours.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST_F(BadInput, MillionsOfLinesBracketsAndColons) {
  for (const char* piece : {"a\n", "Oslo : oui\n", "(ndt ", "[a](", "“a” (B)\n", "~ A ~\n", "\n"}) {
    std::string text = "Titre";
    while (text.size() < 1u << 20) text += piece;
    EXPECT_EQ(read(text).size(), text.size()) << piece;
  }
}

TEST_F(BadInput, UnbalancedQuotes) {
  EXPECT_EQ(read("« La “trêve tient, dit-il. Puis « encore."),
            "« La “trêve tient, dit-il. Puis « encore.");
}

TEST_F(BadInput, BadNdjsonLineAmongGoodOnes) {
  std::string lines;
  for (int i = 1; i <= 9; ++i)
    lines +=
        i == 7 ? "{\"text\": \n" : "{\"id\":\"a" + std::to_string(i) + "\",\"text\":\"Oslo.\"}\n";
  const std::string path = file("x.ndjson", lines);
  const std::vector<std::string> out = all({path});
  ASSERT_EQ(out.size(), 9u);
  for (size_t i = 0; i < 9; ++i) EXPECT_EQ(i == 6 ? "Oslo." : out[i], "Oslo.");
  EXPECT_TRUE(out[6].starts_with("!" + path + ":7: is no JSON")) << out[6];
}

TEST_F(BadInput, NdjsonFields) {
  Result<RawArticle> raw = read_record(
      R"({"id":"a1","text":"Oslo.","published":"2022-03-04T10:11:12Z","language":"fr","outlet":"O",)"
      R"("author":"A","title":"T","url":"https://o.example/1","other":[1]})");
  ASSERT_TRUE(raw);
  EXPECT_EQ(raw->given.published, "2022-03-04T10:11");
  Result<Document> doc = make_document(std::move(*raw), {}, intake_tables(), nullptr);
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->meta.id, "a1");
  EXPECT_EQ(doc->meta.title, "T");
  EXPECT_EQ(doc->meta.outlet, "O");
  EXPECT_EQ(doc->meta.author, "A");
  EXPECT_EQ(doc->meta.url, "https://o.example/1");
  EXPECT_FALSE(read_record("[]"));
  EXPECT_FALSE(read_record(R"({"id":"a1"})"));
  EXPECT_FALSE(read_record(R"({"text":5})"));
  EXPECT_FALSE(read_record(R"({"text":"Oslo.","published":"hier"})"));
  EXPECT_FALSE(read_record("{\"text\":\"\\ud800\"}"));
  EXPECT_FALSE(read_record(std::string(100000, '[')));
}

TEST_F(BadInput, MissingAndUnreadable) {
  const std::string none = (folder_ / "none.txt").string();
  EXPECT_EQ(all({none}), std::vector<std::string>{"!" + none + ": No such file or directory"});
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const std::string locked = file("locked.txt", "Oslo.");
  fs::permissions(locked, fs::perms::none);
  EXPECT_EQ(all({locked, file("b.txt", "Paris.")}),
            (std::vector<std::string>{"!" + locked + ": Permission denied", "Paris."}));
  fs::create_directories(folder_ / "sub");
  fs::permissions(folder_ / "sub", fs::perms::none);
  EXPECT_EQ(all({folder_.string()}).size(), 3u);
}

TEST_F(BadInput, FoldersInOrder) {
  fs::create_directories(folder_ / "b");
  file("c.txt", "trois");
  file("b/x.txt", "deux");
  file("a.html", "<p>un");
  file(".hidden.txt", "rien");
  file("d.jpg", "rien");
  fs::create_directory_symlink(folder_, folder_ / "loop");
  EXPECT_EQ(all({folder_.string()}), (std::vector<std::string>{"un", "deux", "trois"}));
  fs::create_directories(folder_ / "empty");
  EXPECT_TRUE(all({(folder_ / "empty").string()}).at(0).ends_with(".warc.gz or .warc.zst file"));
}

TEST_F(BadInput, FormatsAreSniffedAndMayBeForced) {
  EXPECT_EQ(all({file("a", "<!DOCTYPE html><p>Oslo")}), std::vector<std::string>{"Oslo"});
  EXPECT_EQ(all({file("b", "{\"text\":\"Oslo\"}\n{\"text\":\"Riga\"}\n")}),
            (std::vector<std::string>{"Oslo", "Riga"}));
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "{\"text\":\"Oslo\"}\n";  // more than one read
  EXPECT_EQ(all({file("d", many)}).size(), 20000u);
  EXPECT_EQ(all({file("e", std::string(200000, 'a'))}).at(0).size(), 200000u);
  EXPECT_EQ(all({file("c.html", "<p>Oslo")}, {.format = InputFormat::kText}),
            std::vector<std::string>{"<p>Oslo"});
  EXPECT_FALSE(parse_input_format("pdf"));
}

TEST_F(BadInput, NestedAndCutOffHtml) {
  for (const char* tag : {"<div>", "<b>", "<span>", "<table><tr><td>", "<ul><li>", "<blockquote>",
                          "<a href=x>", "<svg><g>", "<p><font color=red>", "<section></span>",
                          "<select><option>", "<svg><tr>", "<object>", "<div><b></div>"}) {
    std::string page = "<html><body>";
    for (int i = 0; i < 200000; ++i) page += tag;
    page += "La trêve tient.";
    Result<Document> doc = read_article(page, true);
    if (doc) {
      EXPECT_EQ(check_invariants(*doc), "") << tag;
    }
  }
  std::string deep = "<body>";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  Result<Document> doc = read_article(deep + "La trêve tient.", true);
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->text, "La trêve tient.");

  const std::string page =
      "<html lang=fr><head><title>T</title></head><body><h1>La trêve</h1><p>Elle tient.</p>";
  for (size_t n = 0; n <= page.size(); ++n) (void)read_article(page.substr(0, n), true);
}

TEST_F(BadInput, HtmlWithoutText) {
  Result<Document> doc = read_article("<html><body><script>x()</script></body></html>", true);
  ASSERT_FALSE(doc);
  EXPECT_EQ(doc.error().message, "holds no text");
}

TEST_F(BadInput, RandomBytesNeverBreakADocument) {
  std::mt19937 random(7);
  const std::string pieces[] = {"<",           ">",     "</", "div",       "«",    "»",
                                "\n",          "\n\n",  ":",  "(NdT",      ")",    "~",
                                "Oslo",        " ",     "é",  "[",         "](",   "\"",
                                "3 mars 2022", "Par ",  "Q",  "\xE2\x80",  "\xC3", "{",
                                "}",           "&amp;", "—",  "Source : ", "a"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const size_t n = random() % 60;
    for (size_t i = 0; i < n; ++i)
      bytes += random() % 8 == 0 ? std::string(1, static_cast<char>(random()))
                                 : pieces[random() % std::size(pieces)];
    for (bool html : {false, true}) {
      Result<Document> doc = read_article(bytes, html);
      if (!doc) continue;
      ASSERT_EQ(check_invariants(*doc), "") << bytes;
      if (!html && to_utf8(bytes, "")->charset.empty()) {
        ASSERT_EQ(doc->text, bytes);
      }
      for (const Block& b : doc->blocks) ASSERT_FALSE(b.span.empty()) << bytes;
    }
    (void)read_record(bytes);
  }
}

}  // namespace
}  // namespace selon
