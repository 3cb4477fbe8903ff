#include "document/conllu_reader.h"

#include <gtest/gtest.h>

#include "document/conllu.h"

namespace selon {
namespace {

std::string line(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + '\n';
}

TEST(ReadConllu, PutsTheTextTogether) {
  const auto d = read_conllu("# text = whatever\n" + line("1-2", "Du") + line("1", "De") +
                                 line("2", "le") + line("3", "pain", "SpaceAfter=No") +
                                 line("4", ".") + "\n" + line("1", "Oui") + line("1.1", "empty"),
                             "x");
  ASSERT_TRUE(d) << d.error().to_string();
  EXPECT_EQ(d->text, "Du pain. Oui");
  EXPECT_EQ(check_invariants(*d), "");
  ASSERT_EQ(d->sentences.size(), 2u);
  ASSERT_EQ(d->tokens.size(), 4u);
  ASSERT_EQ(d->words.size(), 5u);
  EXPECT_EQ(d->tokens[0].end_word, 2);
  EXPECT_EQ(d->words[1].form, "le");
  EXPECT_EQ(d->str(d->words[1].span), "Du");
  EXPECT_FALSE(d->tokens[1].space_after);
  EXPECT_EQ(d->str(d->sentences[1].span), "Oui");
}

TEST(ReadConllu, ParagraphsBecomeBlocks) {
  const auto d = read_conllu("# newdoc\n# newpar\n" + line("1", "Un") + "\n" + line("1", "Deux") +
                                 "\n# newpar\n" + line("1", "Trois") + "\n",
                             "x");
  ASSERT_TRUE(d);
  EXPECT_EQ(d->text, "Un Deux\n\nTrois");
  ASSERT_EQ(d->blocks.size(), 2u);
  EXPECT_EQ(d->sentences[1].block, 0);
  EXPECT_EQ(d->sentences[2].block, 1);
}

TEST(ReadConllu, KeepsAnnotationsWhenAsked) {
  const std::string text =
      "1\tIl\til\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_\n2\tva\taller\tVERB\t_\tMood=Ind\t0\troot\t_\t_"
      "\n\n";
  const auto d = read_conllu(text, "x", /*annotations=*/true);
  ASSERT_TRUE(d);
  EXPECT_EQ(d->words[0].head, 1);
  EXPECT_EQ(d->words[0].deprel, "nsubj");
  EXPECT_EQ(d->words[1].head, kNone);
  EXPECT_EQ(d->words[1].morph.mood, Mood::kInd);
  const auto again = read_conllu(write_conllu(*d), "x", true);
  ASSERT_TRUE(again);
  EXPECT_EQ(write_conllu(*again), write_conllu(*d));
}

TEST(ReadConllu, NamesTheBadLine) {
  const auto problem = [](const std::string& text) {
    const auto d = read_conllu(text, "x.conllu");
    return d ? std::string("none") : d.error().to_string();
  };
  EXPECT_EQ(problem("# c\n1\tIl\n"), "x.conllu:2: has 2 columns instead of 10");
  EXPECT_EQ(problem(line("1", "a") + line("3", "b")), "x.conllu:2: expected word 2, not 3");
  EXPECT_EQ(problem(line("x", "a")), "x.conllu:1: expected word 1, not x");
  EXPECT_EQ(problem(line("2-3", "du")), "x.conllu:1: expected a range from 1 on, not 2-3");
  EXPECT_EQ(problem(line("1-2", "du") + line("1", "de") + "\n"),
            "x.conllu:3: the sentence ends inside a range");
  EXPECT_EQ(problem(line("1", "")), "x.conllu:1: has an empty form");
  EXPECT_NE(problem("1\t\xFF"), "none");
  EXPECT_EQ(problem(""), "none");
  const auto head = read_conllu("1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n", "x", true);
  ASSERT_FALSE(head);
}

}  // namespace
}  // namespace selon
