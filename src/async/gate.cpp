#include "async/gate.h"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>

namespace dossier::async {

namespace asio = boost::asio;

struct Gate::Waiter {
  Waiter(const Executor& executor, Deadline deadline) : timer(executor, deadline.when()) {}
  asio::steady_timer timer;  // the waiter's loop only
  bool granted = false;      // under the gate's mutex
};

// A waiter's place at the door. However the waiting coroutine ends, its place, or the slot it was just given, goes
// back.
class Gate::Place {
 public:
  Place(Gate& gate, std::shared_ptr<Waiter> waiter) : gate_(gate), waiter_(std::move(waiter)) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (waiter_ && gate_.give_up(waiter_)) gate_.leave();
  }
  // True when the slot had been granted, which is then the caller's.
  bool settle() { return gate_.give_up(std::exchange(waiter_, nullptr)); }

 private:
  Gate& gate_;
  std::shared_ptr<Waiter> waiter_;
};

Gate::Gate(GateOptions options) : options_(std::move(options)) {
  DOSSIER_CHECK(options_.slots > 0);
}

Task<Result<Gate::Permit>> Gate::enter(Deadline deadline) {
  const Executor executor = co_await asio::this_coro::executor;
  CO_TRY(const std::shared_ptr<Waiter> waiter, knock(executor, deadline));
  if (!waiter) co_return Permit(*this);

  Place place(*this, waiter);
  const Wake wake = co_await wait_on(waiter->timer);
  if (place.settle()) co_return Permit(*this);
  if (wake == Wake::cancelled) co_return cancelled_error("the wait for a free slot");
  {
    const std::lock_guard lock(mutex_);
    ++counters_.timed_out;
  }
  co_return deadline_error("the wait for a free slot");
}

Gate::Counters Gate::counters() const {
  const std::lock_guard lock(mutex_);
  Counters counters = counters_;
  counters.waiting = queue_.size();
  return counters;
}

Result<std::shared_ptr<Gate::Waiter>> Gate::knock(const Executor& executor, Deadline deadline) {
  const std::lock_guard lock(mutex_);
  if (counters_.inside < options_.slots) {
    ++counters_.inside;
    ++counters_.entered;
    return std::shared_ptr<Waiter>();
  }
  if (queue_.size() >= options_.waiting_max) {
    ++counters_.refused;
    return Error{ErrorCode::over_capacity, "too many calls are waiting already; try again in a few seconds",
                 options_.name};
  }
  auto waiter = std::make_shared<Waiter>(executor, deadline);
  queue_.push_back(waiter);
  return waiter;
}

void Gate::leave() {
  std::shared_ptr<Waiter> next;
  {
    const std::lock_guard lock(mutex_);
    if (queue_.empty()) {
      --counters_.inside;
      return;
    }
    // The slot goes from hand to hand: nobody who knocks now can overtake the one who waited longest.
    next = std::move(queue_.front());
    queue_.pop_front();
    next->granted = true;
    ++counters_.entered;
  }
  const auto executor = next->timer.get_executor();
  asio::post(executor, [next = std::move(next)] { next->timer.cancel(); });
}

bool Gate::give_up(const std::shared_ptr<Waiter>& waiter) {
  const std::lock_guard lock(mutex_);
  if (waiter->granted) return true;
  queue_.erase(std::remove(queue_.begin(), queue_.end(), waiter), queue_.end());
  return false;
}

}  // namespace dossier::async
