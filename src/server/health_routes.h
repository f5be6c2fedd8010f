#pragma once

#include "models/models.h"
#include "net/server.h"
#include "server/config.h"
#include "server/program_gauges.h"
#include "store/database.h"

#include <atomic>
#include <limits>

namespace dossier::server {

// GET /, /health, /health/live, /health/ready, /metrics and /prometheus/metrics. What it refers to outlives it, and it
// outlives the router's requests.
class HealthRoutes {
 public:
  HealthRoutes(const Config& config, store::Database& database, async::Pool& pool, Metrics& metrics,
               ProgramGauges& gauges, const models::Models& models, const Clock& clock);

  void add(net::Router& router);
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

  void write_overload(JsonWriter& json, const net::Server::Counters& now) const;

  // What it said within the last second counts: asking for health costs next to nothing, however often it happens.
  net::Task<Result<void>> ask_database(Context context);
  bool database_answered_within(std::chrono::nanoseconds time) const;
  net::Server::Counters counters() const;

  const Config& config_;
  store::Database& database_;
  async::Pool& pool_;  // where metrics are collected; not one that requests can fill
  Metrics& metrics_;
  ProgramGauges& gauges_;
  const models::Models& models_;
  const Clock& clock_;
  std::atomic<const net::Server*> server_{nullptr};
  std::atomic<SteadyTime::rep> database_answered_{kNever};
};

}  // namespace dossier::server
