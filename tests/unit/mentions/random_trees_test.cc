// Whatever the words and trees, the stage gives a document that holds together, and the same one
// each time.
#include <gtest/gtest.h>

#include <random>

#include "mentions/actors.h"
#include "mentions/coreference.h"
#include "mentions/lookup.h"
#include "support/tables.h"

namespace selon {
namespace {

Document random_document(uint32_t seed, const std::string& language) {
  std::mt19937 random(seed);
  const auto pick = [&](std::initializer_list<const char*> list) {
    return std::string(*(list.begin() + random() % list.size()));
  };
  Document doc;
  doc.meta.language = language;
  doc.meta.published = "2021-03-04";
  for (int s = 0; s < 12; ++s) {
    Block block;
    block.kind = static_cast<BlockKind>(random() % 10);
    block.span.begin = static_cast<uint32_t>(doc.text.size());
    Sentence sentence;
    sentence.block = s;
    sentence.first_token = static_cast<int32_t>(doc.tokens.size());
    sentence.first_word = static_cast<int32_t>(doc.words.size());
    sentence.span.begin = block.span.begin;
    const int length = 1 + static_cast<int>(random() % 14);
    for (int w = 0; w < length; ++w) {
      Token token;
      token.span.begin = static_cast<uint32_t>(doc.text.size());
      doc.text += pick(
          {"Oslo", "le",   "président", "russe", "irano-turque", "«",         "»",        "(",
           ")",    "Le",   "Pen",       "il",    "son",          "qui",       "USA/OTAN", "deux",
           "pays", "de",   "M.",        "Ada",   "Byron",        "homologue", "their",    "NATO",
           "the",  "army", "he",        "-t-il", "je",           "«Nous",     ",",        "Parti",
           "d'",   "وزير", "L’",        "se",    "dont",         "leurs",     "soldats",  "a dit"});
      token.span.end = static_cast<uint32_t>(doc.text.size());
      doc.text += ' ';
      token.first_word = static_cast<int32_t>(doc.words.size());
      const int parts = random() % 9 == 0 ? 2 : 1;  // now and then two words in a token
      for (int p = 0; p < parts; ++p) {
        Word word;
        word.span = token.span;
        word.form = word.lemma = std::string(doc.str(token.span));
        word.upos = static_cast<Upos>(random() % 17);
        word.morph.number = static_cast<Number>(random() % 3);
        word.morph.gender = static_cast<Gender>(random() % 3);
        word.sentence = s;
        word.deprel = pick({"nsubj", "obj", "obl", "nmod", "amod", "det", "case", "conj", "appos",
                            "flat:name", "acl:relcl", "cop", "ccomp", "expl", "compound", "mark"});
        doc.words.push_back(word);
      }
      token.end_word = static_cast<int32_t>(doc.words.size());
      doc.tokens.push_back(token);
    }
    sentence.end_token = static_cast<int32_t>(doc.tokens.size());
    sentence.end_word = static_cast<int32_t>(doc.words.size());
    // Each word hangs on one before it, mirrored half of the time: any shape, but a tree.
    const int32_t count = sentence.end_word - sentence.first_word;
    const bool mirrored = random() % 2;
    for (int32_t w = 1; w < count; ++w) {
      const int32_t head = static_cast<int32_t>(random() % static_cast<uint32_t>(w));
      const auto at = [&](int32_t k) {
        return sentence.first_word + (mirrored ? count - 1 - k : k);
      };
      doc.words[at(w)].head = at(head);
    }
    sentence.span.end = block.span.end = static_cast<uint32_t>(doc.text.size());
    doc.blocks.push_back(block);
    doc.sentences.push_back(sentence);
  }
  return doc;
}

TEST(RandomTrees, GiveDocumentsThatHoldTogether) {
  const ActorMentions stage =
      opened(ActorMentions::open(kBuildData, actors_of_build(), gazetteer_of_build()));
  for (uint32_t seed = 0; seed < 400; ++seed) {
    Document doc = random_document(seed, seed % 2 ? "en" : "fr");
    Document again = doc;
    stage.run(doc);
    stage.run(again);
    ASSERT_EQ(check_invariants(doc), "") << "seed " << seed;
    ASSERT_EQ(doc.mentions.size(), again.mentions.size());
    for (size_t m = 0; m < doc.mentions.size(); ++m) {
      ASSERT_EQ(doc.mentions[m].entity, again.mentions[m].entity);
      ASSERT_EQ(doc.mentions[m].span, again.mentions[m].span);
      ASSERT_FALSE(doc.mentions[m].rule.empty());
      ASSERT_NE(doc.mentions[m].head, kNone);
      ASSERT_LE(doc.mentions[m ? m - 1 : 0].head, doc.mentions[m].head);
      ASSERT_LT(resolve(doc, static_cast<int32_t>(m)), static_cast<int32_t>(doc.entities.size()));
    }
    resolve_speakers(doc);
  }
}

}  // namespace
}  // namespace selon
