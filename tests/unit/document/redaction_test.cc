#include "document/redaction.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace selon {
namespace {

struct Scene {
  Document doc;

  explicit Scene(const std::string& text) {
    doc.text = text;
    doc.meta.language = "fr";
    doc.blocks.push_back({span(text)});
  }
  Span span(const std::string& words) const {
    const size_t at = doc.text.find(words);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }
  int32_t person(const std::string& name, bool is_public) {
    doc.entities.push_back({.id = "local/" + std::to_string(doc.entities.size()),
                            .name = name,
                            .code = is_public ? "FRAGOV" : "FRA",
                            .kind = EntityKind::kPerson,
                            .is_public = is_public});
    const auto entity = static_cast<int32_t>(doc.entities.size() - 1);
    doc.mentions.push_back({.span = span(name), .entity = entity, .rule = "test"});
    return entity;
  }
};

TEST(Redaction, NamesOfPrivatePersonsAreHidden) {
  Scene scene(
      "Hélène Morel accuse Jean Castex. Selon MOREL, la famille Morel-Duval le sait : « Oui. »");
  const int32_t morel = scene.person("Hélène Morel", false);
  scene.person("Jean Castex", true);
  Document& doc = scene.doc;
  doc.meta.title = "Hélène Morel contre Castex";
  doc.attributions.push_back({.cue = scene.span("Selon"),
                              .source = scene.span("MOREL"),
                              .entity = morel,
                              .name = "Hélène Morel",
                              .content = scene.span("la famille Morel-Duval le sait"),
                              .rule = "test"});
  doc.claims.push_back({.quote = scene.span("Hélène Morel accuse Jean Castex"),
                        .trigger = scene.span("accuse"),
                        .actors = {0},
                        .recipients = {1},
                        .rule = "test"});
  const std::string before = doc.text;
  EXPECT_EQ(redact_private(doc), 1);
  EXPECT_EQ(
      doc.text,
      "██████ █████ accuse Jean Castex. Selon █████, la famille █████-Duval le sait : « Oui. »");
  EXPECT_EQ(count_code_points(doc.text), count_code_points(before));
  EXPECT_EQ(doc.meta.title, "██████ █████ contre Castex");
  EXPECT_EQ(doc.entities[morel].name, "private person 1");
  EXPECT_EQ(doc.entities[morel].code, "FRA");
  EXPECT_EQ(doc.attributions[0].name, "private person 1");
  EXPECT_EQ(doc.str(doc.attributions[0].source), "█████");
  EXPECT_EQ(doc.str(doc.attributions[0].content), "la famille █████-Duval le sait");
  EXPECT_EQ(doc.str(doc.claims[0].trigger), "accuse");
  EXPECT_EQ(doc.str(doc.mentions[1].span), "Jean Castex");
  EXPECT_EQ(doc.blocks[0].span.end, doc.text.size());
  EXPECT_EQ(check_invariants(doc), "");
}

// What another name of the text shares is hidden in the person's own name alone.
TEST(Redaction, SharedWordsStayElsewhere) {
  Scene scene("France Morel vit en France.");
  scene.person("France Morel", false);
  scene.doc.places.push_back({.span = scene.span("France."), .name = "France"});
  EXPECT_EQ(redact_private(scene.doc), 1);
  EXPECT_EQ(scene.doc.text, "██████ █████ vit en France.");
}

TEST(Redaction, WhomNothingTiesToACountryOrSectorIsPrivate) {
  Scene scene("Sa fille, Anne Morel, manifeste.");
  scene.doc.entities[scene.person("Anne Morel", true)].code = "UNK";
  EXPECT_EQ(redact_private(scene.doc), 1);
  EXPECT_EQ(scene.doc.text, "Sa fille, ████ █████, manifeste.");
}

TEST(Redaction, AuthorsAndPublicPersonsStay) {
  Scene scene("Luc Morel a vu Jean Castex.");
  scene.person("Luc Morel", false);
  scene.person("Jean Castex", true);
  scene.doc.meta.author = "Luc Morel";
  const std::string before = scene.doc.text;
  EXPECT_EQ(redact_private(scene.doc), 0);
  EXPECT_EQ(scene.doc.text, before);
}

}  // namespace
}  // namespace selon
