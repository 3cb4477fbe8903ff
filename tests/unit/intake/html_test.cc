#include "intake/html.h"

#include "intake/html_nesting.h"
#include "intake_fixture.h"

namespace selon {
namespace {

const std::string kFirst =
    "Les deux gouvernements ont repris lundi leurs pourparlers à Oslo, selon la radio publique.";
const std::string kSecond =
    "Ils ont duré jusqu'au soir, et personne n'a voulu dire, à la sortie, s'ils reprendraient.";

Document page(const std::string& html) {
  Result<Document> doc = read_article(html, true);
  if (!doc) {
    ADD_FAILURE() << doc.error().to_string();
    return {};
  }
  EXPECT_EQ(check_invariants(*doc), "");
  return std::move(*doc);
}

TEST(Html, NewsPage) {
  const Document doc = page(
      "<!doctype html><html lang='fr'><head><title>La trêve tient | Le Lien</title>"
      "<meta property='og:site_name' content='Le Lien'>"
      "<meta property='article:published_time' content='2022-03-04T08:15:00+01:00'>"
      "<link rel=canonical href='https://lelien.example/treve'></head><body>"
      "<nav><ul><li><a href=/>Accueil</a><li><a href=/monde>Monde</a></ul></nav>"
      "<article><h1>La trêve tient</h1><p class=chapo>Un mois sans un coup de feu</p>"
      "<div class='byline'>Par <a rel=author href=/z>Zoé Martin</a></div>"
      "<figure><img src=a.jpg><figcaption>Les pourparlers d'Oslo</figcaption></figure>"
      "<p>" +
      kFirst + "</p><p>" + kSecond +
      "</p><blockquote>«&nbsp;La paix, enfin.&nbsp;»</blockquote>"
      "<h2>Une longue attente</h2><p>" +
      kSecond +
      "</p>"
      "<div class=share-buttons>Partagez cette page avec vos proches</div></article>"
      "<aside><p>" +
      kFirst +
      "</p></aside>"
      "<section id='comments'><p>Un lecteur : " +
      kFirst +
      "</p></section>"
      "<footer>Tous droits réservés</footer></body></html>");
  EXPECT_EQ(doc.meta.title, "La trêve tient");
  EXPECT_EQ(doc.meta.outlet, "Le Lien");
  EXPECT_EQ(doc.meta.author, "Zoé Martin");
  EXPECT_EQ(doc.meta.published, "2022-03-04T08:15");
  EXPECT_EQ(doc.meta.url, "https://lelien.example/treve");
  EXPECT_EQ(doc.meta.language, "fr");
  EXPECT_EQ(outline(doc), (Outline{"title: La trêve tient", "subtitle: Un mois sans un coup de feu",
                                   "byline: Par Zoé Martin", "caption: Les pourparlers d'Oslo",
                                   "paragraph: " + kFirst, "paragraph: " + kSecond,
                                   "paragraph: «\u00A0La paix, enfin.\u00A0»",
                                   "subtitle: Une longue attente", "paragraph: " + kSecond}));
}

TEST(Html, ParagraphsAmongDivsAndLinkLists) {
  const Document doc = page(
      "<body><div id=top><a href=1>Monde</a> <a href=2>Europe</a></div><div class=page>"
      "<div class=col1><h1>La trêve tient</h1><div><p>" +
      kFirst + "</p></div><div><p>" + kSecond + "</p></div></div><div class=col2><a href=3>" +
      kFirst + "</a><a href=4>" + kSecond + "</a></div></div>");
  EXPECT_EQ(outline(doc),
            (Outline{"title: La trêve tient", "paragraph: " + kFirst, "paragraph: " + kSecond}));
}

TEST(Html, JsonLdInAGraphStandsAboveMeta) {
  const Document doc = page(
      R"(<head><meta name=author content="Un Autre"><script type="application/ld+json">)"
      R"({"@graph":[{"@type":"WebSite","name":"Non"},{"@type":["NewsArticle"],"headline":"La trêve",)"
      R"("author":[{"@type":"Person","name":"Zoé Martin"},{"name":"Ada Lind"}],)"
      R"("publisher":{"name":"Le Lien"},"datePublished":"2022-03-04","inLanguage":"fr-FR"}]})"
      R"(</script></head><p>)" +
      kFirst);
  EXPECT_EQ(doc.meta.title, "La trêve");
  EXPECT_EQ(doc.meta.author, "Zoé Martin, Ada Lind");
  EXPECT_EQ(doc.meta.outlet, "Le Lien");
  EXPECT_EQ(doc.meta.published, "2022-03-04");
}

TEST(Html, BrokenJsonLdIsPassedOver) {
  EXPECT_EQ(
      page("<script type='application/ld+json'>{\"headline\":</script><p>" + kFirst).meta.title,
      "");
}

TEST(Html, BrokenMarkup) {
  const Document doc = page("<p>" + kFirst +
                            "<p><b>Ils <i>ont</b> duré</i> &eacute;t&eacute;&#33;<br>"
                            "Encore<br><br>Fin</div></table><p>" +
                            kSecond);
  EXPECT_EQ(doc.text, kFirst + "\n\nIls ont duré été!\nEncore\n\nFin\n\n" + kSecond);
}

TEST(Html, ClassNamesThatHideEverythingAreNotBelieved) {
  const Document doc = page("<body><div class=sidebar-widget><p>" + kFirst + kFirst + "</p><p>" +
                            kSecond + kSecond + "</p></div>");
  EXPECT_NE(doc.text.find(kFirst), std::string::npos);
}

TEST(Html, DeclaredCharset) {
  EXPECT_EQ(declared_charset("<meta charset=\"ISO-8859-15\">"), "iso-8859-15");
  EXPECT_EQ(page("<meta charset=iso-8859-1><p>L'\xE9t\xE9 \x96 enfin").text, "L'été – enfin");
}

TEST(HtmlNesting, KeepsTextAndBounds) {
  EXPECT_EQ(limit_nesting("<b><i><div>Oslo</div></i></b>"), "<div>Oslo</div>");
  EXPECT_EQ(limit_nesting("a < b <!-- <div> --> c"), "a < b <!-- <div> --> c");
  EXPECT_EQ(limit_nesting("<script>if (a<b) '</div>'</script>x"),
            "<script>if (a<b) '</div>'</script>x");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  EXPECT_EQ(limit_nesting(deep).size(), kMaxNesting * 5);
}

}  // namespace
}  // namespace selon
