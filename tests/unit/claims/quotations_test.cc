#include "claims/quotations.h"

#include <gtest/gtest.h>

#include "document/document.h"

namespace selon {
namespace {

// A document of blocks, one sentence each, words cut at spaces and quotation marks.
Document document(const std::vector<std::string>& blocks) {
  Document doc;
  doc.meta.language = "fr";
  for (const std::string& text : blocks) {
    if (!doc.text.empty()) doc.text += "\n\n";
    const auto begin = static_cast<uint32_t>(doc.text.size());
    doc.text += text;
    doc.blocks.push_back({.span = {begin, static_cast<uint32_t>(doc.text.size())}});
    Sentence s;
    s.span = doc.blocks.back().span;
    s.block = static_cast<int32_t>(doc.blocks.size()) - 1;
    s.first_word = s.first_token = static_cast<int32_t>(doc.words.size());
    const auto add = [&](uint32_t from, uint32_t to) {
      if (from == to) return;
      Word w;
      w.span = {from, to};
      w.form = doc.text.substr(from, to - from);
      const bool mark = w.form == "«" || w.form == "»" || w.form == "“" || w.form == "”" ||
                        w.form == "\"" || w.form == "." || w.form == ":" || w.form == ",";
      w.upos = mark ? Upos::kPunct : Upos::kNoun;
      if (w.form == "tient" || w.form == "viennent") {
        w.upos = Upos::kVerb;
        w.morph.verb_form = VerbForm::kFin;
      }
      w.sentence = static_cast<int32_t>(doc.sentences.size());
      Token t;
      t.span = w.span;
      t.first_word = static_cast<int32_t>(doc.words.size());
      t.end_word = t.first_word + 1;
      doc.tokens.push_back(t);
      doc.words.push_back(w);
    };
    uint32_t start = begin;
    for (uint32_t at = begin; at < doc.text.size();) {
      uint32_t size = 1;
      for (std::string_view mark : {"«", "»", "“", "”", "\"", ":", ".", ",", " ", "\n"})
        if (doc.text.compare(at, mark.size(), mark) == 0) {
          size = static_cast<uint32_t>(mark.size());
          add(start, at);
          if (mark != " " && mark != "\n") add(at, at + size);
          start = at + size;
        }
      at += size;
    }
    add(start, static_cast<uint32_t>(doc.text.size()));
    s.end_word = s.end_token = static_cast<int32_t>(doc.words.size());
    doc.sentences.push_back(s);
  }
  return doc;
}

std::vector<std::string> found(Document doc) {
  find_quotations(doc);
  std::vector<std::string> out;
  for (const Quotation& q : doc.quotations) out.emplace_back(doc.str(q.span));
  return out;
}

using Texts = std::vector<std::string>;

TEST(Quotations, GuillemetsAndTheirWords) {
  Document doc = document({"Il dit : « La trêve tient. » Puis il sort."});
  find_quotations(doc);
  ASSERT_EQ(doc.quotations.size(), 1u);
  const Quotation& q = doc.quotations[0];
  EXPECT_EQ(doc.str(q.span), "« La trêve tient. »");
  EXPECT_EQ(doc.words[q.first_word].form, "«");
  EXPECT_EQ(doc.words[q.end_word - 1].form, "»");
  EXPECT_TRUE(q.speech);
  EXPECT_TRUE(q.closed);
}

TEST(Quotations, NestedWithTheSameMarks) {
  Document doc = document({"« Il a dit « La trêve tient » et il est parti. »"});
  find_quotations(doc);
  ASSERT_EQ(doc.quotations.size(), 2u);
  EXPECT_EQ(doc.str(doc.quotations[1].span), "« La trêve tient »");
  EXPECT_EQ(doc.quotations[1].parent, 0);
}

TEST(Quotations, GlossesInParenthesesCloseNothing) {
  EXPECT_EQ(found(document({"« Le camp (« camp » veut dire la ville) tient. »"})),
            (Texts{"« Le camp (« camp » veut dire la ville) tient. »", "« camp »"}));
}

TEST(Quotations, StraightMarksSayWhichWayTheyLook) {
  EXPECT_EQ(found(document({"Le \"vieux\" port et le \"neuf\"."})),
            (Texts{"\"vieux\"", "\"neuf\""}));
}

TEST(Quotations, ApostrophesAreNoMarks) {
  EXPECT_TRUE(found(document({"L'arrivée d'Anne aujourd'hui et l’eau qu’il boit."})).empty());
}

TEST(Quotations, UnclosedEndsWithItsBlock) {
  Document doc = document({"Il dit : « La trêve tient.", "Un autre jour."});
  find_quotations(doc);
  ASSERT_EQ(doc.quotations.size(), 1u);
  EXPECT_EQ(doc.str(doc.quotations[0].span), "« La trêve tient.");
  EXPECT_FALSE(doc.quotations[0].closed);
}

TEST(Quotations, RunsOverParagraphsThatALaterMarkCloses) {
  EXPECT_EQ(found(document({"Il dit : « La trêve tient.", "Elle dure.", "Elle plaît. » Voilà."})),
            (Texts{"« La trêve tient.\n\nElle dure.\n\nElle plaît. »"}));
}

TEST(Quotations, ParagraphsMayBeginWithTheMarkAgain) {
  EXPECT_EQ(found(document({"“La trêve tient.", "“Elle dure.”", "Il sort."})),
            (Texts{"“La trêve tient.\n\n“Elle dure.”"}));
}

TEST(Quotations, ANewQuotationDoesNotCloseAnOldOne) {
  EXPECT_EQ(found(document({"Un « coup. Il sort.", "Elle dit « La trêve tient »."})),
            (Texts{"« coup. Il sort.", "« La trêve tient »"}));
}

TEST(Quotations, AClosingMarkBehindAColonOpens) {
  EXPECT_EQ(found(document({"Il ajoute : » La trêve tient."})), (Texts{"» La trêve tient."}));
}

TEST(Quotations, FewWordsWithoutAVerbAreDistance) {
  Document doc = document({"La France arme des « rebelles modérés » ici."});
  find_quotations(doc);
  ASSERT_EQ(doc.quotations.size(), 1u);
  EXPECT_FALSE(doc.quotations[0].speech);
}

TEST(Quotations, ANameBesideItsNounIsNoSpeech) {
  Document doc = document({"La campagne « Ils viennent tous » commence."});
  find_quotations(doc);
  ASSERT_EQ(doc.quotations.size(), 1u);
  EXPECT_FALSE(doc.quotations[0].speech);
}

TEST(Quotations, MarkdownEmphasisIsNoWord) {
  EXPECT_EQ(found(document({"Il dit : *\"La trêve tient\"*."})), (Texts{"\"La trêve tient\""}));
}

TEST(Quotations, BoilerplateIsNotRead) {
  Document doc = document({"« La trêve tient »"});
  doc.blocks[0].kind = BlockKind::kBoilerplate;
  EXPECT_TRUE(found(doc).empty());
}

TEST(Quotations, EmptyAndUnbalancedInputIsHarmless) {
  EXPECT_TRUE(found(Document{}).empty());
  EXPECT_TRUE(found(document({"»"})).empty());
  EXPECT_EQ(found(document({"«««««««««««««"})).size(), 8u);
}

}  // namespace
}  // namespace selon
