#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::async {

struct BreakerOptions {
  std::string name;          // in the errors
  int failures_to_open = 5;  // in a row
  std::chrono::nanoseconds open_time = std::chrono::seconds(60);
};

// Keeps callers from waiting for something that has failed repeatedly. Closed: all may pass. Open, after so many
// failures in a row: nobody may, for a while. Half-open: one may try; its success closes the breaker, its failure opens
// it again. Thread-safe. Outlives its passes.
class Breaker {
 public:
  enum class State { closed, half_open, open };

  // The right to make one call. Whoever has it says how the call ended; silence (the caller was cancelled, the call was
  // never made) says nothing about the other side. A call that was let in before the breaker opened has no say about
  // the state after.
  class Pass {
   public:
    Pass(Pass&& other) noexcept : breaker_(std::exchange(other.breaker_, nullptr)), period_(other.period_) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() { settle(Ending::unknown); }

    void succeeded() { settle(Ending::success); }
    void failed() { settle(Ending::failure); }

   private:
    friend class Breaker;
    enum class Ending { unknown, success, failure };
    Pass(Breaker& breaker, std::uint64_t period) : breaker_(&breaker), period_(period) {}
    void settle(Ending ending);

    Breaker* breaker_;
    std::uint64_t period_;
  };

  struct Status {
    State state = State::closed;
    int failures = 0;  // in a row
    std::uint64_t openings = 0;
    std::optional<WallTime> last_failure = {};
  };

  Breaker(BreakerOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}
  Breaker(const Breaker&) = delete;
  Breaker& operator=(const Breaker&) = delete;

  // Fails with unavailable while it is open, or half-open with somebody trying.
  Result<Pass> admit();
  // Whether admit() would let a caller in now. Only a hint: others may come first.
  bool would_admit() const;
  // A look from elsewhere (a health check) found the other side well: an open breaker may be tried at once.
  void looks_well();
  Status status() const;

 private:
  State state_now() const;  // with the lock held
  void settle(std::uint64_t period, Pass::Ending ending);

  const BreakerOptions options_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  bool open_ = false;    // or half-open, once until_ has passed
  bool trying_ = false;  // half-open: somebody has the one pass
  SteadyTime until_{};
  std::uint64_t period_ = 0;  // counts openings and closings
  Status status_;
};

std::string_view name_of(Breaker::State state);  // "closed", "half_open", "open"

}  // namespace dossier::async
