#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "base/files.h"

namespace selon {
namespace {

std::string path_of(const char* name) { return testing::TempDir() + name; }

TEST(MappedFile, GivesTheBytesOfTheFile) {
  const std::string path = path_of("mapped_file_test");
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(write_file(path, bytes));
  Result<MappedFile> file = MappedFile::open(path);
  ASSERT_TRUE(file) << file.error().to_string();
  EXPECT_EQ(file->bytes(), bytes);
  const MappedFile moved = std::move(*file);
  EXPECT_EQ(moved.bytes(), bytes);
  // A new file in its place does not change what is mapped.
  ASSERT_TRUE(write_file(path, "other"));
  EXPECT_EQ(moved.bytes(), bytes);
  std::remove(path.c_str());
}

TEST(MappedFile, AnEmptyFileHasNoBytes) {
  const std::string path = path_of("mapped_file_test_empty");
  ASSERT_TRUE(write_file(path, ""));
  const Result<MappedFile> file = MappedFile::open(path);
  ASSERT_TRUE(file) << file.error().to_string();
  EXPECT_TRUE(file->bytes().empty());
  std::remove(path.c_str());
}

TEST(MappedFile, SaysWhatCannotBeRead) {
  EXPECT_EQ(MappedFile::open(path_of("no_such_file")).error().code, ErrorCode::kNotFound);
  const Result<MappedFile> folder = MappedFile::open(testing::TempDir());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kNotReadable);
  EXPECT_EQ(MappedFile::open("/dev/null").error().code, ErrorCode::kNotReadable);
}

}  // namespace
}  // namespace selon
