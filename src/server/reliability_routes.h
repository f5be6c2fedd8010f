#pragma once

#include "net/router.h"
#include "net/server.h"
#include "server/dependency_watch.h"

#include <functional>

namespace dossier::server {

// The FIR contract's /reliability: how what we depend on is doing, and the two buttons for it. What it refers to
// outlives the router's requests.
struct ReliabilityParts {
  DependencyWatch& watch;
  const Clock& clock;
  std::function<net::Server::Counters()> server;
  double shutdown_seconds = 0;
};
void add_reliability_routes(net::Router& router, ReliabilityParts parts);

// {"is_shutting_down", "active_requests", "shutdown_timeout"}
void write_shutdown(JsonWriter& json, const net::Server::Counters& now, double shutdown_seconds);

}  // namespace dossier::server
