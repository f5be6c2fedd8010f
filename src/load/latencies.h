#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace dossier::load {

// How long things took, from a microsecond to a quarter of an hour, to 1 %: 16 KiB however many there were.
class Latencies {
 public:
  Latencies();

  void add(std::chrono::nanoseconds took);
  void add(const Latencies& others);

  std::uint64_t count() const { return count_; }
  // What `share` of them (0.99) did not take longer than; 0 when there was none.
  double milliseconds_at(double share) const;
  std::uint64_t count_above(double ms) const;
  double milliseconds_max() const { return max_ms_; }

 private:
  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  double max_ms_ = 0;
};

}  // namespace dossier::load
