#pragma once

#include <chrono>
#include <mutex>

namespace dossier::async {

// How many retries may be added to the calls that are made anyway. Every call pays in a share of a retry, every retry
// takes out a whole one: over time at most `share` of the calls are repeated, so that an outage is not multiplied by
// the number of attempts just when the other side is weakest. Thread-safe.
class RetryBudget {
 public:
  // Begins full: a quiet program may retry its first failures.
  RetryBudget(double share, double saved_max) : share_(share), saved_max_(saved_max), saved_(saved_max) {}

  void call_begins();
  // False: do not retry.
  bool take();

 private:
  const double share_, saved_max_;
  std::mutex mutex_;
  double saved_;
};

// The pause before attempt `attempt` (2 is the first retry): twice as long each time, and a random part of its second
// half, so that callers that failed together do not come back together. `chance` is in [0, 1).
std::chrono::nanoseconds backoff(int attempt, std::chrono::nanoseconds first, std::chrono::nanoseconds longest,
                                 double chance);

}  // namespace dossier::async
