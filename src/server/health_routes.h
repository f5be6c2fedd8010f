#pragma once

#include "models/models.h"
#include "net/server.h"
#include "server/config.h"
#include "server/dependency_watch.h"
#include "server/metrics_json.h"
#include "server/program_gauges.h"
#include "server/watched_caches.h"
#include "store/database.h"

#include <atomic>
#include <limits>

namespace dossier::server {

// GET /, /health, /health/live, /health/ready, /metrics, /prometheus/metrics and what is under /reliability. What it
// refers to outlives it, and it outlives the router's requests.
class HealthRoutes {
 public:
  struct Parts {
    const Config& config;
    store::Database& database;
    async::Pool& pool;         // where metrics are collected; not one that requests can fill
    async::Executor executor;  // of the loop on which the hour's figures are counted
    Metrics& metrics;
    ProgramGauges& gauges;
    const models::Models& models;
    DependencyWatch& dependencies;
    WatchedCaches caches;
    const Clock& clock;
  };
  explicit HealthRoutes(Parts parts);

  void add(net::Router& router);
  // On the executor's loop, before it is destroyed.
  net::Task<Result<void>> end(Deadline deadline) { return metrics_json_.end(deadline); }
  // From now on the answers know how busy the server is, and that it is ready.
  void serving(const net::Server& server) { server_.store(&server); }

 private:
  static constexpr SteadyTime::rep kNever = std::numeric_limits<SteadyTime::rep>::min();

  net::Task<Result<net::Response>> root(Context context, net::Request request);
  net::Task<Result<net::Response>> health(Context context);
  net::Task<Result<net::Response>> live(Context context);
  net::Task<Result<net::Response>> ready(Context context);
  net::Task<Result<net::Response>> metrics(Context context, net::Request request);
  net::Task<Result<net::Response>> metrics_text(Context context);

  void write_models(JsonWriter& json) const;
  void write_concurrency(JsonWriter& json, const net::Server::Counters& now) const;
  void write_reliability(JsonWriter& json, const net::Server::Counters& now) const;

  // What it said within the last second counts: asking for health costs next to nothing, however often it happens.
  net::Task<Result<void>> ask_database(Context context);
  bool database_answered_within(std::chrono::nanoseconds time) const;
  net::Server::Counters counters() const;

  Parts parts_;
  async::CacheFigures figures_;
  MetricsJson metrics_json_;
  std::atomic<std::uint64_t> remembered_{0}, asked_{0};  // how often the database's last answer still held
  std::atomic<const net::Server*> server_{nullptr};
  std::atomic<SteadyTime::rep> database_answered_{kNever};
};

}  // namespace dossier::server
