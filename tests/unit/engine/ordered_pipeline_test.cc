#include "engine/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace selon {
namespace {

using Push = std::function<bool(int)>;

TEST(OrderedPipeline, KeepsTheOrderWhateverTakesLong) {
  for (size_t jobs : {1, 3, 16}) {
    std::vector<int> taken;
    run_ordered<int, int>(
        jobs,
        [](const Push& push) {
          for (int i = 0; i < 200; ++i) push(i);
        },
        [](int i) {
          if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
          return i * i;
        },
        [&](int square) {
          taken.push_back(square);
          return true;
        });
    ASSERT_EQ(taken.size(), 200u);
    for (int i = 0; i < 200; ++i) EXPECT_EQ(taken[i], i * i);
  }
}

TEST(OrderedPipeline, NothingToDo) {
  int taken = 0;
  run_ordered<int, int>(
      4, [](const Push&) {}, [](int i) { return i; }, [&](int) { return ++taken, true; });
  EXPECT_EQ(taken, 0);
}

TEST(OrderedPipeline, StopsEarly) {
  std::atomic<int> pushed = 0;
  int taken = 0;
  run_ordered<int, int>(
      2,
      [&](const Push& push) {
        while (push(pushed)) ++pushed;
      },
      [](int i) { return i; }, [&](int) { return ++taken < 5; });
  EXPECT_EQ(taken, 5);
}

TEST(OrderedPipeline, ReadsNoFurtherAheadThanTheWindow) {
  std::atomic<int> alive = 0, most = 0;
  run_ordered<int, int>(
      2,
      [&](const Push& push) {
        for (int i = 0; i < 100; ++i) {
          most = std::max<int>(most, ++alive);
          push(i);
        }
      },
      [](int i) { return i; }, [&](int) { return --alive, true; });
  EXPECT_LE(most, 4 * 2 + 2);
}

}  // namespace
}  // namespace selon
