#include "text/text_splitter.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "text/markup.h"
#include "text/sentences.h"

namespace selon {
namespace {

const TextSplitter& splitter() {
  static const TextSplitter instance = [] {
    Result<TextSplitter> opened = TextSplitter::open(std::string(SELON_SOURCE_DIR) + "/data");
    if (!opened) throw std::runtime_error(opened.error().to_string());
    return *opened;
  }();
  return instance;
}

Document split(std::string text, std::string language = "fr") {
  Document doc;
  doc.text = std::move(text);
  doc.meta.language = std::move(language);
  splitter().split(doc);
  EXPECT_EQ(check_invariants(doc), "");
  return doc;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "|") + part;
  return out;
}

std::string tokens(const std::string& text, const std::string& language = "fr") {
  const Document doc = split(text, language);
  std::vector<std::string> out;
  for (const Token& t : doc.tokens) out.emplace_back(doc.str(t.span));
  return join(out);
}

std::string words(const std::string& text, const std::string& language = "fr") {
  const Document doc = split(text, language);
  std::vector<std::string> out;
  for (const Word& w : doc.words) out.push_back(w.form);
  return join(out);
}

std::vector<std::string> sentences(const std::string& text, const std::string& language = "fr") {
  const Document doc = split(text, language);
  std::vector<std::string> out;
  for (const Sentence& s : doc.sentences) out.emplace_back(doc.str(s.span));
  return out;
}

TEST(FrenchTokens, ElisionsStandAlone) {
  EXPECT_EQ(tokens("l'eau qu’elle boit jusqu'à l’aube"), "l'|eau|qu’|elle|boit|jusqu'|à|l’|aube");
  EXPECT_EQ(tokens("aujourd’hui quelqu'un, c'est-à-dire l'on"),
            "aujourd’hui|quelqu'un|,|c'est-à-dire|l'on");
  EXPECT_EQ(tokens("d'aujourd'hui O'Brien"), "d'|aujourd'hui|O'Brien");
}

TEST(FrenchTokens, CliticsLeaveTheirVerb) {
  EXPECT_EQ(tokens("a-t-il dit-on m'a-t-on est-ce viendra-t-elle"),
            "a|-t-il|dit|-on|m'|a|-t-on|est|-ce|viendra|-t-elle");
  EXPECT_EQ(tokens("donne-le-moi allons-nous-en"), "donne|-le|-moi|allons|-nous|-en");
  EXPECT_EQ(tokens("qu'est-ce que EST-CE"), "qu'|est|-ce|que|EST|-CE");
  EXPECT_EQ(tokens("ce jour-là, celui-ci"), "ce|jour|-là|,|celui-ci");
}

TEST(FrenchTokens, HyphenatedWordsStayWhole) {
  EXPECT_EQ(tokens("États-Unis franco-allemand peut-être rendez-vous Bar-le-Duc après-midi"),
            "États-Unis|franco-allemand|peut-être|rendez-vous|Bar-le-Duc|après-midi");
}

TEST(FrenchTokens, Numbers) {
  EXPECT_EQ(tokens("20 000 hommes, 1\u202F250\u00A0000 euros et 3,5 %"),
            "20 000|hommes|,|1\u202F250\u00A0000|euros|et|3,5|%");
  EXPECT_EQ(tokens("à 12h30 ou 16h, le 1er, 40%, 2015-2016, 23/12/2006"),
            "à|12|h|30|ou|16|h|,|le|1er|,|40|%|,|2015-2016|,|23/12/2006");
  EXPECT_EQ(tokens("en 2015 300 élus"), "en|2015|300|élus");
  EXPECT_EQ(tokens("25 °C et n° 3"), "25|°C|et|n°|3");
}

TEST(FrenchTokens, NetworkNames) {
  EXPECT_EQ(tokens("Voir https://example.org/a_(b)?c=1, www.example.fr. Ou moi@example.org !"),
            "Voir|https://example.org/a_(b)?c=1|,|www.example.fr|.|Ou|moi@example.org|!");
  EXPECT_EQ(tokens("Sur exemple.fr, #Paix @nous"), "Sur|exemple.fr|,|#Paix|@nous");
  EXPECT_EQ(tokens("La fin.Le début"), "La|fin|.|Le|début");
}

TEST(FrenchTokens, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(tokens("M. Durand et J.-C. Petit, O.N.U., p. 12, etc."),
            "M.|Durand|et|J.-C.|Petit|,|O.N.U.|,|p.|12|,|etc.");
  EXPECT_EQ(tokens("M.Durand, J.P. Petit et D.III"), "M.|Durand|,|J.P.|Petit|et|D.III");
  EXPECT_EQ(tokens("Il lit la p. Elle dort."), "Il|lit|la|p|.|Elle|dort|.");
}

TEST(FrenchTokens, Punctuation) {
  EXPECT_EQ(tokens("« Quoi ?! » – \"oui\"... (non…)"), "«|Quoi|?!|»|–|\"|oui|\"|...|(|non|…|)");
  EXPECT_EQ(tokens("le(s) candidat(e)s et/ou"), "le(s)|candidat(e)s|et|/|ou");
  EXPECT_EQ(tokens("👩‍👩‍👧👍🏽 🇫🇷🇧🇪"),
            "👩‍👩‍👧|👍🏽|🇫🇷|🇧🇪");
}

TEST(FrenchTokens, MarkupIsLeftOut) {
  EXPECT_EQ(tokens("Par [Anne Petit](#), du *Courrier*."), "Par|Anne|Petit|,|du|Courrier|.");
  EXPECT_EQ(tokens("a [1] (b) [c](d e) *f*"), "a|[|1|]|(|b|)|[|c|]|(|d|e|)|*|f|*");
  const Document doc = split("[Oslo](https://example.org/x), ville");
  EXPECT_FALSE(doc.tokens[0].space_after);
  EXPECT_TRUE(doc.tokens[1].space_after);
}

TEST(FrenchWords, ContractionsPart) {
  EXPECT_EQ(words("Au nord, aux portes, auxquels"), "À|le|nord|,|à|les|portes|,|à|lesquels");
  EXPECT_EQ(words("Duquel DESQUELS AU du des"), "De|lequel|DE|LESQUELS|À|LE|du|des");
  EXPECT_EQ(words("l’été"), "l'|été");
  const Document doc = split("au");
  ASSERT_EQ(doc.words.size(), 2u);
  EXPECT_EQ(doc.str(doc.words[1].span), "au");
}

TEST(EnglishTokens, ContractionsAreOneTokenOfTwoWords) {
  EXPECT_EQ(tokens("They don't, he’s; Iran's cannot.", "en"),
            "They|don't|,|he’s|;|Iran's|cannot|.");
  EXPECT_EQ(words("They don't, he’s; Iran's cannot.", "en"),
            "They|do|n't|,|he|'s|;|Iran|'s|can|not|.");
  EXPECT_EQ(words("the states' armies and 'the states' too", "en"),
            "the|states|'|armies|and|'|the|states|'|too");
}

TEST(EnglishTokens, HyphensPartButForPrefixes) {
  EXPECT_EQ(tokens("al-Qaeda anti-war well-known e-mail 3-5 555-1234", "en"),
            "al|-|Qaeda|anti-war|well|-|known|e-mail|3|-|5|555-1234");
  EXPECT_EQ(tokens("5pm 7:30am 20th 1990s $2bn 60%", "en"), "5|pm|7:30|am|20th|1990s|$|2|bn|60|%");
}

TEST(Sentences, AbbreviationsAndInitialsDoNotEndThem) {
  EXPECT_EQ(sentences("M. Durand parle. J. Petit et Mme. Roy écoutent.").size(), 2u);
  EXPECT_EQ(sentences("He met Sen. Roe of the U.S. Senate. The U.S. He left.", "en").size(), 3u);
  EXPECT_EQ(sentences("Pommes, poires, etc. Puis rien.").size(), 2u);
}

TEST(Sentences, QuotationsKeepTheirIncise) {
  EXPECT_EQ(sentences("« Quand viendra-t-il ? », a demandé Zoé.").size(), 1u);
  EXPECT_EQ(sentences("\"Why now?\" she asked.", "en").size(), 1u);
  EXPECT_EQ(sentences("Elle a dit : « Je pars. » Il reste.").size(), 2u);
  EXPECT_EQ(sentences("Elle a dit : \"Je pars.\" Il reste."),
            (std::vector<std::string>{"Elle a dit : \"Je pars.\"", "Il reste."}));
  EXPECT_EQ(sentences("« Non ! » crie-t-il. « Jamais. »").size(), 2u);
}

TEST(Sentences, ADatelineStandsAlone) {
  EXPECT_EQ(join(sentences("OSLO, March 3 (Reuters) - Rome left. It said so.", "en")),
            "OSLO, March 3 (Reuters) -|Rome left.|It said so.");
  EXPECT_EQ(join(sentences("Oslo, 3 mars (AFP) – Rome est partie.")),
            "Oslo, 3 mars (AFP) –|Rome est partie.");
  EXPECT_EQ(join(sentences("Rome - and it alone - left.", "en")), "Rome - and it alone - left.");
  EXPECT_EQ(join(sentences("Rome left (again) and stayed away - Oslo said.", "en")),
            "Rome left (again) and stayed away - Oslo said.");
}

TEST(Sentences, EllipsesGoOnInLowerCase) {
  EXPECT_EQ(sentences("Il hésite… puis part... sans un mot. Fin.").size(), 2u);
  EXPECT_EQ(sentences("Il hésite... Elle part.").size(), 2u);
}

TEST(Sentences, BlocksAndListItemsEndThem) {
  EXPECT_EQ(sentences("Un titre sans point\n\nLe texte\ncontinue ici."),
            (std::vector<std::string>{"Un titre sans point", "Le texte\ncontinue ici."}));
  EXPECT_EQ(sentences("Il faut :\n- du pain\n- du vin").size(), 3u);
  EXPECT_EQ(sentences("1. Le premier point.").size(), 1u);
}

TEST(Sentences, ACaptionThatRanIntoTheTextEnds) {
  EXPECT_EQ(sentences("Le pont rouvert après la crue Les habitants attendaient depuis mars."),
            (std::vector<std::string>{"Le pont rouvert après la crue",
                                      "Les habitants attendaient depuis mars."}));
  EXPECT_EQ(sentences("Une rue de Kotka (photo d'archives) Dans la ville, tout est calme.").size(),
            2u);
  EXPECT_EQ(sentences("Flood bridge opens again The town had waited.", "en").size(), 2u);
  // Names and works hold such words too.
  EXPECT_EQ(sentences("Elle a lu dans Les amants que Le Havre et La Haye se parlent.").size(), 1u);
  EXPECT_EQ(sentences("Le groupe A joue de la vitamine D avant tout.").size(), 1u);
  EXPECT_EQ(sentences("Mayor Roe In the Lead", "en").size(), 1u);
}

TEST(Sentences, HeadingsThatLostTheirLinesStandAlone) {
  EXPECT_EQ(join(sentences("Kotka attend les secours. Voir aussi - Le pont de Kotka.")),
            "Kotka attend les secours.|Voir aussi|- Le pont de Kotka.");
  EXPECT_EQ(join(sentences("La crue du fleuve Chronologie En mars, le pont cède.")),
            "La crue du fleuve|Chronologie|En mars, le pont cède.");
  EXPECT_EQ(join(sentences("Kotka waits. Related articles The bridge of Kotka", "en")),
            "Kotka waits.|Related articles|The bridge of Kotka");
  EXPECT_EQ(sentences("Sources proches du maire : deux.").size(), 1u);
  EXPECT_EQ(sentences("Le journal Repères Kotka paraît en mars.").size(), 1u);
}

TEST(Sentences, TitlesAndListsThatLostTheirLinesEnd) {
  EXPECT_EQ(sentences("Un pont rouvert En 1997, la crue l'avait emporté.").size(), 2u);
  EXPECT_EQ(
      join(sentences("Deux ponts de Kotka - Le premier tient. - Les piles du second cèdent.")),
      "Deux ponts de Kotka|- Le premier tient.|- Les piles du second cèdent.");
  EXPECT_EQ(join(sentences("CRUE DU FLEUVE Kotka attend les secours.")),
            "CRUE DU FLEUVE|Kotka attend les secours.");
  EXPECT_EQ(sentences("Kotka - Le maire attend les secours.").size(), 1u);
  EXPECT_EQ(sentences("Le maire - un ancien marin - Le Goff attend les secours.").size(), 1u);
  EXPECT_EQ(sentences("ONU Femmes attend les secours.").size(), 1u);
}

TEST(Sentences, ALongLineIsCut) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += i % 50 == 49 ? "mot, " : "mot ";
  const Document doc = split(text);
  for (const Sentence& s : doc.sentences)
    EXPECT_LE(s.end_token - s.first_token, static_cast<int32_t>(kLongestSentence));
  EXPECT_EQ(doc.str(doc.tokens[doc.sentences[0].end_token - 1].span), ",");
}

TEST(Sentences, LineEndsAndNoBreakSpacesAreSpaces) {
  EXPECT_EQ(tokens("\uFEFFOui,\r\nnon\u00A0;\tpeut-être\u2028fin"), "Oui|,|non|;|peut-être|fin");
}

// Random text: every character that is no white space and no markup is in exactly one token.
TEST(TextProperties, TokensCoverTheText) {
  const std::vector<std::string> pieces = {
      "a",    "É",    "e\u0301", "l'",     "’",           "-",      "-t-il",  "M.",     ".",
      "...",  "…",    "20",      " 000",   ",5",          "h30",    "«",      "» ",     "“",
      "”",    "\"",   "'",       "n't",    "'s",          " ",      "\u00A0", "\u202F", "\r\n",
      "\n\n", "\t",   "\uFEFF",  "\u2028", "\x01",        "\x7F",   "👩",      "\u200D", "🏽",
      "🇫🇷",   "[",    "](#)",    "*",      "http://x.y/", "@",      "#",      "_",      "(",
      ")",    "漢字", "ع",       "ß",      "Aux",         "duquel", "\u00AD", "?",      "!",
      ":",    "%",    "°C"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int n = static_cast<int>(random() % 40); n > 0; --n)
      text += pieces[random() % pieces.size()];
    Document doc = split(text, round % 2 ? "fr" : "en");
    std::vector<int> covered(text.size());
    uint32_t last = 0;
    for (const Token& t : doc.tokens) {
      ASSERT_GE(t.span.begin, last) << text;
      last = t.span.end;
      for (uint32_t i = t.span.begin; i < t.span.end; ++i) ++covered[i];
    }
    for (const Span s : find_markup(text))
      for (uint32_t i = s.begin; i < s.end; ++i) ++covered[i];
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      if (is_space(decode(text, at))) continue;
      ASSERT_EQ(covered[begin], 1) << "byte " << begin << " of " << text;
    }
  }
}

TEST(LanguageTablesFile, BadRowsAreNamed) {
  const Result<LanguageTables> missing = LanguageTables::open("/nonexistent", "fr");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace selon
