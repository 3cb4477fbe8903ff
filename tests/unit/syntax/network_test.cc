#include "syntax/network.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace selon {
namespace {

class ShippedNetwork : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto model = Model::open(std::string(SELON_SOURCE_DIR) + "/models/fr.selon-model");
    auto lexicon = Lexicon::open(std::string(SELON_BUILD_DIR) + "/share/selon/lexicon.fr.bin");
    ASSERT_TRUE(model) << model.error().to_string();
    ASSERT_TRUE(lexicon) << lexicon.error().to_string();
    model_ = new Model(std::move(*model));
    lexicon_ = new Lexicon(std::move(*lexicon));
  }
  static void TearDownTestSuite() {
    delete model_;
    delete lexicon_;
  }
  static Model* model_;
  static Lexicon* lexicon_;
};
Model* ShippedNetwork::model_ = nullptr;
Lexicon* ShippedNetwork::lexicon_ = nullptr;

const std::vector<Forms> kSentences = {
    {"Le", "ministre", "a", "démenti", "la", "nouvelle", "."},
    {"Selon", "Oslo", ",", "la", "trêve", "tient", "."},
    {"Oui"},
    {"«", "Nous", "ne", "céderons", "pas", "»", ",", "a", "-t-il", "ajouté", "devant", "les",
     "députés", "."},
    {"zblorq", "€", "𝔘", "2024", "…"},
};

void add_all_scripts(const Network& network, Network::Workspace& space,
                     std::vector<Prediction>& out) {
  std::vector<Network::Place> all;
  for (std::size_t s = 0; s < out.size(); ++s) {
    for (std::size_t i = 0; i < out[s].size(); ++i) all.push_back({s, i});
  }
  network.add_scripts(all, space, out);
}

std::vector<Prediction> run(const Network& network, const std::vector<Forms>& sentences) {
  Network::Workspace space;
  auto out = network.run(sentences, space);
  add_all_scripts(network, space, out);
  return out;
}

void expect_equal(const Prediction& a, const Prediction& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].upos, b[i].upos);
    EXPECT_EQ(a[i].feats, b[i].feats);
    EXPECT_EQ(a[i].script, b[i].script);
    EXPECT_EQ(a[i].head, b[i].head);
    EXPECT_EQ(a[i].deprel, b[i].deprel);
    EXPECT_EQ(a[i].confidence, b[i].confidence);  // bit for bit
  }
}

TEST_F(ShippedNetwork, ASentenceDoesNotDependOnItsBatch) {
  const Network network(*model_, *lexicon_, model_->default_treebank);
  const auto together = run(network, kSentences);
  for (std::size_t s = 0; s < kSentences.size(); ++s) {
    expect_equal(run(network, {kSentences[s]})[0], together[s]);
  }
  auto backwards = kSentences;
  std::ranges::reverse(backwards);
  const auto reversed = run(network, backwards);
  for (std::size_t s = 0; s < kSentences.size(); ++s) {
    expect_equal(reversed[kSentences.size() - 1 - s], together[s]);
  }
}

TEST_F(ShippedNetwork, ARunDoesNotDependOnThoseBefore) {
  const Network network(*model_, *lexicon_, model_->default_treebank);
  Network::Workspace used;
  network.run({Forms(300, "de"), Forms(40, "Oslo")}, used);
  network.run(kSentences, used);
  auto again = network.run(kSentences, used);
  add_all_scripts(network, used, again);
  const auto fresh = run(network, kSentences);
  for (std::size_t s = 0; s < kSentences.size(); ++s) expect_equal(again[s], fresh[s]);
}

TEST_F(ShippedNetwork, ProcessorsAgree) {
  std::vector<std::vector<Prediction>> found;
  for (const Kernels* k : available_kernels()) {
    found.push_back(run(Network(*model_, *lexicon_, model_->default_treebank, *k), kSentences));
    for (std::size_t s = 0; s < kSentences.size(); ++s)
      expect_equal(found.back()[s], found.front()[s]);
  }
}

TEST_F(ShippedNetwork, ATreebanksOwnHeadsWriteItsHabits) {
  const auto features_of_deux = [&](std::string_view treebank) {
    const auto at = std::ranges::find(model_->treebanks, treebank) - model_->treebanks.begin();
    const Network network(*model_, *lexicon_, static_cast<std::size_t>(at));
    return model_->feats[run(network, {{"Les", "deux", "ponts", "tiennent", "."}})[0][1].feats];
  };
  EXPECT_EQ(features_of_deux("gsd"), "Number=Plur");
  EXPECT_EQ(features_of_deux("sequoia"), "NumType=Card");
}

TEST_F(ShippedNetwork, EverySentenceIsATree) {
  const Network network(*model_, *lexicon_, model_->default_treebank);
  auto sentences = kSentences;
  sentences.emplace_back(200, "de");
  sentences.emplace_back(300, "(");
  for (const Prediction& sentence : run(network, sentences)) {
    int roots = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      roots += sentence[i].head == 0;
      std::size_t at = i + 1, steps = 0;
      while (at != 0 && steps <= sentence.size()) {
        at = static_cast<std::size_t>(sentence[at - 1].head);
        ++steps;
      }
      EXPECT_LE(steps, sentence.size()) << "a cycle";
      EXPECT_GT(sentence[i].confidence, 0);
      EXPECT_LE(sentence[i].confidence, 1);
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST_F(ShippedNetwork, AScriptDoesNotDependOnWhatElseIsAsked) {
  const Network network(*model_, *lexicon_, model_->default_treebank);
  const auto all = run(network, kSentences);
  Network::Workspace space;
  auto some = network.run(kSentences, space);
  network.add_scripts(std::vector<Network::Place>{{3, 9}, {0, 4}}, space, some);
  EXPECT_EQ(some[3][9].script, all[3][9].script);
  EXPECT_EQ(some[0][4].script, all[0][4].script);
  network.add_scripts({}, space, some);
}

TEST_F(ShippedNetwork, NoSentencesGiveNothing) {
  EXPECT_TRUE(run(Network(*model_, *lexicon_, 0), {}).empty());
}

}  // namespace
}  // namespace selon
