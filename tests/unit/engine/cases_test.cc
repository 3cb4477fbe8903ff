#include "engine/cases.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "engine/case_parse.h"

namespace selon {
namespace {

constexpr const char* kParse =
    "  1 Selon selon ADP 2 case\n"
    "  2 Oslo Oslo PROPN 7 obl:mod\n"
    "  3 , , PUNCT 2 punct\n"
    "  4 la le DET 5 det Definite=Def|Gender=Fem|Number=Sing|PronType=Art\n"
    "  5 Russie Russie PROPN 7 nsubj Gender=Fem|Number=Sing\n"
    "  6 a avoir AUX 7 aux:tense Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\n"
    "  7 bombardé bombarder VERB 0 root Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part\n"
    "  8 Kharkiv Kharkiv PROPN 7 obj\n"
    "  9 . . PUNCT 7 punct\n";

class CasesTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }

  Result<std::vector<Case>> read(const std::string& text) {
    std::ofstream(path_) << text;
    return read_cases(path_);
  }
  // What does not hold of these lines in "Selon Oslo, la Russie a bombardé Kharkiv."
  std::vector<std::string> problems(const std::string& lines, CaseMode mode = CaseMode::kGate) {
    const auto cases = read("=== t\ntext: Selon Oslo, la Russie a bombardé Kharkiv.\nparse:\n" +
                            std::string(kParse) + lines);
    EXPECT_TRUE(cases.ok()) << cases.error().to_string();
    static const auto kAnalyzer = Analyzer::open({});
    EXPECT_TRUE(kAnalyzer.ok()) << kAnalyzer.error().to_string();
    return run_case(*kAnalyzer, cases->at(0), mode).value();
  }
  std::string error_of(const std::string& text) {
    const auto cases = read(text);
    return cases ? "none" : cases.error().to_string().substr(path_.size());
  }

  std::string path_ = testing::TempDir() + "selon_cases_test_" + std::to_string(getpid()) + ".case";
};

TEST_F(CasesTest, WhatHoldsAndWhatDoesNot) {
  for (const char* line :
       {"expect: claim event=ASSAULT trigger=\"bombardé\" actor=\"la Russie\" "
        "recipient=\"Kharkiv\"",
        "expect: claim voice=\"Oslo\" polarity=pos hypothetical=false",
        "expect: claim voices=\"Norway\" actors=\"RUS\"", "expect: claim mode=aerial when=none",
        "expect: attribution cue=\"Selon\"#1 source=\"Oslo\" report=indirect",
        "expect: word form=\"bombardé\" lemma=bombarder head=root",
        "expect: sentence span=\"Selon Oslo, la Russie a bombardé Kharkiv.\"",
        "expect: document language=fr original.outlet=none", "absent: claim event=AID",
        "absent: claim voices=none", "absent: attribution cue=\"Selon\"#2",
        "absent: claim actors=\"la Russie\" + \"Kharkiv\"",
        "absent: claim voices=\"Oslo\" > \"Kharkiv\""})
    EXPECT_EQ(problems(line), std::vector<std::string>()) << line;
  for (const char* line :
       {"expect: claim event=AID", "expect: claim actor=\"Kharkiv\"", "expect: claim voices=none",
        "absent: claim event=ASSAULT", "absent: mention", "expect: attribution cue=\"Selon\"#2"})
    EXPECT_EQ(problems(line).size(), 1u) << line;
}

TEST_F(CasesTest, SwapComparesClaimsButForNames) {
  EXPECT_EQ(problems("expect: claim event=ASSAULT\nswap: Kharkiv Odessa"),
            std::vector<std::string>());
  EXPECT_EQ(problems("expect: claim event=ASSAULT\nswap: Russie Turquie"),
            std::vector<std::string>());
  EXPECT_EQ(problems("expect: claim event=ASSAULT\nswap: Madrid Lisbonne").size(), 1u)
      << "neither name stands in the text";
  EXPECT_GE(problems("expect: claim event=ASSAULT\nswap: Russie neige").size(), 1u)
      << "a claim that goes away is told";
}

TEST_F(CasesTest, ScoreParsesByItself) {
  EXPECT_EQ(problems("expect: claim event=ASSAULT recipient=\"Kharkiv\"", CaseMode::kScore),
            std::vector<std::string>());
}

TEST_F(CasesTest, ReadsFieldsOfACase) {
  const auto cases = read(
      "# a comment\n=== one\nlang: en\npublished: 2024-03-05\ntext: Paris\n  agreed.\n\n  Rome did "
      "not.\n"
      "expect: claim event=AGREE quote=\"a \\\"b\\\"\"\nknown-failure: why\n\n=== two\ntext: "
      "x\nabsent: claim\n");
  ASSERT_TRUE(cases.ok()) << cases.error().to_string();
  ASSERT_EQ(cases->size(), 2u);
  EXPECT_EQ(cases->at(0).text, "Paris\nagreed.\n\nRome did not.");
  EXPECT_EQ(cases->at(0).language, "en");
  EXPECT_EQ(cases->at(0).known_failure, "why");
  EXPECT_EQ(cases->at(0).expectations[0].fields[1].values[0].text, "a \"b\"");
  EXPECT_EQ(cases->at(1).line, 12u);
  EXPECT_TRUE(cases->at(1).expectations[0].absent);
}

TEST_F(CasesTest, TellsWhereACaseIsWrong) {
  EXPECT_EQ(error_of("text: x"), ":1: a case begins with ===");
  EXPECT_EQ(error_of("=== t\ntext: x"), ":1: a case needs text: and expect: or absent:");
  EXPECT_EQ(error_of("=== t\nfoo: x"), ":2: unknown key 'foo'");
  EXPECT_EQ(error_of("=== t\nexpect: claim event"), ":2: expected key=value at ''");
  EXPECT_EQ(error_of("=== t\nabsent: claim evnt=AID"),
            ":2: a record of kind claim has no field 'evnt'");
  EXPECT_EQ(error_of("=== t\nabsent: clam event=AID"),
            ":2: an expectation begins with a kind of record");
  EXPECT_EQ(error_of("=== t\nexpect: attribution cue=\"a"), ":2: a quotation mark is missing");
  EXPECT_EQ(error_of("=== t\nexpect: attribution cue=\"a\"#"), ":2: a number is missing behind #");
  EXPECT_EQ(error_of("=== t\nswap: Paris"), ":2: swap: needs two names");
  EXPECT_EQ(error_of("=== t\nknown-failure:"), ":2: known-failure: needs a reason");
}

Document text_only(const std::string& text) {
  Document d;
  d.text = text;
  d.blocks = {{.span = {0, static_cast<uint32_t>(text.size())}}};
  return d;
}

TEST(CaseParse, LiesOverTheText) {
  Document d = text_only("L’ami du nord\u00A0: 10 000 pas. Fin.");
  const Status applied = apply_parse(
      "1 L' le DET 2 det\n2 ami ami NOUN 0 root\n3-4 du\n3 de de ADP 5 case\n4 le le DET 5 det\n"
      "5 nord nord NOUN 2 nmod\n6 : : PUNCT 2 punct\n7 10_000 10_000 NUM 8 nummod\n"
      "8 pas pas NOUN 2 appos\n9 . . PUNCT 2 punct\n1 Fin fin NOUN 0 root\n2 . . PUNCT 1 punct\n",
      d);
  ASSERT_TRUE(applied.ok()) << applied.error().to_string();
  ASSERT_EQ(d.sentences.size(), 2u);
  EXPECT_EQ(d.str(d.tokens[6].span), "pas");
  EXPECT_EQ(d.words[0].form, "L'");
  EXPECT_EQ(d.str(d.words[0].span), "L’");
  EXPECT_EQ(d.words[6].lemma, "10 000");
  EXPECT_EQ(d.words[2].span, d.words[3].span);
  EXPECT_EQ(d.words[10].head, 9);
  EXPECT_EQ(d.words[9].head, kNone);
  // What was written is read again.
  Document again = text_only(d.text);
  ASSERT_TRUE(apply_parse(format_parse(d), again).ok());
  EXPECT_EQ(format_parse(again), format_parse(d));
}

TEST(CaseParse, AMultiWordTokenMayBeginASentence) {
  Document d = text_only("Du pain.");
  const Status applied = apply_parse(
      "1-2 Du\n1 de de ADP 3 case\n2 le le DET 3 det\n3 pain pain NOUN 0 root\n4 . . PUNCT 3 "
      "punct\n",
      d);
  ASSERT_TRUE(applied.ok()) << applied.error().to_string();
  EXPECT_EQ(d.tokens.size(), 3u);
  EXPECT_EQ(d.words.size(), 4u);
}

TEST(CaseParse, TellsWhatIsWrong) {
  const auto error = [](const std::string& parse) {
    Document d = text_only("Du pain.");
    const Status applied = apply_parse(parse, d);
    return applied ? std::string("none") : applied.error().message;
  };
  EXPECT_EQ(error("1 Le le DET 2 det"),
            "parse, line 0: 'Le' does not stand where the text goes on: 'Du pain.'");
  EXPECT_EQ(error("1 Du du ADP 5 case\n2 pain pain NOUN 0 root"),
            "parse: a head lies outside its sentence");
  EXPECT_EQ(error("2 Du du ADP 0 root"), "parse, line 0: ids must count up");
  EXPECT_EQ(error("1 Du du NOMEN 0 root"), "parse, line 0: unknown part of speech NOMEN");
  EXPECT_EQ(error("1 Du du"), "parse, line 0: a word has id form lemma UPOS head deprel");
  EXPECT_EQ(error("x"), "parse, line 0: no id");
}

}  // namespace
}  // namespace selon
