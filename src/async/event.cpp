#include "async/event.h"

#include <boost/asio/this_coro.hpp>

namespace dossier::async {

Event::~Event() {
  DOSSIER_CHECK(waiters_.empty());
}

Task<Result<void>> Event::wait(Deadline deadline) {
  const Executor executor = co_await boost::asio::this_coro::executor;
  Waiter waiter{boost::asio::steady_timer(executor, deadline.when())};
  struct Listed {
    std::list<Waiter*>& list;
    std::list<Waiter*>::iterator place;
    ~Listed() { list.erase(place); }
  };
  const Listed listed{waiters_, waiters_.insert(waiters_.end(), &waiter)};

  const Wake wake = co_await wait_on(waiter.timer);
  if (waiter.notified) co_return Result<void>();
  if (wake == Wake::cancelled) co_return cancelled_error("the wait");
  co_return deadline_error("the wait");
}

void Event::notify_all() {
  for (Waiter* waiter : waiters_) {
    waiter->notified = true;
    waiter->timer.cancel();
  }
}

}  // namespace dossier::async
