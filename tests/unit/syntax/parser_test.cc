#include "syntax/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "document/conllu.h"
#include "document/conllu_reader.h"
#include "syntax/lemmatizer.h"

namespace selon {
namespace {

const std::string kModels = std::string(SELON_SOURCE_DIR) + "/models/";
const std::string kLexicon = std::string(SELON_BUILD_DIR) + "/share/selon/lexicon.fr.bin";
const std::string kTables = std::string(SELON_SOURCE_DIR) + "/data";

const Parser& parser(const std::string& language) {
  static const auto open = [](const std::string& name) {
    auto opened = Parser::open(
        {.model = kModels + name + ".selon-model", .lexicon = kLexicon, .data_dir = kTables});
    EXPECT_TRUE(opened) << opened.error().to_string();
    return std::move(*opened);
  };
  static const Parser french = open("fr");
  static const Parser english = open("en");
  return language == "fr" ? french : english;
}

// Without a lexicon, what the edit script gives is spelt as a word that the network knows.
TEST(Lemmatizer, SpellsAsKnown) {
  const auto model = Model::open(kModels + "en.selon-model");
  ASSERT_TRUE(model) << model.error().to_string();
  const Lexicon none;
  const Lemmatizer lemmatizer(*model, none);
  EXPECT_EQ(lemmatizer.guess("skirmishes", Upos::kNoun, "1+"), "skirmish");
  EXPECT_EQ(lemmatizer.guess("rivalries", Upos::kNoun, "1+"), "rivalry");
  EXPECT_EQ(lemmatizer.guess("endorsing", Upos::kVerb, "3+"), "endorse");
  EXPECT_EQ(lemmatizer.seen("overthrew", Upos::kVerb), "overthrow");  // from the table
  EXPECT_EQ(lemmatizer.guess("xqzzing", Upos::kVerb, "3+"), "xqzz");  // knows no better
  EXPECT_EQ(lemmatizer.guess("Endorsing", Upos::kPropn, "U0+"), "Endorsing");
}

// A document of sentences whose tokens are separated by spaces, one sentence a line.
Document tokens(const std::string& lines) {
  std::string conllu;
  int id = 0;
  std::string form;
  for (const char c : lines + "\n") {
    if (c != ' ' && c != '\n') {
      form += c;
      continue;
    }
    if (!form.empty()) conllu += std::to_string(++id) + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
    form.clear();
    if (c == '\n') {
      conllu += '\n';
      id = 0;
    }
  }
  auto document = read_conllu(conllu, "test");
  EXPECT_TRUE(document) << document.error().to_string();
  return std::move(*document);
}

Document parsed(const std::string& lines, const std::string& language = "fr") {
  Document document = tokens(lines);
  parser(language).run(document);
  EXPECT_EQ(check_invariants(document), "");
  return document;
}

// "nsubj(tient)": relation and head of the n-th word with this form.
std::string arc(const Document& document, const std::string& form) {
  for (const Word& word : document.words) {
    if (word.form == form) {
      return word.deprel + '(' + (word.head == kNone ? "" : document.words[word.head].form) + ')';
    }
  }
  return "no such word";
}

const Word& word(const Document& document, const std::string& form) {
  for (const Word& w : document.words) {
    if (w.form == form) return w;
  }
  ADD_FAILURE() << form;
  return document.words[0];
}

TEST(Parser, ReadsAFrenchSentence) {
  const Document d = parsed("Selon Oslo , le ministre a rencontré les ambassadeurs à Vienne .");
  EXPECT_EQ(arc(d, "rencontré"), "root()");
  EXPECT_EQ(arc(d, "ministre"), "nsubj(rencontré)");
  EXPECT_EQ(arc(d, "Selon"), "case(Oslo)");
  EXPECT_EQ(arc(d, "ambassadeurs"), "obj(rencontré)");
  EXPECT_EQ(arc(d, "a"), "aux:tense(rencontré)");
  EXPECT_EQ(word(d, "ambassadeurs").lemma, "ambassadeur");
  EXPECT_EQ(word(d, "rencontré").lemma, "rencontrer");
  EXPECT_EQ(word(d, "Oslo").upos, Upos::kPropn);
  EXPECT_EQ(word(d, "ministre").morph.number, Number::kSing);
}

TEST(Parser, ReadsThePassiveAndTheConditional) {
  const Document d = parsed("Le convoi aurait été attaqué par les rebelles .");
  EXPECT_EQ(word(d, "aurait").morph.mood, Mood::kCnd);
  EXPECT_EQ(arc(d, "convoi"), "nsubj:pass(attaqué)");
  EXPECT_EQ(arc(d, "été"), "aux:pass(attaqué)");
  EXPECT_EQ(arc(d, "rebelles"), "obl:agent(attaqué)");
}

TEST(Parser, ApostrophesAreEqual) {
  const Document straight = parsed("L' armée n' a pas confirmé l' attaque .");
  const Document curly = parsed("L’ armée n’ a pas confirmé l’ attaque .");
  for (std::size_t i = 0; i < straight.words.size(); ++i) {
    EXPECT_EQ(straight.words[i].head, curly.words[i].head);
    EXPECT_EQ(straight.words[i].upos, curly.words[i].upos);
    EXPECT_EQ(straight.words[i].lemma, curly.words[i].lemma);
  }
}

TEST(Parser, SplitsDuAndDesWhereTheyHoldAPreposition) {
  const Document d =
      parsed("Le chef du parti mange des pommes .\nElle parle des accords de paix .");
  const Token& du = d.tokens[2];
  ASSERT_EQ(du.end_word - du.first_word, 2);
  EXPECT_EQ(d.words[du.first_word].form, "de");
  EXPECT_EQ(d.words[du.first_word + 1].form, "le");
  EXPECT_EQ(d.words[du.first_word].span, du.span);
  EXPECT_EQ(d.tokens[5].end_word - d.tokens[5].first_word, 1);
  EXPECT_EQ(arc(d, "parti"), "nmod(chef)");
  EXPECT_EQ(d.sentences[1].first_word, d.sentences[0].end_word);
}

TEST(Parser, ReadsAnEnglishSentence) {
  const Document d = parsed("Oslo said on Monday that rebels had attacked the convoy .", "en");
  EXPECT_EQ(arc(d, "said"), "root()");
  EXPECT_EQ(arc(d, "Oslo"), "nsubj(said)");
  EXPECT_EQ(arc(d, "attacked"), "ccomp(said)");
  EXPECT_EQ(arc(d, "rebels"), "nsubj(attacked)");
  EXPECT_EQ(word(d, "rebels").lemma, "rebel");
  EXPECT_EQ(word(d, "had").lemma, "have");
}

TEST(Parser, ASentenceOfThousandsOfWordsIsStillOneTree) {
  std::string line;
  for (int i = 0; i < 700; ++i) line += "la trêve ";
  const Document d = parsed(line);
  ASSERT_EQ(d.sentences.size(), 1u);
  int roots = 0;
  for (const Word& w : d.words) roots += w.head == kNone;
  EXPECT_EQ(roots, 1);
}

TEST(Parser, AnEmptyDocumentStaysEmpty) {
  Document d;
  parser("fr").run(d);
  EXPECT_TRUE(d.words.empty());
}

TEST(Parser, ThreadsAndRepetitionsAgree) {
  const std::string text =
      "Le président a promis des réformes .\nLes députés des deux camps en doutent .";
  const std::string expected = write_conllu(parsed(text));
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] { result = write_conllu(parsed(text)); });
  }
  for (std::thread& t : threads) t.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Parser, SaysWhichFileIsMissing) {
  EXPECT_EQ(Parser::open({.model = "/nonexistent.selon-model"}).error().code, ErrorCode::kNotFound);
  const auto without =
      Parser::open({.model = kModels + "fr.selon-model", .lexicon = "/nonexistent.bin"});
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().file, "/nonexistent.bin");
  const auto no_tables =
      Parser::open({.model = kModels + "en.selon-model", .data_dir = "/nonexistent"});
  ASSERT_FALSE(no_tables);
  EXPECT_EQ(no_tables.error().file, "/nonexistent/lang/en/word_classes.tsv");
}

TEST(Parser, FollowsTheHabitsOfATreebank) {
  // Both are right: one writes the kind of a numeral, the other its number.
  const auto feats = [](const std::string& treebank) {
    const auto parser = Parser::open({.model = kModels + "fr.selon-model",
                                      .lexicon = kLexicon,
                                      .data_dir = kTables,
                                      .treebank = treebank});
    EXPECT_TRUE(parser) << parser.error().to_string();
    Document document = tokens("La ville compte dix hôpitaux et sept écoles .");
    parser->parse_words(document);
    return std::string(document.words[3].feats);
  };
  EXPECT_EQ(feats("sequoia"), "NumType=Card");
  EXPECT_EQ(feats("gsd"), "Number=Plur");
  const auto unknown = Parser::open({.model = kModels + "fr.selon-model",
                                     .lexicon = kLexicon,
                                     .data_dir = kTables,
                                     .treebank = "ewt"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kBadArgument);
  EXPECT_NE(unknown.error().message.find("sequoia, gsd"), std::string::npos);
}

TEST(Parser, AcronymsAreTheirOwnLemma) {
  const Document d = parsed("Le GQXT et ses alliés ont condamné la frappe .");
  EXPECT_EQ(word(d, "GQXT").lemma, "GQXT");
}

TEST(Parser, NamesKeepTheirCapitals) {
  const Document d = parsed("Le maire a visité Saint-Zbloron avec Jean McZblor .");
  EXPECT_EQ(word(d, "Saint-Zbloron").lemma, "Saint-Zbloron");
  EXPECT_EQ(word(d, "McZblor").lemma, "McZblor");
}

TEST(LemmaScript, EditsCharactersAndCase) {
  EXPECT_EQ(apply_lemma_script("Rencontrées", "2+r"), "rencontrér");
  EXPECT_EQ(apply_lemma_script("étés", "1+"), "été");
  EXPECT_EQ(apply_lemma_script("PARIS", "U0+"), "Paris");
  EXPECT_EQ(apply_lemma_script("états", "U1+"), "État");
  EXPECT_EQ(apply_lemma_script("Onu", "A0+"), "ONU");
  EXPECT_EQ(apply_lemma_script("suis", "=être"), "être");
  EXPECT_EQ(apply_lemma_script("j’", "1+e"), "je");
  EXPECT_EQ(apply_lemma_script("a", "5+avoir"), "avoir");
}

}  // namespace
}  // namespace selon
