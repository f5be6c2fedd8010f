#include "async/manual_time.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution/context.hpp>
#include <boost/asio/query.hpp>

#include <algorithm>

namespace dossier::async {
namespace {

namespace asio = boost::asio;

// Where a loop keeps who moves its clock. The program's loops have none.
class Mover final : public asio::execution_context::service {
 public:
  using key_type = Mover;
  static asio::execution_context::id id;
  explicit Mover(asio::execution_context& loop) : asio::execution_context::service(loop) {}
  ManualTime* time = nullptr;

 private:
  void shutdown() override {}
};
asio::execution_context::id Mover::id;

ManualTime* time_of(asio::steady_timer& timer) {
  asio::execution_context& loop = asio::query(timer.get_executor(), asio::execution::context);
  return asio::has_service<Mover>(loop) ? asio::use_service<Mover>(loop).time : nullptr;
}

}  // namespace

ManualTime::ManualTime(asio::execution_context& loop) : loop_(loop) {
  clock_.advance(system_clock().steady().time_since_epoch());
  asio::use_service<Mover>(loop_).time = this;
}

ManualTime::~ManualTime() {
  asio::use_service<Mover>(loop_).time = nullptr;
  for (Wait* wait : waits_) wait->time_ = nullptr;  // which end with the loop
}

std::optional<SteadyTime> ManualTime::next() const {
  SteadyTime earliest = SteadyTime::max();
  for (const Wait* wait : waits_) earliest = std::min(earliest, wait->when_);
  return earliest == SteadyTime::max() ? std::nullopt : std::optional(earliest);
}

void ManualTime::advance(std::chrono::nanoseconds by) {
  clock_.advance(by);
  for (Wait* wait : waits_) {
    if (wait->due_ || wait->when_ > clock_.steady()) continue;
    wait->due_ = true;
    wait->timer_.cancel();
  }
}

ManualTime::Wait::Wait(asio::steady_timer& timer) : time_(time_of(timer)), timer_(timer), when_(timer.expiry()) {
  if (time_ == nullptr) return;
  place_ = time_->waits_.insert(time_->waits_.end(), this);
  due_ = when_ <= time_->clock_.steady();
  // What is due already ends at the loop's next turn.
  timer_.expires_at(due_ ? SteadyTime::min() : SteadyTime::max());
}

ManualTime::Wait::~Wait() {
  if (time_ != nullptr) time_->waits_.erase(place_);
}

}  // namespace dossier::async
