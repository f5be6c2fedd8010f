#pragma once

#include "async/timer.h"

#include <list>

namespace dossier::async {

// Wakes the coroutines of one loop that wait for something to change. Not thread-safe: everything on that loop.
// Like a condition variable: whoever wakes looks again at what it waited for.
class Event {
 public:
  Event() = default;
  ~Event();  // nobody waits any more
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  // Returns at the next notify_all; fails with deadline_exceeded or cancelled.
  Task<Result<void>> wait(Deadline deadline);
  void notify_all();

 private:
  struct Waiter {
    boost::asio::steady_timer timer;
    bool notified = false;
  };
  std::list<Waiter*> waiters_;
};

}  // namespace dossier::async
