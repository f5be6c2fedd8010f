#include "server/program_gauges.h"

namespace dossier::server {

ProgramGauges::ProgramGauges(Metrics& metrics, std::vector<const async::Pool*> pools, const store::Database& database,
                             const Log& log, models::Models& models)
    : database_(database),
      log_(log),
      models_(models),
      writes_waiting_(metrics.gauge("database_writes_waiting", "Changes that wait for the writer.")),
      reads_waiting_(metrics.gauge("database_reads_waiting", "Queries that wait for a reader.")),
      log_lines_dropped_(metrics.gauge("log_lines_dropped", "Log lines nobody took in time, since the start.")) {
  for (const async::Pool* pool : pools) {
    const Metrics::Labels labels = {{"pool", pool->name()}};
    pools_.push_back(
        {pool, metrics.gauge("pool_waiting", "Work that waits for a thread.", labels),
         metrics.gauge("pool_running", "Work that runs.", labels),
         metrics.gauge("pool_refused", "Work refused because the queue was full, since the start.", labels)});
  }
}

void ProgramGauges::sample() {
  for (PoolGauges& gauges : pools_) {
    const async::Pool::Counters now = gauges.pool->counters();
    gauges.waiting.set(static_cast<double>(now.waiting));
    gauges.running.set(static_cast<double>(now.running));
    gauges.refused.set(static_cast<double>(now.refused));
  }
  writes_waiting_.set(static_cast<double>(database_.write_counters().waiting));
  reads_waiting_.set(static_cast<double>(database_.read_counters().waiting));
  log_lines_dropped_.set(static_cast<double>(log_.dropped()));
  models_.sample();
}

}  // namespace dossier::server
