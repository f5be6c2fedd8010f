#pragma once

#include "async/event.h"
#include "async/task_scope.h"
#include "base/limits.h"
#include "store/database.h"
#include "store/job_table.h"

#include <map>
#include <memory>

namespace dossier::store {

struct JobHandler {
  // Runs on the loop of Jobs. The context's deadline is the end of the lease less a margin, its principal and trace id
  // those of who enqueued. Success completes the job unless the handler did so itself. An error is tried again later,
  // or after the last attempt makes the job dead; during stop() the job is handed back instead and the attempt not
  // counted.
  std::function<async::Task<Result<void>>(Context, JobPayload)> run;
  std::size_t slots = 1;                   // of this kind at the same time
  std::chrono::nanoseconds time_max = {};  // for one attempt
  int attempts_max = limits::kJobAttemptsMax;
  bool ends_at_stop = false;  // stop() cancels its attempts at once: they mostly wait for another server
};

struct JobsOptions {
  std::size_t slots = limits::kJobSlots;  // of all kinds together
  std::chrono::nanoseconds first_delay = limits::kJobFirstDelay;
};

// The durable queue and the one that works it off. What was enqueued in a committed transaction is done exactly once in
// effect: handlers commit their result together with complete(), and whatever a crash interrupts is taken again.
// What belongs in transactions may be called on any thread, the rest on that of its loop. The database, the loop and
// the clock outlive it; it is destroyed after stop(), or after its loop will not run any more.
class Jobs {
 public:
  Jobs(Database& database, async::Executor executor, const Clock& clock, JobsOptions options = {});
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // ---- inside transactions, on the writer's thread ----
  // The job begins soon after the transaction is committed, and never if it is not.
  Result<JobId> enqueue(Transaction& transaction, const NewJob& job) const;
  // Part of the transaction that stores the job's result. Fails with conflict when the lease was lost: roll back.
  Result<void> complete(Transaction& transaction, const JobLease& lease) const;

  // Makes a dead job wait again, with all its attempts; conflict when it is not dead.
  Result<void> revive(Transaction& transaction, JobId job) const;

  // ---- working, on the loop (to look at jobs: JobTable::status, latest, counts) ----
  // Before start. Jobs of kinds without a handler wait.
  void handle(std::string kind, JobHandler handler);
  // Takes back what a previous process left running, forgets jobs finished long ago, and begins to work.
  async::Task<Result<void>> start();
  // Takes no more, cancels the handlers that end at a stop, lets the others end until the deadline, cancels the rest,
  // and hands back the jobs of those it cancelled.
  async::Task<void> stop(Deadline deadline);
  std::size_t running() const { return running_; }

 private:
  struct Wake;

  async::Task<void> work();
  async::Task<Result<TakenJobs>> take();
  async::Task<void> attempt(TakenJob job);
  async::Task<Result<void>> call_handler(TakenJob job);
  async::Task<void> settle(TakenJob job, Result<void> result);
  std::vector<KindToTake> free_slots() const;

  Database& database_;
  const async::Executor executor_;
  const Clock& clock_;
  const JobsOptions options_;
  std::map<std::string, JobHandler> handlers_;
  std::map<std::string, std::size_t> running_of_kind_;
  std::shared_ptr<Wake> wake_;  // shared with commit hooks, which run on the writer's thread
  std::size_t running_ = 0;
  bool stopping_ = false;
  async::TaskScope worker_;
  async::TaskScope attempts_, attempts_ending_at_stop_;
};

}  // namespace dossier::store
