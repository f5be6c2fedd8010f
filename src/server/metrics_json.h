#pragma once

#include "async/cache.h"
#include "async/cache_figures.h"
#include "net/server.h"
#include "server/config.h"
#include "server/watched_caches.h"
#include "store/database.h"

#include <atomic>

namespace dossier::server {

// The figures that the FIR contract's GET /metrics gives: what became of the last hour's sessions and reports. Counted
// in the database at most every ten seconds, once for all who ask. Used from all loops; what it refers to outlives it.
class MetricsJson {
 public:
  struct Parts {
    store::Database& database;
    async::Executor executor;  // of the loop on which they are counted
    Metrics& metrics;
    const Clock& clock;
    std::function<net::Server::Counters()> server;
    const WatchedCaches& caches;
    const Config& config;
  };
  explicit MetricsJson(Parts parts);

  // Never fails: what cannot be counted in time is said in `error`, as the contract has it.
  async::Task<std::string> get(Context context);
  async::CacheCounters counters() const { return remembered_.counters(); }
  // On the executor's loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline) { return remembered_.end(deadline); }

 private:
  async::Task<Result<std::string>> make();

  const Parts parts_;
  async::CacheFigures figures_;
  async::Cache<std::string> remembered_;
};

}  // namespace dossier::server
