#pragma once

#include <chrono>

namespace dossier {

using SteadyTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

// Where the time comes from. Passed in, so that tests move it by hand. Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual SteadyTime steady() const = 0;  // for measuring and for deadlines
  virtual WallTime wall() const = 0;      // for what is written down, UTC
};

// The machine's clocks. Outlives everything.
const Clock& system_clock();

// A clock that stands still until it is moved. Not thread-safe while it is being moved.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime start = WallTime{}) : wall_(start) {}
  SteadyTime steady() const override { return steady_; }
  WallTime wall() const override { return wall_; }
  void advance(std::chrono::nanoseconds by) {
    steady_ += std::chrono::duration_cast<SteadyTime::duration>(by);
    wall_ += std::chrono::duration_cast<WallTime::duration>(by);
  }

 private:
  SteadyTime steady_{};
  WallTime wall_;
};

}  // namespace dossier
