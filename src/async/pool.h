#pragma once

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
  };

  explicit Pool(PoolOptions options);
  // Refuses new work, lets running work end (it sees closing()), drops what waits, joins the threads.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // Fails at once with over_capacity when the queue is full, with cancelled when the pool is closing.
  // Accepted work is called exactly once, with Turn::dropped if it never had its turn.
  Result<void> post(Work work);

  // Refuses new work and makes running work see closing(), without waiting.
  void close();
  bool closing() const { return closing_.load(std::memory_order_relaxed); }
  Counters counters() const;
  const std::string& name() const { return options_.name; }

 private:
  void run_thread();

  const PoolOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Work> queue_;
  Counters counters_;
  std::atomic<bool> closing_{false};
  std::vector<std::thread> threads_;
};

}  // namespace dossier::async
