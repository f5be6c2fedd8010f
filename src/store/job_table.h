#pragma once

#include "base/context.h"
#include "store/session.h"

#include <map>

namespace dossier::store {

// Work that must happen, as it is enqueued.
struct NewJob {
  std::string kind;          // which handler does it: "documents.read"
  std::string subject = {};  // what it is about, to find it by: "document/12"
  std::string payload = {};  // JSON, for the handler
  Context context =
      {};  // whose principal and trace id the job carries on; its deadline is the request's, not the job's
};

// The right to finish a job, as long as nobody else has taken it since.
struct JobLease {
  JobId job;
  std::int64_t serial = 0;
};

// A job as its handler gets it.
struct JobPayload {
  JobLease lease;
  std::string kind, subject, payload;
  int attempt = 0;            // from 1
  bool last_attempt = false;  // after which a failure is final
};

enum class JobState { waiting, running, done, dead };
std::string_view name_of(JobState state);

struct JobStatus {
  JobId id;
  std::string kind, subject;
  JobState state = JobState::waiting;
  int attempts = 0;
  std::optional<std::string> last_error;
};

struct KindToTake {
  std::string kind;
  std::size_t count = 0;  // free slots
  std::chrono::nanoseconds lease_time = {};
  int attempts_max = 1;
};

struct TakenJob {
  JobPayload payload;
  std::string principal, trace_id;
  int attempts_max = 1;
};

struct TakenJobs {
  std::vector<TakenJob> jobs;
  std::optional<WallTime> next;  // when the next job of these kinds falls due; nothing: none waits for its time
};

// The rows of the table `job`: each function is one step of a job's life (docs/store.md). No state of its own.
class JobTable {
 public:
  static Result<JobId> insert(Transaction& transaction, const NewJob& job, WallTime now);
  // Leases up to `count` due jobs of each kind and `total` of all, oldest first; those whose lease ran out count as
  // due. A job with no attempt left (its attempts ended with the process) becomes dead instead.
  static Result<TakenJobs> take(Transaction& transaction, const std::vector<KindToTake>& kinds, std::size_t total,
                                WallTime now);
  // These three fail with conflict when the lease was lost.
  static Result<void> complete(Transaction& transaction, const JobLease& lease, WallTime now);
  static Result<void> retry_at(Transaction& transaction, const JobLease& lease, WallTime when,
                               const std::string& error);
  static Result<void> bury(Transaction& transaction, const JobLease& lease, WallTime now, const std::string& error);
  // As if it had not been taken.
  static Result<void> hand_back(Transaction& transaction, const JobLease& lease);
  // All running jobs wait again: for the start, when whoever ran them is gone.
  static Result<std::int64_t> reclaim(Transaction& transaction);
  static Result<std::int64_t> forget_done(Transaction& transaction, WallTime before);
  static Result<void> revive(Transaction& transaction, JobId job, WallTime now);

  static Result<std::optional<JobStatus>> status(Session& session, JobId job);
  static Result<std::optional<JobStatus>> latest(Session& session, const std::string& subject);
  static Result<std::map<JobState, std::int64_t>> counts(Session& session);
  // Those of a kind that wait for their turn; looks at no others.
  static Result<std::int64_t> waiting(Session& session, const std::string& kind);
};

// How long a job waits after its failed attempt: first, twice, four times ... as long, at most kJobDelayMax, each up to
// a quarter shorter or longer so that jobs that failed together do not come back together. The same for the same job.
std::chrono::nanoseconds retry_delay(JobId job, int attempt, std::chrono::nanoseconds first);

}  // namespace dossier::store
