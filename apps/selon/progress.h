// How far a long command is: a bar on a terminal, one line every 30 seconds elsewhere, nothing when
// quiet. Always on stderr.
//
//   Progress progress("ingest", inputs.bytes_all(), context.quiet);
//   progress.step(inputs.bytes_read());   // another article is done
//   progress.end();                       // wipes the bar
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace selon {

class Progress {
 public:
  // `total` is in bytes; 0: unknown, as for standard input, then there is a count and a rate but no
  // bar.
  Progress(std::string what, uint64_t total, bool quiet);
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(uint64_t bytes_done);
  // Wipes the bar, so that something else can be printed; the next step draws it again.
  void clear();
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);

  std::string what_;
  uint64_t total_, bytes_ = 0;
  size_t done_ = 0;
  bool quiet_, terminal_, drawn_ = false;
  Clock::time_point start_, last_;
};

}  // namespace selon
