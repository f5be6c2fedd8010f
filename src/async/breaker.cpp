#include "async/breaker.h"

#include <algorithm>

namespace dossier::async {

void Breaker::Pass::settle(Ending ending) {
  if (breaker_ != nullptr) std::exchange(breaker_, nullptr)->settle(*this, ending);
}

Breaker::State Breaker::state_now() const {
  if (!open_) return State::closed;
  return clock_.steady() >= until_ ? State::half_open : State::open;
}

Result<Breaker::Pass> Breaker::admit(std::string caller) {
  const std::lock_guard lock(mutex_);
  const State state = state_now();
  if (state == State::open || (state == State::half_open && trying_)) {
    return Error{ErrorCode::unavailable, "it failed repeatedly and rests; it is tried again within a minute",
                 options_.name};
  }
  trying_ = state == State::half_open;
  return Pass(*this, period_, ++moment_, std::move(caller));
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

void Breaker::settle(const Pass& pass, Pass::Ending ending) {
  const std::lock_guard lock(mutex_);
  if (pass.period_ != period_) return;
  if (open_) trying_ = false;  // the one that tried
  if (ending == Pass::Ending::failure) note_failure(pass);
  if (ending != Pass::Ending::success) return;
  status_.failures = 0;
  row_.clear();
  if (open_) ++period_;
  open_ = false;
}

bool Breaker::is_known(const Pass& pass) const {
  const SteadyTime now = clock_.steady();
  return std::any_of(row_.begin(), row_.end(), [&](const Counted& one) {
    const bool beside = pass.begun_ < one.moment, at_once = now - one.time < options_.caller_time;
    return !one.caller.empty() && one.caller == pass.caller_ && (beside || at_once);
  });
}

void Breaker::note_failure(const Pass& pass) {
  status_.last_failure = clock_.wall();
  if (is_known(pass)) return;
  ++status_.failures;
  if (!open_ && status_.failures < options_.failures_to_open) {
    row_.push_back({pass.caller_, ++moment_, clock_.steady()});
    return;
  }
  open_ = true;
  until_ = clock_.steady() + std::chrono::duration_cast<SteadyTime::duration>(options_.open_time);
  ++status_.openings;
  ++period_;
  row_.clear();
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
