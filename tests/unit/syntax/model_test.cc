#include "syntax/model.h"

#include <gtest/gtest.h>

#include <random>

#include "base/files.h"
#include "syntax/network.h"

namespace selon {
namespace {

const std::string kModel = std::string(SELON_SOURCE_DIR) + "/models/fr.selon-model";
const std::string kLexicon = std::string(SELON_BUILD_DIR) + "/share/selon/lexicon.fr.bin";

using Sections = std::vector<std::pair<std::string, std::string>>;

Sections sections_of(const std::string& path) {
  const auto file = BinaryFile::open(path, kModelMagic, kModelVersion);
  EXPECT_TRUE(file);
  Sections out;
  for (const std::string& name : file->section_names())
    out.emplace_back(name, std::string(*file->section(name)));
  return out;
}

Result<Model> parse(const Sections& sections) {
  auto file = BinaryFile::parse(build_binary_file(kModelMagic, kModelVersion, sections), "damaged",
                                kModelMagic, kModelVersion);
  EXPECT_TRUE(file);
  return Model::parse(std::move(*file));
}

TEST(Model, ShippedModelsAreWhole) {
  for (const char* language : {"fr", "en"}) {
    const std::string path = std::string(SELON_SOURCE_DIR) + "/models/" + language + ".selon-model";
    const auto model = Model::open(path);
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->language, language);
    EXPECT_EQ(model->upos.size(), 17u);
    EXPECT_LE(read_file(path)->size(), std::size_t{15} << 20);
  }
}

TEST(Model, RefusesAFileOfAnotherKind) {
  const auto model = Model::open(kLexicon);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kBadFormat);
  EXPECT_EQ(Model::open("/nonexistent.selon-model").error().code, ErrorCode::kNotFound);
}

TEST(Model, RefusesAShippedModelCutShortOrAltered) {
  const auto bytes = read_file(kModel);
  ASSERT_TRUE(bytes);
  const auto refused = [](std::string damaged) {
    return !BinaryFile::parse(std::move(damaged), "damaged", kModelMagic, kModelVersion);
  };
  for (std::size_t size = 0; size < bytes->size(); size += bytes->size() / 23) {
    EXPECT_TRUE(refused(bytes->substr(0, size))) << size;
  }
  std::mt19937 random(3);
  for (int k = 0; k < 20; ++k) {
    std::string altered = *bytes;
    altered[random() % altered.size()] ^= 1;
    EXPECT_TRUE(refused(altered));
  }
}

TEST(Model, RefusesAFileOfAnotherVersion) {
  const auto file = BinaryFile::parse(build_binary_file(kModelMagic, 3, sections_of(kModel)),
                                      "old.selon-model", kModelMagic, kModelVersion);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().to_string(), "old.selon-model: version 3, this program reads version 4");
}

// With the checksum made right again, the reader itself has to see that something is missing.
TEST(Model, RefusesEverySectionThatIsMissingOrShort) {
  const Sections whole = sections_of(kModel);
  for (std::size_t k = 0; k < whole.size(); ++k) {
    Sections without = whole;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(k));
    const auto missing = parse(without);
    ASSERT_FALSE(missing) << whole[k].first;
    EXPECT_EQ(missing.error().code, ErrorCode::kBadFormat);
    Sections short_one = whole;
    short_one[k].second.pop_back();
    EXPECT_FALSE(parse(short_one)) << whole[k].first;
  }
}

TEST(Model, RefusesAbsurdSizes) {
  Sections sections = sections_of(kModel);
  for (const char* size : {"0", "7", "99999999999999999999", "-192", "4128"}) {
    sections[0].second = "language\tfr\nwidth\t" + std::string(size) +
                         "\ndepth\t6\narc\t128\nlabel\t64\ntreebank\tgsd\n";
    EXPECT_FALSE(parse(sections)) << size;
  }
}

TEST(Model, OddsKeepOrderAndEnds) {
  const Model::Odds same, modest{.slope = 0.5f, .offset = 0};
  EXPECT_EQ(modest.of(0), 0);
  EXPECT_EQ(modest.of(1), 1);
  EXPECT_FLOAT_EQ(same.of(0.3f), 0.3f);
  EXPECT_FLOAT_EQ(modest.of(0.5f), 0.5f);
  EXPECT_FLOAT_EQ(modest.of(0.9f), 0.75f);  // odds of 9 : 1 become 3 : 1
}

// Weights that are nonsense give a nonsense parse, but a parse.
TEST(Model, NonsenseWeightsDoNoHarm) {
  const auto lexicon = Lexicon::open(kLexicon);
  ASSERT_TRUE(lexicon);
  const Sections whole = sections_of(kModel);
  std::mt19937 random(4);
  for (int round = 0; round < 12; ++round) {
    Sections sections = whole;
    for (auto& [name, bytes] : sections) {
      const bool text = name == "meta" || name.ends_with(".keys") || name == "lemma.values";
      if (text || bytes.empty() || random() % 3 != 0) continue;
      for (int k = 0; k < 50; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    const auto model = parse(sections);
    if (!model) continue;
    const Network network(*model, *lexicon, 0);
    Network::Workspace space;
    auto out = network.run({{"Le", "traité", "tient", "."}, {"Oui"}}, space);
    network.add_scripts(std::vector<Network::Place>{{0, 1}}, space, out);
    EXPECT_LT(out[0][1].script, model->scripts.size());
    for (const Prediction& sentence : out) {
      for (const PredictedWord& word : sentence) {
        EXPECT_LT(word.upos, model->upos.size());
        EXPECT_LT(word.deprel, model->deprels.size());
        EXPECT_LE(word.head, static_cast<std::int32_t>(sentence.size()));
      }
    }
  }
}

}  // namespace
}  // namespace selon
