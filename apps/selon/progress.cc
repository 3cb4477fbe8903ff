#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace selon {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr auto kLine = std::chrono::seconds(30);

std::string minutes(double seconds) {
  const int s = static_cast<int>(seconds + 0.5);
  char out[32];
  if (s >= 3600)
    std::snprintf(out, sizeof out, "%d h %02d min", s / 3600, s / 60 % 60);
  else
    std::snprintf(out, sizeof out, "%d:%02d", s / 60, s % 60);
  return out;
}

}  // namespace

Progress::Progress(std::string what, uint64_t total, bool quiet)
    : what_(std::move(what)),
      total_(total),
      quiet_(quiet),
      terminal_(isatty(STDERR_FILENO)),
      start_(Clock::now()),
      last_(start_) {}

void Progress::step(uint64_t bytes_done) {
  ++done_;
  bytes_ = bytes_done;
  if (quiet_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kLine))) return;
  last_ = now;
  draw(now);
}

void Progress::draw(Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - start_).count();
  char text[160];
  std::snprintf(text, sizeof text, "%s: %zu articles, %.1f a second", what_.c_str(), done_,
                static_cast<double>(done_) / seconds);
  std::string line = text;
  if (total_ > 0 && bytes_ > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_));
    std::snprintf(text, sizeof text, ", %d %%, %s left", static_cast<int>(100 * share),
                  minutes(seconds * (1 - share) / share).c_str());
    line += text;
    if (terminal_) {
      constexpr int kCells = 24;
      std::string bar = "[";
      for (int i = 0; i < kCells; ++i) bar += i < static_cast<int>(share * kCells) ? '#' : '.';
      line = bar + "] " + line;
    }
  }
  if (terminal_)
    std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
  else
    std::fprintf(stderr, "%s\n", line.c_str());
  drawn_ = terminal_;
}

void Progress::clear() {
  if (drawn_) std::fprintf(stderr, "\r\x1b[K");
  drawn_ = false;
}

void Progress::end() { clear(); }

}  // namespace selon
