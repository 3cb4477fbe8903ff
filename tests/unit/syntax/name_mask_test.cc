#include "syntax/name_mask.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace selon {
namespace {

const Actors& actors() {
  static const auto kActors = Actors::open(SELON_SOURCE_DIR "/data");
  EXPECT_TRUE(kActors.ok()) << kActors.error().to_string();
  return *kActors;
}

// What is shown of a sentence whose words have spaces between them.
std::string shown(std::string_view sentence, Lang lang = Lang::kFr) {
  static const auto kMask = NameMask::open(SELON_SOURCE_DIR "/data", actors());
  EXPECT_TRUE(kMask.ok()) << kMask.error().to_string();
  std::string out;
  for (const NameMask::Shown& word : kMask->show(split(sentence, ' '), lang))
    out += (out.empty() ? "" : " ") + std::string(word.form);
  return out;
}

TEST(NameMask, ShowsOneSentenceWhoeverItNames) {
  EXPECT_EQ(shown("La Norvège menace le Pérou ."), shown("La Suède menace le Kenya ."));
  EXPECT_NE(shown("La Norvège menace le Pérou ."), "La Norvège menace le Pérou .");
  EXPECT_EQ(shown("des navires norvégiens"), shown("des navires tunisiens"));
  EXPECT_EQ(shown("Madrid refuse"), shown("Lisbonne refuse"));
  EXPECT_EQ(shown("Margaret Thatcher et le Kremlin"), shown("Theresa May et le Kremlin"));
  EXPECT_EQ(shown("Norway threatens a Peruvian ship", Lang::kEn),
            shown("Sweden threatens a Kenyan ship", Lang::kEn));
}

TEST(NameMask, KeepsCapitalsNumberAndOnset) {
  EXPECT_EQ(shown("les Norvégiens").substr(4, 1), "M");  // of the stand-in "Marocains"
  EXPECT_EQ(shown("LA NORVÈGE"), "LA FRANCE");
  EXPECT_NE(shown("norvégienne"), shown("norvégiennes"));
  EXPECT_NE(shown("l' Écosse"), shown("la Suède"));
}

TEST(NameMask, LeavesCommonWordsAndUnknownNamesAlone) {
  for (const char* sentence :
       {"Le chat de Zorglub dort .", "le Conseil de sécurité", "une orange", "Orange recrute"})
    EXPECT_EQ(shown(sentence), sentence);
}

TEST(NameMask, KnowsTheLemmaOfADemonym) {
  const auto mask = NameMask::open(SELON_SOURCE_DIR "/data", actors());
  ASSERT_TRUE(mask);
  const std::vector<std::string_view> words = {"troupes", "norvégiennes"};
  EXPECT_EQ(mask->show(words, Lang::kFr)[1].lemma, "norvégien");
  EXPECT_TRUE(mask->show(words, Lang::kFr)[0].lemma.empty());
}

}  // namespace
}  // namespace selon
