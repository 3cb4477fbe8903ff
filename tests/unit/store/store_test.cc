#include "store/store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "store/queries.h"
#include "store/sentences.h"
#include "support/document_builder.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

// « D'après l'agence, le chœur de l'OTAN a frappé la Ruritanie hier. » with every layer filled.
Document example(const std::string& id = "a.txt") {
  Document d;
  d.text =
      "🙂 D’après l’agence, le chœur de l’OTAN a frappé la Ruritanie hier avec 3 obus.";
  d.meta = {.id = id,
            .file = id,
            .language = "fr",
            .title = "Frappe",
            .outlet = "Le Courrier",
            .author = "Ève Roux",
            .published = "2021-01-29",
            .sha256 = sha256(d.text + id),
            .original = {.outlet = "Asia Times"},
            .cites = {"AFP", "TASS"}};
  d.blocks = {{.span = span_of(d, d.text), .kind = BlockKind::kTurn, .speaker = "Une voix"}};
  d.sentences = {{.span = span_of(d, d.text), .block = 0, .end_token = 1, .end_word = 1}};
  d.tokens = {{span_of(d, "frappé"), 0, 1, true}};
  d.words = {{.span = span_of(d, "frappé"),
              .form = "frappé",
              .lemma = "frapper",
              .upos = Upos::kVerb,
              .feats = "_",
              .deprel = "root",
              .sentence = 0}};
  d.times = {{.span = span_of(d, "hier"),
              .value = "2021-01-28",
              .timex = "2021-01-28",
              .kind = TimeKind::kDate,
              .anchor = Anchor::kPublished,
              .rule = "deictic"}};
  d.quantities = {{.span = span_of(d, "3 obus"),
                   .value = 3,
                   .low = 3,
                   .high = 3,
                   .unit = "item",
                   .of = "obus",
                   .rule = "number"}};
  d.places = {{.span = span_of(d, "la Ruritanie"),
               .name = "Ruritania",
               .country = "RUR",
               .lat = 1.5,
               .lon = -2,
               .gazetteer_id = "geonames:1",
               .rule = "gazetteer"}};
  d.entities = {{.id = "organisation/nato",
                 .name = "NATO",
                 .code = "NATO",
                 .kind = EntityKind::kOrganisation},
                {.id = "local/1",
                 .name = "la Ruritanie",
                 .code = "RURGOV",
                 .country = "RUR",
                 .sector = "GOV",
                 .kind = EntityKind::kState},
                {.id = "outlet/agence",
                 .name = "The Agency",
                 .code = "MED",
                 .kind = EntityKind::kOutlet,
                 .gender = Gender::kFem},
                {.id = "local/3", .plural = true, .members = {0, 1}}};
  d.mentions = {
      {.span = span_of(d, "l’agence"), .entity = 2, .coref = 1, .rule = "x"},
      {.span = span_of(d, "l’OTAN"), .entity = 0, .form = MentionForm::kMetonym, .rule = "n"},
      {.span = span_of(d, "la Ruritanie"), .entity = 3, .rule = "name"}};
  d.attributions = {{.cue = span_of(d, "D’après"),
                     .source = span_of(d, "l’agence"),
                     .entity = 2,
                     .name = "The Agency",
                     .kind = "outlet",
                     .content = span_of(d, "le chœur de l’OTAN a frappé la Ruritanie"),
                     .report = Report::kMixed,
                     .certainty = Certainty::kHedged,
                     .parent = 1,
                     .rule = "preposition"},
                    {.name = "nobody", .kind = "unnamed", .rule = "turn"}};
  Claim c;
  c.quote = span_of(d, "le chœur de l’OTAN a frappé la Ruritanie hier");
  c.trigger = span_of(d, "frappé");
  c.trigger_word = 0;
  c.event = "ASSAULT";
  c.mode = "aerial";
  c.contexts = {"military", "territory"};
  c.cameo = "190";
  c.score = -9.5;
  c.actors = {1};
  c.recipients = {2};
  c.voices = {1, 0};
  c.polarity = Polarity::kNeg;
  c.certainty = Certainty::kDenied;
  c.time = ClaimTime::kFuture;
  c.hypothetical = true;
  c.auxiliary_modes = {"future", "hypothetical", "negation"};
  c.when = {0};
  c.where = {0};
  c.quantities = {0};
  c.confidence = 0.875;
  c.rule = "verb";
  d.claims = {c};
  c.voices = {};
  c.event = "COERCE";
  c.certainty = Certainty::kAsserted;
  c.when = {};
  c.recipients = {};
  c.confidence = 0.25;
  d.claims.push_back(c);
  assign_claim_ids(d);
  return d;
}

const Coder kCoder{"0.1", "model", "lexicons"};

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    dir_ = fs::temp_directory_path() / ("selon_store_test_" + std::to_string(getpid()));
    fs::remove_all(dir_);
    fs::create_directories(dir_);
    path_ = (dir_ / "a.db").string();
  }
  void TearDown() override { fs::remove_all(dir_); }

  Store create() {
    Result<Store> store = Store::create(path_);
    EXPECT_TRUE(store.ok()) << store.error().to_string();
    return std::move(*store);
  }
  void save(Store& store, const Document& d, const Coder& coder = kCoder) {
    const Result<int64_t> run = store.run(coder);
    ASSERT_TRUE(run.ok()) << run.error().to_string();
    const Status saved = store.save(d, *run);
    ASSERT_TRUE(saved.ok()) << saved.error().to_string();
  }
  size_t count(Store& store, const ClaimQuery& query) {
    const auto hits = find_claims(store, query);
    EXPECT_TRUE(hits.ok()) << hits.error().to_string();
    return hits.ok() ? hits->size() : 0;
  }

  fs::path dir_;
  std::string path_;
};

TEST_F(StoreTest, GivesBackWhatWasSaved) {
  Store store = create();
  const Document d = example();
  save(store, d);
  const auto found = store.find("a.txt");
  ASSERT_TRUE(found.ok());
  const Result<Document> again = store.load(found->coding);
  ASSERT_TRUE(again.ok());
  const RecordOptions with_text{.with_text = true};
  EXPECT_EQ(write_records(*again, kCoder, with_text), write_records(d, kCoder, with_text));
  EXPECT_EQ(again->entities[3].members, d.entities[3].members);
  EXPECT_EQ(again->mentions[1].form, MentionForm::kMetonym);
  const auto parse = store.parse_at(found->coding, *again, again->claims[0].trigger.begin);
  ASSERT_TRUE(parse.ok());
  EXPECT_NE(parse->find("1\tfrappé\tfrapper\tVERB"), std::string::npos);
  const auto sentences = stored_sentences(store, found->coding);
  ASSERT_TRUE(sentences.ok());
  ASSERT_FALSE(sentences->empty());
  EXPECT_EQ(sentences->front().conllu, *parse);
  EXPECT_LT(sentences->front().begin, sentences->front().end);
}

TEST_F(StoreTest, NewBytesAreANewVersion) {
  Store store = create();
  Document d = example();
  save(store, d);
  const auto run = store.run(kCoder);
  EXPECT_TRUE(*store.coded(d.meta, *run));
  d.meta.sha256 = "other";
  d.meta.title = "Corrigé";
  EXPECT_FALSE(*store.coded(d.meta, *run));
  save(store, d);
  EXPECT_EQ(store.find("a.txt")->title, "Corrigé");
  EXPECT_EQ(*store.database().number("SELECT count(*) FROM versions"), 2);
  EXPECT_EQ(*store.database().number("SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(count(store, {}), 2u) << "only the latest version's claims";
  // Going back to the first bytes is a third version, not a skipped one.
  EXPECT_FALSE(*store.coded(example().meta, *run));
}

TEST_F(StoreTest, AKnownAddressIsTheSameDocument) {
  Store store = create();
  Document d = example();
  d.meta.url = "https://example.org/1";
  save(store, d);
  d.meta.id = "other name";
  d.meta.sha256 = "other";
  save(store, d);
  EXPECT_EQ(*store.database().number("SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(store.find("https://example.org/1")->name, "other name");
  EXPECT_EQ(store.find("a.txt")->name, "other name");
}

TEST_F(StoreTest, SameBytesUnderAnotherNameAreKnown) {
  Store store = create();
  Document d = example();
  save(store, d);
  d.meta.id = "copy.txt";
  EXPECT_TRUE(*store.coded(d.meta, *store.run(kCoder)));
}

TEST_F(StoreTest, RunsStandSideBySide) {
  Store store = create();
  Document d = example();
  save(store, d);
  const Coder newer{"0.2", "model", "lexicons"};
  EXPECT_FALSE(*store.coded(d.meta, *store.run(newer)));
  d.claims.pop_back();
  save(store, d, newer);
  EXPECT_EQ(count(store, {}), 1u);
  EXPECT_EQ(count(store, {.run = 1}), 2u);
  EXPECT_EQ(count(store, {.run = 2}), 1u);
  EXPECT_EQ(store.coder_of(store.find("a.txt", 1)->coding)->version, "0.1");
  EXPECT_EQ(*store.database().number("SELECT count(*) FROM texts"), 1);
}

TEST_F(StoreTest, Questions) {
  Store store = create();
  save(store, example());
  EXPECT_EQ(count(store, {.according_to = {"agency"}}), 1u);
  EXPECT_EQ(count(store, {.according_to = {"outlet/agence"}}), 1u);
  EXPECT_EQ(count(store, {.according_to = {"nobody"}}), 0u) << "not the innermost voice";
  EXPECT_EQ(count(store, {.via = "nobody"}), 1u);
  EXPECT_EQ(count(store, {.according_to = {"Courrier"}}), 1u) << "the narrator's own claim";
  EXPECT_EQ(count(store, {.according_to = {"EVE ROUX", "agency"}}), 2u);
  EXPECT_EQ(count(store, {.actor = "NATO"}), 2u);
  EXPECT_EQ(count(store, {.recipient = "RUR"}), 1u) << "a member of the group, by country";
  EXPECT_EQ(count(store, {.recipient = "RU"}), 0u);
  EXPECT_EQ(count(store, {.event = "assault"}), 1u);
  EXPECT_EQ(count(store, {.certainty = "denied"}), 1u);
  EXPECT_EQ(count(store, {.min_confidence = 0.25}), 2u);
  EXPECT_EQ(count(store, {.min_confidence = 0.5}), 1u);
  EXPECT_EQ(count(store, {.min_confidence = 0.9}), 0u);
  EXPECT_EQ(count(store, {.since = "2021-01-29"}), 1u) << "the undated one counts as published";
  EXPECT_EQ(count(store, {.until = "2021-01-28"}), 1u);
  EXPECT_EQ(count(store, {.since = "2021"}), 2u);
  EXPECT_EQ(count(store, {.document = "a.txt"}), 2u);
  EXPECT_FALSE(find_claims(store, {.since = "demain"}).ok());
}

TEST_F(StoreTest, FullTextFoldsAccentsAndLigatures) {
  Store store = create();
  save(store, example());
  for (const char* text :
       {"choeur", "chœur", "CHŒUR", "frappe", "OTAN Ruritanie", "\"a frappé\"", "rurit*", "l'OTAN"})
    EXPECT_EQ(count(store, {.text = text}), 2u) << text;
  for (const char* text : {"frapp", "\"frappé a\"", "NOT", "agence"})
    EXPECT_EQ(count(store, {.text = text}), 0u) << text;
  EXPECT_EQ(*store.database().number(
                "SELECT count(*) FROM texts_fts WHERE texts_fts MATCH 'agence choeur'"),
            1);
}

TEST_F(StoreTest, ClaimsByIdAndOtherTellings) {
  Store store = create();
  const Document d = example();
  save(store, d);
  save(store, example("b.txt"));
  const auto hit = find_claim(store, d.claims[0].id.substr(0, 8));
  ASSERT_TRUE(hit.ok()) << hit.error().to_string();
  EXPECT_EQ(hit->position, 0);
  EXPECT_FALSE(find_claim(store, "ffff").ok());
  EXPECT_FALSE(find_claim(store, "").ok());
  const auto others = other_tellings(store, *hit);
  ASSERT_TRUE(others.ok());
  EXPECT_EQ(others->size(), 1u);
  const auto counts = count_all(store);
  ASSERT_TRUE(counts.ok());
  EXPECT_EQ(counts->documents, 2);
  EXPECT_EQ(counts->claims, 4);
  EXPECT_EQ(counts->attributed, 2);
}

TEST_F(StoreTest, ForgettingLeavesNoTraceOnDisk) {
  {
    Store store = create();
    Document d = example();
    save(store, d);
    Document kept = example("kept.txt");
    kept.text.replace(kept.text.find("frappé"), std::string("frappé").size(), "touché");
    kept.meta.title = "Autre";
    kept.claims.clear();
    kept.attributions.clear();
    save(store, kept);
    Statement judge(store.database(),
                    "INSERT INTO judgements VALUES (NULL, ?, 0, 1, 'frappé', '', '', 'accept', '', "
                    "'me', '2024-01-01')");
    judge.run(sha256(d.text));
    ASSERT_TRUE(judge.status().ok());
    const auto forgotten = store.forget("a.txt");
    ASSERT_TRUE(forgotten.ok()) << forgotten.error().to_string();
    EXPECT_EQ(*forgotten, 1);
    EXPECT_FALSE(store.find("a.txt").ok());
    EXPECT_FALSE(store.forget("a.txt").ok());
    EXPECT_EQ(count(store, {}), 0u);
    for (const char* table : {"judgements", "claims", "attributions", "claim_voices", "sentences"})
      EXPECT_EQ(*store.database().number(std::string("SELECT count(*) FROM ") + table), 0) << table;
    EXPECT_EQ(*store.database().number("SELECT count(*) FROM texts"), 1);
    EXPECT_EQ(*store.database().number(
                  "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
              0);
  }
  for (const auto& file : fs::directory_iterator(dir_)) {
    const Result<std::string> bytes = read_file(file.path().string());
    ASSERT_TRUE(bytes.ok());
    // "frapp" also as a term of the full-text index, where accents are gone.
    EXPECT_EQ(bytes->find("frapp"), std::string::npos) << file.path();
    EXPECT_EQ(bytes->find("Frappe"), std::string::npos) << file.path();
  }
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  EXPECT_EQ(Store::open(path_).error().code, ErrorCode::kStore);
  std::ofstream(path_) << "this is a text and no database, but it is long enough to be one";
  for (const Result<Store>& store : {Store::open(path_), Store::create(path_)}) {
    ASSERT_FALSE(store.ok());
    EXPECT_NE(store.error().to_string().find("no Selon store"), std::string::npos);
  }
  fs::remove(path_);
  { ASSERT_TRUE(Database::open(path_, OpenMode::kCreate)->execute("CREATE TABLE t (a)").ok()); }
  EXPECT_NE(Store::create(path_).error().message.find("no Selon store"), std::string::npos);
}

TEST_F(StoreTest, RefusesAnotherFormat) {
  { ASSERT_TRUE(create().database().execute("PRAGMA user_version = 7").ok()); }
  for (const Result<Store>& store : {Store::open(path_), Store::create(path_)}) {
    ASSERT_FALSE(store.ok());
    EXPECT_NE(store.error().message.find("format 7"), std::string::npos);
  }
}

TEST_F(StoreTest, AFullDiskLosesNothing) {
  Store store = create();
  save(store, example());
  const auto pages = store.database().number("PRAGMA page_count");
  ASSERT_TRUE(
      store.database().execute("PRAGMA max_page_count = " + std::to_string(*pages + 2)).ok());
  Document big = example("big.txt");
  big.text += std::string(1 << 20, 'x');
  const Status saved = store.save(big, 1);
  ASSERT_FALSE(saved.ok());
  EXPECT_NE(saved.error().to_string().find("full"), std::string::npos);
  EXPECT_EQ(count(store, {}), 2u);
  EXPECT_FALSE(store.find("big.txt").ok());
}

}  // namespace
}  // namespace selon
