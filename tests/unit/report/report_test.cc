#include "report/report.h"

#include <gtest/gtest.h>

namespace selon {
namespace {

Document one_claim(const std::string& voice) {
  Document doc;
  doc.text = "Selon Oslo, Moscou a frappé </script><b>.";
  doc.meta.id = "a.txt";
  doc.meta.outlet = "Le Courrier";
  doc.blocks.push_back({.span = {0, static_cast<uint32_t>(doc.text.size())}});
  doc.entities.push_back({.id = "state/RUS",
                          .name = "Russia",
                          .code = "RUS",
                          .country = "RUS",
                          .kind = EntityKind::kState});
  doc.entities.push_back({.id = "state/UKR",
                          .name = "Ukraine",
                          .code = "UKR",
                          .country = "UKR",
                          .kind = EntityKind::kState});
  doc.mentions.push_back({.span = {12, 18}, .entity = 0, .rule = "test"});
  doc.mentions.push_back({.span = {6, 10}, .entity = 1, .rule = "test"});
  if (!voice.empty())
    doc.attributions.push_back(
        {.cue = {0, 5}, .name = voice, .kind = "person", .content = {12, 20}, .rule = "test"});
  Claim claim;
  claim.quote = claim.trigger = {12, 18};
  claim.event = "ASSAULT";
  claim.actors = {0};
  claim.recipients = {1};
  if (!voice.empty()) claim.voices = {0};
  claim.rule = "test";
  doc.claims.push_back(claim);
  return doc;
}

TEST(Report, HoldsTheDataAndNothingThatEndsTheScript) {
  ReportBuilder report;
  report.add(one_claim("Oslo"), {"0.1.0", "m", "l"});
  const std::string page = report.html("x.db");
  EXPECT_NE(page.find("\"voice\":\"Oslo\""), std::string::npos);
  EXPECT_NE(page.find("\\u003c/script>"), std::string::npos)
      << "the article's own tags are escaped";
  EXPECT_EQ(page.find("</script><b>"), std::string::npos);
  for (const char* mark : {"/*CSS*/", "/*JS*/", "/*DATA*/"})
    EXPECT_EQ(page.find(mark), std::string::npos) << mark;
}

TEST(Report, ClaimsWithoutVoiceAreTheNarrators) {
  ReportBuilder report;
  report.add(one_claim(""), {"0.1.0", "m", "l"});
  EXPECT_NE(report.html("x.db").find("\"voice\":\"Le Courrier\""), std::string::npos);
}

TEST(Report, NarratorsAreNamedAsInTheCommands) {
  Document doc = one_claim("");
  doc.meta.outlet.clear();
  doc.meta.id = "some/folder/a.txt";
  ReportBuilder files;
  files.add(doc, {"0.1.0", "m", "l"});
  EXPECT_NE(files.html("x.db").find("\"voice\":\"a.txt\""), std::string::npos);
  doc.meta.author = "Claire Vasseur";
  ReportBuilder authors;
  authors.add(doc, {"0.1.0", "m", "l"});
  EXPECT_NE(authors.html("x.db").find("\"voice\":\"Claire Vasseur\""), std::string::npos);
}

TEST(Report, CountriesByName) {
  ReportBuilder report(
      [](const std::string& code) { return code == "RUS" ? "the land of " + code : ""; });
  report.add(one_claim("Oslo"), {"0.1.0", "m", "l"});
  const std::string page = report.html("x.db");
  EXPECT_NE(page.find("\"RUS\":\"the land of RUS\""), std::string::npos);
  EXPECT_NE(page.find("\"UKR\":\"UKR\""), std::string::npos) << "unknown names stay codes";
}

// The claim's two sides made what the test wants of them.
Document between(Entity actor, Entity recipient) {
  Document doc = one_claim("");
  doc.entities = {std::move(actor), std::move(recipient)};
  return doc;
}

TEST(Report, ConflictsInsideACountryTieTheActorsThemselves) {
  ReportBuilder report([](const std::string&) { return "Russia"; });
  report.add(between({.id = "local/1",
                      .name = "Russian police",
                      .code = "RUSCOP",
                      .country = "RUS",
                      .sector = "COP"},
                     {.id = "local/2",
                      .name = "demonstrators",
                      .code = "RUSCVL",
                      .country = "RUS",
                      .sector = "CVL"}),
             {"0.1.0", "m", "l"});
  const std::string page = report.html("x.db");
  EXPECT_NE(page.find("\"actor\":\"Russian police\",\"recipient\":\"demonstrators\""),
            std::string::npos);
}

TEST(Report, RebelsDoNotActForTheirCountry) {
  ReportBuilder report;
  report.add(
      between(
          {.id = "state/RUS", .name = "Russia", .code = "RUS", .country = "RUS"},
          {.id = "local/2", .name = "rebels", .code = "UKRREB", .country = "UKR", .sector = "REB"}),
      {"0.1.0", "m", "l"});
  EXPECT_NE(report.html("x.db").find("\"actor\":\"RUS\",\"recipient\":\"rebels\""),
            std::string::npos);
}

TEST(Report, EmptyStoreStillMakesAPage) {
  EXPECT_NE(ReportBuilder().html("x.db").find("\"documents\":[]"), std::string::npos);
}

}  // namespace
}  // namespace selon
