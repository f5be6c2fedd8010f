#pragma once

#include "base/context.h"
#include "store/connection.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dossier::store {

// interactive: somebody waits; short; kept together with others in one commit. bulk: a job's rows; alone in its commit,
// and stopped at its deadline.
enum class Priority { interactive, bulk };

// The one thread that changes the database. Thread-safe.
class Writer {
 public:
  struct Write {
    Priority priority = Priority::interactive;
    Deadline deadline = Deadline::never();
    std::function<bool()> abandoned;                 // nobody waits any more: not started if it was not
    std::function<Result<void>(Transaction&)> body;  // at most once, on the writer's thread
    std::function<void(Result<void>)> done;          // exactly once, after the commit or instead of it
  };

  struct Counters {
    std::size_t waiting = 0;
    std::uint64_t committed = 0, failed = 0, refused = 0, commits = 0;
  };

  explicit Writer(std::unique_ptr<Connection> connection);
  ~Writer();  // ends the write that runs, fails those that wait with `cancelled`
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Fails at once with over_capacity when the queue of that priority is full.
  Result<void> post(Write write);
  Counters counters() const;

 private:
  struct Outcome {
    Write write;
    Result<void> result;
    std::vector<std::function<void()>> hooks;
  };

  void run();
  std::optional<Write> next(std::unique_lock<std::mutex>& lock);
  std::optional<Write> next_for_group();
  void run_group(Write first);
  bool run_body(Write write, std::vector<Outcome>& group);
  Result<void> call(Write& write, Transaction& transaction);
  void finish(std::vector<Outcome> group, const Result<void>& committed);

  std::unique_ptr<Connection> connection_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Write> interactive_, bulk_;
  int groups_since_bulk_ = 0;
  bool closing_ = false;
  Counters counters_;
  std::thread thread_;
};

}  // namespace dossier::store
