#include "engine/name_exchange.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace selon {
namespace {

const Analyzer& analyzer() {
  static const auto kAnalyzer = Analyzer::open({});
  EXPECT_TRUE(kAnalyzer.ok()) << kAnalyzer.error().to_string();
  return *kAnalyzer;
}

Document coded(const std::string& text, const char* language = "fr") {
  RawArticle raw;
  raw.bytes = text;
  raw.given.id = raw.given.file = "test";
  auto document =
      analyzer().read(std::move(raw), {.published = "2021-02-03", .language = language});
  EXPECT_TRUE(document.ok());
  EXPECT_TRUE(analyzer().analyze(*document).ok());
  return std::move(*document);
}

const NameExchange* of_kind(const std::vector<NameExchange>& all, const std::string& kind) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const NameExchange& x) { return x.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

TEST(NameExchange, PairsThoseThatTheTextNames) {
  const Document d = coded("La Norvège a attaqué la Suède. Des soldats norvégiens ont fui.");
  const auto all = draw_exchanges(d, analyzer().actors());
  const NameExchange* x = of_kind(all, "countries");
  ASSERT_NE(x, nullptr);
  // "suédois" has one form for both numbers, "norvégiens" has not: Sweden does not fit.
  EXPECT_EQ(x->slugs.size(), 2u);
  EXPECT_NE(x->text, d.text);
  EXPECT_EQ(x->text.find("Norvège"), std::string::npos);
  EXPECT_EQ(x->text.find("norvégiens"), std::string::npos);
  EXPECT_EQ(draw_exchanges(d, analyzer().actors()).front().text, all.front().text);
}

TEST(NameExchange, TwoWithEqualFormsChangePlaces) {
  const Document d = coded("La Norvège a attaqué la Suède.");
  const auto all = draw_exchanges(d, analyzer().actors());
  const NameExchange* x = of_kind(all, "countries");
  ASSERT_NE(x, nullptr);
  EXPECT_EQ(x->text, "La Suède a attaqué la Norvège.");
  for (const NameExchange::Piece& p : x->pieces) {
    EXPECT_EQ(x->before(p.after.begin), p.before.begin);
    EXPECT_EQ(x->before(p.after.end), p.before.end);
  }
  EXPECT_EQ(x->before(static_cast<uint32_t>(x->text.size())), d.text.size());
}

TEST(NameExchange, NamesNobodyByHalf) {
  // The compound names Iran too, and no table exchanges half a word.
  const Document d = coded("L'Iran se réjouit de l'alliance irano-vénézuélienne.");
  for (const NameExchange& x : draw_exchanges(d, analyzer().actors()))
    EXPECT_EQ(x.text.find("irano"), d.text.find("irano"));
}

TEST(NameExchange, TheSameTextComparesEqual) {
  const Document d = coded("La Norvège a attaqué la Suède. Paris a condamné cette attaque.");
  const NameExchange none{.kind = {}, .slugs = {}, .names = {}, .text = d.text, .pieces = {}};
  const ExchangeComparison c = compare_exchanged(d, d, none);
  EXPECT_EQ(c.unchanged, d.claims.size());
  EXPECT_TRUE(c.changed.empty());
}

TEST(NameExchange, TellsWhatChanged) {
  const Document first = coded("La Norvège a attaqué la Suède.");
  const Document second = coded("La Norvège a aidé la Suède.");
  const NameExchange none{.kind = {}, .slugs = {}, .names = {}, .text = second.text, .pieces = {}};
  EXPECT_EQ(compare_exchanged(first, second, none).unchanged, 0u);
  EXPECT_FALSE(compare_exchanged(first, second, none).changed.empty());
}

TEST(NameExchange, OfficesFollowTheNames) {
  // The president of the country named is the person named, in both worlds.
  const Document d = coded(
      "Le président russe Vladimir Poutine a menacé la Finlande. Le président russe a ensuite "
      "critiqué la Suède.");
  for (const NameExchange& x : draw_exchanges(d, analyzer().actors())) {
    const auto other = Analyzer::open({.exchanged = x.slugs});
    ASSERT_TRUE(other);
    const auto second = code_text(*other, d, x.text);
    ASSERT_TRUE(second);
    EXPECT_TRUE(compare_exchanged(d, *second, x).changed.empty()) << x.text;
  }
}

}  // namespace
}  // namespace selon
