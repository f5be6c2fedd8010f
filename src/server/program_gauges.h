#pragma once

#include "async/pool.h"
#include "base/log.h"
#include "base/metrics.h"
#include "models/models.h"
#include "store/database.h"
#include "store/job_table.h"

#include <map>
#include <vector>

namespace dossier::server {

// Figures that parts of the program keep themselves, copied into the metrics when these are asked for: how much work
// waits where, and what was refused or dropped. Thread-safe; what it refers to outlives it.
class ProgramGauges {
 public:
  ProgramGauges(Metrics& metrics, std::vector<const async::Pool*> pools, const store::Database& database,
                const Log& log, models::Models& models);

  void sample();
  // What the jobs' table says, which only a look into the database can tell.
  void set_jobs(const std::map<store::JobState, std::int64_t>& counts);

 private:
  struct PoolGauges {
    const async::Pool* pool;
    Gauge waiting, oldest, running, refused;
  };

  std::vector<PoolGauges> pools_;
  const store::Database& database_;
  const Log& log_;
  models::Models& models_;
  Gauge writes_waiting_, reads_waiting_, log_lines_dropped_, memory_, descriptors_, threads_;
  Gauge jobs_waiting_, jobs_running_, jobs_dead_;
};

}  // namespace dossier::server
