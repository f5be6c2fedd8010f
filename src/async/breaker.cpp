#include "async/breaker.h"

namespace dossier::async {

void Breaker::Pass::settle(Ending ending) {
  if (breaker_ != nullptr) std::exchange(breaker_, nullptr)->settle(period_, ending);
}

Breaker::State Breaker::state_now() const {
  if (!open_) return State::closed;
  return clock_.steady() >= until_ ? State::half_open : State::open;
}

Result<Breaker::Pass> Breaker::admit() {
  const std::lock_guard lock(mutex_);
  const State state = state_now();
  if (state == State::open || (state == State::half_open && trying_)) {
    return Error{ErrorCode::unavailable, "it failed repeatedly and rests; it is tried again within a minute",
                 options_.name};
  }
  trying_ = state == State::half_open;
  return Pass(*this, period_);
}

bool Breaker::would_admit() const {
  const std::lock_guard lock(mutex_);
  const State state = state_now();
  return state == State::closed || (state == State::half_open && !trying_);
}

void Breaker::looks_well() {
  const std::lock_guard lock(mutex_);
  if (open_) until_ = std::min(until_, clock_.steady());
}

void Breaker::settle(std::uint64_t period, Pass::Ending ending) {
  const std::lock_guard lock(mutex_);
  if (period != period_) return;
  if (open_) trying_ = false;  // the one that tried
  if (ending == Pass::Ending::unknown) return;
  if (ending == Pass::Ending::success) {
    status_.failures = 0;
    if (open_) ++period_;
    open_ = false;
    return;
  }
  ++status_.failures;
  status_.last_failure = clock_.wall();
  if (!open_ && status_.failures < options_.failures_to_open) return;
  open_ = true;
  until_ = clock_.steady() + std::chrono::duration_cast<SteadyTime::duration>(options_.open_time);
  ++status_.openings;
  ++period_;
}

Breaker::Status Breaker::status() const {
  const std::lock_guard lock(mutex_);
  Status status = status_;
  status.state = state_now();
  return status;
}

std::string_view name_of(Breaker::State state) {
  switch (state) {
    case Breaker::State::closed: return "closed";
    case Breaker::State::half_open: return "half_open";
    case Breaker::State::open: return "open";
  }
  return "closed";
}

}  // namespace dossier::async
