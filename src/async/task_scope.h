#pragma once

#include "async/event.h"

#include <boost/asio/cancellation_signal.hpp>

#include <functional>
#include <memory>
#include <string>

namespace dossier::async {

// The owner of background work of one loop: nothing is spawned that somebody does not stop and wait for.
// Everything on the loop's thread. Ends in this order: stop_intake, (cancel,) wait, destruction. Work that is still
// suspended when the scope is destroyed must never run again: its io_context is being destroyed too, or work was lost.
class TaskScope {
 public:
  using Work = std::function<Task<void>()>;
  // Told when a task lets an exception out, which is a fault of ours; by default a line on stderr.
  using OnFault = std::function<void(const std::string& what)>;

  explicit TaskScope(Executor executor, OnFault on_fault = {});
  ~TaskScope();
  TaskScope(const TaskScope&) = delete;
  TaskScope& operator=(const TaskScope&) = delete;

  // Starts work() on the loop, at its next turn. `work` and what it captured live until its task has ended.
  // Refused with `cancelled` once intake was stopped: the work is not started.
  Result<void> spawn(Work work);

  void stop_intake();
  // Cancels every task that runs now: its waits return `cancelled`.
  void cancel();
  // Until no task runs. Fails with deadline_exceeded when some still do.
  Task<Result<void>> wait(Deadline deadline);

  std::size_t running() const;

 private:
  struct State;
  static void finished(const std::shared_ptr<State>& state, std::size_t number, std::exception_ptr fault);

  Executor executor_;
  std::shared_ptr<State> state_;  // shared with the tasks' completions, which may come after a lost scope
};

}  // namespace dossier::async
