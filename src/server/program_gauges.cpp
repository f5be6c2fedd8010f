#include "server/program_gauges.h"

#include "net/door.h"

#include <filesystem>

namespace dossier::server {
namespace {

double entries_of(const char* folder) {
  std::error_code fault;
  const std::filesystem::directory_iterator entries(folder, fault);
  return fault ? 0 : static_cast<double>(std::distance(entries, std::filesystem::directory_iterator()));
}

Gauge jobs_gauge(Metrics& metrics, const char* state) {
  return metrics.gauge("jobs", "Accepted work by its state; dead: it failed for good, and a person should look.",
                       {{"state", state}});
}

}  // namespace

ProgramGauges::ProgramGauges(Metrics& metrics, std::vector<const async::Pool*> pools, const store::Database& database,
                             const Log& log, models::Models& models)
    : database_(database),
      log_(log),
      models_(models),
      writes_waiting_(metrics.gauge("database_writes_waiting", "Changes that wait for the writer.")),
      reads_waiting_(metrics.gauge("database_reads_waiting", "Queries that wait for a reader.")),
      log_lines_dropped_(metrics.gauge("log_lines_dropped", "Log lines nobody took in time, since the start.")),
      memory_(metrics.gauge("process_resident_memory_bytes", "Memory of this process that is in use.")),
      descriptors_(metrics.gauge("process_open_fds", "Open files and sockets.")),
      threads_(metrics.gauge("process_threads", "Threads of this process.")),
      jobs_waiting_(jobs_gauge(metrics, "waiting")),
      jobs_running_(jobs_gauge(metrics, "running")),
      jobs_dead_(jobs_gauge(metrics, "dead")) {
  for (const async::Pool* pool : pools) {
    const Metrics::Labels labels = {{"pool", pool->name()}};
    pools_.push_back(
        {pool, metrics.gauge("pool_waiting", "Work that waits for a thread.", labels),
         metrics.gauge("pool_oldest_wait_seconds", "How long the first in the queue has waited.", labels),
         metrics.gauge("pool_running", "Work that runs.", labels),
         metrics.gauge("pool_refused", "Work refused because the queue was full, since the start.", labels)});
  }
}

void ProgramGauges::set_jobs(const std::map<store::JobState, std::int64_t>& counts) {
  const auto of = [&](store::JobState state) {
    const auto at = counts.find(state);
    return at == counts.end() ? 0.0 : static_cast<double>(at->second);
  };
  jobs_waiting_.set(of(store::JobState::waiting));
  jobs_running_.set(of(store::JobState::running));
  jobs_dead_.set(of(store::JobState::dead));
}

void ProgramGauges::sample() {
  for (PoolGauges& gauges : pools_) {
    const async::Pool::Counters now = gauges.pool->counters();
    gauges.waiting.set(static_cast<double>(now.waiting));
    gauges.oldest.set(std::chrono::duration<double>(now.oldest_wait).count());
    gauges.running.set(static_cast<double>(now.running));
    gauges.refused.set(static_cast<double>(now.refused));
  }
  writes_waiting_.set(static_cast<double>(database_.write_counters().waiting));
  reads_waiting_.set(static_cast<double>(database_.read_counters().waiting));
  log_lines_dropped_.set(static_cast<double>(log_.dropped()));
  memory_.set(static_cast<double>(net::resident_bytes()));
  descriptors_.set(entries_of("/proc/self/fd"));
  threads_.set(entries_of("/proc/self/task"));
  models_.sample();
}

}  // namespace dossier::server
