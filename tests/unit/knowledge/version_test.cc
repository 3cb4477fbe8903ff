#include "knowledge/version.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "knowledge/data_dir.h"

namespace selon {
namespace {

namespace fs = std::filesystem;

std::string copy_of_data(const std::string& name) {
  const std::string to = testing::TempDir() + name;
  fs::remove_all(to);
  fs::create_directories(to + "/lang/fr");
  fs::create_directories(to + "/ontology");
  fs::copy(SELON_BUILD_DIR "/share/selon/gazetteer.bin", to + "/gazetteer.bin");
  fs::create_directories(to + "/actors");
  EXPECT_TRUE(write_file(to + "/actors/a.tsv", "# one\nx\ty\n"));
  EXPECT_TRUE(write_file(to + "/lang/fr/b.tsv", "x\n"));
  return to;
}

TEST(Version, DependsOnContentsOnly) {
  const auto first = lexicon_hash(copy_of_data("selon_data_1"));
  ASSERT_TRUE(first) << first.error().to_string();
  EXPECT_EQ(first->size(), 64u);
  const std::string other = copy_of_data("selon_data_2");
  EXPECT_EQ(*lexicon_hash(other), *first);
  ASSERT_TRUE(write_file(other + "/lang/fr/b.tsv", "y\n"));
  EXPECT_NE(*lexicon_hash(other), *first);
  ASSERT_TRUE(write_file(other + "/lang/fr/b.tsv", "x\n"));
  EXPECT_EQ(*lexicon_hash(other), *first);
  fs::rename(other + "/lang/fr/b.tsv", other + "/lang/fr/c.tsv");
  EXPECT_NE(*lexicon_hash(other), *first);
}

TEST(Version, MissingFolderIsAnError) {
  const auto none = lexicon_hash(testing::TempDir() + "selon_no_such_folder");
  ASSERT_FALSE(none);
}

TEST(DataDir, EnvironmentComesFirst) {
  const std::string dir = copy_of_data("selon_data_3");
  setenv("SELON_DATA", dir.c_str(), 1);
  auto found = find_data_dir();
  setenv("SELON_DATA", (dir + "/lang").c_str(), 1);
  auto wrong = find_data_dir();
  unsetenv("SELON_DATA");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, dir);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(find_data_dir());
}

}  // namespace
}  // namespace selon
