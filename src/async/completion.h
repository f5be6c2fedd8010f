#pragma once

#include "async/timer.h"

#include <boost/asio/post.hpp>

#include <atomic>
#include <memory>
#include <optional>

namespace dossier::async {

// One result on its way from any thread to one coroutine. The waiter leaves at its deadline or when it is cancelled;
// the work that should have completed it keeps the completion alive and may still complete it, to nobody. Racing
// `co_spawn(pool, work) || timer` does not do this: it returns only after the work has.
//
//   auto done = Completion<int>::make(executor);          // the waiter's own loop
//   send_somewhere([done] { done->complete(42); });       // any thread, at most one call counts
//   Result<int> answer = co_await Completion<int>::wait(done, context.deadline, "the look-up");
template <class T>
class Completion : public std::enable_shared_from_this<Completion<T>> {
 public:
  static std::shared_ptr<Completion> make(Executor executor) {
    return std::shared_ptr<Completion>(new Completion(std::move(executor)));
  }

  // Any thread; the first result counts. The result is handed over on the waiter's loop.
  void complete(Result<T> result) {
    if (completed_.exchange(true)) return;
    boost::asio::post(executor_, [self = this->shared_from_this(), result = std::move(result)]() mutable {
      self->result_.emplace(std::move(result));
      self->timer_.cancel();
    });
  }

  // Any thread: nobody waits any more, so the work may stop.
  bool abandoned() const { return abandoned_.load(std::memory_order_relaxed); }

  // Called once, on the loop it was made for. `what` is a literal that names the work in the error.
  static Task<Result<T>> wait(std::shared_ptr<Completion> self, Deadline deadline, const char* what) {
    const Abandon on_leaving{*self};
    self->timer_.expires_at(deadline.when());
    Wake wake = Wake::interrupted;
    if (!self->result_) wake = co_await wait_on(self->timer_);
    // A result that came in the same turn of the loop as the deadline is still the better answer.
    if (self->result_) co_return std::move(*self->result_);
    if (wake == Wake::cancelled) co_return cancelled_error(what);
    co_return deadline_error(what);
  }

 private:
  struct Abandon {
    Completion& completion;
    ~Abandon() { completion.abandoned_.store(true, std::memory_order_relaxed); }
  };

  explicit Completion(Executor executor) : executor_(std::move(executor)), timer_(executor_) {}

  Executor executor_;
  boost::asio::steady_timer timer_;  // waiter's loop only
  std::optional<Result<T>> result_;  // waiter's loop only
  std::atomic<bool> completed_{false};
  std::atomic<bool> abandoned_{false};
};

}  // namespace dossier::async
