// Work on many items on several threads, with results in the order of the items and bounded memory.
//
//   run_ordered<Document, std::string>(
//       8,
//       [&](const auto& push) { for (auto& path : paths) if (!push(read(path))) return; },
//       [&](Document d) { return code(d); },                   // on any of 8 threads
//       [&](std::string lines) { return print(lines); });      // on the calling thread, in order
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace selon {

// `produce` runs on a thread of its own and calls push(item) until it is done or push returns
// false. `take` returns false to stop early; items under way are then dropped. At most 4 items a
// thread are read ahead or wait for their turn.
template <typename In, typename Out>
void run_ordered(size_t jobs, const std::function<void(const std::function<bool(In)>&)>& produce,
                 const std::function<Out(In)>& work, const std::function<bool(Out)>& take) {
  const size_t window = 4 * jobs;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::pair<size_t, In>> waiting;
  std::map<size_t, Out> finished;
  size_t pushed = 0, taken = 0;
  bool end = false, stop = false;

  std::vector<std::jthread> threads;
  threads.emplace_back([&] {
    produce([&](In item) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stop || pushed - taken < window; });
      if (stop) return false;
      waiting.emplace_back(pushed++, std::move(item));
      changed.notify_all();
      return true;
    });
    const std::lock_guard lock(mutex);
    end = true;
    changed.notify_all();
  });
  for (size_t i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      std::unique_lock lock(mutex);
      while (true) {
        changed.wait(lock, [&] { return stop || end || !waiting.empty(); });
        if (stop || waiting.empty()) return;
        auto [number, item] = std::move(waiting.front());
        waiting.pop_front();
        lock.unlock();
        Out out = work(std::move(item));
        lock.lock();
        finished.emplace(number, std::move(out));
        changed.notify_all();
      }
    });
  }
  std::unique_lock lock(mutex);
  while (true) {
    changed.wait(lock, [&] { return finished.contains(taken) || (end && taken == pushed); });
    if (!finished.contains(taken)) break;
    auto node = finished.extract(taken);
    lock.unlock();
    const bool more = take(std::move(node.mapped()));
    lock.lock();
    ++taken;
    changed.notify_all();
    if (!more) break;
  }
  stop = true;
  changed.notify_all();
}

}  // namespace selon
