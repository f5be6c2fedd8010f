#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace dossier::async {

struct PoolOptions {
  std::string name;  // of the threads, as `top -H` shows them; 15 bytes are kept
  std::size_t threads = 1;
  std::size_t queue_max = 0;  // waiting pieces of work, without those that run
  bool lowered = false;       // nice 10, so that the io loops come first
  std::size_t reserve = 0;    // the last places of the queue, for work that was accepted long ago: see full()
  // While the first of the queue has waited so long, the pool counts as full: who is let in is served soon, and as the
  // queue is never empty then, nothing of what the threads can do is lost. 0: only the length counts.
  std::chrono::nanoseconds queue_time_max{0};
  std::function<void(std::chrono::nanoseconds)> on_turn = {};  // told, on the thread, how long each piece waited
};

// Whether a piece of work gets its turn, or the pool closed before it came to it.
enum class Turn { run, dropped };

// Threads that may block, behind one bounded queue, first come first served. Thread-safe. Work sent here must not
// throw.
class Pool {
 public:
  using Work = std::function<void(Turn)>;

  // What the metrics show. Each figure is exact; together they are a moment's impression.
  struct Counters {
    std::size_t waiting = 0, running = 0;
    std::uint64_t finished = 0, refused = 0;
    std::chrono::nanoseconds oldest_wait{0};  // of the first in the queue
  };

  explicit Pool(PoolOptions options);
  // Refuses new work, lets running work end (it sees closing()), drops what waits, joins the threads.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // Fails at once with over_capacity when no place is left, with cancelled when the pool is closing.
  // Accepted work is called exactly once, with Turn::dropped if it never had its turn.
  Result<void> post(Work work);

  // Refuses new work and makes running work see closing(), without waiting.
  void close();
  bool closing() const { return closing_.load(std::memory_order_relaxed); }
  Counters counters() const;
  // Whether whoever brings new work should be refused: all places but the reserve are taken, or the queue is too slow.
  bool full() const;
  // Whether half of that is used up: what can come later should.
  bool strained() const;
  const std::string& name() const { return options_.name; }

 private:
  struct Waiting {
    Work work;
    SteadyTime since;
  };

  void run_thread();
  // With the lock held: whether 1/`part` of what is allowed is used up.
  bool used_up(std::size_t part) const;

  const PoolOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Waiting> queue_;
  Counters counters_;
  std::atomic<bool> closing_{false};
  std::vector<std::thread> threads_;
};

}  // namespace dossier::async
