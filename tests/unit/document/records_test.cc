#include "document/records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "document/conllu.h"
#include "support/document_builder.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

// "🙂 Selon Oslo, l’armée aurait bombardé Kharkiv." with one claim, built by hand.
Document example() {
  Document d;
  d.text = "\xEF\xBB\xBF🙂 Selon Oslo, l’armée aurait bombardé Kharkiv.";
  d.meta.id = "a.txt";
  d.meta.file = "a.txt";
  d.blocks.push_back({.span = span_of(d, "Selon Oslo, l’armée aurait bombardé Kharkiv.")});
  d.entities.push_back({.id = "state/NOR", .name = "Norway", .code = "NOR", .country = "NOR"});
  d.entities.push_back({.id = "state/UKR", .name = "Ukraine", .code = "UKR", .country = "UKR"});
  d.mentions.push_back({.span = span_of(d, "l’armée")});
  d.mentions.push_back({.span = span_of(d, "Kharkiv"), .entity = 1});
  d.attributions.push_back({.cue = span_of(d, "Selon"),
                            .source = span_of(d, "Oslo"),
                            .entity = 0,
                            .name = "Norway",
                            .kind = "government",
                            .content = span_of(d, "l’armée aurait bombardé Kharkiv")});
  Claim c;
  c.quote = span_of(d, "Selon Oslo, l’armée aurait bombardé Kharkiv");
  c.trigger = span_of(d, "bombardé");
  c.event = "ASSAULT";
  c.actors = {0};
  c.recipients = {1};
  c.voices = {0};
  c.certainty = Certainty::kHedged;
  c.rule = "verb";
  d.claims.push_back(c);
  assign_claim_ids(d);
  return d;
}

std::vector<Json> records(const Document& d) {
  std::vector<Json> out;
  for_each_record(d, {"0", "m", "l"}, {}, [&](const Json& r) { out.push_back(r); });
  return out;
}

// Invariant of the contract: every span's text is what its code points cut out of the text.
void check_spans(const Json& value, const std::u32string& text) {
  if (value.is_object() && value.contains("start")) {
    const size_t start = value["start"], end = value["end"];
    std::string expected;
    for (char32_t c : text.substr(start, end - start)) {
      if (c < 0x80) {
        expected += static_cast<char>(c);
      } else if (c < 0x800) {
        expected += static_cast<char>(0xC0 | c >> 6);
        expected += static_cast<char>(0x80 | (c & 0x3F));
      } else if (c < 0x10000) {
        expected += static_cast<char>(0xE0 | c >> 12);
        expected += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        expected += static_cast<char>(0x80 | (c & 0x3F));
      }
    }
    EXPECT_EQ(value["text"], expected);
  }
  if (value.is_structured())
    for (const Json& child : value) check_spans(child, text);
}

TEST(Records, SpansCountCodePoints) {
  const std::u32string text = U"\uFEFF🙂 Selon Oslo, l’armée aurait bombardé Kharkiv.";
  for (const Json& r : records(example())) check_spans(r, text);
  const Json claim = records(example()).back();
  EXPECT_EQ(claim["trigger"]["start"], 30);
  EXPECT_EQ(claim["trigger"]["text"], "bombardé");
}

TEST(Records, EveryRecordHasAUniqueIdAndItsDocument) {
  std::set<std::string> ids;
  for (const Json& r : records(example())) {
    EXPECT_EQ(r["document"], "a.txt");
    EXPECT_TRUE(ids.insert(r["id"]).second) << r;
  }
  EXPECT_EQ(ids.size(), 6u);  // document, block, two mentions, attribution, claim
}

TEST(Records, ClaimNamesItsActorsAndVoices) {
  const Json claim = records(example()).back();
  EXPECT_EQ(claim["actors"][0]["code"], "UNK");
  EXPECT_EQ(claim["actors"][0]["entity"], nullptr);
  EXPECT_EQ(claim["recipients"][0]["entity"], "state/UKR");
  EXPECT_EQ(claim["recipients"][0]["mention"], "mention/1");
  EXPECT_EQ(claim["voices"][0]["name"], "Norway");
  EXPECT_EQ(claim["voices"][0]["cue"]["text"], "Selon");
  EXPECT_EQ(claim["certainty"], "hedged");
}

TEST(Records, AGroupIsOneActorForEachMember) {
  Document d = example();
  d.entities.push_back({.id = "local/2", .members = {0, 1}});
  d.mentions[0].entity = 2;
  const Json claim = records(d).back();
  ASSERT_EQ(claim["actors"].size(), 2u);
  EXPECT_EQ(claim["actors"][0]["code"], "NOR");
  EXPECT_EQ(claim["actors"][1]["code"], "UKR");
  EXPECT_EQ(claim["actors"][1]["mention"], "mention/0");
}

TEST(Documents, ACodeStandsBeforeItsSector) {
  EXPECT_EQ(code_without_sector({.code = "FRAGOV", .sector = "GOV"}), "FRA");
  EXPECT_EQ(code_without_sector({.code = "NATO"}), "NATO");
  EXPECT_EQ(code_without_sector({.code = "GOV", .sector = "GOV"}), "GOV");
}

TEST(Documents, TheFirstThingThatIsWrongIsNamed) {
  EXPECT_EQ(check_invariants(example()), "");
  const auto wrong = [](void (*change)(Document&)) {
    Document d = example();
    change(d);
    return check_invariants(d);
  };
  EXPECT_EQ(wrong([](Document& d) { d.blocks[0].span.end = 1000; }), "span of block 0");
  EXPECT_EQ(wrong([](Document& d) { d.mentions[1].entity = 2; }), "entity of mention 1");
  EXPECT_EQ(wrong([](Document& d) { d.attributions[0].parent = 0; }), "parent of attribution 0");
  EXPECT_EQ(wrong([](Document& d) { d.claims[0].actors = {kNone}; }), "actor of claim 0");
  EXPECT_EQ(wrong([](Document& d) { d.claims[0].recipients = {2}; }), "recipient of claim 0");
  EXPECT_EQ(wrong([](Document& d) { d.claims[0].voices = {1}; }), "voice of claim 0");
  EXPECT_EQ(wrong([](Document& d) { d.claims[0].when = {0}; }), "time of claim 0");
  EXPECT_EQ(wrong([](Document& d) { d.claims[0].where = {0}; }), "place of claim 0");
  EXPECT_EQ(wrong([](Document& d) { d.quotations.push_back({.parent = 0}); }),
            "parent of quotation 0");
  EXPECT_EQ(wrong([](Document& d) { d.predicates.push_back({}); }), "word of predicate 0");
}

TEST(Records, ClaimIdsAreStableAndUnique) {
  Document d = example();
  const std::string id = d.claims[0].id;
  EXPECT_EQ(id.size(), 16u);
  EXPECT_EQ(id, example().claims[0].id);
  d.claims.push_back(d.claims[0]);
  assign_claim_ids(d);
  EXPECT_EQ(d.claims[0].id, id);
  EXPECT_NE(d.claims[1].id, id);
  d.claims[0].event = "COERCE";
  assign_claim_ids(d);
  EXPECT_NE(d.claims[0].id, id);
}

TEST(Records, AnIdThatIsNotUtf8DoesNotBreakTheLine) {
  Document d = example();
  d.meta.id = "caf\xE9.txt";
  const std::string out = write_records(d, {}, {});
  EXPECT_EQ(Json::parse(out.substr(0, out.find('\n')))["id"], "caf\uFFFD.txt");
}

TEST(Conllu, MultiWordTokensAndSpaces) {
  Document d;
  d.text = "Il parle du\u00A0traité.";
  const auto word = [&](std::string_view form, std::string_view text, int32_t head) {
    d.words.push_back({.span = span_of(d, text),
                       .form = std::string(form),
                       .lemma = std::string(form),
                       .upos = Upos::kNoun,
                       .head = head,
                       .deprel = head == kNone ? "root" : "dep",
                       .sentence = 0});
  };
  word("Il", "Il", 1);
  word("parle", "parle", kNone);
  word("de", "du", 4);
  word("le", "du", 4);
  word("traité", "traité", 1);
  word(".", ".", 1);
  d.tokens = {{span_of(d, "Il"), 0, 1, true},
              {span_of(d, "parle"), 1, 2, true},
              {span_of(d, "du"), 2, 4, true},
              {span_of(d, "traité"), 4, 5, false},
              {span_of(d, "."), 5, 6, false}};
  d.sentences.push_back(
      {.span = {0, static_cast<uint32_t>(d.text.size())}, .end_token = 5, .end_word = 6});
  EXPECT_EQ(check_invariants(d), "");
  EXPECT_EQ(write_conllu(d),
            "# newpar\n# sent_id = 1\n# text = Il parle du\u00A0traité.\n"
            "1\tIl\tIl\tNOUN\t_\t_\t2\tdep\t_\t_\n"
            "2\tparle\tparle\tNOUN\t_\t_\t0\troot\t_\t_\n"
            "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "3\tde\tde\tNOUN\t_\t_\t5\tdep\t_\t_\n"
            "4\tle\tle\tNOUN\t_\t_\t5\tdep\t_\t_\n"
            "5\ttraité\ttraité\tNOUN\t_\t_\t2\tdep\t_\tSpaceAfter=No\n"
            "6\t.\t.\tNOUN\t_\t_\t2\tdep\t_\tSpaceAfter=No\n\n");
}

}  // namespace
}  // namespace selon
