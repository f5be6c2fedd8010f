#include "store/job_table.h"

#include "base/limits.h"
#include "store/hash.h"

#include <algorithm>

namespace dossier::store {

namespace {

constexpr const char* kOutOfAttempts = "the program ended or the time ran out during every attempt";

Result<void> require_held(Result<std::int64_t> changed, const JobLease& lease) {
  TRY(const std::int64_t rows, std::move(changed));
  if (rows == 1) return {};
  return Error{ErrorCode::conflict, "the job was taken over meanwhile; its result belongs to the other attempt",
               "job " + std::to_string(lease.job.value)};
}

std::string shortened(const std::string& error) {
  return error.substr(0, limits::kJobErrorBytesMax);
}

constexpr const char* kStatusColumns = "SELECT id, kind, subject, state, attempts, last_error FROM job ";

JobState state_of(const std::string& name) {
  for (const JobState state : {JobState::running, JobState::done, JobState::dead}) {
    if (name_of(state) == name) return state;
  }
  return JobState::waiting;
}

JobStatus status_of(const Row& row) {
  return {row.get<JobId>(0),     row.text(1),     row.text(2),
          state_of(row.text(3)), row.get<int>(4), row.get<std::optional<std::string>>(5)};
}

// Expired leases go back to the queue, and jobs without an attempt left out of it.
Result<void> tidy(Transaction& transaction, const KindToTake& kind, WallTime now) {
  TRY_DO(
      transaction.execute("UPDATE job SET state = 'waiting', lease_until = NULL "
                          "WHERE state = 'running' AND kind = ? AND lease_until < ?",
                          {kind.kind, now}));
  TRY_DO(
      transaction.execute("UPDATE job SET state = 'dead', finished_at = ?, last_error = coalesce(last_error, ?) "
                          "WHERE state = 'waiting' AND kind = ? AND attempts >= ?",
                          {now, kOutOfAttempts, kind.kind, kind.attempts_max}));
  return {};
}

Result<std::vector<TakenJob>> take_kind(Transaction& transaction, const KindToTake& kind, std::size_t count,
                                        WallTime now) {
  // UPDATE ... RETURNING gives no order; the ids do.
  const WallTime until = now + std::chrono::duration_cast<WallTime::duration>(kind.lease_time);
  TRY(std::vector<TakenJob> taken,
      transaction.all("UPDATE job SET state = 'running', attempts = attempts + 1, lease_serial = lease_serial + 1, "
                      "lease_until = ? WHERE id IN (SELECT id FROM job WHERE state = 'waiting' AND kind = ? AND "
                      "not_before <= ? ORDER BY not_before, id LIMIT ?) "
                      "RETURNING id, lease_serial, kind, subject, payload, attempts, principal, trace_id",
                      {until, kind.kind, now, count}, [&](const Row& row) {
                        TakenJob job;
                        job.payload = {
                            {row.get<JobId>(0), row.integer(1)}, row.text(2), row.text(3), row.text(4), row.get<int>(5),
                            row.get<int>(5) >= kind.attempts_max};
                        job.principal = row.text(6);
                        job.trace_id = row.text(7);
                        job.attempts_max = kind.attempts_max;
                        return job;
                      }));
  std::sort(taken.begin(), taken.end(),
            [](const TakenJob& a, const TakenJob& b) { return a.payload.lease.job < b.payload.lease.job; });
  return taken;
}

}  // namespace

std::string_view name_of(JobState state) {
  switch (state) {
    case JobState::waiting: return "waiting";
    case JobState::running: return "running";
    case JobState::done: return "done";
    case JobState::dead: return "dead";
  }
  return "";
}

Result<JobId> JobTable::insert(Transaction& transaction, const NewJob& job, WallTime now) {
  if (job.payload.size() > limits::kJobPayloadBytesMax) {
    return Error{ErrorCode::too_large,
                 "the job's payload is larger than the queue takes; store it and name it instead"};
  }
  TRY(const std::int64_t id,
      transaction.insert("INSERT INTO job (kind, subject, payload, principal, trace_id, state, not_before, created_at) "
                         "VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)",
                         {job.kind, job.subject, job.payload, job.context.principal, job.context.trace_id, now, now}));
  return JobId{id};
}

Result<TakenJobs> JobTable::take(Transaction& transaction, const std::vector<KindToTake>& kinds, std::size_t total,
                                 WallTime now) {
  TakenJobs taken;
  for (const KindToTake& kind : kinds) {
    TRY_DO(tidy(transaction, kind, now));
    const std::size_t count = std::min(kind.count, total - taken.jobs.size());
    TRY(std::vector<TakenJob> jobs, take_kind(transaction, kind, count, now));
    std::move(jobs.begin(), jobs.end(), std::back_inserter(taken.jobs));
    TRY(const std::optional<std::optional<WallTime>> next,
        transaction.first(
            "SELECT min(t) FROM (SELECT min(not_before) AS t FROM job WHERE state = 'waiting' AND kind = ?1 "
            "AND not_before > ?2 UNION ALL SELECT min(lease_until) FROM job WHERE state = 'running' AND kind = ?1)",
            {kind.kind, now}, [](const Row& row) { return row.get<std::optional<WallTime>>(0); }));
    if (next && *next) taken.next = std::min(taken.next.value_or(**next), **next);
  }
  return taken;
}

Result<void> JobTable::complete(Transaction& transaction, const JobLease& lease, WallTime now) {
  return require_held(transaction.execute("UPDATE job SET state = 'done', finished_at = ?, lease_until = NULL "
                                          "WHERE id = ? AND lease_serial = ? AND state = 'running'",
                                          {now, lease.job, lease.serial}),
                      lease);
}

Result<void> JobTable::retry_at(Transaction& transaction, const JobLease& lease, WallTime when,
                                const std::string& error) {
  return require_held(
      transaction.execute("UPDATE job SET state = 'waiting', not_before = ?, last_error = ?, lease_until = NULL "
                          "WHERE id = ? AND lease_serial = ? AND state = 'running'",
                          {when, shortened(error), lease.job, lease.serial}),
      lease);
}

Result<void> JobTable::bury(Transaction& transaction, const JobLease& lease, WallTime now, const std::string& error) {
  return require_held(
      transaction.execute("UPDATE job SET state = 'dead', finished_at = ?, last_error = ?, lease_until = NULL "
                          "WHERE id = ? AND lease_serial = ? AND state = 'running'",
                          {now, shortened(error), lease.job, lease.serial}),
      lease);
}

Result<void> JobTable::hand_back(Transaction& transaction, const JobLease& lease) {
  return require_held(
      transaction.execute("UPDATE job SET state = 'waiting', attempts = attempts - 1, lease_until = NULL "
                          "WHERE id = ? AND lease_serial = ? AND state = 'running'",
                          {lease.job, lease.serial}),
      lease);
}

Result<std::int64_t> JobTable::reclaim(Transaction& transaction) {
  return transaction.execute("UPDATE job SET state = 'waiting', lease_until = NULL WHERE state = 'running'");
}

Result<std::int64_t> JobTable::forget_done(Transaction& transaction, WallTime before) {
  return transaction.execute("DELETE FROM job WHERE state = 'done' AND finished_at < ?", {before});
}

Result<void> JobTable::revive(Transaction& transaction, JobId job, WallTime now) {
  TRY(const std::int64_t rows,
      transaction.execute("UPDATE job SET state = 'waiting', attempts = 0, not_before = ?, finished_at = NULL "
                          "WHERE id = ? AND state = 'dead'",
                          {now, job}));
  if (rows == 1) return {};
  return Error{ErrorCode::conflict, "only a job that failed for good can be started again",
               "job " + std::to_string(job.value)};
}

Result<std::optional<JobStatus>> JobTable::status(Session& session, JobId job) {
  static const std::string kQuery = std::string(kStatusColumns) + "WHERE id = ?";
  return session.first(kQuery, {job}, status_of);
}

Result<std::optional<JobStatus>> JobTable::latest(Session& session, const std::string& subject) {
  static const std::string kQuery = std::string(kStatusColumns) + "WHERE subject = ? ORDER BY id DESC LIMIT 1";
  return session.first(kQuery, {subject}, status_of);
}

Result<std::map<JobState, std::int64_t>> JobTable::counts(Session& session) {
  std::map<JobState, std::int64_t> counts{
      {JobState::waiting, 0}, {JobState::running, 0}, {JobState::done, 0}, {JobState::dead, 0}};
  TRY_DO(session.each("SELECT state, count(*) FROM job GROUP BY state", {}, [&](const Row& row) -> Result<void> {
    counts[state_of(row.text(0))] = row.integer(1);
    return {};
  }));
  return counts;
}

Result<std::int64_t> JobTable::waiting(Session& session, const std::string& kind) {
  return session.number("SELECT count(*) FROM job WHERE state = 'waiting' AND kind = ?", {kind});
}

std::chrono::nanoseconds retry_delay(JobId job, int attempt, std::chrono::nanoseconds first) {
  std::chrono::nanoseconds delay = first;
  for (int i = 1; i < attempt && delay < limits::kJobDelayMax; ++i) delay *= 2;
  delay = std::min(delay, limits::kJobDelayMax);
  const Hash hash = Hasher().number(job.value).number(attempt).finish();
  const int permille = 750 + (hash[0] + 256 * hash[1]) % 501;
  return delay * permille / 1'000;
}

}  // namespace dossier::store
