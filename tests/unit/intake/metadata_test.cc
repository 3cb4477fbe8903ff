#include "intake/metadata.h"

#include "intake_fixture.h"

namespace selon {
namespace {

const std::string kBody =
    "Les deux gouvernements ont repris lundi leurs pourparlers à Oslo. Ils ont duré jusqu'au soir, "
    "et personne n'a voulu dire aux journalistes s'ils reprendraient le lendemain.";

Metadata meta_of(const std::string& head, const std::string& tail = "") {
  return read_text("La trêve tient au nord\n\n" + head + "\n\n" + kBody + "\n\n" + tail).meta;
}

TEST(Metadata, OutletAndDateOnOneLine) {
  const Metadata meta = meta_of("Par [Zoé Martin](#)\n\nlecourrier.example, 29 janvier 2021");
  EXPECT_EQ(meta.title, "La trêve tient au nord");
  EXPECT_EQ(meta.author, "Zoé Martin");
  EXPECT_EQ(meta.outlet, "lecourrier.example");
  EXPECT_EQ(meta.published, "2021-01-29");
  EXPECT_EQ(meta.language, "fr");
}

TEST(Metadata, AKnownPapersNameAboveTheTitle) {
  const Metadata meta =
      read_text("Le Monde\n3 mars 2022\n\nLa trêve tient au nord du pays\n\n" + kBody).meta;
  EXPECT_EQ(meta.outlet, "Le Monde");
  EXPECT_EQ(meta.title, "La trêve tient au nord du pays");
  EXPECT_EQ(meta.published, "2022-03-03");
  EXPECT_EQ(read_text("Monde\n\nLa trêve tient au nord du pays\n\n" + kBody).meta.outlet, "");
}

TEST(Metadata, DatesAsPapersWriteThem) {
  EXPECT_EQ(meta_of("Publié le 1er août 2022 à 14h05").published, "2022-08-01T14:05");
  EXPECT_EQ(meta_of("Publié le 1er août 2022 à 14h75").published, "2022-08-01");
  EXPECT_EQ(meta_of("Monday, May 18, 2015").published, "2015-05-18");
  EXPECT_EQ(meta_of("Mis en ligne le 05/03/2022").published, "2022-03-05");
  EXPECT_EQ(meta_of("2022-03-05").published, "2022-03-05");
  EXPECT_EQ(meta_of("31 février 2022").published, "");
}

TEST(Metadata, APlaceBeforeTheDateIsNoOutlet) {
  EXPECT_EQ(meta_of("Paris, le 3 mars 2022").outlet, "");
  EXPECT_EQ(meta_of("Paris, le 3 mars 2022").published, "2022-03-03");
}

TEST(Metadata, APlaceAndTheDayBeforeTheFirstSentence) {
  EXPECT_EQ(read_text("Oslo, 3 mars 2022 — " + kBody).meta.published, "2022-03-03");
  EXPECT_EQ(read_text("La trêve tient\n\nNEW YORK, le 3 mars 2022 - " + kBody).meta.published,
            "2022-03-03");
  EXPECT_EQ(read_text("Le 3 mars 2022 – jour de la trêve – " + kBody).meta.published, "");
  EXPECT_EQ(read_text("La trêve du 3 mars 2022 - " + kBody).meta.published, "");
}

TEST(Metadata, BylinesWithPlaceAndAgency) {
  const Metadata meta = meta_of("Par Awa Traoré, à Bamako (avec AFP)\nPublié le 14 novembre 2023");
  EXPECT_EQ(meta.author, "Awa Traoré");
  EXPECT_EQ(meta.cites, std::vector<std::string>{"AFP"});
  EXPECT_EQ(meta_of("De notre correspondant à Oslo, Erik Lund").author, "Erik Lund");
  EXPECT_EQ(meta_of("By Jane Q. Doe and Omar al-Haddad").author, "Jane Q. Doe and Omar al-Haddad");
  EXPECT_EQ(meta_of("3 mars 2022", "(AFP)").outlet, "AFP");
}

TEST(Metadata, NameAloneUnderTheTitle) {
  const Metadata meta = meta_of("Zoé Martin\n\n3 mars 2022");
  EXPECT_EQ(meta.author, "Zoé Martin");
  EXPECT_EQ(meta_of("Une semaine de calme").author, "");
}

TEST(Metadata, TranslationAndOriginal) {
  const Metadata meta = meta_of(
      "Par Zoé Martin",
      "Article original en anglais : [Calm, at last, in the north](#), Asia Times, le 2 mars "
      "2022.\n\nTraduction : [Ligne Sept](#)");
  EXPECT_EQ(meta.translator, "Ligne Sept");
  EXPECT_EQ(meta.original.title, "Calm, at last, in the north");
  EXPECT_EQ(meta.original.outlet, "Asia Times");
  EXPECT_EQ(meta.original.published, "2022-03-02");
  EXPECT_EQ(meta.original.language, "en");
  EXPECT_EQ(meta.original.author, "Zoé Martin");
  EXPECT_EQ(meta_of("~ Traduit de l’espagnol par Ligne 7 ~").translator, "Ligne 7");
  EXPECT_EQ(meta_of("~ Traduit de l’espagnol par Ligne 7 ~").original.language, "es");
}

TEST(Metadata, WithoutTranslationThereIsNoOriginal) {
  EXPECT_TRUE(meta_of("Par Zoé Martin\n\n3 mars 2022").original.empty());
}

TEST(Metadata, OutletFromTheSourceLine) {
  EXPECT_EQ(meta_of("3 mars 2022", "SOURCE : LE MONDE").outlet, "Le Monde");
  const Metadata meta =
      meta_of("lecourrier.example, 3 mars 2022", "source : <http://nord.example>");
  EXPECT_EQ(meta.outlet, "lecourrier.example");
  EXPECT_EQ(meta.cites, std::vector<std::string>{"nord.example"});
}

TEST(Metadata, CitedOutlets) {
  const Document doc = read_text(
      "Selon Le Monde, la trêve tient. La chaîne norvégienne Nord Un a diffusé un entretien avec "
      "le "
      "ministre. Il a visité le site nucléaire. D'après Reuters, il est parti. Les locaux de la "
      "BBC "
      "sont fermés.");
  EXPECT_EQ(doc.meta.cites, (std::vector<std::string>{"Le Monde", "Nord Un", "Reuters"}));
}

TEST(Metadata, ADayTiedToPublicationWithItsYearInACaption) {
  EXPECT_EQ(meta_of("Le ministre (D) et le maire d'Oslo, le 6 novembre 20. ©Agence\n\n"
                    "Il a rencontré hier, 6 novembre, le maire de la ville, qui a parlé de la paix "
                    "et de la guerre pendant deux heures devant la presse.")
                .published,
            "2020-11-07");
  // No year anywhere, and a date that is tied to nothing.
  EXPECT_EQ(meta_of("Il a rencontré hier, 6 novembre, le maire de la ville.").published, "");
  EXPECT_EQ(meta_of("Le maire d'Oslo, le 6 novembre 2020. ©Agence").published, "");
}

TEST(Metadata, AgencyAndDateBeforeTheText) {
  const Metadata meta = read_text("OSLO, 3 mars 2022 (Reuters) – " + kBody).meta;
  EXPECT_EQ(meta.outlet, "Reuters");
  EXPECT_EQ(meta.published, "2022-03-03");
}

TEST(Metadata, OptionsStandAboveTheText) {
  Result<Document> doc = read_article("Titre de la page\n\n3 mars 2022\n\n" + kBody, false,
                                      {.published = "2023-01-02", .language = "en"});
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->meta.published, "2023-01-02");
  EXPECT_EQ(doc->meta.language, "en");
  EXPECT_FALSE(read_article(kBody, false, {.published = "yesterday"}));
}

TEST(Language, FrenchEnglishAndOthers) {
  const auto language = [](const std::string& text) { return read_text(text).meta.language; };
  EXPECT_EQ(language("Le ministre a dit que la trêve tient."), "fr");
  EXPECT_EQ(language("The minister said that the truce holds."), "en");
  EXPECT_EQ(
      language("El ministro dijo el lunes que la tregua se mantiene en el norte del país y que "
               "las negociaciones van a continuar durante la semana en la capital, según "
               "fuentes del gobierno que pidieron no ser nombradas por la prensa."),
      "es");
  EXPECT_EQ(language("42"), "");
}

}  // namespace
}  // namespace selon
