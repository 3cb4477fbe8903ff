#include "mentions/lookup.h"

#include <gtest/gtest.h>

#include "support/document_builder.h"

namespace selon {
namespace {

Mention mention(const Document& doc, int32_t head, int32_t entity, int32_t coref = kNone) {
  Mention m;
  m.head = head;
  m.first_word = head;
  m.end_word = head + 1;
  m.span = doc.words[head].span;
  m.entity = entity;
  m.coref = coref;
  return m;
}

// Oslo and Lima are entities 0 and 1; "Ada Byron" is one mention headed by its first word.
Document signing() {
  Document doc = build_document(R"(
    1 Oslo Oslo PROPN 4 nsubj
    2 et et CCONJ 3 cc
    3 Lima Lima PROPN 1 conj
    4 invitent inviter VERB 0 root
    5 Ada Ada PROPN 4 obj
    6 Byron Byron PROPN 5 flat:name
    7 qui qui PRON 8 nsubj PronType=Rel
    8 hésite hésiter VERB 5 acl:relcl SpaceAfter=No
    9 . . PUNCT 4 punct
  )");
  doc.entities.resize(4);
  doc.entities[3].members = {0, 1};
  doc.mentions = {mention(doc, 0, 0), mention(doc, 2, 1), mention(doc, 4, 2),
                  mention(doc, 6, kNone, 2)};
  doc.mentions[2].end_word = 6;  // Ada Byron
  return doc;
}

TEST(Lookup, FindsTheMentionOfAHead) {
  const Document doc = signing();
  EXPECT_EQ(mention_at_head(doc, 0), 0);
  EXPECT_EQ(mention_at_head(doc, 3), kNone);
  EXPECT_EQ(mention_at_head(doc, 5), 2) << "a word inside a name";
  EXPECT_EQ(mention_at_head(doc, kNone), kNone);
}

TEST(Lookup, TakesConjunctsTogether) {
  const Document doc = signing();
  EXPECT_EQ(conjunct_mentions(doc, 0), (std::vector<int32_t>{0, 1}));
  EXPECT_EQ(conjunct_mentions(doc, 2), (std::vector<int32_t>{1}));
  EXPECT_TRUE(conjunct_mentions(doc, 3).empty());
}

TEST(Lookup, ResolvesARelativeThroughItsAntecedent) {
  const Document doc = signing();
  EXPECT_EQ(antecedent(doc, 3), 2);
  EXPECT_EQ(resolve(doc, 3), 2);
}

TEST(Lookup, OpensGroups) {
  Document doc = signing();
  doc.mentions[2].entity = 3;
  EXPECT_EQ(resolve_members(doc, 3), (std::vector<int32_t>{0, 1}));
  EXPECT_EQ(resolve_members(doc, 0), (std::vector<int32_t>{0}));
  doc.mentions[0].entity = kNone;
  EXPECT_TRUE(resolve_members(doc, 0).empty());
}

}  // namespace
}  // namespace selon
