#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::async {

struct BreakerOptions {
  std::string name;          // in the errors
  int failures_to_open = 5;  // in a row
  std::chrono::nanoseconds open_time = std::chrono::seconds(60);
  std::chrono::nanoseconds caller_time = std::chrono::seconds(5);  // for so long a caller's failures are one
};

// Keeps callers from waiting for something that has failed repeatedly. Closed: all may pass. Open, after so many
// failures in a row: nobody may, for a while. Half-open: one may try; its success closes the breaker, its failure opens
// it again. Thread-safe. Outlives its passes.
//
// What one caller's calls fail of side by side, or tried again at once, has one cause and is one failure: a case that
// asks twelve things says no more about the other side than a question that asks one. A call that it begins later
// counts anew.
class Breaker {
 public:
  enum class State { closed, half_open, open };

  // The right to make one call. Whoever has it says how the call ended; silence (the caller was cancelled, the call was
  // never made) says nothing about the other side. A call that was let in before the breaker opened has no say about
  // the state after.
  class Pass {
   public:
    Pass(Pass&& other) noexcept
        : breaker_(std::exchange(other.breaker_, nullptr)),
          period_(other.period_),
          begun_(other.begun_),
          caller_(std::move(other.caller_)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() { settle(Ending::unknown); }

    void succeeded() { settle(Ending::success); }
    void failed() { settle(Ending::failure); }

   private:
    friend class Breaker;
    enum class Ending { unknown, success, failure };
    Pass(Breaker& breaker, std::uint64_t period, std::uint64_t begun, std::string caller)
        : breaker_(&breaker), period_(period), begun_(begun), caller_(std::move(caller)) {}
    void settle(Ending ending);

    Breaker* breaker_;
    std::uint64_t period_, begun_;
    std::string caller_;
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

  // Fails with unavailable while it is open, or half-open with somebody trying. `caller` names for whom the call is
  // made (a trace id); empty: for nobody else, so that its failure counts by itself.
  Result<Pass> admit(std::string caller = {});
  // Whether admit() would let a caller in now. Only a hint: others may come first.
  bool would_admit() const;
  // A look from elsewhere (a health check) found the other side well: an open breaker may be tried at once.
  void looks_well();
  Status status() const;

 private:
  // A failure that was counted: its place in the order of calls and failures, and its time.
  struct Counted {
    std::string caller;
    std::uint64_t moment;
    SteadyTime time;
  };

  // The rest with the lock held, but settle.
  State state_now() const;
  void settle(const Pass& pass, Pass::Ending ending);
  void note_failure(const Pass& pass);
  bool is_known(const Pass& pass) const;  // its caller has failed of the same already

  const BreakerOptions options_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  bool open_ = false;    // or half-open, once until_ has passed
  bool trying_ = false;  // half-open: somebody has the one pass
  SteadyTime until_{};
  std::uint64_t period_ = 0;  // counts openings and closings
  std::uint64_t moment_ = 0;  // counts calls that began and failures that were counted
  std::vector<Counted> row_;  // the failures since the last success or opening: fewer than failures_to_open
  Status status_;
};

std::string_view name_of(Breaker::State state);  // "closed", "half_open", "open"

}  // namespace dossier::async
